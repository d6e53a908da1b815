"""From one mention to its entity, without the rest of the article: names, states behind adjectives, kinds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg.lang.lexicon import Lexicon
from kg.lang.offices import is_office
from kg.model import Entity, Mention
from kg.resolve.candidates import is_several, is_single
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.iris import DATA, slug

LOCATION = "location"
PLACE_ROLES = frozenset(("destination", "origin", "location"))
"""Roles in which a capital is the town, not the government."""
KINDS = {"PER": "Person", "LOC": "Place", "ORG": "Organization", "MISC": "Artifact"}
OFFICIAL = "official"
PERSON, GROUP = "Person", "Group"
KEPT = 10_000
"""How many names are remembered with what they are: an article has the same again and again."""
GROUNDS = frozenset(("Place", "State"))
NO_ACTORS = frozenset(("", "Artifact", "Place"))
COLLECTIVE = frozenset(("Unit", "Group"))


@dataclass(frozen=True, slots=True)
class Linker:
    """The knowledge of a language that linking needs."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    document: str
    """IRI of the article: what has no name is known only in it."""

    def entity(self, mention: Mention, role: str) -> Entity | None:
        """What a mention refers to in a role; None for a pronoun, or where nothing is known of it."""
        form = mention.form
        if form == "adjective":
            return self.gazetteer.adjective(mention.span.text) or self._of_adjective(mention)
        if form in ("pronoun", "possessive"):
            return None
        return self._named(mention, role) if mention.name else self._nominal(mention, role)

    def agent(self, mention: Mention) -> Entity:
        """What a noun refers to that acts."""
        found = self._nominal(mention, "agent")
        assert found is not None
        return found

    def _named(self, mention: Mention, role: str) -> Entity | None:
        name = mention.name
        where = LOCATION if self._is_town(mention) else role  # "die *Stadt* Wien" is not the state
        known = self._known(name, where)
        if known is None and mention.span.text != name:
            known = self._known(mention.span.text, where)
        if known is not None and not (mention.label == "PER" and " " in name):
            return known
        kind = KINDS.get(mention.label, "Artifact")
        if kind == "Person":
            return self.person(mention)
        if kind == "Place" and role == "source":
            kind = "Organization"  # "Bayern fordert einheitliche Standards": who speaks is no place
        label = base_form(name)
        return _of_name(kind, label, "", "", self._state_of(mention))

    def _is_town(self, mention: Mention) -> bool:
        """Whether the noun before a name says that it is the place: "das *Land* Berlin", "die *Stadt* Wien"."""
        return mention.form == "noun" and mention.head != mention.name and self.lexicon.kind(mention.head) in GROUNDS

    def _of_adjective(self, mention: Mention) -> Entity | None:
        """The body that an adjective means: the police of "polizeiliche Ermittlungen"."""
        noun = self.lexicon.cue("body_adjective", mention.head)
        if not noun:
            return None
        named = replace(mention, span=replace(mention.span, text=noun))
        return self._described(named, kind_of(noun, True, self.lexicon), "")

    def is_person(self, mention: Mention, role: str) -> bool:
        """Whether a mention is the name of a person whom no table knows."""
        if mention.label != "PER" or not mention.name or mention.form == "adjective":
            return False
        known = " " not in mention.name and (self._known(mention.name, role) or self._known(mention.span.text, role))
        return not known

    def _known(self, name: str, role: str) -> Entity | None:
        return self.gazetteer.place(name) if role in PLACE_ROLES else self.gazetteer.actor(name)

    def person(self, mention: Mention) -> Entity:
        """A person with a name; office and employer from the phrase around it."""
        label = base_form(mention.name)
        office = "" if mention.form == "name" else self._office(mention)
        employer = self.affiliation(mention)
        if not office:
            for relation, other in mention.modifiers:
                if relation == "apposition" and other.form == "noun" and self._is_official(other):
                    office, employer = self._office(other), employer or self.affiliation(other)
        found = _of_name(PERSON, label, office, employer, self._state_of(mention))
        return replace(found, official=False) if office and self._is_somebody(mention) else found

    def _is_official(self, mention: Mention) -> bool:
        return self.lexicon.is_a(mention.head, (OFFICIAL,))

    def _is_somebody(self, mention: Mention) -> bool:
        """Whether a noun before a name tells of no office: "der Rentner Jan Meier"; one of no table may be one."""
        known = mention.form == "noun" and self.lexicon.is_a(mention.head, ("human",))
        return known and not is_office(mention.head, self.lexicon)

    def _office(self, mention: Mention) -> str:
        """The phrase of an office without the name of who holds it."""
        text = mention.span.text
        return " ".join(text.replace(mention.name, "").split()).strip(" ,") if mention.name else text

    def affiliation(self, mention: Mention) -> str:
        """IRI of whom an official speaks or acts for: a genitive, an adjective, the first part of a compound."""
        for relation, other in mention.modifiers:
            if relation in ("genitive", "adjective") and other.label != "PER":
                entity = self.entity(other, "agent")
                if entity is not None and entity.kind in ("State", "Organization", "Unit"):
                    return entity.iri
        first, hyphen, _ = mention.span.text.partition("-")
        known = self._known(first.split()[-1] if first else "", "agent") if hyphen else None
        return known.iri if known is not None else ""

    def _nominal(self, mention: Mention, role: str) -> Entity | None:
        """A phrase without a name: "russische Regierung", "nordkoreanische Soldaten", "30 Demonstranten"."""
        whole = self._whole(mention, role) if mention.modifiers else None
        if whole is not None and whole.kind == "Unit" and (whole.state or not self._is_somebody(mention)):
            return whole  # "1.500 Angehörige nordkoreanischer Spezialeinheiten"; not "Mitglieder der Terrorgruppe"
        known = self._known(mention.span.text, role) or (self._by_state(mention) if mention.modifiers else None)
        if known is not None and not (role != "source" and self._is_word(mention, known)):
            return known
        inhabitants = self.gazetteer.inhabitant(mention.head)
        kind = "Group" if whole is not None else kind_of(mention.head, is_single(mention), self.lexicon)
        if kind == "Place" and role == "source":
            kind = "Organization"  # "Der Flughafen rechnet mit mehr Gästen"
        if inhabitants is not None and not kind:
            key = f"group-{inhabitants.wikidata}-people"
            return Entity(DATA + key, "Group", mention.head, state=inhabitants.iri)
        state = self._state_of(mention) if mention.modifiers else ""
        speaks = role == "source" and not self.lexicon.is_a(mention.head, ("document",))  # "das Gesetz verlangt, …"
        return self._described(mention, kind or ("Actor" if speaks else "Artifact"), state)

    def _whole(self, mention: Mention, role: str) -> Entity | None:
        """What a noun like "Angehörige" or "Teile" names some of, if those of it can act."""
        if not self.lexicon.cue("member", mention.head):
            return None
        wholes = (self.entity(other, role) for relation, other in mention.modifiers if relation == "genitive")
        return next((whole for whole in wholes if whole is not None and whole.kind != "Artifact"), None)

    def _is_word(self, mention: Mention, known: Entity) -> bool:
        """Whether a noun only sounds like a name: "Forscher untersuchten die *Krone*", no newspaper."""
        return known.iri in self.gazetteer.words and not self.lexicon.is_a(mention.head, ("actor",))

    def _by_state(self, mention: Mention) -> Entity | None:
        """As in "der südkoreanische Geheimdienst": an organisation that the gazetteer describes by state and noun."""
        for relation, other in mention.modifiers:
            state = self.gazetteer.adjective(other.span.text) if relation == "adjective" else None
            if state is not None:
                adjective = self.gazetteer.written.get(state.iri, "")
                for noun in (mention.head, self.lexicon.cue("synonym", mention.head)):
                    for ending in ("er", "e", "es", ""):
                        known = self.gazetteer.organization(f"{adjective}{ending} {noun}")
                        if known is not None:
                            return known
        return None

    def _state_of(self, mention: Mention) -> str:
        """IRI of the state that a phrase names: by adjective, genitive or origin ("Truppen aus Pjöngjang")."""
        if not mention.modifiers:
            return ""
        for relation, other in mention.modifiers:
            if relation == "adjective":
                state = self.gazetteer.adjective(other.span.text)
            elif relation != "genitive" and not (relation == "location" and self._is_seated(mention)):
                continue
            else:
                name = other.name or other.span.text
                seat = None if self._is_called(mention, other) else self.gazetteer.seat(name)
                state = self.gazetteer.state(name) or seat or self.gazetteer.inhabitant(other.head)
            if state is not None:
                return state.iri
            inner = self._state_of(other) if relation == "genitive" else ""
            if inner:
                return inner
        return ""

    def _is_called(self, mention: Mention, other: Mention) -> bool:
        """Whether what cannot act has the name of a town: "der Vertrag *von Lissabon*", not "Lissabons Angebot"."""
        return self.lexicon.kind(mention.head) in NO_ACTORS and other.span.text.lower() in self.gazetteer.seats

    def _is_seated(self, mention: Mention) -> bool:
        """Whether it belongs to where it is: "die Polizei in Riga"."""
        return self.lexicon.kind(mention.head) in ("Organization", "Person")

    def _described(self, mention: Mention, kind: str, state: str) -> Entity:
        """An unnamed entity: of a state if the text says so, else of this article."""
        label = mention.span.text
        if label.endswith("-") and " " not in label:
            label = mention.head  # "*Landes-* und Bundespolizei"
        troops = kind == "Unit" and self.lexicon.cue("troops", self.lexicon.head(mention.head))
        noun = self.lexicon.cue("troops_label", "-") if troops else mention.head
        several = kind == PERSON and is_several(mention)
        called = (GROUP if several else kind).lower()
        # two Turkish pupils of two articles are two people
        if not state or (kind == PERSON and not self.lexicon.is_a(mention.head, (OFFICIAL,))):
            text = noun if kind in COLLECTIVE else label
            shown = noun if troops else label
            return Entity(f"{self.document}#{called}-{slug(text)}", kind, shown, state=state, several=several)
        owner = self.gazetteer.by_iri[state].label
        key = f"{called}-{state.removeprefix(DATA)}-{slug(noun)}"
        # the label of one entity for all articles; the alias as the article has it: "Eisenbahner der SNCB"
        return Entity(DATA + key, kind, f"{noun} ({owner})", state=state, aliases=(label,), several=several)


@lru_cache(maxsize=KEPT)
def _of_name(kind: str, label: str, office: str, employer: str, state: str) -> Entity:
    """What has a name: the same in each article."""
    return Entity(f"{DATA}{kind.lower()}-{slug(label)}", kind, label, "", (), office, employer, state)


@cache
def kind_of(noun: str, single: bool, lexicon: Lexicon) -> str:
    """The kind of a noun; one of a crowd is a person: "ein Passagier", but "eine Familie"."""
    kind = lexicon.kind(noun)
    if kind == "Unit" and single and _is_one(noun, lexicon):
        return "Person"  # "der Soldat", not "die Truppe"
    if kind != "Group" or not single:
        return kind
    whole = noun.casefold().endswith(tuple(lexicon.cues.get("collective", ())))
    return kind if whole or not lexicon.is_a(noun, ("human",)) else "Person"


def _is_one(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun is of one person, as there is one for a woman: "Soldat" and "Soldatin"."""
    endings = lexicon.cues.get("female_ending", ())
    return any(noun + ending in lexicon.classes or noun.endswith(ending) for ending in endings)


def unit_of(state: Entity, noun: str) -> Entity:
    """The forces of a state: one entity a state and noun."""
    iri = f"{DATA}unit-{state.iri.removeprefix(DATA)}-{slug(noun)}"
    return Entity(iri, "Unit", f"{noun} ({state.label})", state=state.iri)


def base_form(name: str) -> str:
    """A name without the genitive's apostrophe and without white space in a row.

    >>> base_form("Scholz’")
    'Scholz'
    """
    return " ".join(name.split()).rstrip("'’")


def merged(entity: Entity, other: Entity) -> Entity:
    """One entity with what either mention says of it."""
    if not (other.role or other.affiliation or other.state or other.aliases):
        return entity
    return replace(
        entity,
        role=entity.role or other.role,
        official=entity.official if entity.role else other.official,
        affiliation=entity.affiliation or other.affiliation,
        state=entity.state or other.state,
        aliases=tuple(sorted({*entity.aliases, *other.aliases})),
    )
