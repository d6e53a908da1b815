"""What a source is committed to: its stance and what it says together."""

from __future__ import annotations

import pytest

from kg.extract.certainty.judgement import Judgement
from kg.extract.certainty.stances import combined, taken_for_granted


@pytest.mark.parametrize(
    ("kind", "factuality", "certainty", "positive", "expected"),
    [
        ("Assertion", "CT+", "CT", True, "CT+"),
        ("Assertion", "CT+", "PS", False, "PS-"),
        ("Denial", "CT-", "CT", True, "CT-"),
        ("Denial", "CT-", "PR", True, "CT-"),  # denies that he means to go
        ("Denial", "CT-", "U", True, "U"),
        ("NonConfirmation", "PR-", "CT", True, "PR-"),
        ("Announcement", "PR+", "U", True, "U"),  # "kündigt an zu gehen, falls …"
        ("Assertion", "CT+", "", True, "None"),
        ("", "CT+", "CT", True, "None"),
    ],
)
def test_combined(kind: str, factuality: str, certainty: str, positive: bool, expected: str) -> None:
    assert expected == str(combined(factuality, Judgement(certainty, positive), kind))


@pytest.mark.parametrize(
    ("kind", "factuality", "expected"),
    [
        ("Denial", "CT-", ("Assertion", "CT+")),
        ("Demand", "U", ("Assertion", "CT+")),
        ("Accusation", "CT+", ("Accusation", "CT+")),
    ],
)
def test_what_a_source_presupposes_it_asserts(kind: str, factuality: str, expected: tuple[str, str]) -> None:
    assert expected == taken_for_granted(kind, factuality)
