from __future__ import annotations

import itertools
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from tests.training.made import BESUCHTE, MELDET, SAW, sentence, write_tabs
from training import augment, scores
from training.documents import annotated, with_names
from training.names import Tagged, only, opened
from training.treebank import Sentence, Token

TEILTE = sentence(
    """
    Kiew    Kiew    PROPN  NE     Case=Nom   2  nsubj
    teilte  teilen  VERB   VVFIN  Mood=Ind   0  root
    das     das     PRON   PDS    Case=Acc   2  obj
    Mit+    mit     ADP    PTKVZ  _          2  compound:prt
    .       .       PUNCT  $.     _          2  punct
    """
)
NLP = spacy.blank("de")
NUMBERS = itertools.count()


def said(gold: Sentence, **changes: Mapping[str, object]) -> Example:
    """An example with the gold's tokens but for the changes of some words."""
    tokens = [replace(t, **changes.get(t.form, {})) for t in gold.tokens]  # type: ignore[arg-type]
    return Example(annotated(NLP.vocab, tokens), annotated(NLP.vocab, gold.tokens))


def saying(answers: Mapping[str, Sequence[Token]], labels: Mapping[str, Sequence[str]] | None = None) -> Language:
    """A pipeline that says what it is told of a text's words."""
    nlp = spacy.blank("de")

    def annotate(doc: Doc) -> Doc:
        words = " ".join(t.text for t in doc)
        made = annotated(nlp.vocab, answers[words]) if words in answers else doc
        return with_names(made, labels[words]) if labels else made

    name = f"made_answers_{next(NUMBERS)}"
    Language.component(name, func=annotate)
    nlp.add_pipe(name)
    return nlp


def words_of(gold: Sentence) -> str:
    return " ".join(t.form for t in gold.tokens)


def test_whole_lemmas() -> None:
    found = scores.whole_lemmas(TEILTE)
    assert ["Kiew", "mitteilen", "das", "mit", "."] == [t.lemma for t in found.tokens]
    assert MELDET == scores.whole_lemmas(MELDET)


def test_syntax_all_right() -> None:
    row = scores.syntax([said(MELDET), said(BESUCHTE)], tags=True)
    names = {"UPOS", "XPOS", "Case", "Number", "Mood", "Tense", "lemma", "verb lemma", "UAS", "LAS", "nsubj", "obj"}
    assert {100.0} == {row[name] for name in names | {"LAS, all subtypes", "core four", "sentences"}}
    assert 0.0 == row["ccomp"]


def test_syntax_without_the_treebanks_tags() -> None:
    assert "XPOS" not in scores.syntax([said(MELDET)], tags=False)


@pytest.mark.parametrize(
    ("gold", "guess", "merged", "full"),
    [
        ("det:poss", "det", 100.0, 83.3),
        ("acl", "acl:relcl", 100.0, 83.3),
        ("obl:arg", "obl", 100.0, 83.3),
        ("nsubj:pass", "nsubj", 83.3, 83.3),
        ("obl", "nmod", 83.3, 83.3),
    ],
)
def test_syntax_merges_subtypes(gold: str, guess: str, merged: float, full: float) -> None:
    tokens = tuple(replace(t, deprel=gold) if t.form == "Der" else t for t in MELDET.tokens)
    row = scores.syntax([said(replace(MELDET, tokens=tokens), Der={"deprel": guess})], tags=True)
    assert (100.0, merged, full) == (row["UAS"], row["LAS"], row["LAS, all subtypes"])


def test_syntax_leaves_punctuation_out() -> None:
    row = scores.syntax([said(MELDET, **{".": {"head": 1}})], tags=True)
    assert (100.0, 100.0) == (row["UAS"], row["LAS"])


@pytest.mark.parametrize(
    ("changes", "f1"),
    [
        ({}, 1.0),
        ({"Minister": {"deprel": "obj"}}, 0.5),
        ({"Verluste": {"head": 3}}, 0.5),
        ({"Minister": {"deprel": "dep"}, "Verluste": {"deprel": "dep"}}, 0.0),
    ],
)
def test_f1(changes: dict[str, dict[str, object]], f1: float) -> None:
    assert pytest.approx(f1) == scores._f1([said(MELDET, **changes)], ("nsubj", "obj"))


def test_f1_counts_what_is_said_too_often() -> None:
    example = said(MELDET, Minister={"deprel": "obj"})
    assert pytest.approx(2 / 3) == scores._f1([example], ("obj",))


def test_f1_on_other_tokens() -> None:
    reference = annotated(NLP.vocab, SAW.tokens)
    other = Doc(NLP.vocab, words=["She", "saw", "him."], heads=[1, 1, 1], deps=["nsubj", "ROOT", "obj"])
    assert pytest.approx(0.5) == scores._f1([Example(other, reference)], ("nsubj", "obj"))


def test_f1_of_nothing() -> None:
    assert 0 == scores._f1([], ("obj",))


def test_verb_lemmas() -> None:
    examples = [said(MELDET), said(BESUCHTE, besuchte={"lemma": "suchen"}, Merkel={"lemma": "x"})]
    assert pytest.approx(0.5) == scores.verb_lemmas(examples)
    assert 0 == scores.verb_lemmas([])


def test_gold_annotates_the_treebanks_tokens() -> None:
    nlp = saying({words_of(MELDET): MELDET.tokens})
    (example,) = scores.gold(nlp, [MELDET])
    assert [t.form for t in MELDET.tokens] == [t.text for t in example.predicted]
    assert 100.0 == scores.syntax([example], tags=True)["LAS"]


def test_raw_joins_sentences() -> None:
    nlp = spacy.blank("de")
    last = replace(SAW.tokens[-1], space=False)
    examples = scores.raw(nlp, [MELDET, replace(SAW, tokens=(*SAW.tokens[:-1], last)), *[BESUCHTE] * 8])
    assert [scores.DOCUMENT, 10 - scores.DOCUMENT] == [len(list(e.reference.sents)) for e in examples]
    assert examples[0].reference.text.startswith(f"{MELDET.text} {SAW.text} {BESUCHTE.text}")
    assert all(e.predicted.text == e.reference.text for e in examples)


TAGGED = [
    Tagged(("Kiew", "lobt", "Meyer", "."), (only("S-LOC"), only("O"), only("S-PER"), only("O"))),
    Tagged(("Paris", "lateinische"), (only("S-LOC"), opened("MISC", "DEM"))),
]
SAID = {"Kiew lobt Meyer .": ["S-LOC", "O", "S-ORG", "O"], "Paris lateinische": ["S-LOC", "S-MISC"]}


@pytest.mark.parametrize(
    ("kinds", "wanted"),
    [
        (("LOC",), {"all": 100.0, "LOC": 100.0}),
        (("PER", "LOC", "ORG"), {"all": 66.7, "PER": 0.0, "LOC": 100.0, "ORG": 0.0}),
        (("DEM",), {"all": 0.0, "DEM": 0.0}),
    ],
)
def test_named(kinds: tuple[str, ...], wanted: dict[str, float]) -> None:
    assert wanted == scores.named(saying({}, SAID), TAGGED, kinds)


def test_guess_spaces() -> None:
    assert [False, True, True] == scores._guess(["Ja", ",", "gut"])


@pytest.mark.parametrize("kind", augment.KINDS)
def test_changed_annotates_the_changed_words(kind: str) -> None:
    nlp = spacy.blank("de")
    examples = scores.gold(nlp, [MELDET, BESUCHTE])
    change = partial(augment.apply, nlp, kind=kind, rng=random.Random(0))
    found = list(scores.changed(examples, change, nlp))
    assert [e.reference.text for e in found] == [e.predicted.text for e in found]
    assert all(e.reference.has_annotation("DEP") and not e.predicted.has_annotation("DEP") for e in found)
    assert MELDET.text == examples[0].reference.text.strip()


def test_treebank_is_not_repaired(tmp_path: Path) -> None:
    (tmp_path / "ud_de").mkdir()
    table = """
    1  Er     er      PRON   PPER   _         2  nsubj         _  _
    2  sagt   sagen   VERB   VVFIN  _         0  root          _  _
    3  ihm    er      PRON   PPER   Case=Dat  2  obj           _  _
    4  zu     zu      ADP    PTKVZ  _         2  compound:prt  _  SpaceAfter=No
    """
    write_tabs(tmp_path / "ud_de" / "de_pud-ud-test.conllu", table)
    (found,) = scores.treebank(tmp_path, "pud-de")
    assert "obj" == found.tokens[2].deprel
    assert "zusagen" == found.tokens[1].lemma
