"""The table of nouns that say with a verb of being what happens: well-formed, its roles and classes known."""

from __future__ import annotations

import unicodedata

import pytest

from kg import lang, ontology
from kg.lang import lexicon, states

CODES = [code for code in lang.extractable() if (lexicon.HERE / code / "states.tsv").exists()]


@pytest.mark.parametrize("code", CODES)
def test_the_table_is_well_formed_and_sorted_and_has_no_row_twice(code: str) -> None:
    path = lexicon.HERE / code / "states.tsv"
    assert unicodedata.is_normalized("NFC", path.read_text(encoding="utf8"))
    rows = lexicon.rows(path)
    assert all(cell and cell == cell.strip() for row in rows for cell in row.values())
    keys = [(row["lemma"], row["event"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert [key[0] for key in keys] == sorted(key[0] for key in keys)


@pytest.mark.parametrize("code", CODES)
def test_events_roles_and_verbs_are_known(code: str) -> None:
    roles = {*ontology.roles(), ""}
    for row in (row for rows in states.load(code).values() for row in rows):
        assert row.event in ontology.event_types(), row
        assert {row.subject, row.own, row.genitive, *row.obl.values()} <= roles, row
        assert row.subject, row
        assert row.carriers <= set(states.CARRIERS), row
        assert {role for role, _ in row.needs} <= roles, row


@pytest.mark.parametrize("code", CODES)
def test_lemmas_and_needs_are_words_classes_or_kinds_of_words(code: str) -> None:
    words = lexicon.load(code)
    classes = {*words.classes.values(), *(r["wider"] for r in lexicon.rows(lexicon.HERE / "classes.tsv")), "any"}
    for lemma, rows in states.load(code).items():
        adjective = all(not row.own and row.adpositions == {""} for row in rows)  # "ist *frei*"
        assert lemma[0].isupper() or lemma in classes or lemma in words.cues or adjective, lemma
        assert all(needed <= classes for row in rows for _, needed in row.needs), rows


def test_a_language_without_the_table_has_no_rows() -> None:
    assert not states.load("xx")
