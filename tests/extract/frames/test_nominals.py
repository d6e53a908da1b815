"""Event nouns: their roles, and when one without a role is an event all the same."""

from __future__ import annotations

import pytest

from tests.extract.made import found_events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # what a word of approval or blame is about
            "Oslo/=/PROPN/2/nsubj//LOC begrüßte/begrüßen die/der/DET/4/det/Def.Acc Freilassung/=/NOUN/2/obj/Acc.Sing",
            ["Release Freilassung: "],
        ),
        (
            "Oslo/=/PROPN/2/nsubj//LOC verhinderte/verhindern Streiks/Streik/NOUN/2/obj/Acc.Plur",
            ["Protest Streiks: "],
        ),
        (
            "Die/der/DET/2/det/Def.Nom Neuwahl/=/NOUN/4/nsubj:pass/Sing wurde/werden/AUX/4/aux:pass abgesagt/absagen",
            ["Election Neuwahl: "],
        ),
        (  # what goes on
            "Die/der/DET/2/det/Def.Nom Proteste/Protest/NOUN/3/nsubj/Plur lähmten/lähmen Kiew/=/PROPN/3/obj//LOC",
            ["Protest Proteste: "],
        ),
        (  # what the text spoke of took place
            "Der/=/DET/2/det/Def.Nom Zugriff/=/NOUN/3/nsubj/Sing erfolgte/erfolgen",
            ["Detention Zugriff: "],
        ),
        (  # a circumstance that is new
            "Kim/=/PROPN/5/nsubj:pass//PER wurde/werden/AUX/5/aux:pass bei/=/ADP/4/case Razzia/=/NOUN/5/obl/Dat.Sing "
            "entdeckt/entdecken",
            ["Investigation Razzia: "],
        ),
        (  # those whom it befell
            "Kim/=/PROPN/2/nsubj//PER ehrte/ehren Opfer/=/NOUN/2/obj/Plur der/=/DET/5/det/Def.Gen "
            "Anschläge/Anschlag/NOUN/3/nmod/Gen.Plur",
            ["Attack Anschläge: "],
        ),
        (  # what a decision brings is not about it
            "Der/=/DET/2/det/Def.Nom Beschluss/=/NOUN/3/nsubj/Sing hilft/helfen Kiew/=/PROPN/3/obj//LOC",
            [],
        ),
        (  # only a time
            "Kim/=/PROPN/2/nsubj//PER schwieg/schweigen nach/=/ADP/5/case der/=/DET/5/det/Def.Dat Neuwahl/=/NOUN/2/obl",
            [],
        ),
        (  # what is first told of
            "Ein/=/DET/2/det/Indef.Nom Streik/=/NOUN/3/nsubj/Sing lähmte/lähmen Kiew/=/PROPN/3/obj//LOC",
            ["Protest Streik: "],
        ),
        (  # what it is about
            "Kim/=/PROPN/2/nsubj//PER denkt/denken über/=/ADP/4/case Neuwahlen/Neuwahl/NOUN/2/obl/Plur",
            ["Election Neuwahlen: "],
        ),
        (  # one that the text told of is not news
            "Kim/=/PROPN/2/nsubj//PER denkt/denken über/=/ADP/5/case die/der/DET/5/det/Def.Acc "
            "Neuwahl/=/NOUN/2/obl/Sing",
            [],
        ),
        (  # "in" asks for several: "verwickelt in Kämpfe"
            "Er/=/PRON/2/nsubj sprach/sprechen in/=/ADP/4/case Verhandlungen/Verhandlung/NOUN/2/obl/Plur",
            ["Negotiation Verhandlungen: agent=Er"],
        ),
        (
            "Kim/=/PROPN/2/nsubj//PER forderte/fordern Geld/=/NOUN/2/obj und/=/CCONJ/5/cc "
            "Neuwahlen/Neuwahl/NOUN/3/conj/Plur",
            ["Election Neuwahlen: "],
        ),
        (
            "Kim/=/PROPN/2/nsubj//PER kennt/kennen Folgen/Folge/NOUN/2/obl und/=/CCONJ/5/cc "
            "Neuwahlen/Neuwahl/NOUN/3/conj/Plur",
            [],
        ),
        (  # of blame
            "Kim/=/PROPN/2/nsubj//PER warf/vorwerfen ihm/er/PRON/2/iobj fahrlässige/fahrlässig/ADJ/5/amod "
            "Tötung/=/NOUN/2/obj/Sing vor/=/ADP/2/compound:prt",
            ["Killing Tötung: "],
        ),
        (  # an attribute says which of its meanings a word has
            "Kim/=/PROPN/2/nsubj//PER fürchtet/fürchten bewaffnete/bewaffnet/ADJ/4/amod "
            "Konflikte/Konflikt/NOUN/2/obj/Plur",
            ["Combat Konflikte: "],
        ),
        (
            "Kim/=/PROPN/2/nsubj//PER fürchtet/fürchten offene/offen/ADJ/4/amod Konflikte/Konflikt/NOUN/2/obj/Plur",
            [],
        ),
        (
            "Oslo/=/PROPN/2/nsubj//LOC bietet/bieten finanzielle/finanziell/ADJ/4/amod Unterstützung/=/NOUN/2/obj/Sing",
            ["Aid Unterstützung: "],
        ),
        (  # those who are in it
            "Soldaten/Soldat/NOUN/2/nsubj/Plur sind/sein/AUX im/in/ADP/4/case Einsatz/=/NOUN/2/obl/Dat.Sing",
            ["Deployment sind: patient=Soldaten"],
        ),
        (  # an election makes idioms with verbs, and yet is what the noun is about
            "Oslo/=/PROPN/2/nsubj//LOC fordert/fordern die/der/DET/4/det/Def.Acc Verschiebung/=/NOUN/2/obj/Sing "
            "der/=/DET/6/det/Def.Gen Wahl/=/NOUN/4/nmod/Gen.Sing",
            ["Decision Verschiebung: topic=Wahl"],
        ),
        (  # a treaty with a row of its own is one by its end
            "Oslo/=/PROPN/2/nsubj//LOC kennt/kennen Kooperationsabkommen/=/NOUN/2/obj/Plur mit/=/ADP/5/case "
            "Rom/=/PROPN/3/nmod//LOC",
            ["Agreement Kooperationsabkommen: agent=Oslo Rom"],
        ),
        (  # the parser hangs the phrase on the one before
            "Vor/=/ADP/3/case der/=/DET/3/det/Def.Dat Neuwahl/=/NOUN/4/obl kam/kommen es/=/PRON/4/nsubj "
            "zu/=/ADP/8/case einer/ein/DET/8/det/Indef.Dat Revolte/=/NOUN/3/nmod/Sing",
            ["Protest Revolte: "],
        ),
        (  # a relative clause says that it was
            "Sie/=/PRON/2/nsubj reden/= bei/=/ADP/5/case einer/ein/DET/5/det/Indef.Dat Kundgebung/=/NOUN/2/obl/Sing "
            "die/der/PRON/7/nsubj/Rel stattfand/stattfinden/VERB/5/acl:relcl/Fin",
            ["Protest Kundgebung: "],
        ),
        (
            "Truppen/Truppe/NOUN/2/nsubj/Plur befinden/= sich/=/PRON/2/obj///PRF "
            "in/=/ADP/6/case einer/ein/DET/6/det/Indef.Dat Großoffensive/=/NOUN/2/obl",
            ["Attack Großoffensive: agent=Truppen"],
        ),
        (  # only the matter of something else
            "Sie/=/PRON/2/nsubj schweigen/= über/=/ADP/8/case die/der/DET/8/det/Def.Acc für/=/ADP/6/case "
            "Mai/=/NOUN/7/obl angesetzte/angesetzt/ADJ/8/amod Neuwahl/=/NOUN/2/obl/Sing",
            [],
        ),
    ],
)
def test_a_noun_without_a_role(text: str, expected: list[str]) -> None:
    assert found_events(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ausbruch/=/NOUN/0 der/=/DET/3/det/Gen Häftlinge/Häftling/NOUN/1/nmod/Gen",
            ["Flight Ausbruch: agent=Häftlinge"],
        ),
        ("Ausbruch/=/NOUN/0 der/=/DET/3/det/Gen Grippe/=/NOUN/1/nmod/Gen", []),
        (
            "Annahme/=/NOUN/0 des/der/DET/3/det/Gen Vertrags/Vertrag/NOUN/1/nmod/Gen",
            ["Decision Annahme: topic=Vertrags"],
        ),
        (
            "Freigabe/=/NOUN/0 des/der/DET/3/det/Gen Schiffs/Schiff/NOUN/1/nmod/Gen",
            ["Release Freigabe: patient=Schiffs"],
        ),
        (
            "Freigabe/=/NOUN/0 der/=/DET/3/det/Gen Akten/Akte/NOUN/1/nmod/Gen",
            ["Publication Freigabe: patient=Akten"],
        ),
        ("Ihre/=/DET/2/det:poss Bestellung/=/NOUN/0", []),  # of goods
        ("Herzattacke/=/NOUN/0 des/der/DET/3/det/Gen Ministers/Minister/NOUN/1/nmod/Gen", []),
        ("Fahrerflucht/=/NOUN/0 des/der/DET/3/det/Gen Ministers/Minister/NOUN/1/nmod/Gen", []),
    ],
)
def test_the_other_meanings_of_a_noun(text: str, expected: list[str]) -> None:
    assert found_events(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("98/=/NUM/2/nummod Tote/Toter/NOUN/0/ROOT/Plur", ["Killing Tote: patient=Tote"]),  # a headline
        ("Die/der/DET/2/det/Def Toten/Toter/NOUN/0/ROOT/Plur", []),
        (
            "98/=/NUM/2/nummod Tote/Toter/NOUN/4/nsubj/Plur seien/sein/AUX/4/cop/Sub Kinder/Kind/NOUN/0",
            ["Killing Tote: patient=Kinder"],
        ),
        (
            "Unter/unter/ADP/3/case den/der/DET/3/det/Def.Dat Verletzten/Verletzter/NOUN/4/obl/Plur "
            "befinden/= sich/=/PRON/4/obj///PRF zwei/=/NUM/7/nummod Kinder/Kind/NOUN/4/nsubj/Plur",
            ["Injury Verletzten: patient=Kinder"],
        ),
        (
            "Sie/=/PRON/2/nsubj sprachen/sprechen von/=/ADP/5/case 30/=/NUM/5/nummod Toten/Toter/NOUN/2/obl/Plur",
            ["Killing Toten: patient=Toten"],
        ),
        (
            "Es/=/PRON/2/nsubj gab/geben Dutzende/=/NOUN/2/obj von/=/ADP/5/case Toten/Toter/NOUN/3/nmod/Plur "
            "und/=/CCONJ/7/cc Verletzten/Verletzter/NOUN/5/conj/Plur",
            ["Killing gab: patient=Dutzende", "Injury Verletzten: patient=Dutzende"],
        ),
        (
            "Unter/unter/ADP/3/case den/der/DET/3/det/Def.Dat Toten/Toter/NOUN/4/obl/Plur sollen/=/AUX "
            "zwei/=/NUM/6/nummod Kinder/Kind/NOUN/4/nsubj/Plur sein/=/AUX/6/cop",
            ["Killing Toten: patient=Kinder"],
        ),
        (
            "Von/=/ADP/3/case 30/=/NUM/3/nummod Verletzten/Verletzter/NOUN/4/obl/Plur war/sein/AUX die/der/DET/6/det "
            "Rede/=/NOUN/4/nsubj",
            ["Injury Verletzten: patient=Verletzten"],
        ),
        (  # the wounded are not killed
            "Es/=/PRON/2/nsubj gab/geben zwei/=/NUM/4/nummod Tote/Toter/NOUN/2/obj/Plur "
            "und/=/CCONJ/7/cc acht/=/NUM/7/nummod Verletzte/Verletzter/NOUN/4/conj/Plur",
            ["Killing gab: patient=Tote", "Injury Verletzte: patient=Verletzte"],
        ),
        (  # no news, and nobody is named
            "Zwei/=/NUM/2/nummod Verletzte/Verletzter/NOUN/3/nsubj/Plur schlafen/=",
            [],
        ),
        ("Unter/unter/ADP/2/case Toten/Toter/NOUN/3/obl/Plur lag/liegen Geld/=/NOUN/3/nsubj", []),
        (  # who they are, not what counts them
            "Unter/unter/ADP/2/case Verletzten/Verletzter/NOUN/5/nmod/Dat.Plur sind/sein/AUX/5/cop "
            "zwei/=/NUM/5/nummod Kinder/Kind/NOUN/0/ROOT/Nom.Plur",
            ["Injury Verletzten: patient=Kinder"],
        ),
    ],
)
def test_those_whom_it_befell(text: str, expected: list[str]) -> None:
    assert found_events(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # who gets it undergoes it
            "Kim/=/PROPN/2/nsubj//PER erhielt/erhalten Haftstrafe/=/NOUN/2/obj/Acc.Sing",
            ["Decision Haftstrafe: patient=Kim"],
        ),
        (  # of some nouns the verb alone says that the event is meant
            "Anklage/=/NOUN/3/nsubj:pass/Nom.Sing wurde/werden/AUX/3/aux:pass erhoben/erheben/VERB/0/ROOT/Part",
            ["Investigation Anklage: "],
        ),
        ("Anklage/=/NOUN/2/nsubj/Nom.Sing schwieg/schweigen", []),
        (  # a victim of what else needs a role
            "Kim/=/PROPN/3/nsubj//PER wurde/werden/AUX/3/cop Opfer/=/NOUN/0/ROOT Gewalt/=/NOUN/3/nmod/Gen.Sing",
            ["Attack Gewalt: patient=Kim"],
        ),
    ],
)
def test_who_undergoes_it(text: str, expected: list[str]) -> None:
    assert found_events(text) == expected
