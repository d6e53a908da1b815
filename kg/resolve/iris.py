"""IRIs of what a graph talks about: readable, and the same for the same name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

from kg.model import Claim, Event, Participant, Roles, Speaker, Statement

DATA = "https://w3id.org/kg-news/id/"
NAME_WORD = re.compile(r"\w[\w.'’-]*")


@lru_cache(maxsize=10_000)
def slug(text: str) -> str:
    """A name as the last part of an IRI: letters and figures of any script, hyphens between.

    >>> slug("Dmitri  Peskow")
    'dmitri-peskow'
    """
    if text.isascii() and text.isalpha():
        return text.lower()  # a single word, as most names of kinds are
    words = NAME_WORD.findall(unicodedata.normalize("NFC", text).lower())
    found = "-".join([word.rstrip(".'’-") for word in words])
    return found or sha256(text.encode()).hexdigest()[:12]


def digest(*parts: str) -> str:
    """A short name for what the parts say: 80 bits of SHA-256."""
    return sha256("\n".join(parts).encode()).hexdigest()[:20]


def event_iri(event: Event, found: Roles, document: str) -> str:
    """Of its type, roles and time; without roles also of its place in the article ("Am Sonntag wird gewählt")."""
    roles = [f"{role}={iri}" for role, people in found for iri in sorted(p.entity.iri for p in people if p.entity)]
    time = [event.time.begin, event.time.end] if event.time else []
    own = [] if roles else [document, str(event.trigger.begin)]
    return DATA + "event-" + digest(event.type, *roles, *time, *own)


def claim_iri(claim: Claim, speaker: Participant | Speaker, about: Event | Statement | Claim, document: str) -> str:
    """Of its sentence, class, factuality, source and content."""
    source = speaker.entity.iri if isinstance(speaker, Participant) and speaker.entity else ""
    content = about.text if isinstance(about, Statement) else about.iri
    place = f"{claim.sentence.begin}-{claim.sentence.end}"
    return DATA + "claim-" + digest(document, place, claim.type, claim.factuality, source or str(speaker), content)
