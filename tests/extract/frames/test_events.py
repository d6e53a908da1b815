"""Events: the words of the tables whose needs are met, and no others."""

from __future__ import annotations

import pytest

from kg.extract.frames import events
from kg.extract.frames.mutual import mutual
from kg.extract.participants.understood import understood_subject
from tests.extract.made import DE, doc, forms, found_events, roles, token


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kiew/=/PROPN/2/nsubj//LOC entsandte/entsenden Truppen/Truppe/NOUN/2/obj",
            ["Deployment entsandte: agent=Kiew; patient=Truppen"],
        ),
        ("Kiew/=/PROPN/2/nsubj//LOC entsandte/entsenden Grüße/Gruß/NOUN/2/obj", []),  # needs a force
        ("Kiew/=/PROPN/2/nsubj//LOC entsandte/entsenden", []),
        ("Kiew/=/PROPN/2/nsubj//LOC schweigt/schweigen", []),  # no row
        ("entsandte/entsenden/NOUN/0", []),  # no verb
        (  # the row that needs the reflexive pronoun
            "Kim/=/PROPN/2/nsubj//PER traf/treffen sich/=/PRON/2/obj///PRF mit/=/ADP/5/case Xi/=/PROPN/2/obl//PER",
            ["Meeting traf: agent=Kim Xi"],
        ),
        (  # both sides of a meeting are agents
            "Kim/=/PROPN/2/nsubj//PER traf/treffen Xi/=/PROPN/2/obj//PER",
            ["Meeting traf: agent=Kim Xi"],
        ),
        (  # the specific row first
            "Rakete/=/NOUN/2/nsubj/Sing traf/treffen/VERB/0/ROOT/Fin.Sing Haus/=/NOUN/2/obj/Acc.Sing",
            ["Attack traf: instrument=Rakete; patient=Haus"],
        ),
        ("Kim/=/PROPN/2/nsubj//PER traf/treffen Maßnahmen/Maßnahme/NOUN/2/obj", []),
        (  # nobody is harmed
            "wurde/werden/AUX/3/aux:pass niemand/=/PRON/3/nsubj:pass verletzt/verletzen/VERB/0/ROOT/Part",
            ["Injury verletzt: "],
        ),
        ("hat/haben/AUX/2/aux verletzt/verletzen/VERB/0/ROOT/Part", []),
        (  # another event of the same type in its phrase
            "Frauen/Frau/NOUN/2/nsubj/Nom.Plur verließen/verlassen/VERB/0/ROOT/Fin.Plur vor/=/ADP/4/case "
            "Eintreffen/=/NOUN/2/obl/Dat.Sing der/=/DET/6/det/Gen.Plur Soldaten/Soldat/NOUN/4/nmod/Gen.Plur "
            "Kiew/=/PROPN/2/obj//LOC",
            ["Movement verließen: agent=Frauen; origin=Kiew", "Movement Eintreffen: agent=Soldaten"],
        ),
        (  # the object in front, where nothing else is possible
            "Gesetz/=/NOUN/2/nsubj/Neut.Sing unterstützte/unterstützen/VERB/0/ROOT/Fin.Sing "
            "Gruppe/=/NOUN/2/obj/Fem.Sing",
            ["Support unterstützte: agent=Gruppe; patient=Gesetz"],
        ),
        (  # an idiom tells which row, and is no filler
            "Vier/4/NOUN/2/nsubj kamen/kommen ums/um/ADP/4/case Leben/=/NOUN/2/obl/Acc",
            ["Killing kamen: patient=Vier"],
        ),
        ("Vier/4/NOUN/2/nsubj kamen/kommen um/=/ADP/4/case Brot/=/NOUN/2/obl/Acc", []),
        (
            "entsandten/entsenden/VERB/2/amod/Part Truppen/Truppe/NOUN/0",
            ["Deployment entsandten: patient=Truppen"],
        ),
        (  # the lemmatiser knows no inflected participles
            "entsandten/entsandt/ADJ/2/amod Truppen/Truppe/NOUN/0",
            ["Deployment entsandten: patient=Truppen"],
        ),
        (  # nor some participles at all
            "Rekruten/Rekrut/NOUN/3/nsubj:pass wurden/werden/AUX/3/aux:pass festgenommen/festgenomm/VERB/0/ROOT/Part",
            ["Detention festgenommen: patient=Rekruten"],
        ),
        (  # a part of the verb that stands apart
            "Polizei/=/NOUN/2/nsubj stellte/stellen Waffen/Waffe/NOUN/2/obj sicher/=/ADJ/2/xcomp",
            ["Investigation stellte: agent=Polizei; patient=Waffen"],
        ),
        (  # what follows stands for the phrase that the row asks for
            "Kim/=/PROPN/2/nsubj//PER drohte/drohen damit/=/ADV/2/advmod///PROAV",
            ["Threat drohte: agent=Kim"],
        ),
        ("Kim/=/PROPN/2/nsubj//PER drohte/drohen", ["Threat drohte: agent=Kim"]),
        (  # a decision that only a clause tells
            "wurde/werden/AUX/2/aux:pass/Fin beschlossen/beschließen/VERB/0/ROOT/Part "
            "zu/=/PART/4/mark gehen/=/VERB/2/xcomp/Inf",
            ["Decision beschlossen: "],
        ),
        (  # only that it happens is said
            "wurde/werden/AUX/2/aux:pass/Fin beschlossen/beschließen/VERB/0/ROOT/Part",
            ["Decision beschlossen: "],
        ),
        ("beschlossen/beschließen/VERB/0/ROOT/Part", []),
        (  # the dead
            "Kinder/Kind/NOUN/4/nsubj:pass wurden/werden/AUX/4/aux:pass/Fin tot/=/ADJ/4/advmod "
            "aufgefunden/auffinden/VERB/0/ROOT/Part",
            ["Killing aufgefunden: patient=Kinder"],
        ),
        (
            "Entsendung/=/NOUN/0 von/=/ADP/3/case Truppen/Truppe/NOUN/1/nmod",
            ["Deployment Entsendung: patient=Truppen"],
        ),
        ("Entsendung/=/NOUN/0", []),
        ("Angriff/=/PROPN/0/ROOT//ORG auf/=/ADP/3/case Kiew/=/PROPN/1/nmod//LOC", []),  # a name is no event
        (  # nor is a part of one
            "Neustadts/=/PROPN/2/nmod//ORG Angriff/=/NOUN/0/ROOT//+ORG auf/=/ADP/4/case Kiew/=/PROPN/2/nmod//LOC "
            "Kleiner/=/ADJ/6/amod//ORG Angriff/=/NOUN/2/conj//+ORG",
            [],
        ),
        (  # a common noun that the recogniser took for a name
            "NATO-Angriff/=/NOUN/0/ROOT//ORG auf/=/ADP/3/case Kiew/=/PROPN/1/nmod//LOC",
            ["Attack NATO-Angriff: agent=NATO-Angriff; patient=Kiew"],
        ),
        (  # a modal that is the verb of its clause
            "Kim/=/PROPN/2/nsubj//PER muss/müssen/AUX/0/ROOT ins/in/ADP/4/case Gefängnis/=/NOUN/2/obl/Acc.Sing",
            ["Detention muss: location=Gefängnis; patient=Kim"],
        ),
        ("Truppenentsendung/=/NOUN/0", ["Deployment Truppenentsendung: patient=Truppenentsendung"]),
        ("Gesandtenentsendung/=/NOUN/0", []),  # its first part is no force
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    assert expected == found_events(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the subject of a light verb acts
            "Kiew/=/PROPN/2/nsubj//LOC verübte/verüben Angriffe/Angriff/NOUN/2/obj auf/=/ADP/5/case "
            "Kursk/=/PROPN/3/nmod//LOC",
            ["Attack Angriffe: agent=Kiew; patient=Kursk"],
        ),
        (  # that of another does not
            "Kiew/=/PROPN/2/nsubj//LOC sah/sehen Angriffe/Angriff/NOUN/2/obj auf/=/ADP/5/case "
            "Kursk/=/PROPN/3/nmod//LOC",
            ["Attack Angriffe: patient=Kursk"],
        ),
        (  # who is named by the noun itself goes first
            "Kiew/=/PROPN/2/nsubj//LOC verübte/verüben Angriffe/Angriff/NOUN/2/obj durch/=/ADP/5/case "
            "Söldner/=/NOUN/3/nmod",
            ["Attack Angriffe: agent=Söldner"],
        ),
    ],
)
def test_light_verbs(text: str, expected: list[str]) -> None:
    assert expected == found_events(text)


def test_a_verb_and_the_noun_that_it_carries_are_one_event() -> None:
    text = (
        "Kiew/=/PROPN/2/nsubj//LOC attackiert/angreifen Kursk/=/PROPN/2/obj//LOC bei/=/ADP/5/case "
        "Angriffen/Angriff/NOUN/2/obl auf/=/ADP/7/case Soldaten/Soldat/NOUN/5/nmod"
    )
    assert ["Attack attackiert: agent=Kiew; patient=Kursk"] == found_events(text)
    assert 2 == len(found_events(text.replace("Angriffen/Angriff/NOUN/2/obl", "Angriffen/Angriff/NOUN/2/nmod")))


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (  # control by the subject
            "Kiew/=/PROPN/2/nsubj//LOC verspricht/versprechen abzuziehen/abziehen/VERB/2/xcomp/Inf",
            "abzuziehen",
            "Kiew",
        ),
        (  # by the addressee
            "Kiew/=/PROPN/2/nsubj//LOC fordert/auffordern Moskau/=/PROPN/2/obj//LOC "
            "abzuziehen/abziehen/VERB/2/xcomp/Inf",
            "abzuziehen",
            "Moskau",
        ),
        (  # of a passive
            "Moskau/=/PROPN/3/nsubj:pass//LOC wird/werden/AUX/3/aux:pass aufgefordert/auffordern/VERB/0/ROOT/Part "
            "abzuziehen/abziehen/VERB/3/xcomp/Inf",
            "abzuziehen",
            "Moskau",
        ),
        (  # by nobody
            "Kiew/=/PROPN/2/nsubj//LOC meldet/melden abzuziehen/abziehen/VERB/2/acl/Inf",
            "abzuziehen",
            "-",
        ),
        (  # verbs without a row: their subject
            "Kiew/=/PROPN/2/nsubj//LOC versucht/versuchen anzugreifen/angreifen/VERB/2/xcomp/Inf",
            "anzugreifen",
            "Kiew",
        ),
        (
            "Kiew/=/PROPN/2/nsubj//LOC kam/kommen um/=/SCONJ/4/mark abzuziehen/abziehen/VERB/2/advcl/Inf",
            "abzuziehen",
            "Kiew",
        ),
        (
            "Kiew/=/PROPN/2/nsubj//LOC verspricht/versprechen zu/=/PART/4/mark "
            "gehen/=/VERB/2/xcomp/Inf und/=/CCONJ/6/cc "
            "abzuziehen/abziehen/VERB/4/conj/Inf",
            "abzuziehen",
            "Kiew",
        ),
        (
            "Soldaten/Soldat/NOUN/0 ,/=/PUNCT/3/punct entsandt/entsenden/VERB/1/acl/Part nach/=/ADP/5/case "
            "Mali/=/PROPN/3/obl//LOC",
            "entsandt",
            "Soldaten",
        ),
        ("Soldaten/Soldat/NOUN/0 abzuziehen/abziehen/VERB/1/xcomp/Inf", "abzuziehen", "-"),
        (  # by a noun: whose it is
            "Versuch/=/NOUN/0 Kiews/Kiew/PROPN/1/nmod/Gen/LOC abzuziehen/abziehen/VERB/1/acl/Inf",
            "abzuziehen",
            "Kiews",
        ),
        (
            "Kiew/=/PROPN/2/nsubj//LOC wagt/wagen Versuch/=/NOUN/2/obj abzuziehen/abziehen/VERB/3/acl/Inf",
            "abzuziehen",
            "Kiew",
        ),
        (  # but not who asks for it
            "Forderung/=/NOUN/0 Kiews/Kiew/PROPN/1/nmod/Gen/LOC abzuziehen/abziehen/VERB/1/acl/Inf",
            "abzuziehen",
            "-",
        ),
        (  # whom somebody lets do it
            "Kiew/=/PROPN/2/nsubj//LOC ließ/lassen Stadt/=/NOUN/6/obj von/=/ADP/5/case Polizei/=/NOUN/6/obl "
            "räumen/=/VERB/2/xcomp/Inf",
            "räumen",
            "Polizei",
        ),
    ],
)
def test_understood_subject(text: str, form: str, expected: str) -> None:
    assert expected == forms([understood_subject(token(doc(text), form), DE)])


@pytest.mark.parametrize(
    ("event", "given", "expected"),
    [
        ("Meeting", "agent=Kim partner=Xi topic=Öl", "agent=Kim Xi; topic=Öl"),
        ("Meeting", "partner=Xi", "agent=Xi"),
        ("Meeting", "agent=Xi", "agent=Xi"),
        ("Visit", "agent=Kim partner=Xi", "agent=Kim; partner=Xi"),  # not mutual
    ],
)
def test_mutual(event: str, given: str, expected: str) -> None:
    parsed = doc("Kim/=/PROPN Xi/=/PROPN Öl/=/NOUN")
    fillers = {role: [token(parsed, form)] for role, form in (pair.split("=") for pair in given.split())}
    assert expected == roles(mutual(event, fillers))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (  # a verb that says little, and an event of its own
            "Oslo/=/PROPN/2/nsubj//LOC belegte/belegen Kim/=/PROPN/2/obj//PER mit/=/ADP/5/case "
            "Sanktionen/Sanktion/NOUN/2/obl/Dat.Plur",
            "Sanktionen",
        ),
        (
            "Oslo/=/PROPN/2/nsubj//LOC unterzeichnete/unterzeichnen Abkommen/=/NOUN/2/obj/Acc.Sing",
            "None",
        ),
        (  # an idiom
            "Kim/=/PROPN/2/nsubj//PER stand/stehen vor/=/ADP/4/case Gericht/=/NOUN/2/obl/Dat.Sing",
            "Gericht",
        ),
    ],
)
def test_the_noun_that_names_the_event(text: str, noun: str) -> None:
    assert [str(f.noun) for s in doc(text).sents for f in events.find(s, DE)] == [noun]
