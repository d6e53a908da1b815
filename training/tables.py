"""The tab-separated tables of `training/`: a header line, then rows; `#` starts a comment line."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """All rows of a table, each a mapping from the header's names.

    Raises:
        OSError: there is no such table.
    """
    with (HERE / name).open(encoding="utf8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def mapping(name: str, language: str, column: str) -> dict[str, str]:
    """`from` -> `to` of the rows of one language and column."""
    return {r["from"]: r["to"] for r in rows(name) if r["language"] == language and r["column"] == column}


@cache
def repairs() -> dict[tuple[str, str, str], str]:
    """(label, tag, tag of the head) -> the label that is meant."""
    return {(r["deprel"], r["xpos"], head): r["to"] for r in rows("repairs.tsv") for head in r["head_xpos"].split()}
