"""The queries that ship (`kg/queries/*.rq`) and the parameters of queries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal

from kg.errors import KGError
from kg.graph.names import expand, node

PARAMETER = re.compile(r"\bVALUES\s+[?$](\w+)\s*\{\s*UNDEF\s*\}")
"""`VALUES ?source { UNDEF }`: a query that has such a line runs as it is, anywhere, and `source` can be set in it."""

_NO_KEYWORD = (
    r"\"{3}.*?\"{3}|'{3}.*?'{3}"
    r"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"  # words
    r"|<[^<>\"{}|^`\\\s]*>|#[^\n]*"  # IRIs, comments
    r"|[?$@][\w-]+|[\w.-]*:[\w.:%-]*"  # variables, languages, names with a prefix
)
_TOKEN = re.compile(rf"{_NO_KEYWORD}|(?P<keyword>[A-Za-z]+)", re.DOTALL)
_PROLOGUE = ("PREFIX", "BASE", "VERSION")
_UPDATES = ("ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH")
_SYNTAX = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_REASON = re.compile(r"Prefix not found|The SELECT contains [^,\[]+")
NEAR = 30
"""Characters that a syntax error shows of what stands before it."""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that ships: the first comment line of its file is the title, the next ones say more."""

    name: str
    title: str
    description: str
    text: str

    @property
    def parameters(self) -> list[str]:
        """Names of what can be set."""
        return list(dict.fromkeys(PARAMETER.findall(self.text)))


@cache
def named_queries() -> dict[str, NamedQuery]:
    """The queries by name.

    >>> named_queries()["statements-of"].parameters
    ['source']
    """
    found = [file for file in files("kg").joinpath("queries").iterdir() if file.name.endswith(".rq")]
    queries = [_read(file.name.removesuffix(".rq"), file.read_text("utf8")) for file in found]
    return {query.name: query for query in sorted(queries, key=lambda query: query.name)}


def named(name: str) -> NamedQuery:
    """The query of that name."""
    if name not in named_queries():
        raise KGError(f"no named query {name!r}; there are: {', '.join(named_queries())}")
    return named_queries()[name]


def with_parameters(sparql: str, parameters: Mapping[str, str]) -> str:
    """The query with its parameters set: to a string, or to an IRI where the value stands in <…>.

    >>> with_parameters("SELECT * { VALUES ?source { UNDEF } ?s rdfs:label ?source }", {"source": "Oslo"})
    'SELECT * { VALUES ?source { "Oslo" } ?s rdfs:label ?source }'
    """
    known = list(dict.fromkeys(PARAMETER.findall(sparql)))
    for name in parameters:
        if name not in known:
            there = f"it has: {', '.join(known)}" if known else "it has none, that is, no line VALUES ?name { UNDEF }"
            raise KGError(f"the query has no parameter {name!r}; {there}")

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        return f"VALUES ?{name} {{ {_term(parameters[name])} }}" if name in parameters else match[0]

    return PARAMETER.sub(fill, sparql)


def refuse(sparql: str) -> None:
    """Let pass only what asks this graph: Oxigraph has no setting against SERVICE, which goes online.

    >>> refuse("SELECT ?service { ?service rdfs:label 'SERVICE' }")

    Raises:
        KGError: it asks another server, or is an update.
    """
    found = [match["keyword"].upper() for match in _TOKEN.finditer(sparql) if match["keyword"]]
    if "SERVICE" in found:
        raise KGError("SERVICE asks another server; kg reads only the file")
    first = next((word for word in found if word not in _PROLOGUE), "")
    if first in _UPDATES:
        raise KGError(f"{first} changes a graph; updates are not supported, kg only asks")


@contextmanager
def answering(sparql: str) -> Iterator[None]:
    """Turn what goes wrong in Oxigraph, also while the answers are fetched, into a message.

    Raises:
        KGError: the query is no SPARQL, or cannot be answered.
    """
    try:
        yield
    except SyntaxError as error:
        raise KGError(f"not SPARQL: {_where(sparql, error.msg)}") from None
    except (OSError, RuntimeError, ValueError) as error:
        if isinstance(error, KGError):
            raise
        raise KGError(f"the query cannot be answered: {' '.join(str(error).split())}") from None


def _where(sparql: str, message: str) -> str:
    """A syntax error of Oxigraph in one line, without all that could have stood there."""
    match = _SYNTAX.match(message)
    if not match:
        return " ".join(message.split())
    line, column = int(match[1]), int(match[2])
    reason = _REASON.search(match[3])
    if reason:
        return f"line {line}, column {column}: {reason[0][0].lower()}{reason[0][1:].strip()}"
    before = "\n".join([*sparql.split("\n")[: line - 1], sparql.split("\n")[line - 1][: column - 1]])
    return f"line {line}, column {column}: cannot read on after {' '.join(before.split())[-NEAR:]!r}"


def _term(value: str) -> str:
    if value.startswith("<") and value.endswith(">"):
        return str(node(expand(value)))
    return str(Literal(value))


def _read(name: str, text: str) -> NamedQuery:
    lines = text.splitlines()
    head = [line.removeprefix("#").strip() for line in lines[: next(i for i, s in enumerate(lines) if s[:1] != "#")]]
    return NamedQuery(name, head[0], " ".join(head[1:]), text)
