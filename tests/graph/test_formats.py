"""Files: the same bytes for the same content, and back again."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from pyoxigraph import RdfFormat

from kg.errors import KGError
from kg.graph import Graph
from kg.model import Extraction
from tests.graph import made
from tests.graph.drawn import DATASETS, FORMATS, MANY, RDFLIB, TEXTS, graph_of


def again(graph: Graph, form: str, folder: Path) -> Graph:
    """The graph, written and read."""
    path = folder / f"graph.{form}"
    graph.serialize(path)
    found = Graph()
    found.load(path)
    return found


@settings(deadline=None, max_examples=60)
@given(MANY)
def test_all_formats_give_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, extractions: list[Extraction]
) -> None:
    folder = tmp_path_factory.mktemp("formats")
    graph = graph_of(*extractions)
    for form in FORMATS:
        found = again(graph, form, folder)
        assert graph.text("ttl") == found.text("ttl")
        assert graph.text(form) == found.text(form)
        if form in DATASETS:
            assert set(graph.store) == set(found.store)


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_a_title_survives_all_formats(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    graph = graph_of(Extraction(replace(made.document(), title=title)))
    for form in FORMATS:
        found = again(graph, form, tmp_path_factory.mktemp("title"))
        assert [[title, "de"]] == found.rows("SELECT ?t (LANG(?t) AS ?l) { ?d schema:headline ?t }")


@RDFLIB
@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "json-ld"])
def test_rdflib_reads_the_same(form: str) -> None:
    ours = {"turtle": "ttl", "trig": "trig", "nquads": "nq", "json-ld": "jsonld"}[form]
    graph = graph_of(made.extraction(), made.extraction(number=2))
    # rdflib's own cache of terms, not Oxigraph, reads here.
    read = rdflib.Dataset(default_union=True)
    read.parse(data=graph.text(ours), format=form)
    triples = {(str(s), str(p), str(o)) for s, p, o in read.triples((None, None, None))}
    expected = graph.rows("SELECT DISTINCT ?s ?p ?o { ?s ?p ?o }")
    assert {tuple(row) for row in expected} == triples


def test_the_bytes_do_not_depend_on_the_process() -> None:
    script = "from tests.graph import made; from kg.graph import Graph; g = Graph(); g.add(made.extraction());"
    script += "import sys; sys.stdout.write(g.text('ttl') + g.text('trig') + g.text('nq') + g.text('jsonld'))"
    outputs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        root = Path(__file__).parents[2]
        done = subprocess.run(
            [sys.executable, "-c", script], env=environment, cwd=root, capture_output=True, check=True
        )
        outputs.add(done.stdout)
    assert 1 == len(outputs)


def test_turtle_reads_well() -> None:
    turtle = graph_of(made.extraction()).text("ttl")
    assert "\n\nkgd:claim-2-1 a kg:Claim , kg:Denial ;\n" in turtle
    assert "\tkg:denies kgd:event-deployment" in turtle
    assert turtle.index("#char=6,11>") < turtle.index("#char=12,21>")


def test_offsets_have_the_datatype_that_nif_asks_for() -> None:
    for form in FORMATS:
        assert "nonNegativeInteger" in graph_of(made.extraction()).text(form)


def test_turtle_of_one_document_is_that_document_again(tmp_path: Path) -> None:
    graph = again(graph_of(made.extraction()), "ttl", tmp_path)
    graph.add(made.extraction(made.DENIAL))
    assert graph_of(made.extraction(made.DENIAL)).text("nq") == graph.text("nq")


def test_turtle_of_several_documents_has_no_named_graphs(tmp_path: Path) -> None:
    graph = again(graph_of(made.extraction(), made.extraction(number=2)), "ttl", tmp_path)
    assert [] == list(graph.store.named_graphs())
    assert ["https://example.org/1", "https://example.org/2"] == graph.documents()


def test_serialize_to_a_stream() -> None:
    graph, stream = graph_of(made.extraction()), io.BytesIO()
    graph.serialize(stream, "nq")
    assert graph.text("nq").encode() == stream.getvalue()


def test_serialize_to_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.nq"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        graph_of(made.extraction()).serialize(pipe)
        written = reader.communicate()[0]
    assert graph_of(made.extraction()).text("nq").encode() == written
    assert pipe.is_fifo()


def test_serialize_follows_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.nq", tmp_path / "b.nq"
    target.touch()
    link.symlink_to(target)
    graph_of(made.extraction()).serialize(link)
    assert link.is_symlink()
    assert target.stat().st_size


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    graph_of(made.extraction()).serialize(path)
    before = path.read_bytes()
    graph = Graph()
    # RDF 1.2 can hold a triple in a triple, JSON-LD cannot.
    graph.store.load("<a:a> <a:b> <<( <a:a> <a:b> <a:c> )>> .", RdfFormat.TURTLE)
    with pytest.raises(KGError, match="JSON-LD has no place for"):
        graph.serialize(path)
    assert before == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ttl", "x", "a.ttl:1: not Turtle"),
        ("a.nq", "<a:b> <a:c> .\n", "a.nq:1: not N-Quads"),
        ("a.trig", "<a:b> { \n <a:c> <a:d> ", "a.trig:2: not TriG"),
        ("a.jsonld", "{", "not JSON-LD"),
        ("a.jsonld", '{"@context": "https://example.org/c"}', "not JSON-LD"),
        ("a.nq", b"\xff", "not N-Quads"),
        ("a.rdf", "", "a.rdf: unknown format; there are: ttl, trig, nq, jsonld"),
        ("a", "", "unknown format"),
        ("missing.nq", None, "missing.nq: No such file or directory"),
    ],
)
def test_what_cannot_be_read_is_a_message(tmp_path: Path, name: str, content: str | bytes | None, message: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    graph = Graph()
    with pytest.raises(KGError) as error:
        graph.load(path)
    assert message in str(error.value)
    assert 0 == len(graph)


def test_a_broken_file_adds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.nq"
    path.write_text("<a:b> <a:c> <a:d> <a:e> .\nbroken\n")
    graph = Graph()
    with pytest.raises(KGError, match=r"a\.nq:2:"):
        graph.load(path)
    assert 0 == len(graph)


def test_writing_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(KGError, match="No such file or directory"):
        Graph().serialize(tmp_path / "no" / "a.nq")
    with pytest.raises(KGError, match="unknown format"):
        Graph().serialize(tmp_path / "a.doc")
    with pytest.raises(KGError, match="Is a directory"):
        (tmp_path / "b.nq").mkdir()
        Graph().serialize(tmp_path / "b.nq")
