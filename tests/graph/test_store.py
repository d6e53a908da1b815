"""The graph as a store: what goes in is there once, whatever the order; queries; rdflib."""

from __future__ import annotations

from dataclasses import replace

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad, Store

from kg.errors import KGError
from kg.graph import Graph, quads, shorten
from kg.model import Extraction
from tests.graph import made
from tests.graph.drawn import FORMATS, MANY, RDFLIB, graph_of, said


def lossy(extraction: Extraction) -> set[Quad]:
    """The quads as Oxigraph keeps them."""
    store = Store()
    store.extend(quads(extraction))
    return set(store)


@settings(deadline=None, max_examples=40)
@given(MANY, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(extractions: list[Extraction], random: object) -> None:
    shuffled = list(extractions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = graph_of(*extractions), graph_of(*shuffled)
    for form in FORMATS:
        assert one.text(form) == other.text(form)


@settings(deadline=None, max_examples=40)
@given(said())
def test_the_order_of_claims_does_not_matter(extraction: Extraction) -> None:
    turned = replace(extraction, claims=extraction.claims[::-1])
    for form in FORMATS:
        assert graph_of(extraction).text(form) == graph_of(turned).text(form)


@settings(deadline=None, max_examples=40)
@given(MANY, said())
def test_adding_twice_adds_nothing(extractions: list[Extraction], extraction: Extraction) -> None:
    graph = graph_of(*extractions, extraction)
    before = graph.text("nq")
    graph.add(extraction)
    assert before == graph.text("nq")


@settings(deadline=None, max_examples=40)
@given(said(), said())
def test_a_document_that_is_told_anew_replaces_the_old(old: Extraction, new: Extraction) -> None:
    new = replace(new, document=replace(new.document, iri=old.document.iri))
    assert graph_of(new).text("nq") == graph_of(old, new).text("nq")


@settings(deadline=None, max_examples=40)
@given(MANY)
def test_deleting_takes_out_one_document(extractions: list[Extraction]) -> None:
    graph = graph_of(*extractions)
    for i, extraction in enumerate(extractions):
        assert graph.delete(extraction.document.iri)
        assert not graph.delete(extraction.document.iri)
        assert graph_of(*extractions[i + 1 :]).text("nq") == graph.text("nq")
    assert 0 == len(graph)


@settings(deadline=None, max_examples=60)
@given(MANY)
def test_what_waits_for_the_store_is_what_is_in_it(extractions: list[Extraction]) -> None:
    waiting, stored = graph_of(*extractions), graph_of(*extractions)
    assert len(waiting) == len(stored.store)
    assert waiting.text("nq") == stored.text("nq")
    assert set(stored.store) == {quad for extraction in extractions for quad in lossy(extraction)}


def test_who_has_the_store_sees_each_document_at_once() -> None:
    graph, given_ = Graph(), Store()
    store, other = graph.store, Graph(given_)
    for found in (graph, other):
        found.add(made.extraction())
    assert len(graph) == len(store) == len(given_) == len(other)
    assert graph.delete(made.document().iri)
    assert not len(store)
    assert not graph.delete(made.document().iri)


def test_a_document_that_waits_can_be_deleted() -> None:
    graph = graph_of(made.extraction(number=1), made.extraction(number=2))
    assert graph.delete(made.document(1).iri)
    assert not graph.delete(made.document(1).iri)
    assert graph.documents() == [made.document(2).iri]


def test_a_query_knows_the_prefixes_and_the_union() -> None:
    graph = graph_of(made.extraction(), made.extraction(number=2))
    rows = graph.rows("SELECT ?who { ?s kg:denies kgd:event-deployment ; rdfs:label ?who }")
    assert [["Russland"]] == rows


def test_what_two_articles_say_counts_once() -> None:
    # Oxigraph 0.5 answers over a union with a row for each graph that has the triple.
    graph = graph_of(*(made.extraction(made.DENIAL, number=i) for i in (1, 2, 3)))
    assert [["3"]] == graph.rows("SELECT (COUNT(?c) AS ?n) { ?c a kg:Denial ; kg:source/rdfs:label ?who }")
    assert [["1"]] == graph.rows("SELECT (COUNT(*) AS ?n) { kgd:Q159 rdfs:label ?who }")


def test_a_query_can_ask_one_document() -> None:
    graph = graph_of(*(made.extraction(made.DENIAL, number=i) for i in (1, 2, 3)))
    rows = graph.rows("SELECT ?g { GRAPH ?g { ?c a kg:Denial } } ORDER BY ?g")
    assert [[f"https://example.org/{i}"] for i in (1, 2, 3)] == rows


@RDFLIB
def test_answers_follow_changes() -> None:
    graph, count = Graph(), "SELECT (COUNT(?c) AS ?n) { ?c a kg:Claim }"
    for number in (1, 2, 3):
        graph.add(made.extraction(made.DENIAL, number=number))
        assert [[str(number)]] == graph.rows(count)
    graph.delete("https://example.org/2")
    assert [["2"]] == graph.rows(count)
    dataset = graph.dataset()
    dataset.update("DELETE { GRAPH ?g { ?c a kg:Claim } } WHERE { GRAPH ?g { ?c a kg:Claim } }")
    assert [["0"]] == graph.rows(count)


def test_the_unbound_is_empty() -> None:
    assert [["", "1"]] == Graph().rows("SELECT ?x ?y { BIND(1 AS ?y) }")


@pytest.mark.parametrize("query", ["SELECT", "SELECT * { ?s foo:bar ?o }", "DELETE DATA {}"])
def test_a_broken_query_is_a_message(query: str) -> None:
    with pytest.raises(KGError, match=r"not SPARQL|not supported"):
        Graph().query(query)


def test_rows_are_for_select() -> None:
    with pytest.raises(KGError, match="not a SELECT"):
        Graph().rows("ASK {}")


@RDFLIB
def test_the_dataset_is_rdflibs() -> None:
    graph = graph_of(made.extraction(), made.extraction(number=2))
    dataset = graph.dataset()
    assert isinstance(dataset, rdflib.Dataset)
    assert len(graph) == sum(1 for _ in dataset.quads())
    russia = rdflib.URIRef("https://w3id.org/kg-news/id/Q159")
    assert rdflib.Literal("Russland", lang="de") == dataset.value(russia, rdflib.RDFS.label)
    (row,) = dataset.query("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a kg:Denial }")
    assert 2 == int(str(row[0]))  # type: ignore[index]
    assert "kgd:Q159" == dataset.namespace_manager.normalizeUri(russia)
    assert "kgd:Q159" == shorten(str(russia))
