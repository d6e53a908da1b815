"""Who took part in what a noun says, by the verb that the noun stands by, and roles completed for known events."""

from __future__ import annotations

import pytest

from tests.extract.made import found_events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # who is tried for it
            "Kunz/=/PROPN/5/nsubj:pass//PER wurde/werden/AUX/5/aux:pass wegen/=/ADP/4/case "
            "Angriffs/Angriff/NOUN/5/obl/Sing verurteilt/verurteilen/VERB/0/ROOT/Part "
            "auf/=/ADP/7/case Meier/=/PROPN/4/nmod//PER",
            "Attack Angriffs: agent=Kunz; patient=Meier",
        ),
        (  # who speaks at a meeting with others
            "Kunz/=/PROPN/2/nsubj//PER sagte/sagen in/=/ADP/4/case Gesprächen/Gespräch/NOUN/2/obl/Plur "
            "über/=/ADP/6/case Öl/=/NOUN/4/nmod/Sing alles/=/PRON/2/obj",
            "Meeting Gesprächen: agent=Kunz; topic=Öl",
        ),
        (  # who comes to it
            "Oslo/=/PROPN/2/nsubj//LOC kam/kommen zu/=/ADP/4/case Einigung/=/NOUN/2/obl/Sing über/=/ADP/6/case "
            "Öl/=/NOUN/4/nmod/Sing",
            "Agreement Einigung: agent=Oslo; topic=Öl",
        ),
        (  # who could do it
            "Ihm/er/PRON/2/obj/Dat.Sing gelang/gelingen die/der/DET/4/det/Def.Nom Flucht/=/NOUN/2/nsubj/Sing "
            "aus/=/ADP/6/case Kiew/=/PROPN/4/nmod//LOC",
            "Flight Flucht: agent=Ihm; origin=Kiew",
        ),
        (  # whom it was meant for
            "Kunz/=/PROPN/3/nsubj//PER war/sein/AUX/3/cop Ziel/=/NOUN/0/ROOT/Sing eines/ein/DET/5/det/Ind.Gen "
            "Angriffs/Angriff/NOUN/3/nmod/Gen.Sing",
            "Attack Angriffs: patient=Kunz",
        ),
        (  # who has an injury
            "Kunz/=/PROPN/2/nsubj//PER lag/liegen mit/=/ADP/4/case Schusswunden/Schusswunde/NOUN/2/obl/Plur",
            "Injury Schusswunden: patient=Kunz",
        ),
        (  # a body that acts itself
            "Die/der/DET/2/det/Def.Nom Abstimmung/=/NOUN/5/nsubj/Sing im/in/ADP/4/case Senat/=/NOUN/2/nmod/Dat.Sing "
            "scheiterte/scheitern",
            "Decision Abstimmung: agent=Senat",
        ),
        (  # whose work it is
            "Die/der/DET/3/det/Def.Nom veröffentlichte/veröffentlichen/ADJ/3/amod Studie/=/NOUN/6/nsubj/Sing "
            "der/=/DET/5/det/Def.Gen Bank/=/NOUN/3/nmod/Gen.Sing überraschte/überraschen",
            "Publication veröffentlichte: agent=Bank; patient=Studie",
        ),
        (  # a purpose, and who gives support
            "Truppen/Truppe/NOUN/2/nsubj/Plur kamen/kommen zur/zu/ADP/4/case Unterstützung/=/NOUN/2/obl/Sing "
            "der/=/DET/6/det/Def.Gen Rebellen/Rebell/NOUN/4/nmod/Gen.Plur",
            "Support Unterstützung: patient=Rebellen",
        ),
        (
            "Kunz/=/PROPN/2/nsubj//PER braucht/brauchen die/der/DET/4/det/Def.Acc Unterstützung/=/NOUN/2/obj/Sing "
            "der/=/DET/6/det/Def.Gen Rebellen/Rebell/NOUN/4/nmod/Gen.Plur",
            "Support Unterstützung: agent=Rebellen",
        ),
        (  # a headline without its auxiliary
            "Mann/=/NOUN/2/nsubj/Sing verhaftet/verhaften/VERB/0/ROOT/Part",
            "Detention verhaftet: patient=Mann",
        ),
        (  # the last of joined participles has it
            "Er/er/PRON/3/nsubj/Sing sei/=/ADV/3/advmod verhaftet/verhaften/VERB/0/ROOT/Part und/=/CCONJ/5/cc "
            "verhört/verhören/VERB/3/conj/Part worden/werden/AUX/5/aux:pass",
            "Detention verhaftet: patient=Er",
        ),
        (  # who is asked with "von"
            "Oslo/=/PROPN/2/nsubj//LOC verlangt/verlangen von/=/ADP/4/case Kiew/=/PROPN/2/obl//LOC "
            "Gefangene/Gefangener/NOUN/7/obj/Plur zu/=/PART/7/mark freizulassen/freilassen/VERB/2/xcomp/Inf",
            "Release freizulassen: agent=Kiew; patient=Gefangene",
        ),
    ],
)
def test_who_took_part_is_said_by_the_verb_or_the_clause(text: str, expected: str) -> None:
    assert expected in found_events(text)
