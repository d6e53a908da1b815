"""`kg explain` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.graph import Graph
from tests.graph import made

RUN = CliRunner()


@pytest.fixture
def file(tmp_path: Path) -> str:
    graph, path = Graph(), tmp_path / "news.ttl"
    graph.add(made.extraction())
    graph.serialize(path)
    return str(path)


def test_a_claim(file: str) -> None:
    result = RUN.invoke(app, ["explain", file, "kgd:claim-2-1"])
    assert 0 == result.exit_code
    assert (
        """\
Denial (CT-)
  Moskau [bestreitet] das, wie Interfax unter Berufung auf die Tass berichtet.
  source    Russland
  via       Interfax, Tass
  about     Deployment: agent Nordkorea; destination Russland; patient nordkoreanische Soldaten
  rule      claims.tsv:bestreiten
  claim     kgd:claim-2-1
  in        https://example.org/1, characters 74 to 148
"""
        == result.stdout
    )


def test_an_event_has_all_its_claims(file: str) -> None:
    result = RUN.invoke(app, ["explain", file, made.DEPLOYMENT.iri])
    assert 4 == len(result.stdout.split("\n\n"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["FILE", "kgd:Q1"], "the graph has no claim about kgd:Q1"),
        (["FILE", "Russland"], "not an IRI: 'Russland'"),
        (["missing.nq", "kgd:Q1"], "missing.nq: No such file or directory"),
        (["FILE"], "Missing argument"),
    ],
)
def test_errors_are_messages(file: str, arguments: list[str], message: str) -> None:
    result = RUN.invoke(app, ["explain", *(file if argument == "FILE" else argument for argument in arguments)])
    assert 2 == result.exit_code
    assert message in result.stderr
    assert "Traceback" not in result.stderr
