"""Which role the phrases around a word of saying have: the role of their place, unless what they mean gives another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution import places
from kg.extract.participants.restrictions import is_actor
from kg.lang import sayings as tables
from kg.lang.sayings import MEDIUM, SOURCE, Saying

if TYPE_CHECKING:
    from kg.extract.attribution.places import Filled
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

TEXTS = ("document",)
"""The class of nouns for what one reads: a text speaks as a medium ("das Gesetz sagt")."""


def fillers(row: Saying, filled: Filled, lexicon: Lexicon) -> Iterator[tuple[str, str, Token]]:
    """Place, role and head of each phrase that has a role."""
    pointed = _pointed(row, filled, lexicon)
    for place, heads in filled.items():
        for head in heads:
            role = _role(row, place, head, lexicon)
            if place == places.CLAUSE and role and pointed:
                role = pointed
            if role:
                yield place, role, head


def _role(row: Saying, place: str, head: Token, lexicon: Lexicon) -> str:
    actor, other = row.roles.get(place, ("", ""))
    noun = (syntax.antecedent(head) if syntax.is_relative(head) else None) or head
    points_back = noun.pos_ in ("PRON", "DET") and bool(lexicon.cue("anaphor", noun.lower_))
    role = actor if is_actor(noun, lexicon) and not points_back else other
    if role == SOURCE and lexicon.is_a(noun.lemma_, TEXTS):
        return MEDIUM
    if role == MEDIUM and place not in places.PLACES and not _is_text(noun, lexicon):
        return ""  # "in dieser Woche" is no medium
    return role


def _is_text(noun: Token, lexicon: Lexicon) -> bool:
    """Whether one can say something in it: a text, the press, or a speech."""
    return lexicon.is_a(noun.lemma_, (*TEXTS, "media")) or ("noun", noun.lemma_) in tables.load(lexicon.language).words


def _pointed(row: Saying, filled: Filled, lexicon: Lexicon) -> str:
    """The role of "darüber" or "es", which the clause that it points to shares: "darüber, *wie wir das machen*".

    First in its sentence "darüber" points back.
    """
    for place, heads in filled.items():
        for head in heads:
            to_clause = lexicon.cue("prepositional", head.lower_) and head.i > head.sent.start
            dummy = place == places.OBJECT and lexicon.cue("dummy", head.lower_)
            if place != places.CLAUSE and (to_clause or dummy):
                return _role(row, place, head, lexicon)
    return ""
