"""Who took part: phrases that the parser hung elsewhere, and those whom a word of the clause names."""

from __future__ import annotations

import pytest

from kg.extract import events
from tests.extract.made import DE, doc, roles


def found(text: str) -> list[str]:
    """Each event as "Type trigger: roles"."""
    return [f"{f.type} {f.trigger.text}: {roles(f.roles)}" for s in doc(text).sents for f in events.find(s, DE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # "durch" of a passive
            "Kim/=/PROPN/5/nsubj:pass//PER wurde/werden/AUX/5/aux:pass durch/=/ADP/4/case Soldaten/Soldat/NOUN/5/obl "
            "getötet/töten/VERB/0/ROOT/Part",
            ["Killing getötet: agent=Soldaten; patient=Kim"],
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
    ],
)
def test_partakers(text: str, expected: list[str]) -> None:
    assert found(text) == expected
