from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import spacy

from training import speed


def test_measure(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "pipeline")
    (tmp_path / "texts").write_text("Kiew schweigt.\nParis nicht.\n" * 15, encoding="utf8")
    found = speed.measure(str(tmp_path / "pipeline"), tmp_path / "texts")
    assert 30 * 3 == found["words"]
    assert 0 < found["words_per_second"]
    assert 10 < found["memory"] < 100_000


def test_compare_takes_the_best_round_on_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = iter([(10, 200), (5, 300), (30, 200), (4, 300), (20, 200), (6, 300)])
    asked: list[str] = []

    def run(command: list[str], *, env: dict[str, str], **_: Any) -> SimpleNamespace:
        assert {"1"} == {env[name] for name in speed.THREADS}
        asked.append(command[-2])
        pace, memory = next(rounds)
        return SimpleNamespace(stdout=json.dumps({"words": 9, "words_per_second": pace, "memory": memory}))

    monkeypatch.setattr(subprocess, "run", run)
    best = speed.compare([("a", Path("x")), ("b", Path("y"))])
    assert [30, 6] == [row["words_per_second"] for row in best]
    assert ["a", "b"] * 3 == asked
