"""What a later phrase may mean, and the tests that several rules of coreference share."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from kg.model import Entity, Mention, Span
from kg.resolve.given import gender

PERSON = "Person"
PEOPLE = frozenset((PERSON,))
BODIES = frozenset(("Organization", "Unit", "Group", "Actor", "State"))
ARTIFACTS = frozenset(("Artifact",))
PLACES = frozenset(("Place",))
KINDS = {kind: kinds for kinds in (PEOPLE, BODIES, ARTIFACTS, PLACES) for kind in kinds}
"""Kinds of entities that one description may mean, by each of them: "die Truppe" also an organisation."""
NUMBER = re.compile(r"\d+")
BEGIN = attrgetter("mention.span.begin")
KEPT = 10_000
"""How many pairs of words are remembered: those of one article are compared again and again."""
NEAR = 3
"""Sentences back in which a person without an office is looked for."""

NEUTER = "Neut"
"""Gender of nouns for people that says nothing of them: "das Kind"."""


class Actors(NamedTuple):
    """The phrases of an article for those who act."""

    speaking: frozenset[Span] = frozenset()
    """Those that say something: whoever speaks is an actor ("die Verteidigung")."""
    suspects: frozenset[Span] = frozenset()
    """Those for who attacked somebody, or was arrested: whom "der Täter" may mean."""
    partakers: tuple[Mention, ...] = ()
    """All who take part in an event: who is meant is asked of them alone."""


class Candidate:
    """An entity that a later phrase may mean; one that is not given is a thing, and linked if it is asked for."""

    __slots__ = ("_entity", "_link", "joined", "kind", "mention")

    def __init__(
        self,
        mention: Mention,
        entity: Entity | None,
        joined: tuple[Entity, ...] = (),
        link: Callable[[Mention], Entity] | None = None,
    ) -> None:
        """What a mention is, and those who stand beside it: Kunz of "Meier und Kunz", for what means both."""
        self.mention = mention
        self.kind = "Artifact" if entity is None else entity.kind
        self.joined = joined
        self._entity = entity
        self._link = link

    @property
    def entity(self) -> Entity:
        """What the phrase means, the first of several."""
        if self._entity is None:
            assert self._link is not None
            self._entity = self._link(self.mention)
        return self._entity

    @property
    def key(self) -> str:
        """What tells it from others: the IRI, or of a thing that is not linked its words."""
        return self.mention.span.text if self._entity is None else self._entity.iri

    @property
    def state(self) -> str:
        """The IRI of the state that it is, or belongs to."""
        if self._entity is None and not self.mention.modifiers:
            return ""  # nothing tells the state of a thing
        return self.entity.iri if self.kind == "State" else self.entity.state

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All that the phrase means."""
        return (self.entity, *self.joined)


class Candidates:
    """Candidates of one entity each, in text order."""

    def __init__(self) -> None:
        """Nobody yet."""
        self.all: list[Candidate] = []
        self._of_kinds: dict[frozenset[str], list[Candidate]] = {kinds: [] for kinds in KINDS.values()}

    def add(self, candidate: Candidate) -> None:
        """One further on in the text than all before."""
        self.all.append(candidate)
        if (kinds := KINDS.get(candidate.kind)) is not None:
            self._of_kinds[kinds].append(candidate)

    def before(self, mention: Mention, kinds: frozenset[str]) -> Sequence[Candidate]:
        """Those that begin before a phrase, of these kinds: none says that all can be."""
        known = self._of_kinds[kinds] if kinds else self.all
        return known[: bisect_left(known, mention.span.begin, key=BEGIN)]


class Phrase(NamedTuple):
    """What of a definite phrase decides by which rules its antecedent is found."""

    head: str
    single: bool
    """Whether it is of one, as its number says."""
    alone: bool
    """Whether it is one word: "der *Täter*"."""
    numbered: bool
    """Whether it has figures: "der 38-jährige Mann"."""
    bare: bool
    """Whether nothing behind the noun tells who it is."""


def phrase(mention: Mention) -> Phrase:
    """What the rules ask of a mention."""
    text = mention.span.text
    numbered = NUMBER.search(text) is not None
    return Phrase(mention.head, is_single(mention), " " not in text, numbered, not mention.modifiers)


def is_single(mention: Mention) -> bool:
    """Whether it is of one, as its number says: "der Soldat"."""
    return mention.number == "Sing" and mention.quantity is None


def is_several(mention: Mention) -> bool:
    """Whether it is of more than one, as its number or a figure says: "die Minister", "zwölf Menschen"."""
    return mention.quantity.size > 1 if mention.quantity is not None else mention.number == "Plur"


Rule = Callable[[Mention, Candidate], bool]
"""Whether a phrase means a candidate."""


def same_gender(mention: Mention, candidate: Candidate) -> bool:
    """Whether the phrase may mean the candidate: "die Ministerin" is no man."""
    other = gender(candidate.entity.label) if candidate.kind == PERSON else ""
    other = other or (candidate.mention.gender if candidate.mention.form == "noun" else "")
    return not other or mention.gender in ("", NEUTER, other)


@lru_cache(maxsize=KEPT)
def ends(head: str, *words: str) -> bool:
    """Whether a compound ends so, up to a letter: "Landtagsabgeordnete" and what a lemmatiser leaves, "Abgeordnet"."""
    head = head.casefold()
    for word in words:
        whole = word.casefold()
        if head in whole and len(whole) - whole.rfind(head) - len(head) <= 1:
            return True
    return False


def bare(noun: str) -> str:
    """Without what stands before a hyphen: "der SPD-Abgeordnete" is also a Landtagsabgeordneter."""
    return noun.rpartition("-")[2]
