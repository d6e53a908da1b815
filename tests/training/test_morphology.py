"""Rare combinations of features."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from training.morphology import merge_rare

NLP = spacy.blank("de")


def merged(*labels: str, least: int = 2) -> list[str]:
    """The labels after merging, each "POS|Feature=Value|…"."""
    pos, features = zip(*(label.partition("|")[::2] for label in labels), strict=True)
    doc = Doc(NLP.vocab, words=["x"] * len(labels), pos=list(pos), morphs=list(features))
    merge_rare([doc], least)
    return [f"{token.pos_}|{token.morph}" for token in doc]


def test_a_rare_combination_becomes_the_closest_of_its_part_of_speech() -> None:
    often = ["PRON|Case=Dat|Number=Plur"] * 2 + ["PRON|Case=Nom"] * 2 + ["NOUN|Case=Dat|Gender=Fem|Number=Plur"] * 2
    rare = "PRON|Case=Dat|Gender=Fem|Number=Plur"
    assert [*often, often[0]] == merged(*often, rare)


def test_less_goes_before_other_features() -> None:
    often = ["ADJ|Case=Dat"] * 2 + ["ADJ|Case=Dat|Gender=Masc|Number=Sing"] * 3
    assert "ADJ|Case=Dat" == merged(*often, "ADJ|Case=Dat|Gender=Fem")[-1]


def test_a_combination_with_nothing_beside_it_stays() -> None:
    labels = ["NOUN|Case=Dat", "NOUN|Case=Dat", "X|Foreign=Yes"]
    assert labels == merged(*labels)
