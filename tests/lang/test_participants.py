"""Who did it, and to whom: each row has the agents and patients that it should, or is a known gap."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks import participants
from benchmarks.rows import FOLDER, analysed
from kg import ontology
from tests.lang.held import held, parameters

HELD = held(participants.NAME)
LANGUAGES = sorted(HELD)


@cache
def wrong(language: str) -> dict[str, str]:
    return {row["id"]: what for row, what in participants.judged(FOLDER / language / participants.NAME, language)}


@pytest.mark.parametrize(("language", "name"), parameters(HELD))
def test_participants(language: str, name: str) -> None:
    assert wrong(language)[name] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_in_the_terms_of_the_ontology(language: str) -> None:
    for row in HELD[language]:
        assert row["event"] in ontology.event_types(), row
        assert row["trigger"] in row["text"], row


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ""),
        ({"agent": "Soldaten"}, "agent"),
        ({"agent": "-", "patient": "Jan Meier"}, "agent and patient"),
        ({"patient": "Stadt Aleppo|Dorf"}, "patient"),
        ({"event": "Killing"}, "no event"),
    ],
)
def test_what_is_wrong_with_a_row(change: dict[str, str], expected: str) -> None:
    text = "Rebellen griffen am Montag die Stadt Aleppo an."
    row = {"text": text, "event": "Attack", "trigger": "griffen", "agent": "Rebellen", "patient": "Aleppo", **change}
    (found,) = analysed([text], "de")
    assert expected == participants.verdict(row, found)
