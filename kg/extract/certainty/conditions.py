"""Conditions: the clauses that suppose something, and those that only follow from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import hints, syntax, tags
from kg.extract.attribution.cue import asks
from kg.extract.attribution.purported import is_trusting
from kg.extract.participants.restrictions import is_actor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.attribution.cue import Cue
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

ADVERBIAL = frozenset(("advcl", "ccomp"))
PLEDGES = frozenset(("Announcement", "Demand", "Refusal"))
"""Stances whose condition is that of who holds them."""


def depends(predicate: Token, mood: str, lexicon: Lexicon) -> bool:
    """What only follows from a condition: "Falls das Gericht zustimmt, wird er vereidigt"; not what did happen."""
    clauses = [c for c in predicate.children if c.dep_ in ADVERBIAL and not is_trusting(c, lexicon)]
    if not clauses or ("verb", predicate.lemma_) in lexicon.claims:
        return False  # "droht mit Streik, falls …": it is the strike that depends
    if mood == "Ind" and has_past_form(predicate, lexicon):
        return False
    return any(_supposes(c, lexicon) for c in clauses)


def is_general(predicate: Token, lexicon: Lexicon) -> bool:
    """What holds for whoever does something: "*Wer demonstriert*, wird verhaftet"; not "Wer kam, wurde verhaftet"."""
    first = predicate
    while first.dep_ == "conj":
        first = first.head
    whoever = (c for c in first.children if c.dep_ == "csubj" and asks(c))
    if not any(t.tag_ in tags.ASKING for c in whoever for t in syntax.children(c, "nsubj")):
        return False
    return syntax.mood(first) == "Ind" and not has_past_form(first, lexicon)


def has_condition(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether a word of saying stands beside a condition: "drohten mit Streik, *falls Stellen wegfallen*"."""
    if any(_supposes(c, lexicon) for c in predicate.children if c.dep_ in ADVERBIAL):
        return True
    return any(kind == "conditional" for kind, _, _ in hints.phrases(predicate, predicate.subtree, lexicon))


def conditioned(trigger: Token, cues: Sequence[Cue], lexicon: Lexicon) -> list[Cue]:
    """The word of saying of who makes what he is going to do depend on an event, with the condition as its content.

    "Die Gewerkschaft droht mit Streik, *falls der Rat zustimmt*": that is her condition, not the article's.
    """
    for node in syntax.ancestors(trigger):
        if node.dep_ not in ADVERBIAL or not _supposes(node, lexicon):
            continue
        able = (c for c in cues if c.token.i == node.head.i and c.row.type in PLEDGES and c.speech != "direct")
        # "Würde er gestürzt, drohte *ein Bürgerkrieg*" announces nothing
        able = (c for c in able if c.sources and all(s.pos_ == "PRON" or is_actor(s, lexicon) for s in c.sources))
        return [replace(cue, roots=(node,)) for cue in able]
    return []


def is_condition(predicate: Token, lexicon: Lexicon) -> bool:
    """As in "*wenn* sie kommt"."""
    marks = [c for c in predicate.children if c.dep_ == "mark" and lexicon.cue("conditional", *syntax.words(c))]
    return bool(marks) and not _is_each_time(predicate, marks[0], lexicon)


def _is_each_time(predicate: Token, mark: Token, lexicon: Lexicon) -> bool:
    """What happened more than once: "*Immer wenn* die Bauern *streikten*, gab die Regierung nach"."""
    often = mark.i and lexicon.cue("each_time", mark.nbor(-1).lower_)
    return bool(often) and syntax.mood(predicate) == "Ind" and has_past_form(predicate, lexicon)


def has_past_form(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether the finite verb is a past tense, or makes a perfect."""
    finite = syntax.finite(predicate)
    perfect = finite.i != predicate.i and lexicon.cue("perfect", finite.lemma_)
    return syntax.feature(finite, "Tense") == "Past" or bool(perfect)


def only_just(predicate: Token, lexicon: Lexicon) -> bool:
    """As in "*Kaum war* das Abkommen unterzeichnet, griff die Armee an": it was; not "*Kaum* hat er gestreikt"."""
    finite = syntax.finite(predicate)
    first = predicate.children[0] if predicate.children else predicate
    if not lexicon.cue("only_just", first.lower_) or finite.i != first.i + 1:
        return False
    done = finite.i != predicate.i and lexicon.cue("perfect", finite.lemma_)
    return bool(done) and syntax.feature(finite, "Tense") == "Past"


def is_inverted_condition(predicate: Token, lexicon: Lexicon) -> bool:
    """A condition by word order: "Sollten sich die Angaben bestätigen, …", "Sollte es regnen, …"."""
    finite = syntax.finite(predicate)
    before = predicate.children[0] if predicate.children else predicate
    if before.i < finite.i and not before.is_punct and not before.is_space:
        return False
    if finite.is_punct or finite.is_space:  # the colon of "Oslo: …" by itself
        return False
    for first in predicate.subtree:
        if first is finite:
            break
        if not first.is_punct and not first.is_space:
            return False
    # "Verhängte Japan Sanktionen, stünden 300 Arbeitsplätze auf dem Spiel": German begins no statement with its verb
    if lexicon.cue("inversion", finite.lower_):
        return True
    begins = all(t.is_punct or t.is_space for t in predicate.sent if t.i < finite.i)
    return begins and syntax.mood(predicate) != ""


def _supposes(clause: Token, lexicon: Lexicon) -> bool:
    """Whether an adverbial clause is a condition, and no "auch wenn …"."""
    for mark in syntax.children(clause, "mark"):
        if lexicon.cue("supposes", *syntax.words(mark)) or lexicon.cue("inversion", mark.lower_):  # "*Sollte* er …"
            before = mark.nbor(-1).lower_ if mark.i else ""
            return not lexicon.cue("concedes", before)
    return not syntax.children(clause, "mark") and is_inverted_condition(clause, lexicon)
