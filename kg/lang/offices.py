"""Which nouns name an office, a function or a profession, and which only a human being: "Minister", but "Mann"."""

from __future__ import annotations

from functools import cache

from kg.lang.lexicon import HERE, OFFICIAL, Lexicon, rows

TITLE = "title"
"""The kind of words before a name that say nothing of what its bearer does: "Frau"."""


@cache
def is_office(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun, or the end of a compound, is in a table of offices.

    >>> from kg.lang import lexicon
    >>> [is_office(noun, lexicon.load("de")) for noun in ("Vizeminister", "Experte", "Mann", "Täter")]
    [True, True, False, False]
    """
    return lexicon.is_a(noun, (OFFICIAL,)) or lexicon.head(noun) in _offices(lexicon.language)


@cache
def _offices(language: str) -> frozenset[str]:
    table = (r["lemma"].removeprefix("-") for r in rows(HERE / language / "offices.tsv") if r["kind"] != TITLE)
    return frozenset(lemma[:1].upper() + lemma[1:] for lemma in table)
