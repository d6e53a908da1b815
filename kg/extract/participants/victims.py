"""Nouns for those whom an event befell: "Unter den Toten sind Kinder", "es gab 20 Verletzte", "98 Tote sind Kinder"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.certainty.presupposed import is_definite, may_say
from kg.extract.participants.arguments import Fillers, resolved
from kg.extract.participants.restrictions import is_actor
from kg.extract.quantities import quantity
from kg.extract.tree import SUBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon


def victims(noun: Token, role: str, lexicon: Lexicon) -> Fillers:
    """The role with those whom the clause says they are, else with the noun, if its phrase is news and counts them."""
    whole = _whole(noun, lexicon)
    who = _named(whole, lexicon)
    first = _first(whole)  # of "gab es *Dutzende* von Toten und Verletzten" the measure, else the first of those joined
    if not who and _is_news(first, lexicon) and not is_definite(noun):
        counted = quantity(whole, lexicon) is not None or quantity(first, lexicon) is not None
        who = [whole] if counted and not is_definite(whole) else []
    if not who and _is_told_number(noun, lexicon):
        who = [noun]
    return {role: who} if who else {}


def _is_told_number(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the clause is about how many they are: "Die Zahl *der Toten* stieg auf 20"."""
    upper = noun.head
    number = noun.dep_ == "nmod" and not noun.adposition and is_definite(upper)
    return number and bool(lexicon.cue("how_many", upper.lemma_))


def _whole(noun: Token, lexicon: Lexicon) -> Token:
    """What counts the noun from outside: "*Dutzende* von Toten und Verletzten", "*drei* der Toten"."""
    first = _first(noun)
    own = any(c.dep_ == "nummod" for c in noun.children)
    if first.dep_ != "nmod" or own or first.i < first.head.i:  # "Unter den *Verletzten* sind zwei Kinder"
        return noun
    return first.head if first.head.pos_ == "NUM" or quantity(first.head, lexicon) is not None else noun


def _first(noun: Token) -> Token:
    """The first of joined nouns: "*Tote* und Verletzte"."""
    while noun.dep_ == "conj" and noun.head.pos_ in syntax.NOMINAL:
        noun = noun.head
    return noun


def _named(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who the clause says they are: "98 Tote seien *Frauen*", "Unter den Toten ist *ein Kind*"."""
    upper, adposition = noun.head, syntax.preposition(noun)
    nominal = upper.pos_ not in syntax.PREDICATES and any(c.dep_ == "cop" for c in upper.children)
    if noun.dep_ in SUBJECTS and nominal:
        return _people(upper, lexicon)
    counts = adposition and adposition == lexicon.cue("counts_among", upper.lemma_)
    if not (counts or lexicon.cue("among", adposition)):
        return []
    subject = syntax.own_subject(upper)
    if nominal:
        return _people(upper if subject is None else subject, lexicon)
    if subject is None:
        return []
    is_so = counts or lexicon.cue("being", upper.lemma_) or any(c.dep_ == "cop" for c in subject.children)
    # "Unter den Toten *sollen* zwei Kinder *sein*", "Zu den Toten *zählt* ein Kind"
    return _people(subject, lexicon) if is_so else []


def _people(noun: Token, lexicon: Lexicon) -> list[Token]:
    return [t for t in resolved(noun, lexicon) if is_actor(t, lexicon) or t.ent_type_]


def _is_news(noun: Token, lexicon: Lexicon) -> bool:
    """Whether its clause tells that there were some: "es gab 20 Tote", "sprach von 20 Toten", a headline."""
    upper, adposition = noun.head, syntax.preposition(noun)
    upper = upper.head if upper.dep_ == "cop" else upper  # "war von 20 Verletzten die *Rede*"
    if upper.pos_ == "AUX" and adposition:
        upper = next((c for c in upper.children if ("noun", c.lemma_) in lexicon.claims), upper)
    if upper.i == noun.i or lexicon.cue("bleached", upper.lemma_):
        return noun.dep_ not in ("obl", "nmod")
    if noun.dep_ == "nmod" and lexicon.cue("joins", adposition):
        return bool(lexicon.nominal(upper.lemma_)[0])  # "ein Anschlag mit 20 Toten"
    if noun.dep_ in ("obj", "obl") and upper.pos_ == "VERB":
        return may_say(upper, adposition, lexicon) or adposition == lexicon.cue("happen", upper.lemma_)
    return noun.dep_ in ("obl", "nmod") and bool(lexicon.claims.get(("noun", upper.lemma_)))
