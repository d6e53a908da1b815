"""Push a graph into a running triple store: SPARQL 1.1 Graph Store HTTP Protocol, one PUT for each named graph.

https://www.w3.org/TR/sparql11-http-rdf-update/. Any store that speaks it will do: Oxigraph (`/store`), Fuseki
(`/dataset/data`), Virtuoso (`/sparql-graph-crud-auth`), GraphDB and RDF4J (`/repositories/name/rdf-graphs/service`).
"""

from __future__ import annotations

import base64
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, parse

from kg.errors import KGError
from kg.graph.formats import lossless

if TYPE_CHECKING:
    from pyoxigraph import BlankNode

    from kg.graph import Graph

N_TRIPLES = "application/n-triples"
DEFAULT = "default"
NO_SUCH_PATH = 404
NOT_FOUND = "; is it the Graph Store Protocol's path? Oxigraph has /store, Fuseki /DATASET/data"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the store has now."""

    graphs: int
    triples: int


def load(
    graph: Graph,
    url: str,
    *,
    user: str = "",
    password: str = "",
    timeout: float = 60,
    progress: Callable[[str], object] | None = None,
) -> Loaded:
    """Put each named graph of `graph` in place of what the store has under that name, then count.

    Triples without a named graph (a Turtle file of several documents) are added to the store's default graph.
    `url` is the store's Graph Store Protocol endpoint; `user` and `password` are for basic authentication. Graphs
    of other names in the store are left alone, so that loading twice adds nothing. `progress` is called with
    the name of each graph that is there.

    Raises:
        KGError: The store does not answer, refuses, or has another number of triples than was sent. What was put
            before that stays there.
    """
    client = _Client(url, user, password, timeout)
    names: list[NamedNode | BlankNode | DefaultGraph] = [DefaultGraph(), *sorted(graph.store.named_graphs(), key=str)]
    sent: dict[str, int] = {}
    for name in names:
        quads = lossless(graph.store.quads_for_pattern(None, None, None, name))
        lines = sorted({f"{quad.triple} .\n" for quad in quads})
        if lines:
            where = _where(name)
            client.send("POST" if where == DEFAULT else "PUT", where, "".join(lines).encode("utf8"))
            sent[where] = len(lines)
            if progress:
                progress(str(name))
    for where, count in sent.items():
        found = client.count(where)
        if found < count or (found > count and where != DEFAULT):
            raise KGError(f"{url}?{where}: sent {count} triples, the store has {found}")
    return Loaded(len(sent), sum(sent.values()))


def _where(name: NamedNode | BlankNode | DefaultGraph) -> str:
    if isinstance(name, NamedNode):
        return f"graph={quote(name.value, safe='')}"
    if isinstance(name, DefaultGraph):
        return DEFAULT
    raise KGError(f"{name}: a graph that has a blank node as name cannot be loaded into a store")


class _Client:
    """One endpoint; whatever goes wrong in talking to it is a `KGError`."""

    def __init__(self, url: str, user: str, password: str, timeout: float) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise KGError(f"not the URL of a triple store: {url!r}; it looks like http://localhost:7878/store")
        if parts.username is not None:
            raise KGError("the URL must not hold a password: give user and password apart")
        self.url = url
        self.timeout = timeout
        self.credentials = base64.b64encode(f"{user}:{password}".encode()).decode() if user else ""

    def send(self, method: str, where: str, data: bytes | None = None) -> tuple[bytes, str]:
        """The body of the answer and its media type."""
        request = urllib.request.Request(f"{self.url}{'&' if '?' in self.url else '?'}{where}", data, method=method)
        request.add_header("Accept", f"{N_TRIPLES}, text/turtle;q=0.5")
        if data is not None:
            request.add_header("Content-Type", N_TRIPLES)
        if self.credentials:
            # Not on to where the store may redirect to.
            request.add_unredirected_header("Authorization", f"Basic {self.credentials}")
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as answer:
                return answer.read(), answer.headers.get_content_type()
        except urllib.error.HTTPError as error:
            with error:
                said = " ".join(error.read(500).decode("utf8", "replace").split())
            hint = NOT_FOUND if error.code == NO_SUCH_PATH else ""
            raise KGError(
                f"{method} {request.full_url}: {error.code} {error.reason}{said and ': ' + said}{hint}"
            ) from None
        except TimeoutError:
            raise KGError(f"{self.url}: no answer within {self.timeout:g} seconds") from None
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise KGError(f"{self.url}: no answer within {self.timeout:g} seconds") from None
            raise KGError(f"{self.url}: {getattr(error.reason, 'strerror', None) or error.reason}") from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise KGError(f"{self.url}: {error or type(error).__name__}") from None

    def count(self, where: str) -> int:
        """How many triples the store has in a graph."""
        body, kind = self.send("GET", where)
        form = RdfFormat.from_media_type(kind)
        if form is None:
            raise KGError(f"{self.url}?{where}: the store answers with {kind}, which is no RDF")
        try:
            return len({str(quad.triple) for quad in parse(body, form, base_iri=self.url)})
        except SyntaxError as error:
            raise KGError(f"{self.url}?{where}: the store answers with broken {kind}: {error.msg}") from None
