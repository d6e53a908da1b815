"""Whether what is looked into is a thing, to which it is done, or a matter, which is its topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.participants.restrictions import is_actor, is_place

if TYPE_CHECKING:
    from kg.extract.participants.arguments import Fillers
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

INTO = frozenset(("Investigation",))
"""Events that are done to somebody or something, and are about a matter."""
INCIDENT = ("incident", "dispute")
TALKS = frozenset(("Meeting", "Publication"))
"""Events that one can listen to or read: "das *Telefongespräch* abhören"."""
PATIENT, TOPIC = "patient", "topic"


def by_matter(event: str, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The roles, in which a matter is the topic: "prüft *die Vorwürfe*", but "prüft *die Papiere*"."""
    if event not in INTO or PATIENT not in roles:
        return roles
    matters = [t for t in roles[PATIENT] if is_matter(t, lexicon)]
    if not matters:
        return roles
    kept = {role: tokens for role, tokens in roles.items() if role != PATIENT}
    things = [t for t in roles[PATIENT] if t not in matters]
    topics = sorted([*roles.get(TOPIC, []), *matters], key=lambda t: t.i)
    return dict(sorted({**kept, **({PATIENT: things} if things else {}), TOPIC: topics}.items()))


def is_matter(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun means no person and no thing, but what happened, what somebody says or how something is."""
    if noun.pos_ != "NOUN" or noun.ent_type_ or is_actor(noun, lexicon) or is_place(noun, lexicon):
        return False
    if lexicon.is_a(noun.lemma_, INCIDENT) or noun.lemma_.lower().endswith(tuple(lexicon.cues.get("matter", ()))):
        return True
    return is_abstract(noun, lexicon)


def is_abstract(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun that no table has as a thing or as somebody names an event, an act or a quality, by its end."""
    rows, first = lexicon.nominal(noun.lemma_)
    if rows:
        return not first and rows[0].event not in TALKS
    endings = tuple(lexicon.cues.get("matter_ending", ()))
    return bool(endings) and not lexicon.noun_class(noun.lemma_) and noun.lemma_.endswith(endings)
