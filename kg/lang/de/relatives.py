"""Relative pronouns that the tagger took for an article: "eine Firma, *die* Raketen liefert"."""

from __future__ import annotations

from spacy.tokens import MorphAnalysis, Token

ARTICLE, NOUN, RELATIVE = "ART", "NN", "PRELS"
ASKING = frozenset(("KOUS", "PRELAT", "PRELS", "PWAT", "PWAV", "PWS"))
"""Tags of what opens a clause."""
FORMS = frozenset(("das", "der", "die"))
SINGULAR, PLURAL, NEUTER = "Sing", "Plur", "das"
OTHERS = frozenset(("nsubj", "nsubj:pass", "obj"))
OBJECTS = frozenset(("obj", "nsubj"))
AUXILIARIES = frozenset(("aux", "aux:pass", "cop"))
COMMA = ","


def relative_pronoun(verb: Token) -> None:
    """Make the article in front of a relative clause without a pronoun its subject.

    Only where the noun behind it cannot be the subject: "*das* Waffen liefert", not ", die Polizei ermittelt".
    """
    words = [t for t in verb.subtree if not t.is_punct]
    first = words[0]
    noun = first.head
    if first.tag_ != ARTICLE or first.lower_ not in FORMS or first.i == 0 or verb.doc[first.i - 1].text != COMMA:
        return
    if noun.head.i != verb.i or noun.tag_ != NOUN or noun.dep_ not in OBJECTS or noun.i != first.i + 1:
        return
    if not _ends(verb) or any(t.tag_ in ASKING for t in words if t.i < verb.i):
        return
    if any(c.dep_ in OTHERS and c.i != noun.i for c in verb.children):
        return  # "das Land, das Soldaten *der Nachbar* schickte"
    whose, finite = _number(verb.head), _number(_finite(verb))
    if whose != finite or _number_of(noun) == finite or (first.lower_ == NEUTER and whose != SINGULAR):
        return
    first.head, first.dep_, first.tag_, first.pos_, first.lemma_ = verb, "nsubj", RELATIVE, "PRON", "der"
    morph = {**first.morph.to_dict(), "Case": "Nom", "Number": whose, "PronType": "Rel"}
    morph.pop("Definite", None)
    first.set_morph(MorphAnalysis(verb.doc.vocab, morph))  # type: ignore[attr-defined]
    noun.dep_ = "obj"


def _ends(verb: Token) -> bool:
    """Whether the finite verb is the last word: not "die Armee *habe* Zivilisten erschossen"."""
    return _finite(verb).i >= verb.i and all(c.dep_ in AUXILIARIES or c.is_punct for c in verb.rights)


def _finite(verb: Token) -> Token:
    return next((c for c in verb.children if c.dep_ in AUXILIARIES and "Fin" in c.morph.get("VerbForm", [])), verb)


def _number_of(noun: Token) -> str:
    """Its number, by its form where the tagger trusts the article: "das *Waffen*"."""
    longer = len(noun.text) > len(noun.lemma_) and noun.text.startswith(noun.lemma_)
    return PLURAL if longer else _number(noun)


def _number(token: Token) -> str:
    return next(iter(token.morph.get("Number", [])), "")
