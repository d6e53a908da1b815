"""Which dependents fill which role: of a verb, a participle, a noun; and which of them fill none."""

from __future__ import annotations

import pytest

from kg.extract.participants import arguments, attributes, far, of_nouns, subjects
from tests.extract.made import DE, doc, forms, roles, token

SENT = "entsandte/entsenden/VERB/0/ROOT/Fin.Ind.Sing"
KIEW = "Kiew/=/PROPN/2/nsubj/Nom.Sing/LOC"
TROOPS = "Soldaten/Soldat/NOUN/2/obj/Acc.Plur"


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (f"{KIEW} {SENT} {TROOPS}", "entsandte", "agent=Kiew; patient=Soldaten"),
        (  # the accusative is a direction
            f"{KIEW} {SENT} {TROOPS} in/=/ADP/6/case die/der/DET/6/det/Acc Ukraine/=/PROPN/2/obl/Acc.Sing/LOC",
            "entsandte",
            "agent=Kiew; destination=Ukraine; patient=Soldaten",
        ),
        (  # the dative is a place
            f"{KIEW} {SENT} {TROOPS} in/=/ADP/6/case der/der/DET/6/det/Dat Ukraine/=/PROPN/2/obl/Dat.Sing/LOC",
            "entsandte",
            "agent=Kiew; location=Ukraine; patient=Soldaten",
        ),
        (  # a thing is no direction
            f"{KIEW} {SENT} {TROOPS} in/=/ADP/6/case die/der/DET/6/det/Acc Hoffnung/=/NOUN/2/obl/Acc.Sing",
            "entsandte",
            "agent=Kiew; patient=Soldaten",
        ),
        (  # nor is a time
            f"{KIEW} {SENT} {TROOPS} am/an/ADP/5/case Montag/=/NOUN/2/obl/Dat.Sing",
            "entsandte",
            "agent=Kiew; patient=Soldaten",
        ),
        (  # a preposition that the row does not have
            f"{KIEW} {SENT} {TROOPS} wegen/=/ADP/5/case Odessa/=/PROPN/2/obl/Gen.Sing/LOC",
            "entsandte",
            "agent=Kiew; patient=Soldaten",
        ),
        (  # joined phrases, and a bare time
            f"{KIEW} {SENT} Montag/=/NOUN/2/obj/Acc.Sing {TROOPS} und/=/CCONJ/6/cc Panzer/=/NOUN/4/conj/Acc.Plur",
            "entsandte",
            "agent=Kiew; patient=Soldaten Panzer",
        ),
        (  # the subject of a passive
            "Soldaten/Soldat/NOUN/4/nsubj:pass wurden/werden/AUX/4/aux:pass/Fin nach/=/ADP/5/case "
            "entsandt/entsenden/VERB/0/ROOT/Part Mali/=/PROPN/4/obl//LOC",
            "entsandt",
            "destination=Mali; patient=Soldaten",
        ),
        (  # its agent
            "Soldaten/Soldat/NOUN/5/nsubj:pass wurden/werden/AUX/5/aux:pass/Fin von/=/ADP/4/case "
            "Kiew/=/PROPN/5/obl:agent//LOC entsandt/entsenden/VERB/0/ROOT/Part",
            "entsandt",
            "agent=Kiew; patient=Soldaten",
        ),
        (  # a relative pronoun is its noun
            "Truppen/Truppe/NOUN/0 ,/=/PUNCT/5/punct die/der/PRON/5/obj/Rel//PRELS Kiew/=/PROPN/5/nsubj//LOC "
            "entsandte/entsenden/VERB/1/acl:relcl/Fin",
            "entsandte",
            "agent=Kiew; patient=Truppen",
        ),
        (  # the number of the verb decides who does it
            "Truppen/Truppe/NOUN/2/nsubj/Nom.Plur entsandte/entsenden/VERB/0/ROOT/Fin.Sing "
            "die/der/DET/4/det Armee/=/NOUN/2/obj/Acc.Sing",
            "entsandte",
            "agent=Armee; patient=Truppen",
        ),
        (  # but not against a name, whose number is a guess
            "Kiew/=/PROPN/2/nsubj/Plur/LOC entsandte/entsenden/VERB/0/ROOT/Fin.Sing Armee/=/NOUN/2/obj/Acc.Sing",
            "entsandte",
            "agent=Kiew; patient=Armee",
        ),
        (f"{SENT} sich/=/PRON/1/obj/Acc.Yes//PRF", "entsandte", ""),
        (  # a number after what looks like a preposition
            f"{KIEW} {SENT} über/=/ADP/5/case 100/=/NUM/5/nummod Soldaten/Soldat/NOUN/2/obl/Acc.Plur",
            "entsandte",
            "agent=Kiew; patient=Soldaten",
        ),
        (  # the pronoun of a relative clause taken for an article
            "Kiew/=/PROPN/6/nsubj//LOC ,/=/PUNCT/5/punct das/der/DET/4/det/Nom.Neut.Sing//ART "
            "Truppen/Truppe/NOUN/5/nsubj/Nom.Plur entsandte/entsenden/VERB/1/acl:relcl/Fin.Sing schweigt/schweigen",
            "entsandte",
            "agent=Kiew; patient=Truppen",
        ),
        (  # who acts still acts, and what looks like a subject is the object
            "Kim/=/PROPN/2/nsubj//PER zögerte/zögern und/=/CCONJ/6/cc hatte/haben/AUX/6/aux/Fin.Sing "
            "Raketen/Rakete/NOUN/6/nsubj/Plur entsandt/entsenden/VERB/2/conj/Part",
            "entsandt",
            "agent=Kim; patient=Raketen",
        ),
        (  # of what a time is, is no object
            f"{KIEW} {SENT} {TROOPS} für/=/ADP/6/case drei/=/NUM/6/nummod Jahre/Jahr/NOUN/2/obl Haft/=/NOUN/2/obj",
            "entsandte",
            "agent=Kiew; patient=Soldaten",
        ),
        (  # who does it, hung on the phrase before
            "Soldaten/Soldat/NOUN/7/nsubj:pass wurden/werden/AUX/7/aux:pass/Fin im/in/ADP/4/case Zuge/Zug/NOUN/7/obl "
            "vom/von/ADP/6/case Präsidenten/Präsident/NOUN/4/nmod entsandt/entsenden/VERB/0/ROOT/Part",
            "entsandt",
            "agent=Präsidenten; patient=Soldaten",
        ),
    ],
)
def test_verbs(text: str, form: str, expected: str) -> None:
    frame = DE.verbs["entsenden"][0]
    assert expected == roles(arguments.verb_fillers(token(doc(text), form), frame, DE, None))


def test_the_understood_subject_of_an_infinitive() -> None:
    parsed = doc(
        "Kiew/=/PROPN/2/nsubj//LOC versprach/versprechen ,/=/PUNCT/6/punct Truppen/Truppe/NOUN/6/obj/Acc "
        "zu/=/PART/6/mark entsenden/=/VERB/2/xcomp/Inf"
    )
    frame = DE.verbs["entsenden"][0]
    verb = token(parsed, "entsenden")
    assert "patient=Truppen" == roles(arguments.verb_fillers(verb, frame, DE, None))
    assert "agent=Kiew; patient=Truppen" == roles(arguments.verb_fillers(verb, frame, DE, token(parsed, "Kiew")))


def test_an_object_that_the_parser_gave_to_the_verb_above() -> None:
    parsed = doc(
        "Kiew/=/PROPN/2/nsubj//LOC versprach/versprechen Truppen/Truppe/NOUN/2/obj/Acc "
        "zu/=/PART/5/mark entsenden/=/VERB/2/xcomp/Inf"
    )
    frame = DE.verbs["entsenden"][0]
    verb = token(parsed, "entsenden")
    assert "agent=Kiew; patient=Truppen" == roles(arguments.verb_fillers(verb, frame, DE, token(parsed, "Kiew")))


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ("Kiew/=/PROPN/2/iobj/Dat/LOC Waffen/Waffe/NOUN/2/obj/Acc", "agent=Sie; patient=Waffen; recipient=Kiew"),
        (
            "Kiew/=/PROPN/2/obj//LOC Waffen/Waffe/NOUN/2/obj/Acc",
            "agent=Sie; patient=Waffen; recipient=Kiew",
        ),  # the actor of two
        ("Waffen/Waffe/NOUN/2/obj/Acc", "agent=Sie; patient=Waffen"),
        ("Kiew/=/PROPN/2/obj//LOC", "agent=Sie; patient=Kiew"),  # one object alone is no recipient
        (
            "der/=/DET/4/det/Dat Armee/=/NOUN/2/obj/Acc Waffen/Waffe/NOUN/2/obj",
            "agent=Sie; patient=Waffen; recipient=Armee",
        ),
        ("an/=/ADP/4/case Kiew/=/PROPN/2/obl//LOC", "agent=Sie; recipient=Kiew"),
    ],
)
def test_the_recipient(objects: str, expected: str) -> None:
    frame = DE.verbs["liefern"][1]
    parsed = doc(f"Sie/sie/PRON/2/nsubj/Plur liefern/=/VERB/0/ROOT/Fin.Plur {objects}")
    assert expected == roles(arguments.verb_fillers(token(parsed, "liefern"), frame, DE, None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("die/der/DET/2/det/Acc Ukraine/=/PROPN/0/ROOT/Dat.Sing", "Acc"),
        ("der/der/DET/2/det/Dat Ukraine/=/PROPN/0/ROOT/Acc.Sing", "Dat"),
        ("den/der/DET/2/det Vororten/Vorort/NOUN/0/ROOT/Plur", "Dat"),
        ("den/der/DET/2/det Niger/=/PROPN/0/ROOT/Sing", "Acc"),
        ("ins/in/ADP/2/case Meer/=/NOUN/0/ROOT/Dat.Sing", "Acc"),
        ("im/in/ADP/2/case Meer/=/NOUN/0/ROOT/Acc.Sing", "Dat"),
        ("nach/=/ADP/2/case Mali/=/PROPN/0/ROOT/Dat.Sing", "Dat"),
        ("nach/=/ADP/2/case Mali/=/PROPN/0", ""),
    ],
)
def test_the_case_of_a_phrase_is_that_of_its_article(text: str, expected: str) -> None:
    assert expected == arguments.phrase_case(doc(text)[-1], DE)


@pytest.mark.parametrize(
    ("sich", "expected"),
    [
        ("sich/=/PRON/1/obj///PRF", True),
        ("sich/=/PRON/1/expl:pv/Yes", True),
        ("sie/=/PRON/1/obj", False),
    ],
)
def test_is_reflexive(sich: str, expected: bool) -> None:
    assert expected == subjects.is_reflexive(doc(f"trafen/treffen {sich}")[0])


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (
            "von/=/ADP/2/case Kiew/=/PROPN/3/obl//LOC entsandten/entsenden/VERB/4/amod/Part Truppen/Truppe/NOUN/0",
            "entsandten",
            "agent=Kiew; patient=Truppen",
        ),
        (
            "nach/=/ADP/2/case Mali/=/PROPN/3/obl//LOC entsandten/entsenden/VERB/4/amod/Part Truppen/Truppe/NOUN/0",
            "entsandten",
            "destination=Mali; patient=Truppen",
        ),
        ("entsendende/entsenden/ADJ/2/amod Staaten/Staat/NOUN/0", "entsendende", "agent=Staaten"),  # active
        (
            "entsandten/entsenden/VERB/2/amod/Part Truppen/Truppe/NOUN/0 und/=/CCONJ/4/cc Panzer/=/NOUN/2/conj",
            "entsandten",
            "patient=Truppen Panzer",
        ),
    ],
)
def test_participles(text: str, form: str, expected: str) -> None:
    frame = DE.verbs["entsenden"][0]
    assert expected == roles(attributes.participle_fillers(token(doc(text), form), frame, DE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Entsendung/=/NOUN/0 von/=/ADP/3/case Truppen/Truppe/NOUN/1/nmod", "patient=Truppen"),
        ("Entsendung/=/NOUN/0 der/der/DET/3/det Truppen/Truppe/NOUN/1/nmod/Gen", "patient=Truppen"),
        ("russische/russisch/ADJ/2/amod//DEM Entsendung/=/NOUN/0", "agent=russische"),
        ("baldige/baldig/ADJ/2/amod Entsendung/=/NOUN/0", ""),  # no adjective of a state
        ("ihre/ihr/DET/2/det:poss Entsendung/=/NOUN/0", "agent=ihre"),
        ("Entsendung/=/NOUN/0 durch/=/ADP/3/case Moskau/=/PROPN/1/nmod//LOC", "agent=Moskau"),
        ("Entsendung/=/NOUN/0 nach/=/ADP/3/case Mali/=/PROPN/1/nmod//LOC", "destination=Mali"),
        ("Entsendung/=/NOUN/0 im/in/ADP/3/case Mai/=/NOUN/1/nmod", ""),  # a time
        ("Entsendung/=/NOUN/0 Russland/=/PROPN/1/nmod//LOC", ""),  # no genitive: badly attached
        ("Entsendung/=/NOUN/0 Russlands/Russland/PROPN/1/nmod//LOC", "patient=Russlands"),
        ("Entsendung/=/NOUN/0 Russlands/Russland/PROPN/1/flat//LOC", "patient=Russlands"),
        ("Truppenentsendung/=/NOUN/0", "patient=Truppenentsendung"),  # the first part of a compound
        (  # who is said to have a hand in it
            "Kiew/=/PROPN/2/nsubj//LOC steckt/stecken hinter/=/ADP/4/case Entsendung/=/NOUN/2/obl",
            "agent=Kiew",
        ),
        (  # not who has none
            "Kiew/=/PROPN/2/nsubj//LOC steckt/stecken nie/=/ADV/2/advmod hinter/=/ADP/5/case Entsendung/=/NOUN/2/obl",
            "",
        ),
        ("Entsendung/=/NOUN/0 zweier/zwei/NUM/3/nummod Soldaten/Soldat/NOUN/1/nmod/Gen.Plur", "patient=Soldaten"),
        ("Entsendung/=/NOUN/0 ,/=/PUNCT/4/punct die/der/PRON/4/nsubj begann/beginnen/VERB/1/acl:relcl", ""),
    ],
)
def test_nouns(text: str, expected: str) -> None:
    (frame,) = DE.nouns["Entsendung"]
    noun = next(t for t in doc(text) if t.lemma_.lower().endswith("entsendung"))
    assert expected == roles(of_nouns.noun_fillers(noun, frame, DE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiew/=/PROPN/0/ROOT//LOC", "Kiew"),
        (
            "Lagern/Lager/NOUN/0 in/=/ADP/3/case Odessa/=/PROPN/1/nmod//LOC und/=/CCONJ/5/cc "
            "Orten/Ort/NOUN/3/conj wie/=/ADP/7/case Isjum/=/PROPN/5/nmod//LOC",
            "Odessa Isjum",
        ),
        ("Lagern/Lager/NOUN/0 der/der/DET/3/det Armee/=/NOUN/1/nmod/Gen", "Lagern"),  # names no place
    ],
)
def test_place_names(text: str, expected: str) -> None:
    assert expected == forms(arguments.place_names(doc(text)[0], DE))


FAR = (
    "Truppen/Truppe/NOUN/7/obj zum/zu/ADP/3/case Kampf/=/NOUN/1/nmod in/=/ADP/6/case die/der/DET/6/det/Acc "
    "Ukraine/=/PROPN/3/nmod/Acc.Sing/LOC geschickt/schicken/VERB/0/ROOT/Part"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FAR, "destination=Ukraine; patient=Truppen"),
        (FAR.replace("die/der/DET/6/det/Acc", "der/der/DET/6/det/Dat"), "patient=Truppen"),  # a place of the fight
        (FAR.replace("Kampf/=/NOUN/1/nmod", "Kampf/=/NOUN/1/acl"), "patient=Truppen"),  # of another clause
        (FAR.replace("Ukraine/=/PROPN/3/nmod/Acc.Sing/LOC", "Vernunft/=/NOUN/3/nmod/Acc.Sing"), "patient=Truppen"),
    ],
)
def test_directions_on_another_noun(text: str, expected: str) -> None:
    parsed = doc(text)
    found = far.with_far_phrases(
        token(parsed, "geschickt"), {"in": "destination"}, {"patient": [token(parsed, "Truppen")]}, DE
    )
    assert expected == roles(found)


def test_ordered_drops_what_is_empty_or_an_idiom() -> None:
    parsed = doc("Leben/=/NOUN Kiew/=/PROPN/0/ROOT//LOC Odessa/=/PROPN/0/ROOT//LOC")
    life, kiew, odessa = parsed
    found = {"topic": [life], "patient": [], "location": [odessa, kiew, odessa], "agent": [life, kiew]}
    assert "agent=Kiew; location=Odessa" == roles(arguments.ordered(found, DE))
