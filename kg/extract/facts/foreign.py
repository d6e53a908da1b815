"""Which events of a sentence without a word of saying are not the article's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution import quotes
from kg.extract.attribution.cue import is_in_own_person
from kg.extract.tree import once

if TYPE_CHECKING:
    from kg.extract.frames.events import Frame
    from kg.extract.tree import Token


def is_of_others(frame: Frame) -> bool:
    """Whether no article states it: what "ich" did, from an interview, what a slogan in quotation marks calls for."""
    trigger = frame.trigger
    return (trigger.pos_ == "VERB" and is_quoted(trigger)) or is_in_own_person(syntax.clause(trigger))


def is_quoted(trigger: Token) -> bool:
    """Whether it stands in quotation marks, also where nobody is seen to say it, or as a mere name of something."""
    return trigger.i in _quoted(trigger.doc.tokens[0])


@once
def _quoted(first: Token) -> frozenset[int]:
    """The places of all words of a text, by its first, that stand in quotation marks."""
    return frozenset(place for span in quotes.quoted(first.doc) for place in range(span.start, span.end))
