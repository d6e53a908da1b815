"""Syntax of articles: `Document` to a spaCy `Doc` whose offsets are those of the article's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from kg import lang
from kg.errors import KGError, LanguageError, Problem
from kg.model import Document
from kg.read.article import Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SPACE = " "
BATCH = 16
"""Articles that the pipeline works on together."""
PERSON = "PER"
NOUNS = frozenset(("NOUN", "PROPN"))
DETERMINED = frozenset(("amod", "det", "det:poss", "nummod"))
"""Relations of what stands before a noun and not before a surname: "*die* Kraft", not "Frau Kraft"."""
LABELS = frozenset(("nsubj", "obj", "obl", "nmod", "ccomp", "root", "ROOT"))
"""Universal Dependencies that every pipeline must know whose syntax the extractors are to read."""


def parse(
    documents: Iterable[Document], *, report: Report, pipeline: Language | None = None
) -> Iterator[tuple[Document, Doc]]:
    """The articles with their syntax, in the same order; neighbours of one language go through the pipeline together.

    Args:
        documents: articles; one without a `language` gets the one that its words show.
        report: told of an article in a language without a pack, or longer than a pipeline takes, which is left out.
        pipeline: a spaCy pipeline with Universal Dependencies to take instead of those that ship.
    """
    known = (replace(d, language=d.language or lang.detect(masked(d))) for d in documents)
    for language, group in groupby(known, key=lambda d: d.language):
        try:
            nlp = pipeline or loaded(language)
        except LanguageError as error:
            for document in group:
                report(Problem(document.path or document.iri, 0, str(error)))
            continue
        pairs = ((prepared(nlp, document), document) for document in group if _fits(nlp, document, report))
        for doc, document in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            name_surnames(doc)
            yield document, doc


def _fits(nlp: Language, document: Document, report: Report) -> bool:
    """Whether the pipeline takes a text of this length; one that is too long is reported."""
    problem = too_long(nlp, document.text)
    if problem:
        report(Problem(document.path or document.iri, 0, problem))
    return not problem


def too_long(nlp: Language, text: str) -> str:
    """What to say of a text that has more characters than a pipeline takes (its memory grows with them); else empty.

    >>> too_long(lang.load("de"), "x" * 2_000_000)
    'the text is too long (2000000 characters, at most 1000000)'
    """
    length = len(text)
    return f"the text is too long ({length} characters, at most {nlp.max_length})" if length > nlp.max_length else ""


def name_surnames(doc: Doc) -> None:
    """Mark a surname that the recogniser overlooked, of somebody whom the article names in full.

    As in "Eva Papier warnt. … Das schreibt *Papier* in einem Gastbeitrag".
    """
    import numpy as np  # noqa: PLC0415  with the pipeline, not with each command
    from spacy.tokens import Span  # noqa: PLC0415  it takes a second

    surnames = {name[-1].orth for name in doc.ents if name.label_ == PERSON and len(name) > 1}
    if not surnames:
        return
    orth, kind = doc.to_array(["ORTH", "ENT_TYPE"]).T
    missed = [doc[int(i)] for i in np.flatnonzero(np.isin(orth, list(surnames)) & (kind == 0))]
    bare = (t for t in missed if t.pos_ in NOUNS and not any(c.dep_ in DETERMINED for c in t.children))
    doc.set_ents([Span(doc, t.i, t.i + 1, label=PERSON) for t in bare], default="unmodified")


def loaded(language: str) -> Language:
    """The pipeline of a language that has tables of events and claims.

    Raises:
        LanguageError: it has none.
    """
    if language not in lang.extractable():
        raise LanguageError(
            f"no tables of events and claims for language {language!r}; there are: {', '.join(lang.extractable())}"
        )
    return lang.load(language)


def custom(name: str) -> Language:
    """A pipeline of the user's own, by the name of its package or its folder.

    Raises:
        KGError: it cannot be loaded, or its syntax is not Universal Dependencies.
    """
    import spacy  # noqa: PLC0415  it takes a second

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise KGError(f"cannot load the pipeline {name!r}: {str(error).splitlines()[0]}") from None
    labels = set(nlp.pipe_labels.get("parser", ()))
    missing = sorted(LABELS - {"root", "ROOT"} - labels)
    if missing:
        raise KGError(f"the pipeline {name!r} has no Universal Dependencies: its parser lacks {', '.join(missing)}")
    return nlp


def prepared(nlp: Language, document: Document) -> Doc:
    r"""The tokens of an article, a new sentence at each of its blocks; what is no article is white space.

    >>> from kg.model import Document
    >>> doc = prepared(lang.load("de"), Document("", "WERBUNG\n\nEs regnet.", ((9, 19),)))
    >>> [(token.text, token.idx) for token in doc if not token.is_space]
    [('Es', 9), ('regnet', 12), ('.', 18)]
    """
    begins = {begin for begin, _ in document.blocks}
    doc = nlp.make_doc(masked(document))
    for token in doc:
        if token.idx in begins:
            token.is_sent_start = True
    return doc


def masked(document: Document) -> str:
    """The text with white space in place of all that is outside the blocks; each block begins after a blank line."""
    parts = []
    last = 0
    for begin, end in document.blocks:
        gap = begin - last
        parts += ["\n" * min(2, gap) + SPACE * (gap - 2), document.text[begin:end]]
        last = end
    return "".join(parts) + SPACE * (len(document.text) - last)
