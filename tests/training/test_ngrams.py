"""Rows of letter n-grams."""

from __future__ import annotations

import numpy as np
from spacy.vectors import Vectors
from spacy.vocab import Vocab

from kg.lang.ngrams import MARK, Composer
from training import ngrams


def test_the_ngrams_of_the_most_words_are_chosen() -> None:
    assert ["<Ro", "<Rom", "Rom"] == ngrams.chosen(["Rom", "Roma", "Romy", "Ulm"], 3)


def test_words_with_a_common_ending_get_like_vectors_and_so_does_a_new_one() -> None:
    letters = "abcdefghij"
    words = [a + b + end for a in letters for b in letters for end in ("stadt", "mann")]
    aim = np.array([[1.0, 0.0] if w.endswith("stadt") else [0.0, 1.0] for w in words], dtype=np.float32)
    grams, rows = ngrams.fitted(words, aim, rows=200, epochs=40)
    vocab = Vocab()
    vocab.vectors = Vectors(strings=vocab.strings, data=rows, keys=[MARK + gram for gram in grams])
    town, man = (Composer(vocab).composed(vocab.strings.add(word)) for word in ("Neustadt", "Bergmann"))
    assert town[0] > town[1] + 0.5
    assert man[1] > man[0] + 0.5


def test_the_same_words_give_the_same_rows() -> None:
    words = ["Rom", "Roma", "Romy", "Ulm", "Ulmer"]
    aim = np.eye(5, dtype=np.float32)
    first, second = (ngrams.fitted(words, aim, epochs=2)[1] for _ in range(2))
    assert (first == second).all()
