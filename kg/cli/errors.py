"""Errors as a user of the command line sees them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from kg.errors import KGError


@contextmanager
def messages() -> Iterator[None]:
    """Turn a `KGError` into its message on stderr and exit status 2."""
    try:
        yield
    except KGError as error:
        typer.echo(f"kg: {error}", err=True)
        raise typer.Exit(2) from None
