"""What the tests of reading share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.errors import Problem
from kg.model import Document
from kg.read import read


def run(*paths: str | Path, day: date | None = None, language: str = "") -> tuple[list[Document], list[str]]:
    problems: list[Problem] = []
    documents = list(read(paths, date=day, language=language, report=problems.append))
    return documents, [str(problem) for problem in problems]


def blocks(document: Document) -> list[str]:
    return [document.text[begin:end] for begin, end in document.blocks]
