"""From the slots of a time expression to its TIMEX3 value: one function for each rule that timex.tsv names.

A value is a string of ISO 8601 as TIMEX3 extends it (https://timeml.github.io/site/publications/specs.html):
2008-05-03, 2008-W19, 2008-SU, 198, P3D, PXY, XXXX-WXX-1, PAST_REF. The empty string is a value that is not certain or
not in the calendar; None says that the words are no such expression.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from kg.extract.times import days, lengths
from kg.extract.times.context import NO_VALUE, Context, Found, clock

OLDEST = 1700
"""A bare number below it is a year only behind a word that says so."""
MOST, MOST_UNITS = {"D": 366, "W": 104}, 2000
"""More days or weeks are not meant to the day or week: "vor 900 Tagen"."""


def calendar(slots: Found, context: Context) -> str | None:
    """A day, month, season, quarter, feast or weekday: "3. Mai 2008", "Mai", "Sommer dieses Jahres", "Dienstag"."""
    found = _date(slots, context)
    return found + clock(slots) if found else found


def _date(slots: Found, context: Context) -> str:
    away = next((slots[kind] for kind in ("day_shift", "that_day", "today") if kind in slots), None)
    if away is not None:
        return days.shifted(context.published, "D", int(away)) if context.published else NO_VALUE
    if "month" in slots and "ordinal" in slots:
        return _day(slots, context, lambda y: days.day(y, int(slots["month"]), int(slots["ordinal"])))
    if "feast" in slots:
        return _day(slots, context, lambda y: days.feast(slots["feast"], y))
    if "month" in slots:
        year = _year(slots, context, lambda y: days.day(y, int(slots["month"]), 15))
        return f"{year:04}-{int(slots['month']):02}" if year else NO_VALUE
    if "season" in slots:
        year = _year(slots, context, lambda y: days.midseason(slots["season"], y))
        return f"{year:04}-{slots['season']}" if year else NO_VALUE
    if "weekday" in slots and context.published:
        direction = int(slots.get("direction", 0)) or (-1 if context.is_over else 1)
        return days.weekday_near(int(slots["weekday"]), direction, context.published).isoformat()
    return NO_VALUE


def _day(slots: Found, context: Context, of_year: Callable[[int], date | None]) -> str:
    """The day in its year, if the calendar has it."""
    year = _year(slots, context, of_year)
    found = of_year(year) if year else None
    return found.isoformat() if found else NO_VALUE


def _year(slots: Found, context: Context, of_year: Callable[[int], date | None]) -> int:
    """The year that is given, or told by a direction ("vergangenen Mai"), or the nearest; else 0."""
    if "year" in slots:
        return int(slots["year"])
    if context.published is None:
        return 0
    direction = int(slots.get("direction", 0))
    if slots.get("unit") == "Y" and "direction" in slots:
        return context.published.year + direction
    if direction:
        return _beside(of_year, context.published, direction)
    return days.nearest(of_year, context.published, context.bias)


def _beside(of_year: Callable[[int], date | None], published: date, direction: int) -> int:
    """The year of the last or next one, not of that of the article's month: "vergangenen Mai", "kommenden Mai"."""
    for year in range(published.year, published.year + 9 * direction, direction):
        found = of_year(year)
        if (
            found
            and ((found.year, found.month) < (published.year, published.month)) == (direction < 0)
            and ((found.year, found.month) != (published.year, published.month))
        ):
            return year
    return 0


def time(slots: Found, context: Context) -> str | None:
    """A clock time or a part of the day of the article: "10.30 Uhr", "am Abend", "in der vergangenen Nacht"."""
    part = clock(slots)
    if not part or (part[1:3].isdigit() and int(part[1:3]) > 24):
        return None
    start = context.day()
    if start is None:
        return NO_VALUE
    return days.shifted(start, "D", int(slots.get("direction", 0))) + part


def year(slots: Found, context: Context) -> str | None:
    """A year; no figure that counts something ("2000 Soldaten") or stands in a name ("Agenda 2010")."""
    token = context.last
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    plural = after.pos_ == "NOUN" and after.features.get("Number") == "Plur"  # "am Freitag 2000 Soldaten"
    counts = (plural and not context.after) or (token.dep_ == "nummod" and token.head.i > token.i)
    bare = "unit" not in slots and not context.after
    if counts or token.ent_type_ or (bare and int(slots["year"]) < OLDEST):
        return None
    return slots["year"]


def before_christ(slots: Found, context: Context) -> str | None:
    """As in "333 v. Chr."."""
    del context
    number = slots.get("number", "") or slots.get("year", "")
    return f"BC{int(number):04}" if number.isdigit() else None


def era(slots: Found, context: Context) -> str | None:
    """A decade, century, quarter or half: "80er Jahre", "19. Jahrhundert", "zweiten Quartal 2008"."""
    if "decade" in slots:
        number = int(slots["decade"])
        if number >= 1000:
            return f"{number // 10}"
        century = int(slots["ordinal"]) - 1 if "ordinal" in slots else 19
        return f"{century:02}{number // 10}" if number < 100 else None
    number = int(slots["ordinal"])
    if slots["unit"] == "CE":
        return f"{number - 1:02}"
    if number > {"Q": 4, "HY": 2}[slots["unit"]]:
        return None
    written = slots.get("year")
    if written is None and context.published is None:
        return NO_VALUE
    found = int(written) if written else context.published.year if context.published else 0
    return f"{found + int(slots.get('direction', 0)) * (written is None):04}-{slots['unit'][0]}{number}"


def relative(slots: Found, context: Context) -> str | None:
    """The last, this or next one: "vergangene Woche", "dieses Jahr", "am nächsten Tag"."""
    direction, unit = int(slots["direction"]), slots["unit"]
    start = context.anchor("D") if unit == "D" else context.published
    if unit in ("H", "MI", "S", "X"):
        return None
    return days.shifted(start, unit, direction) if start else NO_VALUE


def weekend(slots: Found, context: Context) -> str | None:
    """As in "am Wochenende", "am vergangenen Wochenende"."""
    if context.published is None:
        return NO_VALUE
    direction = int(slots.get("direction", 0)) or (-1 if context.is_over else 1)
    saturday = days.weekday_near(5, direction, context.published)
    if "direction" in slots and direction < 0 and context.published.weekday() > 4:
        saturday -= timedelta(weeks=1)  # on Sunday, "vergangenes Wochenende" is not over
    return days.shifted(saturday, "WE", 0)


def edge(slots: Found, context: Context) -> str | None:
    """Begin or end of the present unit, but for the day and what is shorter: "Ende der Woche", "Jahresende"."""
    if slots["unit"] in ("D", "H", "MI", "S", "X", "WE"):
        return None
    return days.shifted(context.published, slots["unit"], 0) if context.published else NO_VALUE


def ago(slots: Found, context: Context) -> str | None:
    """As in "vor zwei Jahren": not more exact than the unit."""
    return _away(slots, context.published, -1)


def hence(slots: Found, context: Context) -> str | None:
    """As in "in zwei Jahren", which in the past is how long it took."""
    return None if context.past else _away(slots, context.published, 1)


def later(slots: Found, context: Context) -> str | None:
    """As in "zwei Jahre später", "am Tag zuvor": from the time last spoken of."""
    start, count = context.anchor(slots.get("unit", "D")), int(slots.get("later") or slots["following"])
    found = _away({"unit": "D", **slots}, start, count)
    return found + clock(slots) if len(found) == len("2008-05-03") else found


def _away(slots: Found, start: date | None, direction: int) -> str:
    number, unit = slots.get("number", "1"), slots["unit"]
    if "." in number and unit == "Y":
        number, unit = f"{12 * float(number):.0f}", "M"
    if start is None or not number.isdigit():
        return NO_VALUE
    years = int(number) * days.YEARS.get(unit, 0)
    if years >= 100 or (unit == "CE"):
        unit, number = "Y", str(years)
    most = MOST.get(unit, MOST_UNITS)
    return days.shifted(start, unit, direction * int(number)) if int(number) <= most else NO_VALUE


def interval(slots: Found, context: Context) -> str | None:
    """As in "8.-13. Oktober", where no token ends between the two."""
    found = {**slots}
    last = _date({**found, "ordinal": slots["last"]}, context)
    first = _date(found, context)
    return f"{first}/{last}" if first and last and first <= last else NO_VALUE


HERE = (ago, before_christ, calendar, edge, era, hence, interval, later, relative, time, weekend, year)
RULES: dict[str, Callable[[Found, Context], str | None]] = {r.__name__: r for r in (*HERE, *lengths.RULES)}
"""The rules that timex.tsv may name."""
