"""Nouns that say with a verb of being what happens: typed rows of states.tsv ("ist *auf dem Weg* nach Kiew")."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from kg.lang.lexicon import HERE, NONE, rows

BE, BECOME, PUT, ANY, NEW = "be", "become", "put", "any", "new"
CARRIERS = (BE, BECOME, PUT, ANY, NEW)
"""Which verbs carry a row: of being, of becoming, of bringing about; whatever verb there is; of being what is new."""
Needs = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class State:
    """A row of states.tsv: which roles the subject of the verb and the dependents of the noun fill."""

    lemma: str
    adpositions: frozenset[str]
    carriers: frozenset[str]
    event: str
    subject: str
    own: str
    genitive: str
    obl: dict[str, str]
    needs: Needs

    @property
    def rule(self) -> str:
        """The name of the row."""
        return f"states.tsv:{self.lemma}:{self.event}"


@cache
def load(language: str) -> dict[str, list[State]]:
    """The rows by noun, class of nouns or kind of words; none for a language without the table.

    >>> load("de")["Weg"][0].event
    'Movement'

    Raises:
        OSError: the table cannot be read.
    """
    path = HERE / language / "states.tsv"
    found: dict[str, list[State]] = defaultdict(list)
    for row in rows(path) if path.exists() else []:
        state = State(
            row["lemma"],
            adpositions=frozenset(row["adposition"].replace(NONE, "").split(",")),
            carriers=frozenset(row["verb"].split(",")),
            event=row["event"],
            subject=row["subject"],
            own=row["own"].replace(NONE, ""),
            genitive=row["genitive"].replace(NONE, ""),
            obl=_pairs(row["obl"]),
            needs=tuple((role, frozenset(classes.split("/"))) for role, classes in _pairs(row["needs"]).items()),
        )
        found[row["lemma"]].append(state)
    return dict(found)


def _pairs(cell: str) -> dict[str, str]:
    return dict(part.split(":", 1) for part in cell.split(",") if part != NONE)
