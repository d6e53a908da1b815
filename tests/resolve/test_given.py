"""The gender of a name."""

from __future__ import annotations

import unicodedata

import pytest

from kg.lang import lexicon
from kg.resolve.given import FILE, gender


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Anke Meier", "Fem"), ("Hans-Jürgen Kunz", "Masc"), ("Andrea Kunz", ""), ("Paul", ""), ("ver.di Nord", "")],
)
def test_gender(name: str, expected: str) -> None:
    assert expected == gender(name)


def test_the_table_is_sorted_and_has_no_name_twice() -> None:
    rows = lexicon.rows(FILE)
    names = [row["name"] for row in rows]
    assert names == sorted(set(names))
    assert all(unicodedata.is_normalized("NFC", name) for name in names)
    assert {row["gender"] for row in rows} == {"Fem", "Masc"}
