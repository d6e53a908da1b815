"""Static vectors of the student: what the fine-tuned encoder thinks of a word on average.

The mean of a word's states over all its occurrences in the raw news, reduced by PCA (distillation of an encoder to a
table; compare Model2Vec, https://github.com/MinishLab/model2vec). Most names of tomorrow's news are not in today's: a
word of a large frequency list has the row of the frequent word that is nearest to what the encoder thinks of it alone.
For what is in no list there are rows of letter n-grams.
"""

from __future__ import annotations

import gzip
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.vectors import Vectors
from spacy.vocab import Vocab

from kg.lang.ngrams import MARK, Floats, whole
from training import ngrams

LOG = logging.getLogger(__name__)

WIDTH, ROWS = 64, 40_000
LAYER = 5
"""The vectors join this layer, still close to the pre-trained one and rich in syntax, with the last."""
COUNT = 3
"""A rarer word has no vector: it would stand for its one sentence and teach the student to trust it."""

CAPITALISED, LOWER, UPPER = 200_000, 100_000, 60_000
"""How many of the most frequent words of the list join as "Merkel", as "merkel", and, if short, as "CSU"."""
RARER = 380_000
"""Up to here the list's words, capitalised, are known to the names alone."""
SHORT = 4
STEP = 5_000
"""Words at a time: their distances to all rows fit into memory."""
RIDGE = 10.0
"""Weight of the ridge regression from a word alone to its mean; R² on a tenth kept apart is logged."""


def _listed(path: Path) -> list[str]:
    """The words of a list of wordfreq (https://github.com/rspeer/wordfreq), the most frequent first."""
    _, *bins = srsly.msgpack_loads(gzip.decompress(path.read_bytes()))
    return [word for part in bins for word in part if word.isalpha()]


def rarer(path: Path) -> list[str]:
    """Words that are rarely anything but names, as names."""
    return [word.capitalize() for word in _listed(path)[CAPITALISED:RARER] if len(word) > 2]


def frequent(path: Path) -> list[str]:
    """Forms to know beside those of the news."""
    words = _listed(path)
    forms = [word.capitalize() for word in words[:CAPITALISED] if len(word) > 2]
    forms += words[:LOWER]
    forms += [word.upper() for word in words[:UPPER] if len(word) <= SHORT]
    return list(dict.fromkeys(forms))


class Means:
    """Sums of the states of each word."""

    def __init__(self) -> None:
        self.sums: dict[str, Floats] = {}
        self.counts: Counter[str] = Counter()

    def add(self, words: Sequence[str], states: Floats) -> None:
        """The states of the words of a sentence."""
        for word, state in zip(words, states, strict=True):
            self._add(word, state, 1)

    def merge(self, others: Iterable[Means]) -> Means:
        """These sums with those of others."""
        for other in others:
            for word, state in other.sums.items():
                self._add(word, state, other.counts[word])
        return self

    def _add(self, word: str, state: Floats, count: int) -> None:
        known = self.sums.get(word)
        self.sums[word] = state.copy() if known is None else known + state
        self.counts[word] += count

    def often(self) -> list[str]:
        """The words that have a mean, the most frequent first."""
        return sorted((w for w, n in self.counts.items() if n >= COUNT), key=lambda w: (-self.counts[w], w))

    def table(self, words: Sequence[str]) -> Floats:
        """The means of the words, standardised, on their first principal axes, with unit variance."""
        means = np.stack([self.sums[w] / self.counts[w] for w in words])
        means = (means - means.mean(0)) / means.std(0)
        _, axes = np.linalg.eigh(means.T @ means)
        small = means @ axes[:, ::-1][:, :WIDTH]
        found: Floats = (small / small.std()).astype(np.float32)
        return found


def vectors(
    means: Means, others: Sequence[str], names: Sequence[str], alone: Callable[[Sequence[str]], Floats], vocab: Vocab
) -> Vectors:
    """Rows of the most frequent words: their means, or what is guessed of them; all other words share these rows.

    Then the rows of letter n-grams, for words that are in no list (`kg.lang.ngrams`). `names` are known as n-grams too,
    as whole ones: the syntax is trained without them.

    `alone` gives the states of words that stand alone in a sentence: a linear map, fitted on the words that have a
    mean, turns them into such means.
    """
    often = means.often()
    table = means.table(often)
    guess = fitted(alone(often), table)
    words = [*often, *(word for word in others if means.counts[word] < COUNT)]
    every = list(dict.fromkeys([*words, *names]))
    parts = (every[begin : begin + STEP] for begin in range(len(often), len(every), STEP))
    own = np.concatenate([table, *(guess(alone(part)) for part in parts)])
    anchors = own[:ROWS]
    rows = np.concatenate([np.arange(len(anchors)), nearest(own[ROWS:], anchors)])
    grams, composing = ngrams.fitted(every, anchors[rows])
    keys = [*words[: len(anchors)], *(MARK + gram for gram in grams)]
    found = Vectors(strings=vocab.strings, data=np.concatenate([anchors, composing]), keys=keys)
    for place, (word, row) in enumerate(zip(every, rows.tolist(), strict=True)):
        found.add(word if place < len(words) else MARK + whole(word), row=row)
    return found


def fitted(states: Floats, table: Floats) -> Callable[[Floats], Floats]:
    """The ridge regression from states to rows of the table."""
    middle, spread = states.mean(0), states.std(0) + 1e-6
    inputs = (states - middle) / spread
    known = np.arange(len(inputs)) % 10 > 0

    def solve(chosen: NDArray[np.bool_]) -> Floats:
        x = inputs[chosen]
        weights: Floats = np.linalg.solve(x.T @ x + RIDGE * np.eye(x.shape[1], dtype=x.dtype), x.T @ table[chosen])
        return weights

    missed = table[~known] - inputs[~known] @ solve(known)
    LOG.info("words alone explain %.2f of the variance of their means", 1 - missed.var() / table[~known].var())
    weights = solve(np.full(len(inputs), True))

    def guess(new: Floats) -> Floats:
        found: Floats = ((new - middle) / spread @ weights).astype(np.float32)
        return found

    return guess


def nearest(words: Floats, anchors: Floats) -> NDArray[np.intp]:
    """The row of the nearest anchor of each word."""
    length = (anchors**2).sum(1)
    parts = [words[b : b + STEP] for b in range(0, len(words), STEP)]
    found = [np.argmin(length - 2 * part @ anchors.T, axis=1) for part in parts]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.intp)
