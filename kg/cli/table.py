"""Rows as a table that a person reads."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from kg.graph.names import shorten


def table(names: list[str], rows: Iterable[Iterable[object]]) -> str:
    """Columns with their names, as wide as they need to be; IRIs with prefixes, literals without quotes.

    >>> from pyoxigraph import Literal
    >>> print(table(["who", "size"], [[Literal("Oslo"), Literal(300)], [None, Literal(5)]]), end="")
    who   size
    ----  ----
    Oslo  300
          5
    """
    lines = [names, *([_cell(term) for term in row] for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(names))]
    lines.insert(1, ["-" * width for width in widths])
    return "".join("  ".join(map(str.ljust, line, widths)).rstrip() + "\n" for line in lines)


def _cell(term: object) -> str:
    if isinstance(term, NamedNode):
        return shorten(term.value)
    return printable("" if term is None else term.value if isinstance(term, Literal) else str(term))


def printable(text: str) -> str:
    """The text in one line, without control characters, which could drive the terminal."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
