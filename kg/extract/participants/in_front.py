"""Phrases of a noun in front of the finite verb, where only one constituent stands, which the parser hung elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.hung import end_of
from kg.extract.tree import SUBJECTS, once

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

FIRST = SUBJECTS | {"obj", "obl"}
"""Relations of the noun that the constituent in front belongs to."""
NESTED = frozenset(("obl", "nmod"))


@once
def in_front(noun: Token, lexicon: Lexicon) -> list[Token]:
    """As in "Die Ernennung Meiers zum Chef *durch den Präsidenten* erfolgte", "Die Wahl Meiers *durch die FDP* …".

    Only of a clause with the verb second: one with a conjunction or a relative pronoun begins with that.
    """
    verb = noun.head
    if noun.dep_ not in FIRST or not syntax.is_predicate(verb):
        return []
    second = syntax.finite(verb).i
    later = [c for c in verb.children if noun.i < c.i < second and c.dep_ in NESTED and c.adposition]
    if not later or noun.left_edge.i != verb.left_edge.i:
        return []
    found, edge = [], end_of(noun) + 1
    for phrase in later:
        if phrase.left_edge.i != edge:
            break
        edge = end_of(phrase) + 1
        if edge > second:
            break
        inner = [c for c in phrase.children if c.dep_ == "nmod" and lexicon.cue("agent", c.adposition)]
        found += [phrase, *inner]
    return found
