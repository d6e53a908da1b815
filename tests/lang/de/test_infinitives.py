"""Infinitives tied to the verb behind instead of their noun, on documents made by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from kg.lang.de.infinitives import infinitive_behind, infinitive_of

NLP = spacy.blank("de")
BEHIND = "lehnte/VVFIN/ablehnen/7/ROOT Oslo/NE/Oslo/7/nsubj"


def made(text: str) -> Doc:
    """A document of words as form/tag/lemma/head/relation."""
    cells = [word.split("/") for word in text.split()]
    words, tags, lemmas, heads, deps = zip(*cells, strict=True)
    return Doc(
        NLP.vocab, list(words), tags=list(tags), lemmas=list(lemmas), heads=[int(h) for h in heads], deps=list(deps)
    )


@pytest.mark.parametrize(
    ("text", "noun", "verb", "object_"),
    [
        # "Den Plan aus Wien, Zölle zu erheben, lehnte Oslo …"
        (
            "Plan/NN/Plan/6/obj aus/APPR/aus/2/case Wien/NE/Wien/0/nmod ,/$,/,/4/punct Zölle/NN/Zoll/0/appos "
            f"zu/PTKZU/zu/6/mark erheben/VVINF/erheben/7/ccomp {BEHIND}",
            ("lehnte", "obj"),
            ("Plan", "xcomp"),
            ("erheben", "obj"),
        ),
        # a noun that no infinitive stands by: "Das Geld aus Wien, …"
        (
            "Geld/NN/Geld/6/obj aus/APPR/aus/2/case Wien/NE/Wien/0/nmod ,/$,/,/4/punct Zölle/NN/Zoll/0/appos "
            f"zu/PTKZU/zu/6/mark erheben/VVINF/erheben/7/ccomp {BEHIND}",
            ("erheben", "obj"),
            ("lehnte", "ccomp"),
            ("Geld", "appos"),
        ),
        # no comma between: "Den Plan aus Wien …, Zölle heute zu erheben, …" has its object behind it
        (
            "Plan/NN/Plan/6/obj aus/APPR/aus/2/case Wien/NE/Wien/0/nmod heute/ADV/heute/6/advmod "
            f"Zölle/NN/Zoll/6/obj zu/PTKZU/zu/6/mark erheben/VVINF/erheben/7/ccomp {BEHIND}",
            ("erheben", "obj"),
            ("lehnte", "ccomp"),
            ("erheben", "obj"),
        ),
    ],
)
def test_infinitive_of(text: str, noun: tuple[str, str], verb: tuple[str, str], object_: tuple[str, str]) -> None:
    doc = made(text)
    infinitive_of(doc[6])
    assert [(doc[i].head.text, doc[i].dep_) for i in (0, 6, 4)] == [noun, verb, object_]


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        # "Männer, die zögern, anzugreifen, fliehen"
        (
            "Männer/NN/Mann/5/nsubj ,/$,/,/3/punct die/PRELS/der/3/nsubj zögern/VVFIN/zögern/0/acl:relcl "
            ",/$,/,/5/punct anzugreifen/VVIZU/angreifen/7/nsubj ,/$,/,/5/punct fliehen/VVFIN/fliehen/7/ROOT",
            ("fliehen", "nsubj"),
            ("zögern", "xcomp"),
        ),
        # a second relative clause that is none, of a noun that an infinitive stands by
        (
            "Männer/NN/Mann/8/nsubj ,/$,/,/4/punct die/PRELS/der/4/nsubj Befehl/NN/Befehl/4/obj "
            "haben/VAFIN/haben/0/acl:relcl ,/$,/,/6/punct anzugreifen/VVIZU/angreifen/0/acl:relcl ,/$,/,/6/punct "
            "fliehen/VVFIN/fliehen/8/ROOT",
            ("fliehen", "nsubj"),
            ("Befehl", "xcomp"),
        ),
        # no infinitive: "Männer, die zögern, kämpften, …"
        (
            "Männer/NN/Mann/5/nsubj ,/$,/,/3/punct die/PRELS/der/3/nsubj zögern/VVFIN/zögern/0/acl:relcl "
            ",/$,/,/3/punct kämpften/VVFIN/kämpfen/7/ccomp ,/$,/,/5/punct sagt/VVFIN/sagen/7/ROOT",
            ("kämpften", "nsubj"),
            ("sagt", "ccomp"),
        ),
    ],
)
def test_infinitive_behind(text: str, noun: tuple[str, str], verb: tuple[str, str]) -> None:
    doc = made(text)
    at = next(t for t in doc if t.lemma_ in ("angreifen", "kämpfen"))
    infinitive_behind(at)
    assert [(t.head.text, t.dep_) for t in (doc[0], at)] == [noun, verb]
