"""Corpora: one article a line, a JSON object with fields under any of the names in `fields.tsv`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import Problem
from kg.model import Document
from kg.read.article import Place, Report, article
from kg.read.fields import fields, scalar


def documents(file: BinaryIO, path: str, report: Report) -> Iterator[Document]:
    """The documents of a file, one line in memory at a time.

    Their path is `file#id`, or `file:line` if they have no id.
    """
    for number, raw in enumerate(file, 1):
        if not raw.strip():
            continue
        try:
            # RFC 8259 knows UTF-8 only, but lets a reader skip the mark that Windows writes.
            record = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"))
        except (ValueError, RecursionError) as error:
            report(Problem(path, number, _reason(error)))
            continue
        if not isinstance(record, dict):
            report(Problem(path, number, "no JSON object"))
            continue
        known = fields(record)
        text, name = known.get("text", ""), scalar(known.get("id"))
        if not isinstance(text, str):
            report(Problem(path, number, "the text is no string"))
            continue
        place = Place(path, number, f"{path}#{name}" if name else f"{path}:{number}")
        document = article(text, known, place, report)
        if document:
            yield document


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: byte 0x{error.object[error.start]:02x}"
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON: {error.msg} (column {error.colno})"
    return f"no JSON: {error}"
