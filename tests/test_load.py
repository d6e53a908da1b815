"""`kg.load`, into a real Oxigraph server, and into servers that misbehave."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from kg.errors import KGError
from kg.graph import Graph
from kg.load import Loaded, load
from tests.graph import made


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A running Oxigraph, empty."""
    binary = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if binary is None:
        pytest.skip("needs the Oxigraph server: pip install oxigraph")
    where = f"127.0.0.1:{free_port()}"
    with subprocess.Popen([binary, "serve", "--bind", where], stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(200):
                try:
                    urllib.request.urlopen(f"http://{where}/").close()
                    break
                except OSError:
                    time.sleep(0.05)
            yield f"http://{where}/store"
        finally:
            process.terminate()


@pytest.fixture
def store(server: str) -> str:
    """The server's URL; what other tests loaded is gone."""
    request = urllib.request.Request(server.replace("/store", "/update"), b"DROP ALL", method="POST")
    request.add_header("Content-Type", "application/sparql-update")
    urllib.request.urlopen(request).close()
    return server


def content(store: str) -> Graph:
    """What the server has."""
    request = urllib.request.Request(store, headers={"Accept": "application/n-quads"})
    found = Graph()
    with urllib.request.urlopen(request) as answer:
        from pyoxigraph import RdfFormat  # noqa: PLC0415

        found.store.load(answer.read(), RdfFormat.N_QUADS)
    return found


def graph_of(*numbers: int) -> Graph:
    graph = Graph()
    for number in numbers:
        graph.add(made.extraction(number=number))
    return graph


def test_every_document_is_a_named_graph_of_the_server(store: str) -> None:
    graph, names = graph_of(1, 2), list[str]()
    assert Loaded(2, len(graph)) == load(graph, store, progress=names.append)
    assert graph.text("nq") == content(store).text("nq")
    assert ["<https://example.org/1>", "<https://example.org/2>"] == names


def test_loading_twice_adds_nothing_and_leaves_others_alone(store: str) -> None:
    load(graph_of(1, 2), store)
    load(graph_of(2, 3), store)
    load(graph_of(2, 3), store)
    assert graph_of(1, 2, 3).text("nq") == content(store).text("nq")


def test_a_document_that_is_told_anew_replaces_the_old(store: str) -> None:
    load(graph_of(1), store)
    shorter = Graph()
    shorter.add(made.extraction(made.DENIAL))
    load(shorter, store)
    assert shorter.text("nq") == content(store).text("nq")


def test_triples_without_a_graph_are_added_to_the_default_graph(store: str, tmp_path: Path) -> None:
    graphs = []
    for numbers in ((1, 2), (3, 4)):
        graph_of(*numbers).serialize(tmp_path / "a.ttl")
        graphs.append(Graph())
        graphs[-1].load(tmp_path / "a.ttl")
        assert Loaded(1, len(graphs[-1])) == load(graphs[-1], store)
    assert graph_of(1, 2, 3, 4).text("ttl") == content(store).text("ttl")


def test_an_empty_graph(store: str) -> None:
    assert Loaded(0, 0) == load(Graph(), store)


def test_what_the_server_refuses_is_a_message(store: str) -> None:
    with pytest.raises(KGError, match=r"PUT .*: 404.*Oxigraph has /store"):
        load(graph_of(1), store.replace("/store", "/nothing"))
    assert 0 == len(content(store))


def test_nobody_listens() -> None:
    with pytest.raises(KGError, match="Connection refused"):
        load(graph_of(1), f"http://127.0.0.1:{free_port()}/store")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("localhost:7878/store", "not the URL of a triple store"),
        ("file:///etc/passwd", "not the URL"),
        ("http://", "not the URL"),
        ("http://a:b@localhost/store", "must not hold a password"),
        ("http://nowhere.invalid/store", "nowhere.invalid/store: "),
    ],
)
def test_urls_that_are_none(url: str, message: str) -> None:
    with pytest.raises(KGError, match=message):
        load(graph_of(1), url, timeout=5)


def test_a_graph_named_by_a_blank_node(store: str) -> None:
    from pyoxigraph import BlankNode, NamedNode, Quad  # noqa: PLC0415

    graph = graph_of(1)
    graph.store.add(Quad(NamedNode("a:a"), NamedNode("a:b"), NamedNode("a:c"), BlankNode("x")))
    with pytest.raises(KGError, match="_:x: a graph that has a blank node as name"):
        load(graph, store)


class Odd(BaseHTTPRequestHandler):
    """A server that says yes to all, wants a password, and forgets what it got."""

    seen: list[tuple[str, str, str]]
    answer: bytes
    kind: str
    status: int
    delay: float

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        time.sleep(self.delay)
        self._reply(self.status, b"")

    def do_GET(self) -> None:
        self._reply(200, self.answer)

    def _reply(self, status: int, body: bytes) -> None:
        self.seen.append((self.command, self.path, self.headers.get("Authorization", "")))
        self.send_response(status)
        self.send_header("Content-Type", self.kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def odd() -> Iterator[tuple[str, type[Odd]]]:
    kind = type(
        "Mine", (Odd,), {"seen": [], "answer": b"", "kind": "application/n-triples", "status": 204, "delay": 0.0}
    )
    with HTTPServer(("127.0.0.1", 0), kind) as http:
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}/rdf?x=1", kind
        http.shutdown()
        thread.join()


def test_the_counts_are_compared(odd: tuple[str, type[Odd]]) -> None:
    url, _ = odd
    with pytest.raises(KGError, match=f"sent {len(graph_of(1))} triples, the store has 0"):
        load(graph_of(1), url)


def test_basic_authentication_and_the_name_of_the_graph(odd: tuple[str, type[Odd]]) -> None:
    url, server = odd
    server.answer = "".join(f"{quad.triple} .\n" for quad in graph_of(1).store).encode()
    load(graph_of(1), url, user="anna", password="geheim")
    path = "/rdf?x=1&graph=https%3A%2F%2Fexample.org%2F1"
    basic = "Basic YW5uYTpnZWhlaW0="
    assert [("PUT", path, basic), ("GET", path, basic)] == server.seen


def test_without_a_user_nothing_is_sent(odd: tuple[str, type[Odd]]) -> None:
    url, server = odd
    with pytest.raises(KGError):
        load(graph_of(1), url)
    assert {""} == {authorization for _, _, authorization in server.seen}


@pytest.mark.parametrize(
    ("status", "message"), [(401, "401 Unauthorized"), (500, "500 Internal Server Error"), (302, "302 Found")]
)
def test_errors_of_the_server(odd: tuple[str, type[Odd]], status: int, message: str) -> None:
    url, server = odd
    server.status = status
    with pytest.raises(KGError, match=message):
        load(graph_of(1), url)


def test_answers_that_are_no_rdf(odd: tuple[str, type[Odd]]) -> None:
    url, server = odd
    server.kind = "text/html"
    with pytest.raises(KGError, match="answers with text/html, which is no RDF"):
        load(graph_of(1), url)
    server.kind, server.answer = "text/turtle", b"<html>"
    with pytest.raises(KGError, match="broken text/turtle"):
        load(graph_of(1), url)


def test_a_server_that_does_not_answer(odd: tuple[str, type[Odd]]) -> None:
    url, server = odd
    server.delay = 0.5
    with pytest.raises(KGError, match=r"no answer within 0\.1 seconds"):
        load(graph_of(1), url, timeout=0.1)
