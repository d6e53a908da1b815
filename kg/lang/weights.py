"""Weights of features, learned from annotated text: a table of whole numbers, so that sums are the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import repeat

from kg.lang.lexicon import HERE, rows


class Weights(dict[str, int]):
    """The weight of each feature; one is equal to itself alone, so that answers about it can be kept."""

    __hash__ = object.__hash__  # type: ignore[assignment]

    def score(self, features: Iterable[str]) -> int:
        """The sum of the weights of those features that have one.

        >>> Weights({"noun": 2, "plural": -1}).score(["noun", "plural", "old"])
        1
        """
        return sum(map(self.get, features, repeat(0)))


@cache
def load(language: str, name: str) -> Weights:
    """The weights of a language in a table with this name; none if it has no such table.

    >>> len(load("de", "likely.tsv")) > 1000
    True
    """
    path = HERE / language / name
    return Weights({r["feature"]: int(r["weight"]) for r in rows(path)} if path.exists() else ())
