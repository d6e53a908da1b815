"""Who took part in what happened, where the parser hung the phrase elsewhere, or another word of the clause says it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.hung import end_of, is_said_of
from kg.extract.participants.restrictions import is_actor, is_time
from kg.extract.participants.sharers import acting
from kg.extract.participants.subjects import is_reflexive_pronoun, subject_and_objects, verb_words
from kg.extract.participants.understood import understood_subject
from kg.extract.tree import once
from kg.lang.lexicon import NONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

AGENT = "agent"
ANNOUNCEMENT, OBJECT = "Announcement", "obj"
TOGETHER = {
    "Attack": ("Attack", "Detention", "Injury", "Killing"),
    "Combat": ("Combat",),
    "Investigation": ("Detention", "Investigation"),
    "Meeting": ("Agreement", "Decision", "Negotiation"),
    "Negotiation": ("Agreement",),
    "Protest": ("Protest",),
}
"""Events in whose course the same people do others."""
SEARCHES = frozenset(("Investigation",))
"""Events in whose course those who do them find something: "stellten bei *Kontrollen* Mängel fest"."""
MOTIVES = frozenset(("Protest",))
"""Events that one does by what one does: "boykottierten *aus Protest* die Sitzung"."""
TRAVELS = frozenset(("Flight", "Movement", "Visit"))
"""Events of which one speaks as of the time of something else: "*auf der Reise* traf er …"."""
CAUGHT = frozenset(("Detention", "Killing", "Attack"))
"""Events that befall those who flee."""
MEANS = frozenset(("Aid", "Publication", "Release", "Sanction", "Supply", "Support"))
"""Events that one does for the sake of others."""
VEHICLES = ("aircraft", "craft", "ship", "goods")
ATTRIBUTES = frozenset(("amod", "acl", "acl:relcl"))
NESTED = frozenset(("obl", "nmod", "obl:arg"))


def partaker(noun: Token, table: dict[str, str], lexicon: Lexicon) -> list[Token]:
    """Who did what a noun says, by the phrase beside it or another word of its clause; the surest first.

    `table` has the roles of its prepositions: "Gespräche, die *er* mit *Experten* führte".
    """
    if whose := carried(noun, table, lexicon):
        return whose
    if found := _around(noun, lexicon):
        return found
    joined = noun.dep_ == "conj" and not noun.adposition and noun.head.pos_ == "NOUN"
    return partaker(noun.head, table, lexicon) if joined and lexicon.nominal(noun.head.lemma_)[0] else []


@once
def _around(noun: Token, lexicon: Lexicon) -> list[Token]:
    for rule in _rules(noun.dep_):
        if found := rule(noun, lexicon):
            return found
    return []


@cache
def _rules(relation: str) -> list[Callable[[Token, Lexicon], list[Token]]]:
    """The rules for a noun with this relation to its head."""
    rules = (
        (_behind, NESTED),
        (_sharing, ("nmod", "obl")),
        (_attending, ()),
        (_involved, ()),
        (_moved_to, ("obj", "obl", "obl:arg")),
        (_announced, ("obj",)),
        (_meanwhile, ("obl",)),
        (_under_way, ("nmod", "obl")),
        (_by_means, ("obl",)),
    )
    return [rule for rule, relations in rules if not relations or relation in relations]


def _involved(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who is said to have done it: "*Er* steckt hinter dem Anschlag", "machte *ihn* dafür verantwortlich"."""
    adposition = noun.adposition
    if not adposition:
        return []
    clause = syntax.clause(noun.head)
    words = [clause, *[c for c in clause.children if c.dep_ in ("xcomp", "advmod")]]
    word = next((w for w in words if lexicon.cue("partakes", w.lemma_) == adposition), None)
    if word is None:
        return []
    # of "gegen die Anhänger der Anschläge" only what stands by the verb is meant
    near = {w.i for w in words} | {c.i for c in clause.children if c.dep_ == "obj"}
    around = (c for w in (word, clause) for c in (*w.children, *(g for s in w.children for g in s.children)))
    if noun.head.i not in near or any(lexicon.cue("negation", *syntax.words(c)) for c in around):
        return []
    if word.i == clause.i:
        subject = acting(clause, lexicon)
        # not "Aus den Ermittlungen gingen *neue Spuren* hervor"
        thing = subject is None or (subject.pos_ == "NOUN" and not is_actor(subject, lexicon))
        return [subject] if subject is not None and not thing else []
    objects = [c for c in clause.children if c.dep_ in ("obj", "nsubj:pass") and not is_reflexive_pronoun(c)]
    return objects[:1] if objects else [s for s in [syntax.subject(clause)] if s is not None]


def _behind(noun: Token, lexicon: Lexicon) -> list[Token]:
    """The phrase with "durch" right behind it, hung on the verb: "wurde nach Verhör *durch Beamte* freigelassen"."""
    if not noun.adposition:
        return []
    edge = end_of(noun) + 1
    for child in noun.head.children:
        by = child.i > noun.i and child.adposition and lexicon.cue("agent", child.adposition)
        if by and child.left_edge.i == edge and is_actor(child, lexicon) and not is_time(child, lexicon):
            return [child]
    return []


def carried(noun: Token, table: dict[str, str], lexicon: Lexicon) -> list[Token]:
    """Whose it is by an attribute or a relative clause that carries it: "die *von Rebellen* verübten Anschläge"."""
    for child in noun.children:
        if child.dep_ not in ATTRIBUTES:
            continue
        words = (child.lemma_, lexicon.verb_of(child.lower_))
        if not any(lexicon.cue(kind, *words) == NONE for kind in ("light", "sets_off")):
            continue
        for phrase in child.children:
            by = phrase.dep_ == "obl:agent" or (phrase.adposition and _says_who(phrase.adposition, lexicon))
            if by and is_actor(phrase, lexicon) and not is_time(phrase, lexicon):
                return [phrase]
        own = syntax.own_subject(child) if child.dep_ == "acl:relcl" and not syntax.is_passive(child) else None
        object_ = any(syntax.is_relative(c) and not c.adposition for c in child.children)
        if own is not None and object_ and not syntax.is_relative(own) and is_actor(own, lexicon):
            # "die Offensive, die *die Armee* begonnen hat"
            return [own, *(c for c in child.children if table.get(c.adposition) == "agent" and is_actor(c, lexicon))]
    return []


def _says_who(adposition: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.cue("agent", adposition) or lexicon.cue("passive_agent", adposition))


def _sharing(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whose part in it a noun names: "*ihre* Beteiligung an Unruhen", "*Er* trägt die Schuld an dem Angriff"."""
    share = noun.head
    bound = syntax.preposition(noun) or NONE
    if noun.dep_ == "obl" and share.pos_ == "VERB":  # hung on the verb
        share = next((c for c in share.children if c.dep_ == "obj" and lexicon.cue("shares", c.lemma_) == bound), share)
    if share.pos_ != "NOUN" or lexicon.cue("shares", share.lemma_) != bound:
        return []
    if any(lexicon.cue("negation", *syntax.words(c)) for c in (*share.children, *share.head.children)):
        return []
    for child in share.children:
        owner = child.dep_ == "det:poss" or (child.dep_ == "nmod" and not child.adposition)
        owner = owner or (bool(child.adposition) and _says_who(child.adposition, lexicon))
        if owner and child.i != noun.i and (child.dep_ == "det:poss" or is_actor(child, lexicon)):
            return [child]
    if any(c.dep_ == "cop" for c in share.children):  # "soll *Drahtzieher* der Entführung gewesen sein"
        subject = acting(share, lexicon)
        return [subject] if subject is not None else []
    return _of_share(share, lexicon)


def _of_share(share: Token, lexicon: Lexicon) -> list[Token]:
    """Who has the share by the verb: "*Er* trägt die Verantwortung", "wurde *er* wegen Beteiligung verurteilt"."""
    verb = share.head
    if share.dep_ not in ("obj", "obl", "obl:arg") or not syntax.is_predicate(verb):
        return []
    subject, objects = subject_and_objects(verb, lexicon, understood_subject(verb, lexicon))
    if share.dep_ == "obj":
        return [subject] if subject is not None and is_actor(subject, lexicon) else []
    if not lexicon.cue("ground", share.adposition) and not lexicon.cue("blames", verb.lemma_):
        return []
    blamed = [subject] if subject is not None and syntax.is_passive(verb) else objects
    return [o for o in blamed if is_actor(o, lexicon)][:1]


def _attending(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who came, by a relative clause: "eine Kundgebung, zu der *Tausende* kamen", "an der *sie* teilnahmen"."""
    for clause in noun.children:
        if clause.dep_ != "acl:relcl":
            continue
        bound = lexicon.cue("attends", clause.lemma_) or lexicon.cue("partakes", clause.lemma_)
        if not bound or not any(c.adposition == bound and syntax.is_relative(c) for c in clause.children):
            continue
        subject, _ = subject_and_objects(clause, lexicon, None)
        if subject is not None and is_actor(subject, lexicon) and not syntax.is_relative(subject):
            return [subject]
    return []


def _moved_to(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who decides on it, or is made to do it: "*Er* verzichtet auf den Einsatz", "zwang *ihn* zum Rückzug"."""
    verb = noun.head
    if verb.pos_ != "VERB":
        return []
    adposition = syntax.preposition(noun)
    wanted = adposition and lexicon.cue("takes", *verb_words(verb)) == adposition
    if not wanted and lexicon.cue("sets_off", verb.lemma_) != (adposition or NONE):
        return []
    subject, objects = subject_and_objects(verb, lexicon, understood_subject(verb, lexicon))
    made = [o for o in objects if is_actor(o, lexicon) and o.i != noun.i]
    own = adposition and lexicon.cue("light", verb.lemma_) == adposition  # "drohte ihm *mit* einem Angriff"
    who = made[0] if made and wanted and not own else subject
    return [who] if who is not None and is_actor(who, lexicon) and not is_time(who, lexicon) else []


def _announced(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who announces what only he himself can do: "*Sie* gab gestern den Rücktritt von allen Ämtern bekannt"."""
    verb = noun.head
    if noun.adposition or not lexicon.cue("own_act", noun.lemma_) or verb.pos_ != "VERB":
        return []
    rows = lexicon.claims.get(("verb", verb.lemma_), ())
    if syntax.is_passive(verb) or not any(r.type == ANNOUNCEMENT and OBJECT in r.content for r in rows):
        return []
    who = acting(verb, lexicon)
    return [who] if who is not None and is_actor(who, lexicon) else []


def _meanwhile(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who did in the course of it what the verb says: "Bei einer Razzia nahm *die Polizei* zwei Männer fest"."""
    verb = noun.head
    if verb.pos_ != "VERB" or not noun.adposition:
        return []
    course = lexicon.cue("during", noun.adposition)
    motive = not course and lexicon.cue("motive", noun.adposition)
    if not (course or motive):
        return []
    kinds = lexicon.events_of(noun.lemma_)
    wanted = {event for kind in kinds for event in TOGETHER.get(kind, ())}
    acted = {row.event for row in lexicon.own_rows(verb.lemma_) if row.nsubj == AGENT}  # not "starb"
    finds = kinds & SEARCHES and lexicon.cue("finds", verb.lemma_)
    if not (finds or wanted & acted if course else kinds & MOTIVES):
        return []
    if syntax.is_passive(verb):
        return [c for c in verb.children if c.dep_ == "obl:agent" and is_actor(c, lexicon)]
    who = acting(verb, lexicon)
    return [who] if who is not None and is_actor(who, lexicon) and not is_time(who, lexicon) else []


def _under_way(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who was on the move: "*Er* wurde auf der Flucht erschossen", "nach dem Start stürzte *die Maschine* ab"."""
    if not noun.adposition or not lexicon.cue("under_way", noun.adposition):
        return []
    phrase = noun.head if noun.dep_ == "nmod" and is_time(noun.head, lexicon) else noun  # "zwei Minuten nach dem Start"
    verb = phrase.head
    travels = not TRAVELS.isdisjoint(lexicon.events_of(noun.lemma_))
    if not travels or phrase.dep_ != "obl" or verb.pos_ != "VERB" or is_said_of(verb, noun.adposition, lexicon):
        return []  # not "warnte vor Reisen in den Libanon"
    subject, objects = subject_and_objects(verb, lexicon, understood_subject(verb, lexicon))
    caught = any(row.event in CAUGHT for row in lexicon.own_rows(verb.lemma_)) and not syntax.is_passive(verb)
    # "die Polizei fasste *ihn* auf der Flucht"
    who = next((o for o in objects if is_actor(o, lexicon)), None) if caught else subject
    if who is None or is_time(who, lexicon) or is_reflexive_pronoun(who):
        return []
    moves = is_actor(who, lexicon) or lexicon.is_a(who.lemma_, VEHICLES) or bool(who.ent_type_)
    return [who] if moves else []


def _by_means(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who does something by doing another: "Mit dem Verkauf der Aktien verdiente *der Konzern* Millionen"."""
    verb = noun.head
    means = noun.adposition and lexicon.cue("means", noun.adposition)
    if not means or verb.pos_ != "VERB" or syntax.is_passive(verb):
        return []
    if MEANS.isdisjoint(lexicon.events_of(noun.lemma_)):
        return []  # "hat mit dem Anschlag nichts zu tun", "bringt ihn mit dem Mord in Verbindung"
    if is_said_of(verb, noun.adposition, lexicon):
        return []  # "rechnet mit Angriffen"
    if any(is_reflexive_pronoun(c) for c in verb.children):
        return []  # "befasst sich mit dem Mord"
    who = acting(verb, lexicon)
    return [who] if who is not None and is_actor(who, lexicon) and not is_time(who, lexicon) else []


def who_is(noun: Token, lexicon: Lexicon) -> Token:
    """Of a predicate its subject: "*Meier* ist der erste Sportler, der dort antreten darf"."""
    subject = syntax.own_subject(noun) if any(c.dep_ == "cop" for c in noun.children) else None
    if subject is None or not is_actor(subject, lexicon) or not is_actor(noun, lexicon):
        return noun
    if syntax.is_relative(subject) or lexicon.cue("nobody", subject.lower_):
        return noun
    return subject if syntax.feature(subject, "Number") == syntax.feature(noun, "Number") else noun
