"""Web pages as trafilatura reads them (the extra `kg-news[html]`): its text, one paragraph a line, and metadata."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import InputError, Problem
from kg.model import Document
from kg.read.article import Place, Report, article
from kg.read.encoding import decode
from kg.read.fields import fields

MISSING = "reading HTML needs trafilatura: pip install 'kg-news[html]'"
# Latin-1 is not here: browsers read it as Windows-1252, as `decode` does.
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*(iso-8859-(?!1\b)\d+|windows-125\d|koi8-[ru])\b", re.IGNORECASE)
# Without the search in the text, and without "not after today": the same page must give the same date tomorrow.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2999-12-31"}
_FIELDS = ("title", "date", "sitename", "url")


def documents(file: BinaryIO, path: str, report: Report) -> Iterator[Document]:
    """The one document of a page."""
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415  an extra
    except ImportError:
        report(Problem(path, 0, MISSING))
        return
    # Without a handler its complaints about bad pages go to stderr; we say them ourselves.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    data = file.read()
    charset = _CHARSET.search(data[:2048])
    try:
        page = decode(data, path, charset[1].decode() if charset else "")
    except InputError as error:
        report(error.problem)
        return
    try:
        found = bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    except Exception as error:  # lxml and four more libraries: one page must not end the run
        report(Problem(path, 0, f"trafilatura cannot read it: {error!r}"))
        return
    record = {name: getattr(found, name, None) for name in _FIELDS}
    document = article(
        getattr(found, "text", None) or "", fields(record), Place(path, 0, path), report, one_a_line=True
    )
    if document:
        yield document
