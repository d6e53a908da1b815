"""From a text and what is known of it to a `Document`: the part that all formats share."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple

from kg.errors import Problem
from kg.model import Document
from kg.read.blocks import cut, headline
from kg.read.fields import address, day, scalar, whole

Report = Callable[[Problem], None]

DOCUMENTS = "https://w3id.org/kg-news/doc/"
_HEADING = re.compile(r"^#[ \t]+(\S[^\n]*?)[ \t#]*$", re.MULTILINE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]|$)")


class Place(NamedTuple):
    """Where an article is: the file and line that problems name, and the path of the document."""

    file: str
    line: int
    path: str


def article(
    text: str, known: dict[str, object], place: Place, report: Report, *, begin: int = 0, one_a_line: bool = False
) -> Document | None:
    """The document of a text, from an offset on; None if nothing is left to read, which is reported.

    Args:
        text: all of it.
        known: its fields (`kg.read.fields`); one that cannot be read is reported and left out.
        place: where it is.
        report: takes the problems.
        begin: what stands before (front matter) belongs to no block.
        one_a_line: each line is a paragraph; otherwise the text decides.
    """
    text = whole(text)
    publisher = scalar(known.get("publisher"))
    blocks = cut(text, begin, one_a_line=one_a_line, publisher=publisher)
    if not blocks:
        message = "nothing but boilerplate" if text[begin:].strip() else "no text"
        report(Problem(place.file, place.line, message))
        return None
    written, link = scalar(known.get("date")), scalar(known.get("url"))
    date = day(written)
    url = address(link) or address(scalar(known.get("id")))
    said = scalar(known.get("language"))
    language = _LANGUAGE.match(said.lower())
    wrong = (
        (written, date is None, f"unreadable date {written!r}; write it as 2024-10-21"),
        (link, not address(link), f"no web address: {link!r}"),
        (said, language is None, f"unknown language {said!r}; write it as de; the words tell instead"),
    )
    for value, message in [(v, m) for v, bad, m in wrong if v and bad]:
        report(Problem(place.file, place.line or _line(text[:begin], value), message))
    return Document(
        # What is at `#kommentare` is the same article.
        iri=url.partition("#")[0] or DOCUMENTS + sha256(text.encode()).hexdigest()[:16],
        text=text,
        blocks=blocks,
        path=place.path,
        url=url,
        title=scalar(known.get("title")) or _title(text, begin, text[slice(*blocks[0])]),
        date=date,
        publisher=publisher,
        language=language[1] if language else "",
    )


def _line(front_matter: str, value: str) -> int:
    return front_matter.count("\n", 0, front_matter.find(value)) + 1 if value in front_matter else 0


def _title(text: str, begin: int, first: str) -> str:
    """The main heading of a Markdown text, else the first block if it can be a headline."""
    if heading := _HEADING.search(text, begin):
        return " ".join(heading[1].split())
    return first if headline(first) else ""
