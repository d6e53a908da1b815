"""How many: "rund 1.500 Soldaten", "30 bis 40 Raketen", "Dutzende Festnahmen", "fünfundzwanzig Tote".

The words stand in the language's `grammar.tsv` (number, multiplier, several, share) and `cues.tsv` (qualifier). A range
is at least its lower bound, "Tausende" at least one thousand. A share ("40 Prozent der Soldaten") is no number of them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.lang.lexicon import load
from kg.model import Quantity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

DIGITS = re.compile(r"\d{1,3}(?:[.,  ]\d{3})+|\d+")
DECIMAL = re.compile(r"(\d+)[.,](\d{1,2})")
AT_LEAST, EXACTLY = "atLeast", "exactly"
WORDS = frozenset(("amod", "det", "nummod"))
"""Relations that a parser gives to number words: "Dutzende Menschen" is an adjective to it."""
LEAST = 3
"""Letters of a part of a number word, at least: "elf"."""
LONGEST = 3
"""Words of a qualifier: "nicht mehr als"."""


def quantity(noun: Token, lexicon: Lexicon) -> Quantity | None:
    """The size that a phrase gives of what it refers to."""
    if _counts(noun.text, noun.lemma_, lexicon):  # "Dutzende von Zivilisten"
        own = _run(noun, None, lexicon)
        size = _value(own, lexicon)
        return Quantity(size, _qualifier(own, noun, noun, lexicon)) if size else None
    numerals = _numerals(noun, lexicon)
    if not numerals or lexicon.cue("share", noun.lemma_, noun.text):
        return None
    for child in numerals:
        run = _run(child, noun, lexicon)
        size = _value(run, lexicon)
        if size is not None and not (_may_be_year(child) and noun.ent_type_):
            return Quantity(size, _qualifier(run, child, noun, lexicon))
    return None


def _numerals(noun: Token, lexicon: Lexicon) -> list[Token]:
    """The children that count a noun, the last before it first: the parser hangs both parts of "1 500" on it."""
    found = []
    for child in noun.children:
        if child.dep_ in WORDS and (child.dep_ == "nummod" or _worded(child.text, child.lemma_, lexicon)):
            found.append(child)
    if not found and noun.features.get("Number") == "Plur":
        return _stray(noun)
    if len(found) > 1:
        found.sort(key=lambda t: (t.i > noun.i, -t.i))
    return found


def _stray(noun: Token) -> list[Token]:
    """The figures before a plural that the parser hung on the phrase before: "von den USA 54 gebrauchte Panzer"."""
    if noun.i == noun.sent.start:
        return []
    tokens, place = noun.doc.tokens, noun.i - 1
    while place > noun.sent.start and tokens[place].dep_ == "amod" and tokens[place].head.i == noun.i:
        place -= 1
    token = tokens[place]
    figures = token.pos_ == "NUM" and token.text.isdigit() and not _may_be_year(token)
    return [token] if figures and token.dep_ == "nummod" and token.head.i < token.i else []


def _may_be_year(token: Token) -> bool:
    return token.text.isdigit() and 1900 <= int(token.text) <= 2100


def number(token: Token, lexicon: Lexicon) -> int | None:
    """The value of a number word or of figures with their multiplier ("1,2 Millionen"), or None."""
    return _value(_run(token, None, lexicon), lexicon)


def _run(numeral: Token, noun: Token | None, lexicon: Lexicon) -> list[Token]:
    """The tokens of a number around one of them: "ein Dutzend", "10 000", "zwei bis drei Dutzend"."""
    tokens = numeral.doc.tokens
    begin, end = numeral.i, numeral.i + 1
    while begin > numeral.sent.start and _joins(tokens[begin - 1], tokens[begin], lexicon):
        begin -= 1
    limit = noun.i if noun is not None and noun.i >= end else end
    while end < limit and _multiplies(tokens[end], lexicon):
        end += 1
    return tokens[begin:end]


def _joins(token: Token, after: Token, lexicon: Lexicon) -> bool:
    """Whether a token belongs to the number that goes on after it."""
    if lexicon.cue("number_range", token.lower_) or lexicon.cue("number_range", after.lower_):
        other = token.nbor(-1) if token.i > token.sent.start and lexicon.cue("number_range", token.lower_) else token
        return _simple(other, lexicon) is not None or _multiplies(other, lexicon)
    if lexicon.cue("several", token.lower_):
        return _multiplies(after, lexicon)
    if _simple(token, lexicon) is None:
        return False
    grouped = token.text.isdigit() and len(token.text) < 4 and after.text.isdigit() and len(after.text) == 3
    factor = _multiplies(after, lexicon)
    return grouped or factor or (_simple(after, lexicon) or 1) % 1 != 0  # "1 500", "zwei Millionen", "eine halbe …"


def _simple(token: Token, lexicon: Lexicon) -> float | None:
    """The number that a single token writes: figures, "fünfundzwanzig", "anderthalb"."""
    decimal = DECIMAL.fullmatch(token.text)
    if decimal:
        return float(f"{decimal[1]}.{decimal[2]}")
    if DIGITS.fullmatch(token.text):
        return float(re.sub(r"\D", "", token.text))
    return spelled(token.lower_, lexicon.language)


@cache
def spelled(word: str, language: str) -> float | None:
    """The value of a number word, also of a compound one, from the table's parts.

    >>> spelled("fünfundzwanzig", "de"), spelled("zweihundertdreitausend", "de"), spelled("anderthalb", "de")
    (25.0, 203000.0, 1.5)
    """
    lexicon = load(language)
    if found := lexicon.cue("number", word):
        return float(found)
    total, part, rest = 0.0, 0.0, word
    while rest:
        if rest[:LEAST] not in _begins(lexicon):
            return None  # as of most words
        size = next((n for n in range(len(rest), LEAST - 1, -1) if _part(rest[:n], lexicon)), 0)
        value = float(lexicon.cue("number", rest[:size]) or 0)  # 0: "und"
        if not size or value % 1:
            return None
        if value == 1000:
            total, part = total + max(part, 1) * value, 0
        else:
            part = max(part, 1) * value if value == 100 else part + value
        rest = rest[size:]
    return total + part or None


@cache
def _begins(lexicon: Lexicon) -> frozenset[str]:
    """The first letters of the parts of number words."""
    parts = (*lexicon.cues.get("number", ()), *lexicon.cues.get("number_link", ()))
    return frozenset(part[:LEAST] for part in parts if len(part) >= LEAST)


def _part(word: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.cue("number", word) or lexicon.cue("number_link", word))


@cache
def _worded(text: str, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a word without a relation of numbers is one: "Dutzende", "hundertfünfzig"; not the article "ein"."""
    return _counts(text, lemma, lexicon) or (spelled(text.lower(), lexicon.language) or 0) > 1


@cache
def _counts(text: str, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a word is a number by itself that can be a noun: "Dutzend", "Tausende"."""
    return bool(lexicon.cue("several_of", text) or lexicon.cue("multiplier", lemma, text))


def _value(run: list[Token], lexicon: Lexicon) -> int | None:
    """The whole number of a run; of a range the lower bound, with the multiplier behind it."""
    borders = [i for i, t in enumerate(run) if lexicon.cue("number_range", t.lower_)]
    low = run[: borders[0]] if borders else run
    factor = _factor(low, lexicon)
    factor = factor if factor > 1 else _factor(run, lexicon) if borders else 1
    simple = [(t, v) for t in low if not _multiplies(t, lexicon) and (v := _simple(t, lexicon)) is not None]
    if not simple:
        known = next((k for t in low if (k := lexicon.cue("several_of", t.text))), "")
        return int(known) if known else factor if factor > 1 else None
    grouped = all(t.text.isdigit() for t, _ in simple)
    found = float("".join(t.text for t, _ in simple)) if grouped else simple[-1][1]
    size = found * factor
    return round(size) if factor > 1 or size.is_integer() else None


def _multiplies(token: Token, lexicon: Lexicon) -> bool:
    return bool(lexicon.cue("multiplier", token.lemma_, token.text))


def _factor(run: list[Token], lexicon: Lexicon) -> int:
    found = 1
    for token in run:
        found *= int(lexicon.cue("multiplier", token.lemma_, token.text) or 1)
    return found


def _qualifier(run: list[Token], numeral: Token, noun: Token, lexicon: Lexicon) -> str:
    """As in "rund", "mehr als", "mindestens", "bis zu" before the number; of ranges and "mehrere Hundert" at least."""
    first = run[0].i
    vague = any(lexicon.cue(kind, t.lower_) for kind in ("number_range", "several") for t in run)
    bare = len(run) == 1 and bool(lexicon.cue("several_of", run[0].text))
    if vague or bare:
        return AT_LEAST
    before = [t.lower_ for t in numeral.doc.tokens[max(numeral.sent.start, first - LONGEST) : first]]
    for size in range(len(before), 1, -1):
        if found := lexicon.cue("qualifier", " ".join(before[-size:])):
            return found
    words = [t for t in (*numeral.children, *noun.children) if t.i < first]
    last = numeral.doc.tokens[first - 1 : first] if first > numeral.sent.start else []
    found = ""
    for token in (*words, *last):
        found = found or lexicon.cue("qualifier", token.lemma_, token.lower_)
    return found or EXACTLY
