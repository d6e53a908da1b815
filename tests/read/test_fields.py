"""Values of fields."""

from __future__ import annotations

import pytest

from kg.read.fields import address, day, fields, scalar


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-10-21", "2024-10-21"),
        ("20241021", "2024-10-21"),
        ("2024-10-21T23:30:00-05:00", "2024-10-21"),
        ("2024-10-21 08:15:00 UTC", "2024-10-21"),
        ("2024-10-21T08:15:00.000Z", "2024-10-21"),
        ("21.10.2024", "2024-10-21"),
        ("1. 2. 2024", "2024-02-01"),
        ("21.10.2024, 14.30 Uhr", "2024-10-21"),
        ("Mon, 21 Oct 2024 10:00:00 +0200", "2024-10-21"),
        ("21 Oct 2024 10:00:00 GMT", "2024-10-21"),
        ("2024-02-30", None),
        ("31.11.2024", None),
        ("21.10.24", None),
        ("10/11/2024", None),  # October or November
        ("2024", None),
        ("2024-10", None),
        ("1729468800", None),  # of 1729 or 2024?
        ("gestern", None),
        ("41 Oct 2024 99:00", None),
        ("", None),
    ],
)
def test_day(text: str, iso: str | None) -> None:
    assert iso == (str(day(text)) if day(text) else None)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://nord.example/kiew?x=1#top", "https://nord.example/kiew?x=1#top"),
        ("HTTP://nord.example", "HTTP://nord.example"),
        ("https://nord.example:8080/Köln", "https://nord.example:8080/Köln"),
        ("https://nord.example/a b|c[1]<x>%zz%20", "https://nord.example/a%20b%7Cc%5B1%5D%3Cx%3E%25zz%20"),
        ("https://nord.example/\ud800", "https://nord.example/%3F"),
        ("https://nord.example/#a#b", "https://nord.example/#a%23b"),
        ("nord.example/kiew", ""),
        ("ftp://nord.example", ""),
        ("https://", ""),
        ("https:// nord", ""),
        ("Seite 3", ""),
        ("", ""),
    ],
)
def test_address(text: str, url: str) -> None:
    assert url == address(text)


def test_fields_lowest_rank_that_is_not_empty() -> None:
    record = {"content": "b", "text": "", "articleBody": "a", "Published-At": "x", "guid": 3, "links": "no", 5: "no"}
    assert {"text": "a", "date": "x", "id": 3} == fields(record)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" a\n b ", "a b"),
        (7, "7"),
        (None, ""),
        ([], ""),
        (["a", "b"], "a"),
        ([["a"]], ""),
        ({"id": 1}, ""),
        ({"name": "Nord"}, "Nord"),
        ("\ud83d", "\ufffd"),
    ],
)
def test_scalar(value: object, text: str) -> None:
    assert text == scalar(value)
