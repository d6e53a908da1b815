"""The scorer of SpkAtt: reading, the parts, and the counts of spans that overlap."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.eval.report import Report
from kg.eval.speech import HELD_OUT, TRAIN, Spans, aligned, chosen, read, run, score, speech_of

CONTENT = {
    "Sentences": [
        {"SentenceId": 0, "Tokens": ["Sehr", "geehrte", "Damen", "und", "Herren", "!"]},
        {"SentenceId": 1, "Tokens": ["Wir", "fordern", "einen", "Abzug", "."]},
    ],
    "Annotations": [
        {"Cue": ["1:1"], "Source": ["1:0"], "Message": ["1:2", "1:3"], "Topic": [], "Addr": [], "Medium": [], "PTC": []}
    ],
}


def spans(**labels: str) -> Spans:
    """Spans of token numbers: Cue="3 4"."""
    return {label: frozenset(map(int, places.split())) for label, places in labels.items()}


def figures(gold: list[Spans], found: list[Spans], row: str) -> tuple[float, float]:
    """Precision and recall of a row."""
    report = Report("")
    score(gold, found, report)
    counts = report.counts(row)
    return round(counts.precision, 3), round(counts.recall, 3)


def test_tokens_are_numbered_through_the_speech() -> None:
    speech = speech_of("a", CONTENT)
    assert speech.words[6:8] == ["Wir", "fordern"]
    assert [i for i, start in enumerate(speech.starts) if start] == [0, 6]
    assert speech.gold == [spans(Cue="7", Source="6", Message="8 9")]


def test_every_tenth_speech_is_held_out() -> None:
    speeches = [speech_of(f"{number:03}", CONTENT) for number in range(177)]
    held, train = list(chosen(speeches, HELD_OUT)), list(chosen(speeches, TRAIN))
    assert [s.name for s in held[:3]] == ["000", "010", "020"]
    assert (len(held), len(train)) == (18, 159)


@pytest.mark.parametrize(
    ("found", "row", "expected"),
    [
        (spans(Cue="7", Source="6", Message="8 9"), "cues + roles", (1.0, 1.0)),
        (spans(Cue="7", Source="6", Message="9 10"), "Message", (0.5, 0.5)),
        (spans(Cue="7", Source="6", Message="8 9 10 11"), "Message", (0.5, 1.0)),
        (spans(Cue="7", Source="6", Message="8 9 10 11"), "roles", (0.75, 1.0)),
        (spans(Cue="7", Source="6", Message="8 9 10 11"), "tokens", (0.667, 1.0)),
        (spans(Cue="7", Source="6", Message="8 9 10 11"), "annotations", (0.667, 1.0)),
        (spans(Cue="7", Topic="8 9"), "roles", (0.0, 0.0)),
        (spans(Cue="7 8"), "cues", (0.5, 1.0)),
        (spans(Cue="8", Source="6"), "Source", (0.0, 0.0)),
        (spans(Cue="7"), "Source", (0.0, 0.0)),
    ],
)
def test_spans_count_by_their_overlap(found: Spans, row: str, expected: tuple[float, float]) -> None:
    assert figures([spans(Cue="7", Source="6", Message="8 9")], [found], row) == expected


def test_a_cue_goes_with_the_one_it_shares_most_with() -> None:
    gold = [spans(Cue="3"), spans(Cue="3 4")]
    found = [spans(Cue="4 3"), spans(Cue="9")]
    assert list(aligned(gold, found)) == [(gold[1], found[0]), (gold[0], None), (None, found[1])]


def test_nothing_found_and_nothing_to_find_are_no_errors() -> None:
    assert figures([], [], "cues") == (0.0, 0.0)
    assert figures([spans(Cue="1")], [], "cues") == (0.0, 0.0)


@pytest.mark.parametrize("text", ["{", "[]", '{"Sentences": []}', '{"Sentences": [], "Annotations": [{"Cue": ["1"]}]}'])
def test_what_is_no_speech_is_an_input_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf8")
    with pytest.raises(InputError, match=r"a\.json"):
        list(read(tmp_path))


def test_an_unknown_part_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="held-out"):
        run(tmp_path, "test")


def test_a_speech_is_scored(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(CONTENT), encoding="utf8")
    report = run(tmp_path)
    assert report.counts("cues + roles").f1 == 1.0
    assert report.notes["speeches"] == "1"
    assert not report.errors
