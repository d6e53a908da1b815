"""Where an adposition and its phrase belong; what `kg.lang.de.grammar` asks."""

from __future__ import annotations

from spacy.tokens import Token

POSTPOSITION = "APPO"
BARE = ("nsubj", "obj", "iobj")
"""Relations of phrases without an adposition."""
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "obj"))


def free(phrase: Token) -> None:
    """Give a phrase before a noun to the verb: "Gefasst wurde *am Montag* ein Mann"; an attribute stands behind."""
    noun = phrase.head
    if noun.left_edge.i != phrase.left_edge.i or noun.dep_ not in SUBJECTS or noun.head.pos_ != "VERB":
        return
    if not any(child.pos_ == "AUX" for child in noun.lefts):
        phrase.head, phrase.dep_ = noun.head, "obl"


def is_postposition(word: Token) -> bool:
    """By its tag, or as it introduces no clause: "Seinen Angaben *nach* haben sie angegriffen"."""
    return word.tag_ == POSTPOSITION or (word.tag_ == "APPR" and word.dep_ == "mark")


def begin_phrase(word: Token) -> None:
    """Make what begins no infinitive an adposition: "*Um die Lieferung* hat Kiew gebeten", not "um zu liefern"."""
    verb = word.head
    if verb.tag_ == "VVIZU" or any(child.tag_ == "PTKZU" for child in verb.children):
        return
    noun = next((c for c in verb.lefts if c.left_edge.i == word.i + 1 and c.dep_.startswith(BARE)), None)
    if noun is not None and noun.pos_ in ("NOUN", "PROPN"):
        word.head, word.dep_, word.pos_, word.tag_ = noun, "case", "ADP", "APPR"
        noun.dep_ = "obl"
