"""Tables of rows with a status in the folders of the languages: their languages, rows and test parameters."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.rows import FOLDER
from kg.lang import lexicon


def held(name: str) -> dict[str, list[dict[str, str]]]:
    """The rows of each language that has such a table."""
    languages = sorted(path.parent.name for path in FOLDER.glob(f"*/{name}"))
    return {code: lexicon.rows(FOLDER / code / name) for code in languages}


def parameters(tables: dict[str, list[dict[str, str]]]) -> list[Any]:
    """Language and id of each row; one whose status is not "ok" is a known gap."""
    return [
        pytest.param(
            code,
            row["id"],
            id=row["id"],
            marks=pytest.mark.xfail(reason=row["status"]) if row["status"] != "ok" else (),
        )
        for code, rows in tables.items()
        for row in rows
    ]
