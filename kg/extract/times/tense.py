"""The tense of the clause that a time expression stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax

if TYPE_CHECKING:
    from kg.extract.times.words import Words
    from kg.extract.tree import Token

PERFECT = frozenset(("perfect",))


def verb(token: Token) -> Token:
    """The verb above a token, or the root of the sentence."""
    node = token
    while node.head.i != node.i and node.pos_ not in syntax.PREDICATES:
        node = node.head
    return node


def is_past(token: Token, words: Words) -> bool:
    """Whether the clause tells of the past: "kam am Dienstag", "ist am Dienstag gekommen", "am Dienstag verhaftet".

    Not "wird am Dienstag verhaftet". The words of the perfect ("haben") are the rows of the kind `perfect`.
    """
    clause = verb(token)
    helpers = [c for c in clause.children if c.dep_ in syntax.AUXILIARY]
    if any(syntax.feature(v, "Tense") == "Past" and syntax.feature(v, "VerbForm") == "Fin" for v in (clause, *helpers)):
        return True
    if not helpers:  # a participle behind "dass" is a finite form like it: "dass Kiew Soldaten entsendet"
        bound = any(c.dep_ == "mark" for c in clause.children)
        return syntax.feature(clause, "VerbForm") == "Part" and not bound
    return any(h.dep_ == "aux" and words.is_of(h.lemma_.lower(), PERFECT) for h in helpers)
