"""Bare objects that a verb shares with another, or that look like something else, and which of them is the dative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.control import lets_itself
from kg.extract.participants.restrictions import is_actor, is_time
from kg.extract.participants.subjects import is_object
from kg.extract.tree import SUBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon, VerbFrame

RECIPIENT = "recipient"
NOT_CLAUSES = frozenset(("appos", "ccomp"))
"""Relations of a verb's noun that can only be its object."""


def with_strays(
    own: list[Token], verb: Token, frame: VerbFrame, understood: Token | None, lexicon: Lexicon
) -> list[Token]:
    """The bare objects of a verb with those given to another; where it has none, what only looks like another thing."""
    objects = borrowed(verb, understood, lexicon, own) if frame.obj else []
    if frame.obj and lets_itself(verb, lexicon) and (who := syntax.subject(verb.head)) is not None:
        return [who]
    objects = objects or own or elliptical(verb)
    objects = objects or shared_objects(verb, lexicon) or behind_number(verb, frame, lexicon)
    return objects or (behind_clause(verb, lexicon) if frame.obj else [])


def behind_clause(verb: Token, lexicon: Lexicon) -> list[Token]:
    """The object behind an interposed clause, taken for one: "zeigte, kaum dass er da war, *eine Aufnahme*"."""
    if syntax.is_passive(verb) or verb.pos_ != "VERB":
        return []
    nouns = (c for c in verb.children if c.dep_ in NOT_CLAUSES and c.pos_ == "NOUN" and c.i > verb.i)
    return [c for c in nouns if _is_bare_phrase(c) and not is_time(c, lexicon)][:1]


def _is_bare_phrase(noun: Token) -> bool:
    """Whether a noun has an article or a number and neither subject nor verb."""
    marked = any(c.dep_.startswith("det") or c.dep_ == "nummod" for c in noun.children)
    return marked and not noun.adposition and not noun.is_clause and not any(c.dep_ == "mark" for c in noun.children)


def behind_number(verb: Token, frame: VerbFrame, lexicon: Lexicon) -> list[Token]:
    """The object of "haben *über* 100 Schiffe angegriffen", which looks like a phrase with a preposition."""
    found = []
    for child in verb.children:
        case = next((c for c in child.children if c.dep_ == "case"), None) if child.dep_ == "obl" else None
        if case is None or not lexicon.cue("counting", case.lower_):
            continue
        number = case.nbor()
        if number.dep_ == "nummod" and number.head.i == child.i and syntax.preposition(child) not in frame.obl:
            found.append(child)
    return found


def shared_objects(verb: Token, lexicon: Lexicon) -> list[Token]:
    """What stands before two infinitives or participles belongs to both: "konnte *ihn* stellen und festnehmen"."""
    first = verb.head
    if verb.dep_ != "conj" or syntax.feature(first, "VerbForm") not in ("Inf", "Part"):
        return []
    finite = syntax.feature(syntax.finite(verb), "VerbForm") == "Fin"  # but "soll die Frau entführt und ermordet haben"
    if finite or any(c.dep_ in SUBJECTS for c in verb.children) or syntax.is_passive(verb):
        return []
    before = (c for c in first.children if c.dep_ == "obj" and c.i < first.i < verb.i)
    return [c for c in before if is_object(c, None, lexicon)]


def elliptical(verb: Token) -> list[Token]:
    """The object of "veröffentlichte im Netz Ton- und Bildaufnahmen", which the parser joined to the phrase before."""
    for phrase in verb.children:
        for joined in syntax.coordinated(phrase)[1:] if phrase.dep_ == "obl" else ():
            if any(t.text.endswith("-") and len(t.text) > 2 for t in verb.doc.tokens[phrase.i : joined.i]):
                return [joined]
    return []


def borrowed(verb: Token, understood: Token | None, lexicon: Lexicon, own: list[Token]) -> list[Token]:
    """The objects with what the parser gave to the verb above: "warf dem Norden vor, Waffen zu liefern".

    Its own ones may be the last of a list: "beschuldigt den Norden, *Raketen* und Waffen zu liefern".
    """
    upper = verb.head
    if verb.dep_ not in ("xcomp", "ccomp") or syntax.own_subject(verb) is not None:
        return []
    between = [
        c for c in upper.children if c.dep_ in ("obj", "obl") and upper.i < c.i < verb.i and _is_bare(c, lexicon)
    ]
    things = []
    for noun in between:
        if understood is not None and noun.i == understood.i:
            things += [t for t in syntax.coordinated(noun)[1:] if not is_actor(t, lexicon)]
        elif not own:
            things.append(noun)
    return [*things, *own]


def _is_bare(noun: Token, lexicon: Lexicon) -> bool:
    bare = noun.dep_ in ("obj", "obl") and noun.pos_ in ("NOUN", "PROPN")
    return bare and not syntax.preposition(noun) and not is_time(noun, lexicon)


def recipient(objects: list[Token], frame: VerbFrame, lexicon: Lexicon, *, found_obj: bool) -> Token | None:
    """The dative among the objects: by its case, its relation, or as the actor beside a thing."""
    if not frame.dative:
        return None
    marked = [o for o in objects if o.dep_ in ("iobj", "obl:arg", "obl") or syntax.case(o) == "Dat"]
    # the only object of "liefern" is what is delivered, whatever case the parser gives to "Granaten"
    guessed = len(objects) == 1 and frame.obj and not found_obj and objects[0].dep_ == "obj"
    if marked and not (guessed and not is_actor(marked[0], lexicon)):
        return marked[0]
    actors = [o for o in objects if is_actor(o, lexicon)]
    if actors and (len(objects) > 1 or found_obj or not frame.obj):
        return actors[0]
    return None


def apart_from_voters(chosen: list[Token], role: str, found: dict[str, list[Token]]) -> None:
    """Whom others elect is none of them: "Der Rat wählte *Meier* zum Vorsitzenden", but "*Meier* wurde gewählt"."""
    places = {t.i for t in chosen}
    others = [t for t in found[role] if t.i not in places]
    if others and places:
        found[role] = others
        found[RECIPIENT] = [*found.get(RECIPIENT, ()), *chosen]
