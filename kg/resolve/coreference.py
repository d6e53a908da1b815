"""Which mentions of an article are the same: short names of a person, pronouns, offices ("der Machthaber")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from kg.model import Entity, Mention, Span
from kg.resolve.descriptions import Candidate, described, short_form
from kg.resolve.linking import Linker, merged, unit_of

WINDOW = 2
"""Sentences back that a pronoun may reach."""
FIRST = "1"
SUBJECT_BONUS = 1.5
SPEAKER_BONUS = 1.0
"""Of who spoke last, for the subject of a word of saying: "…, sagte er"."""
PERSON = "Person"
SOURCE = "source"
GENDERS = frozenset(("Masc", "Fem"))


class Discourse:
    """The entities of one article, in text order."""

    def __init__(
        self, linker: Linker, mentions: Iterable[Mention], text: str = "", speaking: Collection[Span] = ()
    ) -> None:
        """What an article speaks of.

        Args:
            linker: the knowledge of the language.
            mentions: all mentions, in any order.
            text: of the article, for the abbreviations in brackets.
            speaking: the phrases that say something: whoever speaks is an actor ("die Verteidigung").
        """
        self.linker = linker
        self.persons: dict[str, Entity] = {}
        """Full and last names of persons, lower case; a last name that two persons share is not there."""
        self.offices: dict[tuple[str, str], Entity] = {}
        self.genders: dict[str, str] = {}
        """Of persons by IRI, where a title tells it: "die Sprecherin Eva Meier"."""
        self.short_forms: dict[str, Entity] = {}
        self.candidates: list[Candidate] = []
        self.speaker: Entity | None = None
        """Who spoke last."""
        ordered = sorted(mentions, key=lambda m: (m.span.begin, m.span.end))
        self._learn_persons(ordered)
        for mention in ordered:
            if mention.form not in ("pronoun", "possessive"):
                entity = self.entity(mention, SOURCE if mention.span in speaking else "agent", None)
                if entity is not None:
                    self._learn(mention, entity, text)

    def _learn(self, mention: Mention, entity: Entity, text: str) -> None:
        self.candidates.append(Candidate(mention, entity))
        if entity.kind == PERSON and mention.form == "noun" and mention.gender in GENDERS:
            self.genders.setdefault(entity.iri, mention.gender)
        short = short_form(mention, text) if text and entity.kind != PERSON else ""
        if short and self.linker.gazetteer.organization(short) is None:
            self.short_forms.setdefault(short, entity)

    def _learn_persons(self, mentions: Iterable[Mention]) -> None:
        shared: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            if mention.label != "PER" or self.linker.gazetteer.seat(mention.name) is not None:
                continue
            entity = self.linker.person(mention)
            known = self.persons.get(entity.label.lower())
            entity = merged(known, entity) if known is not None else entity
            self.persons[entity.label.lower()] = entity
            for part in entity.label.split() if " " in entity.label else ():
                shared[part.lower()].add(entity.label.lower())
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
            return speaker if mention.person == FIRST else self._antecedent(mention, says=role == SOURCE)
        if mention.name in self.short_forms:
            return self.short_forms[mention.name]
        missed = mention.form == "noun" and not mention.name and not mention.definite and not mention.modifiers
        if missed and mention.span.text.lower() in self.persons:
            return self.persons[mention.span.text.lower()]  # "Hossam Fikri … Fikri", which the recogniser overlooked
        known = described(mention, self.candidates, self.linker.lexicon) if mention.definite else None
        if known is not None and (known.kind != PERSON or not self.linker.affiliation(mention)):
            return known
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

    def _antecedent(self, pronoun: Mention, *, says: bool = False) -> Entity | None:
        """The best earlier mention that agrees in number and gender; None if two are equally good."""
        scored: list[tuple[float, int, Entity]] = []
        for place, candidate in enumerate(self.candidates):
            mention = candidate.mention
            back = pronoun.sentence - mention.sentence
            if mention.span.end > pronoun.span.begin or not 0 <= back <= WINDOW:
                continue
            if not _agree(pronoun, candidate, self.genders.get(candidate.entity.iri, "")):
                continue
            spoke = says and self.speaker is not None and candidate.entity.iri == self.speaker.iri
            score = SUBJECT_BONUS * mention.subject - back + (candidate.entity.kind == PERSON) * 0.5
            score += SPEAKER_BONUS * spoke
            scored.append((score, place, candidate.entity))
        if not scored:
            return None
        # "um seinen Krieg anzuheizen": whose is a guess unless only one can be meant
        best = max(score for score, _, _ in scored) if pronoun.form == "pronoun" else float("-inf")
        entities = {e.iri: e for score, _, e in scored if score >= best}
        return next(iter(entities.values())) if len(entities) == 1 else None


def _agree(pronoun: Mention, candidate: Candidate, gender: str) -> bool:
    """Whether number and gender allow the antecedent; `gender` is that of a person, if it is known."""
    mention = candidate.mention
    if gender and pronoun.gender in GENDERS and pronoun.number == "Sing" and pronoun.gender != gender:
        return False
    if pronoun.form == "possessive" and pronoun.gender == "Fem":  # "ihr" is of a woman or of several
        return mention.number == "Plur" or mention.gender in ("", "Fem")
    if pronoun.number and mention.number and pronoun.number != mention.number:
        return False
    if candidate.entity.kind == PERSON and mention.form == "name":
        return pronoun.number != "Plur" and pronoun.gender in ("", "Masc", "Fem")
    if candidate.entity.kind in ("Artifact", "Place", "Document"):
        return False
    return pronoun.number == "Plur" or not pronoun.gender or not mention.gender or pronoun.gender == mention.gender
