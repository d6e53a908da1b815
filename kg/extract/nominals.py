"""Event nouns: the phrases around them, and what the clause of the verb that carries them says of who and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.arguments import (
    PHRASES,
    Fillers,
    noun_fillers,
    ordered,
    prepositional_role,
    resolved,
    with_far_phrases,
)
from kg.extract.restrictions import fulfils, is_actor, is_time
from kg.extract.subjects import understood_subject
from kg.lang.lexicon import NONE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon, NounFrame

PATIENT = "patient"
ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "obl"))


def event_noun(noun: Token, lexicon: Lexicon) -> tuple[NounFrame, Fillers] | None:
    """The first row of the noun that holds, with the roles; without any the noun must be what its clause is about."""
    rows, first = lexicon.nominal(noun.lemma_)
    if not rows:
        return None
    verb = carrier(noun, lexicon)
    for row in rows:
        roles = noun_fillers(noun, row, lexicon)
        roles = with_far_phrases(noun, row.obl, roles, lexicon)
        roles = _of_clause(noun, verb, row, roles, lexicon) if verb else _told(noun, row, roles, lexicon)
        if roles and fulfils(roles, row.needs, lexicon, first):
            return row, roles
        if not roles and _stands_alone(noun, row, verb, lexicon):
            return row, roles
    return None


def _stands_alone(noun: Token, row: NounFrame, verb: Token | None, lexicon: Lexicon) -> bool:
    """Whether the noun says enough without a role: its clause or its phrase is about when it happens."""
    if row.needs and not (verb is not None and lexicon.cue("event_end", row.lemma)):
        return False
    return verb is not None or _is_dated(noun, lexicon)


def carrier(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb that only says that the event is, begins or ends: "verübte einen Anschlag", "Ein Streik begann"."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    verb = noun.head
    if noun.dep_ not in ARGUMENTS:
        return None
    adposition = syntax.preposition(noun)
    if _binds("happen", verb, adposition, lexicon):
        return verb  # "es kam zu Kämpfen", "es gab Kämpfe", "Ein Streik begann"
    undergoes = noun.dep_ != "nsubj" or syntax.is_passive(verb)  # but "Ermittlungen führten zu einem Ergebnis"
    carried = _binds("light", verb, adposition, lexicon) or _binds("sets_off", verb, adposition, lexicon)
    return verb if undergoes and carried else None


def _binds(kind: str, verb: Token, adposition: str, lexicon: Lexicon) -> bool:
    """Whether the verb carries a noun with this adposition: "kam *zu* Kämpfen", but "führte einen Angriff"."""
    bound = lexicon.cue(kind, verb.lemma_)
    return bool(bound) and bound.replace(NONE, "") == adposition


def _is_dated(noun: Token, lexicon: Lexicon) -> bool:
    """Whether its own phrase says when: "die Demonstration am Sonntag"."""
    after = (child for child in noun.children if child.dep_ in ("nmod", "obl") and child.i > noun.i)
    return any(is_time(child, lexicon) for child in after)


def _of_clause(noun: Token, verb: Token, row: NounFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The roles with what the verb has: "Am Montag wurde *in Kiew von Rebellen* ein Anschlag verübt"."""
    found = dict(roles)
    agent = _acts(noun, verb, lexicon)
    # "nahm eine Festnahme vor", but "erlitt eine Verletzung"
    role = "agent" if row.adjective == PATIENT and not lexicon.cue("undergoes", verb.lemma_) else row.adjective
    if agent is not None and role and not {"agent", role} & found.keys():
        found[role] = resolved(agent, lexicon)
    for child in verb.children:
        adposition = syntax.preposition(child)
        if child.i == noun.i or child.dep_ not in PHRASES or not adposition or child.dep_ == "obl:agent":
            continue
        role = prepositional_role(child, adposition, row.obl, lexicon)
        if role == "agent" and not is_actor(child, lexicon):
            continue  # "Verhandlungen mit dem Ziel einer Einigung führen"
        if role and role not in roles:
            found[role] = [*found.get(role, []), *resolved(child, lexicon)]
    return ordered(found, lexicon)


def _told(noun: Token, row: NounFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """Who is told or blamed for it acts: "rief *die Mitglieder* zum Streik auf", "warf *ihm* Verrat vor"."""
    verb = noun.head
    told = lexicon.cue("called_to", noun.adposition) if noun.adposition else noun.dep_ != "obl"
    bound = told and noun.dep_ in ("obj", "nsubj:pass", "obl")
    if not bound or "agent" in roles or "agent" not in (row.adjective, row.genitive):
        return roles
    rows = lexicon.claims.get(("verb", verb.lemma_), ())
    if not lexicon.cue("causes", verb.lemma_) and not any(r.control == "addressee" for r in rows[:1]):
        return roles
    around = (c for c in verb.children if c.dep_ in ("iobj", "obl:arg", "obj", "nsubj:pass") and c.i != noun.i)
    who = next((c for c in around if not syntax.preposition(c) and is_actor(c, lexicon)), None)
    return roles if who is None else ordered({**roles, "agent": resolved(who, lexicon)}, lexicon)


def _acts(noun: Token, verb: Token, lexicon: Lexicon) -> Token | None:
    """Who does it: the subject of a light verb, with a passive what "von" names."""
    if not _binds("light", verb, syntax.preposition(noun), lexicon):
        return None  # "dem Land droht ein Anschlag"
    subject = syntax.subject(verb) or understood_subject(verb, lexicon)
    if syntax.is_passive(verb) or (subject is not None and subject.i == noun.i):
        return next((child for child in verb.children if child.dep_ == "obl:agent"), None)
    return None if noun.dep_ in ("nsubj", "nsubj:pass") else subject
