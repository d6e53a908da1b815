"""Who does it to whom: subject and bare objects of a verb, where the parser mixed them up set right by agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.restrictions import is_time

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

BARE = frozenset(("obj", "iobj", "obl:arg", "obl", "nsubj", "nsubj:pass"))


def subject_and_objects(verb: Token, lexicon: Lexicon, understood: Token | None) -> tuple[Token | None, list[Token]]:
    """Subject and bare objects, where the parser mixed them up set right by agreement with the verb.

    "Zivile Ziele hat die Armee angegriffen": the verb is singular, so that "die Armee" is its subject.
    """
    subject = syntax.subject(verb) or understood
    objects = [c for c in verb.children if c.dep_ in BARE and _is_object(c, subject, lexicon)]
    own = syntax.own_subject(verb)
    if subject is None and not syntax.is_passive(verb):
        return _subject_among(objects, verb, lexicon)
    if own is None or subject is None:
        return subject, objects
    for noun in objects if _is_accusative(subject, lexicon) else ():
        if noun.dep_ in ("obj", "nsubj") and not _is_accusative(noun, lexicon):
            return noun, [subject if o is noun else o for o in objects]  # "Seinen Vorgänger verhaftete der General"
    wanted = syntax.feature(syntax.finite(verb), "Number")
    named = bool(subject.ent_type_)  # the number of a name is a guess: "Die UN forderten die Rebellen auf"
    # a plural that looks like its lemma is as much of a guess: "Die Armee will die Stadt nicht beschossen haben"
    named = named or (subject.text == subject.lemma_ and syntax.feature(subject, "Number") == "Plur")
    if named or not wanted or _number(subject) in ("", wanted):
        return subject, objects
    for noun in objects:
        if _number(noun) == wanted and noun.dep_ == "obj":
            return noun, [subject if o is noun else o for o in objects]
    return subject, objects


def _subject_among(objects: list[Token], verb: Token, lexicon: Lexicon) -> tuple[Token | None, list[Token]]:
    """As in "hat die Polizei einen Mann verhaftet" with two objects: of an accusative the other is the subject."""
    wanted = syntax.feature(syntax.finite(verb), "Number")
    bare = [o for o in objects if o.dep_ == "obj"]
    accusative = [o for o in bare if _is_accusative(o, lexicon)]
    others = [o for o in bare if o not in accusative and _number(o) == wanted]
    if len(accusative) == 1 and len(others) == 1:
        return others[0], [o for o in objects if o.i != others[0].i]
    return None, objects


def _is_accusative(noun: Token, lexicon: Lexicon) -> bool:
    """Whether an article says so: "einen", "seinen"."""
    return any(c.dep_.startswith("det") and lexicon.cue("accusative", c.lower_) for c in noun.children)


def _number(noun: Token) -> str:
    """Of a relative pronoun the number of its noun; of joined nouns the plural."""
    if syntax.is_relative(noun):
        before = syntax.antecedent(noun)
        noun = before if before is not None else noun
    many = len(syntax.coordinated(noun)) > 1 or noun.pos_ == "NUM"
    return "Plur" if many else syntax.feature(noun, "Number")


def _is_object(child: Token, subject: Token | None, lexicon: Lexicon) -> bool:
    if subject is not None and child.i == subject.i:
        return False
    if syntax.preposition(child) or is_reflexive_pronoun(child) or is_time(child, lexicon):
        return False
    return child.dep_ != "obl" or syntax.case(child) == "Dat"


def is_reflexive_pronoun(token: Token) -> bool:
    """Whether the token is "sich"."""
    return token.tag_ == "PRF" or syntax.feature(token, "Reflex") == "Yes"


def is_reflexive(verb: Token) -> bool:
    """Whether the verb has a reflexive pronoun: "trafen sich"."""
    return any(is_reflexive_pronoun(child) for child in verb.children)
