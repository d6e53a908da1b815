"""`kg parse` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import conllu
import pytest
from typer.testing import CliRunner

from kg.cli import app

RUN = CliRunner()


def test_parse_prints_conllu(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kiew teilte das am Montag mit.\n\nMoskau schweigt.\n", encoding="utf8")
    result = RUN.invoke(app, ["parse", str(path)])
    assert 0 == result.exit_code
    first, second = conllu.parse(result.stdout)
    assert ["Kiew", "teilte", "das", "am", "Montag", "mit", "."] == [t["form"] for t in first]
    assert "mitteilen" == first[1]["lemma"]
    assert (0, "root") == (second[1]["head"], second[1]["deprel"])


def test_parse_standard_input_english() -> None:
    result = RUN.invoke(app, ["parse", "-", "--lang", "en"], input="Paris denied it.")
    assert "Paris\tParis\tPROPN" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["parse", "nowhere.txt"], 1, "nowhere.txt"),
        (["parse", "-", "--lang", "xx"], 2, "no pipeline for language 'xx'; there are: de, en"),
        (["parse"], 2, "Missing argument"),
    ],
)
def test_parse_errors_are_messages(arguments: list[str], status: int, message: str) -> None:
    result = RUN.invoke(app, arguments, input="x")
    assert status == result.exit_code
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_parse_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "latin1.txt"
    path.write_bytes("Für Österreich".encode("latin1"))
    result = RUN.invoke(app, ["parse", str(path)])
    assert (1, True) == (result.exit_code, "not UTF-8" in result.stderr)
