"""IRIs: readable, the same for the same, another for another."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.iris import digest, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dmitri Peskow", "dmitri-peskow"),
        ("  Dmitri\n Peskow ", "dmitri-peskow"),
        ("Côte d’Ivoire", "côte-d’ivoire"),
        ("St. Petersburg", "st-petersburg"),
        ("U.S. Army", "u.s-army"),
        ("Müller-Lüdenscheid", "müller-lüdenscheid"),
        (unicodedata.normalize("NFD", "Müller"), "müller"),
        ("Кремль", "кремль"),
        ("a/b#c?d", "a-b-c-d"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert expected == slug(text)


@given(st.text())
def test_a_slug_is_a_part_of_an_iri(text: str) -> None:
    assert re.fullmatch(r"[^\s<>\"{}|\\^`/?#]+", slug(text))


def test_names_without_letters_differ() -> None:
    assert slug("!!!") != slug("???")
    assert slug("!!!") == slug("!!!")


def test_digest() -> None:
    assert 20 == len(digest("a", "b"))
    assert digest("a", "b") == digest("a", "b")
    assert 4 == len({digest("a", "b"), digest("b", "a"), digest("ab"), digest("a", "")})
