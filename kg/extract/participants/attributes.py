"""Who takes part in what an attribute says: "die *von Russland* entsandten Soldaten", "streikende *Arbeiter*"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.participants.arguments import PHRASES, Fillers, ordered, prepositional_role, resolved
from kg.extract.participants.hung import hosted
from kg.extract.participants.restrictions import is_actor, is_named_place, is_time

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon, VerbFrame


def participle_fillers(participle: Token, frame: VerbFrame, lexicon: Lexicon) -> Fillers:
    """As in "die von Russland entsandten Soldaten", "streikende Arbeiter": the noun is in a role too."""
    active = syntax.feature(participle, "VerbForm") != "Part" and lexicon.is_active_participle(participle.lower_)
    active = active and not is_due(participle, lexicon)
    role = frame.nsubj if active or not frame.obj else frame.obj
    found: Fillers = defaultdict(list)
    if role:
        found[role] += syntax.coordinated(participle.head)
    for child in (*participle.children, *hosted(participle, lexicon)):
        adposition = syntax.preposition(child)
        if child.dep_ == "obj" and active and frame.obj and not adposition and not is_time(child, lexicon):
            found[frame.obj] += resolved(child, lexicon)  # "die *das Werk* angreifenden Rebellen"
        if not adposition or child.dep_ not in PHRASES:
            continue
        agent = child.dep_ == "obl:agent" or (not active and bool(lexicon.cue("passive_agent", adposition)))
        if agent and not _may_act(child, lexicon):
            continue
        role = frame.nsubj if agent else prepositional_role(child, adposition, frame.obl, lexicon)
        if role:
            found[role] += resolved(child, lexicon)
    return ordered(found, lexicon)


def _may_act(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase may say who did it: "von der Armee nördlich *von Lalibela* eingekesselt" has a place besides."""
    before = noun.left_edge.i - 1
    beside = before >= noun.sent.start and lexicon.cue("place", noun.doc.tokens[before].lower_)
    return not (beside and is_named_place(noun)) and is_actor(noun, lexicon)


def is_due(participle: Token, lexicon: Lexicon) -> bool:
    """Whether an attribute says what is yet to be done: "die *abzuberufenden* Richter", "die zu *prüfenden* Akten"."""
    if participle.dep_ != "amod" or not lexicon.is_active_participle(participle.lower_):
        return False
    return any(c.tag_ == tags.TO for c in participle.children) or lexicon.has_infinitive_mark(participle.lower_)
