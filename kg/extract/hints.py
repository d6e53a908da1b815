"""What a sentence has at all, found once: rules for what it lacks need not be tried on each of its words."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from kg.extract.syntax import PREDICATES, is_predicate
from kg.extract.tree import once

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

Row = tuple[str, str, str]
"""Kind, cue and value."""
MARKS = ' \n"“”»«'
"""What may stand behind the mark that ends a sentence."""


KINDS = (
    "alternative",
    "as_said",
    "conditional",
    "hearsay",
    "intention",
    "joins",
    "modal",
    "nearly",
    "negation",
    "neither",
    "question",
    "relies",
    "said_by",
    "supposes",
    "suspends",
    "unreal",
    "without",
)
"""The kinds of cues that are asked for."""
PHRASAL = frozenset(("conditional", "hearsay", "hedge", "nearly", "negation", "purpose"))
"""The kinds of cues of several words that are asked for."""
IDLE = ("negation", "CT+")
"""Kind and value of a phrase that negates nothing: "nicht nur"."""
NOTHING = frozenset[str]()
PHRASE = "phrase"
"""In place of a kind: the sentence has all words of a cue of several words, in whatever order."""
ASKED = "asked"
"""In place of a kind: the sentence ends with a question mark."""


def kinds(token: Token, lexicon: Lexicon) -> frozenset[str]:
    """Which of `KINDS` the sentence of a token has, by lemma or form; with `PHRASE` and `ASKED`."""
    return _kinds(token.doc.tokens[token.sent.start], lexicon)


@once
def _kinds(first: Token, lexicon: Lexicon) -> frozenset[str]:
    table = _by_word(lexicon)
    known = [t for t in first.sent if t.lemma_ in table or t.lower_ in table]
    found = NOTHING.union(*[table.get(word, NOTHING) for t in known for word in (t.lemma_, t.lower_)])
    if PHRASE in found and not _phrases(first, lexicon):
        found -= {PHRASE}
    return found | {ASKED} if is_asked(first) else found


@cache
def _by_word(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The kinds of each word; of the longest word of a phrase, that there may be one."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind in KINDS:
        for word, value in lexicon.cues.get(kind, {}).items():
            found[word].update({kind, value}.intersection(KINDS))  # "sollen" is a modal verb, and hearsay
    for word in _by_longest(lexicon):
        found[word].add(PHRASE)
    return {word: frozenset(known) for word, known in found.items()}


def may_have_phrases(token: Token, lexicon: Lexicon) -> bool:
    """Whether the sentence of a token has all words of a cue of several words, in whatever order."""
    return PHRASE in kinds(token, lexicon)


def phrases(token: Token, words: Iterable[Token], lexicon: Lexicon) -> list[Row]:
    """The cues of several words among words of the sentence of a token, in the order of their first ones."""
    able = _phrases(token.doc.tokens[token.sent.start], lexicon)
    if not able:
        return []
    text = f" {' '.join([w.lower_ for w in words])} "
    found = [(text.index(f" {phrase.partition(' ')[0]} "), row) for phrase, row in able if f" {phrase} " in text]
    return [row for _, row in sorted(found, key=itemgetter(0))]


@once
def _phrases(first: Token, lexicon: Lexicon) -> list[tuple[str, Row]]:
    """The cues of several words that a sentence has all words of, as written and as rows, in the order of the table."""
    table = _by_longest(lexicon)
    words = frozenset([t.lower_ for t in first.sent])
    begun = table.keys() & words
    able = [entry for word in begun for entry in table[word] if entry[1] <= words]
    return [(phrase, row) for _, _, phrase, row in sorted(able, key=itemgetter(0))]


@cache
def _by_longest(lexicon: Lexicon) -> dict[str, list[tuple[int, frozenset[str], str, Row]]]:
    """The cues of several words by the longest one, which is the rarest: their number, words, text, row."""
    found: dict[str, list[tuple[int, frozenset[str], str, Row]]] = defaultdict(list)
    for number, row in enumerate(row for rows in lexicon.phrases.values() for row in rows):
        kind, phrase, value = row[0], row[1].lower(), row[2]
        if kind not in PHRASAL or (kind, value) == IDLE:
            continue
        words = phrase.split(" ")
        found[max(words, key=len)].append((number, frozenset(words), phrase, row))
    return dict(found)


@once
def predicates(first: Token) -> list[Token]:
    """The predicates of a sentence, by its first token."""
    likely = [t for t in first.sent if t.is_clause or t.pos_ in PREDICATES]  # a call for each token costs more
    return list(filter(is_predicate, likely))


def is_asked(token: Token) -> bool:
    """Whether the sentence of a token ends with a question mark."""
    sentence = token.sent
    for place in range(sentence.end - 1, sentence.start - 1, -1):
        text = token.doc.tokens[place].text.rstrip(MARKS)
        if text:
            return text.endswith("?")
    return False
