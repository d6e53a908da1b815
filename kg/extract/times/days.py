"""The calendar: arithmetic with days, and the days that a TIMEX3 value covers. Without any word of a language."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from kg.model import Time

MONTHS = {"M": 1, "Q": 3, "HY": 6}
"""Units that are so many months."""
YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
"""Units that are so many years."""
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Months in which the seasons of the weather begin."""
BIAS = 60
"""Days by which news prefers what was to what will be, where no tense decides."""
PAST_BIAS = 366
"""The same in a clause in the past: "im Dezember" is the last one even in October."""
FUTURE_BIAS = BIAS - PAST_BIAS
"""The same in a clause in the future: "werden im September wählen" is the next one even in November."""

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(T.*)?")
_MONTH = re.compile(r"\d{4}-\d\d")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(Q|H|SP|SU|FA|WI)(\d?)")
_YEARS = re.compile(r"\d{2,4}")


def day(year: int, month: int, number: int) -> date | None:
    """The day, if the calendar has it: there is no 31 February."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher; https://en.wikipedia.org/wiki/Date_of_Easter).

    >>> easter(2008).isoformat(), easter(2024).isoformat()
    ('2008-03-23', '2024-03-31')
    """
    golden, century = year % 19, year // 100
    leap = century - century // 4 - (8 * century + 13) // 25
    epact = (leap + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def feast(value: str, year: int) -> date | None:
    """The day of a feast: "12-25", "easter-2" for Good Friday, "advent-3" for the first Sunday of Advent (in weeks).

    >>> feast("easter+1", 2008), feast("advent-3", 2008)
    (datetime.date(2008, 3, 24), datetime.date(2008, 11, 30))
    """
    if value.startswith("easter"):
        return easter(year) + timedelta(days=int(value.removeprefix("easter") or 0))
    if value.startswith("advent"):
        eve = date(year, 12, 24)
        fourth = eve - timedelta(days=(eve.weekday() + 1) % 7)
        return fourth + timedelta(weeks=int(value.removeprefix("advent") or 0))
    month, number = value.split("-")
    return day(year, int(month), int(number))


def midseason(season: str, year: int) -> date:
    """The middle of a season that begins in a year; that of a winter lies in the next.

    >>> midseason("WI", 2007)
    datetime.date(2008, 1, 15)
    """
    month = SEASONS[season] + 1
    return date(year + month // 13, (month - 1) % 12 + 1, 15)


def shifted(start: date, unit: str, count: int) -> str:
    """The value of the day, week, month, year, … that is so many units later, as exact as the unit; else "".

    >>> shifted(date(2008, 5, 3), "M", -6), shifted(date(2008, 5, 3), "W", 1), shifted(date(2008, 5, 3), "DE", -2)
    ('2007-11', '2008-W19', '198')
    """
    try:
        if unit in YEARS:
            year = start.year + count * YEARS[unit]
            return {"Y": f"{year:04}", "DE": f"{year // 10:03}", "CE": f"{year // 100:02}"}.get(unit, "")
        if unit in MONTHS:
            months = start.year * 12 + start.month - 1 + count * MONTHS[unit]
            year, month = divmod(months, 12)
            part = {"M": f"{month + 1:02}", "Q": f"Q{month // 3 + 1}", "HY": f"H{month // 6 + 1}"}[unit]
            return f"{year:04}-{part}"
        if unit in ("W", "WE"):
            year, week, _ = (start + timedelta(weeks=count)).isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
        return (start + timedelta(days=count)).isoformat() if unit == "D" else ""
    except OverflowError:
        return ""


def weekday_near(weekday: int, direction: int, published: date) -> date:
    """The nearest such day before (-1) or after (1) a day, that day included; Monday is 0."""
    days = (weekday - published.weekday()) % 7
    return published + timedelta(days=days - 7 if direction < 0 and days else days)


def nearest(of_year: Callable[[int], date | None], published: date, bias: int = BIAS) -> int:
    """The year whose day lies nearest to a day, one after it as if `bias` days further off; else 0.

    News of January tells of last December. A 29 February asks for the leap years around.
    """
    span = 4 if any(of_year(published.year + y) is None for y in (-1, 0, 1)) else 1
    options = [d for y in range(-span, span + 1) if (d := of_year(published.year + y)) is not None]
    best = min(options, key=lambda d: abs((d - published).days) + bias * (d > published), default=None)
    return best.year if best else 0


def first_day(time: Time) -> date:
    """The day that a time begins with.

    >>> first_day(Time("2008-05", "2008-05"))
    datetime.date(2008, 5, 1)
    """
    return date.fromisoformat(time.begin + "-01-01"[len(time.begin) - 4 :])


@lru_cache(maxsize=1000)
def period(value: str) -> Time | None:
    """First and last day, month or year of a value; None for what is no time of the calendar (P3D, PAST_REF).

    >>> period("2008-05-03TEV"), period("2008-W19-WE")
    (Time(begin='2008-05-03', end='2008-05-03'), Time(begin='2008-05-10', end='2008-05-11'))
    >>> period("2008-SU"), period("198"), period("P3D")
    (Time(begin='2008-06', end='2008-08'), Time(begin='1980', end='1989'), None)
    """
    begin, _, end = value.partition("/")
    if end:
        first, last = period(begin), period(end)
        return Time(first.begin, last.end) if first and last else None
    if match := _DAY.fullmatch(value):
        return Time(match[1], match[1])
    if _MONTH.fullmatch(value):
        return Time(value, value)
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first_day = monday + timedelta(days=5 if match[3] else 0)
        return Time(first_day.isoformat(), (monday + timedelta(days=6)).isoformat())
    if match := _PART.fullmatch(value):
        return _months(int(match[1]), match[2], int(match[3] or 0))
    if _YEARS.fullmatch(value):
        return Time(value.ljust(4, "0"), value.ljust(4, "9"))
    return None


def _months(year: int, part: str, number: int) -> Time:
    """The months of a quarter, a half or a season; a winter begins in December."""
    size = {"Q": 3, "H": 6}.get(part, 3)
    first = SEASONS[part] if part in SEASONS else (number - 1) * size + 1
    last = first + size - 1
    return Time(f"{year:04}-{first:02}", f"{year + (last - 1) // 12:04}-{(last - 1) % 12 + 1:02}")
