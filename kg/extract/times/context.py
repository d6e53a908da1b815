"""Where a time expression stands: what the rules that reckon its value ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg.extract.times import days
from kg.extract.times.tense import is_past, is_to_come

if TYPE_CHECKING:
    from kg.extract.times.words import Words
    from kg.extract.tree import Token
    from kg.model import Time

Found = Mapping[str, str]
"""The first value of each kind of slot."""
NO_VALUE = ""
SINCE = frozenset(("since",))
PARTS = ("daypart", "late_daypart", "dayparts")


@dataclass(slots=True)
class Context:
    """Where an expression stands: the article's day, the time last spoken of, its first and its last token."""

    published: date | None
    spoken: Time | None
    near: Time | None
    """The time last spoken of in the same sentence."""
    first: Token
    last: Token
    words: Words
    daily: bool
    """Whether the article is written for a day."""
    after: bool = False
    """Whether a word that takes times stands before it: "seit", "im"."""
    certain: bool = True
    """Whether the value rests on what the text says; not if the day spoken of is guessed."""

    @property
    def past(self) -> bool:
        """Whether its clause tells of the past."""
        return is_past(self.first, self.words)

    @property
    def is_over(self) -> bool:
        """Whether it is past, also in the present tense: "seit Februar", "seit seinem Amtsantritt am Mittwoch"."""
        before = (self.first.nbor(-1).lower_ if self.first.i > 0 else "", self.last.head.adposition)
        return any(self.words.is_of(word, SINCE) for word in before if word) or self.past

    @property
    def bias(self) -> int:
        """Days by which a time of the past is preferred, or one to come."""
        if self.is_over:
            return days.PAST_BIAS
        return days.FUTURE_BIAS if is_to_come(self.first, self.words) else days.BIAS

    def anchor(self, unit: str) -> date | None:
        """The day that "am Tag danach" counts from; the article's, a guess, if nothing as exact was spoken of."""
        exact = {"Y": 4, "DE": 4, "CE": 4, "M": 7}.get(unit, 10)
        self.certain = self.spoken is not None and len(self.spoken.begin) >= exact
        return days.first_day(self.spoken) if self.spoken and self.certain else self.published

    def day(self) -> date | None:
        """The day of a clock time: that of its sentence, if there is one, else the article's, which is a guess."""
        self.certain = self.near is not None and len(self.near.begin) == len("2008-05-03")
        return days.first_day(self.near) if self.near and self.certain else self.published


def clock(slots: Found) -> str:
    """The part of a value behind the day: T10:30, TEV."""
    part = next((slots[kind] for kind in PARTS if kind in slots), "")
    if "clock" in slots:
        hour, minute = map(int, slots["clock"].split(":"))
    elif "hour" in slots and "number" in slots:
        if "." in slots["number"]:
            return NO_VALUE
        hour, minute = int(slots["number"]), int(slots.get("minute", 0))
        hour, minute = (hour - 1, 30) if "half" in slots else (hour, minute)
    else:
        return part
    afternoon = part in ("TAF", "TEV") and hour < 12
    return f"T{hour + 12 * afternoon:02}:{minute:02}"
