"""A verb that begins its sentence, whose capital makes the tagger take it for a noun: "*Griffe* der Staat an, …"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Doc, MorphAnalysis, Token

NOMINAL = frozenset(("NOUN", "PROPN"))
VERBAL = frozenset(("aux:pass", "compound:prt", "expl", "nsubj:pass", "obj"))
"""Relations of what only a verb has below it."""
SUPPOSED = frozenset(("advcl", "ccomp"))
PARTICIPLE = {"VerbForm": "Part"}
FINITE = {"Tense": "Past", "VerbForm": "Fin"}


def retag(doc: Doc, forms: Container[str]) -> None:
    """Make the first word of a sentence a verb where the parser gave it what a verb has: "*Kehrte* sie zurück, …".

    Args:
        doc: a parsed text.
        forms: the forms of verbs.
    """
    for word in _first_words(doc):
        if word.pos_ not in NOMINAL or word.lower_ not in forms:
            continue
        below = {child.dep_ for child in word.children}
        if below.isdisjoint(VERBAL) or "cop" in below or any(child.is_alpha for child in word.lefts):
            continue
        features = PARTICIPLE
        if "aux:pass" not in below and "aux" not in below:
            features = {**FINITE, "Mood": "Sub" if word.dep_ in SUPPOSED or "compound:prt" in below else "Ind"}
            _take_subject(word)
        word.pos_ = "VERB"
        word.set_morph(MorphAnalysis(doc.vocab, features))  # type: ignore[attr-defined]


def _first_words(doc: Doc) -> Iterator[Token]:
    for sentence in doc.sents:
        yield from [t for t in sentence[:3] if t.is_alpha][:1]


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
