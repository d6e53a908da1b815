"""The pipelines' figures on data that they were never trained on do not fall below what shipped.

The floors are a little under the figures of `training/README.md`, so that another CPU's rounding does not break them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import lang
from training import evaluate, scores, sources

FLOORS = {
    "pud-de": {"UAS": 86.4, "LAS": 80.6, "core four": 80.4, "UPOS": 92.6, "verb lemma": 95.3},
    "pud-en": {"UAS": 90.8, "LAS": 88.0, "core four": 89.7, "UPOS": 96.1},
}
NAME_FLOORS = {"germeval-test": 73.4, "uner-pud-de": 75.9, "uner-pud-en": 73.3}


@pytest.mark.parametrize("name", FLOORS)
def test_syntax_does_not_fall(name: str, data: Path) -> None:
    language = name[-2:]
    row = scores.syntax(scores.gold(lang.load(language), scores.treebank(data, name)), tags=False)
    low = {measure: (row[measure], floor) for measure, floor in FLOORS[name].items() if row[measure] < floor}
    assert {} == low


@pytest.mark.parametrize("name", NAME_FLOORS)
def test_names_do_not_fall(name: str, data: Path) -> None:
    (source,) = [s for s in sources.all_sources() if s.name == name]
    kinds = evaluate.FOUR if source.form == "names-germeval" else evaluate.THREE
    tagged = evaluate.READERS[source.form](data / source.path)
    assert scores.named(lang.load(source.language), tagged, kinds)["all"] >= NAME_FLOORS[name]
