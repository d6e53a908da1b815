"""What holds for every language pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

from kg import lang
from kg.errors import LanguageError

LANGUAGES = ("de", "en")
COMPONENTS = ["tok2vec", "tagger", "morphologizer", "lemmatizer", "parser", "ner"]
NAMES = {"PER", "LOC", "ORG", "MISC", "DEM"}
MEGABYTES = 25


def test_languages_found_by_folder() -> None:
    assert list(LANGUAGES) == lang.languages()


def test_pipeline_unknown_language_names_the_known() -> None:
    with pytest.raises(LanguageError, match="'xx'; there are: de, en"):
        lang.pipeline("xx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pipeline_components_and_labels(language: str) -> None:
    nlp = lang.load(language)
    assert COMPONENTS == [name for name in nlp.pipe_names if not name.startswith("kg_")]
    assert NAMES == set(nlp.get_pipe("ner").labels)  # type: ignore[attr-defined]
    assert {"nsubj", "obj", "nsubj:pass", "ccomp", "acl:relcl"} <= set(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pipeline_loads_with_plain_spacy(language: str) -> None:
    assert language == spacy.load(lang.pipeline(language)).lang


@pytest.mark.parametrize("language", LANGUAGES)
def test_pipeline_size(language: str) -> None:
    files = [path for path in lang.pipeline(language).rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= MEGABYTES * 1e6


@pytest.mark.parametrize("language", LANGUAGES)
def test_pipeline_meta_names_sources_licence_figures(language: str) -> None:
    meta = json.loads(Path(lang.pipeline(language), "meta.json").read_text(encoding="utf8"))
    assert "CC BY-SA 4.0" == meta["license"]
    assert meta["sources"]
    assert all(source["license"] for source in meta["sources"])
    assert meta["performance"]["syntax"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pipeline_same_text_same_bytes(language: str) -> None:
    nlp, text = lang.load(language), "Paris, 3. Mai. NATO! (Oslo)\n\n- Kim Jong Un"
    assert nlp(text).to_bytes() == nlp(text).to_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0", "…", "🙂", "a" * 3000, "\u00ad"])
def test_pipeline_takes_any_text(language: str, text: str) -> None:
    assert text == lang.load(language)(text).text
