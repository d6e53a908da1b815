"""`kg build`: articles to a claim graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.inputs import Lang, Paths, Pipeline, Problems, Published, Strict, guarded, pipeline, published

if TYPE_CHECKING:
    from rich.console import Console

    from kg.build import Summary
    from kg.graph import Graph
    from kg.model import Extraction


def build(
    paths: Paths,
    output: Annotated[Path, typer.Option("-o", "--output", help="The graph: .ttl, .trig, .nq or .jsonld.")],
    *,
    date: Published = "",
    lang: Lang = "",
    pipeline_: Pipeline = "",
    strict: Strict = False,
) -> None:
    """Write the claim graph of articles: who says what about which event.

    Broken inputs are reported and skipped; all others are in the graph. If no document was read, nothing is written.
    Exit status: 0 if all went well, 1 if something was skipped or nothing written, 2 for wrong usage.
    """

    def work(problems: Problems) -> None:
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        from kg.build import Summary  # noqa: PLC0415  spaCy takes a second
        from kg.build import build as build_  # noqa: PLC0415
        from kg.graph.formats import rdf_format  # noqa: PLC0415

        rdf_format(output, None)  # an unknown suffix is told before the work, not after it
        day, nlp, summary = published(date), pipeline(pipeline_), Summary()
        columns = (SpinnerColumn(), TextColumn("{task.completed} documents"), TimeElapsedColumn())
        console = _console()
        with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
            task = progress.add_task("build", total=None)

            def done(extraction: Extraction) -> None:
                summary.add(extraction)
                progress.advance(task)

            graph = build_(paths, date=day, language=lang, report=problems, pipeline=nlp, done=done)
        _finish(graph, summary, output, len(problems.found))

    guarded(work, strict)


def _finish(graph: Graph, summary: Summary, output: Path, problems: int) -> None:
    """Write the graph, unless there is none to write, and say what was done."""
    written = bool(summary.documents) or not (problems or output.exists())
    if written:
        graph.serialize(output)
    for line in _lines(summary.documents, summary.sentences, summary.claims, len(graph), problems):
        typer.echo(line, err=True)
    if not written:
        typer.echo(f"kg: no document was read: {output} is not written", err=True)
        raise typer.Exit(1)


def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415

    return Console(file=sys.stderr)


def _lines(documents: int, sentences: int, claims: dict[tuple[str, str], int], triples: int, skipped: int) -> list[str]:
    """What was done, for a person."""
    total = sum(claims.values())
    lines = [f"{documents} documents, {sentences} sentences, {total} claims, {triples} triples, {skipped} problems"]
    for kind in sorted({kind for kind, _ in claims}):
        counts = {f: n for (k, f), n in sorted(claims.items()) if k == kind}
        shown = ", ".join(f"{f} {n}" for f, n in counts.items())
        lines.append(f"  {kind:<16}{sum(counts.values()):>6}  ({shown})")
    return lines
