"""What a run against gold reads, on made articles. Without `second` it extracts: see tests/cli/test_eval.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import InputError, KGError
from kg.eval.claims import run
from kg.eval.gold import NARRATOR
from kg.eval.report import Counts
from kg.eval.units import Sentence, place
from kg.model import Claim, Document, Event, Extraction, Factuality, Span, Speaker, Statement

ARTICLE = [["Es", "regnet", "."], ["Minsk", "hat", "Anna", "festgenommen", "."]]
DETENTION = {"event": "Detention", "trigger": "festgenommen", "roles": {"agent": ["Minsk"], "patient": ["Anna"]}}
CLAIM = {"doc": "17", "sentence": 1, "type": "Assertion", "source": NARRATOR, "factuality": "CT+", "content": DETENTION}

DOCUMENT = Document("https://example.org/17", "x" * 30, ((0, 30),), language="de")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    begins = [sum(len(s) for s in ARTICLE[:i]) for i in range(len(ARTICLE) + 1)]
    sentences = [{"tokens": s, "begin": begins[i], "end": begins[i + 1]} for i, s in enumerate(ARTICLE)]
    record = {"originalText": " ".join(map(" ".join, ARTICLE)), "sentences": sentences, "annotations": []}
    (tmp_path / "articles").mkdir()
    for number in ("17", "18", "170"):
        path = tmp_path / "articles" / f"{number} - Regen (2008-03-08).json"
        path.write_text(json.dumps(record), encoding="utf-8")
    return tmp_path / "articles"


def written(articles: Path, name: str, *records: object) -> Path:
    path = articles.parent / name
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return path


def test_a_second_annotation(articles: Path) -> None:
    gold = written(articles, "gold.jsonl", CLAIM, CLAIM | {"doc": "18"})
    second = written(articles, "second.jsonl", CLAIM | {"factuality": "PR+"})  # 18 has none and is left out
    report = run(articles, gold, second)
    assert Counts(1, 1, 1, 1) == report.counts("event + agent + patient") == report.counts("class + source")
    assert Counts(0, 1, 0, 1) == report.counts("factuality")
    assert {"17:1"} == {error.where for error in report.errors}
    assert "Minsk hat Anna festgenommen ." == report.errors[0].sentence


def test_a_second_annotation_that_is_the_same(articles: Path) -> None:
    gold = written(articles, "gold.jsonl", CLAIM)
    report = run(articles, gold, gold)
    assert [] == report.errors
    assert Counts(1, 1, 1, 1) == report.counts("event + agent + patient") == report.counts("factuality")


def test_a_second_annotation_of_sentences(tmp_path: Path) -> None:
    claim = {key: CLAIM[key] for key in ("type", "source", "factuality", "content")}
    records = [{"id": f"s-{i}", "text": "Minsk hat Anna festgenommen.", "claims": [claim]} for i in range(2)]
    gold = written(tmp_path / "articles", "gold.jsonl", *records)
    second = written(tmp_path / "articles", "second.jsonl", records[0] | {"claims": []}, records[1])
    assert Counts(1, 1, 1, 2) == run(gold, second=second).counts("event")


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ([CLAIM, {"sentence": 1}], ":2: no object with the fields doc, sentence, content"),
        ([CLAIM | {"sentence": 2}], "gold.jsonl: article 17 has no sentence 2"),
        ([CLAIM | {"sentence": -1}], "gold.jsonl: article 17 has no sentence -1"),
        ([CLAIM, CLAIM | {"doc": "19"}], "articles: lacks 1 of the 2 articles of "),
    ],
)
def test_gold_that_does_not_fit(articles: Path, records: list[object], message: str) -> None:
    with pytest.raises(InputError) as caught:
        run(articles, written(articles, "gold.jsonl", *records))
    assert message in str(caught.value)


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"originalText": "", "sentences": [{"tokens": ["a"]}]}'])
def test_articles_that_are_none(articles: Path, content: str) -> None:
    gold = written(articles, "gold.jsonl", CLAIM)
    (articles / "17 - Regen (2008-03-08).json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"articles: 17 - Regen \(2008-03-08\)\.json: no article of the dataset"):
        run(articles, gold)


def test_articles_need_gold(articles: Path) -> None:
    with pytest.raises(KGError, match="which gold"):
        run(articles)


def test_articles_in_the_place_of_sentences(articles: Path) -> None:
    with pytest.raises(InputError, match=r"gold\.jsonl:1: no object with the fields id, text, claims"):
        run(written(articles, "gold.jsonl", CLAIM))


def span(begin: int, end: int) -> Span:
    return Span(begin, end, "x" * (end - begin))


def placed(claim: Claim) -> list[str]:
    """The sentences, each of ten characters, that a claim counts in."""
    units = [Sentence(name, "x" * 10, (begin, begin + 10)) for name, begin in (("one", 0), ("two", 10), ("three", 20))]
    place(Extraction(DOCUMENT, (), (), (claim,)), units)
    return [unit.where for unit in units if unit.found]


@pytest.mark.parametrize(
    ("content", "sentence", "speech", "expected"),
    [
        (Event("Killing", span(12, 14), ()), span(10, 20), "direct", ["two"]),  # in a quotation that has gone on
        (Event("Killing", span(12, 14), ()), span(0, 10), "indirect", ["one"]),  # "Das bestritt er"
        (Statement((span(2, 8), span(12, 18))), span(0, 10), "direct", ["one", "two"]),
        (Statement((span(2, 8),)), span(20, 30), "direct", ["one"]),  # the word of saying is behind it
    ],
)
def test_where_a_claim_counts(content: Event | Statement, sentence: Span, speech: str, expected: list[str]) -> None:
    claim = Claim(
        "Assertion", Speaker.UNNAMED, content, Factuality.CT_PLUS, sentence, "", cue=span(2, 4), speech=speech
    )
    assert expected == placed(claim)


def test_words_that_a_claim_refers_to_count_where_it_refers_to_them() -> None:
    words, sentence = Statement((span(2, 8),)), span(20, 30)
    claim = Claim(
        "Denial", Speaker.UNNAMED, words, Factuality.CT_MINUS, sentence, "", cue=span(22, 24), speech="indirect"
    )
    assert ["three"] == placed(claim)
