"""Certainty and polarity, and what a word of the tables does to them."""

from __future__ import annotations

import pytest

from kg.extract.certainty.judgement import Judgement


@pytest.mark.parametrize(
    ("certainty", "value", "expected"),
    [
        ("CT", "PR", "PR"),
        ("PR", "CT", "PR"),  # never more certain
        ("U", "PS", "U"),
        ("CT", "", ""),
        ("", "CT", ""),
    ],
)
def test_weakened(certainty: str, value: str, expected: str) -> None:
    assert expected == Judgement(certainty).weakened(value).certainty


@pytest.mark.parametrize(
    ("value", "expected"),
    [("CT+", "CT+"), ("CT-", "CT-"), ("PR", "PR+"), ("PR-", "PR-"), ("PS+", "PS+"), ("U", "U"), ("", None)],
)
def test_with_value(value: str, expected: str | None) -> None:
    assert expected == Judgement().with_value(value).factuality


def test_two_turns_are_none() -> None:
    assert "PR+" == Judgement().with_value("PR-").with_value("CT-").factuality


def test_uncommitted_has_no_polarity() -> None:
    assert "U" == Judgement("U", positive=False).factuality
