"""A pipeline in half precision on disk: half the size, full precision in memory, the same answers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.vectors import Vectors

from kg.lang import half


def tagger() -> Language:
    nlp = spacy.blank("de")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=np.ones((1, 4), dtype="f"), keys=["Kiew"])
    nlp.add_pipe("tagger").add_label("NE")  # type: ignore[attr-defined]
    examples = [Example.from_dict(nlp.make_doc("Kiew"), {"tags": ["NE"]})]
    nlp.initialize(lambda: examples)
    nlp.add_pipe(half.NAME)
    return nlp


def widths(nlp: Language) -> set[str]:
    model = nlp.get_pipe("tagger").model  # type: ignore[attr-defined]
    found = {str(node.get_param(n).dtype) for node in model.walk() for n in node.param_names if node.has_param(n)}
    return found | {str(nlp.vocab.vectors.data.dtype)}


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("model"))


def test_half_on_disk_and_whole_in_memory(tmp_path: Path) -> None:
    nlp = tagger()
    nlp.to_disk(tmp_path / "whole")
    half.convert(nlp, "float16")
    assert {"float16"} == widths(nlp)
    nlp.to_disk(tmp_path / "half")
    assert size(tmp_path / "half") < 0.6 * size(tmp_path / "whole")
    loaded = spacy.load(tmp_path / "half")
    assert {"float32"} == widths(loaded)
    assert "NE" == loaded("Kiew")[0].tag_


def test_from_bytes() -> None:
    nlp = tagger()
    half.convert(nlp, "float16")
    again = tagger().from_bytes(nlp.to_bytes())
    assert {"float32"} == widths(again)
