"""Measure the teachers: `python -m training.evaluate_teacher` prints figures on what the students are measured on.

From gold tokens; the teachers give no lemmas.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import spacy
import torch
import typer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from training import scores, sources, tasks, teacher
from training.documents import annotated, with_names
from training.evaluate import NAMES, READERS, TREEBANKS, markdown
from training.names import Tagged

NOT_TAUGHT = ("lemma", "verb lemma", "sentences")
LANGUAGES = ("de", "en")


def syntax(data: Path, work: Path) -> dict[str, scores.Row]:
    """Trees, tags and features on every treebank that measures."""
    model, subwords, spaces = teacher.load(work / "e5-small-q4.bin", work / "teacher-parse", "parse")
    task = tasks.Parse([], spaces, subwords)
    vocab = spacy.blank("xx").vocab
    found = {}
    for language in LANGUAGES:
        for title, name, tags in TREEBANKS[language]:
            examples = [
                Example(annotated(vocab, said), annotated(vocab, gold.tokens))
                for batch, answers in teacher.chunks(model, task, scores.treebank(data, name))
                for gold, said in zip(batch, answers, strict=True)
            ]
            row = scores.syntax(examples, tags)
            found[f"{language}: {title}"] = {k: v for k, v in row.items() if k not in NOT_TAUGHT}
    return found


def entities(data: Path, work: Path) -> dict[str, scores.Row]:
    """Names on every corpus that measures."""
    model, subwords, spaces = teacher.load(work / "e5-small-q4.bin", work / "teacher-names", "names")
    task = tasks.Names([], spaces, subwords)
    vocab = spacy.blank("xx").vocab
    found = {}
    for language in LANGUAGES:
        for title, name, kinds in NAMES[language]:
            (source,) = [s for s in sources.all_sources() if s.name == name]
            tagged = list(READERS[source.form](data / source.path))
            examples = [
                Example(_document(vocab, gold, row), scores.gold_names(vocab, gold))
                for batch, rows in teacher.chunks(model, task, [t for t in tagged if subwords.fits(t.words)])
                for gold, row in zip(batch, rows, strict=True)
            ]
            found[f"{language}: {title}"] = scores.entities(examples, kinds)
    return found


def _document(vocab: Vocab, sentence: Tagged, labels: Sequence[str]) -> Doc:
    return with_names(Doc(vocab, words=list(sentence.words)), labels)


def main(data: Path = Path("../shared/data"), work: Path = Path("work"), threads: int = 2) -> None:
    """Measure the teachers in WORK on the data below DATA."""
    torch.set_num_threads(threads)
    typer.echo(markdown("teacher, gold tokens", syntax(data, work)) + "\n")
    typer.echo(markdown("teacher, names, F1", entities(data, work)))


if __name__ == "__main__":
    typer.run(main)
