"""Who speaks."""

from __future__ import annotations

import pytest

from tests.extract.test_claims import found


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (  # nobody else says it: who is named around it
            [
                "Laut/laut/ADP/2/case Kiew/=/PROPN/4/obl//LOC ist/sein/AUX/4/cop/Fin.Ind.3 unklar/=/ADJ/0/ROOT "
                ",/=/PUNCT/9/punct ob/=/SCONJ/9/mark Moskau/=/PROPN/9/nsubj//LOC Rebellen/Rebell/NOUN/9/obj "
                "tötete/töten/VERB/4/csubj/Fin.Ind"
            ],
            {"Kiew Assertion CT+ [Kiew NonConfirmation U Killing]"},  # kg.resolve makes one claim of it
        ),
        (  # the text
            [
                "Laut/laut/ADP/3/case einer/ein/DET/3/det/Indef Studie/=/NOUN/5/obl Moskau/=/PROPN/5/nsubj//LOC "
                "tötete/töten/VERB/0/ROOT/Fin.Ind.3 Rebellen/Rebell/NOUN/5/obj"
            ],
            {"einer Studie Assertion CT+ Killing", "Studie Assertion CT+ Killing"},
        ),
        (  # words of somebody
            [
                "Laut/laut/ADP/2/case Berichten/Bericht/NOUN/4/obl Moskau/=/PROPN/4/nsubj//LOC "
                "tötete/töten/VERB/0/ROOT/Fin.Ind.3 Rebellen/Rebell/NOUN/4/obj"
            ],
            {"(unnamed) Assertion CT+ Killing"},
        ),
    ],
)
def test_who_speaks_in_a_phrase(sentences: list[str], expected: set[str]) -> None:
    made = found(*sentences)
    assert made and expected >= set(made)
