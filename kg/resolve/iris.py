"""IRIs of what a graph talks about: readable, and the same for the same name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

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
