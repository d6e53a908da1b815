"""The claims record: the fields of the design, and nothing that is unknown."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from kg.model import Claim, Factuality
from kg.records import record, records
from tests.graph import made

ALWAYS = {"claim", "type", "factuality", "source", "content", "rule"}


def paths(found: Any, prefix: str = "") -> set[str]:
    """Every field, with the fields that it is in."""
    if isinstance(found, list):
        return {path for item in found for path in paths(item, prefix)}
    if not isinstance(found, dict):
        return {prefix}
    return {path for name, value in found.items() for path in paths(value, f"{prefix}.{name}" if prefix else name)}


PERSON = {"entity", "label", "mention.text", "mention.begin", "mention.end", "size", "sizeQualifier"}
SPANS = {f"{name}.{part}" for name in ("sentence", "cue", "frame") for part in ("text", "begin", "end")}
EVENT = {"id", "type", "trigger.text", "trigger.begin", "trigger.end", "begin", "end", "polarity"}
KNOWN = (
    {"doc", "claim", "type", "factuality", "speech", "rule", "source.narrator", "source.unnamed"}
    | SPANS
    | {f"{place}.{name}" for place in ("source", "via", "addressee") for name in PERSON}
    | {f"content.event.{name}" for name in EVENT}
    | {"content.text.text", "content.text.spans"}
)
"""All fields of the design, without the roles and the claims in claims."""


def test_no_field_has_another_name() -> None:
    nested = replace(made.QUOTED, content=made.DENIAL)
    quoted = replace(made.DENIAL, quotation=made.QUOTATION)
    found = {p for r in records(made.extraction(*made.CLAIMS, nested, quoted)) for p in paths(r)}
    plain = {p.replace("content.claim.", "") for p in found}
    roles = {p for p in plain if p.startswith("content.event.roles.")}
    assert set() == plain - roles - KNOWN
    assert set() == {p.split(".", 4)[4] for p in roles} - PERSON
    assert set() == KNOWN - plain - {
        f"{place}.{n}" for place in ("source", "via", "addressee") for n in ("size", "sizeQualifier")
    }


@pytest.mark.parametrize("claim", made.CLAIMS)
def test_what_is_unknown_is_absent(claim: Claim) -> None:
    found = record(claim)
    assert set(found) >= ALWAYS
    optional = {
        "via": claim.via,
        "addressee": claim.addressee,
        "cue": claim.cue,
        "frame": claim.frame,
        "speech": claim.speech,
    }
    assert {name for name, value in optional.items() if value} == set(found) - ALWAYS
    assert all(value not in (None, "", [], {}) for value in found.values())


def test_a_claim_with_all() -> None:
    (found,) = records(made.extraction(made.DENIAL))
    text = made.TEXT
    assert ("https://example.org/1", "Denial", "CT-") == (found["doc"], found["type"], found["factuality"])
    assert {"entity": made.RUSSIA.iri, "label": "Russland"}.items() <= found["source"].items()
    assert ["Interfax", "Tass"] == [p["label"] for p in found["via"]]
    assert "bestreitet" == found["cue"]["text"] == text[found["cue"]["begin"] : found["cue"]["end"]]
    event = found["content"]["event"]
    assert ("Deployment", "negative") == (event["type"], event["polarity"])
    assert ["agent", "destination", "patient"] == list(event["roles"])
    (soldiers,) = event["roles"]["patient"]
    assert (1500, "about", "1500 Soldaten") == (
        soldiers["size"],
        soldiers["sizeQualifier"],
        soldiers["mention"]["text"],
    )


@pytest.mark.parametrize(
    ("claim", "expected"),
    [(made.NARRATED, {"narrator": True}), (made.EXPECTED, {"unnamed": True})],
)
def test_sources_that_are_no_entity(claim: Claim, expected: dict[str, bool]) -> None:
    assert expected == record(claim)["source"]


def test_a_quotation_in_pieces() -> None:
    content = record(made.QUOTED)["content"]
    assert ["text"] == list(content)
    assert [[s.begin, s.end] for s in made.QUOTATION.spans] == content["text"]["spans"]
    assert " ".join(made.TEXT[b:e] for b, e in content["text"]["spans"]) == content["text"]["text"]


def test_an_event_in_a_quotation_comes_with_the_words() -> None:
    content = record(replace(made.DENIAL, quotation=made.QUOTATION))["content"]
    assert {"event", "text"} == set(content)


def test_a_claim_in_a_claim_is_a_whole_record_without_the_sentence() -> None:
    found = record(replace(made.QUOTED, content=made.DENIAL))
    assert record(made.DENIAL) == found["content"]["claim"]
    assert {"doc", "sentence"}.isdisjoint(found["content"]["claim"])


@pytest.mark.parametrize(
    ("factuality", "expected"),
    [("CT+", "positive"), ("PS+", "positive"), ("U", "positive"), ("CT-", "negative"), ("PR-", "negative")],
)
def test_the_polarity_is_that_of_the_claim(factuality: str, expected: str) -> None:
    found = record(replace(made.DENIAL, factuality=Factuality(factuality)))
    assert expected == found["content"]["event"]["polarity"]


def test_times() -> None:
    event = record(made.NARRATED)["content"]["event"]
    assert ("2024-06", "2024-06") == (event["begin"], event["end"])
    assert {"begin", "end"}.isdisjoint(record(made.DENIAL)["content"]["event"])


def test_records_are_json() -> None:
    found = list(records(made.extraction()))
    assert found == json.loads(json.dumps(found))
    assert len(made.CLAIMS) == len(found)
