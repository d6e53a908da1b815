"""Where the patterns of timex.tsv match in a sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extract.times.figures import Slot
    from kg.extract.times.words import Node, Rule, Words
    from kg.extract.tree import Token

CORE_END = "|"
"""The slot behind which a pattern only looks on: "8. | bis 13. Oktober"."""
UNITS = ("unit", "units", "long")
CLOSED = frozenset(("year", "number", "clock"))
"""Slots whose figures have no full stop of their own."""


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern over the tokens from begin to end, half-open; `seen` is how far it looked."""

    begin: int
    end: int
    seen: int
    slots: dict[str, str]
    rule: Rule


def matches(tokens: Sequence[Token], at: int, table: Words) -> list[Match]:
    """The patterns that match from a token on, the longest first, then in the order of the table."""
    ends = _ends(table.grammar, tokens, at, table)
    found = [Match(at, core or seen, seen, _by_kind(slots), rule) for core, seen, slots, rule in ends]
    return sorted(found, key=lambda m: (m.end, m.seen, bool(m.rule.after)), reverse=True) if found else found


def _by_kind(slots: Sequence[Slot]) -> dict[str, str]:
    """The first value of each kind; a unit is one too in the plural ("Jahre") and in an adjective ("-jährig")."""
    found = dict(reversed(slots))
    unit = next((found[kind] for kind in UNITS if kind in found), "")
    return {**found, "unit": unit} if unit else found


def _ends(
    node: Node, tokens: Sequence[Token], at: int, table: Words, core: int = 0
) -> Iterator[tuple[int, int, list[Slot], Rule]]:
    """Each rule that a pattern from here on leads to, with the ends of its core and of what it looked at."""
    for rule in node.rules:
        yield core, at, [], rule
    if CORE_END in node.next:
        yield from _ends(node.next[CORE_END], tokens, at, table, at)
    if at >= len(tokens) or not node.next:
        return
    for reading in table.readings(tokens[at], first=_is_first(tokens, at)):
        after = at + 1 + len(reading.rest)
        if reading.rest and tuple(t.lower_ for t in tokens[at + 1 : after]) != reading.rest:
            continue
        for following in _through(node, reading.slots):
            for end, seen, slots, rule in _ends(following, tokens, after, table, core):
                yield end, seen, [*reading.slots, *slots], rule


def _through(node: Node, slots: Sequence[Slot]) -> Iterator[Node]:
    """The places behind slots, which a pattern names by their kind or by kind and value."""
    if not slots:
        yield node
        return
    kind, value = slots[0]
    for name in (f"{kind}={value}", kind):
        if name in node.next:
            yield from _through(node.next[name], slots[1:])


def _is_first(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word begins a sentence, also a quoted one, so that its capital says nothing."""
    return at == 0 or (tokens[at - 1].is_punct and tokens[at - 1].text != ",") or tokens[at - 1].is_space


def leads(match: Match, tokens: Sequence[Token], table: Words) -> int:
    """Where the expression begins with the words that its rule takes in front: "Ende", "den", "mehr als"."""
    begin = match.begin
    while begin and match.rule.lead:
        words = (tokens[begin - n : begin] for n in (1, 2) if n <= begin)
        size = next((len(w) for w in words if _is_lead(w, match, table, tokens[match.begin].i)), 0)
        if not size:
            return begin
        begin -= size
    return begin


def _is_lead(words: Sequence[Token], match: Match, table: Words, first: int) -> bool:
    rest = tuple(t.lower_ for t in words[1:])
    for form in {words[0].text, words[0].lower_}:
        for reading in table.forms.get(form, ()):
            kind = reading.slots[0][0]
            if (
                reading.rest == rest
                and kind in match.rule.lead
                and (kind != "det" or _is_article(words[0], match, first))
            ):
                return True
    return False


def _is_article(word: Token, match: Match, first: int) -> bool:
    """Whether an article is that of the expression: not in "die künftige Regierung", where it is that of the noun."""
    return word.pos_ == "DET" and first <= word.head.i < first + match.end - match.begin


def said(token: Token, kinds: Collection[str], table: Words) -> bool:
    """Whether a token is a word of one of the kinds."""
    return any(table.is_of(form, kinds) for form in (token.text, token.lower_))


def last_letter(token: Token, slots: dict[str, str]) -> int:
    """Where the characters of an expression end: without the full stop of the sentence in "seit 2008."."""
    end = token.idx + len(token.text)
    figures = token.text[:-1]
    closed = "slash" in slots or len(figures) == len("2008") or figures in {slots.get(kind) for kind in CLOSED}
    return end - (token.text.endswith(".") and figures.isdigit() and closed)
