"""What a sentence has at all, found once: rules for what it lacks need not be tried on each of its words."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.syntax import is_predicate
from kg.extract.tree import once

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

MARKS = ' \n"“”»«'
"""What may stand behind the mark that ends a sentence."""


KINDS = ("alternative", "conditional", "hearsay", "intention", "modal", "negation", "neither", "without")
"""The kinds of cues that are asked for."""


def kinds(token: Token, lexicon: Lexicon) -> frozenset[str]:
    """Which of `KINDS` the sentence of a token has, by lemma or form; phrases of several words aside."""
    return _kinds(token.doc.tokens[token.sent.start], lexicon)


@once
def _kinds(first: Token, lexicon: Lexicon) -> frozenset[str]:
    table = _by_word(lexicon)
    found = [table[word] for t in first.sent for word in (t.lemma_, t.lower_) if word in table]
    return frozenset().union(*found)


@cache
def _by_word(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for kind in KINDS:
        for word in lexicon.cues.get(kind, ()):
            found[word].add(kind)
    return {word: frozenset(known) for word, known in found.items()}


def may_have_phrases(token: Token, lexicon: Lexicon) -> bool:
    """Whether the sentence of a token has all words of a cue of several words, in whatever order."""
    return _has_phrases(token.doc.tokens[token.sent.start], lexicon)


@once
def _has_phrases(first: Token, lexicon: Lexicon) -> bool:
    words = {t.lower_ for t in first.sent}
    begun = words & lexicon.phrases.keys()
    return any(words.issuperset(cue.lower().split(" ")) for word in begun for _, cue, _ in lexicon.phrases[word])


@once
def predicates(first: Token) -> list[Token]:
    """The predicates of a sentence, by its first token."""
    return list(filter(is_predicate, first.sent))


def is_asked(token: Token) -> bool:
    """Whether the sentence of a token ends with a question mark."""
    return _ends_asking(token.doc.tokens[token.sent.start])


@once
def _ends_asking(first: Token) -> bool:
    return first.sent.text.rstrip(MARKS).endswith("?")
