"""Names of states and organisations in any case, and names that are none."""

from __future__ import annotations

import pytest

from kg.model import Entity
from kg.resolve import gazetteer
from kg.resolve.iris import DATA

DE = gazetteer.load("de")


def label(entity: Entity | None) -> str:
    return entity.label if entity is not None else "-"


@pytest.mark.parametrize(
    ("table", "word", "expected"),
    [
        ("state", "Russland", "Russland"),
        ("state", "Russlands", "Russland"),
        ("state", "russland", "Russland"),
        ("state", "Russlandx", "-"),
        ("state", "", "-"),
        ("state", "Moskau", "-"),  # a seat, no state
        ("seat", "Moskau", "Russland"),
        ("seat", "Moskaus", "Russland"),
        ("seat", "Kreml", "Russland"),
        ("seat", "Odessa", "-"),
        ("capital", "Moskau", "Moskau"),
        ("capital", "Kreml", "-"),  # no town
        ("actor", "Russlands", "Russland"),
        ("actor", "Kreml", "Russland"),
        ("actor", "Nato", "NATO"),
        ("place", "Russland", "Russland"),
        ("place", "Moskau", "Moskau"),
        ("place", "Nato", "-"),
        ("adjective", "nordkoreanischer", "Nordkorea"),
        ("adjective", "nordkoreanischen", "Nordkorea"),
        ("adjective", "südkoreanisch", "Südkorea"),
        ("adjective", "neuer", "-"),
        ("inhabitant", "Nordkoreaner", "Nordkorea"),
        ("inhabitant", "Nordkoreanern", "Nordkorea"),
        ("inhabitant", "Bürger", "-"),
        ("organization", "Nato", "NATO"),
        ("organization", "NATO", "NATO"),
        ("organization", "Kegelverein", "-"),
    ],
)
def test_names(table: str, word: str, expected: str) -> None:
    assert expected.lower() == label(getattr(DE, table)(word)).lower()


def test_a_state_and_its_seat_are_one_entity() -> None:
    assert DE.state("Russland") == DE.seat("Moskau") == DE.adjective("russische") == DE.inhabitant("Russe")
    assert DE.state("Russland") != DE.capital("Moskau")


def test_entities() -> None:
    states = {entity.iri: entity for entity in DE.states.values()}
    assert all("State" == entity.kind and entity.wikidata in entity.iri for entity in states.values())
    assert all(entity.state == "" or entity.state in states for entity in DE.organizations.values())
    assert {*states.values(), *DE.organizations.values()} == set(DE.all())


def test_a_name_of_two_organisations_is_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {
        "qid": "Q1",
        "kind": "Organization",
        "state": "-",
        "de": "A",
        "en": "-",
        "abbreviations": "X",
        "aliases_de": "-",
    }
    other = {**row, "qid": "-", "de": "B"}
    monkeypatch.setattr(gazetteer, "_rows", lambda name: [row, other] if name == "organizations.tsv" else [])
    found = gazetteer.load.__wrapped__("de")
    assert ["A", "B", "-"] == [label(found.organization(name)) for name in ("A", "B", "X")]
    assert f"{DATA}organization-b" == found.organizations["b"].iri


def test_another_language() -> None:
    assert "North Korea" == label(gazetteer.load("en").adjective("North Korean"))
    with pytest.raises(KeyError):
        gazetteer.load("xx")


@pytest.mark.parametrize("name", ["Weißes Haus", "Weiße Haus", "Weißen Hauses", "Weißen Haus"])
def test_names_of_several_words_are_inflected(name: str) -> None:
    seat = DE.seat(name)
    assert seat is not None
    assert "USA" == seat.label


def test_no_other_word_is_a_name() -> None:
    assert DE.seat("Weißer Hals") is None
