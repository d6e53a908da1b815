"""`kg load`: put a graph into a running triple store."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.errors import messages


def load(
    graph: Annotated[str, typer.Argument(help="A graph file: .ttl, .trig, .nq or .jsonld.")],
    to: Annotated[str, typer.Option(help="The store's Graph Store Protocol URL: http://localhost:7878/store")],
    user: Annotated[str, typer.Option(help="User name, if the store asks for one.")] = "",
    password: Annotated[str, typer.Option(envvar="KG_PASSWORD", help="Password of that user.")] = "",
    timeout: Annotated[float, typer.Option(help="Seconds to wait for each answer.", min=0.1)] = 60,
) -> None:
    """Put each document of GRAPH into a triple store, in place of what the store has from it.

    One PUT a named graph (SPARQL 1.1 Graph Store HTTP Protocol); at the end the store's triples are counted. Turtle
    has no named graphs: a file of several documents is added to the store's default graph. Exit status: 0 if all is
    there, 2 if not.
    """
    from kg.graph import Graph  # noqa: PLC0415  the store's library takes a while
    from kg.load import load as put  # noqa: PLC0415

    with messages():
        loaded = Graph()
        loaded.load(graph)
        done = put(loaded, to, user=user, password=password, timeout=timeout)
    typer.echo(f"{done.triples} triples in {done.graphs} graphs", err=True)
