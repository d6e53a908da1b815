"""What is known beforehand: states with their adjectives, inhabitants and capitals, and organisations."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from kg.model import Entity
from kg.resolve.iris import DATA, slug

FOLDER = Path(__file__).parent.parent / "gazetteer"
NONE, AMBIGUOUS = "-", "ambiguous"
INFLECTION = ("en", "em", "er", "es", "e", "n", "s", "")
"""Endings of German adjectives and names, the longest first; the empty one is the base form."""
FOLDED = "~"
"""Begins the key of a name without inflection: no name begins so."""
GENITIVE = ("s", "'s", "’s", "'", "’")
KEPT = 10_000
"""How many names are remembered with what they are: an article has the same again and again."""
WORDS = 10 * KEPT
"""How many words of names are remembered without their endings: other articles have other names of the same words."""


@dataclass(slots=True, eq=False)
class Gazetteer:
    """Entities by the names that a language has for them, lower case; what was asked last is remembered."""

    states: dict[str, Entity] = field(default_factory=dict)
    adjectives: dict[str, Entity] = field(default_factory=dict)
    inhabitants: dict[str, Entity] = field(default_factory=dict)
    seats: dict[str, Entity] = field(default_factory=dict)
    """Capitals and other names for a government, to their states."""
    capitals: dict[str, Entity] = field(default_factory=dict)
    """Capitals as places."""
    organizations: dict[str, Entity] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    """IRIs of organisations with a name that is a word too: "Krone", "Stern"."""
    by_iri: dict[str, Entity] = field(default_factory=dict)
    """Every state and organisation."""
    written: dict[str, str] = field(default_factory=dict)
    """The first adjective of a state, by its IRI."""
    first_words: set[str] = field(default_factory=set)
    """What names of several words begin with, without its ending."""

    def all(self) -> Iterator[Entity]:
        """Every state and organisation."""
        yield from self.states.values()
        yield from self.organizations.values()

    @lru_cache(maxsize=KEPT)  # noqa: B019  a gazetteer lives as long as the program
    def actor(self, name: str) -> Entity | None:
        """Who acts under a name: a state, an organisation, or the state of a capital or government seat."""
        return self._named(name, self.states, self.organizations, self.seats)

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def place(self, name: str) -> Entity | None:
        """Where something is that has the name of a state or a capital."""
        return self._named(name, self.states, self.capitals)

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def state(self, name: str) -> Entity | None:
        """The state of that name, in any case: "Russlands"."""
        return self._named(name, self.states)

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def seat(self, name: str) -> Entity | None:
        """The state that the name of a capital or government seat may stand for: "Moskau", "der Kreml"."""
        return self._named(name, self.seats)

    def capital(self, name: str) -> Entity | None:
        """The capital as a place."""
        return self._named(name, self.capitals)

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def organization(self, name: str) -> Entity | None:
        """The organisation of that name or abbreviation."""
        return self._named(name, self.organizations)

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def adjective(self, word: str) -> Entity | None:
        """The state of an inflected adjective: "nordkoreanischen", "US-"."""
        word = word.lower().rstrip("-")
        return next((self.adjectives[s] for s in _stems(word) if s in self.adjectives), None)

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def inhabitant(self, word: str) -> Entity | None:
        """The state of an inhabitant: "Nordkoreaner"."""
        word = word.lower()
        return next((self.inhabitants[s] for s in _stems(word) if s in self.inhabitants), None)

    def _named(self, name: str, *tables: dict[str, Entity]) -> Entity | None:
        """The entity of the first table that has the name."""
        keys = _keys(name)
        words = name.lower().split() if " " in name else []
        # most phrases begin like no name, and their other words need not lose their endings: "neuer Anlauf"
        if words and _stem(words[0]) in self.first_words:
            keys = (*keys, _folded(name))
        for table in tables:
            for key in keys:
                if key in table:
                    return table[key]
        return None


@lru_cache(maxsize=KEPT)
def _stems(word: str) -> tuple[str, ...]:
    return (word, *(word[: -len(end)] for end in INFLECTION if end and word.endswith(end)))


def _keys(name: str) -> tuple[str, ...]:
    """What a name may stand under, the surest first: as it is, without the ending of a genitive.

    >>> _keys("Weißen Hauses")
    ('weißen hauses', 'weißen hause')
    """
    name = name.lower()
    if not name.endswith(GENITIVE):
        return (name,)
    return (name, *(name[: len(name) - len(ending)] for ending in GENITIVE if name.endswith(ending)))


def _folded(name: str) -> str:
    """A name of several words without inflection: "das Weiße Haus", "des Weißen Hauses" are one.

    >>> _folded("Weißen Hauses")
    '~weiß hau'
    """
    return FOLDED + " ".join(map(_stem, name.lower().split()))


@lru_cache(maxsize=WORDS)
def _stem(word: str) -> str:
    """Without any ending, also one of the base form: "Haus" and "Hauses" are "hau"."""
    able = (word[: len(word) - len(end)] for end in INFLECTION if end and word.endswith(end))
    shorter = next((stem for stem in able if len(stem) > 2), "")
    return _stem(shorter) if shorter else word


def _fold(table: dict[str, Entity]) -> set[str]:
    """Find names of several words in each inflection too, where only one entity can be meant; their first words."""
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    for name, entity in table.items():
        if " " in name:
            found[_folded(name)][entity.iri] = entity
    table.update({name: next(iter(same.values())) for name, same in found.items() if len(same) == 1})
    return {name.removeprefix(FOLDED).partition(" ")[0] for name in found}


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _several(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part != NONE]


@cache
def load(language: str) -> Gazetteer:
    """The gazetteer with the names of one language, read once.

    >>> load("de").adjective("nordkoreanischer").label
    'Nordkorea'

    Raises:
        OSError: the tables are not there.
        KeyError: the tables have no columns for the language.
    """
    found = Gazetteer()
    codes: dict[str, Entity] = {}
    for row in _rows("states.tsv"):
        names = [row[language], *_several(row.get("official_" + language, NONE)), *_several(row["aliases_" + language])]
        label = row[language]
        state = Entity(DATA + row["qid"], "State", label, row["qid"])
        codes[row["iso2"]] = state
        _add(found.states, names, state)
        _add(found.adjectives, _several(row["adjective_" + language]), state)
        people = [*_several(row["inhabitant_" + language]), *_several(row.get("inhabitant_f_" + language, NONE))]
        _add(found.inhabitants, people + _several(row.get("inhabitants_" + language, NONE)), state)
        _capital(found, row, language, state)
    _organizations(found, language, codes)
    found.first_words = _fold(found.states) | _fold(found.seats) | _fold(found.organizations)
    found.by_iri.update((entity.iri, entity) for entity in found.all())
    for adjective, state in found.adjectives.items():
        found.written.setdefault(state.iri, adjective)
    return found


def _capital(found: Gazetteer, row: dict[str, str], language: str, state: Entity) -> None:
    names = _several(row["capital_" + language])
    _add(found.seats, [*names, *_several(row["metonyms_" + language])], state)
    if names:
        qid = row["capital_qid"].split("|")[0]
        iri = DATA + (qid if qid != NONE else "place-" + slug(names[0]))
        _add(found.capitals, names, Entity(iri, "Place", names[0], "" if qid == NONE else qid))


def _organizations(found: Gazetteer, language: str, codes: dict[str, Entity]) -> None:
    ambiguous: dict[str, set[str]] = defaultdict(set)
    for row in _rows("organizations.tsv"):
        names = _several(row[language]) + _several(row["abbreviations"]) + _several(row["aliases_" + language])
        names += _several(row["en"]) if language != "en" else []
        if not names:
            continue
        qid = "" if row["qid"] == NONE else row["qid"]
        state = codes[row["state"]].iri if row["state"] in codes else ""
        key = qid or "organization-" + slug(names[0])
        entity = Entity(DATA + key, row["kind"], names[0], qid, tuple(names[1:]), state=state)
        for name in names:
            ambiguous[name.lower()].add(entity.iri)
        if row.get("note") == AMBIGUOUS:
            found.words.add(entity.iri)
        _add(found.organizations, names, entity)
    for name, entities in ambiguous.items():
        if len(entities) > 1:
            del found.organizations[name]


def _add(table: dict[str, Entity], names: list[str], entity: Entity) -> None:
    for name in names:
        table.setdefault(name.lower(), entity)
