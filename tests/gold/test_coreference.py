"""The annotation of who is who in raw news: its form."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.coreference import NAME, SECOND
from benchmarks.news import FOLDER
from kg.lang.lexicon import NONE, rows


@pytest.mark.parametrize("name", [NAME, SECOND])
def test_the_annotation_is_well_formed(name: str) -> None:
    table = rows(FOLDER / "de" / name)
    assert {row["part"] for row in table} <= {"seen", "kept"}
    places = [(int(row["line"]), int(row["begin"]) if row["begin"] != NONE else -1) for row in table]
    assert places == sorted(set(places))
    assert all((row["begin"] == NONE) == (row["entity"] == NONE) for row in table)
    assert len({(row["article"], row["part"]) for row in table}) == len({row["article"] for row in table})
    entities = Counter((row["article"], row["entity"]) for row in table if row["entity"] != NONE)
    assert min(entities.values()) > 1  # one that is named once means nobody named before


def test_nobody_looks_at_what_was_annotated_twice() -> None:
    first, second = ({row["article"]: row["part"] for row in rows(FOLDER / "de" / name)} for name in (NAME, SECOND))
    assert set(second.values()) == {"kept"}
    assert all(first[article] == "kept" for article in second)
