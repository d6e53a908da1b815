"""`kg parse`: what the pipelines make of a text, as CoNLL-U."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import InputError, KGError, Problem


def parse(
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")],
    lang: Annotated[str, typer.Option(help="The language of the text, as ISO 639-1 code.")] = "de",
) -> None:
    """Print the sentences of FILE with lemmas, tags, features, dependencies and names (CoNLL-U).

    Exit status: 0 if all went well, 1 if the text cannot be read, 2 for wrong usage.
    """
    from kg.conllu import to_conllu  # noqa: PLC0415  spaCy takes a second
    from kg.lang import load  # noqa: PLC0415
    from kg.parse import too_long  # noqa: PLC0415

    try:
        text, nlp = _text(file), load(lang)
        if problem := too_long(nlp, text):
            raise InputError(Problem(file, 0, problem))
    except KGError as error:
        typer.echo(f"kg: {error}", err=True)
        raise typer.Exit(1 if isinstance(error, InputError) else 2) from None
    for line in to_conllu(nlp(text)):
        typer.echo(line)


def _text(file: str) -> str:
    """The text of a file, read as `kg build` reads it.

    Raises:
        InputError: there is no such file, or it is no text.
    """
    from kg.read.encoding import decode  # noqa: PLC0415

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise InputError(Problem(file, 0, error.strerror or str(error))) from None
    return decode(data, file)
