"""Whom a mention names by itself, with what the article tells of it: "der Präsident" of the state before."""

from __future__ import annotations

from collections.abc import Callable

from kg.lang.offices import is_office
from kg.model import Entity, Mention
from kg.resolve.antecedents import PERSON
from kg.resolve.bodies import country
from kg.resolve.candidates import Candidates
from kg.resolve.linking import Linker, base_form, unit_of
from kg.resolve.persons import Persons

TOPIC, LOCATION = "topic", "location"
STATE, UNIT = "State", "Unit"
COMPLETED = frozenset((STATE, UNIT, PERSON))
"""Kinds of which the article tells more than the phrase."""
Meaning = Callable[[Mention], Entity | None]


class Named:
    """The entities that mentions name, in one article."""

    def __init__(self, linker: Linker, persons: Persons, candidates: Candidates, meaning: Meaning) -> None:
        """What is known of the article.

        Args:
            linker: the knowledge of the language.
            persons: those that the article calls by name.
            candidates: what was named so far; grows while the article is read.
            meaning: whom another mention refers to, such as the possessive in "sein Land".
        """
        self.linker = linker
        self.persons = persons
        self.candidates = candidates
        self.meaning = meaning
        self.halves = linker.lexicon.cues.get("compass", {})
        """What "der Norden" begins, if it is a state: "Nord"."""

    def entity(self, mention: Mention, role: str) -> Entity | None:
        """What a mention says itself, with what the article tells of such a thing."""
        half = self._half(mention, role) if mention.head in self.halves else None
        if half is None and self.linker.is_person(mention, role):
            person = self.persons.get(base_form(mention.name))
            if person is not None:
                return person
        found = half or self.linker.entity(mention, role)
        if found is None or found.kind not in COMPLETED:
            return found
        if found.kind == STATE:
            return found if found.wikidata else self._own_country(mention) or self._the_country(mention) or found
        if found.kind == UNIT:
            return found if found.state else self._of_whom(mention, found)
        return self._person(mention, found, role)

    def _person(self, mention: Mention, found: Entity, role: str) -> Entity:
        """Who holds the office that a mention names, or who is meant by the office alone."""
        if mention.label == "PER":
            return self.persons.get(found.label) or found
        office = (mention.head, self.linker.affiliation(mention) or found.state)
        # not "wird Finanzminister"
        holds = (mention.definite or office[1]) and mention.number != "Plur" and role != TOPIC
        same = self.persons.offices.get(office) if holds else None
        genders = self.persons.genders
        if same is not None and (not mention.gender or genders.get(same.iri, mention.gender) == mention.gender):
            return same
        employer = office[0] and office[1]
        words, official = mention.span.text, is_office(mention.head, self.linker.lexicon)
        who = (found.iri, PERSON, found.label, found.wikidata, found.aliases, words, employer, found.state)
        return Entity(*who, found.several, official)

    def _of_whom(self, mention: Mention, unit: Entity) -> Entity:
        """As in "Ihre Verbände" after "nordkoreanische Truppen": of the same state."""
        for whose in self._owners(mention):
            known = self.linker.gazetteer.by_iri.get(whose.iri if whose.kind == STATE else whose.state)
            if known is not None:
                return unit_of(known, unit.label)
        return unit

    def _own_country(self, mention: Mention) -> Entity | None:
        """As in "der polnische Präsident … *sein Land*"."""
        for whose in self._owners(mention):
            if whose.kind == PERSON:
                known = self.linker.gazetteer.by_iri
                return known.get(whose.state) or known.get(whose.affiliation)
        return None

    def _owners(self, mention: Mention) -> list[Entity]:
        """Whom its possessive means."""
        owners = [self.meaning(other) for relation, other in mention.modifiers if relation == "possessive"]
        return [whose for whose in owners if whose is not None]

    def _the_country(self, mention: Mention) -> Entity | None:
        """As in "Kenia wählt. … *das Land*": the one state that the article is about."""
        if not self.linker.lexicon.cue("country", mention.head):
            return None
        return self.linker.gazetteer.by_iri.get(country(mention, self.candidates.all))

    def _half(self, mention: Mention, role: str) -> Entity | None:
        """The one state of the article that "der Norden" is: Nordkorea; not "im Norden", nor "der Norden Syriens"."""
        if mention.modifiers or role == LOCATION:
            return None
        part = self.halves[mention.head]
        named = {c.entity.iri: c.entity for c in self.candidates.all if c.kind == STATE}
        found = [e for e in named.values() if e.label.startswith(part)]
        return found[0] if len(found) == 1 else None
