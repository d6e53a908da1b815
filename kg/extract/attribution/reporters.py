"""Whose report somebody denies or doubts: "distanzierte sich von der Meldung *eines Portals*, er habe …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import governing, is_genitive
from kg.extract.attribution.noun_sources import is_demonym
from kg.extract.participants.restrictions import is_actor
from kg.lang.lexicon import ClaimFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.attribution.cue import Cue
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

DOUBTS = frozenset(("Denial", "NonConfirmation"))
TOLD = ("Accusation", "Assertion")
"""What a noun may report: "die Meldung", "der Vorwurf"."""


def reported(cue: Cue, trigger: Token, cues: Sequence[Cue], lexicon: Lexicon) -> Cue | None:
    """Who reports what the source of a cue denies, where the parser hung the clause of the report elsewhere.

    "Zweifel an der Darstellung *der Polizei*, der Mann habe geschossen, äußerte der Anwalt": the police say so.
    """
    if cue.row.type not in DOUBTS or any(c.token in cue.roots for c in governing(trigger, cues)):
        return None
    clause = next((root for root in cue.roots if root.is_clause and syntax.within(trigger, root)), None)
    for noun in cue.roots:
        rows = lexicon.claims.get(("noun", noun.lemma_), ()) if noun.pos_ == "NOUN" else ()
        row = next((r for r in rows if r.type in TOLD), None)
        if clause is None or row is None or not noun.i < clause.i:
            continue
        holders = [c for c in noun.children if c is not clause and (is_genitive(c, lexicon) or is_demonym(c))]
        named = tuple(c for c in holders if is_actor(c, lexicon))
        said = ClaimFrame(row.lemma, "noun", row.type, "CT+", "", "", frozenset(), "", "", "")
        return type(cue)(noun, said, named, (), (clause,), (), "reported") if named else None
    return None
