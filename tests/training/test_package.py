from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vectors import Vectors

from tests.training.made import BESUCHTE
from training import lemmas, package, sources, tables
from training.documents import annotated, with_names


@pytest.mark.parametrize("language", ["de", "en"])
def test_meta_names_every_source_with_its_licence(language: str) -> None:
    meta = package.meta(language, {"LAS": 80.0})
    assert (language, "CC BY-SA 4.0", {"LAS": 80.0}) == (meta["lang"], meta["license"], meta["performance"])
    names = " ".join(source["name"] for source in meta["sources"])
    assert all(source["license"] for source in meta["sources"])
    trained = [s for s in sources.all_sources() if s.use == "train" and s.language == language]
    assert all(s.name in names for s in trained)
    assert not [s.name for s in sources.all_sources() if s.use == "measure" and f"({s.name})" in names]
    packages = [r for r in tables.rows("packages.tsv") if r["language"] in (language, "all")]
    assert all(row["package"] in names for row in packages)


@pytest.mark.parametrize("language", ["de", "en"])
def test_meta_urls_are_of_repositories(language: str) -> None:
    urls = [source["url"] for source in package.meta(language, {})["sources"] if "url" in source]
    assert urls
    assert not [url for url in urls if " " in url or 4 != url.count("/")]


def test_target() -> None:
    assert Path("kg", "lang", "de", "pipeline") == package.target("de").relative_to(package.ROOT)


def students(work: Path, language: str) -> None:
    """Two trained students of next to nothing."""
    for what in ("syntax", "names"):
        (work / f"student-{what}-{language}").mkdir()
    syntax = spacy.blank(language)
    syntax.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"min_tree_freq": 1})
    parsed = annotated(syntax.vocab, BESUCHTE.tokens)
    syntax.initialize(lambda: [Example(syntax.make_doc(parsed.text), parsed)])
    vectors = Vectors(data=np.ones((2, 3), dtype="f"), keys=["Paris", "Bonn"])
    syntax.vocab.vectors = vectors
    syntax.to_disk(work / f"student-syntax-{language}" / package.BEST)
    names = spacy.blank(language)
    names.vocab.vectors = vectors
    names.add_pipe("ner")
    doc: Doc = with_names(annotated(names.vocab, BESUCHTE.tokens), ["B-PER", "E-PER", "O", "O", "S-LOC", "O"])
    names.initialize(lambda: [Example(names.make_doc(doc.text), doc)])
    names.to_disk(work / f"student-names-{language}" / package.BEST)


@pytest.mark.parametrize("language", ["de", "en"])
def test_main_writes_the_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setattr(package, "ROOT", tmp_path)
    monkeypatch.setattr(lemmas, "verb_forms", lambda archive: {"griffen": {"greifen"}})
    students(tmp_path, language)
    package.target(language).mkdir(parents=True)
    (package.target(language) / "old").touch()
    package.main(language, tmp_path)
    nlp = spacy.load(package.target(language))
    assert ["lemmatizer", "ner", *package.EXTRA[language]] == nlp.pipe_names
    assert "Würzburg" == nlp("Würzburg")[0].text
    assert (2, 3) == nlp.vocab.vectors.shape
    assert {"LOC", "PER"} == set(nlp.get_pipe("ner").labels)  # type: ignore[attr-defined]
    assert {None} == set(nlp.config["paths"].values())
    assert not (package.target(language) / "old").exists()
    meta = json.loads((package.target(language) / "meta.json").read_text(encoding="utf8"))
    assert package.meta(language, {})["sources"] == meta["sources"]


def test_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "ROOT", tmp_path)
    path = package.target("de") / "meta.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"name": "Würzburg", "performance": {}}', encoding="utf8")
    package.record("de", {"LAS": 81.5})
    assert {"name": "Würzburg", "performance": {"LAS": 81.5}} == json.loads(path.read_text(encoding="utf8"))
    assert "Würzburg" in path.read_text(encoding="utf8")
