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


def test_parse_reads_the_encodings_that_build_reads(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    printed = []
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        path.write_bytes("Für Österreich.".encode(encoding))
        result = RUN.invoke(app, ["parse", str(path)])
        assert (0, "") == (result.exit_code, result.stderr)
        printed.append(result.stdout)
    assert "Österreich" in printed[0]
    assert 1 == len(set(printed))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\0", "binary file"),
        (b"F\xc3\xbcr\xc3", ":1: not UTF-8: byte 0xc3"),
        (b"Kiew. " * 200_000, "the text is too long (1200000 characters, at most 1000000)"),
    ],
)
def test_parse_a_text_that_cannot_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    result = RUN.invoke(app, ["parse", str(path)])
    assert (1, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(f"kg: {path}:") and message in result.stderr
