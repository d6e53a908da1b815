"""The words and the grammar of time expressions of a language: `times.tsv` and `timex.tsv`.

A row of `times.tsv` gives a word form, or a row of forms, one or several slots: "Dienstag" is `weekday` 1, "Vorjahr"
`direction` -1 and `unit` Y. `endings` are what inflection adds to it. A word with a capital letter is a noun and only
matches so. A word that begins with - stands behind any word of its first kind, whose value is then * ("-abend" makes
"Dienstagabend"); without a value, that kind is no slot ("80er" is a `decade`, no `number`). A row of `timex.tsv` gives
a row of slots a type and the rule that reckons the value.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.times import figures
from kg.lang.lexicon import HERE, NONE, rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kg.extract.times.figures import Slots
    from kg.extract.tree import Token

DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word, or a row of words, may be: the words after the first in lower case, and its slots."""

    rest: tuple[str, ...]
    slots: Slots


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of timex.tsv: see there for the columns."""

    type: str
    value: str
    """The name of the function in kg.extract.times.values."""
    lead: frozenset[str]
    """Kinds of words that belong to the expression if they stand in front of it."""
    after: frozenset[str]
    """Kinds of words of which one must stand before it, if there are any."""


@dataclass(slots=True)
class Node:
    """A place in the patterns: by slot what may follow, and the rules that end here."""

    next: dict[str, Node] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)

    def step(self, slot: str) -> Node:
        """The place behind a slot, made when first asked for."""
        return self.next.setdefault(slot, Node())


@dataclass(frozen=True, slots=True)
class Words:
    """The tables of a language."""

    forms: dict[str, list[Reading]]
    suffixes: dict[tuple[str, str], list[Slots]]
    grammar: Node
    starts: frozenset[str]
    """In lower case, the words that a pattern can begin with."""

    def begins(self, tokens: Sequence[Token]) -> list[int]:
        """The places of the tokens that can be the first of a pattern: all that most tokens are asked."""
        starts = self.starts
        return [
            at
            for at, token in enumerate(tokens)
            if token.lower_ in starts or (not token.is_alpha and token.text[:1] in DIGITS)
        ]

    def is_of(self, form: str, kinds: Collection[str]) -> bool:
        """Whether a form is a word of one of the kinds."""
        return any(reading.slots[0][0] in kinds for reading in self.forms.get(form, ()))

    def is_near_day(self, token: Token) -> bool:
        """Whether a token names a day around that of the article: "gestern", "am Dienstag"."""
        found = self.forms.get(token.text) or self.forms.get(token.lower_) or []
        return any(
            kind == "weekday" or (kind == "day_shift" and value != "0") for r in found for kind, value in r.slots
        )

    def readings(self, token: Token, *, first: bool) -> list[Reading]:
        """What a token may be; a word with a capital is one without only where a sentence begins."""
        text = token.text
        found = self.forms.get(text, [])
        if first and text != token.lower_:
            return self.forms.get(token.lower_, []) + found
        if not found and text[:1] in DIGITS:
            return [Reading((), slots) for slots in figures.readings(text, self.suffixes)]
        return found


@cache
def words(language: str) -> Words:
    """The tables of a language, read once.

    >>> words("de").forms["Dienstagabend"]
    [Reading(rest=(), slots=(('weekday', '1'), ('daypart', 'TEV')))]
    """
    forms: dict[str, list[Reading]] = defaultdict(list)
    suffixes: dict[tuple[str, str], list[Slots]] = defaultdict(list)
    table = [(form, slots) for row in rows(HERE / language / "times.tsv") for form, slots in _forms(row)]
    by_kind: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form, slots in table:
        if form.startswith("-") and len(form) > 1:  # "8. - 13. Oktober"
            suffixes[slots[0][0], form[1:]].append(slots)
            continue
        begin, *rest = form.split(" ")
        forms[begin].append(Reading(tuple(rest), slots))
        if len(slots) == 1 and not rest:
            by_kind[slots[0][0]].append((form, slots[0][1]))
    for (kind, end), compounds in suffixes.items():
        for begin, value in by_kind[kind]:
            for slots in compounds:
                forms[begin + end].append(Reading((), _filled(slots, value)))
    grammar = _grammar(language)
    starts = {form.lower() for form, found in forms.items() if any(_begins(r, grammar) for r in found)}
    return Words(dict(forms), dict(suffixes), grammar, frozenset(starts))


def _begins(reading: Reading, grammar: Node) -> bool:
    kind, value = reading.slots[0]
    return kind in grammar.next or f"{kind}={value}" in grammar.next


def _forms(row: dict[str, str]) -> Iterator[tuple[str, Slots]]:
    """The inflected forms of a row, each with its slots."""
    values = row["value"].split(" ")
    slots = tuple(zip(row["kind"].split(" "), ("" if v == NONE else v for v in values), strict=True))
    for ending in ("", *(row["endings"].split(",") if row["endings"] != NONE else ())):
        yield row["word"] + ending, slots


def _filled(slots: Slots, value: str) -> Slots:
    """With the value of the first part; what is only there to say which words that may be ("80" + "er") is left out."""
    return tuple((kind, value if own == "*" else own) for kind, own in slots if own)


def _grammar(language: str) -> Node:
    """The patterns as a tree: optional slots make several, what stands in brackets is one of several."""
    root = Node()
    for row in rows(HERE / language / "timex.tsv"):
        rule = Rule(row["type"], row["rule"], _set(row["lead"]), _set(row["after"]))
        for variant in variants(row["pattern"].split(" ")):
            node = root
            for slot in variant:
                node = node.step(slot)
            node.rules.append(rule)
    return root


def variants(slots: list[str]) -> Iterator[list[str]]:
    """The patterns that one with optional slots stands for.

    >>> list(variants(["month", "year?"]))
    [['month', 'year'], ['month']]
    """
    if not slots:
        yield []
        return
    for rest in variants(slots[1:]):
        yield [slots[0].removesuffix("?"), *rest]
        if slots[0].endswith("?"):
            yield rest


def _set(cell: str) -> frozenset[str]:
    return frozenset(cell.split(",")) - {NONE}
