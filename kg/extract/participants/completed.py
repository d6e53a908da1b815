"""Roles of an event that only become clear when it is known for one: who did it, by the words around its noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.participants.arguments import Fillers, ordered, resolved
from kg.extract.participants.restrictions import is_actor
from kg.extract.participants.sharers import accused, enabled, reaching, speaking

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

AGENT, INSTRUMENT, LOCATION = "agent", "instrument", "location"
THINGS = ("weapon", "goods", "disaster", "incident")
"""Classes of what does nothing by itself."""
HELD = frozenset(("Decision", "Investigation", "Meeting", "Negotiation"))
"""Events that take place in the body that does them."""
BODIES = ("assembly", "court")
WORKS = frozenset(("Negotiation", "Publication"))
"""Events whose result belongs to who made it."""


def with_doer(noun: Token, event: str, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The roles of an event noun with who does it, where the verb that the noun stands by says so."""
    if AGENT in roles:
        return roles
    for rule in (accused, speaking, reaching, enabled):
        if who := rule(noun, lexicon):
            return ordered({**roles, AGENT: [t for one in who for t in resolved(one, lexicon)]}, lexicon)
    return with_bodies(event, roles, lexicon)


def with_bodies(event: str, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """With those places as agents that act themselves: "die Abstimmung im *Senat*", "vor *Gericht* verhandelt"."""
    if event not in HELD or AGENT in roles or LOCATION not in roles:
        return roles
    found = [t for t in roles[LOCATION] if t.ent_type_ != "LOC" and lexicon.is_a(t.lemma_, BODIES)]
    if not found:
        return roles
    rest = {**roles, AGENT: found, LOCATION: [t for t in roles[LOCATION] if t not in found]}
    return {role: tokens for role, tokens in sorted(rest.items()) if tokens}


def without_things(roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The roles, in which a thing is what was harmed with: "*Die Bombe* tötete elf Händler"."""
    things = [t for t in roles.get(AGENT, ()) if _is_thing(t, lexicon)]
    if not things:
        return roles
    kept = [t for t in roles[AGENT] if t not in things]
    means = sorted([*roles.get(INSTRUMENT, []), *things], key=lambda t: t.i)
    rest = {**roles, AGENT: kept, INSTRUMENT: means}
    return {role: tokens for role, tokens in sorted(rest.items()) if tokens}


def _is_thing(noun: Token, lexicon: Lexicon) -> bool:
    return noun.pos_ == "NOUN" and not noun.ent_type_ and lexicon.is_a(noun.lemma_, THINGS)


def with_author(participle: Token, event: str, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """With whose work it is: "eine jüngst veröffentlichte Studie *der Bank*"."""
    if AGENT in roles or event not in WORKS or not any(t.i == participle.head.i for ts in roles.values() for t in ts):
        return roles
    owner = next((c for c in participle.head.children if _owns(c, lexicon)), None)
    if owner is None:
        return roles
    return ordered({**roles, AGENT: resolved(owner, lexicon)}, lexicon)


def _owns(child: Token, lexicon: Lexicon) -> bool:
    """Whether a child of a work says whose it is: a possessive, a genitive or "von" with a name."""
    if child.dep_ == "det:poss":
        return True
    if child.dep_ != "nmod" or not is_actor(child, lexicon):
        return False
    return not child.adposition or (bool(child.ent_type_) and bool(lexicon.cue("genitive", child.adposition)))
