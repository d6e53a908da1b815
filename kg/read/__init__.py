"""Files, folders and standard input to documents, whatever format they have."""

from __future__ import annotations

import io
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import date as Date
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kg.errors import Problem
from kg.model import Document
from kg.read import html, jsonl, text
from kg.read.article import Report
from kg.read.fields import whole

__all__ = ["READERS", "STANDARD_INPUT", "Report", "read"]

STANDARD_INPUT = "-"


class Reader(NamedTuple):
    """A format: the suffixes of its files, how it begins where there is no suffix, and what reads it."""

    suffixes: tuple[str, ...]
    begins: re.Pattern[bytes]
    documents: Callable[[BinaryIO, str, Report], Iterator[Document]]


READERS = (
    Reader((".html", ".htm"), re.compile(rb"\s*<(?:!doctype\s+html|html|\?xml)\b", re.IGNORECASE), html.documents),
    Reader((".jsonl",), re.compile(rb'\s*\{\s*"'), jsonl.documents),
    Reader((".txt", ".md"), re.compile(b""), text.documents),  # last: whatever begins like nothing else is text
)
_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}
_KNOWN = ", ".join(sorted(_BY_SUFFIX))


def read(
    paths: Iterable[str | Path], *, date: Date | None = None, language: str = "", report: Report
) -> Iterator[Document]:
    """The documents of files and folders, in the order given; a folder's in the order of their names.

    What cannot be read is reported and skipped, so nothing is raised, unless `report` does.

    Args:
        paths: files; folders, with all below but hidden files; `-` for standard input. What has no suffix (standard
            input, a pipe) shows by its beginning whether it is HTML, JSONL or text.
        date: the day of publication, for documents that do not say theirs.
        language: ISO 639-1 code of the language of all documents; empty: what they say, which may be nothing.
        report: takes each problem when it is met.
    """
    for path in paths:
        for document in _documents(path, report):
            yield replace(document, date=document.date or date, language=language or document.language)


def _documents(path: str | Path, report: Report) -> Iterator[Document]:
    if os.path.isdir(path):  # Path.is_dir raises where a folder above cannot be entered
        for file in _walk(Path(path), report):
            yield from _file(file, report)
    elif str(path) == STANDARD_INPUT or Path(path).suffix.lower() in {*_BY_SUFFIX, ""}:
        yield from _file(Path(path), report)
    else:
        report(Problem(_name(path), 0, f"unknown suffix {Path(path).suffix}; there are: {_KNOWN}"))


def _file(path: Path, report: Report) -> Iterator[Document]:
    reader = _BY_SUFFIX.get(path.suffix.lower())
    try:
        with nullcontext(sys.stdin.buffer) if str(path) == STANDARD_INPUT else path.open("rb") as file:
            yield from (reader.documents if reader else _unnamed)(file, _name(path), report)
    except OSError as error:
        report(Problem(_name(path), 0, error.strerror or str(error)))


def _unnamed(file: BinaryIO, name: str, report: Report) -> Iterator[Document]:
    """The documents of what has no suffix; all of it is in memory."""
    data = file.read()
    reader = next(reader for reader in READERS if reader.begins.match(data.removeprefix(b"\xef\xbb\xbf")))
    yield from reader.documents(io.BytesIO(data), name, report)


def _walk(folder: Path, report: Report) -> Iterator[Path]:
    """The files of a folder whose suffix is known; others are counted, one problem a suffix, hidden ones not at all."""

    def failed(error: OSError) -> None:
        report(Problem(_name(error.filename), 0, error.strerror or str(error)))

    skipped: Counter[str] = Counter()
    known = 0
    for place, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(place, name) for name in sorted(names) if not name.startswith(".")):
            # Opening a named pipe would wait for ever; a broken link is opened, for its error.
            if path.suffix.lower() in _BY_SUFFIX and (path.is_file() or not path.exists()):
                known += 1
                yield path
            else:
                skipped[path.suffix.lower()] += 1
    for suffix, count in sorted(skipped.items()):
        kind = f"with the suffix {suffix}" if suffix else "without a suffix"
        report(Problem(_name(folder), 0, f"{count} file{'s'[: count > 1]} {kind} skipped; there are: {_KNOWN}"))
    if not known and not skipped:
        report(Problem(_name(folder), 0, "no files"))


def _name(path: str | Path) -> str:
    """A path as text that can be printed: file names may hold bytes that are no UTF-8."""
    return whole(str(path))
