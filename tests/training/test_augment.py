from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Token
from spacy.training import Example
from spacy.util import registry

from tests.training.made import BESUCHTE, MELDET, sentence
from training import augment
from training.documents import annotated, with_names

NLP = spacy.blank("de")
QUOTED = sentence(
    """
    „+          „           PUNCT  $(     _                     2  punct
    Übermorgen  übermorgen  ADV    ADV    _                     5  advmod
    kommt       kommen      VERB   VVFIN  Mood=Ind|Tense=Pres   0  root
    Bundeskanzlerin Kanzlerin NOUN NN     Case=Nom|Number=Sing  3  nsubj
    Angela      Angela      PROPN  NE     Case=Nom|Number=Sing  4  flat
    Merkel+     Merkel      PROPN  NE     Case=Nom|Number=Sing  5  flat
    “+          “           PUNCT  $(     _                     3  punct
    .           .           PUNCT  $.     _                     3  punct
    """
)
LABELS = ["O", "O", "O", "O", "B-PER", "E-PER", "O", "O"]
SAME_WORDS = ("lost spaces", "headline", "bullet", "white space", "paragraphs")


def doc() -> Doc:
    """Two sentences with a name in quotes and another at the end."""
    quoted = with_names(annotated(NLP.vocab, QUOTED.tokens), LABELS)
    visited = with_names(annotated(NLP.vocab, BESUCHTE.tokens), ["B-PER", "E-PER", "O", "O", "S-LOC", "O"])
    joined = Doc.from_docs([quoted, visited], ensure_whitespace=True)
    assert joined is not None
    return joined


def noisy(kind: str, made: Doc, seed: int = 0) -> Example:
    return augment.apply(NLP, Example(NLP.make_doc(made.text), made), kind, random.Random(seed))


def own(made: Doc, before: Doc) -> list[Token]:
    """The tokens that the noise has not put in."""
    new = len(made) - len(before)
    return [t for t in made if not t.is_space and not (new and t.i == 0 and t.text in augment.BULLETS)]


def check(before: Doc, after: Example, kind: str) -> None:
    """The annotation is that of the document before, but for what the noise takes out or puts in."""
    made = after.reference
    assert [t.text for t in made] == [t.text for t in after.predicted]
    assert made.text == after.predicted.text
    kept = own(made, before)
    old = list(before)
    while len(old) > len(kept):  # headlines and paragraphs lose a full stop
        lost = next((i for i, (a, b) in enumerate(zip(old, kept, strict=False)) if a.text != b.text), len(kept))
        assert "." == old[lost].text
        del old[lost]
    for attribute in ("tag_", "pos_", "dep_", "ent_iob_", "ent_type_"):
        assert [getattr(t, attribute) for t in old] == [getattr(t, attribute) for t in kept], attribute
    assert [str(t.morph) for t in old] == [str(t.morph) for t in kept]
    places = {t.i: n for n, t in enumerate(kept)}
    assert [old.index(t.head) for t in old] == [places[t.head.i] for t in kept]
    assert len(list(before.sents)) == len(list(made.sents))
    if kind in SAME_WORDS:
        assert [t.text for t in old] == [t.text for t in kept]


@pytest.mark.parametrize("kind", augment.KINDS)
def test_apply_keeps_the_annotation_and_changes_the_text(kind: str) -> None:
    before = doc()
    texts = set()
    for seed in range(10):
        after = noisy(kind, before, seed)
        check(before, after, kind)
        texts.add(after.reference.text)
    assert texts - {before.text}
    if kind not in ("quotes", "soft hyphens"):  # these may happen to change nothing
        assert before.text not in texts


@pytest.mark.parametrize("kind", augment.KINDS)
def test_apply_leaves_the_document_alone(kind: str) -> None:
    before = doc()
    noisy(kind, before)
    assert doc().to_json() == before.to_json()


@pytest.mark.parametrize("kind", augment.KINDS)
def test_apply_names_without_trees(kind: str) -> None:
    words = [t.form for t in QUOTED.tokens]
    before = with_names(Doc(NLP.vocab, words=words, spaces=[t.space for t in QUOTED.tokens]), LABELS)
    after = noisy(kind, before)
    assert [t.text for t in after.reference] == [t.text for t in after.predicted]
    (name,) = after.reference.ents
    assert "PER" == name.label_
    assert not after.reference.has_annotation("DEP")


@pytest.mark.parametrize("kind", augment.KINDS)
def test_apply_trees_without_names(kind: str) -> None:
    after = noisy(kind, annotated(NLP.vocab, QUOTED.tokens))
    assert not after.reference.has_annotation("ENT_IOB")
    assert after.reference.has_annotation("DEP")


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    """Up to three sentences of made-up words with any projective or other tree and any names."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        words = draw(st.lists(st.sampled_from([*(t.form for t in QUOTED.tokens), "!", "x"]), min_size=1, max_size=8))
        root = draw(st.integers(1, len(words)))
        heads = [0 if i == root else root for i in range(1, len(words) + 1)]
        spaces = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
        tokens = [
            # without a space only before "!": the tokenizer would not split others
            replace(
                MELDET.tokens[i % 7],
                form=w,
                head=h,
                deprel="dep" if h else "root",
                space=s or words[i + 1 : i + 2] != ["!"],
            )
            for i, (w, h, s) in enumerate(zip(words, heads, spaces, strict=True))
        ]
        labels = draw(st.lists(st.sampled_from(["O", "S-LOC"]), min_size=len(words), max_size=len(words)))
        parts.append(with_names(annotated(NLP.vocab, tokens), labels))
    joined = Doc.from_docs(parts, ensure_whitespace=True)
    assert joined is not None
    return joined


@given(docs(), st.sampled_from(list(augment.KINDS)), st.integers(0, 9))
def test_apply_any_document(made: Doc, kind: str, seed: int) -> None:
    after = noisy(kind, made, seed)
    assert [t.text for t in after.reference] == [t.text for t in after.predicted]
    assert [t.whitespace_ for t in after.reference] == [t.whitespace_ for t in after.predicted]
    assert not after.predicted.ents
    assert after.reference.has_annotation("DEP")
    assert len(made) - 1 <= len(own(after.reference, made)) <= len(made)


def words(function: Callable[[augment.Annotation, random.Random], None], *given_: str, **note: Any) -> list[str]:
    made: augment.Annotation = {"ORTH": list(given_), "SPACY": [True] * len(given_)} | note
    function(made, random.Random(0))
    found: list[str] = made["ORTH"]
    return found


def test_quotes_are_one_style() -> None:
    given_ = ["„", "Ja", "“", ",", "sagt", "er", ",", "„", "nein", "“"]
    made: augment.Annotation = {"ORTH": list(given_), "SPACY": [False, False, *[True] * 8]}
    for seed in range(20):
        augment.quotes(made, random.Random(seed))
        first, second, third, last = (made["ORTH"][i] for i in (0, 2, 7, 9))
        assert (first, second) == (third, last)
        assert (first, second) in augment.QUOTES
    assert ["Ja", ",", "sagt"] == [made["ORTH"][i] for i in (1, 3, 4)]


def test_capitals() -> None:
    note = {"LEMMA": ["Putin", "drohen"]}
    assert ["PUTIN", "DROHT"] == words(augment.capitals, "Putin", "droht", **note)


def test_spellings_open_the_lemma() -> None:
    lemmas = ["Müller", "sagen"]
    made: augment.Annotation = {"ORTH": ["Müller", "sagt"], "LEMMA": lemmas}
    augment.spellings(made, random.Random(0))
    assert {"ORTH": ["Mueller", "sagt"], "LEMMA": ["", "sagen"]} == made


def test_soft_hyphens_only_in_long_words() -> None:
    found = words(augment.soft_hyphens, *["Bundesregierung"] * 20, "Regierung", "2020202020")
    assert {"Bundesregierung"} == {w.replace(augment.SOFT_HYPHEN, "") for w in found[:20]}
    assert 0 < sum(augment.SOFT_HYPHEN in w for w in found) < 20
    assert ["Regierung", "2020202020"] == found[20:]


@pytest.mark.parametrize(
    ("heads", "kept"), [([1, 1, 1], 2), ([2, 2, 2], 3), (None, 2)], ids=["leaf", "root with dependents", "no tree"]
)
def test_headline_removes_a_stop_without_dependents(heads: list[int] | None, kept: int) -> None:
    note = {} if heads is None else {"HEAD": heads}
    assert kept == len(words(augment.headline, "Er", "kam", ".", **note))


def test_annotation_has_what_the_document_has() -> None:
    assert {"ORTH", "SPACY"} == set(augment.annotation(NLP.make_doc("Er kam.")))
    assert {"HEAD", "LEMMA", "entities"} <= set(augment.annotation(doc()))
    assert "HEAD" not in augment.annotation(with_names(NLP.make_doc("Er kam"), ["O", "O"]))


@pytest.mark.parametrize(("level", "changed"), [(0.0, False), (1.0, True)])
def test_news_noise_level(level: float, changed: bool) -> None:
    noise = augment.news_noise(level)
    made = doc()
    given_ = Example(NLP.make_doc(made.text), made)
    found = [example for _ in range(20) for example in noise(NLP, given_)]
    assert 20 == len(found)
    assert all((example is not given_) == changed for example in found)


def test_news_noise_is_registered() -> None:
    assert augment.news_noise is registry.augmenters.get("kg.news_noise.v1")


def test_functions_are_kinds() -> None:
    assert set(augment.FUNCTIONS) < set(augment.KINDS)
