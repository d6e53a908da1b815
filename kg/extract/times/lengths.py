"""The rules of timex.tsv for how long, how often and vaguely when: durations, sets, references."""

from __future__ import annotations

from kg.extract.times import days
from kg.extract.times.context import NO_VALUE, Context, Found, clock
from kg.extract.times.tense import verb

STATE = frozenset(("state",))


def duration(slots: Found, context: Context) -> str | None:
    """How long: P3D, P10Y, PT2H; without a number PXY."""
    del context
    return period_of(slots.get("number", "1" if "whole" in slots else "X"), slots["unit"])


def several(slots: Found, context: Context) -> str | None:
    """How long, where no number says so: "mehrere Jahre", "in den vergangenen Jahren"."""
    del context
    return period_of("X", slots["unit"] if "unit" in slots else slots["units"])


def period_of(number: str, unit: str) -> str:
    """The value of a duration.

    >>> period_of("0.5", "Y"), period_of("90", "MI"), period_of("X", "DE"), period_of("2", "HY")
    ('P6M', 'PT90M', 'PXDE', 'P12M')
    """
    half = {"Y": ("6", "M"), "H": ("30", "MI"), "CE": ("50", "Y"), "DE": ("5", "Y"), "D": ("12", "H")}
    if number == "0.5" and unit in half:
        number, unit = half[unit]
    if unit in ("Q", "HY"):
        size = days.MONTHS[unit]
        number, unit = (f"{float(number) * size:g}" if number != "X" else number), "M"
    if unit == "X":
        return "PX"
    return f"PT{number}{unit[0]}" if unit in ("H", "MI", "S") else f"P{number}{unit}"


def often(slots: Found, context: Context) -> str | None:
    """How often: "jeden Montag" is XXXX-WXX-1, "jedes Jahr" P1Y, "alle zwei Wochen" P2W."""
    del context
    if slots.get("set"):
        return slots["set"]
    if "weekday" in slots:
        return f"XXXX-WXX-{int(slots['weekday']) + 1}" + clock(slots)
    if "month" in slots:
        return f"XXXX-{int(slots['month']):02}"
    if "season" in slots:
        return f"XXXX-{slots['season']}"
    if "unit" not in slots:
        return "XXXX-XX-XX" + clock(slots)
    if slots["unit"] == "WE":
        return "XXXX-WXX-WE"
    return period_of(slots.get("number", "") or slots.get("ordinal", "1"), slots["unit"])


def refer(slots: Found, context: Context) -> str | None:
    """What the word says: "derzeit" is PRESENT_REF."""
    del context
    return slots["ref"]


def past(slots: Found, context: Context) -> str | None:
    """As in "vor einigen Jahren"."""
    del slots, context
    return "PAST_REF"


def nowadays(slots: Found, context: Context) -> str | None:
    """As in "Heute leben dort 3000 Menschen", which is not so only today; rows of the kind `state` say of which verbs.

    An article that speaks of no "gestern" and no "Dienstag" is not written for a day either.
    """
    del slots
    clause = verb(context.first)
    copula = (c for c in clause.children if c.dep_ == "cop")
    lasts = any(context.words.is_of(v.lemma_.lower(), STATE) for v in (clause, *copula))
    return "PRESENT_REF" if (lasts and not context.past) or not context.daily else None


def present(slots: Found, context: Context) -> str | None:
    """As in "in diesen Tagen"."""
    del slots, context
    return "PRESENT_REF"


def unknown(slots: Found, context: Context) -> str | None:
    """As in "Jahre später": nobody knows how many."""
    del slots, context
    return NO_VALUE


def future(slots: Found, context: Context) -> str | None:
    """As in "in einigen Jahren", which in the past is how long it took."""
    del slots
    return None if context.past else "FUTURE_REF"


RULES = (duration, future, nowadays, often, past, present, refer, several, unknown)
