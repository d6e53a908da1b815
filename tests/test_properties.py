"""What holds of any text: spans, names, determinism, and no assertion where nobody asserts.

Texts are sentences of tests/lang/de/*.tsv, chosen and joined at random, as one paragraph or several.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg
from kg import ontology
from kg.model import Claim, Document, Entity, Event, Extraction, Factuality, Span, Speaker

HERE = Path(__file__).parent / "lang" / "de"
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.tsv").open(encoding="utf8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return [r for r in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if r["status"] == "ok"]


SENTENCES = sorted({row["text"] for name in ("events", "claims", "unasserted") for row in rows(name)})
FORBIDDEN = {row["text"]: row["event"] for row in rows("unasserted")}
BREAKS = st.sampled_from([" ", "\n", "\n\n", "  ", "\u00a0", "\n \n"])


@st.composite
def texts(draw: st.DrawFn, sentences: list[str]) -> str:
    chosen = draw(st.lists(st.sampled_from(sentences), min_size=1, max_size=6))
    return "".join(sentence + draw(BREAKS) for sentence in chosen)


def said(text: str) -> Extraction:
    """What an article says in which each blank line begins a block."""
    blocks, begin = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append((begin, begin + len(part)))
        begin += len(part) + 2
    article = Document("https://example.org/1", text, tuple(blocks), date=date(2024, 10, 21), language="de")
    (found,) = kg.extractions([article], report=kg.stop)
    return found


def inside(record: object, kind: type) -> Iterator[object]:
    """Every record of a kind in another, itself too."""
    if isinstance(record, kind):
        yield record
    if isinstance(record, tuple):
        for part in record:
            yield from inside(part, kind)
    elif is_dataclass(record) and not isinstance(record, type):
        for field in fields(record):
            yield from inside(getattr(record, field.name), kind)


@SLOW
@given(texts(SENTENCES))
def test_every_span_points_at_the_text(text: str) -> None:
    found = said(text)
    spans = [s for s in inside(found, Span) if isinstance(s, Span)]
    assert [] == [s for s in spans if text[s.begin : s.end] != s.text or not s.text]


@SLOW
@given(texts(SENTENCES))
def test_the_same_text_says_the_same(text: str) -> None:
    assert said(text) == said(text)


@SLOW
@given(texts(SENTENCES))
def test_all_names_are_of_the_ontology(text: str) -> None:
    found = said(text)
    roles = ontology.roles()
    for claim in inside(found, Claim):
        assert isinstance(claim, Claim)
        assert claim.type in ontology.KG
    for event in inside(found, Event):
        assert isinstance(event, Event)
        assert event.type in ontology.KG
        assert {role for role, _ in event.roles} <= set(roles)
    for entity in inside(found, Entity):
        assert isinstance(entity, Entity)
        assert entity.kind in ontology.KG


@SLOW
@given(texts(SENTENCES))
def test_claims_are_one_each_and_lie_in_their_sentences(text: str) -> None:
    found = said(text)
    iris = [claim.iri for claim in found.claims]
    assert len(set(iris)) == len(iris)
    assert all(iris)
    assert {claim.sentence for claim in found.claims} <= set(found.sentences)
    begins = [claim.sentence.begin for claim in found.claims]
    assert sorted(begins) == begins


NEIGHBOURS = (
    (
        "Am Freitag reist die Außenministerin zu einem Besuch nach Ankara.",
        "Der Verband rechnet mit dem Schlimmsten: einem unbefristeten Streik der Fluglotsen mitten in den Ferien.",
    ),
    (
        "Angeblich hat Ankara schon im Juli Ausbilder nach Mogadischu entsandt.",
        "Wie die Nachrichtenagentur Interfax unter Berufung auf einen Admiral meldete, liefen vier Zerstörer aus "
        "Sewastopol aus.",
    ),
    (
        "Der Geschäftsmann soll im August drei Richter bestochen und danach fluchtartig das Land verlassen haben.",
        "Angaben von Aktivisten zufolge nahm die Polizei allein in Almaty 63 Menschen fest.",
    ),
)
"""Pairs of which one is parsed otherwise beside the other than alone: the network sees over the end of a sentence."""
STEADY = sorted(set(FORBIDDEN) - {NEIGHBOURS[0][1], NEIGHBOURS[1][1], NEIGHBOURS[2][0]})


def asserted(chosen: Sequence[str]) -> list[tuple[str, str]]:
    """Sentence and type of what the article itself asserts of them and must not."""
    wrong = []
    for claim in said("\n\n".join(chosen)).claims:
        event = claim.content
        if claim.source is Speaker.NARRATOR and claim.factuality is Factuality.CT_PLUS and isinstance(event, Event):
            forbidden = FORBIDDEN[next(s for s in chosen if claim.sentence.text in s)]
            wrong += [(claim.sentence.text, event.type)] if forbidden in ("*", event.type) else []
    return wrong


@settings(SLOW, derandomize=True)
@given(st.lists(st.sampled_from(STEADY), min_size=1, max_size=6))
def test_the_article_asserts_nothing_that_is_not_asserted_in_any_order(chosen: list[str]) -> None:
    assert [] == asserted(chosen)


@pytest.mark.parametrize("chosen", NEIGHBOURS)
def test_nor_beside_a_neighbour_that_changes_the_parse(chosen: tuple[str, str]) -> None:
    assert [] == asserted(chosen)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "„“", "?!", "„", "-", "1", "…\n\n…", "„Nein“", "WAS", "\u200b", "🙂", "a" * 500]
)
def test_odd_texts_say_nothing(text: str) -> None:
    assert () == said(text).claims


@SLOW
@given(st.text(st.sampled_from("aeinrstMKdß .,:;„“\"'?!-–\n\t0123456789()[]"), max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    spans = inside(said(text), Span)
    assert all(isinstance(s, Span) and text[s.begin : s.end] == s.text for s in spans)
