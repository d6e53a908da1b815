"""The sentences of our gold with the stances of the gold in them, and with ours."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kg.errors import InputError, Problem
from kg.eval import gold as terms
from kg.eval.files import files
from kg.eval.gold import Place, Stance
from kg.eval.quotes import article, document
from kg.graph.direct import facts
from kg.model import Claim, Document, Extraction, Span, Statement

PUBLISHED = date(2024, 10, 21)
"""The date of the sentences of our own."""
DIRECT = "direct"


@dataclass(slots=True)
class Sentence:
    """A sentence with the stances of the gold, ours, and the direct triples that we make of it."""

    where: str
    text: str
    place: Place
    gold: list[Stance] = field(default_factory=list)
    found: list[Stance] = field(default_factory=list)
    facts: list[Stance] = field(default_factory=list)
    """The event of each direct triple, as its claim."""


def compared(data: Path, known: list[list[Sentence]], second: Path) -> list[Sentence]:
    """The sentences with a second annotation in the place of our claims; articles that it lacks are left out."""
    _, others = own_sentences(second) if data.suffix == ".jsonl" else articles(data, second)
    second_stances = {unit.where: unit.gold for units in others for unit in units}
    found = [unit for units in known for unit in units if unit.where in second_stances]
    for unit in found:
        unit.found = second_stances[unit.where]
    return found


def own_sentences(path: Path) -> tuple[list[Document], list[list[Sentence]]]:
    """The sentences of our own with their gold, each a document. Raises InputError if it is no such file."""
    documents, found = [], []
    for record in terms.read(path, "id", "text", "claims"):
        text = record["text"]
        whole = (0, len(text))
        documents.append(Document(f"https://example.org/{record['id']}", text, (whole,), date=PUBLISHED, language="de"))
        stances = [s for claim in record["claims"] for s in terms.annotated(claim, text, whole)]
        found.append([Sentence(record["id"], text, whole, stances)])
    return documents, found


def articles(data: Path, annotations: Path) -> tuple[list[Document], list[list[Sentence]]]:
    """The articles that the gold annotates, with their sentences. Raises InputError if one does not fit the other."""
    claims = defaultdict(list)
    for record in terms.read(annotations, "doc", "sentence", "content"):
        claims[record["doc"]].append(record)
    documents, found = [], []
    for name, content in files(data, ".json"):
        number = Path(name).name.partition(" ")[0]
        if number not in claims:
            continue
        try:
            read = article(name, json.loads(content))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(Problem(f"{data}: {name}", 0, f"no article of the dataset: {error!r}")) from error
        documents.append(replace(document(read), iri=f"https://de.wikinews.org/?curid={number}"))
        units = []
        for i, (begin, end) in enumerate(read.sentences):
            place = read.tokens[begin][0], read.tokens[end - 1][1]
            units.append(Sentence(f"{number}:{i}", read.text[slice(*place)], place))
        for claim in claims[number]:
            if not 0 <= claim["sentence"] < len(units):
                raise InputError(Problem(str(annotations), 0, f"article {number} has no sentence {claim['sentence']}"))
            unit = units[claim["sentence"]]
            unit.gold += terms.annotated(claim, read.text, unit.place)
        found.append(units)
    if missing := len(claims) - len(found):
        raise InputError(Problem(str(data), 0, f"lacks {missing} of the {len(claims)} articles of {annotations}"))
    return documents, found


def place(made: Extraction, units: Sequence[Sentence]) -> None:
    """Put our claims into the sentences of the gold: by the trigger, else by the word of saying, or by their words.

    A quotation over several sentences is one claim of ours, and one in each of them in the gold: it counts in each.
    Its events count where they are told. An event that the claim only refers to ("Das bestritt er") has its trigger
    in an earlier sentence; there the word of saying decides.
    """
    for claim in made.claims:
        stances = list(terms.extracted(claim))
        trigger = stances[-1].event.trigger if stances[-1].event is not None else None
        if claim.cue is None or (trigger is not None and _starts_in(trigger, claim.sentence)):
            at = stances[-1].place
        else:
            at = (claim.cue.begin, claim.cue.end)
        for unit in _units(claim, at, units):
            unit.found += stances
            unit.facts += [stances[0]] * len(list(facts(claim)))


def _starts_in(place: Place, sentence: Span) -> bool:
    return sentence.begin <= place[0] < sentence.end


def _units(claim: Claim, at: Place, units: Sequence[Sentence]) -> list[Sentence]:
    content = claim.content
    spans = content.spans if isinstance(content, Statement) else ()
    if spans and claim.speech != DIRECT and spans[-1].end <= claim.sentence.begin:
        spans = ()  # "Das bestritt er": the words are those of an earlier sentence
    said = [u for u in units if any(s.begin < u.place[1] and u.place[0] < s.end for s in spans)]
    return said or [u for u in units if u.place[0] <= at[0] < u.place[1]][:1]
