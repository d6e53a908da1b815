"""Where the data comes from: `sources.tsv`, one file a row, with its licence and its SHA-256."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from training import tables


@dataclass(frozen=True, slots=True)
class Source:
    """A file: what it holds, what it may be used for ("train", "measure"), where it comes from."""

    name: str
    form: str
    language: str
    use: str
    path: str
    origin: str
    commit: str
    licence: str
    sha256: str


@cache
def all_sources() -> tuple[Source, ...]:
    """The rows of `sources.tsv`."""
    return tuple(Source(**row) for row in tables.rows("sources.tsv"))


def named(form: str, use: str, language: str | None = None) -> list[Source]:
    """The sources of a form and use, in the table's order."""
    return [s for s in all_sources() if s.form == form and s.use == use and language in (None, s.language)]


def digest(path: Path) -> str:
    """The SHA-256 of a file.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
