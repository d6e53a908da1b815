"""What a noun phrase may be: the classes that a row of a table asks of the fillers of its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

NAMES = {
    "PER": frozenset(("person", "human", "official", "group", "actor")),
    "LOC": frozenset(("place", "state", "actor")),
    "ORG": frozenset(("organization", "actor")),
    "DEM": frozenset(("person", "human", "group", "actor")),
}
"""Classes of what a name may be; "die Nordkoreaner" is tagged as a demonym."""
PRONOUNS = frozenset(("actor", "human", "person", "group", "official"))
ELLIPTIC = frozenset(("PRON", "ADJ", "NUM"))
"""Words that stand for a noun: "er", "fünf getötet und *weitere* verletzt"."""
PEOPLE = frozenset(("actor", "human", "force", "crowd"))
"""Classes of "weitere" and "110" without a noun."""
IDIOM = "idiom"
"""Nouns that make an idiom with their verb ("ums Leben kommen") have a class that begins so, and fill no role."""
PLACES = frozenset(("place", "state", "organization", "target"))


def is_place(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun names or means a place, or where one can be (an embassy)."""
    return noun.ent_type_ in ("LOC", "ORG") or noun.pos_ == "PROPN" or lexicon.is_a(noun.lemma_, PLACES)


def is_named_place(noun: Token) -> bool:
    """Whether the noun is the name of a place."""
    return noun.ent_type_ == "LOC"


def is_actor(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun names or means somebody."""
    if lexicon.noun_class(noun.lemma_):
        return lexicon.is_a(noun.lemma_, ("actor",))
    return noun.ent_type_ in NAMES or noun.pos_ == "PRON"


def is_time(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun means a time, which is no role."""
    return lexicon.is_a(noun.lemma_, ("time",)) or bool(lexicon.cue("time", noun.lower_))


def is_idiom(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun only makes an idiom with its verb."""
    return lexicon.noun_class(noun.lemma_).startswith(IDIOM)


Needs = tuple[tuple[str, frozenset[str]], ...]


def fulfils(found: dict[str, list[Token]], needs: Needs, lexicon: Lexicon, first: str = "") -> bool:
    """Whether the roles that a row needs are filled by nouns of the classes that it names.

    `first` is the lemma of the first part of a compound, which fills its role ("Waffenlieferung": Waffe).
    """
    return all(any(is_of(t, classes, lexicon, first) for t in found.get(role, [])) for role, classes in needs)


def is_of(token: Token, classes: frozenset[str], lexicon: Lexicon, first: str = "") -> bool:
    """Whether a noun is of one of the classes; "any" is every noun, an event type the nouns of that event."""
    if "any" in classes:
        return True
    lemma = first or token.lemma_
    if lexicon.is_a(lemma, classes) or classes & {row.event for row in lexicon.nominal(lemma)[0]}:
        return True
    if token.pos_ in ELLIPTIC and not token.ent_type_:
        # "er zog sich zurück" is no withdrawal of troops, "sie werden eingesetzt" may be a deployment
        if token.pos_ != "PRON":
            return bool(classes & PEOPLE)
        plural = token.features.get("Number") == "Plur"
        return bool(classes & (PRONOUNS | {"force"} if plural else PRONOUNS))
    return bool(classes & NAMES.get(token.ent_type_, frozenset()))
