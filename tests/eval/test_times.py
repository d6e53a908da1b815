"""Scores of time expressions on TimeML made by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.eval import times
from kg.eval.report import Report
from kg.eval.timeml import TimeML, Timex, timeml

PUBLISHED = '<DCT><TIMEX3 tid="t0" type="DATE" value="2008-05-07" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>'


def document(text: str) -> str:
    return f"<TimeML>{PUBLISHED}<TEXT>{text}</TEXT></TimeML>"


def timex(words: str, value: str, kind: str = "DATE") -> str:
    return f'<TIMEX3 type="{kind}" value="{value}">{words}</TIMEX3>'


def test_timeml_has_the_day_and_the_expressions_of_the_text() -> None:
    read = timeml("a", document(f"Am {timex('Montag', '2008-05-05')} &amp; {timex('', 'P1D', 'DURATION')}heute."))
    assert read == TimeML("a", "Am Montag & heute.", date(2008, 5, 7), (Timex(3, 9, "DATE", "2008-05-05"),))


@pytest.mark.parametrize("source", ["<TimeML>", "<TimeML><DCT/></TimeML>"])
def test_what_is_no_timeml_is_an_error(source: str) -> None:
    with pytest.raises(InputError):
        timeml("a", source)


GOLD = (Timex(3, 9, "DATE", "2008-05-05"), Timex(20, 30, "DURATION", "P2D"), Timex(40, 44, "SET", "P1Y"))


@pytest.mark.parametrize(
    ("found", "strict", "relaxed", "value", "kind"),
    [
        (GOLD, 3, 3, 3, 3),
        ((), 0, 0, 0, 0),
        ((Timex(0, 9, "DATE", "2008-05-05"),), 0, 1, 1, 1),  # another span
        ((Timex(3, 9, "DATE", "2008-05-06"),), 1, 1, 0, 1),
        ((Timex(3, 9, "SET", "2008-05-05"),), 1, 1, 1, 0),
        ((Timex(9, 12, "DATE", "2008-05-05"),), 0, 0, 0, 0),  # they only touch
        ((Timex(1, 5, "DATE", "x"), Timex(3, 9, "DATE", "2008-05-05")), 1, 1, 1, 1),  # each gold one once, the best
    ],
)
def test_score(found: tuple[Timex, ...], strict: int, relaxed: int, value: int, kind: int) -> None:
    report = Report("")
    times.score(TimeML("a", "x" * 50, None, GOLD), found, report, ["all"])
    right = {name: report.counts(f"all {name}").right_found for name in ("strict", "relaxed", "value", "type")}
    assert {"strict": strict, "relaxed": relaxed, "value": value, "type": kind} == right
    assert report.counts("all strict").found == len(found)
    assert report.counts("all strict").gold == len(GOLD)


def test_errors_say_what_is_wrong() -> None:
    report = Report("")
    found = [Timex(3, 9, "DATE", "2008-05-06"), Timex(18, 30, "DATE", "P2D"), Timex(46, 48, "DATE", "2008")]
    times.score(TimeML("a", "x" * 50, None, GOLD), found, report, ["all"])
    assert ["wrong value", "other span", "wrong type", "missing", "extra"] == [e.kind for e in report.errors]


def test_run_scores_each_part_and_heideltime_beside_it(tmp_path: Path) -> None:
    text = f"Er kam am {timex('3. Mai 2008', '2008-05-03')} und blieb {timex('zwei Tage', 'P2D', 'DURATION')}."
    folders = {"KRAUTS_A": text, "KRAUTS_A_Heideltime": text.replace("P2D", "P3D"), "KRAUTS_A_raw-text": "nichts"}
    for folder, content in folders.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.tml").write_text(document(content), encoding="utf8")
    report = times.run(tmp_path)
    assert report.counts("all strict").f1 == report.counts("A value").f1 == report.counts("DURATION value").f1 == 1
    assert report.counts("HeidelTime A strict").f1 == 1
    assert report.counts("HeidelTime all value").f1 == 0.5
    assert {"documents in A": "1"} == report.notes
