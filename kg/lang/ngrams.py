"""Vectors for words that the table of a pipeline does not have: the mean of their parts, or of their letter n-grams.

News is full of names that no list has ("Kyjiwer Aufklärungsbataillon"). After fastText (Bojanowski et al. 2017,
https://aclanthology.org/Q17-1010/), but the n-grams are fitted to the vectors of known words (`training.ngrams`) and
are rows of the same table, below keys that no word has. Only the names are found with them: the syntax was trained
without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.ml.models.tok2vec import MultiHashEmbed
from spacy.ml.staticvectors import init
from spacy.strings import get_string_id
from thinc.api import Model, glorot_uniform_init
from thinc.types import Ragged

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from thinc.types import Floats2d

MARK = "\ue000"
"""Before an n-gram in its key: a code point for private use, so that no word of a text has it."""
PART = re.compile(r"[^\W\d_]+")
"""What a word consists of: "Landau/Isar", "A320-Pilot"."""
LENGTHS = (3, 4, 5)
FREQUENT = 5_000
"""The first rows are those of the most frequent words, which no text is without."""
WITHHELD = 10
"""In training one in so many of the rarer words is treated as unknown, so that the model meets such words."""
CACHED = 50_000
"""Unknown words whose vectors are kept."""
SPACYS = "static_vectors"

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]


def whole(word: str) -> str:
    """A word as its own n-gram.

    >>> whole("Rom")
    '<Rom>'
    """
    return f"<{word}>"


def ngrams(word: str) -> Iterator[str]:
    """The letter n-grams of a word with its borders.

    >>> list(ngrams("Rom"))
    ['<Ro', 'Rom', 'om>', '<Rom', 'Rom>', '<Rom>']
    """
    marked = whole(word)
    for n in LENGTHS:
        for begin in range(len(marked) - n + 1):
            yield marked[begin : begin + n]


class Composer:
    """The vectors of all words of a vocabulary, known or not."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab, self.vectors = vocab, vocab.vectors
        self.unknown: dict[int, Floats] = {}

    def of(self, keys: Keys, *, training: bool = False) -> Floats:
        """A row for each word; zeros for one without a known n-gram.

        Args:
            keys: hashes of the words, which the string store knows.
            training: whether to treat some known words as unknown.
        """
        rows = self.vectors.find(keys=keys)
        if training:
            rows[(rows >= FREQUENT) & (keys % WITHHELD == 0)] = -1
        found: Floats = self.vectors.data[rows]
        for i in np.flatnonzero(rows < 0):
            found[i] = self.composed(int(keys[i]))
        return found

    def composed(self, key: int) -> Floats:
        """The vector of a word out of its parts ("Opel-Werk"), or of its n-grams."""
        known = self.unknown.get(key)
        if known is None:
            if len(self.unknown) >= CACHED:
                self.unknown.clear()
            word = self.vocab.strings[key]
            parts = [part for part in PART.findall(word) if part != word]
            vectors = [self._of_part(part) for part in parts] or [self._of_letters(word)]
            known = self.unknown[key] = np.mean(vectors, axis=0)
        return known

    def _row(self, text: str) -> int | None:
        found: int | None = self.vectors.key2row.get(get_string_id(text))
        return found

    def _of_part(self, part: str) -> Floats:
        row = self._row(part)
        return self._of_letters(part) if row is None else self.vectors.data[row]

    def _of_letters(self, word: str) -> Floats:
        row = self._row(MARK + whole(word))
        grams = [row] if row is not None else [r for g in ngrams(word) if (r := self._row(MARK + g)) is not None]
        data: Any = self.vectors.data
        found: Floats = data[grams].mean(0) if grams else np.zeros(data.shape[1], dtype=data.dtype)
        return found


class _Layer:
    """What spaCy's StaticVectors does, with vectors for all words."""

    def __init__(self) -> None:
        self.composer: Composer | None = None

    def __call__(
        self, model: Model[list[Doc], Ragged], docs: list[Doc], is_train: bool
    ) -> tuple[Ragged, Callable[[Ragged], list[Doc]]]:
        composer = self.composer
        if composer is None or composer.vectors is not docs[0].vocab.vectors:
            composer = self.composer = Composer(docs[0].vocab)
        keys = np.concatenate([doc.to_array("ORTH") for doc in docs]).astype(np.uint64, copy=False)
        inputs: Any = model.ops.as_contig(composer.of(keys, training=is_train))  # type: ignore[type-var]
        weights: Any = model.get_param("W")
        outputs: Any = model.ops.gemm(inputs, weights, trans2=True)

        def backprop(gradient: Ragged) -> list[Doc]:
            errors: Any = gradient.data
            model.inc_grad("W", model.ops.gemm(errors, inputs, trans1=True))
            return []

        return Ragged(outputs, model.ops.asarray1i([len(doc) for doc in docs])), backprop


def embed(width: int, attrs: list[str], rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """SpaCy's MultiHashEmbed, with static vectors for all words.

    Args:
        width: of a row of the output.
        attrs: spaCy's names of the attributes that are embedded by hashing.
        rows: sizes of the hash tables, one an attribute.
    """
    model = MultiHashEmbed(width=width, attrs=list(attrs), rows=rows, include_static_vectors=True)
    spacys = next(node for node in model.walk() if node.name == SPACYS)
    start = partial(init, glorot_uniform_init)
    ours: Model[Any, Any] = Model(
        SPACYS, _Layer(), init=start, params={"W": None}, attrs=dict(spacys.attrs), dims={"nO": width, "nM": None}
    )
    model.replace_node(spacys, ours)
    return model
