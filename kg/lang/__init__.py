"""Language packs: one folder a language, found by its ISO 639-1 code.

Each has a trained spaCy pipeline in `pipeline/` with the same components and label sets: Universal Dependencies,
Penn or STTS tags, names as PER LOC ORG MISC and DEM (a place's adjective). How they were trained: `training/README.md`.
"""

from __future__ import annotations

import gc
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import LanguageError

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
"""Characters of a text that tell its language."""


def languages() -> list[str]:
    """The codes of the languages with a pipeline.

    >>> languages()
    ['de', 'en']
    """
    return sorted(path.parent.parent.name for path in HERE.glob("*/pipeline/meta.json"))


def extractable() -> list[str]:
    """The codes of the languages whose tables of events and claims are there.

    >>> extractable()
    ['de']
    """
    return sorted(path.parent.name for path in HERE.glob("*/events.tsv"))


def detect(text: str) -> str:
    """The language with a pack whose most frequent words the text has most of.

    >>> detect("Die Regierung hat das nicht bestätigt.")
    'de'
    """
    words = Counter(WORD.findall(text[:SAMPLE].lower()))
    hits = {code: sum(words[word] for word in _stop_words(code)) for code in languages()}
    return max(sorted(hits), key=lambda code: hits[code])


@cache
def _stop_words(language: str) -> frozenset[str]:
    import spacy  # noqa: PLC0415  it takes a second

    return frozenset(spacy.util.get_lang_class(language).Defaults.stop_words)


def pipeline(language: str) -> Path:
    """The folder of a language's pipeline, for `spacy.load`.

    Raises:
        LanguageError: there is no pack for the language.
    """
    path = HERE / language / "pipeline"
    if language not in languages():
        raise LanguageError(f"no pipeline for language {language!r}; there are: {', '.join(languages())}")
    return path


@cache
def load(language: str) -> Language:
    """A language's pipeline, loaded once.

    >>> [(token.text, token.dep_) for token in load("de")("Peking dementiert.")]
    [('Peking', 'nsubj'), ('dementiert', 'ROOT'), ('.', 'punct')]

    Raises:
        LanguageError: there is no pack for the language.
    """
    import spacy  # noqa: PLC0415  it takes a second, and resolving needs only the tables

    found = spacy.load(pipeline(language))
    gc.freeze()  # it lives as long as the program: the garbage collector need not walk through it again and again
    return found
