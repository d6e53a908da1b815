"""To whom happens what a noun says: "*Dem Fahrer* droht eine Strafe", "*Er* war Ziel eines Angriffs"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.restrictions import is_actor, is_time
from kg.extract.participants.sharers import hurt, target
from kg.extract.participants.subjects import is_oblique, is_reflexive_pronoun
from kg.extract.tree import SUBJECTS
from kg.lang.lexicon import NONE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon


def befallen(noun: Token, lexicon: Lexicon) -> list[Token]:
    """To whom it will happen or is done: "*Dem Fahrer* droht eine Strafe", "erteilte *der Firma* ein Verbot"."""
    if meant := target(noun, lexicon) or hurt(noun, lexicon):
        return meant
    verb = noun.head
    told = noun.dep_ in SUBJECTS or (noun.dep_ == "obj" and not noun.adposition)
    if not told or verb.pos_ != "VERB":
        return []
    bound = lexicon.cue("befalls", verb.lemma_)
    given = lexicon.cue("light", verb.lemma_) == NONE and not bound
    for child in verb.children if bound or given else ():
        bare = child.dep_ in ("obj", "iobj", "obl:arg", "obl", *SUBJECTS) and child.i != noun.i
        if not bare or (syntax.preposition(child) or NONE) != (bound or NONE):
            continue
        if (given or noun.dep_ == "obj") and not _is_oblique(child, noun, given=given, lexicon=lexicon):
            continue
        if is_actor(child, lexicon) and not is_time(child, lexicon):
            return [] if is_reflexive_pronoun(child) else [child]
    return []


def _is_oblique(child: Token, noun: Token, *, given: bool, lexicon: Lexicon) -> bool:
    """Whether the child is no subject: a dative, or an object beside which a nominative was taken for one."""
    if given:
        return (child.dep_ not in SUBJECTS and syntax.case(child) == "Dat") or is_oblique(child, lexicon)
    return is_oblique(child, lexicon) or syntax.case(noun) == "Nom"
