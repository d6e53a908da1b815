"""`kg query` as a user runs it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.graph import Graph, named_queries
from tests.graph import made

RUN = CliRunner()
WHO = "SELECT ?who { ?s kg:denies ?event ; rdfs:label ?who }"


@pytest.fixture
def file(tmp_path: Path) -> str:
    graph, path = Graph(), tmp_path / "news.ttl"
    graph.add(made.extraction())
    graph.serialize(path)
    return str(path)


def run(*arguments: str, input: str = "") -> tuple[int, str, str]:
    result = RUN.invoke(app, ["query", *arguments], input=input)
    return result.exit_code, result.stdout, result.stderr


def test_a_table(file: str) -> None:
    assert (0, "who\n--------\nRussland\n", "") == run(file, WHO)


def test_no_answer_is_a_table_without_rows(file: str) -> None:
    assert (0, "x\n-\n", "") == run(file, "SELECT ?x { ?x kg:confirms ?y }")


def test_a_query_from_a_file_and_from_standard_input(file: str, tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    path.write_text(WHO, encoding="utf8")
    expected = run(file, WHO)
    assert expected == run(file, "--query-file", str(path)) == run(file, "-", input=WHO)


def test_csv_json_and_tsv(file: str) -> None:
    query = "SELECT ?p ?size ?none { ?p kg:office ?office . ?u a kg:Unit ; kg:size ?size }"
    _, text, _ = run(file, query, "--format", "csv")
    assert [["p", "size", "none"], [made.PESKOV.iri, "1500", ""]] == list(csv.reader(text.splitlines()))
    _, text, _ = run(file, query, "--format", "json")
    (row,) = json.loads(text)["results"]["bindings"]
    assert {"type": "uri", "value": made.PESKOV.iri} == row["p"]
    _, text, _ = run(file, query, "--format", "tsv")
    assert f"?p\t?size\t?none\n<{made.PESKOV.iri}>\t1500\t\n" == text


def test_ask_and_construct(file: str) -> None:
    assert (0, "true\n", "") == run(file, "ASK { ?s kg:denies ?e }")
    assert (0, "false\n", "") == run(file, "ASK { ?s kg:confirms ?e }")
    status, text, _ = run(file, "CONSTRUCT { ?s kg:denies ?e } WHERE { ?s kg:denies ?e }")
    assert 0 == status
    assert "\nkgd:Q159 kg:denies kgd:event-deployment .\n" in text


def test_named_queries(file: str) -> None:
    for name in named_queries():
        assert 0 == run(file, "--named", name)[0]
    status, text, _ = run(file, "--named", "statements-of", "--param", "source=Moskau")
    assert 0 == status
    assert 3 == len(text.splitlines())
    assert "Denial" in text


def test_the_list_of_named_queries() -> None:
    status, text, _ = run("--list")
    assert 0 == status
    assert "statements-of --param source=…\n    Statements of a source: " in text
    assert all(name in text for name in named_queries())


def test_a_table_cannot_drive_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.nq"
    path.write_text(r'<a:a> <a:b> "red\u001B[31m\ntext\u0085" .', encoding="utf8")
    assert "o\n-------------\nred [31m text\n" == run(str(path), "SELECT ?o { ?s ?p ?o }")[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give a graph file"),
        (["missing.nq", WHO], "missing.nq: No such file or directory"),
        (["FILE"], "give one query"),
        (["FILE", WHO, "--named", "contested"], "give one query"),
        (["FILE", "SELECT"], "not SPARQL"),
        (["FILE", "SELECT"], "line 1, column 7: cannot read on after 'SELECT'"),
        (["FILE", "SELECT * {\n ?s nix:x ?o }"], "kg: not SPARQL: line 2, column 10: prefix not found\n"),
        (["FILE", "SELECT * { ?s ?p }"], "column 19: cannot read on after 'SELECT * { ?s ?p }'"),
        (
            ["FILE", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"],
            "SERVICE asks another server; kg reads only",
        ),
        (["FILE", "ASK { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }"], "SERVICE asks another server"),
        (["FILE", "SELECT * { FILTER(1<2)SERVICE ?x { ?s ?p ?o } FILTER(3>2) }"], "SERVICE asks another server"),
        (["FILE", "PREFIX insert: <a:insert> INSERT DATA { <a:a> <a:b> 1 }"], "updates are not supported"),
        (["FILE", "DELETE WHERE { ?s ?p ?o }"], "updates are not supported"),
        (["FILE", "contested"], "did you mean --named contested?"),
        (["FILE", "--named", "contest"], "no named query 'contest'; there are: accusations"),
        (["FILE", "--query-file", "missing.rq"], "missing.rq: No such file or directory"),
        (["FILE", WHO, "--format", "xml"], "unknown format 'xml'; there are: table, csv, json, tsv"),
        (["FILE", WHO, "--param", "x"], "--param takes NAME=VALUE, not 'x'"),
        (["FILE", WHO, "--param", "x=1"], "the query has no parameter 'x'"),
        (["FILE", "--named", "statements-of", "--param", "who=Oslo"], "it has: source"),
        (["FILE", "--named", "statements-of", "--param", "source=<a b>"], "not an IRI"),
    ],
)
def test_errors_are_messages(file: str, arguments: list[str], message: str) -> None:
    status, text, error = run(*(file if argument == "FILE" else argument for argument in arguments))
    assert (2, "") == (status, text)
    assert message in error
    assert "Traceback" not in error


def test_words_that_are_no_service(file: str) -> None:
    query = """# SERVICE
    SELECT ?service { VALUES ?service { "SERVICE" 'x"SERVICE' <a:SERVICE#SERVICE> kg:service "a"@service } }"""
    status, text, error = run(file, query, "--format", "csv")
    assert (0, "", 6) == (status, error, len(text.splitlines()))


def test_what_fails_while_the_answers_are_fetched_is_a_message(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def table(*arguments: object) -> str:
        raise OSError("the store\nis gone")

    monkeypatch.setattr("kg.cli.table.table", table)
    assert (2, "", "kg: the query cannot be answered: the store is gone\n") == run(file, WHO)


def test_a_query_file_that_is_not_utf8(file: str, tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    path.write_bytes(b"# \xff")
    assert (2, "", f"kg: {path}: not UTF-8\n") == run(file, "--query-file", str(path))
