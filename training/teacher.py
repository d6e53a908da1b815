"""Fine-tune the teachers: `python -m training.teacher parse` and `python -m training.teacher names`.

One process on one core each. A checkpoint every few minutes; the same command goes on where it stopped.
"""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import typer
from torch import Tensor, nn

from training import e5, tasks
from training.batches import SubWords, by_length
from training.network import Teacher

LOG = logging.getLogger(__name__)
SAVE_SECONDS = 240


@dataclass(frozen=True, slots=True)
class Recipe:
    """How long and how fast: words a batch, passes over the data, learning rates of the encoder and of the heads."""

    words: int
    epochs: int
    encoder_rate: float
    head_rate: float
    warm_up: int = 150


RECIPES = {
    "parse": Recipe(words=700, epochs=4, encoder_rate=1.5e-4, head_rate=1.5e-3),
    "names": Recipe(words=1000, epochs=2, encoder_rate=1.2e-4, head_rate=1e-3),
}


def optimiser(model: Teacher, recipe: Recipe, steps: int) -> tuple[torch.optim.Optimizer, Any]:
    """AdamW with a linear warm-up and decay; the word embeddings stay frozen."""
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
    adam = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))

    def rate(step: int) -> float:
        return min(1.0, (step + 1) / recipe.warm_up) * max(0.02, 1 - step / steps)

    return adam, torch.optim.lr_scheduler.LambdaLR(adam, rate)


def plan(task: tasks.Task, recipe: Recipe) -> list[list[Any]]:
    """All batches of all epochs, the same at every start."""
    batches: list[list[Any]] = []
    for epoch in range(recipe.epochs):
        rng = random.Random(epoch)
        batches += by_length(task.epoch(rng), task.size, recipe.words, rng)
    return batches


def trained(state: nn.Module) -> dict[str, Tensor]:
    """The weights without the frozen embeddings, which the encoder's own file has."""
    return {k: v for k, v in state.state_dict().items() if k != "encoder.word.weight"}


def run(task: tasks.Task, model: Teacher, recipe: Recipe, out: Path, validate: Callable[[], object]) -> None:
    """Train `model` on `task`, from the checkpoint in `out` if there is one."""
    batches = plan(task, recipe)
    adam, schedule = optimiser(model, recipe, len(batches))
    checkpoint, done = out / "checkpoint.pt", 0
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"], strict=False)
        adam.load_state_dict(saved["adam"])
        schedule.load_state_dict(saved["schedule"])
        done = saved["step"]
        LOG.info("goes on at step %d", done)
    started = saved_at = time.monotonic()
    total = 0.0
    for step, batch in list(enumerate(batches, 1))[done:]:
        loss = task.loss(model, batch)
        adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()
        schedule.step()
        total += loss.item()
        if step % 25 == 0:
            LOG.info("step %d of %d loss %.3f after %d s", step, len(batches), total / 25, time.monotonic() - started)
            total = 0.0
        if step % (len(batches) // recipe.epochs) == 0:
            LOG.info("validation: %s", validate())
        if time.monotonic() - saved_at > SAVE_SECONDS or step == len(batches):
            state = {"model": trained(model), "adam": adam.state_dict(), "schedule": schedule.state_dict()}
            torch.save(state | {"step": step}, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
            saved_at = time.monotonic()
    torch.save(trained(model), out / "model.pt")


def build(weights: Path, kind: str, spaces: dict[str, list[str]]) -> tuple[Teacher, SubWords]:
    """A teacher with fresh heads for the label spaces."""
    encoder, tokenizer = e5.load(weights)
    heads = {name.replace(".", "_"): len(labels) for name, labels in spaces.items() if name != "deprel"}
    deprels = len(spaces["deprel"]) if kind == "parse" else 0
    return Teacher(encoder, heads, deprels), SubWords(tokenizer, encoder.config)


def load(weights: Path, folder: Path, kind: str) -> tuple[Teacher, SubWords, dict[str, list[str]]]:
    """A trained teacher for annotation.

    Raises:
        OSError: the training has not finished.
    """
    spaces = json.loads((folder / "labels.json").read_text(encoding="utf8"))
    model, subwords = build(weights, kind, spaces)
    model.load_state_dict(torch.load(folder / "model.pt"), strict=False)
    return model.eval(), subwords, spaces


def chunks(model: Teacher, task: tasks.Task, items: list[Any]) -> Iterator[tuple[list[Any], list[Any]]]:
    """Batches of items with what the model says of each, without gradients."""
    training = model.training
    model.eval()
    with torch.inference_mode():
        for batch in by_length(items, task.size, 3000):
            yield batch, task.predict(model, batch)
    model.train(training)


def main(kind: str, data: Path = Path("../shared/data"), work: Path = Path("work"), threads: int = 1) -> None:
    """Fine-tune the teacher KIND (parse or names) on the treebanks or the name corpora below DATA."""
    out = work / f"teacher-{kind}"
    out.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(message)s",
        handlers=[logging.FileHandler(out / "log"), logging.StreamHandler()],
    )
    torch.manual_seed(0)
    torch.set_num_threads(threads)
    maker: Any = {"parse": tasks.Parse, "names": tasks.Names}[kind]
    corpus = maker.corpus(data)
    spaces = maker.label_spaces(corpus)
    (out / "labels.json").write_text(json.dumps(spaces), encoding="utf8")
    model, subwords = build(work / "e5-small-q4.bin", kind, spaces)
    task = maker(corpus, spaces, subwords)
    run(task, model, RECIPES[kind], out, lambda: task.score(chunks(model, task, task.held_out)))


if __name__ == "__main__":
    typer.run(main)
