"""The gold is well-formed: see GUIDELINES.md for the fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kg import ontology
from kg.eval.files import files
from kg.eval.gold import NARRATOR
from kg.model import Factuality

FOLDER = Path(__file__).parent / "de"
ARTICLES = ("develop-articles", "test-articles", "test-articles-second", "unseen-articles")
SENTENCES = ("develop-sentences", "test-sentences")
CLAIM = {"type", "source", "factuality", "content"}
"""Fields that every claim has."""
MAY = {"cue", "via", "addressee"}
OF_ARTICLES = {"doc", "sentence"}
RECORD = {"id", "kind", "text", "claims"}
CONTENTS = ({"event", "trigger", "roles"}, {"claim"})
ROLES = {*ontology.roles(), "time", "count"}
WORD = re.compile(r"\w(\S*\w)?")
DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
ISO = re.compile(f"{DAY}(/{DAY})?")
SPACES = re.compile(r"^\s|\s$|\s\s")


class Line(NamedTuple):
    """A line with all claims in it, the outer ones before those that they have as content."""

    where: str
    record: dict[str, Any]
    claims: list[dict[str, Any]]


def lines(name: str) -> list[Line]:
    found = []
    for i, line in enumerate((FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")[:-1], 1):
        record = json.loads(line)
        found.append(
            Line(f"{name}:{i}", record, [c for claim in record.get("claims", [record]) for c in nested(claim)])
        )
    return found


def nested(claim: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield claim
    if "claim" in claim["content"]:
        yield from nested(claim["content"]["claim"])


def claims(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((line.where, claim) for line in lines(name) for claim in line.claims)


def events(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((where, claim["content"]) for where, claim in claims(name) if "event" in claim["content"])


def documents(name: str) -> list[str]:
    return sorted({line.record["doc"] for line in lines(name)}, key=int)


every = pytest.mark.parametrize("name", ARTICLES + SENTENCES)


def test_the_files() -> None:
    assert sorted(ARTICLES + SENTENCES) == sorted(path.stem for path in FOLDER.glob("*.jsonl"))


@every
def test_no_line_twice(name: str) -> None:
    text = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8")
    found = text.split("\n")
    assert "" == found.pop()
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", ARTICLES)
def test_fields_of_articles(name: str) -> None:
    for where, record, found in lines(name):
        assert record.keys() - MAY == CLAIM | OF_ARTICLES, where
        assert isinstance(record["doc"], str) and record["doc"].isdecimal(), where
        assert isinstance(record["sentence"], int) and record["sentence"] >= 0, where
        assert all(claim.keys() - MAY == CLAIM for claim in found[1:]), where
        assert all(claim["content"].keys() in (*CONTENTS, {"span"}) for claim in found), where


@pytest.mark.parametrize("name", SENTENCES)
def test_fields_of_sentences(name: str) -> None:
    for where, record, found in lines(name):
        assert record.keys() == RECORD, where
        assert all(isinstance(record[field], str) and record[field] for field in ("id", "kind", "text")), where
        assert all(claim.keys() - MAY == CLAIM for claim in found), where
        assert all(claim["content"].keys() in (*CONTENTS, {"text"}) for claim in found), where


@every
def test_types_roles_and_factuality_are_known(name: str) -> None:
    for where, claim in claims(name):
        assert claim["type"] in ontology.claim_classes(), where
        assert claim["factuality"] in list(Factuality), where
    for where, content in events(name):
        assert content["event"] in ontology.event_types(), where
        assert content["roles"].keys() <= ROLES, where


@every
def test_names(name: str) -> None:
    for where, claim in claims(name):
        lists = [claim.get("via", []), claim.get("addressee", [])]
        lists += [v for role, v in claim["content"].get("roles", {}).items() if role != "count"]
        assert all(isinstance(names, list) for names in lists), where
        found = [claim["source"] or NARRATOR, *(n for names in lists for n in names)]
        assert all(isinstance(n, str) and n and not SPACES.search(n) for n in found), where
        assert NARRATOR not in found[1:], where


@every
def test_the_narrator_has_no_cue_nor_intermediary(name: str) -> None:
    for where, claim in claims(name):
        if claim["source"] == NARRATOR:
            assert not claim.get("cue") and not claim.get("via"), where


@every
def test_no_claim_in_a_claim_is_the_narrators(name: str) -> None:
    found = [claim["content"]["claim"] for _, claim in claims(name) if "claim" in claim["content"]]
    assert found
    assert NARRATOR not in [claim["source"] for claim in found]


@every
def test_triggers_and_cues_are_words(name: str) -> None:
    words = [(where, content["trigger"]) for where, content in events(name)]
    words += [(where, claim["cue"]) for where, claim in claims(name) if "cue" in claim]
    assert [] == [(where, word) for where, word in words if not WORD.fullmatch(word)]


@every
def test_times_and_counts(name: str) -> None:
    for where, content in events(name):
        times = content["roles"].get("time", ["2024"])
        assert 1 == len(times) and ISO.fullmatch(times[0]), where
        begin, _, end = times[0].partition("/")
        assert not end or begin < end, where
        count = content["roles"].get("count", 1)
        assert isinstance(count, int) and count > 0, where


@pytest.mark.parametrize("name", ARTICLES)
def test_spans_are_pairs_of_offsets(name: str) -> None:
    for where, claim in claims(name):
        span = claim["content"].get("span", [0, 1])
        assert [int, int] == [type(offset) for offset in span] and 0 <= span[0] < span[1], where


@pytest.mark.parametrize("name", SENTENCES)
def test_words_of_sentences_are_in_the_text(name: str) -> None:
    for where, record, found in lines(name):
        for claim in found:
            words = [claim.get("cue"), claim["content"].get("trigger"), claim["content"].get("text")]
            assert all(word in record["text"] for word in words if word is not None), where
            assert "" not in words, where


def test_develop_and_test_are_disjoint() -> None:
    develop, test, second, unseen = map(documents, ARTICLES)
    assert (271, 20, 88) == (len(develop), len(test), len(unseen))
    assert 379 == len({*develop, *test, *unseen})
    assert test == second
    sentences = [[line.record for line in lines(name)] for name in SENTENCES]
    assert [150, 150] == [len(records) for records in sentences]
    for field in ("id", "text"):
        assert 300 == len({record[field] for records in sentences for record in records}), field


@pytest.fixture(scope="session")
def articles(data: Path) -> dict[str, dict[str, Any]]:
    """The articles of the quotation dataset by their number."""
    path = data / "wikinews_quotes" / "train.tar.gz"
    if not path.exists():
        pytest.skip(f"needs {path}")
    numbers = {number for name in ARTICLES for number in documents(name)}
    found = ((Path(name).name.partition(" ")[0], text) for name, text in files(path, ".json"))
    return {number: json.loads(text) for number, text in found if number in numbers}


@pytest.mark.parametrize("name", ARTICLES)
def test_words_of_articles_are_in_their_sentence(name: str, articles: dict[str, dict[str, Any]]) -> None:
    for where, record, found in lines(name):
        article = articles[record["doc"]]
        sentence = article["sentences"][record["sentence"]]
        text = sentence["text"]
        for claim in found:
            trigger, cue = claim["content"].get("trigger", ""), claim.get("cue", "")
            assert trigger in text and cue in text, where
            begin, end = claim["content"].get("span", (sentence["charBegin"], sentence["charEnd"]))
            assert article["originalText"][begin:end].strip() in text, where
