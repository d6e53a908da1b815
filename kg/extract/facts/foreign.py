"""Which events of a sentence without a word of saying are not the article's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution import quotes
from kg.extract.tree import once

if TYPE_CHECKING:
    from kg.extract.frames.events import Frame
    from kg.extract.tree import Token

SPEAKING = ("1", "2")
"""Persons of whom only those speak who are asked or ask."""


def is_of_others(frame: Frame) -> bool:
    """Whether no article states it: what "ich" did, what a slogan in quotation marks calls for."""
    trigger = frame.trigger
    return (trigger.pos_ == "VERB" and is_quoted(trigger)) or _is_own(syntax.clause(trigger))


def is_quoted(trigger: Token) -> bool:
    """Whether it stands in quotation marks, also where nobody is seen to say it, or as a mere name of something."""
    return trigger.i in _quoted(trigger.doc.tokens[0])


@once
def _quoted(first: Token) -> frozenset[int]:
    """The places of all words of a text, by its first, that stand in quotation marks."""
    return frozenset(place for span in quotes.quoted(first.doc) for place in range(span.start, span.end))


def _is_own(verb: Token) -> bool:
    """As in "*Ich habe* dort Leute getroffen", from an interview: no article speaks of itself so."""
    finite = syntax.finite(verb)
    return syntax.feature(finite, "Person") in SPEAKING and syntax.feature(finite, "VerbForm") == "Fin"
