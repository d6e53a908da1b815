"""What a token with figures may be in a time expression: "13.10.2024", "13.", "10.30", "2008", "80er", "15-jährige"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Slot = tuple[str, str]
"""Kind and value, of which the patterns are made: ("month", "5")."""
Slots = tuple[Slot, ...]

FULL = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)?\.?")
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
CLOCK = re.compile(r"(\d{1,2})[.:](\d\d)")
YEAR = re.compile(r"(1[0-9]\d\d|20\d\d)\.?")
"""A full stop may stick to it at the end of a sentence."""
ORDINAL = re.compile(r"(\d{1,3})\.")
NUMBER = re.compile(r"(\d{1,4})(?:[.,](\d))?")
RANGE = re.compile(r"(\d{1,2})\.?[-–](\d{1,2})\.")
SUFFIXED = re.compile(r"(\d{1,4})[-‐‑]?(\D.*)")
PIVOT = 50
"""A year of two figures below it is of this century."""


def readings(text: str, suffixes: Mapping[tuple[str, str], list[Slots]]) -> Iterator[Slots]:
    """Each thing that it may be, as the slots that it fills.

    Args:
        text: a token that begins with a figure.
        suffixes: what stands behind a number, by the kind "number" and its form ("er", "jährige").

    >>> list(readings("13.10.24", {}))
    [(('ordinal', '13'), ('month', '10'), ('year', '2024'))]
    """
    if match := FULL.fullmatch(text):
        date: Slots = (("ordinal", match[1]), ("month", match[2]))
        yield (*date, ("year", full_year(match[3]))) if match[3] else date
    elif match := ISO.fullmatch(text):
        yield ("year", match[1]), ("month", match[2]), ("ordinal", match[3])
    elif match := RANGE.fullmatch(text):
        yield ("ordinal", match[1]), ("last", match[2])
    if (match := CLOCK.fullmatch(text)) and int(match[1]) <= 24 and int(match[2]) < 60:
        yield (("clock", f"{int(match[1]):02}:{match[2]}"),)
    if match := YEAR.fullmatch(text):
        yield (("year", match[1]),)
    if match := ORDINAL.fullmatch(text):
        yield (("ordinal", match[1]),)
    if match := NUMBER.fullmatch(text):
        yield (("number", f"{match[1]}.{match[2]}" if match[2] else match[1]),)
    elif match := SUFFIXED.fullmatch(text):
        for slots in suffixes.get(("number", match[2]), ()):
            yield tuple((kind, match[1] if value == "*" else value) for kind, value in slots if value)


def full_year(written: str) -> str:
    """Four figures of a year.

    >>> full_year("98"), full_year("08"), full_year("1914")
    ('1998', '2008', '1914')
    """
    return written if len(written) == 4 else str(int(written) + (2000 if int(written) < PIVOT else 1900))
