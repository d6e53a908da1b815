"""Mentions made by hand, one behind the other in a text of their own."""

from __future__ import annotations

from itertools import count

from kg.lang import lexicon
from kg.model import Mention, Quantity, Span
from kg.resolve import gazetteer
from kg.resolve.linking import Linker

DOCUMENT = "https://example.org/1"
DATA = "https://w3id.org/kg-news/id/"
LINKER = Linker(lexicon.load("de"), gazetteer.load("de"), DOCUMENT)
PLACES = count(0, 100)


def said(text: str, head: str = "", form: str = "noun", *modifiers: tuple[str, Mention], **fields: object) -> Mention:
    """A mention further on in the text than all that were made before."""
    begin = next(PLACES)
    span = Span(begin, begin + len(text), text)
    return Mention(span, head or text, form, modifiers=modifiers, **fields)  # type: ignore[arg-type]


def name(text: str, label: str, *modifiers: tuple[str, Mention], **fields: object) -> Mention:
    """A proper name."""
    return said(text, "", "name", *modifiers, name=text, label=label, **{"number": "Sing", **fields})


def state(adjective: str) -> tuple[str, Mention]:
    """The adjective of a state, as a modifier."""
    return "adjective", said(adjective, adjective, "adjective", label="DEM")


def pronoun(text: str, number: str = "Sing", gender: str = "", person: str = "3", sentence: int = 0) -> Mention:
    """A pronoun."""
    return said(text, text, "pronoun", number=number, gender=gender, person=person, sentence=sentence)


def sized(text: str, head: str, size: int) -> Mention:
    """A noun with a number."""
    return said(text, head, quantity=Quantity(size))
