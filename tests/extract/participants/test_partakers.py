"""Who took part: phrases that the parser hung elsewhere, and those whom a word of the clause names."""

from __future__ import annotations

import pytest

from tests.extract.made import found_events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # "durch" of a passive
            "Kim/=/PROPN/5/nsubj:pass//PER wurde/werden/AUX/5/aux:pass durch/=/ADP/4/case Soldaten/Soldat/NOUN/5/obl "
            "getötet/töten/VERB/0/ROOT/Part",
            ["Killing getötet: agent=Soldaten; patient=Kim"],
        ),
        (  # "von" hung on whom it befalls
            "Ein/ein/DET/2/det/Ind Helfer/=/NOUN/6/nsubj:pass/Sing wurde/werden/AUX/6/aux:pass von/=/ADP/5/case "
            "Unbekannten/Unbekannter/NOUN/2/nmod/Plur verletzt/verletzen/VERB/0/ROOT/Part",
            ["Injury verletzt: agent=Unbekannten; patient=Helfer"],
        ),
        (  # "von" hung on the noun of another event
            "Kim/=/PROPN/7/nsubj:pass//PER wurde/werden/AUX/7/aux:pass nach/=/ADP/4/case Flucht/=/NOUN/7/obl/Sing "
            "von/=/ADP/8/case der/=/DET/8/det/Def.Dat festgenommen/festnehmen/VERB/0/ROOT/Part "
            "Polizei/=/NOUN/4/nmod/Dat.Sing",
            [
                "Flight Flucht: agent=Kim; origin=Polizei",
                "Detention festgenommen: agent=Polizei; patient=Kim",
            ],
        ),
        (  # who is in it with the subject
            "Kim/=/PROPN/6/nsubj:pass//PER wurde/werden/AUX/6/aux:pass zusammen/=/ADV/6/advmod mit/=/ADP/5/case "
            "Meier/=/PROPN/6/obl//PER festgenommen/festnehmen/VERB/0/ROOT/Part",
            ["Detention festgenommen: patient=Kim Meier"],
        ),
        (  # joined nouns with one genitive
            "Oslo/=/PROPN/2/nsubj//LOC begrüßte/begrüßen Festnahme/=/NOUN/2/obj/Sing und/=/CCONJ/5/cc "
            "Auslieferung/=/NOUN/3/conj/Sing des/der/DET/7/det/Def.Gen Ministers/Minister/NOUN/5/nmod/Gen.Sing",
            ["Detention Festnahme: patient=Ministers", "Movement Auslieferung: patient=Ministers"],
        ),
        (  # a possessive before the one it means
            "Nach/nach/ADP/3/case seiner/sein/DET/3/det:poss Ankunft/=/NOUN/4/obl/Sing lobte/loben "
            "der/=/DET/6/det/Def.Nom Minister/=/NOUN/4/nsubj/Masc.Nom.Sing Oslo/=/PROPN/4/obj//LOC",
            ["Movement Ankunft: agent=Minister"],
        ),
        (  # who announces his own act
            "Meier/=/PROPN/2/nsubj//PER gab/bekanntgeben den/der/DET/4/det/Def.Acc Rücktritt/=/NOUN/2/obj/Sing "
            "bekannt/=/ADV/2/compound:prt",
            ["OfficeChange Rücktritt: agent=Meier"],
        ),
        (  # who is on the move
            "Kim/=/PROPN/6/nsubj:pass//PER wurde/werden/AUX/6/aux:pass auf/=/ADP/5/case der/=/DET/5/det/Def.Dat "
            "Flucht/=/NOUN/6/obl/Sing erschossen/erschießen/VERB/0/ROOT/Part",
            ["Flight Flucht: agent=Kim", "Killing erschossen: patient=Kim"],
        ),
        (  # what one does by doing another
            "Mit/mit/ADP/3/case dem/der/DET/3/det/Def.Dat Verkauf/=/NOUN/6/obl/Sing von/=/ADP/5/case "
            "Panzern/Panzer/NOUN/3/nmod/Dat.Plur verdiente/verdienen Oslo/=/PROPN/6/nsubj//LOC "
            "Geld/=/NOUN/6/obj/Sing",
            ["Supply Verkauf: agent=Oslo; patient=Panzern"],
        ),
        (  # hung on the time
            "Kim/=/PROPN/2/nsubj//PER traf/treffen sich/=/PRON/2/obj/Yes zum/zu/ADP/5/case Mal/=/NOUN/2/obl "
            "mit/=/ADP/7/case Meier/=/PROPN/5/nmod//PER",
            ["Meeting traf: agent=Kim Meier"],
        ),
        (  # hung on whose it is
            "Oslo/=/PROPN/2/nsubj//LOC begrüßte/begrüßen die/der/DET/4/det/Def.Acc Einigung/=/NOUN/2/obj/Sing "
            "der/der/DET/6/det/Def.Gen Regierung/=/NOUN/4/nmod/Gen.Sing mit/=/ADP/9/case den/der/DET/9/det/Def.Dat "
            "Rebellen/Rebell/NOUN/6/nmod/Dat.Plur",
            ["Agreement Einigung: agent=Regierung Rebellen"],
        ),
        (  # "durch" right behind the noun, hung on the verb
            "Er/er/PRON/7/nsubj:pass wurde/werden/AUX/7/aux:pass nach/=/ADP/4/case Verhör/=/NOUN/7/obl "
            "durch/=/ADP/6/case Beamte/Beamter/NOUN/7/obl freigelassen/freilassen/VERB/0/ROOT/Part",
            ["Investigation Verhör: agent=Beamte; patient=Er", "Release freigelassen: patient=Er"],
        ),
        (  # an attribute that carries the noun
            "Oslo/=/PROPN/2/nsubj//LOC begrüßte/begrüßen die/der/DET/7/det/Def.Acc von/=/ADP/5/case "
            "Ministern/Minister/NOUN/6/obl geführten/führen/VERB/7/amod/Part Gespräche/Gespräch/NOUN/2/obj/Plur",
            ["Meeting Gespräche: agent=Ministern"],
        ),
        (  # a noun for one's part in it
            "Kim/=/PROPN/2/nsubj//PER bestreitet/bestreiten die/der/DET/4/det/Def.Acc Beteiligung/=/NOUN/2/obj/Sing "
            "der/=/DET/6/det/Def.Gen Soldaten/Soldat/NOUN/4/nmod/Gen.Plur an/=/ADP/9/case den/der/DET/9/det/Def.Dat "
            "Kämpfen/Kampf/NOUN/4/nmod/Dat.Plur",
            ["Combat Kämpfen: agent=Soldaten"],
        ),
        (  # a relative clause that says who came
            "Es/es/PRON/2/nsubj gab/geben eine/ein/DET/4/det Demonstration/=/NOUN/2/obj ,/=/PUNCT/10/punct "
            "an/=/ADP/7/case der/=/PRON/10/obl/Rel//PRELS 500/=/NUM/9/nummod Lehrer/=/NOUN/10/nsubj/Plur "
            "teilnahmen/teilnehmen/VERB/4/acl:relcl/Fin.Ind.Past.Plur",
            ["Protest Demonstration: agent=Lehrer"],
        ),
        (  # what one makes others do, or decides on
            "Oslo/=/PROPN/2/nsubj//LOC zwang/zwingen die/der/DET/4/det/Def.Acc Rebellen/Rebell/NOUN/2/obj/Plur "
            "zum/zu/ADP/6/case Rückzug/=/NOUN/2/obl",
            ["Withdrawal Rückzug: agent=Rebellen"],
        ),
        (  # done in the course of it
            "Bei/bei/ADP/3/case einer/ein/DET/3/det Razzia/=/NOUN/4/obl fand/finden die/der/DET/6/det/Def "
            "Polizei/=/NOUN/4/nsubj Waffen/Waffe/NOUN/4/obj",
            ["Investigation Razzia: agent=Polizei"],
        ),
        (  # the other side
            "Kim/=/PROPN/2/nsubj//PER beendete/beenden die/der/DET/4/det/Def.Acc Gespräche/Gespräch/NOUN/2/obj/Plur "
            "mit/=/ADP/6/case Oslo/=/PROPN/4/nmod//LOC",
            ["Meeting Gespräche: agent=Kim Oslo"],
        ),
        (  # a phrase of the noun, hung on the verb
            "Kim/=/PROPN/2/nsubj//PER tötete/töten bei/=/ADP/5/case einem/ein/DET/5/det Anschlag/=/NOUN/2/obl "
            "auf/=/ADP/8/case einen/ein/DET/8/det/Acc Bus/=/NOUN/2/obl/Acc vier/=/NUM/10/nummod "
            "Menschen/Mensch/NOUN/2/obj",
            ["Killing tötete: agent=Kim; patient=Menschen", "Attack Anschlag: agent=Kim; patient=Bus"],
        ),
        (  # to whom it is given
            "Oslo/=/PROPN/2/nsubj//LOC stellte/stellen der/=/DET/4/det/Def.Dat Bank/=/NOUN/2/iobj/Dat.Sing "
            "ein/=/DET/6/det Ultimatum/=/NOUN/2/obj",
            ["Threat Ultimatum: agent=Oslo; patient=Bank"],
        ),
    ],
)
def test_partakers(text: str, expected: list[str]) -> None:
    assert found_events(text) == expected
