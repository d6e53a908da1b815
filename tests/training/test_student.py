from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_model_from_config
from spacy.vectors import Vectors

from tests.training.made import BESUCHTE, MELDET
from training import augment, documents, student


def made_silver() -> list[Doc]:
    """Made-up silver: trees and names."""
    vocab = spacy.blank("de").vocab
    visited = documents.with_names(
        documents.annotated(vocab, BESUCHTE.tokens), ["B-PER", "E-PER", "O", "O", "S-LOC", "O"]
    )
    reported = documents.with_names(documents.annotated(vocab, MELDET.tokens), ["O"] * len(MELDET.tokens))
    return [visited, reported] * 5


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder as `training.silver` leaves it, and recipes that evaluate at every second step."""
    nlp = spacy.blank("de")
    keys = sorted({token.text for doc in made_silver() for token in doc})
    for key in keys:
        nlp.vocab.strings.add(key)
    data = np.random.default_rng(0).normal(size=(len(keys), 8)).astype(np.float32)
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=data, keys=keys)
    nlp.to_disk(tmp_path / "vectors-de")
    for what in ("syntax", "names"):
        documents.save(made_silver(), tmp_path / f"{what}-de.spacy")
        documents.save(made_silver(), tmp_path / f"{what}-de-dev.spacy")
    folder = tmp_path / "recipes"
    folder.mkdir()
    for path in student.FOLDER.glob("*.cfg"):
        text = path.read_text(encoding="utf8").replace("eval_frequency = 500", "eval_frequency = 2")
        (folder / path.name).write_text(text, encoding="utf8")
    monkeypatch.setattr(student, "FOLDER", folder)
    return tmp_path


@pytest.mark.parametrize(
    ("what", "pipes"),
    [("names", ["ner"]), ("syntax", ["tok2vec", "tagger", "morphologizer", "lemmatizer", "parser"])],
)
def test_configuration_is_a_pipeline(work: Path, what: str, pipes: list[str]) -> None:
    config = student.configuration(what, "de", work, 1234)
    assert str(work / f"{what}-de.spacy") == config["paths"]["train"]
    assert str(work / f"{what}-de-dev.spacy") == config["paths"]["dev"]
    assert 1234 == config["training"]["max_steps"]
    assert 1234 == config.interpolate()["training"]["optimizer"]["learn_rate"]["total_steps"]
    assert pytest.approx(1) == sum(config["training"]["score_weights"].values())
    nlp = load_model_from_config(config, auto_fill=True)
    assert ("de", pipes) == (nlp.lang, nlp.pipe_names)


def logged(path: Path, *steps: int) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps({"step": step}) + "\n" for step in steps), encoding="utf8")


def test_steps_done_adds_the_runs(tmp_path: Path) -> None:
    assert 0 == student.steps_done(tmp_path / "log.jsonl")
    logged(tmp_path / "log.jsonl", 0, 500, 1000)
    assert 1000 == student.steps_done(tmp_path / "log.jsonl")
    logged(tmp_path / "log-1000.jsonl", 0, 1000)
    logged(tmp_path / "log.jsonl")
    assert 1000 == student.steps_done(tmp_path / "log.jsonl")
    logged(tmp_path / "log.jsonl", 0, 500)
    assert 1500 == student.steps_done(tmp_path / "log.jsonl")


def test_steps_done_after_a_run_that_logged_nothing(tmp_path: Path) -> None:
    logged(tmp_path / "log-1000.jsonl", 0, 1000)
    assert 1000 == student.steps_done(tmp_path / "log.jsonl")


def test_configuration_goes_on(work: Path) -> None:
    out = work / "student-names-de"
    logged(out / "log.jsonl", 0, 500)
    (out / "model-last").mkdir()
    config = student.configuration("names", "de", work, 2000)
    assert 1500 == config["training"]["max_steps"]
    assert {"ner": {"source": str(out / "model-last")}} == config["components"]
    assert pytest.approx(0.001 * 0.75) == config["training"]["optimizer"]["learn_rate"]["initial_rate"]
    assert not (out / "log.jsonl").exists()
    assert 500 == student.steps_done(out / "log.jsonl")


def test_configuration_goes_on_after_several_stops(work: Path) -> None:
    out = work / "student-names-de"
    logged(out / "log.jsonl", 0, 500)
    (out / "model-last").mkdir()
    student.configuration("names", "de", work, 2000)
    logged(out / "log.jsonl", 0)
    student.configuration("names", "de", work, 2000)
    logged(out / "log.jsonl", 0, 500)
    assert 1000 == student.configuration("names", "de", work, 2000)["training"]["max_steps"]


def test_log_is_written_at_once(tmp_path: Path) -> None:
    setup = student.log_at_once(str(tmp_path / "log.jsonl"))
    nlp = spacy.blank("de")
    nlp.config["training"] = {"max_steps": 9, "eval_frequency": 2, "score_weights": {"ents_f": 1.0}}
    log_step, _ = setup(nlp, io.StringIO(), io.StringIO())
    info = {"epoch": 0, "score": 0.5, "losses": {}, "other_scores": {"ents_f": 0.5, "ents_per_type": {}}}
    for step in (0, 2):
        log_step(info | {"step": step})
        log_step(None)
        assert step == student.steps_done(tmp_path / "log.jsonl")


def test_configuration_without_a_checkpoint_starts_again(work: Path) -> None:
    logged(work / "student-names-de" / "log.jsonl", 0, 500)
    config = student.configuration("names", "de", work, 2000)
    assert 2000 == config["training"]["max_steps"]
    assert "factory" in config["components"]["ner"]


@pytest.mark.parametrize("what", ["names", "syntax"])
def test_main_trains_and_goes_on(work: Path, what: str) -> None:
    out = work / f"student-{what}-de"
    student.main(what, "de", work, 2)
    assert 2 == student.steps_done(out / "log.jsonl")
    student.main(what, "de", work, 4)
    assert 4 == student.steps_done(out / "log.jsonl")
    nlp = spacy.load(out / "model-last")
    assert what == ("names" if "ner" in nlp.pipe_names else "syntax")
    assert (out / "model-best").exists()
    assert "Würzburg" == nlp("Angela Merkel besuchte gestern Würzburg.")[-2].text


def test_main_with_all_steps_done_does_nothing(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = work / "student-names-de"
    logged(out / "log.jsonl", 0, 500)
    (out / "model-last").mkdir()
    monkeypatch.delattr(student, "train")
    student.main("names", "de", work, 500)
    assert (out / "log.jsonl").exists()


def test_gold_tokens_keeps_the_annotations_tokens(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    odd = Doc(nlp.vocab, words=["Panzer-", "Motor", "U.S", "."], spaces=[False, True, False, False])
    documents.save([odd], tmp_path / "odd.spacy")
    (example,) = student.gold_tokens(tmp_path / "odd.spacy", None)(nlp)
    assert ["Panzer-", "Motor", "U.S", "."] == [token.text for token in example.predicted]


def test_gold_tokens_are_augmented(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    documents.save(made_silver(), tmp_path / "made.spacy")

    def shout(nlp: Language, given: Example) -> Iterator[Example]:
        yield augment.apply(nlp, given, "capitals", random.Random(0))

    found = list(student.gold_tokens(tmp_path / "made.spacy", shout)(nlp))
    assert all(example.reference.text.isupper() for example in found)
