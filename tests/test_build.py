"""The whole flow: files in, a graph out; broken files do no harm, and the same input gives the same bytes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import spacy

import kg
from kg.build import Summary, build, stop
from kg.errors import InputError, Problem
from kg.graph import Graph
from kg.graph.shapes import validate
from kg.model import Extraction
from tests.graph import made

DAY = date(2024, 10, 21)
ONE = (
    "Moskau bestreitet den Einsatz nordkoreanischer Truppen in der Ukraine.\n\nKiew entsandte 300 Soldaten nach Kursk."
)
TWO = (
    "Seoul wirft Nordkorea vor, 1.500 Soldaten nach Russland entsandt zu haben.\n\n"
    "„Das ist eine dreiste Lüge“, sagte der Sprecher Jan Meier am Montag. Er habe davon nichts gewusst.\n"
)
PROPOSALS = (
    "Am Sonntag wurden in Minsk zwei Journalisten festgenommen.\n\nLaut Interfax traf Putin in Kasan Xi Jinping."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles and two files that are none."""
    whole = tmp_path / "news"
    whole.mkdir()
    for name, text in (("a.txt", ONE), ("c.txt", TWO), ("e.txt", PROPOSALS)):
        (whole / name).write_text(text, encoding="utf8")
    (whole / "b.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00")
    (whole / "d.txt").write_text("", encoding="utf8")
    return whole


@pytest.fixture
def whole(folder: Path) -> tuple[Graph, list[Problem], Summary]:
    problems: list[Problem] = []
    summary = Summary()
    graph = build([folder], date=DAY, report=problems.append, done=summary.add)
    return graph, problems, summary


def test_broken_files_are_told_and_the_others_are_there(whole: tuple[Graph, list[Problem], Summary]) -> None:
    graph, problems, _ = whole
    assert 3 == len(graph.documents())
    assert ["b.txt", "d.txt"] == sorted(Path(problem.path).name for problem in problems)


def test_without_a_report_the_first_problem_stops(folder: Path) -> None:
    with pytest.raises(InputError) as error:
        build([folder], date=DAY)
    assert "b.txt" == Path(error.value.problem.path).name


def test_stop_keeps_the_problem() -> None:
    problem = Problem("a.txt", 3, "no text")
    with pytest.raises(InputError, match=r"a\.txt:3: no text") as error:
        stop(problem)
    assert problem is error.value.problem


def test_the_summary_counts(whole: tuple[Graph, list[Problem], Summary]) -> None:
    graph, _, summary = whole
    assert 3 == summary.documents
    assert 7 == summary.sentences
    rows = graph.query("SELECT ?c { ?c a kg:Claim }")
    assert 0 < sum(summary.claims.values()) <= len(list(rows))  # type: ignore[arg-type]  # claims in claims are no lines


def test_a_summary_of_an_extraction_made_by_hand() -> None:
    summary = Summary()
    for number in (1, 2):
        summary.add(made.extraction(number=number))
    assert (2, 0, []) == (summary.documents, summary.sentences, summary.problems)
    assert 2 * len(made.CLAIMS) == sum(summary.claims.values())
    assert 2 == summary.claims["Denial", "CT-"]


@pytest.mark.parametrize("form", ["nq", "ttl"])
def test_the_same_input_gives_the_same_bytes(folder: Path, form: str) -> None:
    first, second = (build([folder], date=DAY, report=lambda _: None) for _ in range(2))
    assert first.text(form) == second.text(form)
    assert first.text(form)


def test_the_order_of_the_files_does_not_matter(folder: Path) -> None:
    files = [folder / name for name in ("a.txt", "c.txt", "e.txt")]
    assert build(files, date=DAY).text("nq") == build(files[::-1], date=DAY).text("nq")


def test_the_same_file_twice_adds_nothing(folder: Path) -> None:
    once, twice = (build([folder / "a.txt"] * n, date=DAY, report=lambda _: None) for n in (1, 2))
    assert once.text("nq") == twice.text("nq")


def test_another_article_of_the_same_url_is_told_and_the_summary_is_that_of_the_graph(tmp_path: Path) -> None:
    head = "---\nurl: https://example.org/1\n---\n"
    for name, text in (("a.txt", ONE), ("b.txt", TWO), ("c.txt", TWO)):
        (tmp_path / name).write_text(head + text, encoding="utf8")
    problems: list[Problem] = []
    summary, alone = Summary(), Summary()
    graph = build([tmp_path], date=DAY, report=problems.append, done=summary.add)
    last = build([tmp_path / "c.txt"], date=DAY, done=alone.add)
    assert [f"{tmp_path / 'b.txt'}: same URL as {tmp_path / 'a.txt'} above: replaces it"] == [str(p) for p in problems]
    assert last.text("nq") == graph.text("nq")
    assert (1, alone.sentences, alone.claims) == (summary.documents, summary.sentences, summary.claims)
    with pytest.raises(InputError, match="same URL"):
        build([tmp_path], date=DAY)


def test_the_same_article_twice_is_counted_once(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(ONE, encoding="utf8")
    summary = Summary()
    build([folder / "a.txt", tmp_path / "copy.txt"], date=DAY, done=summary.add)
    assert (1, 2) == (summary.documents, summary.sentences)


def test_what_is_built_keeps_to_the_shapes(whole: tuple[Graph, list[Problem], Summary]) -> None:
    pytest.importorskip("pyshacl")
    graph, _, summary = whole
    assert len(summary.claims) > 2
    assert [] == [str(finding) for finding in validate(graph)]


@pytest.mark.parametrize("name", ["events", "claims", "unasserted"])
def test_all_the_test_sentences_keep_to_the_shapes(name: str, tmp_path: Path) -> None:
    pytest.importorskip("pyshacl")
    lines = (Path(__file__).parent / "lang" / "de" / f"{name}.tsv").read_text(encoding="utf8").splitlines()
    texts = dict.fromkeys(line.split("\t")[1] for line in lines if not line.startswith("#"))
    (tmp_path / "all.txt").write_text("\n\n".join(list(texts)[1:]), encoding="utf8")
    graph = build([tmp_path], date=DAY)
    assert [] == [str(finding) for finding in validate(graph)]


def test_nothing_in_nothing_out() -> None:
    assert 0 == len(build([]))


def test_done_is_called_after_each_document(folder: Path) -> None:
    seen: list[Extraction] = []
    build([folder], date=DAY, report=lambda _: None, done=seen.append)
    assert 3 == len(seen)
    assert all(DAY == extraction.document.date for extraction in seen)


def test_a_document_without_a_claim_is_in_the_graph(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Es regnet heute nicht.", encoding="utf8")
    assert 1 == len(build([tmp_path]).documents())


def test_a_pipeline_that_knows_no_syntax_finds_nothing(folder: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    graph = build([folder / "a.txt"], pipeline=nlp)
    assert 1 == len(graph.documents())
    assert not list(graph.query("SELECT ?c { ?c a kg:Claim }"))  # type: ignore[arg-type]


def test_a_language_without_tables_is_a_problem(folder: Path) -> None:
    problems: list[Problem] = []
    graph = build([folder / "a.txt"], language="en", report=problems.append)
    assert ([], 1) == (graph.documents(), len(problems))


def test_the_stages_one_by_one_give_the_same(folder: Path) -> None:
    graph = Graph()
    for extraction in kg.resolve(
        kg.extract(kg.parse(kg.read([folder / "c.txt"], date=DAY, report=kg.stop), report=kg.stop))
    ):
        graph.add(extraction)
    assert build([folder / "c.txt"], date=DAY).text("nq") == graph.text("nq")
