"""What a later phrase may mean, and the tests that several rules of coreference share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.model import Entity, Mention
from kg.resolve.given import gender

PERSON = "Person"
NEAR = 3
"""Sentences back in which a person without an office is looked for."""

NEUTER = "Neut"
"""Gender of nouns for people that says nothing of them: "das Kind"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a later phrase may mean."""

    mention: Mention
    entity: Entity
    joined: tuple[Entity, ...] = ()
    """Who stands beside it: Kunz of "Meier und Kunz", for what means both."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All that the phrase means."""
        return (self.entity, *self.joined)


Rule = Callable[[Mention, Candidate], bool]
"""Whether a phrase means a candidate."""


def same_gender(mention: Mention, candidate: Candidate) -> bool:
    """Whether the phrase may mean the candidate: "die Ministerin" is no man."""
    other = gender(candidate.entity.label) if candidate.entity.kind == PERSON else ""
    other = other or (candidate.mention.gender if candidate.mention.form == "noun" else "")
    return not other or mention.gender in ("", NEUTER, other)


def ends(head: str, *words: str) -> bool:
    """Whether a compound ends so, up to a letter: "Landtagsabgeordnete" and what a lemmatiser leaves, "Abgeordnet"."""
    head = head.casefold()
    for word in words:
        whole = word.casefold()
        begin = whole.rfind(head)
        if begin >= 0 and len(whole) - begin - len(head) <= 1:
            return True
    return False
