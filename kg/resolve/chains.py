"""What an article has said of each entity so far: its mentions in one record, for a later phrase that may mean it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.lang.lexicon import Lexicon
from kg.model import Mention
from kg.resolve.candidates import BEGIN, PERSON, Candidate
from kg.resolve.given import gender
from kg.resolve.iris import DATA

NOUN = "noun"


class Chain:
    """The mentions of one entity, in text order."""

    __slots__ = ("_names", "first", "gender", "key", "kind", "last", "mentions", "named", "several")

    def __init__(self, first: Candidate, genders: Mapping[str, str]) -> None:
        """An entity with its first mention; `genders` of persons by IRI."""
        self.first = first
        self.key = first.key
        self.kind = first.kind
        self.named = self.key.startswith(DATA)
        """Whether it has a name, or is known in other articles too: "nordkoreanische Truppen"."""
        self.several = _is_several(first.mention)
        self.gender = ""
        if first.kind == PERSON:
            self.gender = genders.get(first.entity.iri, "") or gender(first.entity.label)
        self.mentions: list[Mention] = []
        self._names: Names | None = None
        self.add(first.mention)

    def add(self, mention: Mention) -> None:
        """One more mention."""
        self.last = mention
        self.mentions.append(mention)
        self._names = None
        if mention.name:
            self.named = True
        if not self.gender and (self.kind == PERSON or mention.form == NOUN):
            self.gender = mention.gender

    def names(self, lexicon: Lexicon) -> Names:
        """All that it was called."""
        if self._names is None:
            nouns = dict.fromkeys(m.head for m in self.mentions if m.form == NOUN)
            called = [self.first.entity.role] if self.kind == PERSON else []
            words = dict.fromkeys(w for name in (*called, *(m.name for m in self.mentions)) for w in name.split())
            classes = (*map(lexicon.noun_class, nouns), *(m.label for m in self.mentions))
            self._names = Names(tuple(nouns), tuple(words), tuple(dict.fromkeys(filter(None, classes))))
        return self._names


class Names(NamedTuple):
    """What an entity was called, each once, in text order."""

    nouns: tuple[str, ...]
    words: tuple[str, ...]
    """Of its names and its office."""
    classes: tuple[str, ...]
    """Classes of the nouns, kinds of the names."""


def _is_several(mention: Mention) -> bool:
    if mention.label == "PER":
        return False
    return mention.number == "Plur" or (mention.quantity is not None and mention.quantity.size > 1)


class Chains:
    """The entities of candidates before a place in the text; the places are mostly asked for in text order."""

    def __init__(self, known: Sequence[Candidate], genders: Mapping[str, str]) -> None:
        """Of these candidates, which stand in text order and may grow in number; `genders` of persons by IRI."""
        self._known = known
        self._genders = genders
        self._read = 0
        self._found: dict[str, Chain] = {}

    def before(self, begin: int) -> Iterator[Chain]:
        """The entities that are named before, the nearest first; not that of the phrase around the place."""
        end = bisect_left(self._known, begin, key=BEGIN)
        if end < self._read:
            self._read, self._found = 0, {}
        for candidate in self._known[self._read : end]:
            key = candidate.key
            chain = self._found.pop(key, None)
            if chain is None:
                chain = Chain(candidate, self._genders)
            else:
                chain.add(candidate.mention)
            self._found[key] = chain  # behind all others
        self._read = end
        return (chain for chain in reversed(self._found.values()) if chain.last.span.end <= begin)
