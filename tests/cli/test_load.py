"""`kg load` as a user runs it; what it loads is tested in tests/test_load.py."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.graph import Graph
from kg.load import Loaded
from tests.graph import made

RUN = CliRunner()


@pytest.fixture
def file(tmp_path: Path) -> str:
    graph, path = Graph(), tmp_path / "news.nq"
    graph.add(made.extraction())
    graph.serialize(path)
    return str(path)


def test_it_says_what_it_did(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def load(graph: Graph, url: str, **options: object) -> Loaded:
        calls.append((len(graph.documents()), url, options))
        return Loaded(1, 336)

    monkeypatch.setattr(importlib.import_module("kg.load"), "load", load)
    monkeypatch.setenv("KG_PASSWORD", "geheim")
    result = RUN.invoke(app, ["load", file, "--to", "http://localhost:7878/store", "--user", "anna", "--timeout", "5"])
    assert (0, "", "336 triples in 1 graphs\n") == (result.exit_code, result.stdout, result.stderr)
    assert [(1, "http://localhost:7878/store", {"user": "anna", "password": "geheim", "timeout": 5.0})] == calls


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.nq", "--to", "http://localhost/store"], "missing.nq: No such file or directory"),
        (["FILE", "--to", "localhost"], "not the URL of a triple store: 'localhost'"),
        (["FILE", "--to", "http://127.0.0.1:9/store"], "Connection refused"),
        (["FILE"], "Missing option"),
    ],
)
def test_errors_are_messages(file: str, arguments: list[str], message: str) -> None:
    result = RUN.invoke(app, ["load", *(file if argument == "FILE" else argument for argument in arguments)])
    assert 2 == result.exit_code
    assert message in result.stderr
    assert "Traceback" not in result.stderr
