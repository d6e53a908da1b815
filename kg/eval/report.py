"""Counts with precision, recall and F1, and the errors behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Counts:
    """How much of what was found is right, and how much of the gold was found; both in units or in parts of them."""

    right_found: float = 0.0
    found: float = 0.0
    right_gold: float = 0.0
    gold: float = 0.0

    def add(self, right: float, found: float, gold: float, right_gold: float | None = None) -> None:
        """Add so many right ones; `right_gold` if the share of the gold is another one than that of what was found."""
        self.right_found += right
        self.found += found
        self.right_gold += right if right_gold is None else right_gold
        self.gold += gold

    @property
    def precision(self) -> float:
        """Share of what was found that is right, 0 to 1."""
        return self.right_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found, 0 to 1."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> Counts(1, 2, 1, 1).f1
        0.6666666666666666
        """
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Error:
    """Something missed, invented or wrong, with its sentence."""

    kind: str
    """"missing speaker", "extra quote", "wrong value", …"""
    where: str
    """Document and place in it."""
    sentence: str
    gold: str = ""
    found: str = ""


@dataclass(slots=True)
class Report:
    """The figures of a benchmark, by role, type or label, and its errors in text order."""

    title: str
    rows: dict[str, Counts] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    """Figures that are no precision and recall: accuracy, number of documents, shares."""

    def counts(self, row: str) -> Counts:
        """The counts of a row, made when first asked for."""
        return self.rows.setdefault(row, Counts())

    def cells(self) -> Iterator[tuple[str, ...]]:
        """Row name, precision, recall, F1 in per cent, number found, number in the gold."""
        for name, counts in self.rows.items():
            shares = (counts.precision, counts.recall, counts.f1)
            yield (name, *(f"{100 * x:.1f}" for x in shares), f"{counts.found:.0f}", f"{counts.gold:.0f}")


def pages(errors: Iterable[Error]) -> Iterator[str]:
    """The errors as blocks of lines that a person pages through, by kind.

    >>> print("".join(pages([Error("missing cue", "17:3", "Oslo bestreitet das.", gold="bestreitet")])), end="")
    == missing cue ==
    <BLANKLINE>
    17:3  Oslo bestreitet das.
        gold   bestreitet
    <BLANKLINE>
    """
    kind = ""
    for error in sorted(errors, key=lambda e: e.kind):
        if error.kind != kind:
            kind = error.kind
            yield f"== {kind} ==\n\n"
        yield f"{error.where}  {' '.join(error.sentence.split())}\n"
        for name, value in (("gold", error.gold), ("found", error.found)):
            if value:
                yield f"    {name:<6} {' '.join(value.split())}\n"
        yield "\n"
