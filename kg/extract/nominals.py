"""Event nouns: the phrases around them, and what the clause of the verb that carries them says of who and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.arguments import (
    PHRASES,
    TOPIC,
    Fillers,
    noun_fillers,
    ordered,
    prepositional_role,
    resolved,
    with_far_phrases,
)
from kg.extract.presupposed import SUDDEN, is_definite, may_say
from kg.extract.restrictions import fulfils, is_actor, is_time
from kg.extract.subjects import understood_subject, verb_words
from kg.extract.tree import SUBJECTS
from kg.extract.victims import victims
from kg.lang.lexicon import NONE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon, NounFrame

AGENT, PATIENT, RECIPIENT = "agent", "patient", "recipient"
LASTING = frozenset(("Negotiation", "Protest"))
"""What goes on for days."""
VICTIM = "victim"
"""The class of nouns for those whom an event befell."""
ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "obl"))


def event_noun(noun: Token, lexicon: Lexicon) -> tuple[NounFrame, Fillers] | None:
    """The first row of the noun that holds, with the roles; without any the noun must be what its clause is about."""
    rows, first = lexicon.nominal(noun.lemma_)
    if not rows:
        return None
    befallen = lexicon.cue("stands_for", rows[0].lemma)
    if befallen:
        found = victims(noun, befallen, lexicon)
        return (rows[0], found) if found else None
    verb = carrier(noun, lexicon)
    said = _said_kind(noun, rows, lexicon)
    for row in sorted(rows, key=lambda r: r.event != said) if said else rows:
        roles = _apart_from_victims(noun_fillers(noun, row, lexicon), lexicon)
        roles = with_far_phrases(noun, row.obl, roles, lexicon)
        roles = roles or _of_event(noun, row, lexicon)
        roles = _of_clause(noun, verb, row, roles, lexicon) if verb else _told(noun, row, roles, lexicon)
        if roles and (row.event == said or fulfils(roles, row.needs, lexicon, first)):
            return row, roles
        if not roles and (_stands_alone(noun, row, verb, lexicon) or (row.event == said and not _is_frame(noun))):
            return row, _of_victims(noun, row, lexicon)
        if not roles and row is rows[0] and _is_resumed(noun, row, verb):
            return row, roles
    return None


def _of_event(noun: Token, row: NounFrame, lexicon: Lexicon) -> Fillers:
    """The event that the noun is about, also one that makes idioms with verbs: "die Verschiebung *der Wahl*"."""
    if row.genitive != TOPIC:
        return {}
    bare = (c for c in syntax.children(noun, "nmod") if not c.adposition and lexicon.nominal(c.lemma_)[0])
    return {TOPIC: found} if (found := list(bare)) else {}


def _said_kind(noun: Token, rows: list[NounFrame], lexicon: Lexicon) -> str:
    """The event that an attribute makes of a word of many meanings: "*bewaffneter* Konflikt", "*sexuelle* Gewalt"."""
    if not any(row.needs for row in rows):
        return ""
    words = [w for c in syntax.children(noun, "amod") for w in (*syntax.words(c), c.lower_.rstrip("enrms"))]
    kinds = lexicon.cue("said_kind", *words).split("/")
    return next((row.event for row in rows if row.event in kinds), "")


def _is_frame(noun: Token) -> bool:
    """Whether it only is the time or place of something else: "bei den blutigen Kämpfen"."""
    return noun.dep_ == "obl" and is_definite(noun)


def _apart_from_victims(roles: Fillers, lexicon: Lexicon) -> Fillers:
    """Without those who have an event of their own: "ein Anschlag mit *20 Toten*" was not done with them."""
    kept = {role: [t for t in tokens if not lexicon.cue("stands_for", t.lemma_)] for role, tokens in roles.items()}
    return {role: tokens for role, tokens in kept.items() if tokens}


def _stands_alone(noun: Token, row: NounFrame, verb: Token | None, lexicon: Lexicon) -> bool:
    """Whether the noun says enough without a role: its clause or its phrase is about when it happens."""
    plain = lexicon.cue("event_end", row.lemma) or lexicon.cue("event_carried", row.lemma)
    if row.needs and not (verb is not None and plain):
        return row.event in SUDDEN and _has_victims(noun, lexicon)  # "wurde Opfer einer *Vergewaltigung*"
    if verb is not None or _is_dated(noun, lexicon) or _is_news(noun, row, lexicon):
        return True
    counted = not noun.adposition and any(syntax.children(noun, "nummod"))  # "die Bilanz: 40 Festnahmen"
    deadly = any(lexicon.cue("stands_for", c.lemma_) for c in syntax.children(noun, "nmod"))
    return counted or deadly or _has_victims(noun, lexicon) or _is_circumstance(noun, row, lexicon)


def _is_resumed(noun: Token, row: NounFrame, verb: Token | None) -> bool:
    """Whether the clause says that what the text spoke of took place or ended: "Der Zugriff erfolgte am Morgen".

    Only acts of somebody: of "Die Explosion ereignete sich" nobody need be the cause.
    """
    told = verb is not None and verb.i == noun.head.i and noun.dep_ in SUBJECTS
    return told and bool(row.adjective) and is_definite(noun)


def _has_victims(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the word above means those whom it befell: "die *Opfer* der Anschläge", "*Opfer* von Gewalttaten"."""
    bare = not noun.adposition or bool(lexicon.cue("passive_agent", noun.adposition))
    return noun.dep_ == "nmod" and bare and lexicon.is_a(noun.head.lemma_, (VICTIM,))


def _of_victims(noun: Token, row: NounFrame, lexicon: Lexicon) -> Fillers:
    """Who became a victim: "*Zehn Menschen* wurden Opfer von Gewalttaten"; else no role."""
    if not _has_victims(noun, lexicon):
        return {}
    upper = noun.head.head
    becomes = noun.head.dep_ in ("xcomp", "obj", "nsubj") and lexicon.cue("becoming", upper.lemma_)
    who = syntax.own_subject(upper if becomes else noun.head)
    known = who is not None and who.i != noun.head.i and is_actor(who, lexicon) and row.event in SUDDEN
    return {PATIENT: resolved(who, lexicon)} if who is not None and known else {}


def _is_circumstance(noun: Token, row: NounFrame, lexicon: Lexicon) -> bool:
    """Whether the phrase first tells of what another event came from: "wurde *bei einer Razzia* entdeckt".

    Not what the text has told before ("bei der Razzia"), nor votes in general ("bei Wahlen").
    """
    adposition = syntax.preposition(noun)
    if noun.dep_ != "obl" or noun.head.pos_ != "VERB" or is_definite(noun) or not lexicon.cue("factive", adposition):
        return False
    if lexicon.cue("ground", adposition) or lexicon.cue("agent", adposition):
        return False  # "muss sich wegen Mordes verantworten", "kam durch einen Putsch an die Macht"
    return syntax.feature(noun, "Number") == "Sing" or row.event in SUDDEN or row.event in LASTING


def _is_news(noun: Token, row: NounFrame, lexicon: Lexicon) -> bool:
    """Whether its clause is about the event: "Die Proteste gingen weiter", "verurteilte den Anschlag".

    Not where it only is a time or a part of something else ("nach der Wahl", "das Ergebnis der Wahl").
    """
    upper, adposition = noun.head, syntax.preposition(noun)
    several, known = syntax.feature(noun, "Number") == "Plur", is_definite(noun)
    if noun.dep_ == "nsubj":
        return several or not known  # "Ein Streik lähmte das Land", not "Der Streik war nötig", of what was told
    if not known and _is_at_issue(noun, lexicon):
        return True
    if upper.pos_ != "VERB" or not (several or known):
        return False
    if noun.dep_ == "nsubj:pass":
        return True
    if noun.dep_ == "obj" and any(lexicon.cue(kind, *verb_words(upper)) for kind in ("implicative", "plan")):
        return True
    if adposition and adposition == lexicon.cue("partakes", upper.lemma_):
        return True  # "wer hinter dem Anschlag steckt"
    return noun.dep_ in ("obj", "obl", "obl:arg") and may_say(upper, adposition, lexicon)


def _is_at_issue(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase first speaks of it as what is meant: "nutzten das Fest *zu Protesten*"."""
    upper, adposition = noun.head, syntax.preposition(noun)
    several = syntax.feature(noun, "Number") == "Plur"
    if noun.dep_ == "conj":
        joined = upper.pos_ == "NOUN" and upper.dep_ in ("obj", *SUBJECTS)
        return several and joined  # "fordert den Rücktritt der Regierung und Neuwahlen"
    if noun.dep_ == "nmod":
        return not adposition and not several and bool(syntax.children(noun, "det"))
    if noun.dep_ == "obj":
        return any(row.type == "Accusation" for row in lexicon.claims.get(("verb", upper.lemma_), ())[:1])
    aim = lexicon.cue("aim", adposition) if noun.dep_ == "obl" and upper.pos_ == "VERB" else ""
    return bool(aim) and aim.replace(NONE, syntax.feature(noun, "Number")) == syntax.feature(noun, "Number")


def carrier(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb that only says that the event is, begins or ends: "verübte einen Anschlag", "Ein Streik begann"."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    adposition = syntax.preposition(noun)
    if noun.dep_ not in ARGUMENTS:
        return _relative(noun, lexicon) or _badly_attached(noun, adposition, lexicon)
    verb = noun.head
    if _binds("happen", verb, adposition, lexicon):
        return verb  # "es kam zu Kämpfen", "es gab Kämpfe", "Ein Streik begann"
    undergoes = noun.dep_ != "nsubj" or syntax.is_passive(verb)  # but "Ermittlungen führten zu einem Ergebnis"
    carried = _binds("light", verb, adposition, lexicon) or _binds("sets_off", verb, adposition, lexicon)
    if undergoes and (carried or _is_amid(noun, verb, lexicon)):
        return verb
    return _relative(noun, lexicon)


def _relative(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb of a relative clause that says that it is: "bei einer Demonstration, *die* in Kiew *stattfand*"."""
    for clause in syntax.children(noun, "acl:relcl"):
        subject = syntax.own_subject(clause)
        if subject is not None and syntax.is_relative(subject) and _binds("happen", clause, "", lexicon):
            return clause
    return None


def _badly_attached(noun: Token, adposition: str, lexicon: Lexicon) -> Token | None:
    """The verb whose phrase the parser hung on a noun before: "Vor dem *Angriff* kam es *zu Kämpfen*"."""
    verb = syntax.clause(noun)
    bound = noun.dep_ == "nmod" and noun.head.dep_ == "obl" and noun.head.head.i == verb.i and noun.head.i < verb.i
    return verb if bound and adposition and _binds("happen", verb, adposition, lexicon) else None


def _is_amid(noun: Token, verb: Token, lexicon: Lexicon) -> bool:
    """As in "Die Truppen befinden sich in einer Offensive"."""
    subject = syntax.subject(verb)
    amid = lexicon.cue("amid", syntax.preposition(noun)) and lexicon.cue("being", verb.lemma_)
    return bool(amid) and noun.dep_ == "obl" and subject is not None and is_actor(subject, lexicon)


def _binds(kind: str, verb: Token, adposition: str, lexicon: Lexicon) -> bool:
    """Whether the verb carries a noun with this adposition: "kam *zu* Kämpfen", but "führte einen Angriff"."""
    bound = lexicon.cue(kind, verb.lemma_)
    return bool(bound) and bound.replace(NONE, "") == adposition


def _is_dated(noun: Token, lexicon: Lexicon) -> bool:
    """Whether its own phrase says when: "die Demonstration am Sonntag", "die für Mai angesetzte Wahl"."""
    after = [child for child in noun.children if child.dep_ in ("nmod", "obl") and child.i > noun.i]
    for attribute in syntax.children(noun, "amod"):
        verbs = (*syntax.words(attribute), lexicon.verb_of(attribute.lower_))
        if lexicon.cue("light", *verbs) or lexicon.cue("happen", *verbs):
            after += syntax.children(attribute, "obl")
    return any(is_time(child, lexicon) for child in after)


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
    if syntax.is_passive(verb) or (subject is not None and subject.i == noun.i):
        return next((child for child in verb.children if child.dep_ == "obl:agent"), None)
    return None if noun.dep_ in ("nsubj", "nsubj:pass") else subject
