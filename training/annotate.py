"""The teachers at work: sentences in, labels out, in shards that a second start does not compute again."""

from __future__ import annotations

import logging
import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch

from kg.lang.ngrams import Floats
from training import tasks, teacher, vectors
from training.batches import by_length
from training.names import Tagged
from training.treebank import Sentence, Token

LOG = logging.getLogger(__name__)
SHARD = 5_000
"""Sentences of a shard."""
WORDS = 3000
"""Words of a batch, padding counted."""

T = TypeVar("T")
R = TypeVar("R")
Row = list[str]


def in_shards(items: Sequence[T], folder: Path, annotate: Callable[[list[T]], R]) -> Iterator[R]:
    """The results of `annotate` for runs of `SHARD` items, each kept in a file of `folder` (our own pickles)."""
    folder.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    for number, begin in enumerate(range(0, len(items), SHARD)):
        path = folder / f"{number:03}.pickle"
        if not path.exists():
            result = annotate(list(items[begin : begin + SHARD]))
            path.with_suffix(".new").write_bytes(pickle.dumps(result))
            path.with_suffix(".new").replace(path)
        LOG.info("%s: shard of %d items after %d s", path, SHARD, time.monotonic() - started)
        yield pickle.loads(path.read_bytes())


def names(sentences: Sequence[Sequence[str]], work: Path, folder: Path) -> tuple[list[Row], vectors.Means]:
    """BIOES labels of each sentence, empty for one that the encoder cannot hold; and the means of the states."""
    model, subwords, spaces = teacher.load(work / "e5-small-q4.bin", work / "teacher-names", "names")
    task = tasks.Names([], spaces, subwords)

    def annotate(part: list[Sequence[str]]) -> tuple[list[Row], vectors.Means]:
        rows: list[Row] = [[] for _ in part]
        means = vectors.Means()
        fit = [(i, Tagged(tuple(words), ())) for i, words in enumerate(part) if subwords.fits(words)]
        for batch in by_length(fit, lambda pair: task.size(pair[1]), WORDS):
            items = [item for _, item in batch]
            with torch.inference_mode():
                words, early = model.states(subwords.batch([t.words for t in items]), vectors.LAYER)
                states = torch.cat([words, early], -1).float().numpy()
                labels = task.decode(model, words, items)
            for (i, item), row, state in zip(batch, labels, states, strict=True):
                rows[i] = row
                means.add(item.words, state[1 : len(item.words) + 1])
        return rows, means

    shards = list(in_shards(sentences, folder, annotate))
    return [row for rows, _ in shards for row in rows], vectors.Means().merge(means for _, means in shards)


def alone(work: Path) -> Callable[[Sequence[str]], Floats]:
    """A function from words to their states, each alone in a sentence; zero for one that the encoder cannot hold."""
    model, subwords, _ = teacher.load(work / "e5-small-q4.bin", work / "teacher-names", "names")

    def states(words: Sequence[str]) -> Floats:
        fit = [(i, (word,)) for i, word in enumerate(words) if subwords.fits((word,))]
        found = np.zeros((len(words), 2 * subwords.config.width), dtype=np.float32)
        for batch in by_length(fit, lambda pair: len(subwords.of(pair[1][0])) + 2, WORDS):
            with torch.inference_mode():
                late, early = model.states(subwords.batch([item for _, item in batch]), vectors.LAYER)
                found[[i for i, _ in batch]] = torch.cat([late, early], -1)[:, 1].float().numpy()
        return found

    return states


def trees(sentences: Sequence[Sentence], work: Path, folder: Path) -> list[tuple[Token, ...]]:
    """The teacher's tokens of each sentence, empty for one that the encoder cannot hold; they have no lemmas."""
    model, subwords, spaces = teacher.load(work / "e5-small-q4.bin", work / "teacher-parse", "parse")
    task = tasks.Parse([], spaces, subwords)

    def annotate(part: list[Sentence]) -> list[tuple[Token, ...]]:
        found: list[tuple[Token, ...]] = [() for _ in part]
        fit = [(i, s) for i, s in enumerate(part) if subwords.fits([t.form for t in s.tokens])]
        for batch in by_length(fit, lambda pair: task.size(pair[1]), WORDS):
            with torch.inference_mode():
                answers = task.predict(model, [s for _, s in batch])
            for (i, _), tokens in zip(batch, answers, strict=True):
                found[i] = tokens
        return found

    return [tokens for shard in in_shards(sentences, folder, annotate) for tokens in shard]
