"""What is looked into: a matter is the topic, a thing is what it is done to."""

from __future__ import annotations

import pytest

from kg.extract.frames import events
from tests.extract.made import DE, doc, roles


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("Vorwürfe/Vorwurf", "topic=Vorwürfe"),
        ("Einbruch/=", "topic=Einbruch"),
        ("Zahlungen/Zahlung", "topic=Zahlungen"),
        ("Papiere/Papier", "patient=Papiere"),
        ("Wohnung/=", "patient=Wohnung"),
    ],
)
def test_a_matter_is_the_topic(noun: str, expected: str) -> None:
    text = (
        "Die/der/DET/2/det/Def.Nom Polizei/=/NOUN/3/nsubj/Sing untersuchte/untersuchen "
        f"die/der/DET/5/det/Def.Acc {noun}/NOUN/3/obj"
    )
    (frame,) = (f for s in doc(text).sents for f in events.find(s, DE))
    assert f"agent=Polizei; {expected}" == roles(frame.roles)


def test_what_has_an_outcome_has_no_part_in_it() -> None:
    text = (
        "Es/es/PRON/2/nsubj gab/geben eine/ein/DET/4/det Schlägerei/=/NOUN/2/obj/Sing mit/=/ADP/7/case "
        "tödlichem/tödlich/ADJ/7/amod Ausgang/=/NOUN/4/nmod/Dat.Sing"
    )
    assert all("agent" not in f.roles for s in doc(text).sents for f in events.find(s, DE))
