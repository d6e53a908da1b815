"""Rows of the tables of events and claims."""

from __future__ import annotations

from dataclasses import dataclass, field

Needs = tuple[tuple[str, frozenset[str]], ...]
"""Roles that a row needs, with the classes of nouns of which one must fill each."""
BARRED = "-"
"""How a class begins that a role must not have: "griff ihn *scharf* an" was no blow; "-any": nothing fills the role."""
WORDS = NAMING, MUTE = "=", "~"
"""How a class begins that is a word with its attributes, and fills no role: "machten =gemeinsam Sache".

It names the event; one with ~ only belongs to its verb: "*schaffte* Gold außer ~Land".
"""
GENITIVE = "genitive"
"""The role of whose such a word is, among those of prepositions: "schlug sich auf die Seite *der Anwohner*"."""
ELSEWHERE = frozenset(("agent", "location", "destination"))
"""Roles that a phrase may fill whose preposition is not in the row, or one without any."""


def last_word(name: str) -> str:
    """A class, or of one that is some words the noun.

    >>> last_word("=gemeinsam Sache"), last_word("human")
    ('=Sache', 'human')
    """
    return name[:1] + name.rsplit(" ", 1)[-1] if " " in name else name


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A row of events.tsv: which roles of an event the dependents of a verb fill."""

    lemma: str
    reflexive: bool
    event: str
    nsubj: str
    obj: str
    dative: str
    obl: dict[str, str]
    needs: Needs
    wanted: list[frozenset[str]] = field(init=False, compare=False, repr=False)
    """The classes of each need, of which there must be a noun."""
    bound: list[str] = field(init=False, compare=False, repr=False)
    """The roles among the needs that only a phrase with a preposition fills."""
    is_idiom: bool = field(init=False, compare=False, repr=False)
    """Whether the verb means the event only with a word of the row."""

    def __post_init__(self) -> None:
        wanted = {
            role: frozenset(last_word(c) for c in classes if not c.startswith(BARRED)) for role, classes in self.needs
        }
        words = any(c.startswith(WORDS) for classes in wanted.values() for c in classes)
        object.__setattr__(self, "is_idiom", words)
        own = {self.nsubj, self.obj, self.dative} | ELSEWHERE
        object.__setattr__(self, "wanted", [classes for classes in wanted.values() if classes])
        object.__setattr__(self, "bound", [role for role, classes in wanted.items() if classes and role not in own])

    @property
    def rule(self) -> str:
        """The name of the row."""
        return f"events.tsv:{self.lemma}:{self.event}"


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A row of nominals.tsv: which roles of an event the dependents of an event noun fill."""

    lemma: str
    event: str
    genitive: str
    adjective: str
    compound: str
    obl: dict[str, str]
    needs: Needs

    @property
    def rule(self) -> str:
        """The name of the row."""
        return f"nominals.tsv:{self.lemma}:{self.event}"


@dataclass(frozen=True, slots=True)
class ClaimFrame:
    """A row of claims.tsv: a word of saying, and where its source, addressee and content stand."""

    lemma: str
    pos: str
    type: str
    factuality: str
    source: str
    addressee: str
    content: frozenset[str]
    control: str
    negated: str
    object: str

    @property
    def rule(self) -> str:
        """The name of the row."""
        return f"claims.tsv:{self.lemma}:{self.type}"
