"""`Graph`: the claims of many documents in a quad store."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
)

from kg.errors import KGError
from kg.graph import formats
from kg.graph.explain import Explanation, explain
from kg.graph.names import KG, PREFIXES, A, node
from kg.graph.queries import answering, refuse, with_parameters
from kg.graph.triples import lines
from kg.model import Extraction

if TYPE_CHECKING:
    import networkx
    import rdflib


class Graph:
    """The claim graph: a named graph for each document, in an Oxigraph store.

    >>> from kg.model import Document, Extraction
    >>> graph = Graph()
    >>> graph.add(Extraction(Document("https://example.org/1", "", (), title="Oslo schweigt")))
    >>> graph.documents()
    ['https://example.org/1']
    >>> [row["title"].value for row in graph.query("SELECT ?title { ?d schema:headline ?title }")]
    ['Oslo schweigt']
    """

    def __init__(self, store: Store | None = None) -> None:
        """A graph in memory, or in a store of yours."""
        self._store = Store() if store is None else store
        self._waiting: dict[str, list[str]] = {}
        """Documents as lines of N-Quads, which go into the store when it is asked: most graphs are only written."""
        self._view: Store | None = None
        self._shared = store is not None
        """Whether others have the store too: they see each document at once, and may change what is in it."""

    @property
    def store(self) -> Store:
        """The Oxigraph store with all quads; what is added from now on goes there at once."""
        self._shared = True
        return self._full()

    def _full(self) -> Store:
        """The store with the documents that waited."""
        while self._waiting:
            _, found = self._waiting.popitem()
            self._store.load("".join(found).encode("utf8"), RdfFormat.N_QUADS, lenient=True)
        return self._store

    def add(self, extraction: Extraction) -> None:
        """Put in what a document says, in place of what the graph had from it: adding twice adds nothing."""
        found = lines(extraction)
        self.delete(extraction.document.iri)
        self._waiting[extraction.document.iri] = found
        self._view = None
        if self._shared:
            self._full()

    def delete(self, document: str) -> bool:
        """Take out all that comes from a document; false if there was nothing."""
        name = node(document)
        waiting = self._waiting.pop(document, None) is not None
        if not waiting and not self._store.contains_named_graph(name):
            return False
        self._store.remove_graph(name)
        self._view = None
        return True

    def documents(self) -> list[str]:
        """The IRIs of the documents, sorted."""
        found = self._full().quads_for_pattern(None, A, NamedNode(KG + "Document"))
        return sorted({quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)})

    def __len__(self) -> int:
        """How many quads."""
        return len(self._store) + sum(map(len, self._waiting.values()))

    def load(self, path: str | Path, format: str | None = None) -> None:
        """Add the quads of a Turtle, TriG, N-Quads or JSON-LD file; a broken file adds nothing."""
        self._full().extend(formats.read(path, format))
        self._view = None

    def serialize(self, target: str | Path | IO[bytes], format: str | None = None) -> None:
        """Write all to a file or a binary stream: as "ttl" (the union of all documents), "trig", "nq" or "jsonld".

        The same content gives the same bytes. Without `format` the extension of the file says it. A file that is there
        is replaced when all is written, not before.
        """
        if not isinstance(target, str | os.PathLike):
            self._write(target, formats.rdf_format(None, format or ""))
            return
        chosen = formats.rdf_format(target, format)
        path = Path(target).resolve()
        # A pipe or a device cannot be replaced, only written to.
        whole = path.exists() and not path.is_file()
        partial = path if whole else path.with_name(f".{path.name}.{os.getpid()}")
        try:
            with partial.open("wb") as file:
                try:
                    self._write(file, chosen)
                except BaseException:
                    if not whole:
                        partial.unlink()
                    raise
            partial.replace(path)
        except OSError as error:
            raise KGError(f"{target}: {error.strerror or error}") from None

    def _write(self, output: IO[bytes], format: str) -> None:
        if format == "nq":
            formats.write_lines(chain(formats.lines(self._store), *self._waiting.values()), output)
        else:
            formats.write(self._full(), output, format)

    def text(self, format: str) -> str:
        """All of it as a string, in one of the formats."""
        written = io.BytesIO()
        self.serialize(written, format)
        return written.getvalue().decode("utf8")

    def query(
        self, sparql: str, parameters: Mapping[str, str] | None = None
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """The answer to a SPARQL query over all documents; `GRAPH ?document { … }` asks for one.

        The prefixes of `kg.graph.PREFIXES` need no declaration. `parameters` fill the lines
        `VALUES ?name { … }` of the query.

        Raises:
            KGError: it is no SPARQL, an update, or asks another server.
        """
        text = with_parameters(sparql, parameters or {})
        refuse(text)
        union = self._union()
        with answering(text):
            return union.query(text, prefixes=PREFIXES, use_default_graph_as_union=self._view is None)

    def rows(self, sparql: str, parameters: Mapping[str, str] | None = None) -> list[list[str]]:
        """The rows of a SELECT as plain strings: literals as their words, nodes as IRIs, the unbound as ""."""
        found = self.query(sparql, parameters)
        if not isinstance(found, QuerySolutions):
            raise KGError("not a SELECT query")
        with answering(sparql):
            return [["" if term is None else str(getattr(term, "value", term)) for term in row] for row in found]

    def dataset(self) -> rdflib.Dataset:
        """The same quads for rdflib: a view, changes go both ways.

        Its default graph is the union of all; count with `COUNT(DISTINCT …)` there, because Oxigraph 0.5 gives a triple
        once for each document that has it.
        """
        import oxrdflib  # noqa: PLC0415  rdflib takes a while
        import rdflib  # noqa: PLC0415

        dataset = rdflib.Dataset(store=oxrdflib.OxigraphStore(store=self.store), default_union=True)
        for prefix, iri in PREFIXES.items():
            dataset.bind(prefix, iri, replace=True)
        return dataset

    def explain(self, iri: str) -> list[Explanation]:
        """The claims that a claim, event, actor or document stands in, with their sentences."""
        return explain(self, iri)

    def to_networkx(self, *, documents: bool = False) -> networkx.MultiDiGraph[str]:
        """The actors and what they say and do about each other; see `kg.graph.network`."""
        from kg.graph.network import network  # noqa: PLC0415  networkx takes a while

        return network(self, documents=documents)

    def _union(self) -> Store:
        # Oxigraph 0.5 answers over a union of graphs with a triple once for each graph that has it (its issue 1919), so
        # that a COUNT grows with every article that names the same actor. Hence, for several graphs, a copy whose
        # default graph is that union, made when it is asked for.
        store = self._full()
        unnamed = any(True for _ in store.quads_for_pattern(None, None, None, DefaultGraph()))
        if len(list(store.named_graphs())) + unnamed <= 1:
            self._view = None
            return store
        if self._view is None or self._shared:
            view = Store()
            view.extend(store)
            view.extend(Quad(q.subject, q.predicate, q.object) for q in store)
            self._view = view
        return self._view
