"""`kg build` as a user runs it."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.graph import Graph

RUN = CliRunner()
DENIES = "Moskau bestreitet den Einsatz nordkoreanischer Truppen."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(DENIES, encoding="utf8")
    return path


def run(*arguments: object, input: str = "") -> tuple[int, str, str]:
    result = RUN.invoke(app, ["build", *map(str, arguments)], input=input)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nq", "jsonld"])
def test_a_graph_is_written_and_what_was_done_is_told(article: Path, tmp_path: Path, suffix: str) -> None:
    output = tmp_path / f"out.{suffix}"
    status, text, error = run(article, "-o", output)
    graph = Graph()
    graph.load(output)
    assert (0, "") == (status, text)
    assert f"1 documents, 1 sentences, 1 claims, {len(graph)} triples, 0 problems" == error.splitlines()[0]
    assert ["Denial", "1", "(CT-", "1)"] == error.splitlines()[1].split()


def test_standard_input(tmp_path: Path) -> None:
    status, _, error = run("-", "-o", tmp_path / "a.nq", input=DENIES)
    assert (0, True) == (status, error.startswith("1 documents, 1 sentences, 1 claims"))


def test_a_broken_file_is_told_and_the_others_are_built(article: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\xff\x00")
    output = tmp_path / "out.nq"
    status, text, error = run(tmp_path, "-o", output)
    first, second, *_ = error.splitlines()
    assert (1, "") == (status, text)
    assert first.startswith(f"kg: {tmp_path / 'b.txt'}: ")
    assert second.startswith("1 documents, ") and second.endswith(", 1 problems")
    assert output.exists()


def test_strict_stops_and_writes_nothing(article: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\xff\x00")
    output = tmp_path / "out.nq"
    status, _, error = run(tmp_path, "-o", output, "--strict")
    assert (1, 1, False) == (status, len(error.splitlines()), output.exists())


def test_no_document_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    output = tmp_path / "out.nq"
    for there in (False, True):
        if there:
            output.write_text("<a:a> <a:b> <a:c> .\n", encoding="utf8")
        status, _, error = run("nowhere.txt", "-o", output)
        assert (1, there) == (status, output.exists())
        assert f"kg: no document was read: {output} is not written" == error.splitlines()[-1]
    assert "<a:a> <a:b> <a:c> .\n" == output.read_text(encoding="utf8")


def test_an_empty_corpus_is_an_empty_graph_but_replaces_none(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n")
    output = tmp_path / "out.nq"
    assert (0, True) == (run(tmp_path / "a.jsonl", "-o", output)[0], output.exists())
    status, _, error = run(tmp_path / "a.jsonl", "-o", output)
    assert (1, True) == (status, "no document was read" in error)


def test_the_date_of_the_option(article: Path, tmp_path: Path) -> None:
    article.write_text("Am Dienstag wurden in Minsk zwei Journalisten festgenommen.", encoding="utf8")
    output = tmp_path / "out.nq"
    assert 0 == run(article, "-o", output, "--date", "2024-10-21")[0]
    assert "2024-10-15" in output.read_text(encoding="utf8")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["ARTICLE"], 2, "--output"),
        (["-o", "x.nq"], 2, "Missing argument"),
        (["ARTICLE", "-o", "x.xyz"], 2, "x.xyz"),
        (["ARTICLE", "-o", "nowhere/x.nq"], 2, "nowhere/x.nq"),
        (["ARTICLE", "-o", "OUT", "--date", "21.10.2024"], 2, "--date takes a day as 2024-10-21, not '21.10.2024'"),
        (["ARTICLE", "-o", "OUT", "--pipeline", "nowhere"], 2, "cannot load the pipeline 'nowhere'"),
        (["ARTICLE", "-o", "OUT", "--lang", "xx"], 1, "no tables of events and claims for language 'xx'"),
        (["nowhere.txt", "-o", "OUT"], 1, "nowhere.txt"),
    ],
)
def test_errors_are_messages(article: Path, tmp_path: Path, arguments: list[str], status: int, message: str) -> None:
    known = {"ARTICLE": str(article), "OUT": str(tmp_path / "out.nq")}
    found, text, error = run(*(known.get(a, a) for a in arguments))
    assert (status, "") == (found, text)
    assert message in error
    assert "Traceback" not in error


def test_the_command_line_starts_without_spacy_and_torch() -> None:
    code = "import sys, kg.cli; print([m for m in ('spacy', 'torch', 'thinc', 'pyshacl') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ("[]\n", "") == (found.stdout, found.stderr)


def test_help_names_the_commands() -> None:
    result = RUN.invoke(app, ["--help"])
    assert 0 == result.exit_code
    assert all(name in result.stdout for name in ("build", "claims", "parse", "query", "explain", "validate", "load"))


def test_the_version() -> None:
    result = RUN.invoke(app, ["--version"])
    assert (0, f"kg {version('kg-news')}\n") == (result.exit_code, result.stdout)
