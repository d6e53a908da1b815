"""Which mentions of an article are the same: short names of a person, pronouns, offices ("der Machthaber")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.model import Entity, Mention
from kg.resolve.linking import Linker, merged, unit_of

WINDOW = 2
"""Sentences back that a pronoun may reach."""
FIRST = "1"
SUBJECT_BONUS = 1.5
PERSON = "Person"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a later pronoun may mean."""

    mention: Mention
    entity: Entity


class Discourse:
    """The entities of one article, in text order."""

    def __init__(self, linker: Linker, mentions: Iterable[Mention]) -> None:
        self.linker = linker
        self.persons: dict[str, Entity] = {}
        """Full and last names of persons, lower case; a last name that two persons share is not there."""
        self.offices: dict[tuple[str, str], Entity] = {}
        self.candidates: list[Candidate] = []
        ordered = sorted(mentions, key=lambda m: (m.span.begin, m.span.end))
        self._learn_persons(ordered)
        for mention in ordered:
            if mention.form not in ("pronoun", "possessive"):
                entity = self.entity(mention, "agent", None)
                if entity is not None:
                    self.candidates.append(Candidate(mention, entity))

    def _learn_persons(self, mentions: Iterable[Mention]) -> None:
        shared: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            if mention.label != "PER" or self.linker.gazetteer.seat(mention.name) is not None:
                continue
            entity = self.linker.person(mention)
            known = self.persons.get(entity.label.lower())
            entity = merged(known, entity) if known is not None else entity
            self.persons[entity.label.lower()] = entity
            if " " in entity.label:
                shared[entity.label.split()[-1].lower()].add(entity.label.lower())
            if entity.role:
                self.offices.setdefault((mention.head, entity.affiliation or entity.state), entity)
        for last, full in shared.items():
            if len(full) == 1:
                self.persons[last] = merged(
                    self.persons[next(iter(full))], self.persons.get(last, self.persons[next(iter(full))])
                )
                self.persons[next(iter(full))] = self.persons[last]

    def entity(self, mention: Mention, role: str, speaker: Entity | None) -> Entity | None:
        """What a mention refers to; `speaker` is who says "wir" and "ich"."""
        if mention.form in ("pronoun", "possessive"):
            return speaker if mention.person == FIRST else self._antecedent(mention)
        part = self.linker.lexicon.cue("compass", mention.head)
        found = (self._half(part) if part else None) or self.linker.entity(mention, role)
        if found is not None and found.kind == "Unit" and not found.state:
            return self._of_whom(mention, found)
        if found is None or found.kind != PERSON:
            return found
        if mention.label == "PER":
            name = found.label.lower()
            return self.persons.get(name) or self.persons.get(name.removesuffix("s"), found)
        office = (mention.head, self.linker.affiliation(mention) or found.state)
        same = self.offices.get(office)
        return same if same is not None else replace(found, role=mention.span.text, affiliation=office[0] and office[1])

    def _of_whom(self, mention: Mention, unit: Entity) -> Entity:
        """As in "Ihre Verbände" after "nordkoreanische Truppen": of the same state."""
        for relation, other in mention.modifiers:
            whose = self._antecedent(other) if relation == "possessive" else None
            state = whose.iri if whose is not None and whose.kind == "State" else whose.state if whose else ""
            known = {e.iri: e for e in self.linker.gazetteer.all()}.get(state)
            if known is not None:
                return unit_of(known, unit.label)
        return unit

    def _half(self, part: str) -> Entity | None:
        """The one state of the article that "der Norden" is: Nordkorea."""
        named = {c.entity.iri: c.entity for c in self.candidates if c.entity.kind == "State"}
        found = [e for e in named.values() if e.label.startswith(part)]
        return found[0] if len(found) == 1 else None

    def _antecedent(self, pronoun: Mention) -> Entity | None:
        """The best earlier mention that agrees in number and gender; None if two are equally good."""
        scored: list[tuple[float, int, Entity]] = []
        for place, candidate in enumerate(self.candidates):
            mention = candidate.mention
            back = pronoun.sentence - mention.sentence
            if mention.span.end > pronoun.span.begin or not 0 <= back <= WINDOW:
                continue
            if not _agree(pronoun, candidate):
                continue
            score = SUBJECT_BONUS * mention.subject - back + (candidate.entity.kind == PERSON) * 0.5
            scored.append((score, place, candidate.entity))
        if not scored:
            return None
        # "um seinen Krieg anzuheizen": whose is a guess unless only one can be meant
        best = max(score for score, _, _ in scored) if pronoun.form == "pronoun" else float("-inf")
        entities = {e.iri: e for score, _, e in scored if score >= best}
        return next(iter(entities.values())) if len(entities) == 1 else None


def _agree(pronoun: Mention, candidate: Candidate) -> bool:
    mention = candidate.mention
    if pronoun.form == "possessive" and pronoun.gender == "Fem":  # "ihr" is of a woman or of several
        return mention.number == "Plur" or mention.gender in ("", "Fem")
    if pronoun.number and mention.number and pronoun.number != mention.number:
        return False
    if candidate.entity.kind == PERSON and mention.form == "name":
        return pronoun.number != "Plur" and pronoun.gender in ("", "Masc", "Fem")
    if candidate.entity.kind in ("Artifact", "Place", "Document"):
        return False
    return pronoun.number == "Plur" or not pronoun.gender or not mention.gender or pronoun.gender == mention.gender
