from __future__ import annotations

import numpy as np
import pytest
import spacy

from training import vectors
from training.vectors import Floats, Means

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
    found = means.vectors(VOCAB)
    assert (len(often), vectors.WIDTH) == found.shape
    assert {VOCAB.strings.add(word) for word in often} == set(found)
    assert np.float32 == found.data.dtype
    assert pytest.approx(1, abs=1e-4) == float(found.data.std())


def test_vectors_first_axis_has_the_most_variance() -> None:
    rng = np.random.default_rng(1)
    means = Means()
    words = [f"w{i}" for i in range(50)]
    shared = rng.normal(size=(50, 1)) + 0.1 * rng.normal(size=(50, 6))
    for _ in range(vectors.COUNT):
        means.add(words, shared.astype(np.float32))
    spread = means.vectors(VOCAB).data.std(0)
    assert spread[0] > 3 * spread[1]


def test_vectors_are_those_of_the_most_frequent_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "ROWS", 2)
    means = Means()
    for word, times in (("a", 3), ("b", 5), ("c", 4)):
        for _ in range(vectors.COUNT + times):
            means.add([word], states(times, -times))
    assert {VOCAB.strings.add(word) for word in "bc"} == set(means.vectors(VOCAB))


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
