"""Words of saying that are no verbs: nouns, adpositions, adjectives, "so", a headline's colon."""

from __future__ import annotations

import pytest

from kg.extract.attribution import asides, headlines, noun_cues, other_cues
from kg.extract.attribution.cue import Cue
from tests.extract.made import DE, doc, forms, token


def shown(cue: Cue | None) -> str:
    return "-" if cue is None else f"{cue.row.type} {forms(cue.sources)} > {forms(cue.roots)}"


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("Forderung/=/NOUN/0 nach/=/ADP/3/case Abzug/=/NOUN/1/nmod", "Forderung", "Demand  > Abzug"),
        (
            "russische/russisch/ADJ/2/amod//DEM Forderung/=/NOUN/0 nach/=/ADP/4/case Abzug/=/NOUN/2/nmod",
            "Forderung",
            "Demand russische > Abzug",
        ),
        (
            "ihre/ihr/DET/2/det:poss Forderung/=/NOUN/0 nach/=/ADP/4/case Abzug/=/NOUN/2/nmod",
            "Forderung",
            "Demand ihre > Abzug",
        ),
        (
            "Forderung/=/NOUN/0 der/der/DET/3/det Partei/=/NOUN/1/nmod abzuziehen/abziehen/VERB/1/acl/Inf",
            "Forderung",
            "Demand Partei > abzuziehen",
        ),
        ("Lohnforderung/=/NOUN/0 nach/=/ADP/3/case Abzug/=/NOUN/1/nmod", "Lohnforderung", "Demand  > Abzug"),
        ("Forderung/=/NOUN/0 der/der/DET/3/det Partei/=/NOUN/1/nmod", "Forderung", "-"),  # without a content
        ("Forderung/=/NOUN/0 mit/=/ADP/3/case Abzug/=/NOUN/1/nmod", "Forderung", "-"),
        ("Haus/=/NOUN/0 nach/=/ADP/3/case Abzug/=/NOUN/1/nmod", "Haus", "-"),
        (  # a participle is no content
            "Forderung/=/NOUN/0 erhoben/erheben/VERB/1/acl/Part",
            "Forderung",
            "-",
        ),
        (  # nor is a relative clause
            "Forderung/=/NOUN/0 ,/=/PUNCT/4/punct die/der/PRON/4/nsubj/Rel stört/stören/VERB/1/acl:relcl/Fin",
            "Forderung",
            "-",
        ),
        (  # the subject of a light verb is the source
            "Oslo/=/PROPN/2/nsubj//LOC stellt/stellen Forderung/=/NOUN/2/obj nach/=/ADP/5/case Abzug/=/NOUN/3/nmod",
            "Forderung",
            "Demand Oslo > Abzug",
        ),
        (  # that of another verb is not
            "Oslo/=/PROPN/2/nsubj//LOC besingt/besingen Forderung/=/NOUN/2/obj nach/=/ADP/5/case Abzug/=/NOUN/3/nmod",
            "Forderung",
            "Demand  > Abzug",
        ),
        (  # an event noun in the genitive is the content, an actor the source
            "Vorwurf/=/NOUN/0 des/der/DET/3/det/Gen Angriffs/Angriff/NOUN/1/nmod/Gen",
            "Vorwurf",
            "Accusation  > Angriffs",
        ),
        (  # whom a blame is on is enough
            "Oslo/=/PROPN/2/nsubj//LOC erhebt/erheben Vorwürfe/Vorwurf/NOUN/2/obj gegen/=/ADP/5/case "
            "Kiew/=/PROPN/3/nmod//LOC",
            "Vorwürfe",
            "Accusation Oslo > Kiew",
        ),
        (  # what a thing meets with
            "Plan/=/NOUN/2/nsubj stößt/stoßen bei/=/ADP/4/case Ärzten/Arzt/NOUN/2/obl "
            "auf/=/ADP/6/case Kritik/=/NOUN/2/obl",
            "Kritik",
            "Accusation Ärzten > Plan",
        ),
        (  # "mit der Begründung, …": who does it says so
            "Oslo/=/PROPN/2/nsubj//LOC geht/gehen mit/=/ADP/4/case Forderung/=/NOUN/2/obl nach/=/ADP/6/case "
            "Abzug/=/NOUN/4/nmod",
            "Forderung",
            "Demand Oslo > Abzug",
        ),
        (  # others suspect him, not he himself
            "Oslo/=/PROPN/2/nsubj//LOC steht/stehen im/in/ADP/4/case Verdacht/=/NOUN/2/obl "
            "abzuziehen/abziehen/VERB/2/xcomp/Inf",
            "Verdacht",
            "Expectation  > abzuziehen",
        ),
    ],
)
def test_nouns(text: str, form: str, expected: str) -> None:
    assert expected == shown(noun_cues.noun(token(doc(text), form), DE))


DIED = "starben/sterben/VERB/0/ROOT/Fin Kinder/Kind/NOUN/{}/nsubj"


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (f"Laut/laut/ADP/2/case Polizei/=/NOUN/3/obl {DIED.format(3)}", "Laut", "Assertion Polizei > starben"),
        (f"Polizei/=/NOUN/3/obl zufolge/=/ADP/1/case {DIED.format(3)}", "zufolge", "Assertion Polizei > starben"),
        (f"Berichten/Bericht/NOUN/3/obl zufolge/=/ADP/1/case {DIED.format(3)}", "zufolge", "Assertion  > starben"),
        (
            f"Nach/nach/ADP/2/case Angaben/Angabe/NOUN/4/obl Kiews/Kiew/PROPN/2/nmod//LOC {DIED.format(4)}",
            "Nach",
            "Assertion Kiews > starben",
        ),
        (
            "Nach/nach/ADP/2/case Angaben/Angabe/NOUN/5/obl aus/=/ADP/4/case Kreisen/Kreis/NOUN/2/nmod "
            f"{DIED.format(5)}",
            "Nach",
            "Assertion Kreisen > starben",
        ),
        (  # nobody
            f"Nach/nach/ADP/2/case Angaben/Angabe/NOUN/5/obl aus/=/ADP/4/case Holz/=/NOUN/2/nmod {DIED.format(5)}",
            "Nach",
            "Assertion  > starben",
        ),
        (  # a genitive with "von"
            f"Nach/nach/ADP/2/case Angaben/Angabe/NOUN/5/obl von/=/ADP/4/case Ärzten/Arzt/NOUN/2/nmod {DIED.format(5)}",
            "Nach",
            "Assertion Ärzten > starben",
        ),
        (
            f"Nach/nach/ADP/3/case russischen/russisch/ADJ/3/amod//DEM Angaben/Angabe/NOUN/4/obl {DIED.format(4)}",
            "Nach",
            "Assertion russischen > starben",
        ),
        (  # who acts says so himself
            "Nach/nach/ADP/3/case eigenen/eigen/ADJ/3/amod Angaben/Angabe/NOUN/5/obl Kiew/=/PROPN/5/nsubj//LOC "
            "siegte/siegen/VERB/0/ROOT/Fin",
            "Nach",
            "Assertion Kiew > siegte",
        ),
        (  # the body behind a compound
            f"Nach/nach/ADP/2/case Polizeiangaben/Polizeiangabe/NOUN/3/obl {DIED.format(3)}",
            "Nach",
            "Assertion Polizeiangaben > starben",
        ),
        (
            f"Aus/aus/ADP/2/case Sicht/=/NOUN/4/obl Kiews/Kiew/PROPN/2/nmod//LOC {DIED.format(4)}",
            "Aus",
            "Assertion Kiews > starben",
        ),
        (f"Aus/aus/ADP/2/case Kiew/=/PROPN/3/obl//LOC {DIED.format(3)}", "Aus", "-"),
        (  # the clause, not the participle in it
            "Laut/laut/ADP/2/case Polizei/=/NOUN/3/obl vertreten/=/VERB/4/advcl/Part starben/sterben/VERB/0/ROOT/Fin",
            "Laut",
            "Assertion Polizei > starben",
        ),
        (f"Nach/nach/ADP/2/case Angriffen/Angriff/NOUN/3/obl {DIED.format(3)}", "Nach", "-"),  # a time
        (f"Nach/nach/ADP/2/case Kiew/=/PROPN/3/obl//LOC {DIED.format(3)}", "Nach", "-"),
        (f"Gemäß/gemäß/ADP/2/case Abkommen/=/NOUN/3/obl {DIED.format(3)}", "Gemäß", "-"),
        (f"In/in/ADP/2/case Kiew/=/PROPN/3/obl//LOC {DIED.format(3)}", "In", "-"),
    ],
)
def test_adpositions(text: str, form: str, expected: str) -> None:
    assert expected == shown(other_cues.adposition(token(doc(text), form), DE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oslo/=/PROPN/3/nsubj//LOC ist/sein/AUX/3/cop besorgt/=/ADJ/0 über/=/ADP/5/case Kämpfe/Kampf/NOUN/3/obl",
            "Concern Oslo > Kämpfe",
        ),
        (  # "zeigte sich besorgt"
            "Oslo/=/PROPN/2/nsubj//LOC zeigt/zeigen sich/=/PRON/2/obj///PRF besorgt/=/ADJ/2/xcomp über/=/ADP/6/case "
            "Kämpfe/Kampf/NOUN/2/obl",
            "Concern Oslo > Kämpfe",
        ),
        (
            "Oslo/=/PROPN/3/nsubj//LOC ist/sein/AUX/3/cop besorgt/=/ADJ/0 "
            "er/=/PRON/5/nsubj kommt/kommen/VERB/3/ccomp/Fin",
            "Concern Oslo > kommt",
        ),
        (  # what came of it
            "Oslo/=/PROPN/4/nsubj//LOC ist/sein/AUX/4/cop so/=/ADV/4/advmod besorgt/=/ADJ/0 dass/=/SCONJ/7/mark "
            "er/=/PRON/7/nsubj kommt/kommen/VERB/4/ccomp/Fin",
            "-",
        ),
        ("Oslo/=/PROPN/3/nsubj//LOC ist/sein/AUX/3/cop besorgt/=/ADJ/0", "-"),  # about nothing
        ("besorgt/=/ADJ/0 über/=/ADP/3/case Kämpfe/Kampf/NOUN/1/obl", "-"),  # nobody
        ("Der/der/DET/3/det besorgt/=/ADJ/3/amod Mann/=/NOUN/0 über/=/ADP/5/case Kämpfe/Kampf/NOUN/2/obl", "-"),
        ("Oslo/=/PROPN/3/nsubj//LOC ist/sein/AUX/3/cop besorgt/=/ADJ/0 in/=/ADP/5/case Kiew/=/PROPN/3/obl//LOC", "-"),
    ],
)
def test_adjectives(text: str, expected: str) -> None:
    assert expected == shown(other_cues.adjective(token(doc(text), "besorgt"), DE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kinder/Kind/NOUN/2/nsubj starben/sterben ,/=/PUNCT/6/punct "
            "so/=/ADV/6/advmod der/=/DET/6/det Arzt/=/NOUN/2/obl",
            "Assertion Arzt > starben",
        ),
        (
            "Kinder/Kind/NOUN/2/nsubj starben/sterben so/=/ADV/5/advmod der/=/DET/5/det Arzt/=/NOUN/2/obl",
            "-",
        ),  # no comma
        (  # the parser hung the clause on the speaker
            "Plan/=/NOUN/2/nsubj sei/sein/AUX/5/cop ,/=/PUNCT/5/punct so/=/ADV/5/advmod Meier/=/PROPN/0/ROOT//PER "
            ",/=/PUNCT/7/punct Last/=/NOUN/5/conj",
            "Assertion Meier > sei Last",
        ),
        (  # or on its own copula
            "Plan/=/NOUN/2/nsubj sei/sein/AUX/0/ROOT/Fin ,/=/PUNCT/5/punct so/=/ADV/5/advmod "
            "Meier/=/PROPN/7/nsubj//PER ,/=/PUNCT/5/punct schuld/=/ADJ/2/parataxis",
            "Assertion Meier > sei",
        ),
        ("Kinder/Kind/NOUN/2/nsubj starben/sterben ,/=/PUNCT/4/punct so/=/ADV/5/advmod schnell/=/ADV/2/advmod", "-"),
        (  # not right behind
            "Kinder/Kind/NOUN/2/nsubj starben/sterben ,/=/PUNCT/6/punct "
            "so/=/ADV/6/advmod früh/=/ADV/2/advmod Arzt/=/NOUN/2/obl",
            "-",
        ),
    ],
)
def test_so(text: str, expected: str) -> None:
    assert expected == shown(asides.so(token(doc(text), "so"), DE))


def test_so_at_the_beginning_is_no_cue() -> None:
    assert asides.so(doc("So/so/ADV/2/advmod Arzt/=/NOUN/0")[0], DE) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiew/=/PROPN/3/obl//LOC :/=/PUNCT/1/punct Angriff/=/NOUN/0", ["Assertion Kiew > Angriff"]),
        ("Kiew/=/PROPN/0/ROOT//LOC :/=/PUNCT/1/punct Angriff/=/NOUN/1/appos", ["Assertion Kiew > Angriff"]),
        ("Wetter/=/NOUN/3/obl :/=/PUNCT/1/punct Sturm/=/NOUN/0", []),  # no name
        ("Kiew/=/PROPN/2/nsubj//LOC sagt/sagen :/=/PUNCT/2/punct Nein/=/INTJ/2/discourse", []),  # a sentence
        ("Kiew/=/PROPN/0/ROOT//LOC :/=/PUNCT/1/punct", []),  # nothing said
        ("Kiew/=/PROPN/0/ROOT//LOC :/=/PUNCT/1/punct 12,4/=/NUM/4/nummod %/=/NOUN/1/appos", []),  # a line of a table
        (
            "Kiew/=/PROPN/6/obl//LOC in/=/ADP/4/case der/=/DET/4/det "
            "Not/=/NOUN/1/nmod :/=/PUNCT/1/punct Hilfe/=/NOUN/0",
            [],
        ),
    ],
)
def test_headline(text: str, expected: list[str]) -> None:
    (sentence,) = doc(text).sents
    assert expected == [shown(c) for c in headlines.headline(sentence, DE)]


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("Demnach/demnach/ADV/2/advmod starben/sterben/VERB/0/ROOT/Fin.Ind", "Demnach", "Assertion  > starben"),
        ("Danach/danach/ADV/2/advmod habe/haben/VERB/0/ROOT/Fin.Sub", "Danach", "Assertion  > habe"),
        ("Danach/danach/ADV/2/advmod starben/sterben/VERB/0/ROOT/Fin.Ind", "Danach", "-"),  # a time
        ("Dort/dort/ADV/2/advmod starben/sterben/VERB/0/ROOT/Fin.Ind", "Dort", "-"),
    ],
)
def test_told(text: str, form: str, expected: str) -> None:
    assert expected == shown(asides.told(token(doc(text), form), DE))


def test_so_whatever_it_hangs_on() -> None:
    text = (
        "Es/=/PRON/2/nsubj regnet/regnen/VERB/0/ROOT/Fin ,/=/PUNCT/6/punct so/=/ADV/2/advmod der/=/DET/6/det "
        "Minister/=/NOUN/2/conj"
    )
    assert "Assertion Minister > regnet" == shown(asides.so(token(doc(text), "so"), DE))


def test_gemaess_needs_an_actor() -> None:
    text = "Es/=/PRON/2/nsubj regnet/regnen/VERB/0/ROOT/Fin gemäß/=/ADP/4/case {}/=/NOUN/2/obl"
    assert "Assertion Polizei > regnet" == shown(other_cues.adposition(token(doc(text.format("Polizei")), "gemäß"), DE))
    assert "-" == shown(other_cues.adposition(token(doc(text.format("Abkommen")), "gemäß"), DE))


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (
            "Partei/=/NOUN/4/nsubj ist/sein/AUX/4/cop gegen/=/ADP/4/case Reform/=/NOUN/0",
            "Reform",
            "Refusal Partei > Reform",
        ),
        (  # with the copula as the head
            "Partei/=/NOUN/2/nsubj ist/sein/AUX/0 für/=/ADP/4/case Reform/=/NOUN/2/obl",
            "Reform",
            "Demand Partei > Reform",
        ),
        ("Brief/=/NOUN/4/nsubj ist/sein/AUX/4/cop für/=/ADP/4/case Reform/=/NOUN/0", "Reform", "-"),
        ("Partei/=/NOUN/4/nsubj ist/sein/AUX/4/cop für/=/ADP/4/case Minister/=/NOUN/0", "Minister", "-"),
        ("Partei/=/NOUN/4/nsubj ist/sein/AUX/4/cop in/=/ADP/4/case Not/=/NOUN/0", "Not", "-"),
    ],
)
def test_who_is_for_or_against_it(text: str, form: str, expected: str) -> None:
    assert expected == shown(other_cues.predicate(token(doc(text), form), DE))
