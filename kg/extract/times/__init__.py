"""Time expressions and what they mean: "vom 8. bis 13. Oktober", "im Juni", "am Dienstag", "seit Jahren", "täglich".

Types and values are those of TIMEX3 (TimeML), reckoned from the article's day. `words` reads the tables of a language,
`figures` the numbers, `values` reckons by the calendar of `days`. What a value is not certain for has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kg.extract.times import days
from kg.extract.times.context import Context
from kg.extract.times.matching import Match, last_letter, leads, matches, said
from kg.extract.times.values import RULES
from kg.extract.times.words import Words, words
from kg.model import Time

if TYPE_CHECKING:
    from kg.extract.tree import Span, Token

__all__ = ["Expression", "Words", "find", "in_document", "in_sentence", "words"]

NAMES = frozenset(("PER", "ORG"))
"""Kinds of names that no time stands in: "Bild am Sonntag", "Thomas Mai"."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: its tokens and its characters, both half-open, its TIMEX3 type and value.

    `time` is what it covers in the calendar, for dates and times whose value is certain.
    """

    begin: int
    end: int
    first: int
    last: int
    type: str
    value: str
    time: Time | None


def find(sentence: Span, published: date | None, table: Words) -> Iterator[Expression]:
    """The expressions of a sentence that have a time in the calendar, in text order; a range is one of them."""
    tokens = list(sentence)
    held: Expression | None = None
    for expression in in_sentence(tokens, published, table):
        if expression.time is None:
            continue
        if held is not None:
            joined = _joined(held, expression, tokens, table)
            if joined is None:
                yield held
            held = joined or expression
        else:
            held = expression
    if held is not None:
        yield held


def in_document(sentences: Iterable[Span], published: date | None, table: Words) -> Iterator[Expression]:
    """All expressions of a text; "ein Jahr später" counts from the date before it."""
    spoken: Time | None = None
    parts = [list(sentence) for sentence in sentences]
    daily = any(table.is_near_day(token) for tokens in parts for token in tokens)
    for tokens in parts:
        for expression in in_sentence(tokens, published, table, spoken, daily=daily):
            spoken = expression.time or spoken
            yield expression


def in_sentence(
    tokens: Sequence[Token],
    published: date | None,
    table: Words,
    spoken: Time | None = None,
    *,
    daily: bool = True,
) -> Iterator[Expression]:
    """All expressions of a sentence, in text order, longest first, not overlapping.

    Args:
        tokens: those of the sentence.
        published: the article's day.
        table: the words of the language.
        spoken: the time last spoken of in the sentences before.
        daily: whether the article is written for a day, whose "heute" is that day rather than these years.
    """
    near: Time | None = None
    end = 0
    for at in table.begins(tokens):
        if at < end:
            continue
        for match in matches(tokens, at, table):
            context = Context(published, near or spoken, near, tokens[at], tokens[match.end - 1], table, daily)
            found = _expression(match, tokens, table, context)
            if found is not None:
                end = match.end
                near = found.time or near
                yield found
                break


def _expression(match: Match, tokens: Sequence[Token], table: Words, context: Context) -> Expression | None:
    """What a match means; None if it is no expression where it stands."""
    core = tokens[match.begin : match.end]
    if not NAMES.isdisjoint([t.ent_type_ for t in core]):
        return None
    begin = leads(match, tokens, table)
    if match.rule.after:
        context.after = any(at and said(tokens[at - 1], match.rule.after, table) for at in {begin, match.begin})
        if not context.after:
            return None
    value = RULES[match.rule.value](match.slots, context)
    if value is None:
        return None
    kind = "TIME" if match.rule.type == "DATE" and value[10:11] == "T" else match.rule.type
    time = days.period(value) if context.certain and kind in ("DATE", "TIME") else None
    first, last = tokens[begin], core[-1]
    return Expression(first.i, last.i + 1, first.idx, last_letter(last, match.slots), kind, value, time)


def _joined(first: Expression, second: Expression, tokens: Sequence[Token], table: Words) -> Expression | None:
    """From the one to the other: "8. bis 13. Oktober", "zwischen dem 8. und dem 13. Oktober"; backwards, the second."""
    begin = tokens[0].i
    between = tokens[first.end - begin : second.begin - begin]
    if len(between) != 1 or first.time is None or second.time is None:
        return None
    before = tokens[first.begin - begin - 1] if first.begin > begin else None
    paired = before is not None and said(before, frozenset(("between",)), table)
    if not said(between[0], frozenset(("range", "pair") if paired else ("range",)), table):
        return None
    if first.time.begin > second.time.end:
        return second
    time = Time(first.time.begin, second.time.end)
    return replace(first, end=second.end, last=second.last, value=f"{first.value}/{second.value}", time=time)
