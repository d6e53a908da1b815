"""Event nouns that a text only mentions in passing."""

from __future__ import annotations

import pytest

from kg.extract import events
from tests.extract.made import DE, doc, roles


def found(text: str) -> list[str]:
    """Each event as "Type trigger: roles"."""
    return [f"{f.type} {f.trigger.text}: {roles(f.roles)}" for s in doc(text).sents for f in events.find(s, DE)]


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
    assert found(text) == []
