"""Who took part in what a noun says, by the verb that it stands by: the accused, who speaks at a meeting, who flees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.restrictions import is_actor, is_time
from kg.extract.participants.subjects import is_oblique, is_reflexive_pronoun, subject_and_objects
from kg.extract.participants.understood import understood_subject
from kg.extract.tree import SUBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

CRIMES = frozenset(("Attack", "Detention", "Injury", "Killing", "Threat"))
"""Events for which one is tried."""
TALKS = frozenset(("Meeting", "Negotiation"))
"""Events in whose course those who take part speak."""
AGREED = frozenset(("Agreement", "Decision"))
"""Events that one comes to."""
TRAVELS = frozenset(("Flight", "Movement", "Visit"))
INJURY = "Injury"
OBLIQUE = frozenset(("obl", "obl:arg"))
SAYING = "verb"
"""The part of speech of verbs of saying in claims.tsv."""


def acting(verb: Token, lexicon: Lexicon) -> Token | None:
    """The subject, where the parser mixed it up set right: "Einer Erklärung zufolge nahmen *Lehrer* teil"."""
    understood = understood_subject(verb, lexicon)
    subject, _ = subject_and_objects(verb, lexicon, understood)
    return subject or understood


def _someone(who: Token | None, lexicon: Lexicon) -> list[Token]:
    """The filler as a list, if it is somebody."""
    if who is None or not is_actor(who, lexicon) or is_time(who, lexicon) or is_reflexive_pronoun(who):
        return []
    return [] if lexicon.cue("nobody", who.lower_) else [who]


def accused(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who is tried for it: "*Er* wurde wegen Mordes verurteilt", "klagte *ihn* des Mordes an"."""
    verb = noun.head
    if noun.dep_ not in (*OBLIQUE, "obj") or verb.pos_ != "VERB" or not lexicon.cue("blames", verb.lemma_):
        return []
    bare = not noun.adposition and syntax.case(noun) == "Gen"
    if not bare and not lexicon.cue("ground", noun.adposition):
        return []
    if CRIMES.isdisjoint(lexicon.events_of(noun.lemma_)):
        return []
    subject, objects = subject_and_objects(verb, lexicon, understood_subject(verb, lexicon))
    if syntax.is_passive(verb):
        return _someone(subject, lexicon)
    return next((found for o in objects if o.i != noun.i and (found := _someone(o, lexicon))), [])


def speaking(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who speaks there or comes for it: "sagte *er* bei einem Treffen", "*Sie* reiste zu Gesprächen nach Oslo"."""
    verb = noun.head
    if noun.dep_ != "obl" or verb.pos_ != "VERB" or not noun.adposition or syntax.is_passive(verb):
        return []
    kinds = lexicon.events_of(noun.lemma_)
    course = lexicon.cue("during", noun.adposition) and (SAYING, verb.lemma_) in lexicon.claims
    said = course and kinds & TALKS and not lexicon.cue("takes", verb.lemma_)
    moves = any(row.event in TRAVELS for row in lexicon.own_rows(verb.lemma_))
    comes = moves and kinds & TALKS and lexicon.cue("called_to", noun.adposition)
    return _someone(acting(verb, lexicon), lexicon) if said or comes else []


def reaching(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who comes to it: "*Die Parteien* kamen zu einer Einigung", not "Es kam zu einer Einigung"."""
    verb = noun.head
    bound = noun.dep_ in OBLIQUE and noun.adposition and lexicon.cue("happen", verb.lemma_) == noun.adposition
    if not bound or AGREED.isdisjoint(lexicon.events_of(noun.lemma_)):
        return []
    return _someone(acting(verb, lexicon), lexicon)


def enabled(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who can do it, or is kept from it: "*Dem Täter* gelang die Flucht", "verweigerte *ihm* die Einreise"."""
    verb = noun.head
    if noun.dep_ not in ("obj", *SUBJECTS) or noun.adposition:
        return []
    succeeds = lexicon.cue("succeeds", verb.lemma_)
    if not succeeds and not lexicon.cue("enables", verb.lemma_):
        return []
    if not succeeds and TRAVELS.isdisjoint(lexicon.events_of(noun.lemma_)):
        return []
    for child in verb.children:
        if child.i == noun.i or child.dep_ not in ("obj", "iobj", *OBLIQUE, *SUBJECTS) or child.adposition:
            continue
        dative = (child.dep_ not in SUBJECTS and syntax.case(child) == "Dat") or is_oblique(child, lexicon)
        if succeeds or dative:  # "*Der Polizei* gelang die Festnahme" looks like a subject
            return _someone(child, lexicon)
    return []


def target(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whom another noun means: "*Er* war Ziel eines Angriffs", "*Er* fiel einem Anschlag zum Opfer"."""
    upper = noun.head
    if noun.dep_ in ("obj", "iobj", *OBLIQUE) and not noun.adposition and upper.pos_ == "VERB":
        falls = lexicon.cue("falls_to", upper.lemma_)
        if falls and any(c.adposition == falls and lexicon.cue("target", c.lemma_) for c in upper.children):
            return _someone(acting(upper, lexicon), lexicon)
        return []
    if noun.dep_ != "nmod" or not lexicon.cue("target", upper.lemma_):
        return []
    if noun.adposition and not lexicon.cue("genitive", noun.adposition):
        return []
    verb = upper.head
    becomes = lexicon.cue("becoming", verb.lemma_) and upper.dep_ in ("xcomp", "obj", *SUBJECTS)
    around = verb.children if becomes else upper.children
    who = next((c for c in around if c.dep_ in SUBJECTS and c.i != upper.i), None)
    return [who] if who is not None else []


def hurt(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who has an injury: "*ein Mann* mit Schusswunden", "*Er* lag mit Kopfverletzungen in der Klinik"."""
    if INJURY not in lexicon.events_of(noun.lemma_) or not lexicon.cue("bears", noun.adposition):
        return []
    upper = noun.head
    if noun.dep_ == "nmod":
        return _someone(upper, lexicon)
    if noun.dep_ != "obl" or upper.pos_ != "VERB":
        return []
    return _someone(acting(upper, lexicon), lexicon)
