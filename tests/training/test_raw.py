from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
import spacy

from training import raw
from training.names import only

NLP_DE, NLP_EN = spacy.blank("de"), spacy.blank("en")


@pytest.mark.parametrize(
    ("words", "text", "spaces"),
    [
        (("Ja", ",", "gut", "."), "Ja, gut.", [False, True, False, False]),
        (("„", "Nein", "“"), "„Nein“", [False, False, False]),
        (("a", "b"), "a  b", [True]),
        (("a", "b"), "x b", []),
        ((), "", []),
    ],
)
def test_spaces(words: tuple[str, ...], text: str, spaces: list[bool]) -> None:
    assert spaces == list(raw._spaces(words, text))


def test_german_each_text_once_in_a_fixed_order(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    lines = [f"Minister {name} dementiert." for name in "ABCDEFGH"]
    junk = ["", "Ja", 'Er sagte: "Nein.', "Wort " * 61, "Er\tkam."]
    path.write_text("\n".join([*lines, *junk, f"  {lines[0]} "]), encoding="utf8")
    found = [doc.text for doc in raw.german(NLP_DE, path)]
    assert lines == sorted(found)
    assert lines != found
    assert found == [doc.text for doc in raw.german(NLP_DE, path)]


@pytest.mark.parametrize(
    "text",
    [
        'He voted on DeVos"?highly contentious nomination.',
        "It?s over.",
        "See www.example.org for more.",
        "See https://example.org for more.",
        "The caf� closed.",
        '"?What now?',
    ],
)
def test_junk(text: str) -> None:
    assert raw.JUNK.search(text)


@pytest.mark.parametrize(
    "text", ["Why now?", '"Why?" he asked.', "Is it 5? No.", 'He said "yes".', "http is a protocol"]
)
def test_no_junk(text: str) -> None:
    assert not raw.JUNK.search(text)


def archive(path: Path, articles: list[str]) -> Path:
    rows = io.StringIO()
    writer = csv.DictWriter(rows, ["title", "text"])
    writer.writeheader()
    writer.writerows({"title": "News", "text": text} for text in articles)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("NewsArticles.csv", rows.getvalue())
    return path


def test_english_sentences_of_articles(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "news.zip",
        ["The envoy left. The talks, however, go on.", "The envoy left. It?s over. Rain fell.", "", 'He said "no. OK.'],
    )
    found = [doc.text for doc in raw.english(NLP_EN, path, 1000)]
    assert ["OK.", "Rain fell.", "The envoy left.", "The talks, however, go on."] == sorted(t.strip() for t in found)


def test_english_up_to_a_number_of_words(tmp_path: Path) -> None:
    path = archive(tmp_path / "news.zip", [f"Talks number {i} failed." for i in range(40)])
    found = raw.english(NLP_EN, path, 20)
    assert 20 < sum(map(len, found)) <= 25
    assert [d.text for d in found] == [d.text for d in raw.english(NLP_EN, path, 20)]
    assert [d.text for d in found] != [d.text for d in raw.english(NLP_EN, path, 20, seed=1)]


def test_germeval_detokenised(tmp_path: Path) -> None:
    path = tmp_path / "made.txt"
    path.write_text(
        "Kiew S-LOC\n, O\nsagt O\nMeyer S-PER\n( O\nSPD S-ORG\n) O\n, O\nschweigt O\n. O\n\nAllein O\n", encoding="utf8"
    )
    ((doc, tagged),) = raw.germeval(NLP_DE, path)
    assert "Kiew, sagt Meyer (SPD), schweigt." == doc.text
    assert tagged.words == tuple(token.text for token in doc)
    assert only("S-LOC") == tagged.allowed[0]
