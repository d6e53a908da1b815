"""Who stands behind a word of saying."""

from __future__ import annotations

import pytest

from kg.extract import verb_cues
from kg.extract.authors import between, reporter, speaker, speakers
from tests.extract.made import DE, doc, forms, token


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("Behördenangabe", ("Behörde", 8)),
        ("Regierungsangabe", ("Regierung", 9)),
        ("Medienbericht", ("Medien", 6)),
        ("Zeugenaussag", ("Zeuge", 6)),  # as the lemmatiser cuts it
        ("Lagebericht", ("", 0)),
        ("Polizei", ("", 0)),
    ],
)
def test_the_body_behind_a_compound(lemma: str, expected: tuple[str, int]) -> None:
    assert expected == reporter(lemma, DE)


def test_a_compound_names_its_first_part() -> None:
    parsed = doc("Behördenangaben/Behördenangabe/NOUN/0 Ärzte/Arzt/NOUN/1")
    names = [speaker(t, DE, 0) for t in parsed]
    assert [("Behörden", "Behörde"), ("Ärzte", "Arzt")] == [(m.span.text, m.head) for m in names]


MEDIUM = "Sender/=/NOUN/2/nsubj meldet/melden"


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        (f"{MEDIUM} er/=/PRON/4/nsubj kommt/kommen/VERB/2/ccomp", "meldet", ("Sender", "")),
        (  # those that it relies on speak
            f"{MEDIUM} unter/=/ADP/4/case Berufung/=/NOUN/2/obl auf/=/ADP/6/case Ärzte/Arzt/NOUN/4/nmod "
            "er/=/PRON/8/nsubj kommt/kommen/VERB/2/ccomp",
            "meldet",
            ("Ärzte", "Sender"),
        ),
        (  # hung on the verb
            f"{MEDIUM} unter/=/ADP/4/case Berufung/=/NOUN/2/obl auf/=/ADP/6/case Ärzte/Arzt/NOUN/2/obl "
            "er/=/PRON/8/nsubj kommt/kommen/VERB/2/ccomp",
            "meldet",
            ("Ärzte", "Sender"),
        ),
        (  # whose text it is
            "In/in/ADP/2/case Bericht/=/NOUN/4/obl Kiews/Kiew/PROPN/2/nmod//LOC heißt/heißen es/=/PRON/4/nsubj "
            "er/=/PRON/7/nsubj kommt/kommen/VERB/4/ccomp",
            "heißt",
            ("Kiews", ""),
        ),
    ],
)
def test_whose_words_they_are(text: str, verb: str, expected: tuple[str, str]) -> None:
    cue = verb_cues.find(token(doc(text), verb), DE)
    assert cue is not None
    assert expected == (forms(speakers(cue, DE)), forms(between(cue)))
