"""`kg parse`: what the pipelines make of a text, as CoNLL-U."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import KGError


def parse(
    file: Annotated[str, typer.Argument(help="A text file in UTF-8, or - for standard input.")],
    lang: Annotated[str, typer.Option(help="The language of the text, as ISO 639-1 code.")] = "de",
) -> None:
    """Print the sentences of FILE with lemmas, tags, features, dependencies and names (CoNLL-U).

    Exit status: 0 if all went well, 1 if the text cannot be read, 2 for wrong usage.
    """
    from kg.conllu import to_conllu  # noqa: PLC0415  spaCy takes a second
    from kg.lang import load  # noqa: PLC0415

    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf8")
        doc = load(lang)(text)
    except KGError as error:
        typer.echo(f"kg: {error}", err=True)
        raise typer.Exit(2) from None
    except OSError as error:
        typer.echo(f"kg: {file}: {error.strerror}", err=True)
        raise typer.Exit(1) from None
    except UnicodeDecodeError as error:
        typer.echo(f"kg: {file}: not UTF-8: {error.reason} at byte {error.start}", err=True)
        raise typer.Exit(1) from None
    for line in to_conllu(doc):
        typer.echo(line)
