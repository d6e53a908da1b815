"""Phrases of direction that the parser hung far from their verb or noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.arguments import TOWARDS, Fillers, ordered, phrase_case
from kg.extract.participants.hung import in_other_clause, towards
from kg.extract.participants.restrictions import is_place

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

FAR = TOWARDS | {"recipient"}  # whose phrases the parser may hang on another noun


def with_far_phrases(head: Token, table: dict[str, str], roles: Fillers, lexicon: Lexicon) -> Fillers:
    """Phrases of direction that the parser hung on another noun: "Truppen zum Kampf in die Ukraine geschickt".

    The roles are `ordered`, before and after.
    """
    if FAR.isdisjoint(table.values()):
        return roles
    found = dict(roles)
    strays = [t for tokens in roles.values() for t in tokens if not syntax.within(t, head)]
    outside = [t for filler in strays for t in filler.subtree]
    for child in (*head.subtree, *outside):
        if child.dep_ != "nmod" or not child.adposition or child.head is head:
            continue
        role = table.get(child.adposition, "")
        if role not in FAR or role in found or not is_place(child, lexicon):
            continue
        if child not in outside and in_other_clause(child, head):
            continue
        directed = role in TOWARDS and bool(lexicon.cue("place", child.adposition))
        if not directed or phrase_case(child, lexicon) == "Acc":
            found[role] = syntax.coordinated(child)
    place = towards(head, lexicon) if "destination" in table.values() and "destination" not in found else None
    if place is not None:
        found["destination"] = [place]
    return ordered(found, lexicon) if len(found) > len(roles) else roles
