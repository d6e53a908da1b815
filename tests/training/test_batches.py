from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.made import CONFIG, subwords
from training.batches import MOST, by_length

SIZES = st.lists(st.integers(1, 40), max_size=60)
SEEDS = st.none() | st.integers(0, 5)


def shuffled(seed: int | None) -> random.Random | None:
    return None if seed is None else random.Random(seed)


@given(SIZES, st.integers(1, 100), SEEDS)
def test_by_length_has_every_item_once_within_the_limit(sizes: list[int], words: int, seed: int | None) -> None:
    items = list(enumerate(sizes))
    groups = by_length(items, lambda item: item[1], words, shuffled(seed))
    assert items == sorted(item for group in groups for item in group)
    for group in groups:
        assert group
        assert len(group) == 1 or max(size for _, size in group) * len(group) <= words


@given(SIZES, SEEDS)
def test_by_length_is_deterministic(sizes: list[int], seed: int | None) -> None:
    items = list(enumerate(sizes))
    once, again = (by_length(items, lambda item: item[1], 30, shuffled(seed)) for _ in range(2))
    assert once == again


def test_by_length_without_shuffle_goes_up() -> None:
    assert [["a", "c"], ["bbb"], ["dddd"]] == by_length(["a", "bbb", "c", "dddd"], len, 4)


def test_by_length_shuffles() -> None:
    items = list(range(1, 50))
    assert by_length(items, int, 60, random.Random(1)) != by_length(items, int, 60, random.Random(2))


def test_batch_shapes_and_first_places() -> None:
    batch = subwords().batch([["er", "ging"], ["so"], []])
    assert (3, 10) == batch.ids.shape
    assert [10, 5, 2] == batch.mask.sum(1).tolist()
    assert [[0, 1, 4 + 0], [0, 1, 0], [0, 0, 0]] == batch.first.tolist()
    assert [CONFIG.begin] * 3 == batch.ids[:, 0].tolist()
    assert [CONFIG.begin, CONFIG.end, *[CONFIG.pad] * 8] == batch.ids[2].tolist()


def test_batch_first_places_are_word_starts() -> None:
    made = subwords()
    words = ["Der", "Zug", "hält", "in", "Ulm", "."]
    batch = made.batch([words])
    starts = [batch.ids[0, place].item() for place in batch.first[0, 1:].tolist()]
    assert [made.of(word)[0] for word in words] == starts


@pytest.mark.parametrize(("word", "count"), [("ab", 3), ("a" * 40, MOST), ("", 1)])
def test_of_length(word: str, count: int) -> None:
    assert count == len(subwords().of(word))


def test_of_unknown_characters() -> None:
    assert CONFIG.unknown in subwords().of("☃")


def test_of_remembers() -> None:
    made = subwords()
    assert made.of("ja") is made.of("ja")


@pytest.mark.parametrize(("length", "fits"), [(31, True), (32, False)])
def test_fits(length: int, fits: bool) -> None:
    assert fits is subwords().fits(["a"] * length)
