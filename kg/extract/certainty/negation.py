"""Whether a clause is negated: "griff *nicht* an", "*keine* Waffen", "*weder* … *noch*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.tree import SUBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

HELPING = frozenset(("aux", "aux:pass"))
"""Relations of the verbs that say how a clause is meant."""


def is_negated(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether the words of a clause negate it: "griff *nicht* an", "*kein* Soldat griff an"."""
    negations = 0
    for child in predicate.children:
        first = lexicon.cue("neither", child.lower_) if child.dep_ in ("cc", "advmod") else ""
        negations += bool(first) and _is_second(child, first)  # "weder … *noch*"
        if lexicon.cue("negation", child.lemma_, child.lower_):
            after = child.nbor(1) if child.i + 1 < len(child.doc) else child
            negations += not lexicon.cue("negation_off", after.lower_)  # "nicht nur"
        elif child.dep_ == "xcomp" and child.pos_ == "ADJ":  # "gab den Namen *nicht bekannt*"
            negations += any(_negates(c, lexicon) for c in child.children)
        elif child.dep_ in HELPING:  # "Er *hat nicht* vor, zu gehen", with "hat" for an auxiliary
            negations += any(lexicon.cue("negation", *syntax.words(c)) for c in child.children)
        elif child.dep_ == "advmod" and lexicon.cue("still", child.lower_):
            negations += any(lexicon.cue("negation", c.lower_) for c in child.children)  # "*nicht* mehr"
        elif child.dep_ in ("nsubj", "nsubj:pass", "obj", "obl:agent", "obl", "iobj"):
            if negations and child.i > predicate.i and child.left_edge.is_punct:
                continue  # only strengthens: "haben niemals Waffen verkauft, *weder direkt noch über Dritte*"
            own = [c for c in child.children if c.dep_ != "conj"]
            negations += any(_negates(c, lexicon) for c in own)
    # "Es wurden *keine* Soldaten entsandt und *keine* Waffen geliefert": the second word only says it again
    return negations % 2 == 1 or (not negations and _shares_nobody(predicate, lexicon))


def _is_second(other: Token, first: str) -> bool:
    """Whether the first word of a pair stands before, and is not of the same predicate, which it negates itself."""
    before = [t for t in other.sent if t.i < other.i and t.lower_ == first]
    if not before or before[-1].head.i == other.head.i:
        return False
    of = before[-1].head  # "*Weder Soldaten* noch Polizisten haben …": the first part is negated itself
    return of.head.i != other.head.i or of.dep_ not in SUBJECTS


def _negates(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word before a noun negates; not "*nicht nur* in Kiew", nor "*keine zwei* Stunden später"."""
    if not lexicon.cue("negation", word.lemma_, word.lower_):
        return False
    after = word.nbor(1) if word.i + 1 < len(word.doc) else word
    measures = after.pos_ == "NUM" and word.head.dep_ == "obl"
    return not measures and not lexicon.cue("negation_off", after.lower_)


def is_denied(attribute: Token, lexicon: Lexicon) -> bool:
    """As in "der *nicht* zugelassene Wirkstoff"."""
    return any(c.dep_ == "advmod" and _negates(c, lexicon) for c in attribute.children)


def _shares_nobody(predicate: Token, lexicon: Lexicon) -> bool:
    """As in "dass keine Bürger entführt oder verletzt worden seien": the negated subject is that of both."""
    if predicate.dep_ != "conj" or syntax.own_subject(predicate) is not None:
        return False
    shared = syntax.own_subject(predicate.head)
    return shared is not None and any(
        lexicon.cue("negation", *syntax.words(t)) for t in (shared, *shared.children) if t.dep_ != "conj"
    )
