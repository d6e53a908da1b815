"""Event nouns without a role: which say enough all the same, because their clause or phrase is about the event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.certainty.presupposed import SUDDEN, is_definite, may_say
from kg.extract.frames.passing import is_taken_up
from kg.extract.participants.restrictions import is_time
from kg.extract.participants.subjects import verb_words
from kg.extract.tree import SUBJECTS
from kg.lang.lexicon import NONE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon, NounFrame

CORE = frozenset(("nsubj", "nsubj:pass", "obj", "ROOT"))
"""Relations of what a clause or a headline is about."""
ANYWHERE = "any"
"""The value of a word that means its event in every phrase."""
LASTING = frozenset(("Negotiation", "Protest"))
"""What goes on for days."""
VICTIM = "victim"
"""The class of nouns for those whom an event befell."""


def is_frame(noun: Token) -> bool:
    """Whether it only is the time or place of something else: "bei den blutigen Kämpfen"."""
    return noun.dep_ == "obl" and is_definite(noun)


def stands_alone(noun: Token, row: NounFrame, verb: Token | None, lexicon: Lexicon) -> bool:
    """Whether the noun says enough without a role: its clause or its phrase is about when it happens."""
    if is_told(noun, row.lemma, lexicon):
        return True
    if verb is None and is_taken_up(noun, row.event, lexicon):
        return False
    plain = lexicon.cue("event_end", row.lemma) or lexicon.cue("event_carried", row.lemma)
    if row.needs and not (verb is not None and plain):
        return row.event in SUDDEN and has_victims(noun, lexicon)  # "wurde Opfer einer *Vergewaltigung*"
    dated = _is_dated(noun, lexicon) and not is_frame(noun)
    if verb is not None or dated or _is_news(noun, row, lexicon):
        return True
    counted = not noun.adposition and any(syntax.children(noun, "nummod"))  # "die Bilanz: 40 Festnahmen"
    deadly = any(lexicon.cue("stands_for", c.lemma_) for c in syntax.children(noun, "nmod"))
    return counted or deadly or has_victims(noun, lexicon) or _is_circumstance(noun, row, lexicon)


def is_told(noun: Token, lemma: str, lexicon: Lexicon) -> bool:
    """Whether the word means its event wherever something is said of it: "Die Ermittlung zieht sich hin".

    Most words only where the clause or a phrase of their own is about it, not as a mere time or reason.
    """
    told = lexicon.cue("event_told", lemma)
    adposition = syntax.preposition(noun)
    if not told or lexicon.cue("meanwhile", adposition):
        return False
    if any(syntax.feature(c, "PronType") == "Dem" for c in syntax.children(noun, "det")):
        return False  # "bei *dieser* Demonstration" only takes up what was told
    if noun.dep_ in CORE or (told == ANYWHERE and noun.dep_ != "conj"):
        return True
    bare = noun.dep_ == "nmod" and not adposition
    if bare and (syntax.feature(noun, "Number") == "Plur" or not is_definite(noun)):
        return True  # "eine Runde *von Verhandlungen*", "im Rahmen *einer Untersuchung*"
    own = any(c.dep_ in ("nmod", "acl:relcl") and c.i > noun.i for c in noun.children)
    return own and (bare or noun.dep_ == "obl")  # "nach *dem Treffen* in Oslo"


def is_life_date(noun: Token, lexicon: Lexicon) -> bool:
    """Whether it only dates something by the end of a life, which may be a natural one: "bis zu *seinem Tod*"."""
    dates = noun.dep_ == "obl" and lexicon.cue("life_date", noun.lemma_)
    return bool(dates) and bool(lexicon.cue("before_after", syntax.preposition(noun)))


def is_resumed(noun: Token, row: NounFrame, verb: Token | None, lexicon: Lexicon) -> bool:
    """Whether the clause says that what the text spoke of took place or ended: "Der Zugriff erfolgte am Morgen".

    Only acts of somebody: of "Die Explosion ereignete sich" nobody need be the cause. Not a word of many meanings: "Die
    *Bewegung* endete 2014", "Die *Führung* fiel nach der Pause".
    """
    several = lexicon.noun_class(row.lemma) or lexicon.cue("own_body", row.lemma)
    if row.needs and several and not lexicon.cue("event_carried", row.lemma):
        return False
    told = verb is not None and verb.i == noun.head.i and noun.dep_ in SUBJECTS
    return told and bool(row.adjective) and is_definite(noun)


def has_victims(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the word above means those whom it befell: "die *Opfer* der Anschläge", "*Opfer* von Gewalttaten"."""
    bare = not noun.adposition or bool(lexicon.cue("passive_agent", noun.adposition))
    return noun.dep_ == "nmod" and bare and lexicon.is_a(noun.head.lemma_, (VICTIM,))


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


def _is_dated(noun: Token, lexicon: Lexicon) -> bool:
    """Whether its own phrase says when: "die Demonstration am Sonntag", "die für Mai angesetzte Wahl"."""
    after = [child for child in noun.children if child.dep_ in ("nmod", "obl") and child.i > noun.i]
    for attribute in syntax.children(noun, "amod"):
        verbs = (*syntax.words(attribute), lexicon.verb_of(attribute.lower_))
        if lexicon.cue("light", *verbs) or lexicon.cue("happen", *verbs):
            after += syntax.children(attribute, "obl")
    return any(is_time(child, lexicon) for child in after)
