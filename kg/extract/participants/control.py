"""Who a word that governs an infinitive means, beside its subject: "die Entscheidung *Oslos*, zu verhandeln"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.participants.restrictions import is_actor

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon


AGAINST = frozenset(("Accusation", "Denial", "NonConfirmation", "Refusal"))
"""Stances towards what is another's."""
SUSPECTED = frozenset(("Accusation", "Expectation"))
"""Stances towards what somebody may have done."""
ANSWERS = frozenset(("Confirmation", "Denial"))
"""Stances towards what somebody is blamed for himself."""
HOSTS = frozenset(("obj", "nsubj"))
"""Relations of what the phrase with "von" may be hung on by mistake."""


def let(verb: Token, governor: Token, lexicon: Lexicon) -> Token | None:
    """Who does what somebody lets be done: "ließ sich *von einem Fahrer* bringen", "bekam es *von ihm* auferlegt"."""
    near = (*verb.children, *governor.children)
    phrases = (*near, *(c for noun in near if noun.dep_ in HOSTS for c in noun.children if c.dep_ == "nmod"))
    by = (c for c in phrases if lexicon.cue("passive_agent", syntax.preposition(c)) and is_actor(c, lexicon))
    return next(by, None)


def lets_itself(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what an infinitive says is done to the subject above: "*Er* ließ sich abführen"."""
    upper = verb.head
    above = verb.dep_ == "xcomp" and bool(lexicon.cue("lets", upper.lemma_))
    return above and any(c.features.get("Reflex") == "Yes" or c.tag_ == tags.REFLEXIVE for c in upper.children)


def gets(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is what somebody gets done: "*Er* bekam eine Strafe auferlegt"."""
    above = verb.dep_ == "xcomp" and bool(lexicon.cue("gets", verb.head.lemma_))
    return above and syntax.feature(verb, "VerbForm") == "Part"


def is_depicted(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it tells how somebody is found: "wurde *ermordet* aufgefunden", "fand ihn *erschossen* auf"."""
    # the tagger may take "erschossen" for a finite verb
    bare = verb.dep_ == "xcomp" and syntax.feature(verb, "VerbForm") != "Inf"
    if not bare or not lexicon.cue("depicts", verb.head.lemma_):
        return False
    return not any(c.dep_ in ("aux", "aux:pass", "mark", "nsubj") for c in verb.children)


def is_had_done(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it happens: "ließ sich *von Soldaten* ausbilden", "*bekam* es geliefert"; not "lässt sich tun"."""
    if gets(verb, lexicon) or is_depicted(verb, lexicon):
        return True
    upper = verb.head
    if not lets_itself(verb, lexicon):
        return False
    told = syntax.feature(syntax.finite(upper), "Tense") == "Past"
    who = syntax.subject(upper)
    return who is not None and is_actor(who, lexicon) and (told or let(verb, upper, lexicon) is not None)


def owner_before(verb: Token, governor: Token, lexicon: Lexicon) -> Token | None:
    """Whose it is, with the clause hung on the verb: "scheiterte trotz der Versuche *der UN*, zu vermitteln"."""
    if verb.left_edge.i < governor.i or any(c.dep_ == "mark" and c.i == verb.left_edge.i for c in verb.children):
        return None
    edge = verb.left_edge.i - 1
    if not (verb.left_edge.is_punct or verb.doc.tokens[edge].is_punct):
        return None  # "scheint nach Erkenntnissen der Ermittler geflohen zu sein"
    for noun in governor.children:
        after = noun.dep_ == "obl" and noun.adposition and governor.i < noun.i < edge
        near = after and edge - 1 <= max(t.i for t in noun.subtree) <= edge
        if near and ("noun", noun.lemma_) in lexicon.claims:
            return owner(noun, lexicon)
    return None


def accused(noun: Token, lexicon: Lexicon) -> Token | None:
    """Who did what he is blamed for: "verhafteten *ihn* unter dem Verdacht, …", "*Er* bestritt den Vorwurf, …"."""
    rows = lexicon.claims.get(("noun", noun.lemma_), ())
    verb = noun.head
    if not any(row.type in SUSPECTED and "xcomp" in row.content for row in rows) or not syntax.is_predicate(verb):
        return None
    if noun.dep_ == "obl" and noun.adposition:
        objects = () if syntax.is_passive(verb) else syntax.children(verb, "obj")
        return next((c for c in objects if is_actor(c, lexicon)), None) or syntax.subject(verb)
    answers = any(row.type in ANSWERS for row in lexicon.claims.get(("verb", verb.lemma_), ()))
    return syntax.subject(verb) if noun.dep_ == "obj" and answers and not syntax.is_passive(verb) else None


def owner(noun: Token, lexicon: Lexicon) -> Token | None:
    """Whose plan, right or attempt it is: "die Entscheidung *Oslos*, zu verhandeln", "*Oslo* wagt den Versuch, …"."""
    if (blamed := accused(noun, lexicon)) is not None:
        return blamed
    rows = lexicon.claims.get(("noun", noun.lemma_), ())
    if any(row.control == "addressee" for row in rows[:1]):
        # "die Aufforderung der Polizei *an die Gäste*, das Haus zu verlassen"
        told = (c for c in noun.children if c.dep_ == "nmod" and lexicon.cue("addressed", syntax.preposition(c)))
        return next((c for c in told if is_actor(c, lexicon)), None)
    for child in noun.children:
        adposition = syntax.preposition(child)
        if child.dep_ == "nmod" and (not adposition or lexicon.cue("passive_agent", adposition)):
            return child if is_actor(child, lexicon) else None
    verb = noun.head
    if any(c.adposition and lexicon.cue("comes_by", c.adposition) for c in syntax.children(noun, "nmod")):
        return None  # "lobte den Plan *aus Wien*, zu verhandeln"
    if noun.dep_ not in ("obj", "obl") or not syntax.is_predicate(verb):
        return next(iter(syntax.children(noun, "det:poss")), None)
    others = any(row.type in AGAINST for row in lexicon.claims.get(("verb", verb.lemma_), ())[:1])
    # "lehnte den Plan ab, zu verhandeln": somebody else's
    return None if others or syntax.is_passive(verb) else syntax.subject(verb)
