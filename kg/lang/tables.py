"""The tables beside the languages: tab-separated, with a header."""

from __future__ import annotations

import csv
from pathlib import Path

HERE = Path(__file__).parent
NONE = "-"
"""An empty cell."""

Table = list[dict[str, str]]


def rows(path: Path) -> Table:
    """The rows of a tab-separated table with a header; lines that begin with # are comments.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open(encoding="utf8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
