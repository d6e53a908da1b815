"""Which phrases fill the roles of an event that a noun names: what depends on it, or the parser hung elsewhere."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.arguments import (
    LOCATION,
    PATIENT,
    Fillers,
    ordered,
    prepositional_role,
    resolved,
)
from kg.extract.participants.befallen import befallen, handled, harmed
from kg.extract.participants.hung import beside, hosted, named_later, shared, within_owner
from kg.extract.participants.in_front import in_front
from kg.extract.participants.matters import is_matter
from kg.extract.participants.partakers import partaker
from kg.extract.participants.restrictions import is_actor, is_named_place, is_place, is_time
from kg.extract.participants.sides import other_side
from kg.extract.tree import SUBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon, NounFrame

AGENT, ORIGIN = "agent", "origin"
CHOICES = frozenset(("Election",))
"""Events in which who is chosen and who chooses both act."""
TWO = 2
OWNERS = frozenset(("nmod", "nmod:poss"))
OF_NOUN = frozenset(("amod", "appos", "det:poss", "flat", "nmod", "nmod:poss", "obl", "obl:arg"))
"""Relations of what fills a role of an event noun."""


def noun_fillers(noun: Token, frame: NounFrame, lexicon: Lexicon) -> Fillers:
    """The roles that the dependents of an event noun fill."""
    found: Fillers = defaultdict(list)
    around = (
        *in_front(noun, lexicon),
        *hosted(noun, lexicon),
        *beside(noun, frame.obl, lexicon),
        *shared(noun, lexicon),
    )
    for child in dict.fromkeys((*noun.children, *around)):
        of_noun = child.dep_ in OF_NOUN or _is_second_owner(child, noun)
        role = _nominal_role(child, frame, lexicon) if of_noun else ""
        if role:
            found[role] += resolved(named_later(child, noun, lexicon), lexicon)
            for other, inner in within_owner(child, frame.obl, lexicon) if child.dep_ in OWNERS else ():
                found[other] += resolved(inner, lexicon)
    _undergone(noun, found, frame, lexicon)
    if frame.compound and lexicon.nominal(noun.lemma_)[1]:
        found[frame.compound].append(noun)
    others = [t for t in found[AGENT] if frame.obl.get(syntax.preposition(t)) == "agent" and t.dep_ == "nmod"]
    if others == found[AGENT]:
        by = other_side(noun, frame.obl, lexicon) if others else partaker(noun, frame.obl, lexicon)
        found[AGENT] += [t for who in by for t in resolved(who, lexicon)]
    if not found[PATIENT] and PATIENT in (frame.genitive, *frame.obl.values()):
        # "bei einem Anschlag in Kiew getötet" says where, not on whom
        known = found[AGENT] and not found[LOCATION]
        whom = befallen(noun, lexicon) or (harmed(noun, lexicon) if known else []) or _handled(noun, frame, lexicon)
        found[PATIENT] += [t for who in whom for t in resolved(who, lexicon)]
    return ordered(found, lexicon)


def _handled(noun: Token, frame: NounFrame, lexicon: Lexicon) -> list[Token]:
    return handled(noun, lexicon) if PATIENT == frame.genitive == frame.adjective else []


def _undergone(noun: Token, found: Fillers, frame: NounFrame, lexicon: Lexicon) -> None:
    """Make a genitive who undergoes it where "durch" says who acts: "Geiselnahme *von Touristen* durch Rebellen"."""
    if frame.genitive != AGENT or found[PATIENT] or frame.event in CHOICES or len(found[AGENT]) < TWO:
        return
    by = [t for t in found[AGENT] if lexicon.cue("agent", t.adposition) and is_actor(t, lexicon)]
    owners = [t for t in found[AGENT] if not t.adposition or lexicon.cue("genitive", t.adposition)]
    near = {c.i for c in (*noun.children, *in_front(noun, lexicon))}
    if not near.isdisjoint(t.i for t in by) and owners and len(by) + len(owners) == len(found[AGENT]):
        found[AGENT], found[PATIENT] = by, owners


def _is_second_owner(child: Token, noun: Token) -> bool:
    """Whether a name joined to the event is a genitive joined to another: "das Manöver Südkoreas und *Japans*"."""
    if child.dep_ != "conj" or not child.ent_type_ or child.pos_ != "PROPN" or child.adposition:
        return False
    before = [c for c in noun.children if c.i < child.i and c.dep_ == "nmod" and not c.adposition and c.ent_type_]
    return bool(before) and syntax.case(child) == "Gen"


def _nominal_role(child: Token, frame: NounFrame, lexicon: Lexicon) -> str:
    """The role of a child of an event noun with a relation `OF_NOUN`."""
    adposition = child.adposition
    if child.dep_ == "amod":
        if child.ent_type_ == "DEM":
            return frame.adjective
        return AGENT if lexicon.cue("body_adjective", child.lemma_) else ""  # "*polizeiliche* Festnahmen"
    if child.dep_ == "det:poss":
        return frame.adjective
    if child.dep_ in ("flat", "appos") and child.ent_type_ in ("LOC", "ORG", "PER") and child.i == child.head.i + 1:
        # "die Bombardierung Mariupols", which the parser takes for a name
        return frame.genitive if child.dep_ == "flat" or _is_genitive(child, lexicon) else ""
    if child.dep_ in ("flat", "appos") or is_time(child, lexicon):
        return ""
    if not adposition:
        return frame.genitive if child.dep_ != "obl" and _is_genitive(child, lexicon) else ""
    if adposition not in frame.obl and lexicon.cue("agent", adposition):
        return "agent"
    if lexicon.cue("genitive", adposition):
        if _may_act(child, lexicon):
            return ""
        if frame.obl.get(adposition) == LOCATION:
            named = is_named_place(child) or (child.pos_ == "PROPN" and not child.ent_type_)
            return LOCATION if named else frame.genitive  # "das Massaker von Srebrenica"
        away = frame.obl.get(adposition) == ORIGIN and not is_place(child, lexicon)
        if away or adposition not in frame.obl:
            return frame.genitive  # "die Verlegung von *Häftlingen*", but "von Kiel nach Rostock"
    role = prepositional_role(child, adposition, frame.obl, lexicon)
    thing = (bool(lexicon.noun_class(child.lemma_)) and not is_actor(child, lexicon)) or is_matter(child, lexicon)
    return "" if role == "agent" and thing else role  # "Gespräche *mit offenem Ausgang*"


def _may_act(child: Token, lexicon: Lexicon) -> bool:
    """Whether it may act in the passive that ends the clause: "da die Wahl *von Soldaten* bewacht wurde"."""
    noun = child.head
    if noun.dep_ != "nsubj:pass" or not lexicon.cue("passive_agent", child.adposition):
        return False
    return syntax.finite(noun.head).i > noun.head.i and is_actor(child, lexicon) and not child.ent_type_


def _is_genitive(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a bare name has the ending of the genitive: "Truppen Russland helfen" is badly attached."""
    if syntax.is_relative(noun):
        # "der Mann, *dessen* Tod die Behörden meldeten"
        alone = noun.head.dep_ in SUBJECTS and not syntax.children(noun.head.head, "obj")
        return alone or syntax.case(noun) == "Gen"
    if noun.pos_ != "PROPN":
        marked = any(c.dep_.startswith("det") or c.dep_ == "amod" for c in noun.children)
        counted = syntax.feature(noun, "Case") == "Gen" and bool(syntax.children(noun, "nummod"))  # "zweier Touristen"
        marked = marked or counted
        return marked or noun.lower_.endswith(tuple(lexicon.cues.get("genitive_ending", ("",))))
    if any(c.dep_.startswith("det") for c in noun.children):
        return True
    return noun.lower_.endswith(tuple(lexicon.cues.get("genitive_ending", ("",))))
