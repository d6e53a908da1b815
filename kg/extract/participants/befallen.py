"""To whom happens what a noun says: "*Dem Fahrer* droht eine Strafe", "*Er* war Ziel eines Angriffs"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.restrictions import is_actor, is_time
from kg.extract.participants.sharers import acting, hurt, target
from kg.extract.participants.subjects import is_oblique, is_reflexive_pronoun
from kg.extract.tree import SUBJECTS
from kg.lang.lexicon import NONE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon


ATTACK, HARMS = "Attack", frozenset(("Injury", "Killing"))


def befallen(noun: Token, lexicon: Lexicon) -> list[Token]:
    """To whom it will happen or is done: "*Dem Fahrer* droht eine Strafe", "erteilte *der Firma* ein Verbot"."""
    if meant := target(noun, lexicon) or hurt(noun, lexicon):
        return meant
    verb = noun.head
    if noun.dep_ == "obl:agent" and lexicon.cue(
        "befalls", verb.lemma_
    ):  # "Von der Sperre sind *zehn Firmen* betroffen"
        return [c for c in verb.children if c.dep_ == "nsubj:pass" and is_actor(c, lexicon)]
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


def harmed(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who was killed or hurt in it: "*Zehn Soldaten* starben bei einem Angriff der Rebellen"."""
    verb = noun.head
    if noun.dep_ != "obl" or verb.pos_ != "VERB" or not lexicon.cue("during", noun.adposition):
        return []
    if not any(row.event in HARMS for row in lexicon.verbs.get(verb.lemma_, ())):
        return []
    if ATTACK not in lexicon.events_of(noun.lemma_):
        return []
    undergo = syntax.is_passive(verb) or not any(row.obj for row in lexicon.verbs[verb.lemma_])
    who = acting(verb, lexicon) if undergo else None
    return [who] if who is not None and is_actor(who, lexicon) and not is_time(who, lexicon) else []


def _is_oblique(child: Token, noun: Token, *, given: bool, lexicon: Lexicon) -> bool:
    """Whether the child is no subject: a dative, or an object beside which a nominative was taken for one."""
    if given:
        return (child.dep_ not in SUBJECTS and syntax.case(child) == "Dat") or is_oblique(child, lexicon)
    return is_oblique(child, lexicon) or syntax.case(noun) == "Nom"
