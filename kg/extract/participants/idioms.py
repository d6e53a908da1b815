"""Words that fill no role but make a verb mean its event: "um*s Leben* kommen", "*tot* aufgefunden"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import tags
from kg.extract.participants.restrictions import is_idiom, is_measured

if TYPE_CHECKING:
    from kg.extract.participants.arguments import Fillers
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon, VerbFrame

VICTIM = "victim"
"""The class of nouns for the dead."""


def with_idioms(verb: Token, row: VerbFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The roles with the nouns that only make an idiom, which a row may ask for: "um*s Leben* kommen"."""
    found = roles
    for child in verb.children:
        if child.tag_ == tags.CORRELATE:  # "drohte *damit*, das Feuer zu eröffnen"
            places = {row.obl.get(lexicon.cue("prepositional", child.lower_), "")}
        elif _belongs(child, lexicon):
            bare = {row.obj, row.dative} if not child.adposition else set()
            places = {row.obl.get(child.adposition, ""), *bare}
        else:
            continue
        for role in places - {""}:
            found = {**found, role: [*found.get(role, ()), child]}
    return found


def _belongs(child: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a part of what its verb means."""
    if is_idiom(child, lexicon):
        return True
    if child.pos_ == "ADJ":  # "wurde *tot* aufgefunden"
        return not child.adposition and lexicon.is_a(child.lemma_, (VICTIM,))
    if child.pos_ != "NOUN":
        return False
    tokens = child.doc.tokens  # "verurteilte ihn zu *drei Jahren* Haft"
    return is_measured(tokens[min(child.i + 1, len(tokens) - 1)], lexicon)
