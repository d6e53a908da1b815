"""A resolved extraction as quads in the named graph of its document.

Where a number stands: the *size* of a force or a group is what one source says in one place, and sources differ
("1500", "bis zu 12.000"). It is therefore on the `kg:Mention`, together with its qualifier, so that it belongs to a
claim; a `kg:Unit` or `kg:Group` carries each size that any mention gives, to be found by. It is not part of an event,
which has the same IRI whoever counts.

No graph has blank nodes: what has no IRI of its own gets one from its claim (`….statement`, `….via1`) or from its place
in the text (`…#char=0,12`, RFC 5147, as NIF does it).

Every node has its class and those above it, so that `?claim a kg:Claim` finds all claims without a reasoner. The PLOVER
code is an annotation of the class, in the ontology.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from pyoxigraph import Quad, RdfFormat, parse

from kg import ontology
from kg.errors import KGError
from kg.garbage import paused
from kg.graph.direct import content_iri, facts, source, stance
from kg.graph.names import PROV, RDF, SCHEMA
from kg.graph.terms import kg, named, typed, words
from kg.graph.things import (
    LABELLED,
    A,
    Article,
    Triples,
    article,
    classes,
    entities,
    event,
    event_label,
    mention,
    mention_name,
    place,
    string,
    unnamed,
)
from kg.model import Claim, Document, Event, Extraction, Participant, Speaker, Statement

DERIVED = named(PROV + "wasDerivedFrom")
LABEL = 120
"""How many characters of a statement the label of its claim shows."""


def quads(extraction: Extraction) -> Iterator[Quad]:
    """All that a document says, each quad once.

    An entity belongs to another (`Entity.affiliation`, `Entity.state`) only if that one is described as well, because
    a claim mentions it or because it is among `extraction.related`: an IRI without a name helps nobody. A participant
    that `resolve` could not link is in no role; as a source it is unnamed.

    Raises:
        KGError: A claim or an event has no IRI, a class is not in the ontology, or a text is not Unicode.
    """
    return parse("\n".join(lines(extraction)), RdfFormat.N_QUADS, lenient=True)


@paused()
def lines(extraction: Extraction) -> list[str]:
    """The quads as lines of N-Quads, without line breaks; raises what `quads` does."""
    document = extraction.document
    participants = (p for claim in extraction.claims for part in _nested(claim) for p in _participants(part))
    try:
        found = article(document, participants, extraction.related)
        end = f" {found.term} ."
        return [f"{s} {p} {o}{end}" for s, p, o in dict.fromkeys(_triples(extraction, found))]
    except KGError as error:
        raise KGError(f"{document.path or document.iri}: {error}") from None


def _triples(extraction: Extraction, document: Article) -> Triples:
    yield from _head(extraction.document, document)
    yield from entities(document)
    for claim in extraction.claims:
        yield from _claim(claim, document)
        yield from stance(claim, document.term)
        yield from facts(claim)


def _nested(claim: Claim) -> Iterator[Claim]:
    yield claim
    if isinstance(claim.content, Claim):
        yield from _nested(claim.content)


def _participants(claim: Claim) -> Iterator[Participant]:
    """Whom a claim names: its source, those who passed it on, addressees, and those in its event; not in its claim."""
    if isinstance(claim.source, Participant):
        yield claim.source
    yield from claim.via
    yield from claim.addressee
    if isinstance(claim.content, Event):
        for _, participants in claim.content.roles:
            yield from participants


def _head(read: Document, document: Article) -> Triples:
    name = document.term
    yield name, A, kg("Document")
    yield name, A, named(SCHEMA + "NewsArticle")
    if read.title:
        yield name, named(SCHEMA + "headline"), words(read.title, document.language)
    if read.date is not None:
        yield name, named(SCHEMA + "datePublished"), typed(read.date.isoformat(), "date")
    if read.publisher:
        yield name, named(SCHEMA + "publisher"), words(read.publisher)
    if read.url:
        # Addresses as people paste them have spaces and other characters that an IRI must not have.
        yield name, named(SCHEMA + "url"), named(quote(read.url, safe="%/:=&?~#+!$,;'@()*[]"))
    if read.language:
        yield name, named(SCHEMA + "inLanguage"), words(read.language)


def _claim(claim: Claim, document: Article) -> Triples:
    if not claim.iri or (not isinstance(claim.content, Statement) and not claim.content.iri):
        raise KGError(f"a claim or event without an IRI: {claim.sentence.text!r}")
    name = named(claim.iri)
    yield from classes(name, claim.type)
    yield name, LABELLED, words(_label(claim))
    yield name, kg("factuality"), kg(ontology.factuality(claim.factuality))
    yield name, kg("rule"), words(claim.rule)
    if claim.speech:
        yield name, kg("speech"), words(claim.speech)
    yield name, DERIVED, document.term
    yield name, kg("passage"), place(claim.sentence, document)
    yield from string(claim.sentence, document, "Passage")
    trigger = claim.content.trigger if isinstance(claim.content, Event) else None
    for property_, span in (("cue", claim.cue), ("frame", claim.frame), ("trigger", trigger)):
        if span is not None:
            yield name, kg(property_), place(span, document)
            yield from string(span, document)
    yield from _people(claim, document)
    yield from _content(claim, document)


def _people(claim: Claim, document: Article) -> Triples:
    """Source, addressees and those who passed it on, with the phrases that name them and the participants."""
    name = named(claim.iri)
    speaker = source(claim, document.term)
    yield name, kg("source"), speaker or kg("Unnamed")
    if speaker is None:
        # So that a list of sources by their labels has this one too.
        yield kg("Unnamed"), LABELLED, unnamed(document)
    via = [p.entity.iri for p in claim.via if p.entity is not None]
    for iri in via:
        yield name, kg("via"), named(iri)
    if len(via) > 1:
        yield from _list(name, kg("viaList"), f"{claim.iri}.via", via)
    for participant in claim.addressee:
        if participant.entity is not None:
            yield name, kg("addressee"), named(participant.entity.iri)
    for participant in _participants(claim):
        if participant.entity is not None:
            yield name, kg("mention"), mention_name(participant, document)
            yield from mention(participant, document)


def _list(name: str, property_: str, start: str, members: list[str]) -> Triples:
    nodes = [named(f"{start}{i}") for i in range(1, len(members) + 1)]
    yield name, property_, nodes[0]
    for here, member, rest in zip(nodes, members, [*nodes[1:], named(RDF + "nil")], strict=True):
        yield here, A, named(RDF + "List")
        yield here, named(RDF + "first"), named(member)
        yield here, named(RDF + "rest"), rest


def _content(claim: Claim, document: Article) -> Triples:
    name, content, quotation = named(claim.iri), claim.content, claim.quotation
    yield name, kg("content"), named(content_iri(claim))
    if isinstance(content, Event):
        yield from event(content)
    elif isinstance(content, Claim):
        yield from _claim(content, document)
    else:
        statement = named(content_iri(claim))
        yield statement, A, kg("Statement")
        yield statement, kg("text"), words(content.text, document.language)
        yield statement, kg("passage"), place(claim.sentence, document)
        for span in content.spans:
            yield statement, kg("span"), place(span, document)
            yield from string(span, document)
        if claim.speech == "direct":
            quotation = quotation or content
    if quotation is not None:
        yield name, kg("quotation"), words(quotation.text, document.language)


def _label(claim: Claim) -> str:
    """A claim in one line: "Russland: Denial (CT-): Deployment: agent Nordkorea; patient Truppen"."""
    if isinstance(claim.source, Participant) and claim.source.entity is not None:
        who = claim.source.entity.label
    else:
        who = "the article" if claim.source is Speaker.NARRATOR else "unnamed"
    if isinstance(claim.content, Event):
        what = event_label(claim.content)
    elif isinstance(claim.content, Claim):
        what = _label(claim.content)
    else:
        what = " ".join(claim.content.text.split())
        what = f"{what[:LABEL]}…" if len(what) > LABEL else what
    return f"{who}: {claim.type} ({claim.factuality}): {what}"
