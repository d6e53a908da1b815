"""Weights for events, learned from a handful of sentences."""

from __future__ import annotations

import pytest

from kg.extract.frames import likely as model
from kg.lang.weights import Weights
from tests.extract.made import DE, doc
from training import likely
from training.likely import Example, Text

SENT = "Kiew/=/PROPN/2/nsubj//LOC entsandte/entsenden Truppen/Truppe/NOUN/2/obj"
SOLD = "Oslo/=/PROPN/2/nsubj//LOC lobt/loben den/der/DET/4/det Verkauf/=/NOUN/2/obj von/=/ADP/6/case Öl/=/NOUN/4/nmod"


def test_candidates_are_what_the_rules_found_and_what_they_refused() -> None:
    at = SENT.index("entsandte/") - len("/=/PROPN/2/nsubj//LOC")  # its place in the text without annotation
    gold = {"Deployment": {(at, at + 9)}, "Attack": {(0, 4)}}
    made = likely.examples(doc(SENT), gold, DE)
    assert [(e.found, e.right) for e in made.examples] == [(True, True)]
    assert made.lost == 1  # the attack
    (refused,) = likely.examples(doc(SOLD), {}, DE).examples
    assert (refused.found, refused.right, refused.outside[0]) == (False, False, "Supply")
    assert "lacks patient craft" in refused.inside


def texts(right: int, wrong: int) -> list[Text]:
    """Words of two kinds, of which one was meant."""
    good = Example(("Attack", "lemma a", "near x"), (model.REFUSED,), found=False, right=True)
    bad = Example(("Attack", "lemma a", "near y"), (model.REFUSED,), found=False, right=False)
    return [Text([good] * right + [bad] * wrong, lost=1)]


def test_weights_tell_what_was_meant_from_what_was_not() -> None:
    table = likely.fitted(texts(20, 20))
    assert table["near x"] > 0 > table["near y"]
    assert "lemma a" in table
    precision, recall, _ = likely.figures(texts(5, 5), table)
    assert precision == 100
    assert recall == pytest.approx(100 * 5 / 6, abs=0.1)


def test_the_same_texts_give_the_same_weights_and_whole_numbers() -> None:
    first, second = (likely.fitted(texts(7, 9)) for _ in range(2))
    assert dict(first) == dict(second)
    assert all(isinstance(weight, int) for weight in first.values())


def test_before_anything_is_learned_every_word_is_known_and_nothing_counts() -> None:
    table = likely.Unlearned()
    assert "lemma never met" in table
    assert table.score(["a", "b"]) == 0
    assert isinstance(table, Weights)
