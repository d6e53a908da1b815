"""Annotation as spaCy documents, and documents as training files."""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from training import names
from training.treebank import UNKNOWN, Token

LOG = logging.getLogger(__name__)
PARTS = 4
"""Sentences of a document, at most."""


def annotated(vocab: Vocab, tokens: Sequence[Token]) -> Doc:
    """A spaCy document of the tokens of one sentence with their tree; what is unknown stays empty."""

    def known(value: str) -> str:
        return "" if value == UNKNOWN else value

    return Doc(
        vocab,
        words=[t.form for t in tokens],
        spaces=[t.space for t in tokens],
        tags=[known(t.xpos) for t in tokens],
        pos=[t.upos for t in tokens],
        morphs=["|".join(f"{k}={v}" for k, v in t.feats if v != UNKNOWN) for t in tokens],
        lemmas=[t.lemma for t in tokens],
        heads=[t.head - 1 if t.head else i for i, t in enumerate(tokens)],
        deps=["ROOT" if not t.head else known(t.deprel) or "dep" for t in tokens],
        sent_starts=[i == 0 for i in range(len(tokens))],
    )


def with_names(doc: Doc, labels: Sequence[str]) -> Doc:
    """The document with the names of a BIOES sequence."""
    doc.set_ents([Span(doc, b, e, label=kind) for b, e, kind in sorted(names.spans_of(labels))], default="outside")
    return doc


def save(docs: Sequence[Doc], path: Path, seed: int = 5) -> None:
    """Write sentences shuffled, one to `PARTS` of them a document."""
    rng = random.Random(seed)
    shuffled = list(docs)
    rng.shuffle(shuffled)
    joined = []
    while shuffled:
        parts = [shuffled.pop() for _ in range(min(len(shuffled), rng.randint(1, PARTS)))]
        joined.append(Doc.from_docs(parts, ensure_whitespace=True))
    DocBin(docs=[doc for doc in joined if doc is not None]).to_disk(path)
    LOG.info("%s: %d documents", path, len(joined))
