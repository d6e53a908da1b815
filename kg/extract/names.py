"""The name of what a phrase refers to: its head's, that of an apposition, or one that the parser hung elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.tree import Span
from kg.lang.lexicon import NONE, Lexicon

if TYPE_CHECKING:
    from kg.extract.tree import Token

DEMONYM = "DEM"
BESIDE = frozenset(("appos", "flat"))
"""Relations of a name to the noun that it stands beside."""


def entity(token: Token) -> Span:
    """The name that the token, one of a name, stands in."""
    tokens = token.doc.tokens
    begin, end = token.i, token.i + 1
    while tokens[begin].ent_iob_ == "I" and begin > 0:
        begin -= 1
    while end < len(tokens) and tokens[end].ent_iob_ == "I":
        end += 1
    return Span(token.doc, begin, end)


def name(token: Token, lexicon: Lexicon) -> Span | None:
    """The name of what a phrase refers to: its head's, or that of an apposition ("der Sprecher Jan Meier")."""
    if token.ent_type_:
        own = entity(token)
        if token.doc.tokens[own.start].ent_type_ != DEMONYM and not _is_titled(token, lexicon):
            return own
    noun = _callable(token.lemma_, lexicon)
    if not noun.able:
        return None  # "das Konto Koslins" is not called so
    for child in token.children:
        # "Staatsanwaltschaft Braunschweig" is no town
        beside = child.ent_type_ and child.dep_ in BESIDE and child.ent_type_ not in noun.unlike
        if beside and not (child.children and is_member(child, lexicon)):
            return entity(child)
    if not noun.human:
        return None
    tokens = token.doc.tokens
    after = tokens[token.i + 1] if noun.official and token.i + 1 < len(tokens) else token
    if after.i != token.i and after.ent_type_ == "PER" and after.ent_iob_ == "B":
        return entity(after)  # "Außenminister Modibo Sangho", whatever the tree says
    for child in token.children:
        if child.dep_ == "nmod" and (stray := _stray_name(child, lexicon)) is not None:
            return stray
    return None


class _Callable(NamedTuple):
    """What the name beside a noun may be."""

    able: bool
    """Whether it may be called by a name: an actor, a place, or what no table knows."""
    unlike: Collection[str]
    """Kinds of names that are not its own: a place beside an organisation says where it is."""
    human: bool
    official: bool


@cache
def _callable(lemma: str, lexicon: Lexicon) -> _Callable:
    classes = (("actor", "place"), ("organization", "force"), ("human",), ("official",))
    able, seated, human, official = (lexicon.is_a(lemma, wanted) for wanted in classes)
    court = lexicon.is_a(lemma, ("court",))  # "Oberlandesgericht *Celle*", which the recogniser may take for a person
    unlike = frozenset((DEMONYM, *(("LOC",) if seated else ()), *(("PER",) if court else ())))
    return _Callable(able or not lexicon.noun_class(lemma), unlike, human, official)


def _stray_name(noun: Token, lexicon: Lexicon) -> Span | None:
    """A person's name hung on what is no person: "der Präsident der Republik Kongo, *Jan Meier*, …"."""
    if noun.ent_type_ == "PER" or lexicon.is_a(noun.lemma_, ("human",)):
        return None
    for child in noun.children:
        if child.dep_ in BESIDE and child.ent_type_ == "PER" and child.ent_iob_ == "B":
            return entity(child)
        if child.dep_ == "nmod" and (found := _stray_name(child, lexicon)) is not None:
            return found
    return None


def is_member(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase names only one of those before it: "die Länder, *so etwa Hessen*"."""
    words = {c.lower_ for c in noun.children}
    known = (lexicon.cue("members", word) for word in words)
    return any(second == NONE or not words.isdisjoint(second.split("/")) for second in known if second)


def _is_titled(token: Token, lexicon: Lexicon) -> bool:
    """Whether the name of a noun is that of the person behind it: "NPR-Journalist *Juan Williams*"."""
    if token.pos_ != "NOUN":
        return False
    person = any(c.dep_ in BESIDE and c.ent_type_ == "PER" and c.ent_iob_ == "B" for c in token.children)
    return person or is_title(token, lexicon)


def is_title(token: Token, lexicon: Lexicon) -> bool:
    """Whether the head is an office that the recogniser took into a name: "NATO-Generalsekretär" as an organisation.

    Or a body that it took for a place: "dem *US-Konzern*".
    """
    if token.pos_ != "NOUN":
        return False
    body = token.ent_type_ == "LOC" and "-" in token.text and lexicon.is_a(token.lemma_, ("organization",))
    return body or lexicon.is_a(token.lemma_, ("official",))
