"""Pipelines stored in half precision: 16 bits a parameter on disk, 32 in memory.

Half the size of the files, no difference in what they find (training/README.md). spaCy loads the components of a
pipeline in their order; the last one widens what the others have loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from thinc.api import Model

NAME = "kg_half_precision"


@Language.factory(NAME)
def half_precision(nlp: Language, name: str) -> Half:
    """The component, at the end of a pipeline."""
    del name
    return Half(nlp)


class Half:
    """Does nothing to a document; on loading it makes every parameter of the pipeline 32 bits wide."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """The document as it is."""
        return doc

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Nothing to write; what is written is as wide as it is: `convert` it before."""

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> Half:
        """Widen the pipeline."""
        del path, exclude
        convert(self.nlp, "float32")
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """Nothing to write."""
        del exclude
        return b""

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> Half:
        """Widen the pipeline."""
        del data, exclude
        convert(self.nlp, "float32")
        return self


def convert(nlp: Language, width: Literal["float16", "float32"]) -> None:
    """Give the vectors and all parameters of the components this type."""
    data: Any = nlp.vocab.vectors.data
    nlp.vocab.vectors.data = data.astype(width)
    for model in _models(nlp):
        for node in model.walk():
            for name in node.param_names:
                value: Any = node.get_param(name) if node.has_param(name) else None
                if value is not None and value.dtype.kind == "f":
                    node.set_param(name, value.astype(width))


def _models(nlp: Language) -> Iterator[Model[Any, Any]]:
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        if model is not None and model is not True:
            yield model
