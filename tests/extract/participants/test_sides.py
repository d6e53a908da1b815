"""The other side of what two do together; whom voters elect; objects that look like subjects."""

from __future__ import annotations

import pytest

from tests.extract.made import found_events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # whose readiness it is
            "Kenias/Kenia/PROPN/2/nmod//LOC Bereitschaft/=/NOUN/7/nsubj zu/=/ADP/4/case "
            "Gesprächen/Gespräch/NOUN/2/nmod mit/=/ADP/6/case Uganda/=/PROPN/4/nmod//LOC wuchs/wachsen",
            ["Meeting Gesprächen: agent=Kenias Uganda"],
        ),
        (  # the subject of the clause, with another noun between
            "Kim/=/PROPN/2/nsubj//PER sprach/sprechen/VERB/0/ROOT/Fin.Ind am/an/ADP/4/case Rande/Rand/NOUN/2/obl "
            "eines/ein/DET/6/det/Gen Treffens/Treffen/NOUN/4/nmod/Gen.Sing mit/=/ADP/8/case Uganda/=/PROPN/6/nmod//LOC",
            ["Meeting Treffens: agent=Kim Uganda"],
        ),
    ],
)
def test_the_other_side(text: str, expected: list[str]) -> None:
    assert found_events(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rat/=/NOUN/2/nsubj/Sing wählte/wählen/VERB/0/ROOT/Fin.Ind Kim/=/PROPN/2/obj//PER zum/zu/ADP/5/case "
            "Präsidenten/Präsident/NOUN/2/obl/Sing",
            ["Election wählte: agent=Rat; patient=Präsidenten; recipient=Kim"],
        ),
        (
            "Kim/=/PROPN/5/nsubj:pass//PER wurde/werden/AUX/5/aux:pass zum/zu/ADP/4/case "
            "Präsidenten/Präsident/NOUN/5/obl/Sing gewählt/wählen/VERB/0/ROOT/Part",
            ["Election gewählt: agent=Kim; patient=Präsidenten"],
        ),
    ],
)
def test_who_is_elected_and_by_whom(text: str, expected: list[str]) -> None:
    assert found_events(text) == expected


@pytest.mark.parametrize("relation", ["obj", "nsubj:pass"])
def test_an_infinitive_has_no_subject(relation: str) -> None:
    text = (
        "Kim/=/PROPN/2/nsubj//PER bestreitet/bestreiten/VERB/0/ROOT/Fin.Ind ,/=/PUNCT/5/punct "
        f"Geiseln/Geisel/NOUN/5/{relation}/Plur getötet/töten/VERB/2/xcomp/Part zu/=/PART/5/mark//-/PTKZU "
        "haben/=/AUX/5/aux/Inf"
    )
    assert found_events(text) == ["Killing getötet: agent=Kim; patient=Geiseln"]
