"""`kg validate` as a user runs it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.graph import Graph
from tests.graph import made

RUN = CliRunner()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    graph, path = Graph(), tmp_path / "news.ttl"
    graph.add(made.extraction())
    graph.serialize(path)
    return path


def test_nothing_is_wrong(file: Path) -> None:
    pytest.importorskip("pyshacl")
    result = RUN.invoke(app, ["validate", str(file)])
    assert (0, "", f"{file}: nothing wrong\n") == (result.exit_code, result.stdout, result.stderr)


def test_something_is_wrong(file: Path) -> None:
    pytest.importorskip("pyshacl")
    turtle = file.read_text(encoding="utf8")
    file.write_text(turtle.replace("kg:factuality kg:CTminus", "kg:factuality kg:CTplus , kg:Maybe"), encoding="utf8")
    result = RUN.invoke(app, ["validate", str(file)])
    assert 1 == result.exit_code
    assert result.stdout.startswith("kgd:claim-2-1 kg:factuality: A claim has exactly one factuality")
    assert " Found: kg:Maybe\n" in result.stdout
    assert f"kg: {file}: 2 things wrong\n" == result.stderr


def test_without_pyshacl(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    result = RUN.invoke(app, ["validate", str(file)])
    assert (2, "kg: kg validate needs pySHACL: pip install 'kg-news[validate]'\n") == (result.exit_code, result.stderr)


def test_a_graph_that_cannot_be_read() -> None:
    result = RUN.invoke(app, ["validate", "missing.ttl"])
    assert (2, "kg: missing.ttl: No such file or directory\n") == (result.exit_code, result.stderr)
