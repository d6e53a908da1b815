from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from tests.training.made import BESUCHTE, MELDET, SAW
from training import documents
from training.treebank import UNKNOWN

NLP = spacy.blank("de")


def test_annotated() -> None:
    doc = documents.annotated(NLP.vocab, MELDET.tokens)
    assert MELDET.text == doc.text.strip()
    assert ["det", "amod", "nsubj", "ROOT", "amod", "obj", "punct"] == [t.dep_ for t in doc]
    assert [2, 2, 3, 3, 5, 3, 3] == [t.head.i for t in doc]
    assert [t.xpos for t in MELDET.tokens] == [t.tag_ for t in doc]
    assert [t.lemma for t in MELDET.tokens] == [t.lemma_ for t in doc]
    assert "Case=Nom|Number=Sing" == str(doc[0].morph)
    assert 1 == len(list(doc.sents))


def test_annotated_leaves_the_unknown_empty() -> None:
    feats = (("Case", UNKNOWN), ("Number", "Sing"))
    doc = documents.annotated(NLP.vocab, [replace(t, xpos=UNKNOWN, deprel=UNKNOWN, feats=feats) for t in SAW.tokens])
    assert {""} == {t.tag_ for t in doc}
    assert {"Number=Sing"} == {str(t.morph) for t in doc}
    assert ["dep", "ROOT", "dep", "dep"] == [t.dep_ for t in doc]


def test_with_names() -> None:
    labels = ["B-PER", "E-PER", "O", "B-ORG", "S-LOC", "O"]
    doc = documents.with_names(documents.annotated(NLP.vocab, BESUCHTE.tokens), labels)
    assert [("Angela Merkel", "PER"), ("Würzburg", "LOC")] == [(ent.text, ent.label_) for ent in doc.ents]
    assert doc.has_annotation("ENT_IOB")
    assert "O" == doc[3].ent_iob_


def read(path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(NLP.vocab))


def test_save_joins_and_keeps_all_words(tmp_path: Path) -> None:
    docs = [documents.annotated(NLP.vocab, s.tokens) for s in (MELDET, BESUCHTE, SAW) for _ in range(10)]
    documents.save(docs, tmp_path / "made.spacy")
    found = read(tmp_path / "made.spacy")
    sentences = [sentence for doc in found for sentence in doc.sents]
    assert sorted(t.text for doc in docs for t in doc) == sorted(t.text for doc in found for t in doc)
    assert sorted([s.text for s in (MELDET, BESUCHTE, SAW)] * 10) == sorted(s.text.strip() for s in sentences)
    counts = {len(list(doc.sents)) for doc in found}
    assert counts <= set(range(1, documents.PARTS + 1))
    assert len(counts) > 1


def test_save_names_have_no_trees(tmp_path: Path) -> None:
    made = [documents.with_names(NLP.make_doc("Würzburg schweigt."), ["S-LOC", "O", "O"]) for _ in range(5)]
    documents.save(made, tmp_path / "made.spacy")
    for doc in read(tmp_path / "made.spacy"):
        assert not doc.has_annotation("DEP")
        assert {"Würzburg"} == {ent.text for ent in doc.ents}


def test_save_is_the_same_every_time(tmp_path: Path) -> None:
    docs = [documents.annotated(NLP.vocab, s.tokens) for s in (MELDET, BESUCHTE, SAW)]
    for name in ("once", "again"):
        documents.save(docs, tmp_path / name)
    once, again = ([doc.text for doc in read(tmp_path / name)] for name in ("once", "again"))
    assert once == again
