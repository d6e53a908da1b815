"""SHACL: whether a graph looks as `ontology/shapes.ttl` says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import ontology
from kg.errors import KGError
from kg.graph.names import shorten

if TYPE_CHECKING:
    import rdflib

    from kg.graph.store import Graph


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong."""

    node: str
    path: str
    value: str
    message: str

    def __str__(self) -> str:
        """In one line: where, what, the value that is wrong."""
        where = " ".join(shorten(part) for part in (self.node, self.path) if part)
        return f"{where}: {self.message}{self.value and f' Found: {shorten(self.value)}'}"


def validate(graph: Graph) -> list[Finding]:
    """What is wrong with the union of all documents, sorted; nothing if all is well.

    Raises:
        KGError: pySHACL is not installed.
    """
    try:
        import pyshacl  # noqa: PLC0415  an extra, which takes a second
    except ImportError:
        raise KGError("kg validate needs pySHACL: pip install 'kg-news[validate]'") from None
    import rdflib  # noqa: PLC0415
    from rdflib.namespace import RDF, SH  # noqa: PLC0415

    data = rdflib.Graph()
    data.parse(data=graph.text("ttl"), format="turtle")
    shapes = rdflib.Graph().parse(data=ontology.turtle("shapes.ttl"), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    assert isinstance(report, rdflib.Graph)
    found = {
        Finding(*(_text(report, result, path) for path in (SH.focusNode, SH.resultPath, SH.value, SH.resultMessage)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }
    return sorted(found)


def _text(report: rdflib.Graph, result: rdflib.term.Node, path: rdflib.URIRef) -> str:
    found = report.value(result, path)
    # A path of several steps is a blank node, whose name says nothing.
    return "" if found is None or type(found).__name__ == "BNode" else str(found)
