"""Who of several is named: "nahm mehrere Politiker fest, *darunter Jan Meier*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.subjects import BARE
from kg.extract.tree import once
from kg.lang.lexicon import NONE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

BESIDE = frozenset(("flat", "appos"))
NAMES = frozenset(("PER", "ORG", "LOC"))
NOUNS = frozenset(("NOUN", "PROPN", "X"))
CLAUSE = frozenset(("mark", "nsubj", "nsubj:pass", "acl:relcl"))
"""Relations of words that show that another clause has begun."""


def members(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who of them is named: "nahm mehrere Politiker fest, darunter *Jan Meier*", "Netzwerke wie *Facebook*"."""
    near = noun.children
    if noun.dep_ in BARE:
        near = near + [c for c in noun.head.children if c.dep_ == "parataxis" and c.i > noun.i]
    # without a word of its own none says that it is an example
    examples = [c for c in near if c.children and _is_example(c, lexicon)]
    examples += [t for t in _behind_marker(noun, lexicon) if t not in examples]
    return [joined for child in examples for joined in syntax.coordinated(child)]


def _is_example(phrase: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase names somebody as one of several."""
    if not _is_named(phrase):
        return False
    words = [c.lower_ for c in phrase.children]
    return bool(lexicon.cue("example", phrase.adposition)) or any(lexicon.cue("members", w) == NONE for w in words)


def _is_named(phrase: Token) -> bool:
    """Whether a phrase has a name and no number: "darunter drei Deutsche" counts them again."""
    inner = phrase.children
    named = phrase.ent_type_ or any(c.ent_type_ in NAMES for c in inner if c.dep_ in BESIDE)
    return bool(named) and not any(c.dep_ == "nummod" for c in inner)


def _behind_marker(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whom the words behind "unter ihnen" name, wherever the parser hung them."""
    if noun.dep_ not in BARE or syntax.feature(noun, "Number") != "Plur":
        return []
    for begin, end in _markers(noun.doc.tokens[noun.sent.start], lexicon):
        between = noun.doc.tokens[noun.i + 1 : begin]
        if begin <= noun.i or any(t.dep_ in CLAUSE or _is_rival(t, noun) for t in between):
            continue
        first = next((t for t in noun.doc.tokens[end : noun.sent.end] if t.pos_ in NOUNS or t.is_punct), None)
        if first is None or first.is_punct:
            continue
        head = _head(first, end)
        if _is_named(head) and head.adposition in ("", noun.adposition):  # not "insbesondere *in* Syrien"
            return [head]
    return []


def _is_rival(token: Token, noun: Token) -> bool:
    """Whether the words behind may be of another plural."""
    return token.dep_ in BARE and token.pos_ in NOUNS and not token.adposition and token.head.i == noun.head.i


def _head(first: Token, begin: int) -> Token:
    """The head of the phrase that begins so: "der frühere Abgeordnete *Meier*", or that noun."""
    head = first
    while head.head.i >= begin and head.head.i != head.i and head.head.pos_ in NOUNS:
        head = head.head
    return head


@once
def _markers(first: Token, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where words stand that name members of a group, by the first token of the sentence: "darunter", "unter ihnen"."""
    table = lexicon.cues.get("members", {})
    words, found = list(first.sent), []
    for word in words:
        if word.lower_ not in table or word.i == first.i or not word.nbor(-1).is_punct:
            continue
        second = table[word.lower_]
        if second == NONE:
            found.append((word.i, word.i + 1))
        elif word.i + 1 < first.sent.end and word.nbor().lower_ in second.split("/"):
            found.append((word.i, word.i + 2))
    return found
