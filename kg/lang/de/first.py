"""A verb that begins its sentence, whose capital makes the tagger take it for a noun.

"*Griffe* der Staat an, …", "*Bestritten* wird der Angriff".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, MorphAnalysis, Token

NOMINAL = frozenset(("NOUN", "PROPN"))
VERBAL = frozenset(("aux:pass", "compound:prt", "expl", "nsubj:pass", "obj"))
"""Relations of what only a verb has below it."""
SUPPOSED = frozenset(("advcl", "ccomp"))
PASSIVE = "werden"
UNDERGOING = ("nsubj", "nsubj:pass", "obj")
PREDICATES = ("VERB", "ADJ")
PARTICIPLE = {"VerbForm": "Part"}
FINITE = {"Tense": "Past", "VerbForm": "Fin"}


def retag(doc: Doc, infinitives: Mapping[str, str]) -> None:
    """Make the first word of a sentence a verb where the parser gave it what a verb has: "*Kehrte* sie zurück, …".

    Args:
        doc: a parsed text.
        infinitives: those of each form of a verb, in small letters.
    """
    for word in _first_words(doc):
        if word.pos_ not in NOMINAL or word.lower_ not in infinitives:
            continue
        if word.lower_ not in infinitives[word.lower_].split():
            _lift(word)
        below = {child.dep_ for child in word.children}
        if below.isdisjoint(VERBAL) or "cop" in below or any(child.is_alpha for child in word.lefts):
            continue
        features = PARTICIPLE
        if "aux:pass" not in below and "aux" not in below:
            features = {**FINITE, "Mood": "Sub" if word.dep_ in SUPPOSED or "compound:prt" in below else "Ind"}
            _take_subject(word)
        elif "aux:pass" in below:
            _take_patient(word)
        word.pos_ = "VERB"
        word.set_morph(MorphAnalysis(doc.vocab, features))  # type: ignore[attr-defined]


def _first_words(doc: Doc) -> Iterator[Token]:
    for sentence in doc.sents:
        yield from [t for t in sentence[:3] if t.is_alpha][:1]


def _lift(participle: Token) -> None:
    """Hang its clause on a participle before "wird" or "wurden", where the parser has no other verb for it."""
    if participle.i + 1 >= participle.sent.end:
        return
    helper = participle.nbor(1)
    if helper.lemma_ != PASSIVE or helper.morph.to_dict().get("VerbForm") != "Fin" or helper.head != helper:
        return
    parts = [child for child in helper.children if child != participle]
    if any(part.pos_ in PREDICATES for part in parts):
        return  # "*Taten* wurden begangen", "*Essen* wird teuer"
    participle.head, participle.dep_ = participle, "ROOT"
    for part in (helper, *parts):
        part.head = participle
    helper.dep_ = "aux:pass"


def _take_patient(participle: Token) -> None:
    """Make the phrase behind a passive its subject, whatever the parser took it for."""
    subject = next((c for c in participle.rights if c.dep_ in UNDERGOING), None)
    if subject is not None:
        subject.dep_ = "nsubj:pass"


def _take_subject(verb: Token) -> None:
    """Make the phrase behind a finite verb its subject, which the parser hung on it as on a noun."""
    if verb.dep_ in ("nsubj", "nsubj:pass"):
        verb.dep_ = "advcl"
    if any(child.dep_ in ("nsubj", "nsubj:pass") for child in verb.children):
        return
    behind = (c for c in verb.children if c.left_edge.i == verb.i + 1 and c.dep_ in ("flat", "nmod", "appos"))
    for phrase in behind:
        if not any(c.dep_ == "case" for c in phrase.children):
            phrase.dep_ = "nsubj"
            return
