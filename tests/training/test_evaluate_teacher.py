from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.made import BESUCHTE, MELDET, SAW, SLEPT
from tests.training.test_annotate import trained
from training import evaluate, evaluate_teacher, scores, sources, tasks
from training.names import Tagged, only


def test_syntax_of_a_random_teacher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trained(tmp_path, "parse", tasks.Parse.label_spaces([MELDET, BESUCHTE, SLEPT, SAW]))
    made = {"pud-de": [MELDET, BESUCHTE], "pud-en": [SLEPT, SAW]}
    monkeypatch.setattr(scores, "treebank", lambda _, name: made[name])
    both = {"de": (("PUD", "pud-de", False),), "en": (("PUD", "pud-en", True),)}
    monkeypatch.setattr(evaluate_teacher, "TREEBANKS", both)
    found = evaluate_teacher.syntax(tmp_path, tmp_path)
    assert ["de: PUD", "en: PUD"] == list(found)
    assert "XPOS" in found["en: PUD"]
    for row in found.values():
        assert all(0 <= value <= 100 for value in row.values())
        assert not set(evaluate_teacher.NOT_TAUGHT) & set(row)


def test_entities_of_a_random_teacher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trained(tmp_path, "names", tasks.Names.label_spaces([]))
    tagged = [Tagged(("Kiew", "schweigt"), (only("S-LOC"), only("O"))), Tagged(("x",) * 99, (only("O"),) * 99)]
    monkeypatch.setattr(evaluate_teacher, "READERS", dict.fromkeys(evaluate.READERS, lambda _: iter(tagged)))
    found = evaluate_teacher.entities(tmp_path, tmp_path)
    names = {s.name for s in sources.all_sources()}
    assert {
        f"{lang}: {title}" for lang, rows in evaluate.NAMES.items() for title, name, _ in rows if name in names
    } == set(found)
    assert all(0 <= value <= 100 for row in found.values() for value in row.values())
