"""Why something is in the graph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import KGError
from kg.graph import Graph, explain
from tests.graph import made


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    """From the file alone."""
    built = Graph()
    built.add(made.extraction())
    built.serialize(tmp_path / "a.ttl")
    found = Graph()
    found.load(tmp_path / "a.ttl")
    return found


def test_a_claim(graph: Graph) -> None:
    (found,) = explain(graph, "kgd:claim-2-1")
    assert ("Denial", "CT-", "Russland") == (found.type, found.factuality, found.source)
    assert "Moskau [bestreitet] das, wie Interfax unter Berufung auf die Tass berichtet." == found.marked()
    assert ("Interfax", "Tass") == found.via
    assert "claims.tsv:bestreiten" == found.rule
    assert (74, 148) == (found.begin, found.end)
    assert [found] == graph.explain(found.claim)


def test_a_claim_has_a_rule_for_each_row(graph: Graph) -> None:
    both = "claims.tsv:sich äußern:Assertion events.tsv:entsenden:Deployment"
    assert both.split(" events", maxsplit=1)[0] == replace(made.NARRATED, rule=both).rules[0]
    found = Graph()
    found.add(replace(made.extraction(), claims=(replace(made.NARRATED, rule=both),)))
    assert both == explain(found, made.NARRATED.iri)[0].rule
    assert [["1"]] == found.rows('SELECT (COUNT(*) AS ?n) { ?c kg:rule "events.tsv:entsenden:Deployment" }')


def test_cue_and_trigger_are_marked(graph: Graph) -> None:
    (found,) = explain(graph, "kgd:claim-1-1")
    marked = "Seoul *wirft* Nordkorea vor, 1500 Soldaten nach Russland *entsandt* zu haben."
    assert marked == found.marked("*", "*")


@pytest.mark.parametrize(
    ("iri", "types"),
    [
        ("kgd:event-deployment", ["Accusation", "Denial", "Assertion", "Expectation"]),
        (f"<{made.DATA}event-meeting>", ["Assertion"]),
        (made.PESKOV.iri, ["Assertion"]),
        (made.TASS.iri, ["Denial"]),
        ("kgd:unit-kp-soldat", ["Accusation", "Denial", "Assertion", "Expectation"]),
        ("https://example.org/1", ["Accusation", "Denial", "Assertion", "Assertion", "Assertion", "Expectation"]),
        ("https://example.org/1#char=74,148", ["Denial"]),
        ("kg:Unnamed", ["Expectation"]),
    ],
)
def test_whatever_a_claim_is_about(graph: Graph, iri: str, types: list[str]) -> None:
    assert types == [found.type for found in explain(graph, iri)]


def test_a_claim_inside_a_claim() -> None:
    graph = Graph()
    graph.add(made.extraction(replace(made.QUOTED, content=made.DENIAL, speech="indirect")))
    assert ["Denial", "Assertion"] == [found.type for found in explain(graph, "kgd:event-deployment")]


def test_words_elsewhere_are_not_marked(graph: Graph) -> None:
    # "Moskau bestreitet das": the trigger stands in the sentence before.
    (found,) = explain(graph, "kgd:claim-5-1")
    assert "[" not in found.marked()


@pytest.mark.parametrize(
    ("iri", "message"),
    [
        ("kgd:Q1", "no claim about kgd:Q1"),
        ("Russland", "not an IRI: .Russland.; write it in full"),
        ("a:b c", "not an IRI"),
    ],
)
def test_what_is_not_there_is_a_message(graph: Graph, iri: str, message: str) -> None:
    with pytest.raises(KGError, match=message):
        explain(graph, iri)
