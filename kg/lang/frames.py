"""Rows of the tables of events and claims."""

from __future__ import annotations

from dataclasses import dataclass


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
    needs: tuple[tuple[str, frozenset[str]], ...]

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
    needs: tuple[tuple[str, frozenset[str]], ...]

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
