"""Participles that say what somebody said of a noun: "die *von der Opposition geforderte* Freilassung"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.cue import Cue, people
from kg.extract.restrictions import is_actor

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon


def attribute(token: Token, lexicon: Lexicon) -> Cue | None:
    """The participle as a word of saying, if it names who says so and its noun is an event.

    Without a name, "die *geforderte* Freilassung", the article says no more than that it is open.
    """
    row = _row(token.lower_, lexicon)
    noun = token.head
    if row is None or not lexicon.nominal(noun.lemma_)[0]:
        return None
    sources = [c for c in token.children if syntax.preposition(c) == row.source and is_actor(c, lexicon)]
    who = tuple(t for s in sources for t in people(s, lexicon))
    return Cue(token, row, who, (), (noun,), (), "reported") if who else None


@cache
def _row(form: str, lexicon: Lexicon) -> ClaimFrame | None:
    """The row of a participle without its ending: "geforderte", "gefordertem"."""
    stems = [form.removesuffix(e) for e in lexicon.cues.get("adjective_ending", ()) if form.endswith(e)]
    rows = (r for stem in stems for r in lexicon.claims.get(("adjective", stem), ()))
    return next((r for r in rows if r.source and lexicon.cue("passive_agent", r.source)), None)
