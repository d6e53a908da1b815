"""The queries that ship, and parameters."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import rdflib

from kg.errors import KGError
from kg.graph import Graph, named_queries
from kg.graph.queries import named, with_parameters
from kg.model import Claim, Factuality
from tests.graph import made

DEPLOYMENT = "Deployment: agent Nordkorea; destination Russland; patient nordkoreanische Soldaten"
MEETING = "Meeting: agent Kim Jong Un, Wladimir Putin; 2024-06"
TITLE = "Streit um „Truppen“"
DEMAND = replace(made.ACCUSATION, type="Demand", factuality=Factuality.UNCOMMITTED)


def graph_of(*claims: Claim, articles: int = 2) -> Graph:
    """The same in several articles: no row may come twice for that."""
    graph = Graph()
    for number in range(1, articles + 1):
        graph.add(made.extraction(*claims, number=number))
    return graph


def ask(name: str, *claims: Claim, articles: int = 1, columns: int = 3, **parameters: str) -> list[list[str]]:
    """The first columns of the answer."""
    return [row[:columns] for row in graph_of(*claims, articles=articles).rows(named(name).text, parameters)]


def test_there_are_the_promised_queries() -> None:
    assert {
        "who-denies-what",
        "contested",
        "deployments",
        "statements-of",
        "timeline",
        "accusations",
        "demands",
        "unnamed-sources",
        "quotations",
        "meetings",
        "sources",
        "asserted-facts",
    } == set(named_queries())


@pytest.mark.parametrize("name", named_queries())
def test_each_query_says_what_it_is_and_runs_anywhere(name: str) -> None:
    query = named_queries()[name]
    assert query.title
    assert query.description.endswith(".")
    # With its own prefixes, in another engine, and without what is slow or counts double in Oxigraph.
    rdflib.Graph().query(re.sub(r"(?s)^.*?(?=PREFIX)", "", query.text), initNs={})
    assert "NOT EXISTS" not in query.text
    assert not re.search(r"COUNT\((?!DISTINCT)", query.text)


@pytest.mark.parametrize("name", named_queries())
def test_each_query_answers_the_same_in_rdflib(name: str) -> None:
    graph = graph_of(*made.CLAIMS, DEMAND)
    ours = graph.rows(named(name).text)
    flat = rdflib.Graph().parse(data=graph.text("ttl"), format="turtle")
    theirs = [["" if v is None else str(v) for v in row] for row in flat.query(named(name).text)]  # type: ignore[union-attr]
    assert sorted(theirs) == sorted(ours)
    assert ours


def test_who_denies_what() -> None:
    assert [["Russland", DEPLOYMENT, "Interfax"]] == ask("who-denies-what")
    assert 2 == len(ask("who-denies-what", articles=2))


def test_contested() -> None:
    assert [[DEPLOYMENT, "Südkorea", "Russland"]] == ask("contested", articles=3)
    assert [] == ask("contested", made.DENIAL, made.CONDITIONAL, made.EXPECTED)


def test_deployments() -> None:
    rows = ask("deployments", columns=5)
    assert [
        [DEPLOYMENT, "1500", "Russland", "Denial", "CTminus"],
        [DEPLOYMENT, "1500", TITLE, "Assertion", "Uncommitted"],
        [DEPLOYMENT, "1500", "Südkorea", "Accusation", "CTplus"],
        [DEPLOYMENT, "1500", "ungenannt", "Expectation", "PRplus"],
    ] == rows


@pytest.mark.parametrize("name", ["Russland", "russland", "Moskau", f"{made.DATA}Q159"])
def test_statements_of_a_source_by_any_name(name: str) -> None:
    assert [["Russland", "Denial", "CTminus"]] == ask("statements-of", source=name)


def test_statements_of_everybody_or_nobody() -> None:
    assert len(made.CLAIMS) == len(ask("statements-of"))
    assert [] == ask("statements-of", source='Atlantis" } #')


def test_timeline() -> None:
    assert [["2024-06", "2024-06", MEETING, "2", "2"]] == ask("timeline", articles=2, columns=5)


def test_accusations_and_demands() -> None:
    assert [["Südkorea", "Nordkorea", DEPLOYMENT]] == ask("accusations")
    assert [["Südkorea", "Nordkorea", DEPLOYMENT]] == ask("demands", DEMAND)


def test_unnamed_sources() -> None:
    assert [["Expectation", "PRplus", DEPLOYMENT]] == ask("unnamed-sources")


def test_quotations() -> None:
    assert [["Dmitri Peskow", "Das ist „Unsinn“\\ und eine Lüge", TITLE]] == ask("quotations")


def test_meetings() -> None:
    assert [[MEETING, "2024-06", TITLE]] == ask("meetings")


def test_sources() -> None:
    rows = ask("sources", articles=2)
    assert ["Russland", "Denial", "2"] in rows
    assert ["ungenannt", "Expectation", "2"] in rows


def test_asserted_facts() -> None:
    assert [[MEETING, "2024-06"]] == ask("asserted-facts", columns=2)


def test_what_others_pass_on_is_no_asserted_fact() -> None:
    inner = replace(made.QUOTED, content=made.NARRATED)
    passed_on = replace(made.NARRATED, via=made.DENIAL.via)
    assert [] == ask("asserted-facts", inner, passed_on)


def test_parameters_are_strings_or_iris() -> None:
    query = "SELECT * { VALUES ?x { UNDEF } VALUES ?y {UNDEF} VALUES ?z { 1 } }"
    filled = with_parameters(query, {"x": 'a"b\\', "y": "<kgd:Q159>"})
    assert f'VALUES ?x {{ "a\\"b\\\\" }} VALUES ?y {{ <{made.DATA}Q159> }} VALUES ?z {{ 1 }}' in filled


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { VALUES ?source { UNDEF } }", "no parameter 'x'; it has: source"),
        ("SELECT * {}", "no parameter 'x'; it has none"),
    ],
)
def test_an_unknown_parameter_is_a_message(query: str, message: str) -> None:
    with pytest.raises(KGError, match=message):
        Graph().query(query, {"x": "1"})


def test_an_unknown_query_is_a_message() -> None:
    with pytest.raises(KGError, match="no named query 'deployment'; there are: accusations, "):
        named("deployment")
