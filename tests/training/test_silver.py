from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, DocBin

from tests.training.made import BESUCHTE, MELDET, SAW
from training import annotate, lemmas, raw, silver, sources, tasks, vectors
from training.documents import annotated
from training.names import Tagged, only, opened
from training.treebank import UNKNOWN, Sentence
from training.vectors import Means

NLP = spacy.blank("de")


def read(path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(NLP.vocab))


def test_plain() -> None:
    made = silver.plain(NLP.make_doc("Kiew schweigt."))
    assert ("de", "Kiew schweigt.") == (made.language, made.text)
    assert [True, False, False] == [t.space for t in made.tokens]


def test_completed_fills_what_is_open() -> None:
    det, adj, *rest = MELDET.tokens
    open_ = (replace(det, deprel=UNKNOWN), replace(adj, feats=(("Case", UNKNOWN), ("Number", "Plur"))), *rest)
    said = [replace(t, head=1, deprel="said" if t is det else "obl", upos="X") for t in MELDET.tokens]
    found = silver.completed(replace(MELDET, tokens=open_), said)
    assert "said" == found[0].deprel
    assert {"Case": "Nom", "Number": "Plur"} == dict(found[1].feats)
    assert [t.head for t in MELDET.tokens] == [t.head for t in found]
    assert tuple(rest) == found[2:]


def test_treebanks_keep_the_teachers_validation_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [(s, replace(s.tokens[0], form=f"w{i}")) for i in range(20) for s in (MELDET, SAW)]
    many = [replace(s, tokens=(first, *s.tokens[1:])) for s, first in pairs]
    one = Sentence("made", "de", MELDET.tokens[:1])
    monkeypatch.setattr(tasks.Parse, "corpus", lambda _: many)
    monkeypatch.setattr(silver, "read", lambda *_: iter([*many, one]))
    train, kept = silver.treebanks("de", tmp_path)
    assert {s.text for s in many[:: tasks.KEPT_APART]} == {s.text for s in kept}
    assert {s.text for s in many} == {s.text for s in [*train, *kept]}
    assert len(many) == len(train) + len(kept)


def test_gold_names_leave_out_what_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tagged = Tagged(("Kiew", "lateinische", "Worte"), (only("S-LOC"), opened("MISC", "DEM"), only("O")))
    made = [(Doc(NLP.vocab, words=list(tagged.words)), tagged)]
    monkeypatch.setattr(raw, "germeval", lambda *_: iter(made))
    (doc,) = silver.gold_names(NLP, tmp_path, "train")
    assert ["Kiew"] == [ent.text for ent in doc.ents]


def test_texts_of_each_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(raw, "german", lambda _, path: asked.append(path))
    monkeypatch.setattr(raw, "english", lambda _, path, words: asked.append(path))
    silver.texts(NLP, tmp_path / "data", tmp_path / "work")
    silver.texts(spacy.blank("en"), tmp_path / "data", tmp_path / "work")
    (source,) = sources.named("raw", "train", "de")
    assert [tmp_path / "data" / source.path, tmp_path / "work" / "news_en.zip"] == asked


def test_validation_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silver, "DEV", 3)
    silver.validation(tmp_path / "made.spacy", [annotated(NLP.vocab, SAW.tokens) for _ in range(9)])
    assert 3 * len(SAW.tokens) == sum(map(len, read(tmp_path / "made-dev.spacy")))


def test_run_syntax_mixes_news_and_repeated_gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_ = replace(MELDET, tokens=(replace(MELDET.tokens[0], deprel=UNKNOWN), *MELDET.tokens[1:]))
    answers = {s.text: s.tokens for s in (BESUCHTE, MELDET)}
    monkeypatch.setattr(silver, "treebanks", lambda *_: ([open_], [SAW]))
    monkeypatch.setattr(silver, "texts", lambda nlp, *_: [nlp.make_doc(BESUCHTE.text), nlp.make_doc("Zu lang.")])
    monkeypatch.setattr(annotate, "trees", lambda sentences, *_: [answers.get(s.text, ()) for s in sentences])
    monkeypatch.setattr(lemmas, "verb_forms", lambda _: {"besuchte": {"besuchen"}})
    silver.run_syntax("de", tmp_path, tmp_path)
    found = read(tmp_path / "syntax-de.spacy")
    sentences = sorted(s.text.strip() for doc in found for s in doc.sents)
    assert sorted([BESUCHTE.text, *[MELDET.text] * silver.GOLD_TIMES["de"]]) == sentences
    assert {"det"} == {t.dep_ for doc in found for t in doc if t.text == "Der"}
    assert {"besuchen"} == {t.lemma_ for doc in found for t in doc if t.text == "besuchte"}
    assert [SAW.text] == [doc.text.strip() for doc in read(tmp_path / "syntax-de-dev.spacy")]


def test_run_names_mixes_news_and_repeated_gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    means = Means()
    rng = np.random.default_rng(0)
    for _ in range(9):
        means.add(["Kiew", "schweigt", "."], rng.normal(size=(3, 8)).astype(np.float32))
    tagged = Tagged(("Würzburg", "feiert"), (only("S-LOC"), only("O")))
    monkeypatch.setattr(silver, "texts", lambda nlp, *_: [nlp.make_doc("Kiew schweigt."), nlp.make_doc("Zu lang.")])
    monkeypatch.setattr(annotate, "names", lambda *_: ([["S-LOC", "O", "O"], []], means))
    monkeypatch.setattr(vectors, "frequent", lambda _: ["Wien"])
    monkeypatch.setattr(vectors, "rarer", lambda _: ["Kyjiw"])
    monkeypatch.setattr(annotate, "alone", lambda _: lambda words: rng.normal(size=(len(words), 8)).astype(np.float32))
    monkeypatch.setattr(raw, "germeval", lambda nlp, _: [(Doc(nlp.vocab, words=list(tagged.words)), tagged)])
    silver.run_names("de", tmp_path, tmp_path)
    names = sorted(ent.text for doc in read(tmp_path / "names-de.spacy") for ent in doc.ents)
    assert ["Kiew", *["Würzburg"] * silver.GOLD_NAMES_TIMES] == names
    assert [["Würzburg"]] == [[ent.text for ent in doc.ents] for doc in read(tmp_path / "names-de-dev.spacy")]
    vocab = spacy.load(tmp_path / "vectors-de").vocab
    assert vocab["Kiew"].has_vector
    assert vocab["Wien"].has_vector
