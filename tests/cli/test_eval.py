"""`kg eval` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

RUN = CliRunner()
SENTENCES = (
    "Die türkische Polizei hat am Montag drei Demonstranten festgenommen.",
    "Oslo bestreitet den Einsatz von Truppen.",
    "Es regnet.",
)
DETENTION = {
    "event": "Detention",
    "trigger": "festgenommen",
    "roles": {"agent": ["türkische Polizei"], "patient": ["Demonstranten"], "count": 3, "time": ["2008-03-03"]},
}
DEPLOYMENT = {"event": "Deployment", "trigger": "Einsatz", "roles": {"patient": ["Truppen"]}}
GOLD = (
    {"sentence": 0, "type": "Assertion", "source": "NARRATOR", "factuality": "CT+", "content": DETENTION},
    {"sentence": 1, "type": "Denial", "source": "Norwegen", "factuality": "CT-", "content": DEPLOYMENT},
)
SURPRISE = {"sentence": 2, "type": "Warning", "source": "Kiew", "factuality": "PS+", "content": {"span": [110, 119]}}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with an article in the format of the quotation dataset."""
    records, begin = [], 0
    for sentence in SENTENCES:
        tokens = [*sentence[:-1].split(), "."]
        records.append({"tokens": tokens, "begin": begin, "end": begin + len(tokens)})
        begin += len(tokens)
    article = {
        "documentName": "17 - Regen (2008-03-05)",
        "originalText": " ".join(SENTENCES),
        "sentences": records,
        "annotations": [],
    }
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "17 - Regen (2008-03-05).json").write_text(json.dumps(article), encoding="utf-8")
    return folder


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return written(tmp_path / "gold.jsonl", *({"doc": "17"} | claim for claim in GOLD))


def written(path: Path, *records: object) -> Path:
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return path


def run(*arguments: object) -> tuple[int, str, str]:
    result = RUN.invoke(app, ["eval", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def rows(table: str) -> dict[str, list[str]]:
    """The figures by row."""
    return {line[:24].strip(): line[24:].split() for line in table.splitlines()}


def test_the_table(articles: Path, gold: Path) -> None:
    status, table, error = run("claims", articles, "--gold", gold)
    assert (0, "") == (status, error)
    figures = rows(table)
    assert ["claims of our own gold", *table.splitlines()[1:]] == table.splitlines()
    assert ["precision", "recall", "F1", "found", "gold"] == figures[""]
    assert ["100.0", "100.0", "100.0", "2", "2"] == figures["event + agent + patient"] == figures["class + source"]
    assert ["100.0", "100.0", "100.0", "1", "1"] == figures["agent"] == figures["time"] == figures["asserted events"]
    assert "false assertions: 0 of 1 direct triples (0.0 %)" in table
    assert "confused factualities: none" in table


def test_the_errors(articles: Path, gold: Path, tmp_path: Path) -> None:
    written(gold, {"doc": "17"} | GOLD[0], {"doc": "17"} | SURPRISE)
    path = tmp_path / "errors.txt"
    status, table, error = run("claims", articles, "--gold", gold, "--errors", path)
    text = path.read_text(encoding="utf-8")
    assert (0, f"3 errors in {path}\n") == (status, error)
    assert ["50.0", "50.0", "50.0", "2", "2"] == rows(table)["class + source"]
    assert "== missing claim ==\n\n17:2  Es regnet.\n    gold   Kiew Warning PS+ Es regnet\n\n" in text
    assert "== extra claim ==\n\n17:1  Oslo bestreitet den Einsatz von Truppen.\n    found  Oslo Denial CT-" in text
    assert "== extra event ==" in text
    assert "festgenommen" not in text


def test_sentences_with_their_own_text(tmp_path: Path) -> None:
    claim = {"type": "Denial", "source": "Norwegen", "factuality": "CT-", "content": DEPLOYMENT}
    data = written(tmp_path / "sentences.jsonl", {"id": "s-1", "text": SENTENCES[1], "claims": [claim]})
    status, table, error = run("claims", data)
    assert (0, "") == (status, error)
    assert ["100.0", "100.0", "100.0", "1", "1"] == rows(table)["event"] == rows(table)["factuality"]


def test_the_agreement_of_two_annotations(articles: Path, gold: Path, tmp_path: Path) -> None:
    second = written(tmp_path / "second.jsonl", {"doc": "17"} | GOLD[0], {"doc": "17"} | SURPRISE)
    status, table, error = run("claims", articles, "--gold", gold, "--second", second)
    assert (0, "") == (status, error)
    assert ["100.0", "50.0", "66.7", "1", "2"] == rows(table)["event"]
    assert ["50.0", "50.0", "50.0", "2", "2"] == rows(table)["class + source"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["claim", "ARTICLES"], "kg: unknown benchmark 'claim'; there are: quotes, speech, times, claims"),
        (["claims", "ARTICLES"], "kg: which gold? Name it with --gold (tests/gold/de/develop-articles.jsonl)"),
        (["claims", "ARTICLES", "--gold", "nowhere.jsonl"], "kg: nowhere.jsonl: No such file or directory"),
        (["claims", "nowhere", "--gold", "GOLD"], "kg: nowhere: No such file or directory"),
        (["claims", "nowhere.jsonl"], "kg: nowhere.jsonl: No such file or directory"),
        (["claims", "GOLD"], "gold.jsonl:1: no object with the fields id, text, claims"),
        (["claims", "ARTICLES", "--gold", "GOLD", "--second", "nowhere.jsonl"], "kg: nowhere.jsonl: No such file"),
        (["claims", "ARTICLES", "--gold", "GOLD", "--second", "GOLD", "--errors", "no/where"], "kg: no/where: No such"),
        (["quotes", "nowhere"], "kg: nowhere: No such file or directory"),
        (["quotes", "ARTICLES", "--gold", "GOLD"], "kg: --gold is for claims, not for quotes"),
        (["times", "ARTICLES", "--second", "GOLD"], "kg: --second is for claims, not for times"),
        (["claims", "ARTICLES", "--part", "train"], "kg: --part is for speech, not for claims"),
        (["claims"], "Missing argument"),
        (["claims", "ARTICLES", "--colour"], "No such option"),
    ],
)
def test_errors_are_messages(articles: Path, gold: Path, arguments: list[str], message: str) -> None:
    status, _, error = run(*({"ARTICLES": articles, "GOLD": gold}.get(a, a) for a in arguments))
    assert 2 == status
    assert message in error
    assert "Traceback" not in error
