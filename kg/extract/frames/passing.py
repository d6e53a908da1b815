"""Event nouns that a text only mentions in passing: what was told before, or the time of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.certainty.presupposed import SUDDEN, is_definite

if TYPE_CHECKING:
    from kg.extract.participants.arguments import Fillers
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

OWNED = frozenset(
    ("Agreement", "Combat", "Cooperation", "Flight", "Meeting", "Movement", "Publication", "Supply", "Support")
)
"""What "ihr" before it only takes up: "*ihr* Vertrag", "*unsere* Reise", but "*ihr* Rücktritt" is news."""
JOURNEY, AGENT = "Movement", "agent"
SINGULAR = "Sing"


def in_passing(noun: Token, event: str, roles: Fillers, lexicon: Lexicon) -> bool:
    """Whether a noun with roles, which no verb carries, is not told as an event of its own."""
    if not roles:
        return False
    if event in OWNED and all(t.dep_ == "det:poss" and t.head.i == noun.i for ts in roles.values() for t in ts):
        return True  # "Auf *ihrer Reise* lernte sie viel", not "ihre Reise nach Rom"
    # "wurde *bei der Ankunft* der Band gefeiert", but "*nach der Ankunft* der Truppen", which says that they came
    alone = event == JOURNEY and noun.dep_ == "obl" and AGENT in roles
    return alone and bool(lexicon.cue("on_the_way", syntax.preposition(noun)))


def is_taken_up(noun: Token, event: str, lexicon: Lexicon) -> bool:
    """Whether a noun without roles, which no verb carries, only takes up what was told, or speaks of its kind."""
    articles = syntax.children(noun, "det")
    if any(syntax.feature(a, "PronType") == "Dem" for a in articles):
        return True  # "begrüßte *diese Entscheidung*"
    if event in SUDDEN:
        return False  # "verurteilte *den Anschlag*", "nach langer *Flucht*"
    if noun.dep_ == "obj":  # "kritisierte *die Entscheidung*", not "die Entscheidung vom Montag"
        return _has_article(noun) and all(c.dep_ in ("det", "punct") for c in noun.children)
    called = lexicon.cue("called_to", syntax.preposition(noun))  # "rief *zu der Kundgebung* auf"
    if noun.dep_ == "obl" and syntax.feature(noun, "Number") == SINGULAR and not called:
        # "nach *der Wahl im Mai* gestiegen", "sorgte *für Unruhe*"
        return _has_article(noun) or not (articles or is_definite(noun))
    # "*Moderne Kriege* haben keine Fronten"
    bare = noun.dep_ == "nsubj" and not articles and not is_definite(noun)
    return bare and bool(syntax.children(noun, "amod"))


def _has_article(noun: Token) -> bool:
    return any(syntax.feature(a, "Definite") == "Def" for a in syntax.children(noun, "det"))
