"""Relative pronouns that look like articles, on documents made by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from kg.lang.de.relatives import relative_pronoun

NLP = spacy.blank("de")
FIRM = "Firma/NN/Firma/0/ROOT/Sing ,/$,/,/4/punct/"


@pytest.mark.parametrize(
    ("text", "relation", "noun"),
    [
        (
            f"{FIRM} die/ART/der/3/det/ Waffen/NN/Waffe/4/nsubj/Plur liefert/VVFIN/liefern/0/acl:relcl/Sing",
            "nsubj",
            "obj",
        ),
        (
            f"{FIRM} die/ART/der/3/det/ Waffen/NN/Waffe/4/obj/Sing liefert/VVFIN/liefern/0/acl:relcl/Sing",
            "nsubj",
            "obj",
        ),
        # the noun may be who acts: ", die Polizei ermittelt"
        (
            f"{FIRM} die/ART/der/3/det/ Polizei/NN/Polizei/4/nsubj/Sing sucht/VVFIN/suchen/0/acl:relcl/Sing",
            "det",
            "nsubj",
        ),
        # no agreement: "die Firma, die Waffen liefern …"
        (
            f"{FIRM} die/ART/der/3/det/ Waffe/NN/Waffe/4/nsubj/Sing liefern/VVFIN/liefern/0/acl:relcl/Plur",
            "det",
            "nsubj",
        ),
        # no clause with its verb at the end
        (
            f"{FIRM} die/ART/der/3/det/ Waffen/NN/Waffe/4/obj/Plur liefert/VVFIN/liefern/0/acl:relcl/Sing "
            "sie/PPER/sie/4/nsubj/Sing",
            "det",
            "obj",
        ),
    ],
)
def test_relative_pronoun(text: str, relation: str, noun: str) -> None:
    cells = [word.split("/") for word in text.split()]
    words, tags, lemmas, heads, deps, numbers = zip(*cells, strict=True)
    morphs = [f"Number={number}" if number else "" for number in numbers]
    numbered = [int(head) for head in heads]
    doc = Doc(
        NLP.vocab, list(words), tags=list(tags), lemmas=list(lemmas), heads=numbered, deps=list(deps), morphs=morphs
    )
    relative_pronoun(doc[4])
    assert (doc[2].dep_, doc[3].dep_) == (relation, noun)
    assert (doc[2].morph.to_dict().get("PronType") == "Rel") is (relation == "nsubj")
