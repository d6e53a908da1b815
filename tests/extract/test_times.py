"""Time expressions and the dates that they mean from the day of the article, a Monday."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import times
from tests.extract.made import doc

MONDAY = date(2024, 10, 21)
WORDS = times.words("de")


def found(text: str, published: date | None = MONDAY) -> list[str]:
    """Each expression as "words: begin/end"."""
    parsed = doc(text)
    (sentence,) = parsed.sents
    values = times.find(sentence, published, WORDS)
    return [f"{parsed[e.begin : e.end].text}: {'/'.join(dict.fromkeys((e.time.begin, e.time.end)))}" for e in values]


def phrase(words: str) -> str:
    """The words under a verb in the past, nouns but for the last words of small letters."""
    tokens = words.split()
    head = len(tokens) + 1
    pos = ["NUM" if w[0].isdigit() else "NOUN" if w[0].isupper() else "ADJ" for w in tokens]
    deps = [f"{w}/=/{p}/{head}/obl" for w, p in zip(tokens, pos, strict=True)]
    return " ".join([*deps, "kam/kommen/VERB/0/ROOT/Fin.Ind.Past"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # absolute
        ("13. Oktober 2024", "13. Oktober 2024: 2024-10-13"),
        ("13. Oktober", "13. Oktober: 2024-10-13"),
        ("Oktober 2023", "Oktober 2023: 2023-10"),
        ("Oktober", "Oktober: 2024-10"),
        ("13.10.2024", "13.10.2024: 2024-10-13"),
        ("13.10.24", "13.10.24: 2024-10-13"),
        ("2024-10-13", "2024-10-13: 2024-10-13"),
        ("8. bis 13. Oktober", "8. bis 13. Oktober: 2024-10-08/2024-10-13"),
        ("28. September bis 13. Oktober 2024", "28. September bis 13. Oktober 2024: 2024-09-28/2024-10-13"),
        ("Jahr 2023", "2023: 2023"),
        ("seit 2023", "2023: 2023"),
        # the year nearest to the article
        ("Dezember", "Dezember: 2024-12"),
        ("Februar", "Februar: 2025-02"),  # nearer than that of this year
        # relative
        ("gestern", "gestern: 2024-10-20"),
        ("heute", "heute: 2024-10-21"),
        ("Dienstag", "Dienstag: 2024-10-15"),
        ("Montag", "Montag: 2024-10-21"),  # today
        ("Dienstagabend", "Dienstagabend: 2024-10-15"),
        ("vergangene Woche", "vergangene Woche: 2024-10-14/2024-10-20"),
        ("dieser Woche", "dieser Woche: 2024-10-21/2024-10-27"),
        ("kommende Woche", "kommende Woche: 2024-10-28/2024-11-03"),
        ("vergangenen Monat", "vergangenen Monat: 2024-09"),
        ("kommenden Jahr", "kommenden Jahr: 2025"),
        ("vergangenen Dienstag", "vergangenen Dienstag: 2024-10-15"),
        ("kommenden Dienstag", "kommenden Dienstag: 2024-10-22"),
        ("vergangenen Oktober", "vergangenen Oktober: 2023-10"),
        ("kommenden März", "kommenden März: 2025-03"),
        ("vor drei Tagen", "vor drei Tagen: 2024-10-18"),
        ("vor zwei Jahren", "vor zwei Jahren: 2022"),
        ("vor 10 Monaten", "vor 10 Monaten: 2023-12"),
        # nothing certain
        pytest.param("31. Februar", None, marks=pytest.mark.xfail(reason="its month is taken for an expression")),
        ("13. bis 8. Oktober", "8. Oktober: 2024-10-08"),  # backwards
        ("13. Armee", None),
        ("2023", None),  # a number
        ("Morgen", None),  # "am Morgen" is not tomorrow
        ("vor 900 Tagen", None),
        ("vor wenigen Tagen", None),
        ("vergangenen Winter", None),
        ("32.13.2024", None),
    ],
)
def test_expressions(words: str, expected: str | None) -> None:
    assert ([expected] if expected else []) == found(phrase(words))


@pytest.mark.parametrize(
    "words", ["gestern", "Dienstag", "vergangene Woche", "Oktober", "13. Oktober", "vor drei Tagen"]
)
def test_without_a_date_of_the_article_nothing_relative_has_a_value(words: str) -> None:
    assert [] == found(phrase(words), None)


@pytest.mark.parametrize("words", ["13. Oktober 2024", "Oktober 2024", "13.10.2024", "2024-10-13"])
def test_absolute_dates_need_no_date_of_the_article(words: str) -> None:
    assert found(phrase(words)) == found(phrase(words), None)
    assert found(phrase(words), None)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("kam/kommen/VERB/0/ROOT/Fin.Ind.Past", "2024-10-15"),
        ("gekommen/kommen/VERB/0/ROOT/Part", "2024-10-15"),
        ("kommt/kommen/VERB/0/ROOT/Fin.Ind.Pres", "2024-10-22"),
    ],
)
def test_a_weekday_is_the_nearest_in_the_tense_of_its_clause(verb: str, expected: str) -> None:
    assert [f"Dienstag: {expected}"] == found(f"Dienstag/=/NOUN/2/obl {verb}")


@pytest.mark.parametrize(
    ("published", "words", "expected"),
    [
        (date(2025, 1, 3), "Dezember", "2024-12"),  # January tells of last December
        (date(2025, 1, 3), "28. Dezember", "2024-12-28"),
        (date(2024, 12, 30), "Januar", "2025-01"),
        (date(2025, 3, 31), "vergangenen Monat", "2025-02"),
        (date(2025, 1, 1), "vergangenen Monat", "2024-12"),
        (date(2024, 12, 31), "kommenden Monat", "2025-01"),
        (date(2024, 3, 1), "gestern", "2024-02-29"),
        pytest.param(
            date(2025, 3, 1),
            "29. Februar",
            "2024-02-29",
            marks=pytest.mark.xfail(reason="_nearest_year takes a year without that day; its month is then the value"),
        ),
        (date(2025, 1, 1), "vergangene Woche", "2024-12-23/2024-12-29"),
    ],
)
def test_around_the_turn_of_months_and_years(published: date, words: str, expected: str | None) -> None:
    assert ([f"{words}: {expected}"] if expected else []) == found(phrase(words), published)


def test_several_in_text_order_and_none_over_another() -> None:
    assert ["8. bis 13. Oktober: 2024-10-08/2024-10-13", "gestern: 2024-10-20"] == found(
        phrase("8. bis 13. Oktober gestern")
    )


def test_a_year_that_counts_something_is_no_year() -> None:
    assert [] == found("Seit/seit/ADP/3/case 2000/=/NUM/3/nummod Soldaten/Soldat/NOUN/0")
