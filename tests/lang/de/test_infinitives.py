"""Infinitives tied to the verb behind instead of their noun, on documents made by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from kg.lang.de.infinitives import infinitive_of

NLP = spacy.blank("de")
BEHIND = "lehnte/VVFIN/ablehnen/7/ROOT Oslo/NE/Oslo/7/nsubj"


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
    cells = [word.split("/") for word in text.split()]
    words, tags, lemmas, heads, deps = zip(*cells, strict=True)
    doc = Doc(
        NLP.vocab, list(words), tags=list(tags), lemmas=list(lemmas), heads=[int(h) for h in heads], deps=list(deps)
    )
    infinitive_of(doc[6])
    assert [(doc[i].head.text, doc[i].dep_) for i in (0, 6, 4)] == [noun, verb, object_]
