"""The scorer of quotation attribution: what counts, what is matched with what, and the terms of the gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.eval import quotes
from kg.eval.quotes import Quotation
from kg.model import Attribution, Span

TEXT = "Oslo sagte, es regne. Kiew schwieg."
WORDS = ["Oslo", "sagte", ",", "es", "regne", ".", "Kiew", "schwieg", "."]


def role(*places: int) -> dict[str, Any]:
    return {"tokenIds": list(places)}


def record(*annotations: dict[str, Any], name: str = "Regen (2005-08-05)") -> dict[str, Any]:
    """An article with two sentences in the form of the data."""
    sentences = [{"begin": 0, "end": 6, "tokens": WORDS[:6]}, {"begin": 6, "end": 9, "tokens": WORDS[6:]}]
    return {"documentName": name, "originalText": TEXT, "sentences": sentences, "annotations": list(annotations)}


SAID = {
    "type": "Indirect",
    "quote": role(3, 4),
    "speaker": role(0),
    "cue": role(1),
    "frame": role(0, 1, 2),
    "addressee": [],
}


def span(text: str, start: int = 0) -> Span:
    begin = TEXT.index(text, start)
    return Span(begin, begin + len(text), text)


def said(**changes: Any) -> Attribution:
    """Our attribution that is the gold's."""
    known: dict[str, Any] = {
        "speech": "indirect",
        "type": "Assertion",
        "content": (span("es regne"),),
        "cue": (span("sagte"),),
        "source": (span("Oslo"),),
        "frame": (span("Oslo sagte,"),),
        "clause": (span("Oslo sagte, es regne"),),
    }
    return Attribution(**{**known, **changes})


def figures(*ours: Attribution, gold: tuple[dict[str, Any], ...] = (SAID,)) -> dict[str, tuple[float, ...]]:
    """Precision and recall by row."""
    article = quotes.article("a", record(*gold))
    report = quotes.score(iter([(article, ours)]))
    return {name: (round(c.precision, 3), round(c.recall, 3)) for name, c in report.rows.items()}


def test_all_right() -> None:
    found = figures(said())
    for row in ("joint", "quote + speaker + cue", "quote", "speaker", "cue", "frame", "type", "Indirect"):
        assert (1.0, 1.0) == found[row], row


def test_shares_of_tokens_count_once_for_each_quotation() -> None:
    found = figures(said(content=(span("regne"),), source=(span("Oslo sagte,"),)))
    assert (1.0, 0.5) == found["quote"]
    assert (0.333, 1.0) == found["speaker"]
    assert (round((1 + 1 / 3 + 1) / 3, 3), round((0.5 + 1 + 1) / 3, 3)) == found["quote + speaker + cue"]


def test_what_has_no_partner_is_wrong_and_its_partner_missed() -> None:
    found = figures(said(content=(span("Kiew"),)))
    assert (0.0, 0.0) == found["quote"] == found["speaker"] == found["joint"]


def test_an_empty_role_counts_for_nobody() -> None:
    found = figures(said(source=()), gold=({**SAID, "speaker": []},))
    assert (0.0, 0.0) == found["speaker"]
    assert (1.0, 1.0) == found["joint"]


def test_type_of_the_partner() -> None:
    found = figures(said(speech="direct"))
    assert (0.0, 0.0) == found["type"]
    assert (1.0, 0.0) == found["Direct"]
    assert (0.0, 1.0) == found["Indirect"]


def test_pairs_are_the_best_sum_not_the_first() -> None:
    def quotation(kind: str, *places: int) -> Quotation:
        return Quotation(kind, {"quote": frozenset(places)})

    # greedy: the first of ours takes the first of the gold, and the second has none
    ours = [quotation("Direct", 1, 2, 3), quotation("Direct", 1, 2)]
    gold = [quotation("Direct", 1, 2, 3), quotation("Direct", 3, 4)]
    pairs = [(ours.index(a) if a else None, gold.index(b) if b else None) for a, b in quotes.matched(ours, gold)]
    assert [(0, 1), (1, 0)] == pairs


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (said(), ["Indirect"]),
        (said(speech="free"), ["IndirectFreeIndirect"]),
        (said(speech="hearsay"), ["FreeIndirect"]),
        (said(speech="reported"), ["Reported"]),
        (said(speech="reported", source=()), []),  # nobody said it
        (said(speech="reported", type="Approval"), []),  # a stance
        (said(speech="reported", clause=(span("sagte, es regne"),)), []),  # a part of a sentence
        (said(type="Refusal"), []),
    ],
)
def test_terms_of_the_gold(made: Attribution, expected: list[str]) -> None:
    article = quotes.article("a", record())
    assert expected == [found.type for found in quotes.quotations([made], article)]


def test_a_reported_quotation_is_its_sentence_without_cue() -> None:
    article = quotes.article("a", record())
    (found,) = quotes.quotations([said(speech="reported")], article)
    assert "Oslo sagte , es regne" == article.words(found["quote"])
    assert not found["cue"] and not found["frame"]


def test_a_word_that_points_back_is_its_own_speaker() -> None:
    article = quotes.article("a", record())
    (found,) = quotes.quotations([said(source=(), frame=(span("sagte"),))], article)
    assert "sagte" == article.words(found["speaker"])


def test_errors_have_their_sentence() -> None:
    article = quotes.article("a", record(SAID))
    ours = (said(cue=(span("es"),)), said(content=(span("Kiew"),)))
    report = quotes.score(iter([(article, ours)]))
    shown = {(error.kind, error.sentence, error.gold, error.found.split(" |")[0]) for error in report.errors}
    assert {
        ("wrong cue", "Oslo sagte, es regne.", "sagte", "es"),
        ("extra Indirect", "Kiew schwieg.", "", "quote: Kiew"),
    } == shown


@pytest.mark.parametrize(("name", "expected"), [("A (2005-08-05)", "2005-08-05"), ("A (0001-01-01)", ""), ("A", "")])
def test_date_in_the_name(name: str, expected: str) -> None:
    day = quotes.document(quotes.article("a", record(name=name))).date
    assert expected == (day.isoformat() if day else "")


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(record(SAID)), encoding="utf-8")
    report = quotes.run(tmp_path)
    assert 1 == report.rows["quote"].gold


def test_no_files(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        quotes.run(tmp_path)
