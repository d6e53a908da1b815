"""Who took part in what happened, where the parser hung the phrase elsewhere, or another word of the clause says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.restrictions import is_actor, is_named_place, is_place, is_time
from kg.extract.subjects import is_reflexive_pronoun, understood_subject
from kg.extract.tree import SUBJECTS
from kg.lang.lexicon import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon


def stray_agent(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Who does it, hung on the phrase before: "wurde im Wahlkampf *vom Präsidenten* unterstützt"."""
    hosts = [c for c in verb.children if c.dep_ in ("obl", "advmod") and c.pos_ == "NOUN" and c.i < verb.i]
    for host in (noun for h in hosts for noun in h.subtree if noun.pos_ == "NOUN"):
        if is_actor(host, lexicon) or is_place(host, lexicon) or lexicon.nominal(host.lemma_)[0]:
            continue  # "in der Zentrale der Bank", "nach der Festnahme von Soldaten"
        for child in host.children:
            by = child.dep_ == "nmod" and lexicon.cue("passive_agent", syntax.preposition(child))
            # "von" with an article is no genitive, which would be "des Präsidenten"
            article = any(c.dep_ == "det" or (c.dep_ == "case" and c.lower_ != c.lemma_) for c in child.children)
            if by and article and is_actor(child, lexicon) and not is_named_place(child):
                return [child]
    return []


def partaker(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who is said to have done it: "*Er* steckt hinter dem Anschlag", "machte *ihn* dafür verantwortlich"."""
    adposition = syntax.preposition(noun)
    clause = syntax.clause(noun.head)
    words = [clause, *(c for c in clause.children if c.dep_ in ("xcomp", "advmod"))]
    word = next((w for w in words if adposition and lexicon.cue("partakes", w.lemma_) == adposition), None)
    # of "gegen die Anhänger der Anschläge" only what stands by the verb is meant
    near = {w.i for w in words} | {c.i for c in clause.children if c.dep_ == "obj"}
    around = (
        c for w in (word, clause) if w is not None for c in (*w.children, *(g for s in w.children for g in s.children))
    )
    if word is None or noun.head.i not in near or any(lexicon.cue("negation", *syntax.words(c)) for c in around):
        return []
    if word.i == clause.i:
        subject = syntax.subject(clause) or understood_subject(clause, lexicon)
        return [subject] if subject is not None else []
    objects = [c for c in clause.children if c.dep_ in ("obj", "nsubj:pass") and not is_reflexive_pronoun(c)]
    return objects[:1] if objects else [s for s in [syntax.subject(clause)] if s is not None]


def befallen(noun: Token, lexicon: Lexicon) -> list[Token]:
    """To whom it will happen: "*Dem Fahrer* droht eine Strafe", "*Ihn* erwartet eine Anklage", "kommt auf *ihn* zu"."""
    verb = noun.head
    bound = lexicon.cue("befalls", verb.lemma_) if noun.dep_ in SUBJECTS else ""
    if not bound:
        return []
    for child in verb.children:
        bare = child.dep_ in ("obj", "iobj", "obl:arg", "obl", *SUBJECTS) and child.i != noun.i
        if bare and (syntax.preposition(child) or NONE) == bound and is_actor(child, lexicon):
            return [] if is_time(child, lexicon) or is_reflexive_pronoun(child) else [child]
    return []


def doers(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Who does what a passive says, not named by the parser as such, or by the verb before.

    "wurde *durch Soldaten* erschossen", "wurde *von einer Einheit* gestellt und erschossen".
    """
    before = syntax.shares_passive(verb) or verb.dep_ == "conj"
    shared = [c for c in verb.head.children if c.dep_ == "obl:agent" and c.i < verb.head.i < verb.i] if before else []
    shared = [c for c in shared if is_actor(c, lexicon) and not is_time(c, lexicon)]
    if shared:
        return shared
    for child in (*verb.children, *hosted(verb, lexicon)):
        adposition = syntax.preposition(child) if child.dep_.startswith(("obl", "nmod")) else ""
        by = adposition and (lexicon.cue("agent", adposition) or lexicon.cue("passive_agent", adposition))
        edge = child.left_edge
        if edge.i > child.sent.start and lexicon.nominal(edge.nbor(-1).lemma_)[0]:
            continue  # "wurde nach dem Verhör *durch die Polizei* freigelassen"
        if by and is_actor(child, lexicon) and not is_named_place(child) and not is_time(child, lexicon):
            return [child]
    return []


def hosted(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Phrases of a verb that the parser hung on a time: "traf *zum ersten Mal* mit Meier zusammen"."""
    for time in verb.children:
        if time.dep_ in ("obl", "nmod", "obj", "advmod") and is_time(time, lexicon):
            yield from (c for c in time.children if c.dep_ == "nmod" and c.i > time.i and c.adposition)


def within_owner(owner: Token, table: dict[str, str], lexicon: Lexicon) -> Iterator[tuple[str, Token]]:
    """Roles of phrases hung on whose event it is: "die Einigung der Belegschaft *mit der Leitung*"."""
    for child in owner.children:
        adposition = syntax.preposition(child) if child.dep_ == "nmod" else ""
        if not adposition or not is_actor(child, lexicon) or is_time(child, lexicon):
            continue
        role = table.get(adposition, "") or ("agent" if lexicon.cue("agent", adposition) else "")
        if role in ("agent", "patient", "partner") and not lexicon.cue("genitive", adposition):
            yield role, child


def who_is(noun: Token, lexicon: Lexicon) -> Token:
    """Of a predicate its subject: "*Meier* ist der erste Sportler, der dort antreten darf"."""
    subject = syntax.own_subject(noun) if any(c.dep_ == "cop" for c in noun.children) else None
    if subject is None or not is_actor(subject, lexicon) or not is_actor(noun, lexicon):
        return noun
    if syntax.is_relative(subject) or lexicon.cue("nobody", subject.lower_):
        return noun
    return subject if syntax.feature(subject, "Number") == syntax.feature(noun, "Number") else noun
