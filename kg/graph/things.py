"""Triples about what claims speak of and stand in: pieces of text, entities, events."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kg import ontology
from kg.errors import KGError
from kg.graph.names import NIF, OWL, RDF, RDFS, SEM, SKOS, WIKIDATA
from kg.graph.terms import kg, named, typed, words
from kg.model import Document, Entity, Event, Participant, Quantity, Span, Time

Triples = Iterator[tuple[str, str, str]]
"""Each of three terms: see `kg.graph.terms`."""

A = named(RDF + "type")
LABELLED = named(RDFS + "label")
NIF_STRING = named(NIF + "String")
NIF_CONTEXT = named(NIF + "referenceContext")
NIF_BEGIN, NIF_END = named(NIF + "beginIndex"), named(NIF + "endIndex")
NIF_ANCHOR = named(NIF + "anchorOf")
DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
"""The type of a date by its length: 2024, 2024-10, 2024-10-08."""
COUNTED = ("Unit", "Group")
"""The classes whose entities carry the sizes that are said of them."""


def classes(name: str, kind: str) -> Triples:
    """The class of that name and those above it, so that queries need no reasoner."""
    for superclass in ontology.types(kind):
        yield name, A, kg(superclass)


@dataclass(frozen=True, slots=True)
class Article:
    """What all triples of a document share: its IRI (as a term too), language, entities, terms of the mentions."""

    iri: str
    term: str
    language: str
    entities: dict[str, Entity]
    mentions: dict[tuple[int, int, str], str]
    told: set[tuple[str, str]]
    """Pieces of text, with their class, that have their triples: a sentence stands in each of its claims."""


def article(document: Document, participants: Iterable[Participant], related: Iterable[Entity]) -> Article:
    """What is in a document: who takes part in its claims, and entities that those belong to."""
    found = Article(document.iri, named(document.iri), document.language, {}, {}, set())
    taken: dict[tuple[int, int], int] = {}
    for participant in participants:
        described, span = participant.entity, participant.mention.span
        if described is None:
            continue
        found.entities.setdefault(described.iri, described)
        key = (span.begin, span.end, described.iri)
        if key not in found.mentions:
            # "Putin und Kim … Sie unterzeichneten": one word, two mentions, for each refers to one entity.
            others = taken.get(key[:2], 0)
            taken[key[:2]] = others + 1
            found.mentions[key] = place(span, found, f";{others + 1}" if others else "")
    for described in related:
        found.entities.setdefault(described.iri, described)
    return found


def unnamed(document: Article) -> str:
    """What a source without a name is called, in the language of the document or in English."""
    try:
        return words(ontology.label("Unnamed", document.language), document.language)
    except KGError:
        return words(ontology.label("Unnamed", "en"), "en")


def place(span: Span, document: Article, number: str = "") -> str:
    """A stretch of the document's text (RFC 5147); with a number if there are two of it."""
    return named(f"{document.iri}#char={span.begin},{span.end}{number}")


def string(span: Span, document: Article, kind: str = "", name: str = "") -> Triples:
    """A stretch of text, in NIF."""
    name = name or place(span, document)
    if (name, kind) in document.told:
        return
    document.told.add((name, kind))
    if kind:
        yield name, A, kg(kind)
    yield name, A, NIF_STRING
    yield name, NIF_CONTEXT, document.term
    yield name, NIF_BEGIN, typed(span.begin, "nonNegativeInteger")
    yield name, NIF_END, typed(span.end, "nonNegativeInteger")
    yield name, NIF_ANCHOR, words(span.text)


def entities(document: Article) -> Triples:
    """The things with their names, in the language of the document that mentions them."""
    for described in document.entities.values():
        name = named(described.iri)
        yield from classes(name, described.kind)
        yield name, LABELLED, words(described.label, document.language)
        for alias in described.aliases:
            yield name, named(SKOS + "altLabel"), words(alias, document.language)
        if described.wikidata and described.iri != WIKIDATA + described.wikidata:
            yield name, named(OWL + "sameAs"), named(WIKIDATA + described.wikidata)
        if described.role:
            yield name, kg("office"), words(described.role, document.language)
        # Only to what is described as well: an IRI without class and label helps nobody.
        if described.affiliation in document.entities:
            yield name, kg("affiliation"), named(described.affiliation)
        if described.state in document.entities:
            yield name, kg("ofState"), named(described.state)


def mention_name(participant: Participant, document: Article) -> str:
    """The IRI of a mention whose entity is known."""
    span = participant.mention.span
    return document.mentions[span.begin, span.end, participant.entity.iri if participant.entity else ""]


def mention(participant: Participant, document: Article) -> Triples:
    """The phrase by which a claim refers to an entity, and how many the phrase says they are."""
    described, spoken = participant.entity, participant.mention
    if described is None:
        return
    name = mention_name(participant, document)
    yield from string(spoken.span, document, "Mention", name)
    yield name, kg("refersTo"), named(described.iri)
    if spoken.quantity is not None:
        yield from _size(name, spoken.quantity)
        if described.kind in COUNTED:
            yield from _size(named(described.iri), spoken.quantity)


def _size(name: str, quantity: Quantity) -> Triples:
    yield name, kg("size"), typed(quantity.size, "nonNegativeInteger")
    yield name, kg("sizeQualifier"), kg(quantity.qualifier)


def event(described: Event) -> Triples:
    """What is talked about; its participants are described with their mentions."""
    name = named(described.iri)
    yield from classes(name, described.type)
    yield name, LABELLED, words(event_label(described))
    for role, participants in described.roles:
        for participant in participants:
            if participant.entity is not None:
                yield name, kg(role), named(participant.entity.iri)
    if described.time is not None:
        yield from _time(name, described.time)


def _time(name: str, time: Time) -> Triples:
    """The time as said, and its first and last day: a month and a day cannot be compared in SPARQL."""
    try:
        kinds = DATES[len(time.begin)], DATES[len(time.end)]
        first, last = date.fromisoformat((time.begin + "-01-01")[:10]), _last_day(time.end)
    except (KeyError, ValueError):
        raise KGError(f"not days, months or years: {time.begin!r}, {time.end!r}") from None
    yield name, named(SEM + "hasBeginTimeStamp"), typed(time.begin, kinds[0])
    yield name, named(SEM + "hasEndTimeStamp"), typed(time.end, kinds[1])
    yield name, named(SEM + "hasEarliestBeginTimeStamp"), typed(first.isoformat(), "date")
    yield name, named(SEM + "hasLatestEndTimeStamp"), typed(last.isoformat(), "date")


def _last_day(value: str) -> date:
    """The last day of a day, month or year.

    >>> _last_day("2024-02").isoformat()
    '2024-02-29'
    """
    if len(value) == len("2024-02-29"):
        return date.fromisoformat(value)
    year, month = int(value[:4]), int(value[5:] or 12)
    return date(year, month, monthrange(year, month)[1])


def event_label(described: Event) -> str:
    """An event in one line, for lists and pictures.

    >>> from kg.model import Span, Time
    >>> event_label(Event("Meeting", Span(0, 0, ""), time=Time("2024-06", "2024-06")))
    'Meeting: 2024-06'
    """
    parts = []
    for role, participants in described.roles:
        names = sorted({p.entity.label for p in participants if p.entity is not None})
        if names:
            parts.append(f"{role} {', '.join(names)}")
    if described.time is not None:
        parts.append("/".join(dict.fromkeys((described.time.begin, described.time.end))))
    return f"{described.type}: {'; '.join(parts)}" if parts else described.type
