"""Train the student: `python -m training.student syntax de`, `... names de`; likewise `en`.

A spaCy pipeline on the silver (`training.silver`), by spaCy's own training loop. `model-last` is its checkpoint: the
same command goes on from there for the steps that are left, at the rate that belongs to them.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import typer
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Corpus, Example
from spacy.training.initialize import init_nlp
from spacy.training.loggers import console_logger_v3
from spacy.training.loop import train
from spacy.util import registry
from thinc.api import Config, NumpyOps, fix_random_seed, set_current_ops

from training import augment, tables

LOG = logging.getLogger(__name__)
FOLDER = tables.HERE / "student"
STEPS = {("syntax", "de"): 9000, ("names", "de"): 7000, ("syntax", "en"): 7000, ("names", "en"): 6500}
WIDE = {"de": 112, "en": 128}
"""Width of the encoder of names where it is not that of names.cfg: names gain by it, German has less time left."""
augment  # noqa: B018  registers the augmenter


class GoldTokens(Corpus):
    """spaCy's corpus on the tokens of the annotation: treebanks split where spaCy does not ("Panzer - Motor")."""

    def _make_example(self, nlp: Language, reference: Doc, gold_preproc: bool) -> Example:
        del gold_preproc
        return super()._make_example(nlp, reference, True)


@registry.readers("kg.gold_tokens.v1")  # type: ignore[untyped-decorator]
def gold_tokens(path: Path, augmenter: Callable[[Language, Example], Iterator[Example]] | None) -> GoldTokens:
    """The reader of the student's configuration."""
    return GoldTokens(path, augmenter=augmenter)


@registry.loggers("kg.log.v1")  # type: ignore[untyped-decorator]
def log_at_once(output_file: str) -> Callable[..., Any]:
    """Log as spaCy does, every row in the file at once: spaCy's own rows are lost if the process is killed."""

    def setup(nlp: Language, *streams: IO[str]) -> tuple[Callable[[dict[str, Any] | None], None], Callable[[], None]]:
        console, finish = console_logger_v3()(nlp, *streams)

        def log_step(info: dict[str, Any] | None) -> None:
            console(info)
            if info is not None:
                row = {"epoch": info["epoch"], "step": info["step"], "score": float(info["score"])}
                row["losses"] = {name: float(loss) for name, loss in info["losses"].items()}
                row["scores"] = {k: v for k, v in info["other_scores"].items() if isinstance(v, float)}
                with Path(output_file).open("a", encoding="utf8") as file:
                    file.write(json.dumps(row) + "\n")

        return log_step, finish

    return setup


def configuration(what: str, language: str, work: Path, steps: int) -> Config:
    """The filled configuration of one student; components of a checkpoint are sourced from it."""
    out = work / f"student-{what}-{language}"
    config = Config().from_disk(FOLDER / "pipeline.cfg", interpolate=False)
    config = config.merge(Config().from_disk(FOLDER / f"{what}.cfg", interpolate=False))
    config["nlp"]["lang"] = language
    if what == "names" and language in WIDE:
        config["components"]["ner"]["model"]["tok2vec"]["encode"]["width"] = WIDE[language]
    config["paths"] = {
        "train": str(work / f"{what}-{language}.spacy"),
        "dev": str(work / f"{what}-{language}-dev.spacy"),
        "vectors": str(work / f"vectors-{language}"),
    }
    training = config["training"]
    training["logger"]["output_file"] = str(out / "log.jsonl")
    done = steps_done(out / "log.jsonl")
    if done and (out / "model-last").exists():
        left = steps - done
        LOG.info("goes on at step %d", done)
        training["optimizer"]["learn_rate"]["initial_rate"] *= left / steps
        config["components"] = {name: {"source": str(out / "model-last")} for name in config["nlp"]["pipeline"]}
        if (out / "log.jsonl").exists():
            runs = len(list(out.glob("log-*.jsonl")))
            (out / "log.jsonl").rename(out / f"log-{runs + 1}.jsonl")
        steps = left
    training["max_steps"] = steps
    return config


def steps_done(log: Path) -> int:
    """Steps of all runs so far, by their logs."""
    lines = [path.read_text(encoding="utf8").splitlines() for path in log.parent.glob("log*.jsonl")]
    return sum(int(json.loads(rows[-1])["step"]) for rows in lines if rows)


def main(what: str, language: str, work: Path = Path("work"), steps: int = 0) -> None:
    """Train the student for WHAT (syntax or names) in LANGUAGE (de or en) for so many STEPS of about 1,000 words.

    Without STEPS, as many as the pipelines that ship.
    """
    steps = steps or STEPS[what, language]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    set_current_ops(NumpyOps(use_blis=False))  # NumPy's OpenBLAS is four times faster than BLIS on a recent CPU
    out = work / f"student-{what}-{language}"
    if (out / "model-last").exists() and steps_done(out / "log.jsonl") >= steps:
        LOG.info("all %d steps are done", steps)  # spaCy takes 0 steps that are left for no limit
        return
    config: Any = configuration(what, language, work, steps)
    out.mkdir(exist_ok=True)
    fix_random_seed(config["system"]["seed"])
    nlp = init_nlp(config, use_gpu=-1)
    train(nlp, out, use_gpu=-1)


if __name__ == "__main__":
    typer.run(main)
