"""What holds whatever stands above it: definite events, scenes, the past."""

from __future__ import annotations

import pytest

from kg.extract.certainty import presupposed
from kg.extract.participants import subjects
from tests.extract.made import DE, doc, token


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("der/=/DET/2/det/Def.Art", True),
        ("ein/=/DET/2/det/Indef.Art", False),
        ("sein/=/DET/2/det:poss", True),
        ("am/an/ADP/2/case", True),
        ("Moskaus/Moskau/PROPN/2/nmod/Gen.Sing/LOC", True),
    ],
)
def test_is_definite(before: str, expected: bool) -> None:
    made = doc(f"{before} Angriff/=/NOUN/3/obj/Acc.Sing verurteilen/=/VERB/0/ROOT/Fin")
    assert expected is presupposed.is_definite(token(made, "Angriff"))


@pytest.mark.parametrize(
    ("adposition", "case", "expected"),
    [("auf", "Dat", True), ("auf", "Acc", False), ("für", "Acc", False)],
)
def test_is_scene(adposition: str, case: str, expected: bool) -> None:
    made = doc(
        f"Länder/Land/NOUN/5/nsubj/Nom.Plur {adposition}/=/ADP/4/case einem/ein/DET/4/det/Indef.Art "
        f"Gipfel/=/NOUN/5/obl/{case}.Sing scherzten/scherzen/VERB/0/ROOT/Fin.Ind.3.Past"
    )
    assert expected is presupposed.is_scene(token(made, "Gipfel"), adposition, DE)


@pytest.mark.parametrize(
    ("finite", "expected"),
    [
        ("ging/gehen/VERB/0/ROOT/Fin.Ind.3.Past", True),
        ("geht/gehen/VERB/0/ROOT/Fin.Ind.3.Pres", False),
        ("gegangen/gehen/VERB/0/ROOT/Part ist/sein/AUX/2/aux/Fin.Ind.3.Pres", True),
        ("gehen/=/VERB/0/ROOT/Inf konnte/können/AUX/2/aux/Fin.Ind.3.Past", False),
    ],
)
def test_is_past(finite: str, expected: bool) -> None:
    made = doc(f"Kim/=/PROPN/2/nsubj//PER {finite}")
    assert expected is presupposed.is_past(made[1], DE)


@pytest.mark.parametrize(("verb", "expected"), [("verurteilen", True), ("essen", False)])
def test_may_say(verb: str, expected: bool) -> None:
    made = doc(f"Kim/=/PROPN/2/nsubj//PER {verb}/=/VERB/0/ROOT/Fin")
    assert expected is presupposed.may_say(made[1], "", DE)


def test_verb_words_are_spelt_as_in_the_tables() -> None:
    made = doc("Kim/=/PROPN/2/nsubj//PER weigert/weigern/VERB/0/ROOT/Fin sich/=/PRON/2/obj/Yes")
    assert 2 == len(subjects.verb_words(made[1]))
    assert "weigern" == subjects.verb_words(made[1])[-1]
