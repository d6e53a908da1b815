"""What a source thinks of a thing, by the words that it calls it."""

from __future__ import annotations

import pytest

from kg.extract.attribution import verdicts
from tests.extract.attribution.test_verb_cues import KIEW, found
from tests.extract.made import DE, doc, token


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Gesetz/=/NOUN/3/nsubj sei/sein/AUX/3/cop Schande/=/NOUN/0/ROOT", "Schande", True),
        ("Gesetz/=/NOUN/3/nsubj sei/sein/AUX/3/cop Anfang/=/NOUN/0/ROOT", "Anfang", False),
        ("Gesetz/=/NOUN/4/nsubj sei/sein/AUX/4/cop keine/kein/DET/4/det Schande/=/NOUN/0/ROOT", "Schande", False),
        ("Rat/=/NOUN/2/nsubj versagt/versagen/VERB/0/ROOT", "versagt", True),
        ("Rat/=/NOUN/2/nsubj tagt/tagen/VERB/0/ROOT", "tagt", False),
    ],
)
def test_words_that_blame(text: str, head: str, expected: bool) -> None:
    assert verdicts.blames(token(doc(text), head), DE) is expected


@pytest.mark.parametrize(
    ("called", "expected"),
    [("Lüge", "Denial"), ("wahrscheinlich", "Expectation"), ("Erfolg", "Approval"), ("Probe", "Assertion")],
)
def test_what_it_is_called_chooses_the_row(called: str, expected: str) -> None:
    text = f"{KIEW} bezeichnet/bezeichnen Angriff/=/NOUN/2/obj als/=/ADP/5/case {called}/=/NOUN/2/obl"
    assert expected == found(text, "bezeichnet").split()[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "bezeichnet/bezeichnen Gesetz/=/NOUN/2/obj als/=/CCONJ/5/case rot/=/ADJ/2/advcl",
            "Assertion Kiew > Gesetz rot",
        ),
        ("hält/halten Gesetz/=/NOUN/2/obj für/=/ADP/5/case falsch/=/ADJ/2/xcomp", "Accusation Kiew > Gesetz falsch"),
        ("nennt/nennen Gesetz/=/NOUN/2/obj falsch/=/ADJ/2/xcomp", "Accusation Kiew > falsch Gesetz"),
    ],
)
def test_the_word_that_judges_is_said_too(text: str, expected: str) -> None:
    parsed = f"{KIEW} {text}"
    assert found(parsed, text.partition("/")[0]) == expected
    word = token(doc(parsed), "Gesetz")
    assert not verdicts.is_verdict(word, DE)


def test_the_blame_in_a_name() -> None:
    text = f"{KIEW} bezeichnet/bezeichnen Angriff/=/NOUN/2/obj als/=/ADP/5/case Verbrechen/=/NOUN/2/obl"
    assert found(text, "bezeichnet") == "Accusation Kiew > Angriff Verbrechen"


def test_who_blames_a_demand_refuses_it() -> None:
    text = f"{KIEW} bezeichnet/bezeichnen Forderung/=/NOUN/2/obj als/=/ADP/5/case absurd/=/ADJ/2/obl"
    assert found(text, "bezeichnet").split()[0] in ("Refusal", "Denial")
    text = f"{KIEW} bezeichnet/bezeichnen Forderung/=/NOUN/2/obj als/=/ADP/5/case überzogen/=/ADJ/2/obl"
    assert found(text, "bezeichnet").split()[0] == "Refusal"
