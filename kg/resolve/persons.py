"""The persons that an article names: full and last names, offices, gender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.lang.lexicon import Lexicon
from kg.model import Entity, Mention
from kg.resolve.given import gender
from kg.resolve.linking import Linker, merged


class Persons:
    """Who is who by name, known before the article is read from its begin: "Meier … Jan Meier"."""

    def __init__(self, linker: Linker, mentions: Iterable[Mention]) -> None:
        """The persons of an article with these mentions."""
        self._named: dict[str, Entity] = {}
        """By full and last name, lower case; a last name that two persons share is not there."""
        self.offices: dict[tuple[str, str], Entity] = {}
        """By the noun of the office and the IRI of whom it serves."""
        self.genders: dict[str, str] = {}
        """By IRI, where the first name or a title tells it: "Eva Meier", "die Sprecherin Meier"."""
        mentions = tuple(mentions)
        self.bodies = frozenset(m.name for m in mentions if m.label == "PER" and _is_body(m, linker.lexicon))
        """Names that the recogniser took for a person's."""
        lasts: dict[str, set[str]] = defaultdict(set)
        firsts: dict[str, set[str]] = defaultdict(set)
        named = [m for m in map(self.called, mentions) if m.label == "PER" and linker.gazetteer.seat(m.name) is None]
        known_names = {word.lower() for m in named for word in (m.name, *m.name.split())}
        for mention in named:
            if mention.name.endswith(("s", "S")) and mention.name.lower()[:-1] in known_names:
                continue  # "Meiers" is the genitive of "Meier"
            entity = self._learn(linker.person(mention), mention)
            full = entity.label.lower()
            *others, last = entity.label.split() if " " in entity.label else ("",)
            for part in others:
                firsts[part.lower()].add(full)
            particle, _, bare = last.partition("-")
            for part in (last, bare if particle.islower() else ""):  # "al-Hassani"
                lasts[part.lower()].add(full)
        # "Meier von der Zeitung Nord" is not called Meier as Jan Meier is
        for last, called in {**firsts, **lasts}.items():
            if last and len(called) == 1:
                (full,) = called
                whole = self._named[full]
                self._named[last] = self._named[full] = merged(whole, self._named.get(last, whole))

    def _learn(self, entity: Entity, mention: Mention) -> Entity:
        full = entity.label.lower()
        known = self._named.get(full)
        entity = merged(known, entity) if known is not None else entity
        self._named[full] = entity
        if first := gender(entity.label):
            self.genders.setdefault(entity.iri, first)
        if entity.role:
            self.offices.setdefault((mention.head, entity.affiliation or entity.state), entity)
        return entity

    def get(self, name: str) -> Entity | None:
        """The one who has a name, also in the genitive."""
        name = name.lower()
        return self._named.get(name) or self._named.get(name.removesuffix("s"))

    def called(self, mention: Mention) -> Mention:
        """The surname of somebody that the recogniser overlooked or took for a place: "Jan Fikri … *Fikri*".

        And the name of a firm that it took for a person.
        """
        if self.bodies and mention.label == "PER" and mention.name in self.bodies:
            return replace(mention, label="ORG")
        if mention.definite or mention.modifiers or mention.label == "PER" or " " in mention.span.text:
            return mention
        known = self._named.get(mention.span.text.lower())
        place = bool(mention.name) and (known is None or " " not in known.label or mention.label in ("ORG", "DEM"))
        if known is None or place or mention.form not in ("noun", "name"):
            return mention
        return replace(mention, form="name", name=mention.span.text, label="PER", gender="")


def _is_body(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a noun behind a name says that it is a firm's: "Nordwind, *ein Hersteller* von Batterien"."""
    if " " in mention.name or mention.form != "name":
        return False
    nouns = (m.head for what, m in mention.modifiers if what == "apposition" and m.form == "noun" and not m.name)
    return any(lexicon.cue("body_kind", n) == "company" and lexicon.kind(n) == "Organization" for n in nouns)
