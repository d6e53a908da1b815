"""`kg eval`: how good the extraction is on a benchmark."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.errors import messages
from kg.errors import KGError

if TYPE_CHECKING:
    from kg.eval.report import Report

BENCHMARKS = ("quotes", "speech", "times", "claims")
ONLY = {"gold": "claims", "second": "claims", "part": "speech"}
"""Options that one benchmark has."""
HEADS = ("", "precision", "recall", "F1", "found", "gold")


def evaluate(
    benchmark: Annotated[str, typer.Argument(help=f"One of {', '.join(BENCHMARKS)}.")],
    data: Annotated[Path, typer.Argument(help="Folder, file or .tar.gz of the benchmark.")],
    *,
    gold: Annotated[Path | None, typer.Option(help="The gold of claims in articles (a .jsonl file).")] = None,
    second: Annotated[Path | None, typer.Option(help="A second annotation to score: the agreement.")] = None,
    part: Annotated[str | None, typer.Option(help="Of speech: held-out (the default) or train.")] = None,
    errors: Annotated[Path | None, typer.Option(help="Write the errors here, each with its sentence.")] = None,
) -> None:
    """Score the extraction on a benchmark: precision, recall and F1 by role, type and label.

    quotes: German news quotation attribution (Petersen-Frey and Biemann 2024). speech: cues and roles of SpkAtt 2023,
    task 1. times: TIMEX3 of KRAUTS. claims: our own claim gold.
    """
    with messages():
        if benchmark not in BENCHMARKS:
            raise KGError(f"unknown benchmark {benchmark!r}; there are: {', '.join(BENCHMARKS)}")
        given = {name: value for name, value in (("gold", gold), ("second", second), ("part", part)) if value}
        for name in given:
            if ONLY[name] != benchmark:
                raise KGError(f"--{name} is for {ONLY[name]}, not for {benchmark}")
        run = import_module(f"kg.eval.{benchmark}").run  # spaCy takes a second
        report: Report = run(data, **given)
        show(report)
        if errors:
            write_errors(report, errors)


def show(report: Report) -> None:
    """Print the figures as a table."""
    lines = [HEADS, *report.cells()]
    widths = [max(len(line[i]) for line in lines) for i in range(len(HEADS))]
    typer.echo(report.title)
    for line in lines:
        cells = [line[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(line[1:], widths[1:], strict=True))]
        typer.echo("  ".join(cells).rstrip())
    for name, value in report.notes.items():
        typer.echo(f"{name}: {value}")


def write_errors(report: Report, path: Path) -> None:
    """Write the errors to a text file. Raises KGError if it cannot be written."""
    from kg.eval.report import pages  # noqa: PLC0415

    try:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(pages(report.errors))
    except OSError as error:
        raise KGError(f"{path}: {error.strerror}") from error
    typer.echo(f"{len(report.errors)} errors in {path}", err=True)
