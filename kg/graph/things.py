"""Triples about what claims speak of and stand in: pieces of text, entities, events."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg import ontology
from kg.errors import KGError
from kg.graph.names import NIF, OWL, RDF, RDFS, SEM, SKOS, WIKIDATA
from kg.graph.terms import kg, named, typed, words
from kg.model import Document, Entity, Event, Participant, Quantity, Span, Time

Triples = list[tuple[str, str, str]]
"""Each of three terms: see `kg.graph.terms`."""

A = named(RDF + "type")
LABELLED = named(RDFS + "label")
ALSO = named(SKOS + "altLabel")
NIF_STRING = named(NIF + "String")
NIF_CONTEXT = named(NIF + "referenceContext")
NIF_BEGIN, NIF_END = named(NIF + "beginIndex"), named(NIF + "endIndex")
NIF_ANCHOR = named(NIF + "anchorOf")
COUNT = typed("", "nonNegativeInteger").removeprefix('""')
DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
"""The type of a date by its length: 2024, 2024-10, 2024-10-08."""
COUNTED = ("Unit", "Group")
"""The classes whose entities carry the sizes that are said of them."""


def classes(name: str, kind: str) -> Triples:
    """The class of that name and those above it, so that queries need no reasoner."""
    return [(name, A, superclass) for superclass in _classes(kind)]


@cache
def _classes(kind: str) -> tuple[str, ...]:
    return tuple(kg(superclass) for superclass in ontology.types(kind))


@dataclass(frozen=True, slots=True)
class Article:
    """What all triples of a document share: its IRI (as a term too), language, entities, terms of the mentions."""

    iri: str
    term: str
    language: str
    entities: dict[str, Entity]
    mentions: dict[tuple[int, int, str], str]
    places: str
    """How the terms of places in its text begin."""
    told: set[str]
    """Pieces of text that have their lines: a sentence stands in each of its claims."""
    lines: list[str]
    """Those lines of N-Quads, half of all: each is made once, so that none of them is looked up again."""
    end: str
    """How each line ends."""


def article(document: Document, participants: Iterable[Participant], related: Iterable[Entity]) -> Article:
    """What is in a document: who takes part in its claims, and entities that those belong to."""
    term = named(document.iri)
    found = Article(document.iri, term, document.language, {}, {}, f"<{document.iri}#char=", set(), [], f" {term} .\n")
    taken: dict[tuple[int, int], int] = {}
    for participant in participants:
        described, span = participant.entity, participant.mention.span
        if described is None:
            continue
        key = (span.begin, span.end, described.iri)
        if key not in found.mentions:
            found.entities.setdefault(described.iri, described)
            # "Putin und Kim … Sie unterzeichneten": one word, two mentions, for each refers to one entity.
            others = taken.get(key[:2], 0)
            taken[key[:2]] = others + 1
            found.mentions[key] = place(span, found, f";{others + 1}" if others else "")
    for described in related:
        found.entities.setdefault(described.iri, described)
    return found


def unnamed(document: Article) -> str:
    """What a source without a name is called, in the language of the document or in English."""
    return _unnamed(document.language)


@cache
def _unnamed(language: str) -> str:
    try:
        return words(ontology.label("Unnamed", language), language)
    except KGError:
        return words(ontology.label("Unnamed", "en"), "en")


def place(span: Span, document: Article, number: str = "") -> str:
    """A stretch of the document's text (RFC 5147); with a number if there are two of it."""
    return f"{document.places}{span.begin},{span.end}{number}>"


def string(name: str, span: Span, document: Article, kind: str = "") -> Triples:
    """A stretch of text, in NIF."""
    if name not in document.told:
        document.told.add(name)
        end = document.end
        document.lines.extend(
            (
                f"{name} {A} {NIF_STRING}{end}",
                f"{name} {NIF_CONTEXT} {document.term}{end}",
                f'{name} {NIF_BEGIN} "{span.begin}"{COUNT}{end}',
                f'{name} {NIF_END} "{span.end}"{COUNT}{end}',
                f"{name} {NIF_ANCHOR} {words(span.text)}{end}",
            )
        )
    return [(name, A, kg(kind))] if kind else []


def class_of(described: Entity) -> str:
    """The class of an entity: several persons are a group."""
    return "Group" if described.several else described.kind


def entities(document: Article) -> Triples:
    """The things with their names, in the language of the document that mentions them."""
    found: Triples = []
    for described in document.entities.values():
        name = named(described.iri)
        found += classes(name, class_of(described))
        found.append((name, LABELLED, words(described.label, document.language)))
        for alias in described.aliases:
            found.append((name, ALSO, words(alias, document.language)))
        if described.wikidata and described.iri != WIKIDATA + described.wikidata:
            found.append((name, named(OWL + "sameAs"), named(WIKIDATA + described.wikidata)))
        if described.role and described.official and not described.several:
            found.append((name, kg("office"), words(described.role, document.language)))
        # Only to what is described as well: an IRI without class and label helps nobody.
        if described.affiliation in document.entities:
            found.append((name, kg("affiliation"), named(described.affiliation)))
        if described.state in document.entities:
            found.append((name, kg("ofState"), named(described.state)))
    return found


def mention_name(participant: Participant, document: Article) -> str:
    """The IRI of a mention whose entity is known."""
    span = participant.mention.span
    return document.mentions[span.begin, span.end, participant.entity.iri if participant.entity else ""]


def mention(participant: Participant, document: Article) -> Triples:
    """The phrase by which a claim refers to an entity, and how many the phrase says they are."""
    described, spoken = participant.entity, participant.mention
    if described is None:
        return []
    name = mention_name(participant, document)
    found = string(name, spoken.span, document, "Mention")
    found.append((name, kg("refersTo"), named(described.iri)))
    if spoken.quantity is not None:
        found += _size(name, spoken.quantity)
        if class_of(described) in COUNTED:
            found += _size(named(described.iri), spoken.quantity)
    return found


def _size(name: str, quantity: Quantity) -> Triples:
    size = typed(quantity.size, "nonNegativeInteger")
    return [(name, kg("size"), size), (name, kg("sizeQualifier"), kg(quantity.qualifier))]


def event(described: Event, label: str) -> Triples:
    """What is talked about; its participants are described with their mentions."""
    name = named(described.iri)
    found = classes(name, described.type)
    found.append((name, LABELLED, words(label)))
    for role, participants in described.roles:
        for participant in participants:
            if participant.entity is not None:
                found.append((name, kg(role), named(participant.entity.iri)))
    if described.time is not None:
        found += _time(name, described.time)
    return found


def _time(name: str, time: Time) -> Triples:
    """The time as said, and its first and last day: a month and a day cannot be compared in SPARQL."""
    try:
        kinds = DATES[len(time.begin)], DATES[len(time.end)]
        first, last = date.fromisoformat((time.begin + "-01-01")[:10]), _last_day(time.end)
    except (KeyError, ValueError):
        raise KGError(f"not days, months or years: {time.begin!r}, {time.end!r}") from None
    return [
        (name, named(SEM + "hasBeginTimeStamp"), typed(time.begin, kinds[0])),
        (name, named(SEM + "hasEndTimeStamp"), typed(time.end, kinds[1])),
        (name, named(SEM + "hasEarliestBeginTimeStamp"), typed(first.isoformat(), "date")),
        (name, named(SEM + "hasLatestEndTimeStamp"), typed(last.isoformat(), "date")),
    ]


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
