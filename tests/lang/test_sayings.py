"""The table of words of saying and thinking: well-formed, its places and roles from closed sets."""

from __future__ import annotations

import unicodedata

import pytest

from kg import lang
from kg.extract.attribution.places import PLACES
from kg.lang import lexicon, sayings

CODES = [code for code in lang.extractable() if (lexicon.HERE / code / "sayings.tsv").exists()]
BESIDES = {"als", "zwischen"}
"""What is called a place too, and has no adverb with da-."""
POS = {"verb", "noun", "adjective", "adposition"}


@pytest.mark.parametrize("code", CODES)
def test_the_table_is_well_formed_and_sorted_and_has_no_row_twice(code: str) -> None:
    path = lexicon.HERE / code / "sayings.tsv"
    assert unicodedata.is_normalized("NFC", path.read_text(encoding="utf8"))
    rows = lexicon.rows(path)
    assert all(cell and cell == cell.strip() for row in rows for cell in row.values())
    keys = [(row["lemma"], row["pos"], row["needs"]) for row in rows]
    assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]
    assert [key[0] for key in keys] == sorted(key[0] for key in keys)


@pytest.mark.parametrize("code", CODES)
def test_roles_and_places_are_known(code: str) -> None:
    prepositions = set(lexicon.load(code).cues["prepositional"].values())
    table = sayings.load(code)
    known = {role for roles in table.defaults.values() for role in roles} | PLACES | prepositions
    for (pos, _), found in table.words.items():
        assert pos in POS
        for row in found:
            assert {role for pair in row.roles.values() for role in pair} <= {*sayings.ROLES, ""}, row
            assert row.roles.keys() <= known | BESIDES, row
            needed = row.needs - {sayings.JOINED, sayings.NEVER}
            assert needed <= row.roles.keys(), row
            assert not (sayings.JOINED in row.needs and not row.joins), row


@pytest.mark.parametrize("code", CODES)
def test_of_several_rows_of_a_word_only_the_last_needs_nothing(code: str) -> None:
    for found in sayings.load(code).words.values():
        assert all(row.needs for row in found[:-1]), found


def test_a_word_of_claims_has_the_roles_of_its_row() -> None:
    row = lexicon.load("de").claims["verb", "beschuldigen"][0]
    found = sayings.load("de").of_claim(row)
    assert found.roles["object"] == (sayings.ADDRESSEE, sayings.ADDRESSEE)
    assert {"clause", "genitive"} <= found.needs


def test_a_language_without_the_table_has_no_words() -> None:
    assert not sayings.load("xx").words
