"""Event nouns: the phrases around them, and what the clause of the verb that carries them says of who and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.certainty.presupposed import SUDDEN
from kg.extract.frames.alone import has_victims, is_frame, is_life_date, is_resumed, stands_alone
from kg.extract.frames.passing import in_passing
from kg.extract.participants.arguments import (
    PHRASES,
    TOPIC,
    Fillers,
    ordered,
    prepositional_role,
    resolved,
)
from kg.extract.participants.far import with_far_phrases
from kg.extract.participants.of_nouns import noun_fillers
from kg.extract.participants.restrictions import fulfils, is_actor
from kg.extract.participants.subjects import may_be_fronted, subject_and_objects
from kg.extract.participants.understood import understood_subject
from kg.extract.participants.victims import victims
from kg.extract.tree import once
from kg.lang.lexicon import NONE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon, NounFrame

AGENT, PATIENT, RECIPIENT = "agent", "patient", "recipient"
ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "obl"))


def event_noun(noun: Token, lexicon: Lexicon) -> tuple[NounFrame, Fillers] | None:
    """The first row of the noun that holds, with the roles; without any the noun must be what its clause is about."""
    rows, first = lexicon.nominal(noun.lemma_)
    if not rows or (noun.ent_type_ and not syntax.is_like_a_name(noun)):
        return None
    befallen = lexicon.cue("stands_for", rows[0].lemma)
    if befallen:
        found = victims(noun, befallen, lexicon)
        return (rows[0], found) if found and not noun.ent_type_ else None
    verb = carrier(noun, lexicon)
    rows = _by_purpose(noun, rows, lexicon)
    said = _said_kind(noun, rows, lexicon)
    for row in sorted(rows, key=lambda r: r.event != said) if said else rows:
        roles = _apart_from_victims(noun_fillers(noun, row, lexicon), lexicon)
        roles = with_far_phrases(noun, row.obl, roles, lexicon)
        roles = roles or _of_event(noun, row, lexicon)
        roles = with_clause(noun, verb, row, roles, lexicon)
        if verb is None and in_passing(noun, row.event, roles, lexicon):
            continue
        if row is not rows[0] and is_life_date(noun, lexicon):
            continue
        if roles and (row.event == said or fulfils(roles, row.needs, lexicon, first)):
            return row, roles
        if not roles and (stands_alone(noun, row, verb, lexicon) or (row.event == said and not is_frame(noun))):
            return row, _of_victims(noun, row, lexicon)
        if not roles and row is rows[0] and is_resumed(noun, row, verb, lexicon):
            return row, roles
    return None


def _by_purpose(noun: Token, rows: list[NounFrame], lexicon: Lexicon) -> list[NounFrame]:
    """Those rows first whose genitive undergoes it, where it is a purpose or another word says who does it.

    "Truppen *zur Unterstützung* der Rebellen", "*ihre* Unterstützung der Rebellen".
    """
    if len(rows) < 2:
        return rows
    aim = noun.adposition and lexicon.cue("called_to", noun.adposition)
    found = {c.dep_ for c in noun.children if c.dep_ != "amod" or c.ent_type_ == "DEM"}
    owned = "nmod" in found and not found.isdisjoint(("amod", "det:poss"))
    done = any(lexicon.cue("agent", c.adposition) for c in noun.children if c.adposition)  # "durch Kuba"
    return sorted(rows, key=lambda r: r.genitive not in (PATIENT, TOPIC)) if aim or owned or done else rows


def _of_event(noun: Token, row: NounFrame, lexicon: Lexicon) -> Fillers:
    """The event that the noun is about, also one that makes idioms with verbs: "die Verschiebung *der Wahl*"."""
    if row.genitive != TOPIC:
        return {}
    bare = (c for c in syntax.children(noun, "nmod") if not c.adposition and lexicon.nominal(c.lemma_)[0])
    return {TOPIC: found} if (found := list(bare)) else {}


def _said_kind(noun: Token, rows: list[NounFrame], lexicon: Lexicon) -> str:
    """The event that an attribute makes of a word of many meanings: "*bewaffneter* Konflikt", "*sexuelle* Gewalt"."""
    attributes = syntax.children(noun, "amod")
    if not attributes or not any(row.needs for row in rows):
        return ""
    words = [w for c in attributes for w in (*syntax.words(c), c.lower_.rstrip("enrms"))]
    kinds = lexicon.cue("said_kind", *words).split("/")
    return next((row.event for row in rows if row.event in kinds), "")


def _apart_from_victims(roles: Fillers, lexicon: Lexicon) -> Fillers:
    """Without those who have an event of their own: "ein Anschlag mit *20 Toten*" was not done with them."""
    kept: Fillers = {}
    for role, tokens in roles.items():
        others = [t for t in tokens if not lexicon.cue("stands_for", t.lemma_)]
        if others:
            kept[role] = others
    return kept


def _of_victims(noun: Token, row: NounFrame, lexicon: Lexicon) -> Fillers:
    """Who became a victim: "*Zehn Menschen* wurden Opfer von Gewalttaten"; else no role."""
    if not has_victims(noun, lexicon):
        return {}
    upper = noun.head.head
    becomes = noun.head.dep_ in ("xcomp", "obj", "nsubj") and lexicon.cue("becoming", upper.lemma_)
    who = syntax.own_subject(upper if becomes else noun.head)
    known = who is not None and who.i != noun.head.i and is_actor(who, lexicon) and row.event in SUDDEN
    return {PATIENT: resolved(who, lexicon)} if who is not None and known else {}


@once
def carrier(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb that only says that the event is, begins or ends: "verübte einen Anschlag", "Ein Streik begann"."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    adposition = noun.adposition
    if noun.dep_ not in ARGUMENTS:
        return _relative(noun, lexicon) or _badly_attached(noun, adposition, lexicon)
    verb = noun.head
    if _binds("happen", verb, adposition, lexicon):
        return verb  # "es kam zu Kämpfen", "es gab Kämpfe", "Ein Streik begann"
    # but "Ermittlungen führten zu einem Ergebnis"
    undergoes = noun.dep_ != "nsubj" or syntax.is_passive(verb) or _fronted_for(noun, verb, lexicon) is not None
    carried = _binds("light", verb, adposition, lexicon) or _binds("sets_off", verb, adposition, lexicon)
    if undergoes and (carried or _is_amid(noun, verb, lexicon)):
        return verb
    return _relative(noun, lexicon)


def _fronted_for(noun: Token, verb: Token, lexicon: Lexicon) -> Token | None:
    """Whose it is, where the parser took it for the subject: "*Eine Vereinbarung* traf *das Museum* mit den Erben"."""
    later = [c for c in verb.children if c.i > verb.i and c.dep_ in ("nsubj", "obj")] if noun.i < verb.i else []
    if not later or noun.dep_ != "nsubj":
        return None
    if lexicon.cue("undergoes", verb.lemma_):  # "Verletzungen erlitten *zwei Helfer*": nobody is undergone
        return next((c for c in later if may_be_fronted(noun, c, verb, lexicon)), None)
    subject, _ = subject_and_objects(verb, lexicon, None)
    return subject if subject is not None and subject.i != noun.i else None


def _relative(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb of a relative clause that says that it is: "bei einer Demonstration, *die* in Kiew *stattfand*"."""
    for clause in noun.children:
        subject = syntax.own_subject(clause) if clause.dep_ == "acl:relcl" else None
        if subject is not None and syntax.is_relative(subject) and _binds("happen", clause, "", lexicon):
            return clause
    return None


def _badly_attached(noun: Token, adposition: str, lexicon: Lexicon) -> Token | None:
    """The verb whose phrase the parser hung on a noun before: "Vor dem *Angriff* kam es *zu Kämpfen*"."""
    if not adposition and noun.dep_ == "nmod" and noun.head.dep_ == "nsubj" and not noun.children:
        # "hat die Polizei *Ermittlungen* eingeleitet": a genitive has an article, an adjective or a preposition
        verb = noun.head.head
        alone = syntax.is_predicate(verb) and not syntax.children(verb, "obj", "nsubj:pass")
        return verb if alone and noun.head.i < noun.i < verb.i and _binds("light", verb, "", lexicon) else None
    if not adposition or noun.dep_ != "nmod" or noun.head.dep_ != "obl":
        return None
    verb = syntax.clause(noun)
    bound = noun.head.head.i == verb.i and noun.head.i < verb.i
    return verb if bound and _binds("happen", verb, adposition, lexicon) else None


def _is_amid(noun: Token, verb: Token, lexicon: Lexicon) -> bool:
    """As in "Die Truppen befinden sich in einer Offensive"."""
    amid = noun.dep_ == "obl" and lexicon.cue("amid", noun.adposition) and lexicon.cue("being", verb.lemma_)
    subject = syntax.subject(verb) if amid else None
    return subject is not None and is_actor(subject, lexicon)


def _binds(kind: str, verb: Token, adposition: str, lexicon: Lexicon) -> bool:
    """Whether the verb carries a noun with this adposition: "kam *zu* Kämpfen", but "führte einen Angriff"."""
    bound = lexicon.cue(kind, verb.lemma_)
    return bool(bound) and bound.replace(NONE, "") == adposition


def with_clause(noun: Token, verb: Token | None, row: NounFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The roles with what the verb says that carries the noun, if one does."""
    return _of_clause(noun, verb, row, roles, lexicon) if verb else _told(noun, row, roles, lexicon)


def _of_clause(noun: Token, verb: Token, row: NounFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The roles with what the verb has: "Am Montag wurde *in Kiew von Rebellen* ein Anschlag verübt"."""
    found = dict(roles)
    agent = _acts(noun, verb, lexicon)
    role = _role_of_subject(row, verb, lexicon)
    if row.genitive == PATIENT and _is_amid(noun, verb, lexicon):
        role = PATIENT  # "200 Soldaten sind im Einsatz"
    others = [t for t in found.get("agent", []) if row.obl.get(syntax.preposition(t)) == "agent"]
    if agent is not None and role == "agent" and others and others == found["agent"]:
        found["agent"] = [*resolved(agent, lexicon), *others]  # "*Kiew* führte Gespräche mit Oslo"
    if agent is not None and role and not {"agent", role} & found.keys():
        them = resolved(agent, lexicon)
        found[role] = [t for t in them if is_actor(t, lexicon)] or them if role == RECIPIENT else them
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


def _role_of_subject(row: NounFrame, verb: Token, lexicon: Lexicon) -> str:
    """As in "*nahm* eine Festnahme *vor*", but "*erlitt* eine Verletzung", "*erhielt* eine Strafe, Hilfe"."""
    if not lexicon.cue("undergoes", verb.lemma_):
        return AGENT if row.adjective == PATIENT else row.adjective
    if row.adjective != AGENT:
        return row.adjective
    return RECIPIENT if RECIPIENT in row.obl.values() else PATIENT


def _told(noun: Token, row: NounFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """Who is told or blamed for it acts: "rief *die Mitglieder* zum Streik auf", "warf *ihm* Verrat vor"."""
    if noun.dep_ == "conj" and not noun.adposition:
        noun = noun.head  # "warf ihm Verrat und *Mord* vor"
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
    if not _binds("light", verb, syntax.preposition(noun), lexicon) and not _is_amid(noun, verb, lexicon):
        return None  # "dem Land droht ein Anschlag"
    subject = syntax.subject(verb) or understood_subject(verb, lexicon)
    if subject is not None and subject.i == noun.i and (who := _fronted_for(noun, verb, lexicon)) is not None:
        return who
    if syntax.is_passive(verb) or (subject is not None and subject.i == noun.i):
        return next((child for child in verb.children if child.dep_ == "obl:agent"), None)
    return None if noun.dep_ in ("nsubj", "nsubj:pass") else subject
