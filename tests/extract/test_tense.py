"""Which year or week a time is of, by the tense of its clause; the article is of Monday, 21 October 2024."""

from __future__ import annotations

import pytest

from tests.extract.test_times import timexes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("August/=/NOUN/3/obl werden/=/AUX/3/aux/Fin.Ind.Pres gehen/=/VERB/0/ROOT/Inf", "2025-08"),
        ("August/=/NOUN/3/obl soll/sollen/AUX/3/aux/Fin.Ind.Pres gehen/=/VERB/0/ROOT/Inf", "2025-08"),
        ("Oktober/=/NOUN/3/obl soll/sollen/AUX/3/aux/Fin.Ind.Pres gehen/=/VERB/0/ROOT/Inf", "2024-10"),
        ("August/=/NOUN/3/obl würde/werden/AUX/3/aux/Fin.Sub.Past gehen/=/VERB/0/ROOT/Inf", "2025-08"),
        ("August/=/NOUN/2/obl geht/gehen/VERB/0/ROOT/Fin.Ind.Pres", "2024-08"),
        ("August/=/NOUN/3/obl sollte/sollen/AUX/3/aux/Fin.Ind.Past gehen/=/VERB/0/ROOT/Inf", "2024-08"),
        (
            "August/=/NOUN/3/obl soll/sollen/AUX/3/aux/Fin.Ind.Pres gestohlen/stehlen/VERB/0/ROOT/Part"
            " haben/=/AUX/3/aux/Inf",
            "2024-08",
        ),
    ],
)
def test_a_month_to_come_in_a_clause_that_tells_what_comes(sentence: str, expected: str) -> None:
    assert [f"{sentence.split('/', maxsplit=1)[0]} DATE {expected}"] == timexes(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # "ist am Dienstag verletzt worden", a passive perfect; "ist am Dienstag geschlossen", what lasts
        (
            "ist/sein/AUX/3/aux:pass/Fin.Ind.Pres Dienstag/=/NOUN/3/obl verletzt/verletzen/VERB/0/ROOT/Part"
            " worden/werden/AUX/3/aux:pass/Part",
            "2024-10-15",
        ),
        (
            "ist/sein/AUX/3/aux:pass/Fin.Ind.Pres Dienstag/=/NOUN/3/obl geschlossen/schließen/VERB/0/ROOT/Part",
            "2024-10-22",
        ),
        # "seit dem Amtsantritt am Dienstag deutet"
        (
            "seit/=/ADP/2/case Amtsantritt/=/NOUN/5/obl am/an/ADP/4/case Dienstag/=/NOUN/2/nmod"
            " deutet/deuten/VERB/0/ROOT/Fin.Ind.Pres",
            "2024-10-15",
        ),
    ],
)
def test_whether_a_weekday_is_over(sentence: str, expected: str) -> None:
    assert [f"Dienstag DATE {expected}"] == timexes(sentence)


def test_a_relative_pronoun_is_no_article_of_a_time() -> None:
    """As in "Meier, der letzte Woche fehlte"."""
    pronoun = "der/=/DET/3/det/Nom.Sing.Masc letzte/letzt/ADJ/3/amod Woche/=/NOUN/4/obl/Sing.Fem"
    assert ["letzte Woche DATE 2024-W42"] == timexes(f"{pronoun} fehlte/fehlen/VERB/0/ROOT/Fin.Ind.Past")
