"""Terms as strings: what Oxigraph writes, and what is no term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, parse

from kg.errors import KGError
from kg.graph.terms import kg, named, typed, words


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.sampled_from(["", "de", "en"]))
def test_any_text_can_be_read_again(text: str, language: str) -> None:
    (quad,) = parse(f"<a:a> <a:b> {words(text, language)} .", RdfFormat.N_QUADS)
    assert quad.object == (Literal(text, language=language) if language else Literal(text))


@pytest.mark.parametrize("iri", ["", "ohne Schema", "https://example.org/a b", "https://example.org/#a#b"])
def test_no_iri(iri: str) -> None:
    with pytest.raises(KGError, match="not an IRI"):
        named(iri)


def test_a_term_of_the_ontology() -> None:
    assert "<https://w3id.org/kg-news/ontology#Denial>" == kg("Denial")
    with pytest.raises(KGError, match="Denail"):
        kg("Denail")


def test_numbers() -> None:
    assert str(Literal(12)) == typed(12, "integer")


def test_no_unicode() -> None:
    with pytest.raises(KGError, match="not Unicode"):
        words("\ud800")
