"""`kg validate`: does a graph keep to the shapes of the vocabulary?"""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.errors import messages


def validate(graph: Annotated[str, typer.Argument(help="A graph file: .ttl, .trig, .nq or .jsonld.")]) -> None:
    """Check GRAPH against ontology/shapes.ttl (SHACL) and print what is wrong with it.

    Needs pySHACL: pip install 'kg-news[validate]'. Exit status: 0 if nothing is wrong, 1 if something is, 2 if the
    graph cannot be read.
    """
    from kg.graph import Graph  # noqa: PLC0415  the store takes a while
    from kg.graph.shapes import validate as check  # noqa: PLC0415

    with messages():
        checked = Graph()
        checked.load(graph)
        findings = check(checked)
    for finding in findings:
        typer.echo(str(finding))
    if findings:
        typer.echo(f"kg: {graph}: {len(findings)} things wrong", err=True)
        raise typer.Exit(1)
    typer.echo(f"{graph}: nothing wrong", err=True)
