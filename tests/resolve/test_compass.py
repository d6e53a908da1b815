"""Half of a country: "der Norden" is a state only where the article names one that begins so."""

from __future__ import annotations

import pytest

from kg.resolve.coreference import Discourse
from tests.resolve.made import LINKER, name, said
from tests.resolve.test_coreference import resolved


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["Nordkorea"], "Nordkorea"),
        (["Nordkorea", "Südkorea"], "Nordkorea"),
        (["Nordkorea", "Nordmazedonien"], "Norden"),
        ([], "Norden"),
    ],
)
def test_the_north_is_the_one_state_of_that_name(states: list[str], expected: str) -> None:
    assert expected == resolved([name(s, "LOC") for s in states], said("Norden"))


def test_the_north_of_a_country_and_the_place_are_no_other_state() -> None:
    korea, of_syria = name("Nordkorea", "LOC"), said("Norden", "Norden", "noun", ("genitive", name("Syrien", "LOC")))
    assert "Nordkorea" not in resolved([korea], of_syria)
    place = Discourse(LINKER, [korea]).entity(said("Norden"), "location", None)
    assert place is not None
    assert "Norden" == place.label
