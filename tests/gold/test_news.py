"""The annotated sentences of raw news: their form, and how the benchmark counts."""

from __future__ import annotations

from collections import defaultdict

import pytest

from benchmarks.news import FOLDER, Said, compare, errors, found, read
from kg import ontology
from kg.eval.report import Counts
from kg.lang.lexicon import NONE, rows

TABLES = ("news-events.tsv", "news-events-second.tsv")
AGENT, PATIENT = frozenset((0,)), frozenset((20, 26))


@pytest.mark.parametrize("name", TABLES)
def test_the_annotation_is_well_formed(name: str) -> None:
    table = rows(FOLDER / "de" / name)
    assert {row["event"] for row in table} <= {*ontology.event_types(), NONE}
    assert {row["part"] for row in table} <= {"seen", "kept"}
    lines = [int(row["line"]) for row in table]
    assert lines == sorted(lines)
    keys = [tuple(row.values()) for row in table]
    assert len(keys) == len(set(keys))
    empty = {row["line"] for row in table if row["event"] == NONE}
    assert not empty & {row["line"] for row in table if row["event"] != NONE}
    assert all((row["begin"] == NONE) == (row["event"] == NONE) for row in table)


def test_nobody_looks_at_what_was_annotated_twice() -> None:
    first, second = (read(FOLDER / "de" / name) for name in TABLES)
    assert second.keys() == {"kept"}
    assert second["kept"].keys() <= first["kept"].keys()
    assert not first["seen"].keys() & first["kept"].keys()


def test_a_role_is_right_if_one_of_its_words_is() -> None:
    ours = {5: Said("Killing", {"agent": [AGENT], "patient": [PATIENT]}), 30: Said("Attack", {})}
    gold = {5: Said("Killing", {"patient": [frozenset((26,))]}), 40: Said("Attack", {})}
    counts: dict[str, Counts] = defaultdict(Counts)
    compare(ours, gold, counts)
    assert (counts["event"].precision, counts["event"].recall) == (0.5, 0.5)
    assert (counts["patient"].precision, counts["patient"].recall) == (1, 1)
    assert (counts["agent"].found, counts["agent"].gold) == (1, 0)


def test_the_rules_read_a_sentence_and_errors_name_its_words() -> None:
    text = "Truppen des Generals Blum entführten den Minister Tal."
    ((line, said),) = found([(7, text)], "de")
    begin = text.index("entführten")
    assert line == 7
    assert said[begin].type == "Detention"
    assert any(text.index("Tal") in filler for filler in said[begin].roles["patient"])
    missed = {7: {begin: Said("Detention", {}), text.index("Truppen"): Said("Deployment", {})}}
    assert list(errors({7: said}, missed, [""] * 7 + [text])) == [f"Truppen\tgold Deployment\tours -\t7\t{text}\n"]
