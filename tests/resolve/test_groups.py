"""Several persons are a group of the graph, and only who holds an office has one."""

from __future__ import annotations

import pytest

from kg.graph.things import class_of
from kg.model import Entity, Mention, Quantity
from kg.resolve.coreference import Discourse
from tests.resolve.made import LINKER, name, said, state

POLISH = state("polnische")


def entity(mention: Mention) -> Entity:
    found = Discourse(LINKER, [mention], "").entity(mention, "patient", None)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("mention", "expected", "ending"),
    [
        (said("Mann", number="Sing"), "Person", "#person-mann"),
        (said("Mandanten", "Mandant", number="Plur"), "Group", "#group-mandanten"),
        (said("zwölf Menschen", "Mensch", number="Plur", quantity=Quantity(12)), "Group", "#group-zwölf-menschen"),
        (said("20 Menschen", "Mensch", quantity=Quantity(20)), "Group", "#group-20-menschen"),
        (said("1 Mensch", "Mensch", number="Sing", quantity=Quantity(1)), "Person", "#person-1-mensch"),
        (
            said("türkische Minister", "Minister", "noun", state("türkische"), number="Plur"),
            "Group",
            "group-Q43-minister",
        ),
        (name("Jan Meier", "PER"), "Person", "person-jan-meier"),
    ],
)
def test_several_persons_are_a_group(mention: Mention, expected: str, ending: str) -> None:
    found = entity(mention)
    assert expected == class_of(found)
    assert found.iri.endswith(ending)


@pytest.mark.parametrize(
    ("noun", "official"),
    [("Mann", False), ("Frau", False), ("Täter", False), ("Minister", True), ("Experte", True), ("Sprecher", True)],
)
def test_only_an_office_is_one(noun: str, official: bool) -> None:
    assert official == entity(said(noun, number="Sing")).official
    named = said(f"{noun} Jan Meier", noun, name="Jan Meier", label="PER", number="Sing")
    assert official == entity(named).official
