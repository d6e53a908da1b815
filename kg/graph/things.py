"""Triples about what claims speak of and stand in: pieces of text, entities, events."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from pyoxigraph import Literal, NamedNode

from kg import ontology
from kg.errors import KGError
from kg.graph.names import NIF, OWL, RDFS, SEM, SKOS, WIKIDATA, XSD, A, node
from kg.model import Document, Entity, Event, Participant, Quantity, Span, Time

Triples = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]

LABELLED = NamedNode(RDFS + "label")
NIF_STRING = NamedNode(NIF + "String")
NIF_CONTEXT = NamedNode(NIF + "referenceContext")
NIF_BEGIN, NIF_END = NamedNode(NIF + "beginIndex"), NamedNode(NIF + "endIndex")
NIF_ANCHOR = NamedNode(NIF + "anchorOf")
DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
"""The type of a date by its length: 2024, 2024-10, 2024-10-08."""
COUNTED = ("Unit", "Group")
"""The classes whose entities carry the sizes that are said of them."""


def classes(name: NamedNode, kind: str) -> Triples:
    """The class of that name and those above it, so that queries need no reasoner."""
    for superclass in ontology.types(kind):
        yield name, A, kg(superclass)


@cache
def kg(name: str) -> NamedNode:
    """A term of the ontology; an unknown one is an error."""
    return NamedNode(ontology.KG[name])


@dataclass(frozen=True, slots=True)
class Article:
    """What all triples of a document share: its IRI and language, the entities, the IRIs of the mentions."""

    iri: NamedNode
    language: str
    entities: dict[str, Entity]
    mentions: dict[tuple[int, int, str], NamedNode]


def article(document: Document, participants: Iterable[Participant], related: Iterable[Entity]) -> Article:
    """What is in a document: who takes part in its claims, and entities that those belong to."""
    found = Article(node(document.iri), document.language, {}, {})
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
            name = place(span, found)
            found.mentions[key] = node(f"{name.value};{others + 1}") if others else name
    for described in related:
        found.entities.setdefault(described.iri, described)
    return found


def words(text: str, language: str = "") -> Literal:
    """Text, in a language where it is one's words.

    >>> words("Oslo", "de")
    <Literal value=Oslo language=de>
    """
    try:
        return Literal(text, language=language) if language else Literal(text)
    except ValueError:
        raise KGError(f"not Unicode text in a language: {text[:60]!r} {language!r}") from None


def unnamed(document: Article) -> Literal:
    """What a source without a name is called, in the language of the document or in English."""
    try:
        return words(ontology.label("Unnamed", document.language), document.language)
    except KGError:
        return words(ontology.label("Unnamed", "en"), "en")


@cache
def _datatype(name: str) -> NamedNode:
    return NamedNode(XSD + name)


def typed(value: str | int, datatype: str) -> Literal:
    """A value of an XML Schema datatype."""
    return Literal(str(value), datatype=_datatype(datatype))


def place(span: Span, document: Article) -> NamedNode:
    """The IRI of a stretch of the document's text (RFC 5147)."""
    return node(f"{document.iri.value}#char={span.begin},{span.end}")


def string(span: Span, document: Article, kind: str = "", name: NamedNode | None = None) -> Triples:
    """A stretch of text, in NIF."""
    name = name or place(span, document)
    if kind:
        yield name, A, kg(kind)
    yield name, A, NIF_STRING
    yield name, NIF_CONTEXT, document.iri
    yield name, NIF_BEGIN, typed(span.begin, "nonNegativeInteger")
    yield name, NIF_END, typed(span.end, "nonNegativeInteger")
    yield name, NIF_ANCHOR, words(span.text)


def entities(document: Article) -> Triples:
    """The things with their names, in the language of the document that mentions them."""
    for described in document.entities.values():
        name = node(described.iri)
        yield from classes(name, described.kind)
        yield name, LABELLED, words(described.label, document.language)
        for alias in described.aliases:
            yield name, NamedNode(SKOS + "altLabel"), words(alias, document.language)
        if described.wikidata and described.iri != WIKIDATA + described.wikidata:
            yield name, NamedNode(OWL + "sameAs"), node(WIKIDATA + described.wikidata)
        if described.role:
            yield name, kg("office"), words(described.role, document.language)
        # Only to what is described as well: an IRI without class and label helps nobody.
        if described.affiliation in document.entities:
            yield name, kg("affiliation"), node(described.affiliation)
        if described.state in document.entities:
            yield name, kg("ofState"), node(described.state)


def mention_name(participant: Participant, document: Article) -> NamedNode:
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
    yield name, kg("refersTo"), node(described.iri)
    if spoken.quantity is not None:
        yield from _size(name, spoken.quantity)
        if described.kind in COUNTED:
            yield from _size(node(described.iri), spoken.quantity)


def _size(name: NamedNode, quantity: Quantity) -> Triples:
    yield name, kg("size"), typed(quantity.size, "nonNegativeInteger")
    yield name, kg("sizeQualifier"), kg(quantity.qualifier)


def event(described: Event) -> Triples:
    """What is talked about; its participants are described with their mentions."""
    name = node(described.iri)
    yield from classes(name, described.type)
    yield name, LABELLED, words(event_label(described))
    for role, participants in described.roles:
        for participant in participants:
            if participant.entity is not None:
                yield name, kg(role), node(participant.entity.iri)
    if described.time is not None:
        yield from _time(name, described.time)


def _time(name: NamedNode, time: Time) -> Triples:
    """The time as said, and its first and last day: a month and a day cannot be compared in SPARQL."""
    try:
        kinds = DATES[len(time.begin)], DATES[len(time.end)]
        first, last = date.fromisoformat((time.begin + "-01-01")[:10]), _last_day(time.end)
    except (KeyError, ValueError):
        raise KGError(f"not days, months or years: {time.begin!r}, {time.end!r}") from None
    yield name, NamedNode(SEM + "hasBeginTimeStamp"), typed(time.begin, kinds[0])
    yield name, NamedNode(SEM + "hasEndTimeStamp"), typed(time.end, kinds[1])
    yield name, NamedNode(SEM + "hasEarliestBeginTimeStamp"), typed(first.isoformat(), "date")
    yield name, NamedNode(SEM + "hasLatestEndTimeStamp"), typed(last.isoformat(), "date")


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
