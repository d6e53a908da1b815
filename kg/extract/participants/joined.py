"""Who else does it, joined by "und" or the like, where the parser did not join the phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.restrictions import is_actor, is_time
from kg.extract.tree import SUBJECTS, once

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

NOUNS = frozenset(("NOUN", "PROPN"))
PLURAL = "Plur"
CORE = SUBJECTS | {"obj"}
OTHERS = frozenset(("obl", "obl:arg", "nmod"))
CASE = "case"
"""The value of a word of company that needs no preposition: "mitsamt dem Gepäck"."""
ELLIPTIC = frozenset(("ADJ", "DET", "NUM", "PRON"))
"""Parts of speech of words that count some of others."""


def joined_subjects(verb: Token, subject: Token | None) -> list[Token]:
    """More subjects with "und" behind the first: "*A* einerseits und *B* andererseits"."""
    if subject is None:
        return []
    others = [c for c in verb.children if c.dep_ in SUBJECTS and c.i > subject.i]
    return [c for c in others if is_joined(c)]


def is_joined(noun: Token) -> bool:
    """Whether a phrase begins with "und" or the like."""
    first = next((t for t in noun.subtree if not t.is_punct), noun)
    return first.dep_ == "cc"


def first_subject(verb: Token, subject: Token, lexicon: Lexicon) -> list[Token]:
    """The first of joined subjects, to which the parser hung the whole clause: "*Meier*, 50, und sein Sohn starben"."""
    if verb.dep_ != "conj":
        return []
    upper, finite = verb.head, syntax.finite(verb)
    first = upper
    if upper.dep_ == "acl:relcl" and finite.i < verb.i and syntax.feature(subject, "Number") != PLURAL:
        first = upper.head  # "*ein Mann*, der dort arbeitete, und eine Frau haben gestanden"
    if first.pos_ not in NOUNS or syntax.is_predicate(first) or first.adposition:
        return []
    joined = is_joined(subject) or any(c.dep_ == "cc" and first.i < c.i < subject.i for c in verb.children)
    several = syntax.feature(finite, "Number") == PLURAL and subject.i < finite.i
    if not (joined and several) or is_actor(first, lexicon) != is_actor(subject, lexicon):
        return []
    return [t for t in syntax.coordinated(first) if t.pos_ in NOUNS and t.i < subject.i]


@once
def whole(part: Token) -> Token | None:
    """Of whom a subject is a part, taken for who did it: "*mehrere* von ihnen wurden von Beamten abgeführt"."""
    verb = part.head.head if part.head.dep_ in syntax.AUXILIARY else part.head
    if part.pos_ not in ELLIPTIC or part.dep_ not in SUBJECTS or syntax.feature(part, "PronType") in ("Prs", "Rel"):
        return None
    for child in verb.children:
        if not _may_be_doer(child) or syntax.feature(child, "Number") != PLURAL:
            continue
        behind = child.left_edge.i == part.i + 1 and child.i < verb.i
        ahead = child.dep_ == "obl:agent" and child.pos_ == "PRON" and child.i < part.i
        if behind or ahead:  # "*Von ihnen* wurden zwei verletzt"
            return child
    return None


def is_whole(noun: Token) -> bool:
    """Whether of those a subject is a part: "mehrere *von ihnen* wurden abgeführt"."""
    subject = syntax.own_subject(noun.head) if _may_be_doer(noun) else None
    return subject is not None and whole(subject) is noun


def _may_be_doer(noun: Token) -> bool:
    return noun.dep_ == "obl:agent" or (noun.dep_ == "obl" and noun.pos_ == "PRON" and bool(noun.adposition))


def together(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Who is in it with the subject: "reiste zusammen *mit Kunz*", "wurde mit drei weiteren *Männern* verhaftet"."""
    found = []
    for child in verb.children:
        if child.dep_ in ("obl", "obl:arg"):
            if _is_company(child, lexicon):
                found.append(child)
        elif child.children and child.dep_ == "advmod" and lexicon.cue("together", child.lower_):
            found += [c for c in child.children if c.dep_ in OTHERS and _is_company(c, lexicon)]
    return found


def _is_company(noun: Token, lexicon: Lexicon) -> bool:
    edge = noun.left_edge
    word = lexicon.cue("together", edge.nbor(-1).lower_) if edge.i > edge.sent.start else ""
    if not lexicon.cue("joins", noun.adposition) and not (word == CASE and not noun.adposition):
        return False
    more = any(c.dep_ in ("amod", "det") and lexicon.cue("more_of", c.lemma_) for c in noun.children)
    counted = more and any(c.dep_ in ("nummod", "amod", "det") and c.i < noun.i for c in noun.children)
    people = is_actor(noun, lexicon) or not lexicon.noun_class(noun.lemma_)
    beside = word or lexicon.cue("together", noun.adposition)
    return bool(beside or counted) and people and not is_time(noun, lexicon)


def added(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who is in the same role by a phrase of the verb: "*Neben Kiel* hat auch Bremen zugestimmt", "X wie auch *Y*"."""
    if noun.dep_ not in CORE and noun.dep_ != "obl":
        return []
    verb = noun.head.head if noun.head.dep_ in syntax.AUXILIARY else noun.head
    near = verb.children + [g for c in verb.children if c.dep_ in syntax.AUXILIARY and c.children for g in c.children]
    found = []
    for child in near:
        if child.dep_ != "obl" or child.i == noun.i or not child.children:
            continue
        likewise = _is_likewise(child, noun, lexicon)
        besides = noun.dep_ in CORE and lexicon.cue("besides", child.adposition) and _is_also(noun, near, lexicon)
        if (likewise or besides) and is_actor(child, lexicon) == is_actor(noun, lexicon):
            found.append(child)
    return [] if not found else [t for child in found if not is_time(child, lexicon) for t in syntax.coordinated(child)]


def is_description(joined: Token, lexicon: Lexicon) -> bool:
    """Whether what looks like one more says what the others are: "15 Fahrgäste, *größtenteils Pilger*"."""
    children = joined.children if joined.dep_ == "conj" else ()
    return any(c.dep_ == "advmod" and lexicon.cue("describes", c.lower_) for c in children)


def _is_likewise(other: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase behind another says that it is so of it too: "Oslo *wie auch Kiel*", "*ebenso wie Bonn*"."""
    edge = other.left_edge
    if edge.i <= noun.i or not any(lexicon.cue("likewise", c.lower_) for c in other.children):
        return False
    before = edge.nbor(-1) if edge.is_punct or not edge.nbor(-1).is_punct else edge.nbor(-2)
    close = before.i <= noun.subtree[-1].i
    return close and any(lexicon.cue("also", c.lower_) for c in other.children)


def _is_also(noun: Token, near: list[Token], lexicon: Lexicon) -> bool:
    """Whether "auch" stands by it, or before it and by nothing else: "nahmen daran *auch* die Länder teil"."""
    if any(c.dep_ == "advmod" and lexicon.cue("also", c.lower_) for c in noun.children):
        return True
    place = next((c.i for c in near if c.dep_ == "advmod" and lexicon.cue("also", c.lower_)), None)
    behind = [c.i for c in near if place is not None and c.dep_ in CORE and c.i > place]
    return bool(behind) and behind[0] == noun.i
