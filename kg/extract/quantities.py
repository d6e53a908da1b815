"""How many: "rund 1.500 Soldaten", "Dutzende Festnahmen"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lang.lexicon import Lexicon
from kg.model import Quantity

if TYPE_CHECKING:
    from kg.extract.tree import Token

DIGITS = re.compile(r"\d{1,3}(?:[.,  ]\d{3})+|\d+")
DECIMAL = re.compile(r"(\d+)[.,](\d{1,2})")


def number(token: Token, lexicon: Lexicon) -> int | None:
    """The value of a number word or of figures with their multiplier ("1,2 Millionen"), or None."""
    factor = next((int(v) for c in (token, *token.children) if (v := lexicon.cue("multiplier", c.lemma_))), 1)
    for part in (token, *token.children):
        text = part.text
        word = lexicon.cue("number", part.lower_)
        if word:
            return int(word) * (factor if part.i != token.i else 1)
        decimal = DECIMAL.fullmatch(text)
        if decimal and factor > 1:
            return round(float(f"{decimal[1]}.{decimal[2]}") * factor)
        if DIGITS.fullmatch(text):
            return int(re.sub(r"\D", "", _thousands(part) + text)) * factor
    return factor if factor > 1 else None


def _thousands(token: Token) -> str:
    """The figures before a space: "1 500"."""
    before = token.nbor(-1) if token.i else None
    near = before is not None and before.idx + len(before.text) + 1 == token.idx
    grouped = near and before is not None and len(token.text) == 3 and before.text.isdigit() and len(before.text) < 4
    return before.text if grouped and before is not None else ""


def quantity(noun: Token, lexicon: Lexicon) -> Quantity | None:
    """The size that a phrase gives of what it refers to."""
    for child in noun.children:
        if child.dep_ != "nummod":
            continue
        size = number(child, lexicon)
        if size is not None and not (1900 <= size <= 2100 and child.text.isdigit() and noun.ent_type_):
            return Quantity(size, _qualifier(child, noun, lexicon))
    return None


def _qualifier(numeral: Token, noun: Token, lexicon: Lexicon) -> str:
    """As in "rund", "mehr als", "mindestens", "bis zu" before the number."""
    words = [t for t in (*numeral.children, *noun.children) if t.i < numeral.i]
    before = [numeral.doc[i] for i in range(max(numeral.sent.start, numeral.i - 2), numeral.i)]
    pair = " ".join(t.lower_ for t in before)
    found = lexicon.cue("qualifier", pair)
    for token in (*words, *before[-1:]):
        found = found or lexicon.cue("qualifier", *(token.lemma_, token.lower_))
    return found or "exactly"
