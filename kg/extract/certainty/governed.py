"""What a noun right before a phrase says of it, also where the parser hung the phrase on the verb.

"Der Fall führt zu *Forderungen* nach einer Untersuchung": there is none yet. "*Ermittlungen* wegen Folter": whether
somebody was tortured is for them to find out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.participants.subjects import verb_words

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

OPEN = frozenset(("Demand", "Expectation", "Announcement"))
"""Classes of nouns whose content need not be."""
CHARGED = frozenset(("Investigation", "Detention"))
"""Events that somebody is put through for what he may have done."""


def is_awaited(event: Token, adposition: str, lexicon: Lexicon) -> bool:
    """Whether the word before wishes or expects it: "führt zu *Forderungen* nach Ermittlungen"."""
    noun = _before(event)
    if noun is None or noun.i == event.head.i:
        return False
    rows = lexicon.claims.get(("noun", noun.lemma_), ())
    return any(row.type in OPEN and adposition in row.content for row in rows)


def is_charge(event: Token, adposition: str, lexicon: Lexicon) -> bool:
    """Whether it is what somebody is blamed for: "*wegen* Unterstützung verurteilt", "Ermittlungen *wegen* Folter"."""
    if not lexicon.cue("ground", adposition):
        return False
    upper = event.head
    if lexicon.cue("blames", *verb_words(upper), lexicon.verb_of(upper.lower_)):
        return True
    noun = upper if upper.pos_ == "NOUN" else _before(event)
    return noun is not None and any(row.event in CHARGED for row in lexicon.nominal(noun.lemma_)[0])


def _before(event: Token) -> Token | None:
    """The noun right before the phrase."""
    start = event.left_edge.i
    noun = event.doc.tokens[start - 1] if start > event.sent.start else None
    return noun if noun is not None and noun.pos_ == "NOUN" else None
