"""Graphs of any articles, for properties that hold of all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import strategies as st

from kg.graph import Graph
from kg.model import Claim, Extraction, Statement
from tests.graph import made

# rdflib 7.6 warns of itself.
RDFLIB = pytest.mark.filterwarnings(r"ignore:(Dataset|ConjunctiveGraph)\b.* deprecated:DeprecationWarning")

FORMATS = ("ttl", "trig", "nq", "jsonld")
DATASETS = ("trig", "nq", "jsonld")
TEXTS = st.text(min_size=1, max_size=30) | st.sampled_from(
    (
        "„a“",
        '"',
        "\\",
        "\\u0041",
        "a\nb\r\n\tc",
        "\u2028",
        "\x00\x07\x7f",
        "'''\"\"\"",
        "@de",
        "é e\u0301",
        "🐟",
        " ",
        "<a>",
        "x .",
    )
)


def graph_of(*extractions: Extraction) -> Graph:
    graph = Graph()
    for extraction in extractions:
        graph.add(extraction)
    return graph


@st.composite
def said(draw: st.DrawFn) -> Extraction:
    """An article of any title and claims, one of them a quotation of any words."""
    number = draw(st.integers(1, 3))
    words = draw(TEXTS)
    spoken = replace(made.QUOTED, content=Statement((replace(made.QUOTATION.spans[0], text=words),)))
    claims: list[Claim] = draw(st.lists(st.sampled_from((*made.CLAIMS, spoken)), unique_by=lambda claim: claim.iri))
    found = made.extraction(*claims, number=number)
    return replace(found, document=replace(found.document, title=draw(TEXTS), publisher=draw(TEXTS)))


MANY = st.lists(said(), max_size=3, unique_by=lambda e: e.document.iri)
