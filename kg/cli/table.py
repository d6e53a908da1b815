"""Rows as a table that a person reads."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from kg.graph.names import shorten

NARROW = 12
"""No column is cut to less than this."""


def table(names: list[str], rows: Iterable[Iterable[object]], width: int = 0) -> str:
    """Columns with their names; IRIs with prefixes, literals without quotes.

    Columns are as wide as they need to be, or, to fit into `width`, the widest ones are cut.

    >>> from pyoxigraph import Literal
    >>> print(table(["who", "size"], [[Literal("Oslo"), Literal(300)], [None, Literal(5)]]), end="")
    who   size
    ----  ----
    Oslo  300
          5
    >>> print(table(["words"], [[Literal("Oslo bestreitet das.")]], 12), end="")
    words
    ------------
    Oslo bestre…
    """
    lines = [names, *([_cell(term) for term in row] for row in rows)]
    widths = _fitted([max(len(line[i]) for line in lines) for i in range(len(names))], width)
    lines.insert(1, ["-" * w for w in widths])
    return "".join("  ".join(map(_padded, line, widths)).rstrip() + "\n" for line in lines)


def _fitted(widths: list[int], width: int) -> list[int]:
    """Column widths with two blanks between them, the widest narrowed until all fit or none is wider than a word."""
    while width and sum(widths) + 2 * (len(widths) - 1) > width and max(widths) > NARROW:
        widest = max(range(len(widths)), key=widths.__getitem__)
        widths = [w - (i == widest) for i, w in enumerate(widths)]
    return widths


def _padded(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else cell[: width - 1] + "…"


def _cell(term: object) -> str:
    if isinstance(term, NamedNode):
        return shorten(term.value)
    return printable("" if term is None else term.value if isinstance(term, Literal) else str(term))


def printable(text: str) -> str:
    """The text in one line, without control characters, which could drive the terminal."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
