"""Time expressions and the dates they mean: "vom 8. bis 13. Oktober", "im Juni", "am Dienstag", "vergangene Woche".

Values are ISO 8601 days, months and years, as TimeML's TIMEX3 has them, found from the article's date. What a word
means stands in `times.tsv` of the language; only the arithmetic of the calendar is code. An expression whose value is
not certain has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.lang.lexicon import HERE, NONE, rows
from kg.model import Time

if TYPE_CHECKING:
    from kg.extract.tree import Span, Token

DAY = re.compile(r"(\d{1,2})\.?")
YEAR = re.compile(r"((?:1[89]|20)\d\d)\.?")
"""A full stop may stick to it at the end of a sentence."""
NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)?")
DIGIT = frozenset("0123456789")
ISO = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of times.tsv, by kind: month, weekday, shift (days), unit, direction, range."""

    table: dict[str, dict[str, str]]
    known: frozenset[str]

    def value(self, kind: str, token: Token) -> str:
        """What a token means as a word of a kind, or the empty string."""
        words = self.table.get(kind, {})
        return words.get(token.lower_, "") or words.get(token.lemma_.lower(), "")

    def may_begin(self, token: Token) -> bool:
        """Whether a token can be the first of an expression: it has a figure, or is a word of the table."""
        return token.lower_ in self.known or token.lemma_.lower() in self.known or not DIGIT.isdisjoint(token.text)


@cache
def words(language: str) -> Words:
    """The table of a language."""
    table: dict[str, dict[str, str]] = {}
    for row in rows(HERE / language / "times.tsv"):
        table.setdefault(row["kind"], {})[row["word"]] = "" if row["value"] == NONE else row["value"]
    return Words(table, frozenset(word for kind in table.values() for word in kind))


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: its tokens, half-open, and its value."""

    begin: int
    end: int
    time: Time


def find(sentence: Span, published: date | None, table: Words) -> Iterator[Expression]:
    """The time expressions of a sentence, in text order, longest first, not overlapping."""
    tokens = list(sentence)
    at = 0
    while at < len(tokens):
        if not table.may_begin(tokens[at]):
            at += 1
            continue
        found = next((f for read in READERS if (f := read(tokens, at, published, table)) is not None), None)
        if found is None:
            at += 1
            continue
        length, time = found
        yield Expression(tokens[at].i, tokens[at].i + length, time)
        at += length


Found = tuple[int, Time] | None


def _iso(tokens: list[Token], at: int, published: date | None, table: Words) -> Found:
    del published, table
    text = tokens[at].text
    return (1, Time(text, text)) if ISO.fullmatch(text) else None


def _day_range(tokens: list[Token], at: int, published: date | None, table: Words) -> Found:
    """As in "8. bis 13. Oktober 2024", "8. September bis 13. Oktober"."""
    first = _day_number(tokens, at)
    if first is None:
        return None
    place = at + 1
    month = table.value("month", tokens[place]) if place < len(tokens) else ""
    place += 1 if month else 0
    if place + 1 >= len(tokens) or table.value("range", tokens[place]) == "":
        return None
    place += place + 2 < len(tokens) and tokens[place + 1].pos_ == "DET"  # "zwischen dem 8. und dem 13. Oktober"
    last = _absolute(tokens, place + 1, published, table)
    if last is None or len(last[1].begin) != 10:
        return None
    end = date.fromisoformat(last[1].begin)
    begin = _date(end.year, int(month) if month else end.month, first)
    if begin is None or begin > end:
        return None
    return place + 1 + last[0] - at, Time(begin.isoformat(), end.isoformat())


def _day_number(tokens: list[Token], at: int) -> int | None:
    match = DAY.fullmatch(tokens[at].text) if at < len(tokens) else None
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None


def _absolute(tokens: list[Token], at: int, published: date | None, table: Words) -> Found:
    """As in "13. Oktober 2024", "13. Oktober", "Oktober 2024", "im Oktober", "13.10.2024"."""
    numeric = NUMERIC.fullmatch(tokens[at].text)
    if numeric and numeric[3]:
        year = int(numeric[3]) + (2000 if len(numeric[3]) == 2 else 0)
        day = _date(year, int(numeric[2]), int(numeric[1]))
        return (1, _one(day)) if day else None
    number = _day_number(tokens, at) if at + 1 < len(tokens) and table.value("month", tokens[at + 1]) else None
    place = at + (number is not None)
    month = table.value("month", tokens[place])
    if not month:
        return None
    given = YEAR.fullmatch(tokens[place + 1].text) if place + 1 < len(tokens) else None
    length = place + 1 + (given is not None) - at
    year = int(given[1]) if given else _nearest_year(int(month), number, published)
    if not year:
        return None
    if number is None:
        text = f"{year:04}-{int(month):02}"
        return length, Time(text, text)
    day = _date(year, int(month), number)
    return (length, _one(day)) if day else None


def _nearest_year(month: int, day: int | None, published: date | None) -> int:
    """The year that brings a month or day closest to the article: news of January tells of last December."""
    if published is None:
        return 0
    wanted = day or 15
    options = [d for y in (-1, 0, 1) if (d := _date(published.year + y, month, min(wanted, 28)))]
    best = min(options, key=lambda d: abs((d - published).days) + (60 if d > published else 0))
    return best.year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one(day: date) -> Time:
    return Time(day.isoformat(), day.isoformat())


def _relative(tokens: list[Token], at: int, published: date | None, table: Words) -> Found:
    """As in "gestern", "am Dienstag", "vergangene Woche", "im vergangenen Monat", "vergangenen Dienstag"."""
    if published is None:
        return None
    shift = table.value("shift", tokens[at]) if tokens[at].pos_ != "NOUN" else ""  # "am Morgen" is not tomorrow
    if shift:
        return 1, _one(published + timedelta(days=int(shift)))
    direction = table.value("direction", tokens[at])
    if direction and at + 1 < len(tokens):
        time = _unit(tokens[at + 1], int(direction), published, table)
        return (2, time) if time else None
    weekday = table.value("weekday", tokens[at])
    if weekday and tokens[at].pos_ != "VERB":
        return 1, _one(_weekday(int(weekday), _tense(tokens[at]), published))
    return None


def _tense(token: Token) -> int:
    """-1 or 1: whether the clause tells of the past or of the future."""
    clause = token
    while clause.head.i != clause.i and clause.pos_ not in ("VERB", "AUX"):
        clause = clause.head
    verbs = (clause, *(c for c in clause.children if c.dep_.startswith("aux")))
    past = any(syntax.feature(v, "Tense") == "Past" or syntax.feature(v, "VerbForm") == "Part" for v in verbs)
    return -1 if past else 1


def _weekday(weekday: int, direction: int, published: date) -> date:
    """The nearest such day, today included."""
    days = (weekday - published.weekday()) % 7
    return published + timedelta(days=days - 7 if direction < 0 and days else days)


def _unit(token: Token, direction: int, published: date, table: Words) -> Time | None:
    weekday = table.value("weekday", token)
    if weekday:
        return _one(_weekday(int(weekday), direction or _tense(token), published))
    month = table.value("month", token)
    if month:
        year = published.year + ((direction < 0) * -(int(month) >= published.month))
        year += (direction > 0) * (int(month) <= published.month)
        return Time(f"{year:04}-{int(month):02}", f"{year:04}-{int(month):02}")
    match table.value("unit", token):
        case "week":
            monday = published - timedelta(days=published.weekday()) + timedelta(weeks=direction)
            return Time(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
        case "month":
            count = published.year * 12 + published.month - 1 + direction
            text = f"{count // 12:04}-{count % 12 + 1:02}"
            return Time(text, text)
        case "year":
            return Time(f"{published.year + direction:04}", f"{published.year + direction:04}")
    return None


def _ago(tokens: list[Token], at: int, published: date | None, table: Words) -> Found:
    """As in "vor zwei Jahren", "vor drei Tagen": a year or a day, not more exact than the unit."""
    if published is None or at + 2 >= len(tokens) or not table.value("ago", tokens[at]):
        return None
    count = table.value("count", tokens[at + 1]) or tokens[at + 1].text
    unit = table.value("unit", tokens[at + 2])
    if not count.isdigit() or int(count) > 500:
        return None
    if unit == "day":
        return 3, _one(published - timedelta(days=int(count)))
    time = _unit(tokens[at + 2], -int(count), published, table) if unit else None
    return (3, time) if time else None


def _year(tokens: list[Token], at: int, published: date | None, table: Words) -> Found:
    """As in "2023", "im Jahr 2023", "seit 2023"."""
    del published
    token = tokens[at]
    match = YEAR.fullmatch(token.text)
    if not match or token.dep_ == "nummod":
        return None
    before = tokens[at - 1] if at else None
    said = before is not None and (table.value("unit", before) == "year" or table.value("before_year", before) != "")
    return (1, Time(match[1], match[1])) if said else None


READERS = (_iso, _day_range, _absolute, _ago, _relative, _year)
"""In this order: "8. bis 13. Oktober" before "13. Oktober"."""
