"""Static vectors of the student: what the fine-tuned encoder thinks of a word on average.

The mean of a word's states over all its occurrences in the raw news, reduced by PCA (distillation of an encoder to a
table; compare Model2Vec, https://github.com/MinishLab/model2vec).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.vectors import Vectors
from spacy.vocab import Vocab

WIDTH, ROWS = 64, 28_000
LAYER = 5
"""The vectors join this layer, still close to the pre-trained one and rich in syntax, with the last."""
COUNT = 3
"""A rarer word has no vector: it would stand for its one sentence and teach the student to trust it."""

Floats = NDArray[np.float32]


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

    def vectors(self, vocab: Vocab) -> Vectors:
        """The most frequent words' means, standardised, on their first principal axes, with unit variance."""
        often = sorted((w for w, n in self.counts.items() if n >= COUNT), key=lambda w: (-self.counts[w], w))[:ROWS]
        means = np.stack([self.sums[w] / self.counts[w] for w in often])
        means = (means - means.mean(0)) / means.std(0)
        _, axes = np.linalg.eigh(means.T @ means)
        small = means @ axes[:, ::-1][:, :WIDTH]
        small /= small.std()
        return Vectors(strings=vocab.strings, data=small.astype(np.float32), keys=often)
