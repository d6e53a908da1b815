"""Vectors of words that no list has."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.strings import get_string_id
from spacy.vectors import Vectors
from spacy.vocab import Vocab

from kg.lang import load, ngrams
from kg.lang.ngrams import FREQUENT, MARK, Composer, embed, whole


def composer(*words: str) -> Composer:
    """Knows a word and two n-grams, and another word to the names alone."""
    vocab = Vocab(strings=["Rom", "Romzug", "Vroom", "x", "Romulus", *words])
    vocab.vectors = Vectors(strings=vocab.strings, shape=(4, 2))
    rows = {"Rom": (1, 2), MARK + "<Ro": (0, 2), MARK + "om>": (4, 6), MARK + whole("Romulus"): (7, 7)}
    for word, vector in rows.items():
        vocab.vectors.add(word, vector=np.array(vector))
    return Composer(vocab)


def of(vectors: Composer, *words: str) -> list[list[float]]:
    """The vectors of words."""
    found: list[list[float]] = vectors.of(np.array([get_string_id(w) for w in words], dtype=np.uint64)).tolist()
    return found


def test_a_known_word_has_its_own_row_another_the_mean_of_its_known_ngrams_or_nothing() -> None:
    assert [[1, 2], [0, 2], [4, 6], [0, 0]] == of(composer(), "Rom", "Romzug", "Vroom", "x")


def test_a_word_that_is_an_ngram_of_its_own_has_that_row_in_compounds_too() -> None:
    assert [[7, 7], [4, 4.5]] == of(composer("Rom-Romulus"), "Romulus", "Rom-Romulus")


def test_a_word_with_a_hyphen_is_the_mean_of_its_parts() -> None:
    words = ("Rom-", "Rom-Vroom", "Rom/Romzug")
    assert [[1, 2], [2.5, 4], [0.5, 2]] == of(composer(*words), *words)


def test_the_answer_for_a_word_is_kept_and_stays_the_same_when_the_store_of_answers_is_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ngrams, "CACHED", 1)
    vectors = composer()
    assert of(vectors, "Romzug", "Vroom", "Romzug") == [[0, 2], [4, 6], [0, 2]]
    assert len(vectors.unknown) == 1


def test_in_training_some_of_the_rarer_words_are_treated_as_unknown() -> None:
    words = [f"w{i}" for i in range(FREQUENT + 100)]
    vocab = Vocab(strings=words)
    vocab.vectors = Vectors(strings=vocab.strings, data=np.ones((len(words), 2), dtype="f"), keys=words)
    keys = np.array([get_string_id(w) for w in words], dtype=np.uint64)
    found = Composer(vocab).of(keys, training=True)
    assert found[:FREQUENT].all()
    assert 0 < found[FREQUENT:, 0].sum() < 100
    assert Composer(vocab).of(keys).all()


def test_the_layer_gives_unknown_words_a_row_and_learns() -> None:
    nlp = spacy.blank("de")
    nlp.vocab.vectors = composer().vectors
    docs = [nlp("Rom Romzug"), nlp("x"), nlp("")]
    layer = embed(8, ["NORM", "SHAPE"], [50, 50])
    layer.initialize(X=docs)
    found, backprop = layer(docs, True)
    assert [(2, 8), (1, 8), (0, 8)] == [rows.shape for rows in found]
    # All ones would be a constant along each row, whose gradient through the layer norm is zero but for rounding.
    backprop([np.arange(rows.size, dtype="f").reshape(rows.shape) for rows in found])
    (static,) = [node for node in layer.walk() if node.name == ngrams.SPACYS]
    weights = np.asarray(static.get_grad("W"))
    assert weights.any()


def test_the_pipelines_that_ship_know_something_of_a_name_that_nobody_has() -> None:
    for language in ("de", "en"):
        vocab = load(language).vocab
        keys = [t.orth for t in load(language).make_doc("Kyjiwer Krasnopilsker")]
        assert not any(key in vocab.vectors for key in keys[1:])
        assert Composer(vocab).of(np.array(keys, dtype=np.uint64)).any(1).all()
