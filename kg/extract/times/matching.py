"""Where the patterns of timex.tsv match in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.times.words import CORE_END

if TYPE_CHECKING:
    from kg.extract.times.figures import Slots
    from kg.extract.times.words import Node, Rule, Words
    from kg.extract.tree import Token

End = tuple[int, int, "Slots", "Rule"]
"""Where the core of a pattern ends and how far it looked, with what it found and its rule."""
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


def _by_kind(slots: Slots) -> dict[str, str]:
    """The first value of each kind; a unit is one too in the plural ("Jahre") and in an adjective ("-jährig")."""
    found = dict(reversed(slots))
    unit = next((found[kind] for kind in UNITS if kind in found), "")
    return {**found, "unit": unit} if unit else found


def _ends(node: Node, tokens: Sequence[Token], at: int, table: Words, core: int = 0) -> list[End]:
    """Each rule that a pattern from here on leads to, with the ends of its core and of what it looked at."""
    found: list[End] = [(core, at, (), rule) for rule in node.rules]
    if CORE_END in node.next:
        found += _ends(node.next[CORE_END], tokens, at, table, at)
    if at >= len(tokens) or not node.next:
        return found
    for reading in table.readings(tokens[at], first=_is_first(tokens, at)):
        after = at + 1 + len(reading.rest)
        if reading.rest and tuple([t.lower_ for t in tokens[at + 1 : after]]) != reading.rest:
            continue
        for following in node.behind(reading.slots):
            ends = _ends(following, tokens, after, table, core)
            found += [(end, seen, reading.slots + slots, rule) for end, seen, slots, rule in ends]
    return found


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
    if word.pos_ != "DET" or not first <= word.head.i < first + match.end - match.begin:
        return False
    subject = syntax.feature(word, "Case") == "Nom" and syntax.feature(word, "Number") == "Sing"
    own, noun = syntax.feature(word, "Gender"), syntax.feature(word.head, "Gender")
    return not subject or not own or not noun or own == noun  # "Meier, *der* letzte Woche fehlte"


def said(token: Token, kinds: frozenset[str], table: Words) -> bool:
    """Whether a token is a word of one of the kinds."""
    return table.is_of(token.text, kinds) or table.is_of(token.lower_, kinds)


def last_letter(token: Token, slots: dict[str, str]) -> int:
    """Where the characters of an expression end: without the full stop of the sentence in "seit 2008."."""
    end = token.idx + len(token.text)
    figures = token.text[:-1]
    closed = "slash" in slots or len(figures) == len("2008") or figures in {slots.get(kind) for kind in CLOSED}
    return end - (token.text.endswith(".") and figures.isdigit() and closed)
