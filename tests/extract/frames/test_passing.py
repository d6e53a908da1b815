"""Event nouns that a text only mentions in passing."""

from __future__ import annotations

import pytest

from tests.extract.made import found_events


@pytest.mark.parametrize(
    "text",
    [
        (  # whose it is says nothing new
            "Kim/=/PROPN/2/nsubj//PER lobte/loben ihre/ihr/DET/4/det:poss/Prs Rückkehr/=/NOUN/2/obj/Acc.Sing"
        ),
        (  # told before
            "Kim/=/PROPN/2/nsubj//PER begrüßt/begrüßen diese/dieser/DET/4/det/Dem.Acc "
            "Entscheidung/=/NOUN/2/obj/Acc.Sing"
        ),
        (  # told before
            "Kim/=/PROPN/2/nsubj//PER kritisierte/kritisieren die/der/DET/4/det/Def.Acc "
            "Entscheidung/=/NOUN/2/obj/Acc.Sing"
        ),
    ],
)
def test_what_is_only_taken_up_is_no_event(text: str) -> None:
    assert found_events(text) == []
