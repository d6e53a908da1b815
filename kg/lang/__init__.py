"""Language packs: one folder a language, found by its ISO 639-1 code.

Each has a trained spaCy pipeline in `pipeline/` with the same components and label sets: Universal Dependencies,
Penn or STTS tags, names as PER LOC ORG MISC and DEM (a place's adjective). How they were trained: `training/README.md`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language

from kg.errors import LanguageError

HERE = Path(__file__).parent


def languages() -> list[str]:
    """The codes of the languages with a pipeline.

    >>> languages()
    ['de', 'en']
    """
    return sorted(path.parent.parent.name for path in HERE.glob("*/pipeline/meta.json"))


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
    return spacy.load(pipeline(language))
