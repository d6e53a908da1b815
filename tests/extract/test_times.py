"""Time expressions and the dates that they mean from the day of the article, a Monday."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import times
from kg.model import Time
from tests.extract.made import doc

MONDAY = date(2024, 10, 21)
WORDS = times.words("de")


def found(text: str, published: date | None = MONDAY) -> list[str]:
    """Each expression as "words: begin/end"."""
    parsed = doc(text)
    (sentence,) = parsed.sents
    values = times.find(sentence, published, WORDS)
    return [f"{parsed[e.begin : e.end].text}: {span(e.time)}" for e in values if e.time]


def span(time: Time) -> str:
    return "/".join(dict.fromkeys((time.begin, time.end)))


PAST, PRESENT = "kam/kommen/VERB/0/ROOT/Fin.Ind.Past", "kommt/kommen/VERB/0/ROOT/Fin.Ind.Pres"
ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des"))


def phrase(words: str, verb: str = PAST) -> str:
    """The words under a verb, nouns but for the last words of small letters; an article belongs to the last noun."""
    tokens = words.split()
    head = len(tokens) + 1
    noun = max((i for i, w in enumerate(tokens, 1) if w[0].isupper()), default=head)
    pos = ["DET" if w in ARTICLES else "NUM" if w[0].isdigit() else "NOUN" if w[0].isupper() else "ADJ" for w in tokens]
    deps = [f"{w}/=/{p}/{noun if p == 'DET' else head}/obl" for w, p in zip(tokens, pos, strict=True)]
    return " ".join([*deps, verb])


def timexes(text: str, published: date | None = MONDAY) -> list[str]:
    """Each TIMEX3 as "words TYPE value"."""
    parsed = doc(text)
    return [
        f"{parsed.text[e.first : e.last]} {e.type} {e.value}" for e in times.in_document(parsed.sents, published, WORDS)
    ]


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
        ("Jahr 2023", "Jahr 2023: 2023"),
        ("seit 2023", "2023: 2023"),
        ("2023", "2023: 2023"),
        ("Mai bis Juli 2023", "Mai bis Juli 2023: 2023-05/2023-07"),
        ("Sommer 2023", "Sommer 2023: 2023-06/2023-08"),
        ("Winter 2023", "Winter 2023: 2023-12/2024-02"),
        ("zweiten Quartal 2023", "zweiten Quartal 2023: 2023-04/2023-06"),
        ("achtziger Jahre", "achtziger Jahre: 1980/1989"),
        ("19. Jahrhundert", "19. Jahrhundert: 1800/1899"),
        ("Karfreitag 2024", "Karfreitag 2024: 2024-03-29"),
        ("Ende Mai 2023", "Ende Mai 2023: 2023-05"),
        # the year nearest to the article
        ("Dezember", "Dezember: 2023-12"),  # in the past, though the next one is nearer
        ("Februar", "Februar: 2024-02"),  # in the past, though that of next year is nearer
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
        ("vergangenen Winter", "vergangenen Winter: 2023-12/2024-02"),
        ("vergangenen Wochenende", "vergangenen Wochenende: 2024-10-19/2024-10-20"),
        ("Dienstag um 10.30 Uhr", "Dienstag: 2024-10-15; 10.30 Uhr: 2024-10-15"),
        ("Oktober vergangenen Jahres", "Oktober vergangenen Jahres: 2023-10"),
        ("vor 10 Monaten", "vor 10 Monaten: 2023-12"),
        ("vergangenen 3. September", "vergangenen 3. September: 2024-09-03"),
        # nothing certain
        ("31. Februar", None),
        ("13. bis 8. Oktober", "8. Oktober: 2024-10-08"),  # backwards
        ("13. Armee", None),
        ("am Morgen", None),  # is not tomorrow, and of which day is not said
        ("vor 900 Tagen", None),
        ("vor wenigen Tagen", None),
        ("seit Jahren", None),  # how long, not when
        ("zwei Jahre", None),
        ("jeden Montag", None),
        ("derzeit", None),
        ("zwei Jahre später", None),  # than what?
        ("10.30 Uhr", None),  # of which day?
        ("32.13.2024", None),
    ],
)
def test_expressions(words: str, expected: str | None) -> None:
    assert (expected.split("; ") if expected else []) == found(phrase(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # dates
        ("3. Mai 2008", "3. Mai 2008 DATE 2008-05-03"),
        ("Montag , dem 3. März", "Montag , dem 3. März DATE 2024-03-03"),
        ("8. bis 13. Oktober", "8. DATE 2024-10-08; 13. Oktober DATE 2024-10-13"),
        ("18. und 19. Jahrhundert", "18. DATE 17; 19. Jahrhundert DATE 18"),
        ("80er Jahre", "80er Jahre DATE 198"),
        ("50er und 60er Jahre", "50er DATE 195; 60er Jahre DATE 196"),
        ("der Neunzigerjahre", "der Neunzigerjahre DATE 199"),
        ("Mitte der sechziger Jahre", "Mitte der sechziger Jahre DATE 196"),
        ("333 v. Chr.", "333 v. Chr. DATE BC0333"),
        ("Ende der Woche", "Ende der Woche DATE 2024-W43"),
        ("Jahresende", "Jahresende DATE 2024"),
        ("den gestrigen Dienstag", "den gestrigen Dienstag DATE 2024-10-20"),
        ("31. Februar", "31. Februar DATE "),
        ("heuer", "heuer DATE 2024"),
        # vague
        ("derzeit", "derzeit DATE PRESENT_REF"),
        ("vor kurzem", "vor kurzem DATE PAST_REF"),
        ("vor einigen Jahren", "vor einigen Jahren DATE PAST_REF"),
        ("Zukunft", "Zukunft DATE FUTURE_REF"),
        ("bis heute", "heute DATE PRESENT_REF"),
        # times
        ("Dienstagabend", "Dienstagabend TIME 2024-10-15TEV"),
        ("gestern abend", "gestern abend TIME 2024-10-20TEV"),
        ("10.30 Uhr", "10.30 Uhr TIME 2024-10-21T10:30"),
        ("8 Uhr abends", "8 Uhr abends TIME 2024-10-21T20:00"),
        ("halb zehn Uhr", "halb zehn Uhr TIME 2024-10-21T09:30"),
        ("8 bis 10 Uhr", "8 TIME 2024-10-21T08:00; 10 Uhr TIME 2024-10-21T10:00"),
        ("Nacht auf gestern", "Nacht auf gestern TIME 2024-10-20TNI"),
        ("gestern um 10 Uhr", "gestern DATE 2024-10-20; 10 Uhr TIME 2024-10-20T10:00"),
        # durations
        ("zwei Jahre", "zwei Jahre DURATION P2Y"),
        ("zwei oder drei Jahre", "zwei oder drei Jahre DURATION P2Y"),
        ("eine Weile", "eine Weile DURATION PX"),
        ("Jahre hinweg", "Jahre DURATION PXY"),
        ("mehr als zehn Jahre", "mehr als zehn Jahre DURATION P10Y"),
        ("zweieinhalb Stunden", "zweieinhalb Stunden DURATION PT2.5H"),
        ("ein halbes Jahr", "ein halbes Jahr DURATION P6M"),
        ("seit Jahren", "Jahren DURATION PXY"),
        ("den vergangenen Jahren", "den vergangenen Jahren DURATION PXY"),
        ("den nächsten zwei Wochen", "den nächsten zwei Wochen DURATION P2W"),
        ("den ganzen Tag", "den ganzen Tag DURATION P1D"),
        ("dreitägigen", "dreitägigen DURATION P3D"),
        ("monatelang", "monatelang DURATION PXM"),
        ("38-jährige", ""),  # an age, as a rule
        ("eine Viertelstunde", "eine Viertelstunde DURATION PT15M"),
        # sets
        ("jeden Montag", "jeden Montag SET XXXX-WXX-1"),
        ("jedes Jahr", "jedes Jahr SET P1Y"),
        ("alle vier Jahre", "alle vier Jahre SET P4Y"),
        ("täglich", "täglich SET P1D"),
        ("nachts", "nachts SET XXXX-XX-XXTNI"),
        ("zweimal im Jahr", "zweimal im Jahr SET P1Y"),
        # from what was spoken of
        ("3. Mai 2008 und zwei Jahre später", "3. Mai 2008 DATE 2008-05-03; zwei Jahre später DATE 2010"),
        ("3. Mai 2008 am Tag danach", "3. Mai 2008 DATE 2008-05-03; Tag danach DATE 2008-05-04"),
    ],
)
def test_timex_types_and_values(words: str, expected: str) -> None:
    assert [part for part in expected.split("; ") if part] == timexes(phrase(words))


def test_in_zwei_jahren_is_a_time_to_come_but_how_long_it_took_in_the_past() -> None:
    assert ["in zwei Jahren DATE 2026"] == timexes(phrase("in zwei Jahren", PRESENT))
    assert ["zwei Jahren DURATION P2Y"] == timexes(phrase("in zwei Jahren"))


def test_heute_is_these_years_where_nothing_is_said_of_a_day() -> None:
    lives = "lebt/leben/VERB/0/ROOT/Fin.Ind.Pres"
    assert ["heute DATE PRESENT_REF"] == timexes(phrase("heute", lives))
    assert ["heute DATE PRESENT_REF"] == timexes(phrase("heute", PRESENT))
    assert ["gestern DATE 2024-10-20", "heute DATE 2024-10-21"] == timexes(phrase("gestern heute", PRESENT))


def test_an_article_of_another_noun_is_no_part_of_it() -> None:
    assert ["künftige DATE FUTURE_REF"] == timexes("Die/der/DET/3/det künftige/künftig/ADJ/3/amod Regierung/=/NOUN/0")


def test_no_time_in_a_name() -> None:
    assert [] == timexes("Thomas/=/PROPN/0/ROOT//PER Mai/=/PROPN/1/flat//+PER")


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
        ("ist/sein/AUX/3/aux/Fin.Pres gekommen/kommen/VERB/0/ROOT/Part", "2024-10-15"),
        ("wurde/werden/AUX/3/aux:pass/Fin.Past verhaftet/verhaften/VERB/0/ROOT/Part", "2024-10-15"),
        ("wird/werden/AUX/3/aux:pass/Fin.Pres verhaftet/verhaften/VERB/0/ROOT/Part", "2024-10-22"),
        ("dass/=/SCONJ/3/mark entsendet/entsenden/VERB/0/ROOT/Part", "2024-10-22"),  # not a participle
        ("kommt/kommen/VERB/0/ROOT/Fin.Ind.Pres", "2024-10-22"),
    ],
)
def test_a_weekday_is_the_nearest_in_the_tense_of_its_clause(verb: str, expected: str) -> None:
    head = len(verb.split()) + 1
    assert [f"Dienstag: {expected}"] == found(f"Dienstag/=/NOUN/{head}/obl {verb}")


@pytest.mark.parametrize(
    ("published", "words", "expected"),
    [
        (date(2025, 1, 3), "Dezember", "2024-12"),  # January tells of last December
        (date(2025, 1, 3), "28. Dezember", "2024-12-28"),
        (date(2024, 12, 30), "Januar", "2024-01"),
        (date(2025, 3, 31), "vergangenen Monat", "2025-02"),
        (date(2025, 1, 1), "vergangenen Monat", "2024-12"),
        (date(2024, 12, 31), "kommenden Monat", "2025-01"),
        (date(2024, 3, 1), "gestern", "2024-02-29"),
        (date(2025, 3, 1), "29. Februar", "2024-02-29"),
        (date(2025, 1, 1), "vergangene Woche", "2024-12-23/2024-12-29"),
    ],
)
def test_around_the_turn_of_months_and_years(published: date, words: str, expected: str | None) -> None:
    assert ([f"{words}: {expected}"] if expected else []) == found(phrase(words), published)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Dezember", "2024-12"), ("Juli", "2024-07"), ("28. Oktober", "2024-10-28"), ("Silvester", "2024-12-31")],
)
def test_in_the_present_tense_the_nearest(words: str, expected: str) -> None:
    assert [f"{words}: {expected}"] == found(phrase(words, PRESENT))


def test_several_in_text_order_and_none_over_another() -> None:
    assert ["8. bis 13. Oktober: 2024-10-08/2024-10-13", "gestern: 2024-10-20"] == found(
        phrase("8. bis 13. Oktober gestern")
    )


def test_a_year_that_counts_something_is_no_year() -> None:
    assert [] == found("Seit/seit/ADP/3/case 2000/=/NUM/3/nummod Soldaten/Soldat/NOUN/0")
