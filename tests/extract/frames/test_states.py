"""Events that a noun tells with a verb of being: "ist auf dem Weg nach Kiew", "wird Präsident"."""

from __future__ import annotations

import pytest

from kg.extract.frames import events
from tests.extract.made import DE, doc, roles

SHIPS = "Schiffe/Schiff/NOUN/2/nsubj/Nom.Plur"
POWER = "in/=/ADP/4/case Gewalt/=/NOUN/2/obl/Dat.Sing"
PIRATES = "der/=/DET/6/det Piraten/Pirat/NOUN/4/nmod/Gen.Plur"
WAY = "auf/=/ADP/4/case Weg/=/NOUN/2/obl/Dat.Sing"


def found(text: str) -> list[str]:
    """Each event as "Type trigger word: roles"."""
    frames = (f for s in doc(text).sents for f in events.find(s, DE))
    return [f"{f.type} {f.trigger.text} {f.noun or '-'}: {roles(f.roles)}" for f in frames]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a verb of being
            f"{SHIPS} sind/sein/AUX/0/ROOT/Fin.Ind.3.Pres {POWER} {PIRATES}",
            ["Detention sind Gewalt: agent=Piraten; patient=Schiffe"],
        ),
        (f"{SHIPS} sind/sein/AUX/0/ROOT/Fin.Ind.3.Pres {POWER}", []),  # whose power?
        (  # a verb of bringing about: its subject acts
            f"Piraten/Pirat/NOUN/2/nsubj/Nom.Plur brachten/bringen {POWER} Schiffe/Schiff/NOUN/2/obj/Acc.Plur",
            ["Detention brachten Gewalt: agent=Piraten; patient=Schiffe"],
        ),
        (  # and in the passive the phrase with "von"
            "Frau/=/NOUN/6/nsubj:pass/Nom.Sing von/=/ADP/3/case Piraten/Pirat/NOUN/6/obl:agent als/=/ADP/5/case "
            "Geisel/=/NOUN/6/obl genommen/nehmen/VERB/0/ROOT/Part wurde/werden/AUX/6/aux:pass/Fin",
            ["Detention genommen Geisel: agent=Piraten; patient=Frau"],
        ),
        (  # with any verb the subject is on its way
            f"Kim/=/PROPN/2/nsubj//PER schlief/schlafen {WAY} nach/=/ADP/6/case Kiew/=/PROPN/4/nmod//LOC",
            ["Movement Weg -: agent=Kim; destination=Kiew"],
        ),
        (f"Kim/=/PROPN/2/nsubj//PER schlief/schlafen {WAY}", []),  # where to?
        (  # or the noun before
            "Minister/=/NOUN/6/nsubj auf/=/ADP/3/case Weg/=/NOUN/1/nmod nach/=/ADP/5/case Kiew/=/PROPN/3/nmod//LOC "
            "schweigt/schweigen/VERB/0/ROOT",
            ["Movement Weg -: agent=Minister; destination=Kiew"],
        ),
        (  # the flight of somebody else
            "Kim/=/PROPN/2/nsubj//PER half/helfen auf/=/ADP/4/case Flucht/=/NOUN/2/obl der/=/DET/6/det "
            "Täter/=/NOUN/4/nmod/Gen.Plur",
            ["Flight Flucht -: agent=Täter"],
        ),
        (  # an office: the verb is the word
            "Kim/=/PROPN/2/nsubj//PER wurde/werden/AUX/0/ROOT/Fin.Ind.3.Past Parteichef/=/NOUN/2/xcomp",
            ["OfficeChange wurde -: agent=Kim; topic=Parteichef"],
        ),
        (  # also where the noun is the predicate
            "Kim/=/PROPN/3/nsubj//PER wurde/werden/AUX/3/cop/Fin.Ind.3.Past Bürgermeister/=/NOUN/0",
            ["OfficeChange Bürgermeister wurde: agent=Kim; topic=Bürgermeister"],
        ),
        ("Kim/=/PROPN/3/nsubj//PER ist/sein/AUX/3/cop/Fin.Ind.3.Pres Bürgermeister/=/NOUN/0", []),  # no change
        (  # but if it is new
            "Kim/=/PROPN/4/nsubj//PER ist/sein/AUX/4/cop/Fin.Ind.3.Pres neue/neu/ADJ/4/amod Bürgermeisterin/=/NOUN/0",
            ["OfficeChange Bürgermeisterin ist: agent=Kim; topic=Bürgermeisterin"],
        ),
        (  # what looks like a name
            "Kim/=/PROPN/2/nsubj//PER wird/werden/AUX/0/ROOT/Fin.Ind.3.Pres UN-Gesandter/=/NOUN/2/obj//ORG",
            ["OfficeChange wird -: agent=Kim; topic=UN-Gesandter"],
        ),
        (  # a title is not the office that is taken
            "Minister/=/NOUN/3/nsubj Kim/=/PROPN/1/appos//PER wird/werden/AUX/0/ROOT/Fin.Ind.3.Pres "
            "Kanzler/=/NOUN/3/obj",
            ["OfficeChange wird -: agent=Minister; topic=Kanzler"],
        ),
        (  # an idiom may be what a row asks for
            "Sieger/=/NOUN/5/nsubj der/=/DET/3/det Wahl/=/NOUN/1/nmod/Gen ist/sein/AUX/5/cop/Fin.Ind.3.Pres "
            "Kim/=/PROPN/0/ROOT//PER",
            ["Election Kim Sieger: agent=Kim"],
        ),
        ("Kim/=/PROPN/2/nsubj//PER wurde/werden/AUX/0/ROOT/Fin.Ind.3.Past Zeuge/=/NOUN/2/xcomp", []),  # no office
        (  # the parser takes both for the subject
            "Nachfolger/=/NOUN/3/nsubj Meiers/Meier/PROPN/1/nmod/Gen/PER wird/werden/AUX/0/ROOT/Fin.Ind.3.Pres "
            "Schulz/=/PROPN/3/nsubj//PER",
            ["OfficeChange wird Nachfolger: agent=Schulz; patient=Meiers"],
        ),
        (  # or the name for the predicate
            "Wahlsieger/=/NOUN/3/nsubj ist/sein/AUX/3/cop/Fin.Ind.3.Pres Schulz/=/PROPN/0/ROOT//PER",
            ["Election Schulz Wahlsieger: agent=Schulz"],
        ),
        ("Kim/=/PROPN/2/nsubj//PER steht/stehen Nachfolger/=/NOUN/2/iobj/Dat.Sing bei/=/ADP/2/compound:prt", []),
        (  # an adjective may be the state
            "Geiseln/Geisel/NOUN/3/nsubj/Nom.Plur sind/sein/AUX/3/cop/Fin.Ind.3.Pres frei/=/ADJ/0/ROOT",
            ["Release frei -: patient=Geiseln"],
        ),
        ("Plätze/Platz/NOUN/3/nsubj/Nom.Plur sind/sein/AUX/3/cop/Fin.Ind.3.Pres frei/=/ADJ/0/ROOT", []),
        (  # the parser hangs the phrase on a noun before
            "Polizei/=/NOUN/2/nsubj/Nom.Sing ist/sein/AUX/0/ROOT/Fin.Ind.3.Pres mit/=/ADP/4/case "
            "Hunden/Hund/NOUN/2/obl/Dat.Plur im/in/ADP/6/case Einsatz/=/NOUN/4/nmod/Dat.Sing",
            ["Deployment ist Einsatz: patient=Polizei"],
        ),
        (  # or on the subject after it
            "Im/in/ADP/2/case Einsatz/=/NOUN/4/nmod/Dat.Sing waren/sein/AUX/4/cop/Fin.Ind.3.Past "
            "Soldaten/Soldat/NOUN/0/ROOT/Nom.Plur",
            ["Deployment Soldaten Einsatz: patient=Soldaten"],
        ),
        (  # the copula is only the perfect of "werden"
            "Kim/=/PROPN/4/nsubj//PER war/sein/AUX/4/cop/Fin.Ind.3.Past Minister/=/NOUN/4/nsubj "
            "geworden/werden/VERB/0/ROOT/Part",
            ["OfficeChange geworden -: agent=Kim; topic=Minister"],
        ),
        (  # an office that the parser hung on the subject, or took for the subject's head
            "dass/=/SCONJ/4/mark Kim/=/PROPN/4/nsubj//PER Minister/=/NOUN/2/appos wird/werden/AUX/5/ccomp/Fin "
            "hofft/hoffen/VERB/0/ROOT/Fin",
            ["OfficeChange wird -: agent=Kim; topic=Minister"],
        ),
        (
            "Kim/=/PROPN/2/nmod//PER Minister/=/NOUN/3/nsubj wird/werden/AUX/4/ccomp/Fin hofft/hoffen/VERB/0/ROOT/Fin",
            ["OfficeChange wird -: agent=Kim; topic=Minister"],
        ),
        (
            "Kandidat/=/NOUN/4/nsubj/Nom.Sing Minister/=/NOUN/1/appos werden/werden/AUX/2/cop/Inf "
            "soll/sollen/AUX/0/ROOT/Fin",
            ["OfficeChange Minister werden: agent=Kandidat; topic=Minister"],
        ),
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    assert found(text) == expected
