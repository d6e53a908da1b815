"""Events: verbs and nouns of the tables with the phrases that fill their roles. Whether they happened is asked later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.arguments import Fillers, fulfils, is_reflexive, noun_fillers, places, verb_fillers
from kg.lang.lexicon import Lexicon, NounFrame, VerbFrame

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Frame:
    """An event as the syntax shows it: roles are filled by tokens, the heads of their phrases."""

    trigger: Token
    type: str
    roles: Fillers
    rule: str


def find(sentence: Span, lexicon: Lexicon) -> Iterator[Frame]:
    """The events of a sentence in text order; a word without a row, or whose needs are not met, is none."""
    for token in sentence:
        if token.pos_ == "VERB" or (token.pos_ == "ADJ" and token.dep_ == "amod" and token.lemma_ in lexicon.verbs):
            frame = _verb(token, lexicon)
        elif token.pos_ in ("NOUN", "PROPN") and not token.ent_type_:
            frame = _noun(token, lexicon)
        else:
            continue
        if frame is not None:
            yield frame


def _verb(verb: Token, lexicon: Lexicon) -> Frame | None:
    reflexive = is_reflexive(verb)
    understood = understood_subject(verb, lexicon)
    for row in lexicon.verbs.get(verb.lemma_, ()):
        if row.reflexive != reflexive and not (reflexive and not row.obj):
            continue
        roles = _participle(verb, row) if verb.dep_ == "amod" else _clausal(verb, row, lexicon, understood)
        if roles and fulfils({**places(verb, understood), **roles}, row.needs, lexicon):
            return Frame(verb, row.event, roles, row.rule)
    return None


def _participle(verb: Token, row: VerbFrame) -> Fillers:
    """ "die entsandten Soldaten", "streikende Arbeiter": the noun is what the participle says of it."""
    active = verb.text.lower().rstrip("enrms").endswith("nd")
    role = row.nsubj if active else (row.obj or row.nsubj)
    return {role: [verb.head]} if role else {}


def _clausal(verb: Token, row: VerbFrame, lexicon: Lexicon, understood: Token | None) -> Fillers:
    roles = verb_fillers(verb, row, lexicon, understood)
    return _with_far_phrases(verb, row, roles, lexicon)


def _with_far_phrases(verb: Token, row: VerbFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """Phrases of direction that the parser hung on an object: "Truppen zum Kampf in die Ukraine geschickt"."""
    for noun in [c for c in verb.children if c.dep_ in ("obj", "obl", "nsubj:pass")]:
        for child in noun.subtree:
            if child.dep_ != "nmod" or syntax.clause(child).i != verb.i:
                continue
            role = row.obl.get(syntax.preposition(child), "")
            directed = not lexicon.cue("place", syntax.preposition(child)) or syntax.case(child) == "Acc"
            if role in ("destination", "recipient") and role not in roles and directed:
                roles = {**roles, role: syntax.coordinated(child)}
    return dict(sorted(roles.items()))


def understood_subject(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who does what an infinitive says, by the word that governs it (control: PTB and UD `xcomp`).

    "Er versprach zu kommen": he. "Sie forderte ihn auf zu gehen": the addressee. "Soldaten, entsandt nach Mali": the
    noun. None where the governing word does not say.
    """
    if verb.dep_ in ("acl", "acl:relcl") and syntax.feature(verb, "VerbForm") == "Part":
        return verb.head
    governor = verb.head
    if verb.dep_ == "conj" and governor.dep_ in ("xcomp", "ccomp", "advcl"):
        return understood_subject(governor, lexicon)
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or not syntax.is_predicate(governor):
        return None
    rows = lexicon.claims.get(("verb", governor.lemma_)) or lexicon.claims.get(("verb", "sich " + governor.lemma_))
    if rows and rows[0].control != "source":
        return _addressee(governor) if rows[0].control == "addressee" else None
    return syntax.subject(governor) or understood_subject(governor, lexicon)


def _addressee(verb: Token) -> Token | None:
    if syntax.is_passive(verb):
        return syntax.subject(verb)
    return next((c for c in verb.children if c.dep_ in ("iobj", "obl:arg", "obj")), None)


def _noun(noun: Token, lexicon: Lexicon) -> Frame | None:
    row, first = lexicon.nominal(noun.lemma_)
    for candidate in row:
        roles = noun_fillers(noun, candidate, lexicon)
        roles = _with_verb(noun, candidate, roles, lexicon)
        if roles and fulfils({**places(noun, None), **roles}, candidate.needs, lexicon, first):
            return Frame(noun, candidate.event, roles, candidate.rule)
    return None


def _with_verb(noun: Token, row: NounFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The subject of a light verb acts in its noun: "Russland führte einen Angriff auf Kiew"."""
    verb = noun.head
    if noun.dep_ not in ("obj", "obl") or "agent" in roles or not lexicon.cue("light", verb.lemma_):
        return roles
    subject = syntax.subject(verb)
    role = row.adjective
    if subject is None or not role or syntax.is_passive(verb) or role in roles:
        return roles
    return dict(sorted({**roles, role: syntax.coordinated(subject)}.items()))
