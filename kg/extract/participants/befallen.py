"""To whom happens what a noun says: "*Dem Fahrer* droht eine Strafe", "*Er* war Ziel eines Angriffs"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.datives import BARE_DATIVE
from kg.extract.participants.restrictions import is_actor, is_time
from kg.extract.participants.sharers import acting, hurt, target
from kg.extract.participants.subjects import is_oblique, is_reflexive_pronoun, subject_and_objects
from kg.extract.participants.understood import understood_subject
from kg.extract.tree import SUBJECTS
from kg.lang.lexicon import NONE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon


SANCTION = "Sanction"
ATTACK, PATIENT, HARMS = "Attack", "patient", frozenset(("Injury", "Killing"))
ARRESTED = frozenset(("Decision", "Detention", "Investigation"))
"""Events that befall somebody at the hands of the police or a court."""
HANDLED = frozenset(("Detention", "Investigation", "Movement", "Release"))
"""What is done to the same person before or behind: "wurde zur Vernehmung *gebracht*"."""
POLICE = ("force", "official", "organization", "police")


def befallen(noun: Token, lexicon: Lexicon) -> list[Token]:
    """To whom it will happen or is done: "*Dem Fahrer* droht eine Strafe", "erteilte *der Firma* ein Verbot"."""
    if meant := target(noun, lexicon) or hurt(noun, lexicon):
        return meant
    verb = noun.head
    if noun.adposition and (threatened := _threatened(noun, lexicon)):
        return threatened
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


def _threatened(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whom somebody announces it to: "droht *dem Land* mit Sanktionen"; an attack may be on another."""
    if SANCTION not in lexicon.events_of(noun.lemma_):
        return []
    rows = lexicon.claims.get(("verb", noun.head.lemma_), ())
    told = any(row.type == "Announcement" and noun.adposition in row.content and row.addressee for row in rows)
    # a name shows no dative: "droht *Kiew* mit …"
    given = (c for c in noun.head.children if c.dep_ in (*BARE_DATIVE, "obj") and not c.adposition) if told else ()
    return [c for c in given if is_actor(c, lexicon)][:1]


def handled(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who was questioned or sentenced before something else was done to them: "wurde nach dem Verhör entlassen"."""
    verb = noun.head
    near = noun.adposition and (lexicon.cue("under_way", noun.adposition) or lexicon.cue("called_to", noun.adposition))
    if noun.dep_ != "obl" or not near or verb.pos_ != "VERB" or ARRESTED.isdisjoint(lexicon.events_of(noun.lemma_)):
        return []
    if not any(row.event in HANDLED and PATIENT in (row.obj, row.nsubj) for row in lexicon.own_rows(verb.lemma_)):
        return []
    subject, objects = subject_and_objects(verb, lexicon, understood_subject(verb, lexicon))
    whom = [subject] if syntax.is_passive(verb) and subject is not None else objects
    return [w for w in whom if w.i != noun.i and is_actor(w, lexicon) and not lexicon.is_a(w.lemma_, POLICE)][:1]


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
