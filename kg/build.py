"""The flow: read, parse, extract, resolve, graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError, Problem
from kg.extract import extract
from kg.graph import Graph
from kg.model import Document, Extraction
from kg.parse import parse
from kg.read import read
from kg.read.article import Report
from kg.resolve import resolve

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(slots=True)
class Summary:
    """What a run did."""

    documents: int = 0
    sentences: int = 0
    claims: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By class and factuality."""
    problems: list[Problem] = field(default_factory=list)
    _counted: dict[str, tuple[int, Counter[tuple[str, str]]]] = field(default_factory=dict, repr=False)
    """Sentences and claims of each document, by its IRI."""

    def add(self, extraction: Extraction) -> None:
        """Count an article, in place of one of the same IRI, as the graph has it."""
        claims = Counter((claim.type, str(claim.factuality)) for claim in extraction.claims)
        sentences, former = self._counted.get(extraction.document.iri, (0, Counter()))
        self._counted[extraction.document.iri] = len(extraction.sentences), claims
        self.documents = len(self._counted)
        self.sentences += len(extraction.sentences) - sentences
        self.claims = self.claims + claims - former


def stop(problem: Problem) -> None:
    """A `report` that stops at the first problem.

    Raises:
        InputError: always.
    """
    raise InputError(problem)


def extractions(
    documents: Iterable[Document], *, report: Report, pipeline: Language | None = None
) -> Iterator[Extraction]:
    """What articles say, resolved, one after the other: memory does not grow with their number."""
    return resolve(extract(parse(documents, report=report, pipeline=pipeline)))


def build(
    paths: Iterable[str | Path],
    *,
    date: Date | None = None,
    language: str = "",
    report: Report = stop,
    pipeline: Language | None = None,
    done: Callable[[Extraction], None] | None = None,
) -> Graph:
    """The claim graph of files and folders.

    >>> build([]).documents()
    []

    Args:
        paths: what `kg.read` takes.
        date: the day of publication, for documents that do not say theirs.
        language: ISO 639-1 code of the language of all documents; empty: what they say or their words show.
        report: takes each problem; without it the first one stops the run.
        pipeline: a spaCy pipeline with Universal Dependencies instead of those that ship.
        done: called after each document.

    Raises:
        InputError: an input cannot be used, or replaces another one of its URL, and there is no `report`.
    """
    graph, seen = Graph(), dict[str, tuple[str, int]]()  # path and hash, so as not to hold all texts
    documents = read(paths, date=date, language=language, report=report)
    for extraction in extractions(documents, report=report, pipeline=pipeline):
        document = extraction.document
        said = hash(replace(document, path=""))
        former, known = seen.get(document.iri, (document.path, said))
        if known != said:
            what = "URL" if document.url else "text"
            report(Problem(document.path or document.iri, 0, f"same {what} as {former} above: replaces it"))
        seen[document.iri] = document.path, said
        graph.add(extraction)
        if done is not None:
            done(extraction)
    return graph
