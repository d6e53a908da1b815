"""Words of saying: which token is one, what governs what, the mood of reported speech."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.attribution import cue as cue_
from kg.extract.attribution import cues
from tests.extract.made import DE, doc, forms, token

DENIES = (
    "Moskau/=/PROPN/2/nsubj//LOC bestreitet/bestreiten/VERB/0/ROOT/Fin.Ind ,/=/PUNCT/7/punct dass/=/SCONJ/7/mark "
    "Kiew/=/PROPN/7/nsubj//LOC Rebellen/Rebell/NOUN/7/obj tötete/töten/VERB/2/ccomp/Fin.Ind"
)


def found(text: str) -> list[str]:
    """Each cue as "word(sources > roots)"."""
    return [f"{c.token.text}({forms(c.sources)} > {forms(c.roots)})" for s in doc(text).sents for c in cues.find(s, DE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DENIES, ["bestreitet(Moskau > tötete)"]),
        (  # a stance of which only the holder is told
            "Kritik/=/NOUN/2/nsubj kam/kommen/VERB/0/ROOT/Fin von/=/ADP/4/case Ärzten/Arzt/NOUN/2/obl",
            ["Kritik(Ärzten > Kritik)"],
        ),
        (  # whom it is directed at
            "Kritik/=/NOUN/2/nsubj zielt/zielen/VERB/0/ROOT/Fin gegen/=/ADP/4/case Ärzte/Arzt/NOUN/2/obl",
            ["Kritik( > Ärzte)"],
        ),
        (  # an adposition
            "Laut/laut/ADP/2/case Polizei/=/NOUN/3/obl starben/sterben/VERB/0/ROOT/Fin Kinder/Kind/NOUN/3/nsubj",
            ["Laut(Polizei > starben)"],
        ),
        (  # a noun
            "Forderung/=/NOUN/0 Kiews/Kiew/PROPN/1/nmod/Gen/LOC nach/=/ADP/4/case Abzug/=/NOUN/1/nmod",
            ["Forderung(Kiews > Abzug)"],
        ),
        (  # an adjective
            "Oslo/=/PROPN/3/nsubj//LOC ist/sein/AUX/3/cop/Fin besorgt/=/ADJ/0 "
            "über/=/ADP/5/case Angriffe/Angriff/NOUN/3/obl",
            ["besorgt(Oslo > Angriffe)"],
        ),
        (  # tagged as a passive of "besorgen"
            "Oslo/=/PROPN/3/nsubj//LOC ist/sein/AUX/3/aux besorgt/besorgen/VERB/0/ROOT/Part über/=/ADP/5/case "
            "Angriffe/Angriff/NOUN/3/obl",
            ["besorgt(Oslo > Angriffe)"],
        ),
        ("Oslo/=/PROPN/2/nsubj//LOC schläft/schlafen", []),
        ("besorgte/besorgt/ADJ/2/amod Bürger/=/NOUN/0", []),  # an attribute
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (DENIES, "tötete", "bestreitet"),
        (DENIES, "Rebellen", "bestreitet"),
        (DENIES, "Moskau", ""),  # the source is not in the content
        (DENIES, "bestreitet", ""),
        (  # the innermost first
            "Moskau/=/PROPN/2/nsubj//LOC sagt/sagen/VERB/0/ROOT/Fin.Ind ,/=/PUNCT/6/punct dass/=/SCONJ/6/mark "
            "Kiew/=/PROPN/6/nsubj//LOC bestreitet/bestreiten/VERB/2/ccomp/Fin.Ind "
            ",/=/PUNCT/10/punct dass/=/SCONJ/10/mark "
            "Minsk/=/PROPN/10/nsubj//LOC tötete/töten/VERB/6/ccomp/Fin.Ind",
            "tötete",
            "bestreitet sagt",
        ),
        (  # "laut" says all of its clause, but not the source's own phrase
            "Laut/laut/ADP/2/case Polizei/=/NOUN/5/obl in/=/ADP/4/case Kiew/=/PROPN/2/nmod//LOC "
            "starben/sterben/VERB/0/ROOT/Fin Kinder/Kind/NOUN/5/nsubj",
            "Kinder",
            "Laut",
        ),
        (
            "Laut/laut/ADP/2/case Polizei/=/NOUN/5/obl in/=/ADP/4/case Kiew/=/PROPN/2/nmod//LOC "
            "starben/sterben/VERB/0/ROOT/Fin Kinder/Kind/NOUN/5/nsubj",
            "Kiew",
            "",
        ),
        (  # nor a relative clause
            "Laut/laut/ADP/2/case Polizei/=/NOUN/3/obl starben/sterben/VERB/0/ROOT/Fin Kinder/Kind/NOUN/3/nsubj "
            ",/=/PUNCT/7/punct die/der/PRON/7/nsubj/Rel flohen/fliehen/VERB/4/acl:relcl/Fin",
            "flohen",
            "",
        ),
    ],
)
def test_governing(text: str, form: str, expected: str) -> None:
    (sentence,) = doc(text).sents
    parsed = sentence.doc
    around = cue_.governing(token(parsed, form), list(cues.find(sentence, DE)))
    assert expected == " ".join(c.token.text for c in around)


def test_a_cue_without_content_governs_nothing() -> None:
    (sentence,) = doc(DENIES).sents
    (cue,) = cues.find(sentence, DE)
    assert [] == cue_.governing(token(sentence.doc, "tötete"), [replace(cue, roots=())])


@pytest.mark.parametrize(
    ("finite", "expected"),
    [
        ("sei/sein/AUX/3/cop/Fin.Sub.3.Pres", True),
        ("habe/haben/AUX/3/aux/Fin.Sub.3.Pres", True),
        ("habe/haben/AUX/3/aux/Fin.Sub.1.Pres", False),  # "ich habe"
        ("könne/können/AUX/3/aux/Fin.Ind.3.Pres", True),  # by its form, whatever the tagger says
        ("könnte/können/AUX/3/aux/Fin.Sub.3.Pres", False),
        ("hätte/haben/AUX/3/aux/Fin.Sub.3.Past", False),
        ("ist/sein/AUX/3/cop/Fin.Ind.3.Pres", False),
    ],
)
def test_is_reported(finite: str, expected: bool) -> None:
    parsed = doc(f"Er/er/PRON/3/nsubj {finite} krank/=/ADJ/0")
    assert expected == cue_.is_reported(parsed[2], DE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abzuziehen/abziehen/VERB/0/ROOT/Inf//VVIZU", True),
        ("zu/=/PART/2/mark///PTKZU gehen/=/VERB/0/ROOT/Inf", True),
        ("um/=/SCONJ/3/mark///KOUI zu/=/PART/3/mark///PTKZU gehen/=/VERB/0/ROOT/Inf", False),
        ("gehen/=/VERB/0/ROOT/Inf", False),
    ],
)
def test_is_zu_infinitive(text: str, expected: bool) -> None:
    assert expected == cue_.is_zu_infinitive(doc(text)[-1])


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("Kiew/=/PROPN/0 und/=/CCONJ/3/cc Oslo/=/PROPN/1/conj", "Kiew", "Kiew Oslo"),
        ("Es/es/PRON/2/nsubj heißt/heißen", "Es", ""),
        ("Vilas/=/NOUN/4/nsubj//LOC Anwalt/=/NOUN/1/appos Max/=/PROPN/2/flat//PER sagt/sagen/VERB", "Vilas", "Anwalt"),
        ("Alphatel/=/PROPN/3/nsubj//ORG Konzern/=/NOUN/1/appos sagt/sagen/VERB", "Alphatel", "Alphatel"),
        ("Man/man/PRON/2/nsubj sagt/sagen", "Man", ""),
        ("Niemand/niemand/PRON/2/nsubj sagt/sagen", "Niemand", ""),
        ("Sie/sie/PRON/2/nsubj sagt/sagen", "Sie", "Sie"),
        ("Meier/=/PROPN/0 ,/=/PUNCT/4/punct der/=/PRON/4/nsubj/Rel sagt/sagen/VERB/1/acl:relcl", "der", "Meier"),
    ],
)
def test_people(text: str, form: str, expected: str) -> None:
    assert expected == forms(cue_.people(token(doc(text), form), DE))


@pytest.mark.parametrize(
    ("noun", "event", "content"),
    [
        ("Angriff/=/NOUN", True, True),
        ("Forderung/=/NOUN", True, True),  # something said
        ("Angriff/=/NOUN/0/ROOT//ORG", False, False),  # a name
        ("Polizei/=/NOUN", False, False),
        ("Vernunft/=/NOUN", False, True),  # no actor
        ("das/=/PRON", False, True),  # points back
        ("er/=/PRON", False, False),
    ],
)
def test_actor_or_content(noun: str, event: bool, content: bool) -> None:
    found_ = doc(noun)[0]
    assert (event, content) == (cue_.is_event_noun(found_, DE), cue_.is_content(found_, DE))


@pytest.mark.parametrize(
    ("lemma", "kind", "expected"),
    [
        ("Forderung", "demand", "Forderung"),
        ("Kernforderung", "demand", "Forderung"),
        ("Kern-Forderung", "demand", "Forderung"),
        ("Kernforderung", "report", "Kernforderung"),
        ("Forderungen", "demand", "Forderungen"),
    ],
)
def test_compound_head(lemma: str, kind: str, expected: str) -> None:
    assert expected == cue_.compound_head(lemma, kind, DE)
