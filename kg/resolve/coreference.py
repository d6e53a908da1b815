"""Which mentions of an article are the same: short names of a person, pronouns, offices ("der Machthaber")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kg.model import Entity, Mention, Span
from kg.resolve.antecedents import GENDERS, PERSON, THINGS, Search, antecedent, as_named, parts
from kg.resolve.bodies import country
from kg.resolve.candidates import Candidate, ends
from kg.resolve.descriptions import both, described, is_both, short_form, together
from kg.resolve.given import gender
from kg.resolve.linking import Linker, merged, unit_of
from kg.resolve.people import is_called

FIRST = "1"
SOURCE, TOPIC, LOCATION = "source", "topic", "location"
PRONOMINAL = frozenset(("pronoun", "possessive"))
JOINED = "joined"
CLOSING = (",", ".", ":", "")
"""What ends a name that is set off."""


class Discourse:
    """The entities of one article, in text order."""

    def __init__(
        self,
        linker: Linker,
        mentions: Iterable[Mention],
        text: str = "",
        speaking: Collection[Span] = (),
        suspects: Collection[Span] = (),
    ) -> None:
        """What an article speaks of.

        Args:
            linker: the knowledge of the language.
            mentions: all mentions, in any order.
            text: of the article, for the abbreviations in brackets.
            speaking: the phrases that say something: whoever speaks is an actor ("die Verteidigung").
            suspects: the phrases for who attacked somebody, or was arrested: whom "der Täter" may mean.
        """
        self.linker = linker
        self.text = text
        self.suspects = suspects
        self.persons: dict[str, Entity] = {}
        """Full and last names of persons, lower case; a last name that two persons share is not there."""
        self.offices: dict[tuple[str, str], Entity] = {}
        self.genders: dict[str, str] = {}
        """Of persons by IRI, where the first name or a title tells it: "Eva Meier", "die Sprecherin Meier"."""
        self.short_forms: dict[str, Entity] = {}
        self.candidates: list[Candidate] = []
        self.groups: list[Candidate] = []
        """Those that "und" joins, as whom "sie" and "die beiden" mean."""
        self.speaker: Entity | None = None
        """Who spoke last."""
        ordered = sorted(mentions, key=lambda m: (m.span.begin, m.span.end))
        self.within = parts(ordered)
        self.appositions: dict[Span, Mention] = {}
        """Nouns that say what a name is: "Meier, *ein Abgeordneter*", "der *Vizekanzler* und Minister Jan Meier"."""
        self._learn_appositions(ordered)
        self._learn_persons(ordered)
        for mention in map(self._called, ordered):
            if mention.form in PRONOMINAL:
                self._learn_pronoun(mention)
                continue
            found = self.entities(mention, SOURCE if mention.span in speaking else "agent", None)
            if len(found) > 1:
                self.groups.append(Candidate(mention, found[0], found[1:]))
            if found:
                self._learn(mention, found[0])

    def _learn(self, mention: Mention, entity: Entity) -> None:
        if self._is_predicate(mention, entity):
            return
        self.candidates.append(Candidate(mention, entity))
        if entity.kind == PERSON and mention.form == "noun" and mention.gender in GENDERS:
            self.genders.setdefault(entity.iri, mention.gender)
        short = short_form(mention, self.text) if self.text and entity.kind != PERSON else ""
        if short and self.linker.gazetteer.organization(short) is None:
            self.short_forms.setdefault(short, entity)
        others = [m for relation, m in mention.modifiers if relation == JOINED]
        joined = [e for m in others if (e := self.entity(m, "agent", None)) is not None and e.kind not in THINGS]
        if not joined or entity.kind in THINGS:
            return
        if len({e.iri for e in (entity, *joined)}) == 1 + len(others):
            span = Span(mention.span.begin, others[-1].span.end, "")
            self.groups.append(Candidate(replace(mention, span=span), entity, tuple(joined)))

    def _is_predicate(self, mention: Mention, entity: Entity) -> bool:
        """Whether a noun only says what somebody is: a person without an article ("war als *Juristin* tätig")."""
        if entity.kind != PERSON or mention.form != "noun" or mention.number != "Sing":
            return False
        if mention.name or mention.definite or mention.modifiers or mention.quantity:
            return False
        before = self.text[: mention.span.begin].rsplit(maxsplit=1)[-1:]
        return bool(before) and not self.linker.lexicon.cue("indefinite", before[0].lower())

    def _learn_appositions(self, mentions: Collection[Mention]) -> None:
        names = {m.span.begin: m for m in mentions if m.label == "PER" and m.form == "name"}
        for mention in mentions:
            if (named := self._set_off(mention, names)) is not None:
                self.appositions[mention.span] = named
            for relation, other in mention.modifiers:
                if relation == "apposition" and mention.name and other.form == "noun" and not other.name:
                    self.appositions[other.span] = mention
                between = self.text[mention.span.end : other.span.begin].split()
                if relation == JOINED and not mention.name and other.form == "noun" and len(between) == 1:
                    official = self.linker.lexicon.is_a(mention.head, ("official",))
                    if other.label == "PER" and official and mention.number == "Sing":
                        self.appositions[mention.span] = other

    def _set_off(self, mention: Mention, names: Mapping[int, Mention]) -> Mention | None:
        """The name between commas behind an office: "der Chef der Behörde für Arbeit, *Jan Meier*, sagte"."""
        official = mention.form == "noun" and mention.number == "Sing" and not mention.name and mention.definite
        if not official or not self.text.startswith(", ", mention.span.end):
            return None
        named = names.get(mention.span.end + 2)
        behind = not ends(mention.head, mention.span.text.split()[-1])  # not "der Berater des Ministers, Jan Meier"
        if named is None or not behind or not self.linker.lexicon.is_a(mention.head, ("official",)):
            return None
        return named if self.text[named.span.end : named.span.end + 1] in CLOSING else None

    def _learn_pronoun(self, pronoun: Mention) -> None:
        """What a pronoun means is named once more, and its gender known: "Meier kam. *Sie* …"."""
        found = as_named(pronoun, self._antecedent(pronoun))
        if found is None:
            return
        if found.entity.kind == PERSON and pronoun.gender in GENDERS:
            self.genders.setdefault(found.entity.iri, pronoun.gender)
        (self.groups if found.joined else self.candidates).append(found)

    def _learn_persons(self, mentions: Iterable[Mention]) -> None:
        lasts: dict[str, set[str]] = defaultdict(set)
        firsts: dict[str, set[str]] = defaultdict(set)
        named = [m for m in mentions if m.label == "PER" and self.linker.gazetteer.seat(m.name) is None]
        known_names = {word.lower() for m in named for word in (m.name, *m.name.split())}
        for mention in named:
            if mention.name.lower().removesuffix("s") in known_names - {mention.name.lower()}:
                continue  # "Meiers" is the genitive of "Meier"
            entity = self.linker.person(mention)
            known = self.persons.get(entity.label.lower())
            entity = merged(known, entity) if known is not None else entity
            self.persons[entity.label.lower()] = entity
            *others, last = entity.label.split() if " " in entity.label else ("",)
            for part in others:
                firsts[part.lower()].add(entity.label.lower())
            particle, _, bare = last.partition("-")
            for part in (last, bare if particle.islower() else ""):  # "al-Hassani"
                lasts[part.lower()].add(entity.label.lower())
            if first := gender(entity.label):
                self.genders.setdefault(entity.iri, first)
            if entity.role:
                self.offices.setdefault((mention.head, entity.affiliation or entity.state), entity)
        # "Meier von der Zeitung Nord" is not called Meier as Jan Meier is
        for last, full in {**firsts, **lasts}.items():
            if last and len(full) == 1:
                self.persons[last] = merged(
                    self.persons[next(iter(full))], self.persons.get(last, self.persons[next(iter(full))])
                )
                self.persons[next(iter(full))] = self.persons[last]

    def _called(self, mention: Mention) -> Mention:
        """The surname of somebody that the recogniser overlooked or took for a place: "Jan Fikri … *Fikri*"."""
        if mention.label == "PER" or mention.definite or mention.modifiers or " " in mention.span.text:
            return mention
        known = self.persons.get(mention.span.text.lower())
        place = bool(mention.name) and (known is None or " " not in known.label or mention.label in ("ORG", "DEM"))
        if known is None or place or mention.form not in ("noun", "name"):
            return mention
        return replace(mention, form="name", name=mention.span.text, label="PER", gender="")

    def entities(self, mention: Mention, role: str, speaker: Entity | None) -> tuple[Entity, ...]:
        """All that a mention refers to: both of "Meier und Kunz" for "sie" and "die beiden"."""
        two = is_both(mention, self.linker.lexicon)
        if mention.form in PRONOMINAL and mention.person != FIRST and not two:
            return self._antecedent(mention, says=role == SOURCE)
        if (whole := _whole(mention)) is not None and (meant := self._antecedent(whole)):
            return meant
        listed = _listed(mention)
        if len(listed) > 1:
            return tuple(e for m in listed if (e := self.entity(m, role, speaker)) is not None)
        if two:
            pair = both(mention, self.candidates, self.groups, self.linker.lexicon)
        else:
            pair = together(mention, self.groups)
        if pair or (two and mention.form in PRONOMINAL):
            return pair
        found = self.entity(mention, role, speaker)
        return (found,) if found is not None else ()

    def entity(self, mention: Mention, role: str, speaker: Entity | None) -> Entity | None:
        """The one that a mention refers to, or None; `speaker` is who says "wir" and "ich"."""
        if mention.form in PRONOMINAL:
            if mention.person == FIRST:
                return speaker
            meant = self._antecedent(mention, says=role == SOURCE)
            return meant[0] if len(meant) == 1 else None
        mention = self._called(mention)
        named = self.appositions.get(mention.span)
        if named is not None and named.span != mention.span:
            return self.entity(named, role, speaker)
        if (short := mention.name or mention.head) in self.short_forms:
            return self.short_forms[short]
        holder = mention.definite and role != TOPIC  # "zum Präsidenten berufen": an office, whoever held it
        known = described(mention, self._open_to(mention), self.linker.lexicon) if holder else None
        if known is not None and self._may_be(known, mention):
            return known
        found = self._half(mention, role) or self.linker.entity(mention, role)
        if found is not None and found.kind == "State" and not found.wikidata:
            return self._own_country(mention) or self._the_country(mention) or found
        if found is not None and found.kind == "Unit" and not found.state:
            return self._of_whom(mention, found)
        if found is None or found.kind != PERSON:
            return found
        if mention.label == "PER":
            name = found.label.lower()
            return self.persons.get(name) or self.persons.get(name.removesuffix("s"), found)
        office = (mention.head, self.linker.affiliation(mention) or found.state)
        # not "wird Finanzminister"
        holds = (mention.definite or office[1]) and mention.number != "Plur" and role != TOPIC
        same = self.offices.get(office) if holds else None
        if same is not None and mention.gender and self.genders.get(same.iri, mention.gender) != mention.gender:
            same = None
        return same if same is not None else replace(found, role=mention.span.text, affiliation=office[0] and office[1])

    def _open_to(self, mention: Mention) -> list[Candidate]:
        """Whom a description may mean: "der Täter" only who has done something, not who was shot."""
        if not is_called("suspect", mention, self.linker.lexicon):
            return self.candidates
        suspect = {c.entity.iri for c in self.candidates if c.mention.span in self.suspects}
        same = mention.head
        return [c for c in self.candidates if c.entity.iri in suspect or c.mention.head == same]

    def _may_be(self, known: Entity, mention: Mention) -> bool:
        """Whether a description does not name another state or body: "der US-Präsident" is no Polish one."""
        of = self.linker.affiliation(mention)
        return known.kind != PERSON or not of or of in (known.affiliation or known.state or of, known.state)

    def _of_whom(self, mention: Mention, unit: Entity) -> Entity:
        """As in "Ihre Verbände" after "nordkoreanische Truppen": of the same state."""
        for relation, other in mention.modifiers:
            whose = self.entity(other, "agent", None) if relation == "possessive" else None
            state = whose.iri if whose is not None and whose.kind == "State" else whose.state if whose else ""
            known = self.linker.gazetteer.by_iri.get(state)
            if known is not None:
                return unit_of(known, unit.label)
        return unit

    def _own_country(self, mention: Mention) -> Entity | None:
        """As in "der polnische Präsident … *sein Land*"."""
        for relation, other in mention.modifiers:
            whose = self.entity(other, "agent", None) if relation == "possessive" else None
            if whose is not None and whose.kind == PERSON:
                known = self.linker.gazetteer.by_iri
                return known.get(whose.state) or known.get(whose.affiliation)
        return None

    def _the_country(self, mention: Mention) -> Entity | None:
        """As in "Kenia wählt. … *das Land*": the one state that the article is about."""
        if not self.linker.lexicon.cue("country", mention.head):
            return None
        return self.linker.gazetteer.by_iri.get(country(mention, self.candidates))

    def _half(self, mention: Mention, role: str) -> Entity | None:
        """The one state of the article that "der Norden" is: Nordkorea; not "im Norden", nor "der Norden Syriens"."""
        part = self.linker.lexicon.cue("compass", mention.head)
        if not part or role == LOCATION or mention.modifiers:
            return None
        named = {c.entity.iri: c.entity for c in self.candidates if c.entity.kind == "State"}
        found = [e for e in named.values() if e.label.startswith(part)]
        return found[0] if len(found) == 1 else None

    def _antecedent(self, pronoun: Mention, *, says: bool = False) -> tuple[Entity, ...]:
        """Whom a pronoun means; `says` if it is the subject of a word of saying."""
        return antecedent(pronoun, self._search(says=says))

    def _search(self, *, says: bool = False) -> Search:
        return Search(self.candidates, self.groups, self.genders, self.within, self.text, says, self.speaker)


def _whole(mention: Mention) -> Mention | None:
    """Of whom a number counts some: "zwei von *ihnen* wurden verletzt"."""
    if mention.name or mention.form == "name":
        return None
    inner = [other for relation, other in mention.modifiers if relation == "genitive"]
    counted = len(inner) == 1 and inner[0].form == "pronoun" and inner[0].number == "Plur"
    return inner[0] if counted and inner[0].person == "3" else None


def _listed(mention: Mention) -> list[Mention]:
    """The names of "die Gewerkschaften ver.di und GEW", "Außenminister Meier und Jan Kunz"; not of "Meier (CDU)"."""
    if not mention.modifiers:
        return []
    first = next((m for relation, m in mention.modifiers if relation == "apposition" and m.name), None)
    others = [m for relation, m in first.modifiers if relation == JOINED] if first is not None else []
    return [first, *others] if first is not None and all(m.name for m in others) else []
