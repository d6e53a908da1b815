"""The command line: one file a command, spaCy imported only where it is needed."""

from __future__ import annotations

import typer

from kg.cli.parse import parse

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command()(parse)


@app.callback()
def kg() -> None:
    """Who says what about which event: news to a claim graph."""
