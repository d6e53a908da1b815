"""TimeML documents (ISO 24617-1, http://www.timeml.org): a text and the TIMEX3 in it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date

from kg.errors import InputError, Problem


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3: characters of the text, half-open, its type (DATE, TIME, DURATION, SET) and its value."""

    begin: int
    end: int
    type: str
    value: str

    def overlaps(self, other: Timex) -> bool:
        """Whether the two share a character."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True)
class TimeML:
    """A text with its time expressions, in text order, and the day it was written; not that day's own TIMEX3."""

    name: str
    text: str
    published: date | None
    timexes: tuple[Timex, ...]


def timeml(name: str, source: str) -> TimeML:
    """Read the TEXT of a TimeML document; a TIMEX3 without words (the begin of a duration) is left out.

    Raises InputError if it is no XML or has no TEXT.

    >>> timeml("a", '<TimeML><TEXT>Im <TIMEX3 type="DATE" value="2008-05">Mai</TIMEX3>.</TEXT></TimeML>').timexes
    (Timex(begin=3, end=6, type='DATE', value='2008-05'),)
    """
    try:
        root = ET.fromstring(source)
    except ET.ParseError as error:
        raise InputError(Problem(name, error.position[0], f"no XML: {error}")) from error
    body = root.find("TEXT")
    if body is None:
        raise InputError(Problem(name, 0, "no TEXT element"))
    parts: list[str] = []
    found: list[Timex] = []
    _collect(body, parts, found)
    timexes = sorted((t for t in found if t.begin < t.end), key=lambda t: (t.begin, t.end))
    return TimeML(name, "".join(parts), _created(root), tuple(timexes))


def _collect(element: ET.Element, parts: list[str], found: list[Timex]) -> None:
    """The text of an element, and its TIMEX3 with their places in it."""
    begin = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        _collect(child, parts, found)
        parts.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, parts))
        found.append(Timex(begin, end, element.get("type", ""), element.get("value", "")))


def _created(root: ET.Element) -> date | None:
    """The day of the TIMEX3 in DCT: "1998-04-08T10:00" is the 8th."""
    created = root.find("DCT/TIMEX3")
    try:
        return date.fromisoformat(created.get("value", "")[:10]) if created is not None else None
    except ValueError:
        return None
