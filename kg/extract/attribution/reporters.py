"""Whose report or demand somebody answers: "distanzierte sich von der Meldung *eines Portals*, er habe …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import governing, is_genitive, is_zu_infinitive
from kg.extract.attribution.noun_sources import is_demonym
from kg.extract.participants.restrictions import is_actor
from kg.lang.lexicon import ClaimFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.attribution.cue import Cue
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

TOLD = ("Accusation", "Assertion")
ANSWERED = {"Denial": TOLD, "NonConfirmation": TOLD, "Confirmation": TOLD, "Refusal": ("Announcement", "Demand")}
"""The classes of nouns whose content a verb of a class is about: "wies *den Vorwurf der Union* zurück, er …"."""


def reported(cue: Cue, trigger: Token, cues: Sequence[Cue], lexicon: Lexicon) -> Cue | None:
    """Who said what the source of a cue denies, confirms or refuses, where the clause of the report hangs elsewhere.

    "Zweifel an der Darstellung *der Polizei*, der Mann habe geschossen, äußerte der Anwalt": the police say so.
    """
    answered = ANSWERED.get(cue.row.type)
    if answered is None or any(c.token in cue.roots for c in governing(trigger, cues)):
        return None
    clauses = (root for root in cue.roots if root.is_clause or is_zu_infinitive(root))
    clause = next((root for root in clauses if syntax.within(trigger, root)), None)
    for noun in cue.roots:
        rows = lexicon.claims.get(("noun", noun.lemma_), ()) if noun.pos_ == "NOUN" else ()
        row = next((r for r in rows if r.type in answered), None)
        if clause is None or row is None or not noun.i < clause.i:
            continue
        holders = [c for c in noun.children if c is not clause and (is_genitive(c, lexicon) or is_demonym(c))]
        named = tuple(c for c in holders if is_actor(c, lexicon))
        committed = "CT+" if row.type in TOLD else row.factuality
        said = ClaimFrame(row.lemma, "noun", row.type, committed, "", "", frozenset(), "", "", "")
        return type(cue)(noun, said, named, (), (clause,), (), "reported") if named else None
    return None
