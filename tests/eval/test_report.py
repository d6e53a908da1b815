"""Figures and the errors behind them."""

from __future__ import annotations

import pytest

from kg.eval.report import Counts, Error, Report, pages


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        (Counts(), 0, 0, 0),
        (Counts(found=3), 0, 0, 0),
        (Counts(gold=3), 0, 0, 0),
        (Counts(1, 2, 1, 4), 0.5, 0.25, 1 / 3),
        (Counts(2, 2, 2, 2), 1, 1, 1),
        (Counts(0.5, 1, 0.25, 1), 0.5, 0.25, 1 / 3),
    ],
)
def test_shares(counts: Counts, precision: float, recall: float, f1: float) -> None:
    assert (precision, recall) == (counts.precision, counts.recall)
    assert pytest.approx(f1) == counts.f1


def test_one_share_for_both_sides() -> None:
    counts = Counts()
    counts.add(1, 1, 2)
    counts.add(0, 1, 0)
    assert Counts(1, 2, 1, 2) == counts


def test_another_share_of_the_gold() -> None:
    counts = Counts()
    counts.add(0.5, 1, 1, 0.25)
    counts.add(0.5, 1, 1, 0)
    assert Counts(1, 2, 0.25, 2) == counts


def test_a_row_is_made_once_and_keeps_its_place() -> None:
    report = Report("figures")
    report.counts("b").add(1, 1, 1)
    report.counts("a")
    report.counts("b").add(0, 1, 0)
    assert {"b": Counts(1, 2, 1, 1), "a": Counts()} == report.rows
    assert [("b", "50.0", "100.0", "66.7", "2", "1"), ("a", "0.0", "0.0", "0.0", "0", "0")] == list(report.cells())


def test_errors_by_kind_in_text_order() -> None:
    errors = [
        Error("missing cue", "1:2", "Oslo  bestreitet\ndas.", gold="bestreitet"),
        Error("extra cue", "1:3", "Es regnet.", found="regnet"),
        Error("missing cue", "1:9", "Kiew sagt das.", gold="sagt"),
    ]
    expected = """\
== extra cue ==

1:3  Es regnet.
    found  regnet

== missing cue ==

1:2  Oslo bestreitet das.
    gold   bestreitet

1:9  Kiew sagt das.
    gold   sagt

"""
    assert expected == "".join(pages(errors))


def test_no_errors_are_no_pages() -> None:
    assert [] == list(pages([]))
