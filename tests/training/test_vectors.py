from __future__ import annotations

import gzip
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
import spacy
import srsly
from spacy.strings import get_string_id

from kg.lang.ngrams import MARK, Floats, ngrams, whole
from training import vectors
from training.vectors import Means

VOCAB = spacy.blank("de").vocab


def states(*values: float) -> Floats:
    return np.array([values], np.float32)


def test_vectors_shape_and_variance() -> None:
    rng = np.random.default_rng(0)
    means = Means()
    often = [f"w{i}" for i in range(vectors.WIDTH + 20)]
    for _ in range(vectors.COUNT):
        means.add(often, rng.normal(size=(len(often), 2 * vectors.WIDTH)).astype(np.float32))
    means.add(["rare"], rng.normal(size=(1, 2 * vectors.WIDTH)).astype(np.float32))
    assert set(often) == set(means.often())
    table = means.table(means.often())
    assert (len(often), vectors.WIDTH) == table.shape
    assert np.float32 == table.dtype
    assert pytest.approx(1, abs=1e-4) == float(table.std())


def test_vectors_first_axis_has_the_most_variance() -> None:
    rng = np.random.default_rng(1)
    means = Means()
    words = [f"w{i}" for i in range(50)]
    shared = rng.normal(size=(50, 1)) + 0.1 * rng.normal(size=(50, 6))
    for _ in range(vectors.COUNT):
        means.add(words, shared.astype(np.float32))
    spread = means.table(words).std(0)
    assert spread[0] > 3 * spread[1]


def test_rarer_and_unseen_words_share_the_row_of_the_nearest_frequent_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "ROWS", 4)
    monkeypatch.setattr(vectors, "STEP", 2)
    places = {
        "a": (0, 9),
        "b": (9, 0),
        "c": (0, -9),
        "d": (-9, 0),
        "near-a": (0.5, 8),
        "new-b": (8, 0.5),
        "new-d": (-7, 1),
    }
    means = Means()
    for times, word in enumerate(["near-a", "d", "c", "b", "a"]):
        for _ in range(vectors.COUNT + times):
            means.add([word], states(*places[word]))

    def alone(words: Sequence[str]) -> Floats:
        return np.array([places[word] for word in words], dtype=np.float32)

    found = vectors.vectors(means, ["a", "new-b"], ["a", "new-d"], alone, VOCAB)
    row = {word: found.key2row[VOCAB.strings.add(word)] for word in places if word != "new-d"}
    row["new-d"] = found.key2row[get_string_id(MARK + whole("new-d"))]
    parts = set(chain.from_iterable(map(ngrams, places)))
    assert 4 + len(parts) == found.shape[0]
    assert {get_string_id(MARK + gram) for gram in parts} <= set(found.key2row)
    assert (row["a"], row["b"], row["d"]) == (row["near-a"], row["new-b"], row["new-d"])
    assert 4 == len({row[word] for word in "abcd"})


def test_frequent_words_come_capitalised_in_lower_case_and_short_ones_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "words.msgpack.gz"
    path.write_bytes(gzip.compress(srsly.msgpack_dumps([{"format": "cB"}, ["csu", "in"], [], ["merkel", "a1"]])))
    assert ["Csu", "Merkel", "csu", "in", "merkel", "CSU", "IN"] == vectors.frequent(path)


def test_add_does_not_change_the_states() -> None:
    means, given = Means(), states(1, 2)
    for _ in range(3):
        means.add(["a"], given)
    assert [[1, 2]] == given.tolist()
    assert [3, 6] == means.sums["a"].tolist()
    assert 3 == means.counts["a"]


def test_merge_is_as_if_added_to_one() -> None:
    whole, first, second = Means(), Means(), Means()
    for part, word, value in ((first, "a", 1), (first, "a", 2), (second, "a", 3), (second, "b", 4)):
        for means in (whole, part):
            means.add([word], states(value))
    merged = Means().merge([first, second])
    assert whole.counts == merged.counts
    assert {w: s.tolist() for w, s in whole.sums.items()} == {w: s.tolist() for w, s in merged.sums.items()}
    assert [3] == first.sums["a"].tolist()
