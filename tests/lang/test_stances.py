"""One construction a sentence: each row says what it should, or is a known gap."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks import stances
from benchmarks.rows import analysed
from kg import ontology
from kg.eval.gold import NARRATOR
from kg.extract.certainty.judgement import VALUES
from kg.lang import lexicon
from kg.resolve import gazetteer
from tests.lang.held import held, parameters

HELD = held(stances.NAME)
LANGUAGES = sorted(HELD)
STATES = {state.label for code in LANGUAGES for state in gazetteer.load(code).by_iri.values()}


@cache
def wrong(language: str) -> dict[str, str]:
    return {row["id"]: what for row, what in stances.judged(language)}


@pytest.mark.parametrize(("language", "name"), parameters(HELD))
def test_stance(language: str, name: str) -> None:
    assert wrong(language)[name] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_in_the_terms_of_the_ontology(language: str) -> None:
    for row in HELD[language]:
        if row["class"] == lexicon.NONE:
            assert {row["factuality"], row["event"], row["source"], row["trigger"]} == {lexicon.NONE}, row
            continue
        assert row["class"] in ontology.claim_classes(), row
        assert row["factuality"] in VALUES, row
        assert row["event"] in {*ontology.event_types(), lexicon.NONE}, row
        assert row["trigger"] == lexicon.NONE or row["trigger"] in row["text"], row
        named = row["source"].split()[-1][:4] in row["text"] or row["source"] in STATES  # "Budapest pocht darauf"
        assert named or row["source"] in (NARRATOR, stances.UNNAMED), row


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ""),
        ({"factuality": "PR+"}, "factuality"),
        ({"class": "Denial"}, "class"),
        ({"source": "Klaus Roth"}, "source"),
        ({"class": "Denial", "source": "UNNAMED"}, "class and source"),
        ({"event": "Election"}, "no event"),
        ({"event": "Killing", "trigger": "erschossen", "class": "Denial"}, "asserted"),
        ({"event": "-", "trigger": "Soldaten haben"}, "no words"),
        ({"class": "-"}, "said"),
    ],
)
def test_what_is_wrong_with_a_row(change: dict[str, str], expected: str) -> None:
    text = "Minister Jan Meier sagte, Rebellen hätten das Dorf beschossen. Soldaten haben einen Rebellen erschossen."
    row = {"text": text, "class": "Assertion", "source": "Jan Meier", "factuality": "CT+", "event": "Attack"}
    row |= {"trigger": "beschossen", **change}
    (found,) = analysed([text], "de")
    assert expected == stances.verdict(row, found)
