"""Joined participles before "zu haben": one infinitive clause, its object no subject."""

from __future__ import annotations

import pytest

from kg.lang.de import perfects
from tests.lang.de.test_grammar import made

TAGS = "VVFIN $, NN VVPP KON VVPP PTKZU {} $."


@pytest.mark.parametrize(
    ("last", "first", "object_", "above"), [("VAINF", "xcomp", "obj", 3), ("VVINF", "conj", "nsubj", 5)]
)
def test_participles_before_zu_haben(last: str, first: str, object_: str, above: int) -> None:
    doc = made(
        "bestritt , Geiseln entführt und getötet zu haben .",
        heads="0 3 3 0 5 3 5 5 0",
        deps="ROOT punct nsubj conj cc conj mark aux punct",
        tags=TAGS.format(last),
        pos="VERB PUNCT NOUN VERB CCONJ VERB PART AUX PUNCT",
    )
    perfects.gather(doc)
    assert (first, object_, above) == (doc[3].dep_, doc[2].dep_, doc[6].head.i)


def test_one_participle_is_left_as_it_is() -> None:
    doc = made("getötet zu haben", heads="0 0 0", deps="ROOT mark aux", tags="VVPP PTKZU VAINF", pos="VERB PART AUX")
    perfects.gather(doc)
    assert ["ROOT", "mark", "aux"] == [t.dep_ for t in doc]


@pytest.mark.parametrize(
    ("helping", "words", "tags", "expected"),
    [
        ("sein", "sind freigekommen", "VAFIN VVIZU", True),
        ("haben", "hat bewogen", "VAFIN VVINF", True),
        ("können", "kann bewogen", "VMFIN VVINF", False),
        ("sein", "sind freizulassen", "VAFIN VVIZU", False),
        ("sein", "ist freikommen", "VAFIN VVINF", False),
    ],
)
def test_a_perfect_that_looks_like_an_infinitive(helping: str, words: str, tags: str, expected: bool) -> None:
    doc = made(words, heads="1 1", deps="aux ROOT", tags=tags, pos="AUX VERB", morphs="VerbForm=Fin VerbForm=Inf")
    doc[0].lemma_, doc[1].lemma_ = helping, "freikommen"
    assert expected is perfects.is_participle(doc[1])
