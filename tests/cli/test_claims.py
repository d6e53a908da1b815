"""`kg claims` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

RUN = CliRunner()
TEXT = (
    "Es regnet.\n\nMoskau bestreitet den Einsatz nordkoreanischer Truppen.\n\n"
    "„Die Brücke bleibt gesperrt“, sagte Jan Meier."
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf8")
    return path


def run(*arguments: object, input: str = "") -> tuple[int, str, str]:
    result = RUN.invoke(app, ["claims", *map(str, arguments)], input=input)
    return result.exit_code, result.stdout, result.stderr


def test_sentences_with_their_claims(article: Path) -> None:
    expected = """\
Moskau bestreitet den Einsatz nordkoreanischer Truppen.
  Russland  Denial  CT-  Deployment patient=Truppen (Nordkorea)

„Die Brücke bleibt gesperrt“, sagte Jan Meier.
  Jan Meier  Assertion  CT+  “Die Brücke bleibt gesperrt”
"""
    assert (0, expected, "") == run(article)


def test_standard_input(article: Path) -> None:
    assert run(article) == run("-", input=TEXT)


def test_one_record_a_line(article: Path) -> None:
    status, text, error = run(article, "--format", "jsonl")
    first, second = map(json.loads, text.splitlines())
    assert (0, "") == (status, error)
    assert {"doc", "sentence", "claim", "type", "factuality", "source", "cue", "speech", "content", "rule"} == set(
        first
    )
    assert {"entity", "label", "mention"} == set(first["source"])
    assert {"id", "type", "trigger", "roles", "polarity"} == set(first["content"]["event"])
    assert {"text": {"text": "Die Brücke bleibt gesperrt", "spans": [[70, 96]]}} == second["content"]
    for span in (first["sentence"], first["cue"], first["source"]["mention"], first["content"]["event"]["trigger"]):
        assert {"text", "begin", "end"} == set(span)
        assert TEXT[span["begin"] : span["end"]] == span["text"]
    assert "direct" == second["speech"]


def test_letters_of_other_scripts_are_not_escaped(article: Path) -> None:
    assert "„Die Brücke bleibt gesperrt“" in run(article, "--format", "jsonl")[1]


def test_nothing_said_is_nothing_printed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Es regnet.", encoding="utf8")
    assert (0, "", "") == run(path) == run(path, "--format", "jsonl")


def test_a_broken_file_is_told_and_the_others_are_read(article: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\xff\x00")
    status, text, error = run(tmp_path)
    assert (1, run(article)[1]) == (status, text)
    assert error.startswith(f"kg: {tmp_path / 'b.txt'}: ")
    assert 1 == len(error.splitlines())


def test_strict_stops(article: Path, tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_bytes(b"\x00\x01\xff\x00")
    status, text, error = run(tmp_path, "--strict")
    assert (1, "", 1) == (status, text, len(error.splitlines()))


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([], 2, "Missing argument"),
        (["ARTICLE", "--format", "xml"], 2, "unknown format 'xml'; there are: table, jsonl"),
        (["ARTICLE", "--date", "gestern"], 2, "--date takes a day as 2024-10-21, not 'gestern'"),
        (["ARTICLE", "--pipeline", "nowhere"], 2, "cannot load the pipeline 'nowhere'"),
        (["ARTICLE", "--lang", "en"], 1, "no tables of events and claims for language 'en'; there are: de"),
        (["nowhere.txt"], 1, "nowhere.txt"),
        (["ARTICLE", "--colour"], 2, "No such option"),
    ],
)
def test_errors_are_messages(article: Path, arguments: list[str], status: int, message: str) -> None:
    found, text, error = run(*(article if a == "ARTICLE" else a for a in arguments))
    assert (status, "") == (found, text)
    assert message in error
    assert "Traceback" not in error
