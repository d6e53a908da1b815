"""Claims as plain records, for readers, tests and benchmarks that have no use for RDF: `kg claims --format jsonl`.

Field names are fixed; offsets are characters into the original text, half-open; what is unknown is absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.model import Claim, Event, Extraction, Participant, Span, Speaker, Statement

Record = dict[str, Any]


def records(extraction: Extraction) -> Iterator[Record]:
    """One record a claim of a resolved article, in text order."""
    for claim in extraction.claims:
        sentence = {"sentence": span(claim.sentence)}
        yield {"doc": extraction.document.iri, **sentence, **record(claim)}


def record(claim: Claim) -> Record:
    """A claim without its document and sentence, as a claim inside another claim has it."""
    found: Record = {
        "claim": claim.iri,
        "type": claim.type,
        "factuality": str(claim.factuality),
        "source": source(claim.source),
        "via": [participant(p) for p in claim.via],
        "addressee": [participant(p) for p in claim.addressee],
        "cue": span(claim.cue) if claim.cue else None,
        "frame": span(claim.frame) if claim.frame else None,
        "speech": claim.speech,
        "content": content(claim),
        "rule": claim.rule,
    }
    return {name: value for name, value in found.items() if value}


def source(found: Participant | Speaker) -> Record:
    """The speaker."""
    return participant(found) if isinstance(found, Participant) else {found.value: True}


def participant(found: Participant) -> Record:
    """An entity and the words that name it here."""
    entity = found.entity
    known: Record = {"entity": entity.iri, "label": entity.label} if entity else {}
    quantity = found.mention.quantity
    size = {"size": quantity.size, "sizeQualifier": quantity.qualifier} if quantity else {}
    return {**known, "mention": span(found.mention.span), **size}


def content(claim: Claim) -> Record:
    """An event, words, or another claim; an event inside a quotation comes with the words."""
    if isinstance(claim.content, Claim):
        return {"claim": record(claim.content)}
    if isinstance(claim.content, Statement):
        return {"text": statement(claim.content)}
    words = {"text": statement(claim.quotation)} if claim.quotation else {}
    return {"event": event(claim.content, claim), **words}


def statement(found: Statement) -> Record:
    """Words and where they stand."""
    return {"text": found.text, "spans": [[s.begin, s.end] for s in found.spans]}


def event(found: Event, claim: Claim) -> Record:
    """An event with its roles; the polarity is that of the claim."""
    time = {"begin": found.time.begin, "end": found.time.end} if found.time else {}
    return {
        "id": found.iri,
        "type": found.type,
        "trigger": span(found.trigger),
        "roles": {role: [participant(p) for p in people] for role, people in found.roles},
        **time,
        "polarity": "negative" if claim.factuality.endswith("-") else "positive",
    }


def span(found: Span) -> Record:
    """Text with its offsets."""
    return {"text": found.text, "begin": found.begin, "end": found.end}
