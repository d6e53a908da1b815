"""The other side of what two do together, where a noun names one: "*Kenia* ist bereit zu Gesprächen mit Uganda"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.partakers import NESTED, carried
from kg.extract.participants.restrictions import is_actor, is_time
from kg.extract.participants.sharers import acting, enabled

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

WITHIN = NESTED | {"obj", "acl", "xcomp"}
"""Relations of an event, or of what it belongs to, to the word whose subject is one of its sides."""
WORDS = frozenset(("NOUN", "ADJ", "ADV"))
OWN = "source"
"""What a noun of saying means is its speaker's own act."""
PASSIVE = "nsubj:pass"
DEEP = 3
"""How many phrases may stand between."""


def other_side(noun: Token, table: dict[str, str], lexicon: Lexicon) -> list[Token]:
    """Who the others deal with: "*Kenia* begann nach Gesprächen *mit Uganda* …", "kündigte das Bündnis mit ihm auf".

    Also where the noun stands within another: "*Ihre* Bereitschaft zu Gesprächen mit ihm", "offen für Gespräche mit".
    """
    if whose := carried(noun, table, lexicon) or enabled(noun, lexicon):
        return whose
    if any(c.adposition and lexicon.cue("names_both", c.adposition) for c in noun.children):
        return []  # "ein Treffen *zwischen* den Staaten"
    below = noun
    while below.dep_ == "conj" and below.head.pos_ in WORDS:
        below = below.head
    upper = below.head
    for _ in range(DEEP):
        if syntax.is_predicate(upper):
            break
        if below.dep_ not in WITHIN or upper.pos_ not in WORDS or upper.i == below.i:
            return []
        said = lexicon.claims.get(("noun", upper.lemma_), ())
        if said and said[0].control != OWN:
            return []  # "Oslo kennt den Bericht über ein Treffen mit Uganda", but "die Bereitschaft zu …"
        if owner := _owner(upper, below, lexicon):
            return [owner]
        upper, below = upper.head, upper
    if below.dep_ not in WITHIN or not syntax.is_predicate(upper):
        return []
    near = [c for c in upper.children if c.dep_ == "obj" and c.i < noun.i and is_actor(c, lexicon)]
    if near and lexicon.cue("before_after", below.adposition):
        return []  # "weil die USA *Georgien* nach dem Krieg mit Russland lobten": whose war it was, is open
    who = acting(upper, lexicon)
    if who is not None and who.dep_ == PASSIVE and lexicon.cue("before_after", below.adposition):
        return []  # "Nach Verhandlungen mit den Tätern wurden *die Geiseln* befreit"
    return [who] if who is not None and is_actor(who, lexicon) and not is_time(who, lexicon) else []


def _owner(noun: Token, but: Token, lexicon: Lexicon) -> Token | None:
    """Whose it is: a possessive or a genitive for somebody."""
    for child in noun.children:
        whose = child.dep_ == "det:poss" or (child.dep_ == "nmod" and not child.adposition and is_actor(child, lexicon))
        if whose and child.i != but.i:
            return child
    return None
