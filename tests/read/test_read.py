"""Files, folders and standard input to documents."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from kg.errors import InputError, Problem
from kg.read import read
from tests.read.made import blocks, run

EXAMPLE = Path(__file__).parents[3] / "shared" / "examples" / "nordkorea.txt"

FRONT = """---
title: "Kiew: Armee meldet Angriff"
date: 21.10.2024
publisher: Nord-Kurier
url: https://nord.example/kiew#top
language: de-DE
---

# Kiew meldet Angriff

Moskau schweigt.
"""

PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Kiew meldet Angriff - Nord-Kurier</title>
<meta property="og:site_name" content="Nord-Kurier"><meta property="og:url" content="https://nord.example/kiew">
<meta property="og:title" content="Kiew meldet Angriff">
<meta property="article:published_time" content="2024-10-21T00:30:00+02:00"></head><body>
<nav><a href="/">Start</a></nav>
<article><h1>Kiew meldet Angriff</h1><p>Die ukrainische Armee hat in der Nacht eine russische Kolonne bei Charkiw
angegriffen, wie der Generalstab am Montag mitteilte.</p><p>WERBUNG</p><h2>Moskau schweigt</h2>
<p>Das russische Verteidigungsministerium <a href="/x">äußerte</a> sich zunächst nicht zu dem Bericht.</p>
<ul><li>Die Polizei nahm zwei Männer fest.</li></ul></article><footer>Impressum</footer></body></html>"""


def test_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Oslo weist Vorwürfe zurück\r\n\r\nMan habe nichts getan.\r\n".encode())
    (document,), problems = run(path)
    assert [] == problems
    assert document.text.encode() == path.read_bytes()
    assert ["Oslo weist Vorwürfe zurück", "Man habe nichts getan."] == blocks(document)
    assert "Oslo weist Vorwürfe zurück" == document.title
    assert f"https://w3id.org/kg-news/doc/{sha256(path.read_bytes()).hexdigest()[:16]}" == document.iri
    assert (str(path), "", None, "", "") == (
        document.path,
        document.url,
        document.date,
        document.publisher,
        document.language,
    )


@pytest.mark.parametrize("name", ["a.md", "a.txt", "A.MD"])
def test_front_matter(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(FRONT, encoding="utf8")
    (document,), problems = run(path)
    assert [] == problems
    assert FRONT == document.text
    assert ["Kiew meldet Angriff", "Moskau schweigt."] == blocks(document)
    assert "Kiew: Armee meldet Angriff" == document.title
    assert date(2024, 10, 21) == document.date
    assert ("Nord-Kurier", "de") == (document.publisher, document.language)
    assert ("https://nord.example/kiew", "https://nord.example/kiew#top") == (document.iri, document.url)


@pytest.mark.parametrize(
    ("text", "problem", "found"),
    [
        ("---\ntitle: Kiew: Angriff\n---\nOslo schweigt.", ":2: front matter: mapping values", ["Oslo schweigt."]),
        ("---\nurl: Seite 3\n---\nOslo schweigt.", ":2: no web address: 'Seite 3'", ["Oslo schweigt."]),
        ("---\na: b\ndate: gestern\n---\nOslo schweigt.", ":3: unreadable date 'gestern'", ["Oslo schweigt."]),
        ("---\na: " + "[" * 600 + "\n---\nOslo schweigt.", ":1: front matter: no YAML", ["Oslo schweigt."]),
        ("---\ndate: 2024-10-21T00:30:00+02:00\n---\nOslo schweigt.", "", ["Oslo schweigt."]),
        ("---\nlanguage: deutsch\n---\nOslo schweigt.", ":2: unknown language 'deutsch'", ["Oslo schweigt."]),
        ("---\n- date: 2024-10-21\n- lang: de\n---\nOslo schweigt.", ":2: front matter: a list", ["Oslo schweigt."]),
        ("---\ntitle: Oslo\nmood: x\n\nOslo schweigt.", ":1: front matter: no line --- ends", ["Oslo schweigt."]),
        ("---\ndate: 2024-10-21\r\nOslo schweigt.", ":1: front matter: no line ---", ["Oslo schweigt."]),
        ("---\nKiew: nichts.\nOslo auch nicht.", "", ["Kiew: nichts.", "Oslo auch nicht."]),
        ("---\n- Kiew schweigt.\n---\nOslo schweigt.", "", ["Kiew schweigt.", "Oslo schweigt."]),
        ("---\ndate: 2024-10-21\n---\n", ": no text", None),
        ("---\nKiew schweigt.\n---\nOslo schweigt.", "", ["Kiew schweigt.", "Oslo schweigt."]),
        ("---\nKiew [1: schweigt.\n---\nOslo schweigt.", "", ["Kiew [1: schweigt.", "Oslo schweigt."]),
        ("---\nKiew schweigt.", "", ["Kiew schweigt."]),
        ("---\nKiew: nichts.\n" + "[\n" * 9999 + "---\nOslo schweigt.", "", ["Kiew: nichts.", "Oslo schweigt."]),
    ],
)
def test_front_matter_that_is_wrong_or_none(tmp_path: Path, text: str, problem: str, found: list[str] | None) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf8")
    documents, problems = run(path)
    assert ([found] if found else []) == [blocks(document) for document in documents]
    assert (1 if problem else 0) == len(problems)
    assert "".join(problems).startswith(f"{path}{problem}" if problem else "")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Moskau schweigt.\n\n# Kiew  meldet Angriff ##\n", "Kiew meldet Angriff"),
        ("Nord Kurier\n\nKiew meldet einen Angriff\n\nMoskau schweigt.", "Kiew meldet einen Angriff"),
        ("Moskau schweigt.\n\nKiew auch", ""),
        ("Wort " * 50, ""),
    ],
)
def test_title(tmp_path: Path, text: str, title: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf8")
    assert [title] == [document.title for document in run(path)[0]]


def test_date_of_the_caller_fills_gaps_language_of_the_caller_wins(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FRONT, encoding="utf8")
    (tmp_path / "b.md").write_text("Moskau schweigt.", encoding="utf8")
    documents, _ = run(tmp_path, day=date(2020, 1, 2), language="en")
    assert [date(2024, 10, 21), date(2020, 1, 2)] == [document.date for document in documents]
    assert ["en", "en"] == [document.language for document in documents]


def test_html(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf8")
    (document,), problems = run(path)
    assert [] == problems
    assert [
        "Kiew meldet Angriff",
        "Die ukrainische Armee hat in der Nacht eine russische Kolonne bei Charkiw angegriffen, "
        "wie der Generalstab am Montag mitteilte.",
        "Moskau schweigt",
        "Das russische Verteidigungsministerium äußerte sich zunächst nicht zu dem Bericht.",
        "Die Polizei nahm zwei Männer fest.",
    ] == blocks(document)
    assert ("Kiew meldet Angriff", "Nord-Kurier") == (document.title, document.publisher)
    assert ("https://nord.example/kiew", date(2024, 10, 21)) == (document.iri, document.date)


def test_html_in_a_declared_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    page = PAGE.replace("utf-8", "ISO-8859-15").replace("zwei Männer", "zwei Männer für 5 €")
    path.write_bytes(page.encode("iso-8859-15"))
    assert "5 €" in run(path)[0][0].text


def test_html_without_trafilatura_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf8")
    assert ([], [f"{path}: reading HTML needs trafilatura: pip install 'kg-news[html]'"]) == run(path)


def test_html_that_breaks_trafilatura_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **options: object) -> None:
        raise AttributeError("tail")

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    (tmp_path / "a.html").write_text(PAGE, encoding="utf8")
    assert ([], [f"{tmp_path / 'a.html'}: trafilatura cannot read it: AttributeError('tail')"]) == run(tmp_path)


def test_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.TXT", "Z/d.txt", "x.pdf", "sub/y.pdf", "README", ".git/e.txt", ".f.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Oslo schweigt.", encoding="utf8")
    documents, problems = run(tmp_path)
    assert ["a.md", "b.txt", "Z/d.txt", "sub/c.TXT"] == [str(Path(d.path).relative_to(tmp_path)) for d in documents]
    assert [
        f"{tmp_path}: 1 file without a suffix skipped; there are: .htm, .html, .jsonl, .md, .txt",
        f"{tmp_path}: 2 files with the suffix .pdf skipped; there are: .htm, .html, .jsonl, .md, .txt",
    ] == problems


def test_folder_with_links_and_pipes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty").mkdir()
    documents, problems = run(tmp_path, tmp_path / "empty")
    assert [] == documents
    assert f"{tmp_path / 'a.txt'}: No such file or directory" == problems[0]
    assert f"{tmp_path / 'empty'}: no files" == problems[-1]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("none.txt", None, ": No such file or directory"),
        ("a.docx", b"PK", ": unknown suffix .docx; there are: .htm, .html, .jsonl, .md, .txt"),
        ("a.txt", b"", ": no text"),
        ("a.txt", b" \n\n", ": no text"),
        ("a.txt", b"WERBUNG\n-\n", ": nothing but boilerplate"),
        ("a.txt", b"\x7fELF\0\0", ": binary file"),
        ("a.txt", "Köln\nfür".encode() + b"\xc3", ":2: not UTF-8: byte 0xc3 (unexpected end of data)"),
        ("a.html", b"", ": no text"),
        ("a.html", b"\0", ": binary file"),
        ("a.html", b"<html><body></body></html>", ": no text"),
        ("n" * 300 + ".txt", None, ": File name too long"),
    ],
)
def test_problems(tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    good = tmp_path / "good.md"
    good.write_text("Oslo schweigt.", encoding="utf8")
    documents, problems = run(path, good)
    assert ([str(good)], [f"{path}{message}"]) == ([d.path for d in documents], problems)


def test_name_that_is_not_unicode(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xfc.txt"
    with open(path, "wb") as file:
        file.write(b"Oslo schweigt.")
    (document,), problems = run(tmp_path)
    assert (f"{tmp_path}/\ufffd.txt", []) == (document.path, problems)


@pytest.mark.parametrize(
    ("data", "count"),
    [
        ("Oslo schweigt.".encode("cp1252"), 1),
        (FRONT.encode("utf-8-sig"), 1),
        (PAGE.encode(), 1),
        (b'{"text": "Oslo schweigt."}\n{"text": "Kiew schweigt."}\n', 2),
        (b"", 0),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, count: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    documents, problems = run("-")
    assert (count, 0 if count else 1) == (len(documents), len(problems))
    assert all(document.path.startswith("-") for document in documents)


def test_pipe_without_suffix(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with subprocess.Popen(["sh", "-c", f'printf "Oslo schweigt." > "{path}"']):
        assert ["Oslo schweigt."] == [document.text for document in run(path)[0]]


def test_caller_may_stop_at_the_first_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0")

    def strict(problem: Problem) -> None:
        raise InputError(problem)

    for path in (tmp_path / "a.txt", tmp_path / "none.txt", tmp_path / "a.docx"):
        with pytest.raises(InputError, match=path.name):
            list(read([path], report=strict))


def test_same_input_same_documents(tmp_path: Path) -> None:
    for name, text in (("a.md", FRONT), ("b.html", PAGE), ("c.jsonl", json.dumps({"text": "Oslo schweigt."}))):
        (tmp_path / name).write_text(text, encoding="utf8")
    first, second = run(tmp_path), run(tmp_path)
    assert first == second
    assert 3 == len(first[0])


def test_iri_does_not_depend_on_the_path(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Oslo schweigt.", encoding="utf8")
    (a, b), _ = run(tmp_path)
    assert a == replace(b, path=a.path)


def test_example() -> None:
    if not EXAMPLE.exists():
        pytest.skip(f"needs {EXAMPLE}, which is nobody's to commit")
    (document,), problems = run(EXAMPLE)
    found = blocks(document)
    assert [] == problems
    assert EXAMPLE.read_bytes() == document.text.encode()
    assert document.title == found[0]
    assert document.title.startswith("Nordkoreanische Truppen kämpfen an der Seite Russlands")
    assert not {"DayFR Deutsch", "-", "WERBUNG", "Related News :"} & set(found)
    lines = {line.strip() for line in document.text.splitlines()}
    assert {"DayFR Deutsch", "-", "WERBUNG", "Related News :", ""} == lines - set(found)
