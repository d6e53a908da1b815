"""Words whose end only the next has: "*Landes-* und Bundespolizei", "die *Fraktions-* und Parteivorsitzenden"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.lang.lexicon import Lexicon

HYPHEN = re.compile(r"[^\W\d_]{2}- ")
"""Where a word is cut off."""
SHORTEST = 2
"""Letters of the first part of a compound, at least."""


def complete(doc: Doc, lexicon: Lexicon) -> None:
    """Give each word that is cut off the lemma that it has for a reader.

    Not that of an event, which is told once: "Luft- und Raketenangriffe".
    """
    if HYPHEN.search(doc.text) is None:
        return
    for token in doc:
        if token.text.endswith("-") and token.pos_ == "NOUN" and len(token.text) > SHORTEST:
            last = _last(token)
            end = _end(last.lemma_, lexicon) if last is not None else ""
            if end and not lexicon.nominal(end)[0]:
                token.lemma_ = token.text[:-1] + end.lower()


def _end(lemma: str, lexicon: Lexicon) -> str:
    """The last part of a compound, the longest that the table of nouns has, or the empty string."""
    ends = (lemma[begin:].lstrip("-").capitalize() for begin in range(SHORTEST, len(lemma) - 2))
    return next((end for end in ends if end in lexicon.classes), "")


def _last(token: Token) -> Token | None:
    """The word that has the end."""
    joined = [c for c in token.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]
    return joined[-1] if joined and not joined[-1].text.endswith("-") else None
