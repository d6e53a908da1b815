"""From one mention to its entity, without the rest of the article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Mention
from kg.resolve import gazetteer
from kg.resolve.linking import base_form, unit_of
from tests.resolve.made import DATA, DOCUMENT, LINKER, name, pronoun, said, state

RUSSIA = f"{DATA}Q159"
MEIER = name("Jan Meier", "PER")
TOWN = replace(said("Stadt Wien", "Stadt", label="LOC"), name="Wien")
TREATY = ("Artifact", "Vertrag von Lissabon")


def linked(mention: Mention, role: str = "agent") -> tuple[str, str]:
    """Kind and label."""
    entity = LINKER.entity(mention, role)
    return (entity.kind, entity.label) if entity is not None else ("-", "-")


@pytest.mark.parametrize(
    ("mention", "role", "expected"),
    [
        (name("Russland", "LOC"), "agent", ("State", "Russland")),
        (name("Russlands", "LOC"), "patient", ("State", "Russland")),
        (name("Moskau", "LOC"), "agent", ("State", "Russland")),  # the government
        (name("Moskau", "LOC"), "location", ("Place", "Moskau")),  # the town
        (name("Moskau", "LOC"), "destination", ("Place", "Moskau")),
        (name("Kreml", "LOC"), "source", ("State", "Russland")),
        (name("Odessa", "LOC"), "agent", ("Place", "Odessa")),
        (TOWN, "agent", ("Place", "Wien")),  # "die Stadt Wien"
        (said("Krone"), "patient", ("Artifact", "Krone")),
        (name("Krone", "ORG"), "patient", ("Organization", "Kronen Zeitung")),
        (said("Vertrag von Lissabon", "Vertrag", "noun", ("genitive", name("Lissabon", "LOC"))), "patient", TREATY),
        (name("Kegelverein Süd", "ORG"), "agent", ("Organization", "Kegelverein Süd")),
        (name("Jan Meier", "PER"), "agent", ("Person", "Jan Meier")),
        (name("Jan Meier", "MISC"), "agent", ("Artifact", "Jan Meier")),
        (name("Jan Paris", "PER"), "agent", ("Person", "Jan Paris")),  # two words: no town
        (said("russischen", "russisch", "adjective", label="DEM"), "agent", ("State", "Russland")),
        (said("neuen", "neu", "adjective", label="DEM"), "agent", ("-", "-")),
        (pronoun("er"), "agent", ("-", "-")),
        (said("Soldaten", "Soldat"), "patient", ("Unit", "Truppen")),
        (said("Soldat", number="Sing"), "patient", ("Person", "Soldat")),
        (said("Truppe", number="Sing"), "patient", ("Unit", "Truppen")),
        (said("Flughafen"), "source", ("Organization", "Flughafen")),
        (said("Flughafen"), "location", ("Place", "Flughafen")),
        (
            said("nordkoreanische Soldaten", "Soldat", "noun", state("nordkoreanische")),
            "patient",
            ("Unit", "Truppen (Nordkorea)"),
        ),
        (
            said("Truppen aus Kiew", "Truppe", "noun", ("genitive", name("Kiew", "LOC"))),
            "patient",
            ("Unit", "Truppen (Ukraine)"),
        ),
        (said("Nordkoreaner"), "agent", ("Group", "Nordkoreaner")),
        (said("Pendel"), "patient", ("Artifact", "Pendel")),
        (said("Ding", "Dingsbums"), "patient", ("Artifact", "Ding")),  # no table knows it
        (said("Ding", "Dingsbums"), "source", ("Actor", "Ding")),  # but who speaks acts
        (  # of an organisation they are not the whole
            said("Angehörige der Nato", "Angehörige", "noun", ("genitive", name("Nato", "ORG"))),
            "agent",
            ("Group", "Angehörige der Nato"),
        ),
        (  # but of troops
            said(
                "Angehörige russischer Truppen",
                "Angehörige",
                "noun",
                ("genitive", said("russischer Truppen", "Truppe", "noun", state("russischer"))),
            ),
            "agent",
            ("Unit", "Truppen (Russland)"),
        ),
    ],
)
def test_entity(mention: Mention, role: str, expected: tuple[str, str]) -> None:
    kind, found = linked(mention, role)
    assert (expected[0], expected[1].lower()) == (kind, found.lower())


def test_what_has_no_name_is_known_only_in_its_article() -> None:
    soldiers, bridge = LINKER.entity(said("Soldaten", "Soldat"), "agent"), LINKER.entity(said("Brücke"), "agent")
    assert soldiers is not None and bridge is not None
    assert soldiers.iri.startswith(f"{DOCUMENT}#")
    assert bridge.iri.startswith(f"{DOCUMENT}#")


def test_the_troops_of_a_state_are_one_entity_by_any_name() -> None:
    phrases = [
        said("russische Soldaten", "Soldat"),
        said("russische Truppen", "Truppe"),
        said("Bataillon", "Bataillon"),
    ]
    found = [LINKER.entity(Mention(m.span, m.head, m.form, modifiers=(state("russische"),)), "agent") for m in phrases]
    russia = gazetteer.load("de").state("Russland")
    assert russia is not None
    troops = unit_of(russia, "Truppen")
    assert {(troops.iri, troops.label, RUSSIA)} == {(e.iri, e.label, e.state) for e in found if e is not None}
    assert [("russische Soldaten",), ("russische Truppen",), ("Bataillon",)] == [
        e.aliases for e in found if e is not None
    ]


@pytest.mark.parametrize(
    ("mention", "role", "affiliation"),
    [
        (MEIER, "", ""),
        (said("Sprecher Jan Meier", "Sprecher", name="Jan Meier", label="PER"), "Sprecher", ""),
        (
            said(
                "russischer Sprecher Jan Meier", "Sprecher", "noun", state("russischer"), name="Jan Meier", label="PER"
            ),
            "russischer Sprecher",
            RUSSIA,
        ),
        (
            said(
                "Sprecher Moskaus",
                "Sprecher",
                "noun",
                ("genitive", name("Moskaus", "LOC")),
                name="Jan Meier",
                label="PER",
            ),
            "Sprecher Moskaus",
            RUSSIA,
        ),
        (  # an apposition: "Jan Meier, Sprecher Moskaus"
            name(
                "Jan Meier",
                "PER",
                ("apposition", said("Sprecher Moskaus", "Sprecher", "noun", ("genitive", name("Moskaus", "LOC")))),
            ),
            "Sprecher Moskaus",
            RUSSIA,
        ),
        (name("Jan Meier", "PER", ("apposition", said("Vater", "Vater"))), "", ""),  # no office
        (  # a genitive person is no employer
            said("Sprecher Kims", "Sprecher", "noun", ("genitive", name("Kims", "PER")), name="Jan Meier", label="PER"),
            "Sprecher Kims",
            "",
        ),
        (said("Kreml-Sprecher Jan Meier", "Kreml-Sprecher", name="Jan Meier", label="PER"), "Kreml-Sprecher", RUSSIA),
    ],
)
def test_persons(mention: Mention, role: str, affiliation: str) -> None:
    found = LINKER.person(mention)
    assert ("Jan Meier", role, affiliation) == (found.label, found.role, found.affiliation)
    assert f"{DATA}person-jan-meier" == found.iri


@pytest.mark.parametrize(
    ("text", "expected"), [("Scholz’", "Scholz"), ("Jan  \n Meier", "Jan Meier"), ("Meiers", "Meiers")]
)
def test_base_form(text: str, expected: str) -> None:
    assert expected == base_form(text)
