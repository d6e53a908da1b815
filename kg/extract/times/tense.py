"""The tense of the clause that a time expression stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax

if TYPE_CHECKING:
    from kg.extract.times.words import Words
    from kg.extract.tree import Token

PERFECT, FUTURE, PLANNED = (frozenset((kind,)) for kind in ("perfect", "future", "planned"))


def verb(token: Token) -> Token:
    """The verb above a token, or the root of the sentence."""
    node = token
    while node.head.i != node.i and node.pos_ not in syntax.PREDICATES:
        node = node.head
    return node


def is_past(token: Token, words: Words) -> bool:
    """Whether the clause tells of the past: "kam am Dienstag", "ist am Dienstag gekommen", "am Dienstag verhaftet".

    Not "wird am Dienstag verhaftet", "würde im Mai kommen". The words of the perfect ("haben") and of the future
    ("werden") are the rows of the kinds `perfect` and `future`.
    """
    clause = verb(token)
    helpers = [c for c in clause.children if c.dep_ in syntax.AUXILIARY]
    if any(_is_preterite(v, words) for v in (clause, *helpers)):
        return True
    if not helpers:  # a participle behind "dass" is a finite form like it: "dass Kiew Soldaten entsendet"
        bound = any(c.dep_ == "mark" for c in clause.children)
        return syntax.feature(clause, "VerbForm") == "Part" and not bound
    done = [h for h in helpers if words.is_of(h.lemma_.lower(), PERFECT)]
    # "sind am Sonntag verletzt *worden*"
    passive = any(syntax.feature(h, "VerbForm") == "Part" and words.is_of(h.lemma_.lower(), FUTURE) for h in helpers)
    return any(h.dep_ == "aux" for h in done) or bool(done and passive)


def _is_preterite(part: Token, words: Words) -> bool:
    """Whether a finite verb is in the past tense; "würde" is of what may come."""
    if syntax.feature(part, "Tense") != "Past" or syntax.feature(part, "VerbForm") != "Fin":
        return False
    return syntax.feature(part, "Mood") != "Sub" or not words.is_of(part.lemma_.lower(), FUTURE)


def is_to_come(token: Token, words: Words) -> bool:
    """Whether the clause tells of what is to come: "werden im Mai wählen", "soll Ende August beginnen".

    Not "wird im Mai gewählt", which may be said of each year, nor "soll im Mai gestohlen haben".
    """
    clause = verb(token)
    if syntax.feature(clause, "VerbForm") != "Inf":
        return False
    helpers = [c for c in clause.children if c.dep_ in syntax.AUXILIARY and syntax.feature(c, "VerbForm") == "Fin"]
    return any(_is_planned(h, words) for h in helpers)


def _is_planned(helper: Token, words: Words) -> bool:
    lemma = helper.lemma_.lower()
    if words.is_of(lemma, FUTURE):
        return True
    return syntax.feature(helper, "Tense") == "Pres" and words.is_of(lemma, PLANNED)
