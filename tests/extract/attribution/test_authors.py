"""Who stands behind a word of saying."""

from __future__ import annotations

import pytest

from kg.extract.attribution import verb_cues
from kg.extract.attribution.authors import between, reporter, speaker, speakers
from tests.extract.made import DE, doc, forms, token


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("Behördenangabe", ("Behörde", 8)),
        ("Regierungsangabe", ("Regierung", 9)),
        ("Medienbericht", ("Medien", 6)),
        ("Zeugenaussag", ("Zeuge", 6)),  # as the lemmatiser cuts it
        ("dpa-Meldung", ("dpa", 3)),  # an abbreviation
        ("OSZE-Bericht", ("OSZE", 4)),
        ("Online-Bericht", ("", 0)),
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


TEXT = "In/in/ADP/2/case {0}/{0}/NOUN/3/obl heißt/heißen es/=/PRON/3/nsubj er/=/PRON/6/nsubj kommt/kommen/VERB/3/ccomp"
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
        (TEXT.format("Studie"), "heißt", ("Studie", "")),  # a text speaks
        (TEXT.format("Erklärung"), "heißt", ("", "")),  # but not the words of somebody
        (TEXT.format("Haftstrafe"), "heißt", ("", "")),
    ],
)
def test_whose_words_they_are(text: str, verb: str, expected: tuple[str, str]) -> None:
    cue = verb_cues.find(token(doc(text), verb), DE)
    assert cue is not None
    assert expected == (forms(speakers(cue, DE)), forms(between(cue)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the parser hangs the name on the institute, or joins it to it
            "Leiter/=/NOUN/7/nsubj/Sing Instituts/Institut/NOUN/1/nmod ,/=/PUNCT/4/punct Jan/=/PROPN/2/conj//PER "
            "Kunz/=/PROPN/4/flat//+PER ,/=/PUNCT/1/punct lacht/lachen",
            "Jan Kunz",
        ),
        (  # no person
            "Leiter/=/NOUN/6/nsubj/Sing Instituts/Institut/NOUN/1/nmod ,/=/PUNCT/4/punct Nordwind/=/PROPN/2/appos//ORG "
            ",/=/PUNCT/1/punct lacht/lachen",
            "Leiter Instituts",
        ),
        (  # one of several
            "Eine/ein/PRON/6/nsubj Parteien/Partei/NOUN/1/nmod ,/=/PUNCT/4/punct Liste/=/NOUN/2/appos "
            ",/=/PUNCT/1/punct klagt/klagen",
            "Liste",
        ),
        ("Leiter/=/NOUN/3/nsubj/Sing Instituts/Institut/NOUN/1/nmod lacht/lachen", "Leiter Instituts"),
    ],
)
def test_the_name_set_off_behind_a_source(text: str, expected: str) -> None:
    assert expected == speaker(doc(text)[0], DE, 0).span.text
