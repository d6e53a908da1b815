from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from tests.training.made import BESUCHTE, MELDET, SAW, SLEPT, subwords, weights_file
from tests.training.made import teacher as made_teacher
from training import tasks, teacher
from training.network import Teacher
from training.teacher import Recipe

MANY = [replace(s, source=str(i)) for i in range(3) for s in (MELDET, BESUCHTE, SLEPT, SAW)]
RECIPE = Recipe(words=20, epochs=2, encoder_rate=1e-3, head_rate=1e-2, warm_up=3)


class Stop(Exception):
    """The process was killed."""


@dataclass
class Interrupted(tasks.Parse):
    """Stops after some steps."""

    steps: int = 10**6

    def loss(self, model: Teacher, items: Sequence[Any]) -> Tensor:
        self.steps -= 1
        if self.steps < 0:
            raise Stop
        return super().loss(model, items)


def made(steps: int = 10**6) -> tuple[Interrupted, Teacher]:
    task = Interrupted(MANY, tasks.Parse.label_spaces(MANY), subwords(), steps)
    heads = {name: len(labels) for name, labels in task.spaces.items() if name != "deprel"}
    return task, made_teacher(heads, len(task.spaces["deprel"]))


def final(out: Path) -> dict[str, Tensor]:
    weights: dict[str, Tensor] = torch.load(out / "model.pt")
    return weights


def test_run_goes_on_as_if_it_had_not_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    whole.mkdir()
    parts.mkdir()
    seen: list[str] = []
    task, model = made()
    teacher.run(task, model, RECIPE, whole, lambda: seen.append("whole"))
    monkeypatch.setattr(teacher, "SAVE_SECONDS", -1)
    task, model = made(steps=5)
    with pytest.raises(Stop):
        teacher.run(task, model, RECIPE, parts, lambda: None)
    assert 5 == torch.load(parts / "checkpoint.pt")["step"]
    assert not (parts / "model.pt").exists()
    task, model = made()
    teacher.run(task, model, RECIPE, parts, lambda: seen.append("rest"))
    steps = len(teacher.plan(task, RECIPE))
    assert 10**6 - (steps - 5) == task.steps
    wanted, found = final(whole), final(parts)
    assert wanted.keys() == found.keys()
    for name, value in wanted.items():
        torch.testing.assert_close(found[name], value, msg=name)
    assert "whole" in seen
    assert not (parts / "checkpoint.new").exists()


def test_run_again_does_nothing(tmp_path: Path) -> None:
    task, model = made()
    teacher.run(task, model, RECIPE, tmp_path, lambda: None)
    again, fresh = made(steps=0)
    teacher.run(again, fresh, RECIPE, tmp_path, lambda: None)
    torch.testing.assert_close(teacher.trained(fresh), final(tmp_path))


def test_plan_is_the_same_at_every_start() -> None:
    first, second = (teacher.plan(made()[0], RECIPE) for _ in range(2))
    assert first == second
    assert 2 * (3 * 5) + 2 * 2 > len(first) > RECIPE.epochs


def test_optimiser_leaves_embeddings_frozen_and_warms_up() -> None:
    _, model = made()
    adam, schedule = teacher.optimiser(model, RECIPE, 100)
    rates = []
    for _ in range(100):
        rates.append(adam.param_groups[1]["lr"])
        adam.step()
        schedule.step()
    count = sum(len(group["params"]) for group in adam.param_groups)
    assert len(list(model.parameters())) - 1 == count
    assert pytest.approx(RECIPE.head_rate / 3) == rates[0]
    assert pytest.approx(RECIPE.head_rate, rel=0.05) == max(rates) == pytest.approx(rates[2])
    assert pytest.approx(0.02 * RECIPE.head_rate) == rates[-1]


def test_trained_leaves_the_embeddings_out() -> None:
    _, model = made()
    assert set(model.state_dict()) - set(teacher.trained(model)) == {"encoder.word.weight"}


@pytest.mark.parametrize("kind", ["parse", "names"])
def test_load_gives_what_was_trained(tmp_path: Path, kind: str) -> None:
    weights = tmp_path / "e5.bin"
    weights_file(weights)
    maker: Any = {"parse": tasks.Parse, "names": tasks.Names}[kind]
    spaces = maker.label_spaces([MELDET, SAW])
    model, _ = teacher.build(weights, kind, spaces)
    (tmp_path / "labels.json").write_text(json.dumps(spaces), encoding="utf8")
    torch.save(teacher.trained(model), tmp_path / "model.pt")
    loaded, pieces, found = teacher.load(weights, tmp_path, kind)
    assert spaces == found
    assert not loaded.training
    torch.testing.assert_close(loaded.state_dict(), model.state_dict())
    batch = pieces.batch([["Ja", "."]])
    torch.testing.assert_close(loaded.words(batch), model.eval().words(batch))


def test_load_before_the_training_has_finished(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"labels\.json"):
        teacher.load(tmp_path / "e5.bin", tmp_path, "parse")


def test_chunks_say_something_of_every_item_and_restore_the_mode() -> None:
    task, model = made()
    model.train()
    found = list(teacher.chunks(model, task, MANY))
    assert model.training
    assert len(MANY) == sum(len(answers) for _, answers in found)
    for items, answers in found:
        assert [len(s.tokens) for s in items] == list(map(len, answers))
