"""What the commands that read articles share: options, problems on stderr, the exit status."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Date
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.errors import messages
from kg.errors import InputError, KGError, Problem

if TYPE_CHECKING:
    from spacy.language import Language

Paths = Annotated[list[str], typer.Argument(help="Files (.txt .md .html .jsonl), folders, or - for standard input.")]
Published = Annotated[str, typer.Option("--date", help="Day of publication of documents without one: 2024-10-21.")]
Lang = Annotated[str, typer.Option("--lang", help="Language of the documents (ISO 639-1); else their words tell.")]
Pipeline = Annotated[str, typer.Option("--pipeline", help="A spaCy pipeline with Universal Dependencies.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first problem.")]


class Problems:
    """The problems of a run, printed when they are met."""

    def __init__(self, strict: bool) -> None:
        self.strict = strict
        self.found: list[Problem] = []

    def __call__(self, problem: Problem) -> None:
        """Take note of a problem."""
        self.found.append(problem)
        if self.strict:
            raise InputError(problem)
        typer.echo(f"kg: {problem}", err=True)


def published(text: str) -> Date | None:
    """The date of the option.

    Raises:
        KGError: it is none.
    """
    try:
        return Date.fromisoformat(text) if text else None
    except ValueError:
        raise KGError(f"--date takes a day as 2024-10-21, not {text!r}") from None


def pipeline(name: str) -> Language | None:
    """The user's own pipeline, if one is named."""
    from kg.parse import custom  # noqa: PLC0415  spaCy takes a second

    return custom(name) if name else None


def guarded(work: Callable[[Problems], None], strict: bool) -> None:
    """Run a command: exit status 1 if something was skipped, 2 for wrong usage; a message, never a traceback."""
    problems = Problems(strict)
    with messages():
        try:
            work(problems)
        except InputError as error:
            typer.echo(f"kg: {error}", err=True)
            raise typer.Exit(1) from None
    if problems.found:
        raise typer.Exit(1)
