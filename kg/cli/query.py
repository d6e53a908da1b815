"""`kg query`: ask a graph, in SPARQL or with a query that ships."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.errors import messages
from kg.errors import KGError

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

FORMATS = ("table", "csv", "json", "tsv")


def query(
    graph: Annotated[str, typer.Argument(help="A graph file: .ttl, .trig, .nq or .jsonld.")] = "",
    sparql: Annotated[str, typer.Argument(help="A SPARQL query, or - for standard input.")] = "",
    *,
    query_file: Annotated[Path | None, typer.Option(help="A file with the query.")] = None,
    named: Annotated[str, typer.Option(help="A query that ships; --list names them.")] = "",
    param: Annotated[list[str] | None, typer.Option(help="NAME=VALUE: set a parameter of the query.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the named queries and stop.")] = False,
    format_: Annotated[str, typer.Option("--format", help="table, csv, json or tsv.")] = "table",
) -> None:
    """Print what GRAPH answers to a query. The prefixes kg, kgd, nif, schema, sem, … need no declaration.

    kg query news.nq 'SELECT ?s { ?s kg:denies ?event }'

    kg query news.nq --named statements-of --param source=Russland

    ASK prints true or false, CONSTRUCT and DESCRIBE print Turtle. A table is cut to the width of the terminal, and
    whole in a file or pipe. Exit status: 0, also if there is no answer; 2 for
    wrong usage, a broken graph or query.
    """
    from kg.graph import Graph  # noqa: PLC0415  the store takes a while
    from kg.graph.queries import answering  # noqa: PLC0415

    with messages():
        if list_:
            _list()
            return
        if format_ not in FORMATS:
            raise KGError(f"unknown format {format_!r}; there are: {', '.join(FORMATS)}")
        if not graph:
            raise KGError("give a graph file; see kg query --help")
        text = _text(sparql, query_file, named)
        parameters = dict(_parameter(p) for p in param or [])
        asked = Graph()
        asked.load(graph)
        answer = asked.query(text, parameters)
        with answering(text):
            shown, newline = _shown(answer, format_)
        typer.echo(shown, nl=newline)


def _list() -> None:
    from kg.graph import named_queries  # noqa: PLC0415

    for name, found in named_queries().items():
        parameters = "".join(f" --param {p}=…" for p in found.parameters)
        typer.echo(f"{name}{parameters}\n    {found.title}: {found.description}")


def _text(sparql: str, query_file: Path | None, named: str) -> str:
    from kg.graph import named_queries  # noqa: PLC0415
    from kg.graph.queries import named as named_query  # noqa: PLC0415

    if [bool(sparql), query_file is not None, bool(named)].count(True) != 1:
        raise KGError("give one query: as SPARQL, with --query-file or with --named")
    if named:
        return named_query(named).text
    if query_file is not None:
        try:
            return query_file.read_text(encoding="utf8")
        except OSError as error:
            raise KGError(f"{query_file}: {error.strerror}") from None
        except UnicodeDecodeError:
            raise KGError(f"{query_file}: not UTF-8") from None
    if sparql in named_queries():
        raise KGError(f"{sparql!r} is no SPARQL; did you mean --named {sparql}?")
    return sys.stdin.read() if sparql == "-" else sparql


def _parameter(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise KGError(f"--param takes NAME=VALUE, not {text!r}")
    return name.strip(), value


def _shown(answer: QuerySolutions | QueryBoolean | QueryTriples, form: str) -> tuple[str | bytes, bool]:
    """What is printed, and whether a line end is to follow."""
    from pyoxigraph import Quad, QueryBoolean, QueryResultsFormat, QuerySolutions  # noqa: PLC0415

    from kg.cli.table import table  # noqa: PLC0415
    from kg.graph import formats  # noqa: PLC0415

    if isinstance(answer, QuerySolutions) and form == "table":
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
        return table([variable.value for variable in answer.variables], answer, width), False
    if isinstance(answer, QuerySolutions):
        return answer.serialize(format=QueryResultsFormat.from_extension(form)) or b"", form == "json"
    if isinstance(answer, QueryBoolean):
        return "true" if answer else "false", True
    turtle = io.BytesIO()
    formats.write((Quad(*triple) for triple in answer), turtle, "ttl")
    return turtle.getvalue(), False
