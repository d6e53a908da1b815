"""`kg explain`: why something is in the graph."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.errors import messages

if TYPE_CHECKING:
    from kg.graph.explain import Explanation


def explain(
    graph: Annotated[str, typer.Argument(help="A graph file: .ttl, .trig, .nq or .jsonld.")],
    iri: Annotated[str, typer.Argument(help="A claim, event, actor or document: kgd:… or an IRI in full.")],
) -> None:
    """Print each claim that IRI stands in: the sentence with the words that made it one, the source, the rule.

    Exit status: 0 if there is such a claim, 2 if not.
    """
    from kg.graph import Graph  # noqa: PLC0415  the store takes a while

    with messages():
        explained = Graph()
        explained.load(graph)
        found = explained.explain(iri)
    bold = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("[", "]")
    typer.echo("\n\n".join(_shown(explanation, bold) for explanation in found))


def _shown(explanation: Explanation, marks: tuple[str, str]) -> str:
    from kg.cli.table import printable  # noqa: PLC0415
    from kg.graph.names import shorten  # noqa: PLC0415

    rows = {
        "source": explanation.source,
        "via": ", ".join(explanation.via),
        "about": explanation.content,
        "quotation": explanation.quotation,
        "rule": explanation.rule,
        "claim": shorten(explanation.claim),
        "in": f"{explanation.document}, characters {explanation.begin} to {explanation.end}",
    }
    head = [f"{explanation.type} ({explanation.factuality})", "  " + explanation.marked(*marks)]
    return "\n".join(head + [f"  {name:10}{printable(value)}" for name, value in rows.items() if value])
