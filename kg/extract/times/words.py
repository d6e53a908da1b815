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
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.extract.times import figures
from kg.lang.lexicon import HERE, NONE, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extract.times.figures import Slots
    from kg.extract.tree import Token

CORE_END = "|"
"""The slot behind which a pattern only looks on: "8. | bis 13. Oktober"."""
DIGITS = frozenset("0123456789")
KEPT = 10_000
"""How many figures are remembered, at most: a pattern after the other asks what they may be."""


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

    def behind(self, slots: Slots) -> list[Node]:
        """The places behind slots, which a pattern names by their kind and value or by their kind."""
        nodes = [self]
        for kind, value in slots:
            nodes = [node.next[name] for node in nodes for name in (f"{kind}={value}", kind) if name in node.next]
        return nodes

    def following(self) -> Iterator[str]:
        """The slots of the next token."""
        for slot, node in self.next.items():
            if slot == CORE_END:
                yield from node.following()
            else:
                yield slot

    def step(self, slot: str) -> Node:
        """The place behind a slot, made when first asked for."""
        return self.next.setdefault(slot, Node())


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The tables of a language."""

    forms: dict[str, list[Reading]]
    suffixes: dict[tuple[str, str], list[Slots]]
    grammar: Node
    starts: dict[str, frozenset[str]]
    """The words that a pattern can begin with, in lower case: what must follow, by slot or word; nothing if empty."""
    parts: dict[str, frozenset[str]]
    """By word in lower case what it may be behind another."""

    def begins(self, tokens: Sequence[Token]) -> list[int]:
        """The places of the tokens that can be the first of a pattern: all that most tokens are asked."""
        starts = self.starts
        return [
            at
            for at, token in enumerate(tokens)
            if (token.lower_ in starts and self._goes_on(starts[token.lower_], tokens, at + 1))
            or (not token.is_alpha and token.text[:1] in DIGITS)
        ]

    def _goes_on(self, wanted: frozenset[str], tokens: Sequence[Token], at: int) -> bool:
        """Whether the next token can be what must follow: "in" is a word of patterns, but few begin with "in der"."""
        if not wanted or at == len(tokens):
            return not wanted
        return tokens[at].text[:1] in DIGITS or not wanted.isdisjoint(self.parts.get(tokens[at].lower_, ()))

    def is_of(self, form: str, kinds: frozenset[str]) -> bool:
        """Whether a form is a word of one of the kinds."""
        return form in self.forms and not kinds.isdisjoint([reading.slots[0][0] for reading in self.forms[form]])

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
            return self._figures(text)
        return found

    @lru_cache(maxsize=KEPT)  # noqa: B019  the tables live as long as the program
    def _figures(self, text: str) -> list[Reading]:
        return [Reading((), slots) for slots in figures.readings(text, self.suffixes)]


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
    return Words(dict(forms), dict(suffixes), grammar, _starts(forms, grammar), _parts(forms))


def _starts(forms: Mapping[str, Sequence[Reading]], grammar: Node) -> dict[str, frozenset[str]]:
    """The words that a pattern can begin with, and what must follow."""
    found: dict[str, set[str]] = defaultdict(set)
    alone = set()
    for form, readings in forms.items():
        for reading in readings:
            nodes = grammar.behind(reading.slots)
            if not nodes:
                continue
            following = {name for node in nodes for name in node.following()}
            found[form.lower()] |= set(reading.rest[:1]) or following
            if not reading.rest and any(node.rules for node in nodes):
                alone.add(form.lower())
    return {form: frozenset(() if form in alone else names) for form, names in found.items()}


def _parts(forms: Mapping[str, Sequence[Reading]]) -> dict[str, frozenset[str]]:
    """What each word may be behind another: the slots that its readings begin with; or itself, in a row of words."""
    found: dict[str, set[str]] = defaultdict(set)
    for form, readings in forms.items():
        for reading in readings:
            kind, value = reading.slots[0]
            found[form.lower()] |= {kind, f"{kind}={value}"}
            for word in reading.rest[:1]:
                found[word].add(word)
    return {form: frozenset(names) for form, names in found.items()}


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
