"""The construction tables: every row holds, or is a known gap with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import lang
from training import constructions
from training.constructions import Construction

HERE = Path(__file__).parent
SHARE = 0.85
"""What must hold of a table's checks, known gaps counted as failures."""

ROWS = [
    pytest.param(language, row, id=row.id, marks=pytest.mark.xfail(reason=row.status) if row.status != "ok" else ())
    for language in ("de", "en")
    for row in constructions.read(HERE / language / "constructions.tsv")
]


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_construction_holds(language: str, row: Construction) -> None:
    assert [] == constructions.failures(row, lang.load(language))


@pytest.mark.parametrize("language", ["de", "en"])
def test_constructions_share(language: str) -> None:
    rows = constructions.read(HERE / language / "constructions.tsv")
    failed = sum(len(constructions.failures(row, lang.load(language))) for row in rows)
    assert 1 - failed / sum(map(constructions.checks, rows)) >= SHARE
