"""What the program writes keeps to the shapes."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import KGError
from kg.graph import Graph
from kg.graph.shapes import validate
from tests.graph import made

pytest.importorskip("pyshacl")


@pytest.fixture(scope="module")
def graph() -> Graph:
    found = Graph()
    nested = replace(made.QUOTED, iri=f"{made.DATA}claim-7", content=replace(made.DENIAL, iri=f"{made.DATA}claim-8"))
    for number in (1, 2):
        found.add(made.extraction(*made.CLAIMS, nested, number=number))
    return found


def test_nothing_is_wrong(graph: Graph) -> None:
    assert [] == [str(finding) for finding in validate(graph)]


def test_what_is_wrong_is_said(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "a.nq"
    rule = '<https://w3id.org/kg-news/id/claim-1-1> <https://w3id.org/kg-news/ontology#rule> "claims.tsv:vorwerfen"'
    lines = graph.text("nq").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(rule)), encoding="utf8")
    broken = Graph()
    broken.load(path)
    (finding,) = validate(broken)
    assert "kgd:claim-1-1 kg:rule: A claim names the rule that fired." == str(finding)


def test_without_pyshacl_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(KGError, match=r"pip install 'kg-news\[validate\]'"):
        validate(Graph())
