"""Attributions: cue, source, content and frame as stretches of the text."""

from __future__ import annotations

import pytest

from kg.extract.attribution import cues, quotes
from kg.extract.attribution.attributions import attributions
from kg.model import Attribution, Span
from tests.extract.made import DE, doc

SAID = "Kiew/=/PROPN/2/nsubj//LOC sagte/sagen/VERB/0/ROOT/Fin.Ind.3.Past ,/=/PUNCT/2/punct "
RAIN = "es/=/PRON/5/nsubj regne/regnen/VERB/2/ccomp/Fin.Sub.3.Pres.Sing ./=/PUNCT/2/punct"
FREE = "Es/=/PRON/2/nsubj schneie/schneien/VERB/0/ROOT/Fin.Sub.3.Pres.Sing ./=/PUNCT/2/punct"
SAID_BY = " sagte/sagen/VERB/0/ROOT/Fin Meier/=/PROPN/7/nsubj//PER ./=/PUNCT/7/punct"
BREAK = "⏎⏎/=/SPACE/1/dep"


def found(*sentences: str) -> list[Attribution]:
    parsed = doc(*sentences)
    spoken = [c for s in parsed.sents for c in cues.find(s, DE)]
    spoken = quotes.attach(parsed, list(quotes.quotations(parsed)), spoken, DE)
    free = [c for s in parsed.sents for c in quotes.free_speech(s, spoken, DE)]
    every = sorted((*spoken, *free), key=lambda cue: cue.token.i)
    return list(attributions(parsed, every, list(quotes.quoted(parsed)), DE))


def shown(made: Attribution) -> str:
    """ "speech: source | cue | frame | content"."""

    def text(spans: tuple[Span, ...]) -> str:
        return " … ".join(span.text for span in spans) or "-"

    return f"{made.speech}: {text(made.source)} | {text(made.cue)} | {text(made.frame)} | {text(made.content)}"


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ([SAID + RAIN], ["indirect: Kiew | sagte | Kiew sagte , | es regne"]),
        # a conjunction belongs to the clause
        (
            [SAID + "dass/=/SCONJ/5/mark regnet/regnen/VERB/2/ccomp/Fin.Ind.3.Pres"],
            ["indirect: Kiew | sagte | Kiew sagte , | dass regnet"],
        ),
        # cue in pieces
        (
            [
                "Kiew/=/PROPN/2/nsubj//LOC teilte/mitteilen/VERB/0/ROOT/Fin mit/=/ADP/2/compound:prt ,/=/PUNCT/2/punct "
                "es/=/PRON/6/nsubj regne/regnen/VERB/2/ccomp/Fin.Sub.3.Pres.Sing ./=/PUNCT/2/punct"
            ],
            ["indirect: Kiew | teilte mit | Kiew teilte mit , | es regne"],
        ),
        # the report is part of the source's phrase; what is said goes around the frame
        (
            [
                "Es/=/PRON/2/nsubj regnet/regnen/VERB/0/ROOT/Fin.Ind nach/=/ADP/4/case Angaben/Angabe/NOUN/2/obl "
                "Kiews/Kiew/PROPN/4/nmod/Gen/LOC heftig/=/ADV/2/advmod ./=/PUNCT/2/punct"
            ],
            ["indirect: Angaben Kiews | nach | nach Angaben Kiews | Es regnet … heftig"],
        ),
        # a phrase
        (
            [
                "Kiew/=/PROPN/2/nsubj//LOC forderte/fordern/VERB/0/ROOT/Fin.Ind.3.Past den/=/DET/4/det "
                "Abzug/=/NOUN/2/obj ./=/PUNCT/2/punct"
            ],
            ["reported: Kiew | forderte | Kiew forderte | den Abzug"],
        ),
        # who spoke last goes on in reported mood, over sentences, but not over paragraphs
        (
            [SAID + RAIN, FREE, FREE, BREAK, FREE],
            [
                "indirect: Kiew | sagte | Kiew sagte , | es regne",
                "free: Kiew | - | - | Es schneie . Es schneie .",
                "free: Kiew | - | - | Es schneie .",
            ],
        ),
        # nobody before
        ([FREE], ["free: - | - | - | Es schneie ."]),
        # "das" is the sentence before
        (
            [
                "Es/=/PRON/2/nsubj regnet/regnen/VERB/0/ROOT/Fin.Ind.3.Pres ./=/PUNCT/2/punct",
                "Das/=/PRON/2/obj bestätigte/bestätigen/VERB/0/ROOT/Fin Kiew/=/PROPN/2/nsubj//LOC ./=/PUNCT/2/punct",
            ],
            ["indirect: Kiew | bestätigte | bestätigte Kiew | Es regnet . Das"],
        ),
        # a word in quotes that is said, not a name
        (
            [
                SAID + "es/=/PRON/7/nsubj sei/sein/AUX/7/cop/Fin.Sub.3.Pres.Sing „/=/PUNCT/7/punct "
                "heiß/=/ADJ/2/ccomp “/=/PUNCT/7/punct ./=/PUNCT/2/punct"
            ],
            [
                "indirect: Kiew | sagte | Kiew sagte , | es sei „ heiß “",
                "direct: Kiew | sagte | Kiew sagte , | „ heiß “",
            ],
        ),
        (
            [
                SAID + "es/=/PRON/7/nsubj sei/sein/AUX/7/cop/Fin.Sub.3.Pres.Sing „/=/PUNCT/7/punct "
                "Sommer/=/NOUN/2/ccomp “/=/PUNCT/7/punct ./=/PUNCT/2/punct"
            ],
            ["indirect: Kiew | sagte | Kiew sagte , | es sei „ Sommer “"],
        ),
        # hearsay has a source only where one is named
        (["Er/=/PRON/3/nsubj soll/sollen/AUX/3/aux/Fin.Ind.3.Pres schlafen/=/VERB/0/ROOT/Inf"], []),
        (
            [SAID + RAIN, "Er/=/PRON/3/nsubj soll/sollen/AUX/3/aux/Fin.Ind.3.Pres schlafen/=/VERB/0/ROOT/Inf"],
            ["indirect: Kiew | sagte | Kiew sagte , | es regne", "hearsay: Kiew | - | - | Er soll schlafen"],
        ),
        (["Kiew/=/PROPN/2/nsubj//LOC schläft/schlafen/VERB/0/ROOT/Fin.Ind.3.Pres"], []),
        (  # a plan is not said
            ["Kiew/=/PROPN/2/nsubj//LOC plant/planen/VERB/0/ROOT/Fin.Ind zu/=/PART/4/mark schlafen/=/VERB/2/xcomp/Inf"],
            [],
        ),
    ],
)
def test_attributions(sentences: list[str], expected: list[str]) -> None:
    assert expected == [shown(made) for made in found(*sentences)]


def test_a_quotation_without_cue_has_that_of_the_one_before() -> None:
    quoted = "„/=/PUNCT/3/punct Wir/wir/PRON/3/nsubj {verb} hier/=/ADV/3/advmod gut/=/ADV/3/advmod “/=/PUNCT/3/punct"
    first = quoted.format(verb="schlafen/=/VERB/7/ccomp/Fin") + SAID_BY
    second = quoted.format(verb="essen/=/VERB/0/ROOT/Fin")
    assert [
        "direct: Meier | sagte | sagte Meier | „ Wir schlafen hier gut “",
        "direct: Meier | sagte | sagte Meier | „ Wir essen hier gut “",
    ] == [shown(made) for made in found(first, second)]


def test_clause_and_rule() -> None:
    (made,) = found(SAID + RAIN)
    assert "Kiew sagte , es regne" == made.clause[0].text
    assert "claims.tsv:sagen:Assertion" == made.rule
