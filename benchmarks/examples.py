"""What the program makes of the articles under `examples/`: `python -m benchmarks.examples` writes it anew.

For each example `expected.ttl`, the graph of its article, and `expected.csv`, the answer to its `query.rq`; what
changed is printed as a diff of claims, so that a person can judge it before it is committed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

import typer
from pyoxigraph import QuerySolutions

from kg.build import build
from kg.graph import Graph
from kg.model import Extraction

FOLDER = Path(__file__).parent.parent / "examples"
QUERY, GRAPH, ANSWER = "query.rq", "expected.ttl", "expected.csv"
CLAIMS = """
SELECT ?document ?place ?sentence ?label (GROUP_CONCAT(?name; SEPARATOR = ", ") AS ?via) {
  ?claim a kg:Claim ; rdfs:label ?label ; kg:passage ?passage .
  ?passage nif:anchorOf ?sentence ; nif:beginIndex ?begin ; nif:referenceContext ?document .
  OPTIONAL { ?claim kg:via/rdfs:label ?name }
  BIND (xsd:integer(?begin) AS ?place)
}
GROUP BY ?document ?place ?sentence ?claim ?label
ORDER BY ?document ?place ?label
"""


@dataclass(frozen=True, slots=True)
class Built:
    """An example as the program reads it now."""

    graph: Graph
    extractions: tuple[Extraction, ...]

    @property
    def turtle(self) -> str:
        """What `expected.ttl` has to be."""
        return self.graph.text("ttl")


def folders() -> list[Path]:
    """The examples: an article, a README.md with the claims that a reader finds, and a query."""
    return sorted(query.parent for query in FOLDER.glob(f"*/{QUERY}"))


def built(folder: Path) -> Built:
    """The graph of an example's article, and what went into it."""
    extractions: list[Extraction] = []
    graph = build(sorted(folder.glob("article.*")), done=extractions.append)
    return Built(graph, tuple(extractions))


def answer(graph: Graph, query: str) -> str:
    r"""The answer to a SELECT as CSV, its lines ended as those of the other files of the repository.

    >>> answer(Graph(), "SELECT ?claim { ?claim a kg:Claim }")
    'claim\n'
    """
    found = graph.query(query)
    assert isinstance(found, QuerySolutions)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(variable.value for variable in found.variables)
    writer.writerows(graph.rows(query))
    return text.getvalue()


def claim_lines(graph: Graph) -> Iterator[str]:
    """The claims of a graph in text order, each sentence with its claims below it."""
    for (_, _, sentence), found in groupby(graph.rows(CLAIMS), lambda row: row[:3]):
        yield " ".join(sentence.split())
        for *_, label, via in found:
            passed_on = ", ".join(sorted(via.split(", ")))  # GROUP_CONCAT has no order
            yield f"    {label}{passed_on and f' (via {passed_on})'}"


def main() -> None:
    """Write the expected graph and answer of every example; print which claims came and went."""
    for folder in folders():
        new, old = built(folder).graph, Graph()
        expected = folder / GRAPH
        if expected.exists():
            old.load(expected)
        new.serialize(expected)
        (folder / ANSWER).write_text(answer(new, (folder / QUERY).read_text("utf8")), encoding="utf8", newline="\n")
        changes = list(unified_diff(list(claim_lines(old)), list(claim_lines(new)), lineterm="", n=1))
        typer.echo(f"{folder.name}: {sum(line.startswith(('+ ', '- ')) for line in changes)} claims changed")
        for line in changes[2:]:
            typer.echo(line)


if __name__ == "__main__":
    typer.run(main)
