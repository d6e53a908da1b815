"""The sentences of each language: every row holds, or is a known gap with what comes out instead."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks import rows
from benchmarks.rows import FOLDER, TABLES, Score
from kg.lang import extractable, lexicon

FLOORS = {"events": 0.85, "claims": 0.85, "roles": 0.80}
"""F1 that the rows must reach together, known gaps counted as failures (issue 3)."""

ROWS = [
    pytest.param(code, name, id=name, marks=pytest.mark.xfail(reason=status) if status != "ok" else ())
    for code in extractable()
    for table in TABLES
    for name, (_, _, status) in rows.read_rows(FOLDER / code / table).items()
]


@cache
def scored(language: str) -> Score:
    return rows.scored(language)[0]


@pytest.mark.parametrize(("language", "name"), ROWS)
def test_row(language: str, name: str) -> None:
    assert scored(language).errors.get(name, []) == []


@pytest.mark.parametrize("name", FLOORS)
def test_rows_together(name: str) -> None:
    for language in extractable():
        assert getattr(scored(language), name).f1 >= FLOORS[name]


@pytest.mark.parametrize("language", extractable())
def test_nothing_becomes_a_fact_that_a_sentence_only_reports(language: str) -> None:
    held = lexicon.rows(FOLDER / language / "unasserted.tsv")
    found = rows.analysed((row["text"] for row in held), language)
    wrong = [row["id"] for row, said in zip(held, found, strict=True) if rows.asserted(said, row["event"])]
    assert wrong == [row["id"] for row in held if row["status"] != "ok"]


def test_there_are_rows_of_every_event_and_every_class() -> None:
    gold = [
        said for table in TABLES for _, claims, _ in rows.read_rows(FOLDER / "de" / table).values() for said in claims
    ]
    texts = {text for table in TABLES for text, _, _ in rows.read_rows(FOLDER / "de" / table).values()}
    assert len(texts) >= 400
    assert len(lexicon.rows(FOLDER / "de" / "unasserted.tsv")) >= 120
    from kg import ontology  # noqa: PLC0415

    assert {said.event for said in gold} - {""} == set(ontology.event_types())
    assert {said.type for said in gold} == set(ontology.claim_classes())
