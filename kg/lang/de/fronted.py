"""A participle in front of its auxiliary, whose capital makes it look like a noun: "*Bestritten* wird der Angriff"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, MorphAnalysis, Token

PASSIVE = "werden"
NOUN = ("NOUN", "PROPN", "ADJ")
SUBJECTS = ("nsubj", "nsubj:pass", "obj")
PREDICATES = ("VERB", "ADJ")


def restore(doc: Doc, infinitives: Mapping[str, str]) -> None:
    """Make it the verb of its clause, and whom it is done to the subject of a passive.

    Args:
        doc: a parsed text.
        infinitives: those of each form of a verb, in small letters.
    """
    for participle in _candidates(doc):
        known = infinitives.get(participle.lower_, "").split()
        if known and participle.lower_ not in known:
            _lift(participle, participle.nbor(1))


def _candidates(doc: Doc) -> Iterator[Token]:
    """What begins a sentence before "wird" or "wurden" as if it were a noun, and no other verb is in the clause."""
    for sentence in doc.sents:
        first = next((t for t in sentence if not t.is_punct and not t.is_space), sentence[0])
        if first.pos_ not in NOUN or first.i + 1 >= sentence.end or not first.is_title:
            continue
        helper = first.nbor(1)
        if helper.lemma_ != PASSIVE or helper.morph.to_dict().get("VerbForm") != "Fin":
            continue
        above = helper if helper.head == helper else helper.head
        if above not in (first, helper) or any(c.pos_ in PREDICATES for c in above.children if c != first):
            continue
        yield first


def _lift(participle: Token, helper: Token) -> None:
    """Hang the clause on the participle, if it does not hang there."""
    participle.pos_, participle.tag_ = "VERB", "VVPP"
    participle.set_morph(MorphAnalysis(participle.vocab, {"VerbForm": "Part"}))  # type: ignore[attr-defined]
    if helper.head == helper:
        parts = [child for child in helper.children if child != participle]
        participle.head, participle.dep_ = participle, "ROOT"
        for part in (helper, *parts):
            part.head = participle
    helper.dep_ = "aux:pass"
    subject = next((c for c in participle.rights if c.dep_ in SUBJECTS), None)
    if subject is not None:
        subject.dep_ = "nsubj:pass"
