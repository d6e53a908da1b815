"""The command line: one file a command, spaCy imported only where it is needed."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from kg.cli.build import build
from kg.cli.claims import claims
from kg.cli.eval import evaluate
from kg.cli.explain import explain
from kg.cli.load import load
from kg.cli.parse import parse
from kg.cli.query import query
from kg.cli.validate import validate

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
app.command()(build)
app.command()(claims)
app.command()(parse)
app.command()(query)
app.command()(explain)
app.command()(validate)
app.command()(load)
app.command("eval")(evaluate)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"kg {version('kg-news')}")
        raise typer.Exit


@app.callback()
def kg(
    version_: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    """Who says what about which event: news to a claim graph."""
