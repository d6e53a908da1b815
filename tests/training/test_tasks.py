from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.training.made import BESUCHTE, MELDET, SAW, SLEPT, subwords, teacher
from training import names, sources, tasks
from training.names import LABELS, Tagged, only, opened
from training.network import Teacher
from training.treebank import FEATURES, UNKNOWN, Sentence

SENTENCES = [MELDET, BESUCHTE, SLEPT, SAW]
TAGGED = [
    Tagged(("Angela", "Merkel", "schweigt"), tuple(map(only, ("B-PER", "E-PER", "O")))),
    Tagged(("Oslo", "und", "Paris", "auch"), tuple(map(only, ("S-LOC", "O", "S-LOC", "O")))),
    Tagged(("The", "French", "won"), (only("O"), only("S-DEM"), only("O"))),
    Tagged(("Die", "NATO", "berät"), (only("O"), only("S-ORG"), only("O"))),
]


def parse(sentences: list[Sentence]) -> tuple[tasks.Parse, Teacher]:
    task = tasks.Parse(sentences, tasks.Parse.label_spaces(sentences), subwords())
    heads = {name: len(labels) for name, labels in task.spaces.items() if name != "deprel"}
    return task, teacher(heads, len(task.spaces["deprel"]))


def name_task(sentences: list[Tagged]) -> tuple[tasks.Names, Teacher]:
    task = tasks.Names(sentences, tasks.Names.label_spaces(sentences), subwords())
    return task, teacher({"ner": len(LABELS)}, 0)


def losses(task: tasks.Task, model: Teacher, items: list[Any]) -> Iterator[float]:
    adam = torch.optim.Adam(model.parameters(), 3e-3)
    for _ in range(30):
        loss = task.loss(model, items)
        adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        adam.step()
        yield loss.item()


@pytest.mark.parametrize(("made", "items"), [(parse, SENTENCES), (name_task, TAGGED)], ids=["parse", "names"])
def test_loss_decreases(made: Any, items: list[Any]) -> None:
    task, model = made(items)
    found = list(losses(task, model, items))
    assert bool(np.isfinite(found).all())
    assert found[-1] < 0.7 * found[0]


def test_parse_learns_four_sentences_by_heart() -> None:
    task, model = parse(SENTENCES)
    for _ in range(4):
        list(losses(task, model, SENTENCES))
    with torch.inference_mode():
        answers = task.predict(model, SENTENCES)
    assert 100 == task.score([(SENTENCES, answers)])["de las"]
    assert [t.xpos for t in BESUCHTE.tokens] == [t.xpos for t in answers[1]]
    assert [dict(t.feats) for t in SAW.tokens] == [dict(t.feats) for t in answers[3]]


def one_rooted(heads: list[int]) -> bool:
    """Whether the heads of words 1, 2, ... make a tree with one root."""

    def reaches_root(word: int) -> bool:
        for _ in heads:
            word = heads[word - 1] if word else 0
        return word == 0

    return heads.count(0) == 1 and all(map(reaches_root, range(1, len(heads) + 1)))


def test_parse_predict_gives_trees() -> None:
    task, model = parse(SENTENCES)
    with torch.inference_mode():
        answers = task.predict(model, SENTENCES)
    for sentence, tokens in zip(SENTENCES, answers, strict=True):
        assert [(t.form, t.lemma, t.space) for t in sentence.tokens] == [(t.form, t.lemma, t.space) for t in tokens]
        assert one_rooted([t.head for t in tokens])
        assert [t.head == 0 for t in tokens] == [t.deprel == "root" for t in tokens]
        assert {t.xpos for t in tokens} <= set(task.spaces["xpos-" + sentence.language])


@st.composite
def matrices(draw: st.DrawFn, largest: int) -> NDArray[np.float64]:
    """Scores of up to so many words, some of them ties."""
    size = draw(st.integers(1, largest)) + 1
    row = st.lists(st.integers(-60, 0).map(lambda x: x / 4), min_size=size, max_size=size)
    return np.array(draw(st.lists(row, min_size=size, max_size=size)))


@given(matrices(8))
def test_tree_has_one_root_and_no_cycle(scores: NDArray[np.float64]) -> None:
    heads = tasks.tree(scores)
    assert len(scores) == len(heads)
    assert one_rooted(heads[1:])


@given(matrices(3))
def test_tree_is_the_best(scores: NDArray[np.float64]) -> None:
    words = range(1, len(scores))

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[i, h] for i, h in zip(words, heads, strict=True)))

    every = itertools.product(range(len(scores)), repeat=len(words))
    best = max(total(heads) for heads in every if one_rooted(list(heads)))
    assert pytest.approx(best) == total(tuple(tasks.tree(scores)[1:]))


def gradients(model: Teacher, method: str, loss: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The gradient of the loss to what a method of the model gives."""
    real, seen = getattr(model, method), []

    def spy(*args: Any) -> Any:
        seen.append(real(*args))
        for scores in seen[0].values() if isinstance(seen[0], dict) else seen:
            scores.retain_grad()
        return seen[0]

    monkeypatch.setattr(model, method, spy)
    loss().backward()
    return seen[0]


def test_parse_open_labels_have_no_gradient(monkeypatch: pytest.MonkeyPatch) -> None:
    task, model = parse(SENTENCES)
    torch.nn.init.normal_(model.label)
    tokens = [replace(t, deprel=UNKNOWN) if t.form == "junge" else t for t in MELDET.tokens]
    items = [replace(MELDET, tokens=tuple(tokens)), SAW]
    grad = gradients(model, "labels", lambda: task.loss(model, items), monkeypatch).grad
    used = [[bool(g) for g in row] for row in grad.abs().sum(-1) > 0]
    # neither the root's column, nor "junge", nor padding
    assert [[False, True, False, True, True, True, True, True], [False, *[True] * 4, *[False] * 3]] == used


def test_parse_open_features_and_tags_have_no_gradient(monkeypatch: pytest.MonkeyPatch) -> None:
    task, model = parse(SENTENCES)
    tokens = [replace(t, feats=(("Case", UNKNOWN),)) if t.form == "junge" else t for t in MELDET.tokens]
    items = [replace(MELDET, tokens=tuple(tokens)), SAW]
    tagged = gradients(model, "tag", lambda: task.loss(model, items), monkeypatch)
    assert 0 == tagged["Case"].grad[0, 2].abs().sum()
    assert 0 < tagged["Case"].grad[0, 1].abs().sum()
    assert 0 == tagged["xpos-en"].grad[0].abs().sum()
    assert 0 == tagged["xpos-de"].grad[1].abs().sum()


def test_names_open_labels_have_no_gradient(monkeypatch: pytest.MonkeyPatch) -> None:
    task, model = name_task(TAGGED)
    item = Tagged(("Jane", "Doe", "won"), (frozenset(LABELS), opened("DEM"), only("O")))
    grad = gradients(model, "tag", lambda: task.loss(model, [item, TAGGED[1]]), monkeypatch)["ner"].grad
    assert 1e-6 > grad[0, 1].abs().sum()
    assert 1e-3 < grad[0, 2].abs().sum()
    assert 0 == grad[0, [0, 4]].abs().sum()


def test_parse_keeps_apart_and_repeats() -> None:
    many = [replace(s, source=str(i)) for i in range(25) for s in SENTENCES]
    task = tasks.Parse(many, tasks.Parse.label_spaces(SENTENCES), subwords())
    assert many[:: tasks.KEPT_APART] == task.held_out
    items = task.epoch(random.Random(0))
    kept = {id(s) for s in task.held_out}
    assert not kept & set(map(id, items))
    german = [s for s in items if s.language == "de"]
    assert len(german) == tasks.GERMAN_TIMES * len({id(s) for s in german})
    english = [s for s in items if s.language == "en"]
    assert len(english) == len({id(s) for s in english}) == int(len(task.english) * tasks.ENGLISH_SHARE)
    assert items == task.epoch(random.Random(0))


def test_parse_label_spaces() -> None:
    open_ = replace(MELDET, tokens=tuple(replace(t, deprel=UNKNOWN, feats=(("Mood", UNKNOWN),)) for t in MELDET.tokens))
    spaces = tasks.Parse.label_spaces([open_, BESUCHTE, SLEPT])
    assert {"deprel", "upos", "xpos-de", "xpos-en", *FEATURES} == set(spaces)
    assert ["advmod", "flat", "nsubj", "obj", "punct", "root"] == [
        x for x in spaces["deprel"] if x not in ("det", "case", "obl")
    ]
    assert ["", "Ind"] == spaces["Mood"]
    assert "NNP" not in spaces["xpos-de"]


def test_parse_score_leaves_punctuation_and_open_labels_out() -> None:
    task, _ = parse(SENTENCES)
    gold = replace(SAW, tokens=(*SAW.tokens[:2], replace(SAW.tokens[2], deprel=UNKNOWN), SAW.tokens[3]))
    said = [replace(t, deprel="det", upos="X") for t in SAW.tokens]
    found = task.score([([gold], [tuple(said)])])
    assert (100.0, 0.0, 0.0) == (found["en uas"], found["en las"], found["en upos"])


def test_names_epoch_keeps_names() -> None:
    nothing = [Tagged((f"w{i}",), (only("O"),)) for i in range(60)]
    task, _ = name_task([*TAGGED, *nothing])
    items = task.epoch(random.Random(0))
    assert all(item in items for item in TAGGED[1:])
    assert 15 < len(items) < 50
    assert len(task.sentences) == len(task.train) + len(task.held_out)


def test_names_predict_is_one_label_a_word() -> None:
    task, model = name_task(TAGGED)
    with torch.inference_mode():
        answers = task.predict(model, TAGGED)
    assert [len(item.words) for item in TAGGED] == list(map(len, answers))
    assert {label for row in answers for label in row} <= set(LABELS)


def test_names_score_needs_complete_gold() -> None:
    task, _ = name_task(TAGGED)
    part = Tagged(("Jane",), (opened("PER"),))
    answers = [["B-PER", "E-PER", "S-LOC"], ["S-LOC", "O", "O", "O"], ["S-PER"]]
    found = task.score([([TAGGED[0], TAGGED[1], part], answers)])
    assert (66.7, 100.0, 50.0, 0.0) == (found["all"], found["PER"], found["LOC"], found["DEM"])
    assert ["all", *names.KINDS] == list(found)


def test_corpora_read_every_training_source_once(monkeypatch: pytest.MonkeyPatch) -> None:
    short = replace(SAW, tokens=SAW.tokens[:1])
    monkeypatch.setattr(tasks, "read", lambda *_: iter([MELDET, MELDET, SAW, short]))
    assert [MELDET, SAW] == tasks.Parse.corpus(Path("nowhere"))
    for reader in ("germeval", "universal", "gum"):
        monkeypatch.setattr(names, reader, lambda path: iter([Tagged((str(path),), (only("O"),))]))
    wanted = [s.path for form in ("germeval", "universal", "gum") for s in sources.named(f"names-{form}", "train")]
    assert wanted == [item.words[0] for item in tasks.Names.corpus(Path())]
