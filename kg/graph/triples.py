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
    return parse("".join(lines(extraction)), RdfFormat.N_QUADS, lenient=True)


@paused()
def lines(extraction: Extraction) -> list[str]:
    """The quads as lines of N-Quads; raises what `quads` does."""
    document = extraction.document
    participants = [p for claim in extraction.claims for part in _nested(claim) for p in _participants(part)]
    try:
        if extraction.claims:
            named(f"{document.iri}#char=")  # what has a fragment already has no places
        found = article(document, participants, extraction.related)
        triples = dict.fromkeys(_triples(extraction, found))
        return [*found.lines, *[f"{s} {p} {o}{found.end}" for s, p, o in triples]]
    except KGError as error:
        raise KGError(f"{document.path or document.iri}: {error}") from None


def _triples(extraction: Extraction, document: Article) -> Triples:
    found = _head(extraction.document, document) + entities(document)
    for claim in extraction.claims:
        found += _claim(claim, document)
        found += stance(claim, document.term)
        found += facts(claim)
    return found


def _nested(claim: Claim) -> list[Claim]:
    return [claim, *_nested(claim.content)] if isinstance(claim.content, Claim) else [claim]


def _participants(claim: Claim) -> list[Participant]:
    """Whom a claim names: its source, those who passed it on, addressees, and those in its event; not in its claim."""
    found = [*claim.via, *claim.addressee]
    if isinstance(claim.source, Participant):
        found.insert(0, claim.source)
    if isinstance(claim.content, Event):
        for _, participants in claim.content.roles:
            found += participants
    return found


def _head(read: Document, document: Article) -> Triples:
    name = document.term
    found = [(name, A, kg("Document")), (name, A, named(SCHEMA + "NewsArticle"))]
    if read.title:
        found.append((name, named(SCHEMA + "headline"), words(read.title, document.language)))
    if read.date is not None:
        found.append((name, named(SCHEMA + "datePublished"), typed(read.date.isoformat(), "date")))
    if read.publisher:
        found.append((name, named(SCHEMA + "publisher"), words(read.publisher)))
    if read.url:
        # Addresses as people paste them have spaces and other characters that an IRI must not have.
        found.append((name, named(SCHEMA + "url"), named(quote(read.url, safe="%/:=&?~#+!$,;'@()*[]"))))
    if read.language:
        found.append((name, named(SCHEMA + "inLanguage"), words(read.language)))
    return found


def _claim(claim: Claim, document: Article) -> Triples:
    if not claim.iri or (not isinstance(claim.content, Statement) and not claim.content.iri):
        raise KGError(f"a claim or event without an IRI: {claim.sentence.text!r}")
    name, passage = named(claim.iri), place(claim.sentence, document)
    content = _content_label(claim.content)
    found = classes(name, claim.type)
    found += [
        (name, LABELLED, words(_label(claim, content))),
        (name, kg("factuality"), kg(ontology.factuality(claim.factuality))),
        *((name, kg("rule"), words(rule)) for rule in claim.rules),
        (name, DERIVED, document.term),
        (name, kg("passage"), passage),
    ]
    if claim.speech:
        found.append((name, kg("speech"), words(claim.speech)))
    found += string(passage, claim.sentence, document, "Passage")
    trigger = claim.content.trigger if isinstance(claim.content, Event) else None
    for property_, span in (("cue", claim.cue), ("frame", claim.frame), ("trigger", trigger)):
        if span is not None:
            piece = place(span, document)
            found.append((name, kg(property_), piece))
            found += string(piece, span, document)
    found += _people(claim, document)
    found += _content(claim, content, document)
    return found


def _people(claim: Claim, document: Article) -> Triples:
    """Source, addressees and those who passed it on, with the phrases that name them and the participants."""
    name = named(claim.iri)
    speaker = source(claim, document.term)
    found = [(name, kg("source"), speaker or kg("Unnamed"))]
    if speaker is None:
        # So that a list of sources by their labels has this one too.
        found.append((kg("Unnamed"), LABELLED, unnamed(document)))
    if claim.via:
        via = [p.entity.iri for p in claim.via if p.entity is not None]
        found += [(name, kg("via"), named(iri)) for iri in via]
        if len(via) > 1:
            found += _list(name, kg("viaList"), f"{claim.iri}.via", via)
    for participant in claim.addressee:
        if participant.entity is not None:
            found.append((name, kg("addressee"), named(participant.entity.iri)))
    for participant in _participants(claim):
        if participant.entity is not None:
            found.append((name, kg("mention"), mention_name(participant, document)))
            found += mention(participant, document)
    return found


def _list(name: str, property_: str, start: str, members: list[str]) -> Triples:
    nodes = [named(f"{start}{i}") for i in range(1, len(members) + 1)]
    found = [(name, property_, nodes[0])]
    for here, member, rest in zip(nodes, members, [*nodes[1:], named(RDF + "nil")], strict=True):
        found.append((here, A, named(RDF + "List")))
        found.append((here, named(RDF + "first"), named(member)))
        found.append((here, named(RDF + "rest"), rest))
    return found


def _content(claim: Claim, label: str, document: Article) -> Triples:
    name, content, quotation = named(claim.iri), claim.content, claim.quotation
    about = named(content_iri(claim))
    found = [(name, kg("content"), about)]
    if isinstance(content, Event):
        found += event(content, label)
    elif isinstance(content, Claim):
        found += _claim(content, document)
    else:
        found.append((about, A, kg("Statement")))
        found.append((about, kg("text"), words(content.text, document.language)))
        found.append((about, kg("passage"), place(claim.sentence, document)))
        for span in content.spans:
            piece = place(span, document)
            found.append((about, kg("span"), piece))
            found += string(piece, span, document)
        if claim.speech == "direct":
            quotation = quotation or content
    if quotation is not None:
        found.append((name, kg("quotation"), words(quotation.text, document.language)))
    return found


def _label(claim: Claim, content: str) -> str:
    """A claim in one line: "Russland: Denial (CT-): Deployment: agent Nordkorea; patient Truppen"."""
    if isinstance(claim.source, Participant) and claim.source.entity is not None:
        who = claim.source.entity.label
    else:
        who = "the article" if claim.source is Speaker.NARRATOR else "unnamed"
    return f"{who}: {claim.type} ({claim.factuality}): {content}"


def _content_label(content: Event | Statement | Claim) -> str:
    if isinstance(content, Event):
        return event_label(content)
    if isinstance(content, Claim):
        return _label(content, _content_label(content.content))
    text = " ".join(content.text.split())
    return f"{text[:LABEL]}…" if len(text) > LABEL else text
