"""A document a line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.read.made import blocks, run


def test_jsonl(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    lines = [
        '{"text": "Oslo schweigt.", "title": "Oslo", "date": "2024-10-21", "url": "https://nord.example/1", "id": 17}',
        '{"body": "Kiew schweigt.\\n\\nWERBUNG", "headline": "Kiew", "source": {"name": "Nord"}, "lang": "DE"}',
        "",
        "{broken",
        "[1]",
        '{"text": 5}',
        '{"text": "", "title": "leer"}',
        '{"title": "ohne"}',
        '{"text": "Riga schweigt.", "date": "neulich", "url": "riga"}',
        '{"text": "Bonn \\ud83d schweigt.", "id": "https://nord.example/bonn"}',
        "[" * 100_000,
    ]
    path.write_bytes(b"\xef\xbb\xbf" + "\n".join(lines).encode() + b'\n{"text": "\xfc"}\n')
    (oslo, kiew, riga, bonn), problems = run(path)
    assert ("https://nord.example/1", f"{path}#17", "Oslo") == (oslo.iri, oslo.path, oslo.title)
    assert date(2024, 10, 21) == oslo.date
    assert (f"{path}:2", "Kiew", "Nord", "de") == (kiew.path, kiew.title, kiew.publisher, kiew.language)
    assert ["Kiew schweigt."] == blocks(kiew)
    assert (None, "") == (riga.date, riga.url)
    assert ("Bonn \ufffd schweigt.", "https://nord.example/bonn") == (bonn.text, bonn.iri)
    assert [
        f"{path}:4: no JSON: Expecting property name enclosed in double quotes (column 2)",
        f"{path}:5: no JSON object",
        f"{path}:6: the text is no string",
        f"{path}:7: no text",
        f"{path}:8: no text",
        f"{path}:9: unreadable date 'neulich'; write it as 2024-10-21",
        f"{path}:9: no web address: 'riga'",
    ] == problems[:7]
    assert problems[7].startswith(f"{path}:11: no JSON")
    assert [f"{path}:12: not UTF-8: byte 0xfc"] == problems[8:]
