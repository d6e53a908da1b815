"""Verbs that begin a sentence, on documents made by hand: those that become verbs, and nouns that stay."""

from __future__ import annotations

import pytest

from kg.lang.de import first
from tests.lang.de.test_grammar import made

FORMS = {"bestritten": "bestreiten", "taten": "tun", "essen": "essen"}


@pytest.mark.parametrize(
    ("words", "heads", "deps", "pos", "verb"),
    [
        # the parser's root is the auxiliary, or the participle
        ("Bestritten wird alles", "1 1 1", "nsubj ROOT nsubj", "NOUN AUX NOUN", True),
        ("Bestritten wird alles", "0 0 0", "ROOT aux:pass nsubj", "NOUN AUX NOUN", True),
        # "Taten wurden begangen": another participle; "Essen wird teuer": an adjective; "Leute": no verb has the form
        ("Taten wird begangen", "2 2 2", "nsubj:pass aux:pass ROOT", "NOUN AUX VERB", False),
        ("Taten wird bekannt", "1 1 1", "nsubj ROOT xcomp", "NOUN AUX ADJ", False),
        ("Essen wird alles", "1 1 1", "nsubj ROOT nsubj", "NOUN AUX NOUN", False),
        ("Leute wird alles", "1 1 1", "nsubj ROOT nsubj", "NOUN AUX NOUN", False),
    ],
)
def test_a_participle_in_front(words: str, heads: str, deps: str, pos: str, verb: bool) -> None:
    lemmas = " ".join(["x", "werden", *words.split()[2:]])
    doc = made(words, heads=heads, deps=deps, pos=pos, lemmas=lemmas, morphs="_ VerbForm=Fin _")
    first.retag(doc, FORMS)
    assert ("VERB" if verb else "NOUN") == doc[0].pos_
    if verb:
        assert ["ROOT", "aux:pass", "nsubj:pass"] == [t.dep_ for t in doc]
        assert {doc[0]} == {t.head for t in doc}
