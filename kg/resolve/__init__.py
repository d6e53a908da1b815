"""Mentions to entities: names linked and merged in the article, pronouns resolved, contents identified.

The IRI of an event is made of what it says (type, roles, time), so that those who assert and those who deny the same
meet in one node, in one article or across articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from kg.lang import lexicon as lexicons
from kg.model import Claim, Entity, Event, Extraction, Participant, Roles, Speaker, Statement
from kg.resolve import gazetteer
from kg.resolve.coreference import Discourse
from kg.resolve.gazetteer import DATA
from kg.resolve.linking import Linker

ACTORS = frozenset(("State", "Organization", "Person", "Unit", "Group"))
SOURCE = "source"


def resolve(extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    """The same claims with entities and IRIs; a claim whose event lost all its roles is left out."""
    for extraction in extractions:
        yield resolved(extraction)


def resolved(extraction: Extraction) -> Extraction:
    """The claims of one article with entities and IRIs."""
    language = extraction.document.language
    linker = Linker(lexicons.load(language), gazetteer.load(language), extraction.document.iri)
    discourse = Discourse(linker, extraction.mentions)
    claims = [claim for c in extraction.claims if (claim := _claim(c, discourse, extraction.document.iri)) is not None]
    unique = {claim.iri: claim for claim in reversed(claims)}
    kept = tuple(c for c in claims if unique[c.iri] is c)
    return replace(extraction, claims=kept, related=tuple(_related(kept, discourse)))


def _related(claims: Iterable[Claim], discourse: Discourse) -> Iterator[Entity]:
    """Entities that the participants name as their state or employer, sorted by IRI."""
    wanted = {iri for claim in claims for e in entities(claim) for iri in (e.state, e.affiliation) if iri}
    known = {c.entity.iri: c.entity for c in discourse.candidates}
    known |= {entity.iri: entity for entity in discourse.linker.gazetteer.all()}
    for iri in sorted(wanted & known.keys()):
        yield known[iri]


def entities(claim: Claim) -> Iterator[Entity]:
    """Every entity that a claim names."""
    people = [*claim.via, *claim.addressee, *([claim.source] if isinstance(claim.source, Participant) else [])]
    if isinstance(claim.content, Event):
        people += [p for _, ps in claim.content.roles for p in ps]
    yield from (p.entity for p in people if p.entity is not None)
    if isinstance(claim.content, Claim):
        yield from entities(claim.content)


def _claim(claim: Claim, discourse: Discourse, document: str) -> Claim | None:
    source = _source(claim.source, discourse)
    content = _content(claim, source, discourse, document)
    if content is None:
        return None
    found = replace(
        claim,
        source=source,
        content=content,
        via=_participants(claim.via, SOURCE, discourse, None),
        addressee=_participants(claim.addressee, "recipient", discourse, None),
    )
    return replace(found, iri=_claim_iri(found, document))


def _source(source: Participant | Speaker, discourse: Discourse) -> Participant | Speaker:
    """The speaker; who cannot be identified, or is no actor ("ein Bericht"), is unnamed."""
    if not isinstance(source, Participant):
        return source
    entity = discourse.entity(source.mention, SOURCE, None)
    return Participant(source.mention, entity) if entity is not None and entity.kind in ACTORS else Speaker.UNNAMED


def _content(
    claim: Claim, source: Participant | Speaker, discourse: Discourse, document: str
) -> Event | Statement | Claim | None:
    if isinstance(claim.content, Claim):
        return _claim(claim.content, discourse, document)
    if isinstance(claim.content, Statement):
        return claim.content
    return _event(claim.content, source, discourse)


def _event(event: Event, source: Participant | Speaker, discourse: Discourse) -> Event | None:
    """The event with its entities: None if no role is left."""
    roles: Roles = tuple(
        (role, people) for role, ps in event.roles if (people := _participants(ps, role, discourse, source))
    )
    if not roles:
        return None
    found = replace(event, roles=roles)
    return replace(found, iri=_event_iri(found))


def _participants(
    people: Iterable[Participant], role: str, discourse: Discourse, speaker: Participant | Speaker | None
) -> tuple[Participant, ...]:
    me = speaker.entity if isinstance(speaker, Participant) else None
    found = ((p, discourse.entity(p.mention, role, me)) for p in people)
    unique = {e.iri: Participant(p.mention, e) for p, e in reversed(list(found)) if e is not None}
    return tuple(reversed(unique.values()))


def _event_iri(event: Event) -> str:
    roles = [
        f"{role}={iri}" for role, people in event.roles for iri in sorted(p.entity.iri for p in people if p.entity)
    ]
    time = [event.time.begin, event.time.end] if event.time else []
    return DATA + "event/" + _hash(event.type, *roles, *time)


def _claim_iri(claim: Claim, document: str) -> str:
    source = claim.source.entity.iri if isinstance(claim.source, Participant) and claim.source.entity else ""
    content = claim.content.text if isinstance(claim.content, Statement) else claim.content.iri
    place = f"{claim.sentence.begin}-{claim.sentence.end}"
    return DATA + "claim/" + _hash(document, place, claim.type, claim.factuality, source or str(claim.source), content)


def _hash(*parts: str) -> str:
    """A short name for what the parts say: 80 bits of SHA-256."""
    return sha256("\n".join(parts).encode()).hexdigest()[:20]
