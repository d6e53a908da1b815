"""Rows for letter n-grams, so that words that no list has get a vector (`kg.lang.ngrams`).

The mean of a word's n-grams shall be its vector: fitted by Adam to the vectors that the words of the lists have, as
fastText's n-grams are to contexts (Bojanowski et al. 2017). How well it does on words kept apart is logged as R².
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import torch
from torch import Tensor
from torch.nn import EmbeddingBag

from kg.lang.ngrams import Floats, ngrams

LOG = logging.getLogger(__name__)
ROWS = 30_000
"""N-grams that get a row: those of the most words."""
EPOCHS, BATCH, RATE = 6, 2048, 0.03
KEPT_APART = 20
"""One word in so many is not fitted, but measured."""


def chosen(words: Sequence[str], rows: int = ROWS) -> list[str]:
    """The n-grams of the most words, in that order."""
    counts = Counter(chain.from_iterable(set(ngrams(word)) for word in words))
    return [gram for gram, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:rows]]


class Bags:
    """The numbers of each word's n-grams, as EmbeddingBag takes them."""

    def __init__(self, words: Sequence[str], grams: Sequence[str]) -> None:
        number = {gram: i for i, gram in enumerate(grams)}
        self.of = [[number[gram] for gram in ngrams(word) if gram in number] for word in words]

    def of_words(self, places: Iterable[int]) -> tuple[Tensor, Tensor]:
        """The n-grams of these words one after the other, and where each word begins."""
        bags = [self.of[i] for i in places]
        begins = np.cumsum([0, *map(len, bags[:-1])])
        return torch.tensor(list(chain.from_iterable(bags)), dtype=torch.long), torch.from_numpy(begins)


def fitted(words: Sequence[str], vectors: Floats, rows: int = ROWS, epochs: int = EPOCHS) -> tuple[list[str], Floats]:
    """N-grams and their rows: the mean of those of a word comes near its vector."""
    torch.manual_seed(0)
    grams = chosen(words, rows)
    bags = Bags(words, grams)
    known = [i for i, bag in enumerate(bags.of) if bag]
    apart, learned = known[::KEPT_APART], np.array([i for n, i in enumerate(known) if n % KEPT_APART])
    aim, middle = torch.from_numpy(vectors), torch.from_numpy(vectors[learned].mean(0))
    table = EmbeddingBag(len(grams), vectors.shape[1], mode="mean")
    torch.nn.init.zeros_(table.weight)
    optimizer = torch.optim.Adam(table.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, epochs * -(-len(learned) // BATCH))
    shuffled = np.random.default_rng(0)
    for _ in range(epochs):
        shuffled.shuffle(learned)
        for begin in range(0, len(learned), BATCH):
            places = learned[begin : begin + BATCH]
            loss = ((table(*bags.of_words(places)) + middle - aim[places]) ** 2).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    with torch.no_grad():
        missed = aim[apart] - table(*bags.of_words(apart)) - middle
        LOG.info("n-grams explain %.2f of the variance of words kept apart", 1 - missed.var() / aim[apart].var())
        found: Floats = (table.weight + middle).numpy()
    return grams, found
