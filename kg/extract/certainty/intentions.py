"""What somebody means to do: "Warschau will Haubitzen liefern" is an announcement of Warsaw, no fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.certainty.presupposed import is_past
from kg.extract.frames.nominals import carrier
from kg.extract.participants.restrictions import is_actor
from kg.extract.participants.subjects import verb_words

if TYPE_CHECKING:
    from kg.extract.frames.events import Frame
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

AGENT = "agent"


def intention(frame: Frame, lexicon: Lexicon) -> tuple[str, Token] | None:
    """The class of claim and the modal verb, if those who act mean to: "will entsenden", not "wollte", "will gewesen".

    In the past it is an attempt or a plan given up; with a perfect infinitive ("will nichts gesehen haben") it is what
    somebody says of himself.
    """
    agents = frame.roles.get(AGENT, ())
    if not agents or not all(is_actor(agent, lexicon) for agent in agents):
        return None
    verb = carrier(frame.trigger, lexicon)
    if verb is not None and syntax.subject(verb) in agents:
        return modal_of_intention(verb, lexicon)  # "Beide Seiten wollen *Verhandlungen* aufnehmen"
    meant = modal_of_intention(frame.trigger, lexicon)
    verb = frame.trigger.head
    if meant is None and _is_object(frame.trigger, lexicon) and syntax.is_predicate(verb):
        subject = syntax.own_subject(verb)  # "Warschau *will* Verhandlungen *aufnehmen*"
        doing = () if subject is None else tuple(t.i for t in syntax.coordinated(subject))
        acts = all(agent.i in doing for agent in agents)  # of "mit Kiew" only Warsaw means to
        return modal_of_intention(verb, lexicon) if acts else None
    return meant


def _is_object(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a verb is about the noun: "will *Gespräche* führen", "will *auf Streiks* verzichten"."""
    adposition = noun.adposition
    return noun.dep_ == "obj" or (bool(adposition) and lexicon.cue("takes", *verb_words(noun.head)) == adposition)


def suspension(frame: Frame, lexicon: Lexicon) -> tuple[str, Token] | None:
    """The class of claim and the verb, if those who act end it now: "Die Polizei stellt die Suche ein"."""
    verb = frame.trigger.head
    kind = lexicon.cue("suspends", verb.lemma_) if frame.trigger.dep_ == "obj" else ""
    if not kind or syntax.feature(syntax.finite(verb), "Tense") != "Pres" or is_past(verb, lexicon):
        return None
    agents = frame.roles.get(AGENT, ())
    acting = bool(agents) and all(is_actor(agent, lexicon) for agent in agents)
    return (kind, verb) if acting and syntax.own_subject(verb) in agents else None


def modal_of_intention(predicate: Token, lexicon: Lexicon) -> tuple[str, Token] | None:
    """The class of claim and the modal verb of a clause that says what its subject means to do.

    "will *sich beraten* und *klären*, wer kommt": joined infinitives share it.
    """
    if _shares_modal(predicate):
        return modal_of_intention(predicate.head, lexicon)
    for child in predicate.children:
        kind = lexicon.cue("intention", child.lower_, child.lemma_) if child.dep_ == "aux" else ""
        planned = kind and lexicon.cue("plan", child.lemma_)  # "*hatte vor*, ihn festzunehmen"
        if kind and (planned or syntax.feature(child, "Tense") == "Pres" or lexicon.cue("intention", child.lower_)):
            done = any(c.i > predicate.i and lexicon.cue("perfect", c.lower_) for c in predicate.children)
            return None if done else (kind, child)
    return None


def _shares_modal(predicate: Token) -> bool:
    """Whether an infinitive is joined to one that has the modal verb."""
    bare = syntax.feature(predicate, "VerbForm") == "Inf" and not syntax.children(predicate, "aux", "mark", "nsubj")
    return bare and predicate.dep_ == "conj" and syntax.feature(predicate.head, "VerbForm") == "Inf"


def meant_then(predicate: Token, lexicon: Lexicon) -> tuple[str, Token] | None:
    """The same of what somebody meant to do in the past: "Ursprünglich *wollte* der Verband ein Fest feiern".

    Not what he did not mean to: "Selbst Anhänger *wollten* den Plan *nicht* loben" announces nothing.
    """
    modals = syntax.children(predicate, "aux")
    if not modals or any(lexicon.cue("negation", c.lower_, c.lemma_) for c in predicate.children):
        return None
    for child in modals:
        kind = lexicon.cue("intention", child.lemma_)
        if kind and syntax.feature(child, "Tense") == "Past" and syntax.feature(child, "Mood") == "Ind":
            return kind, child
    return None
