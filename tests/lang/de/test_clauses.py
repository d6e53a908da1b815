"""Arcs that no clause can have, on documents made by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from kg.lang.de import clauses

NLP = spacy.blank("de")


def made(text: str) -> Doc:
    """Of "word/tag/lemma/head/relation" the document."""
    cells = [word.split("/") for word in text.split()]
    words, tags, lemmas, heads, deps = zip(*cells, strict=True)
    pos = ["VERB" if tag.startswith("VV") else "AUX" if tag.startswith("VA") else "NOUN" for tag in tags]
    numbers = [int(head) for head in heads]
    return Doc(NLP.vocab, list(words), tags=list(tags), lemmas=list(lemmas), heads=numbers, deps=list(deps), pos=pos)


@pytest.mark.parametrize(
    ("text", "word", "head", "relation"),
    [
        # "schob ihn, der lebt, ab"
        (
            "schob/VVFIN/schieben/0/ROOT ihn/PPER/er/0/obj ,/$,/,/4/punct der/PRELS/der/4/nsubj "
            "lebt/VVFIN/leben/1/acl:relcl ,/$,/,/4/punct ab/PTKVZ/ab/4/compound:prt",
            "ab",
            "schob",
            "compound:prt",
        ),
        # "hat Frauen erfasst und zwei verletzt"
        (
            "hat/VAFIN/haben/2/aux Frauen/NN/Frau/2/obj erfasst/VVPP/erfassen/2/ROOT und/KON/und/5/cc "
            "zwei/CARD/zwei/5/nsubj:pass verletzt/VVPP/verletzen/2/conj",
            "zwei",
            "verletzt",
            "obj",
        ),
        # "wurden Frauen erfasst und zwei verletzt": as the parser has it
        (
            "wurden/VAFIN/werden/2/aux:pass Frauen/NN/Frau/2/nsubj:pass erfasst/VVPP/erfassen/2/ROOT "
            "und/KON/und/5/cc zwei/CARD/zwei/5/nsubj:pass verletzt/VVPP/verletzen/2/conj",
            "zwei",
            "verletzt",
            "nsubj:pass",
        ),
        # "Polizei drang ein und verhaftete Täter"
        (
            "Polizei/NN/Polizei/1/nsubj drang/VVFIN/dringen/1/ROOT ein/PTKVZ/ein/1/compound:prt und/KON/und/4/cc "
            "verhaftete/VVFIN/verhaften/1/conj Täter/NN/Täter/1/obj",
            "Täter",
            "verhaftete",
            "obj",
        ),
        # "Mann, dessen Bruder fiel, klagt"
        (
            "Mann/NN/Mann/4/nsubj ,/$,/,/3/punct dessen/PRELAT/der/3/nmod Bruder/NN/Bruder/0/appos "
            "fiel/VVFIN/fallen/6/ccomp ,/$,/,/4/punct klagt/VVFIN/klagen/6/ROOT",
            "Bruder",
            "fiel",
            "nsubj",
        ),
        # "hat Armee Sohn , weil er kam , ernannt": the participle of an auxiliary
        (
            "hat/VAFIN/haben/0/ROOT Armee/NN/Armee/0/nsubj Sohn/NN/Sohn/0/obj ,/$,/,/6/punct weil/KOUS/weil/6/mark "
            "er/PPER/er/6/nsubj kam/VVFIN/kommen/0/advcl ,/$,/,/8/punct ernannt/VVPP/ernennen/6/conj ./$././8/punct",
            "Armee",
            "ernannt",
            "nsubj",
        ),
        # "liefern Chile Panzer": a name without an ending is no genitive
        ("liefern/VVFIN/liefern/0/ROOT Chile/NE/Chile/2/nmod Panzer/NN/Panzer/0/obj", "Chile", "liefern", "obl:arg"),
        # "verurteilt Mord aufs Schärfste"
        (
            "verurteilt/VVFIN/verurteilen/0/ROOT Mord/NN/Mord/0/obj aufs/APPRART/auf/3/case Schärfste/NN/Scharf/1/nmod",
            "Schärfste",
            "verurteilt",
            "obl",
        ),
        ("kaufen/VVFIN/kaufen/0/ROOT Chiles/NE/Chile/2/nmod Panzer/NN/Panzer/0/obj", "Chiles", "Panzer", "nmod"),
    ],
)
def test_clauses(text: str, word: str, head: str, relation: str) -> None:
    doc = clauses.clauses(made(text))
    token = next(t for t in doc if t.text == word)
    assert (head, relation) == (token.head.text, token.dep_)


@pytest.mark.parametrize(("number", "expected"), [("Plur", "Frankreichs"), ("Sing", "Außenminister")])
def test_names_behind_the_genitive_of_a_plural_are_genitives(number: str, expected: str) -> None:
    doc = made(
        "Außenminister/NN/Außenminister/0/ROOT Frankreichs/NE/Frankreich/0/nmod und/KON/und/4/cc "
        "des/ART/der/4/det Sudan/NE/Sudan/0/conj"
    )
    doc[0].set_morph(f"Number={number}")  # type: ignore[attr-defined]
    assert expected == clauses.clauses(doc)[4].head.text


def test_a_sentence_may_begin_with_an_inserted_verb() -> None:
    doc = made("Bedrohte/VVFIN/bedrohen/2/parataxis Frau/NN/Frau/0/nsubj kam/VVFIN/kommen/2/ROOT")
    assert ["parataxis", "nsubj", "ROOT"] == [token.dep_ for token in clauses.clauses(doc)]
