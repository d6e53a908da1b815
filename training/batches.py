"""Sentences of similar length together, as sub-word ids."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import torch
from tokenizers import Tokenizer

from training.e5 import Config
from training.network import Batch

T = TypeVar("T")
MOST = 12
"""Sub-words kept of one word; its state is that of the first."""


@dataclass(slots=True)
class SubWords:
    """Words to sub-word ids, each word only once."""

    tokenizer: Tokenizer
    config: Config
    known: dict[str, list[int]] = field(default_factory=dict)

    def of(self, word: str) -> list[int]:
        """The ids of one word, at least one and at most `MOST`."""
        if word not in self.known:
            self.known[word] = self.tokenizer.encode("▁" + word).ids[:MOST] or [self.config.unknown]
        return self.known[word]

    def fits(self, words: Sequence[str]) -> bool:
        """Whether the encoder has a position for every sub-word."""
        return sum(len(self.of(w)) for w in words) + 2 <= self.config.positions

    def batch(self, sentences: Sequence[Sequence[str]]) -> Batch:
        """Padded ids; column 0 of `first` is the begin unit, which stands for the root."""
        rows, places = [], []
        for words in sentences:
            ids, first = [self.config.begin], [0]
            for word in words:
                first.append(len(ids))
                ids += self.of(word)
            rows.append([*ids, self.config.end])
            places.append(first)
        ids_ = torch.full((len(rows), max(map(len, rows))), self.config.pad)
        first_ = torch.zeros(len(rows), max(map(len, places)), dtype=torch.long)
        for i, (row, place) in enumerate(zip(rows, places, strict=True)):
            ids_[i, : len(row)] = torch.tensor(row)
            first_[i, : len(place)] = torch.tensor(place)
        return Batch(ids_, ids_ != self.config.pad, first_)


def by_length(
    items: Iterable[T], size: Callable[[T], int], words: int, shuffle: random.Random | None = None
) -> list[list[T]]:
    """Groups of about `words` words, padding counted; with `shuffle` in random order and slightly mixed lengths."""
    noise = shuffle.random if shuffle else lambda: 0.0
    ordered = sorted(((size(i) + 4 * noise(), n, i) for n, i in enumerate(items)), key=lambda x: x[:2])
    groups: list[list[T]] = [[]] if ordered else []
    longest = 0
    for _, _, item in ordered:
        longest = max(longest, size(item))
        if groups[-1] and longest * (len(groups[-1]) + 1) > words:
            groups.append([])
            longest = size(item)
        groups[-1].append(item)
    if shuffle:
        shuffle.shuffle(groups)
    return groups
