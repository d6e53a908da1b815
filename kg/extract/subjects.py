"""Who does it to whom: subject and bare objects of a verb, where the parser mixed them up set right by agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.restrictions import is_actor, is_time
from kg.extract.tree import SUBJECTS
from kg.lang.lexicon import REFLEXIVE

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
    if own is None and objects and syntax.shares_passive(verb):
        return None, objects  # "wurden zehn getötet und 110 weitere verletzt": what looks like an object
    if own is None or subject is None:
        return subject, objects
    other = _real_subject(subject, objects, verb, lexicon)
    if other is None:
        return subject, objects
    return other, [subject if o is other else o for o in objects]


def _real_subject(subject: Token, objects: list[Token], verb: Token, lexicon: Lexicon) -> Token | None:
    """Which of the objects is the subject: by its article, by what it means, or by the number of the verb."""
    near = [o for o in objects if o.dep_ in ("obj", "nsubj")]
    if _is_accusative(subject, lexicon):  # "Seinen Vorgänger verhaftete der General"
        nominative = next((o for o in near if not _is_accusative(o, lexicon)), None)
        if nominative is not None:
            return nominative
    if lexicon.cue("fronted_object", subject.lower_):  # "Das beschloss die Kommission"
        acting = [o for o in near if is_actor(o, lexicon)]
        if len(acting) == 1 and not _is_accusative(acting[0], lexicon):
            return acting[0]
    wanted = syntax.feature(syntax.finite(verb), "Number")
    # the number of a name is a guess: "Die UN forderten die Rebellen auf"
    named = bool(subject.ent_type_) or subject.pos_ == "PROPN"
    # a plural that looks like its lemma is as much of a guess: "Die Armee will die Stadt nicht beschossen haben"
    named = named or (subject.text == subject.lemma_ and syntax.feature(subject, "Number") == "Plur")
    if named or not wanted or _number(subject) in ("", wanted):
        return None
    return next((o for o in near if _number(o) == wanted), None)


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


def shared_objects(verb: Token, lexicon: Lexicon) -> list[Token]:
    """What stands before two infinitives or participles belongs to both: "konnte *ihn* stellen und festnehmen"."""
    first = verb.head
    finite = syntax.feature(syntax.finite(verb), "VerbForm") == "Fin"  # but "soll die Frau entführt und ermordet haben"
    own = finite or any(c.dep_ in SUBJECTS for c in verb.children)
    last = syntax.feature(first, "VerbForm") in ("Inf", "Part")
    if verb.dep_ != "conj" or own or not last or syntax.is_passive(verb):
        return []
    before = (c for c in first.children if c.dep_ == "obj" and c.i < first.i < verb.i)
    return [c for c in before if _is_object(c, None, lexicon)]


def is_reflexive_pronoun(token: Token) -> bool:
    """Whether the token is "sich"."""
    return token.tag_ == "PRF" or syntax.feature(token, "Reflex") == "Yes"


def is_reflexive(verb: Token) -> bool:
    """Whether the verb has a reflexive pronoun: "trafen sich"."""
    return any(is_reflexive_pronoun(child) for child in verb.children)


def understood_subject(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who does what an infinitive says, by the word that governs it (control: PTB and UD `xcomp`).

    "Er versprach zu kommen": he. "Sie forderte ihn auf zu gehen": the addressee. "Soldaten, entsandt nach Mali": the
    noun. None where the governing word does not say.
    """
    if verb.dep_ in ("acl", "acl:relcl") and syntax.feature(verb, "VerbForm") == "Part":
        return verb.head
    governor = verb.head
    if verb.dep_ == "conj" and governor.dep_ in ("xcomp", "ccomp", "advcl"):
        return understood_subject(governor, lexicon)
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or not syntax.is_predicate(governor):
        return None
    rows = lexicon.claims.get(("verb", governor.lemma_)) or lexicon.claims.get(("verb", REFLEXIVE + governor.lemma_))
    if rows and rows[0].control != "source":
        return _addressee(governor) if rows[0].control == "addressee" else None
    subject = syntax.subject(governor)
    if subject is not None and lexicon.cue("nobody", subject.lower_):
        return _addressee(governor)  # "Den Rebellen gelang es, …"
    return subject or understood_subject(governor, lexicon)


def _addressee(verb: Token) -> Token | None:
    if syntax.is_passive(verb):
        return syntax.subject(verb)
    return next((c for c in verb.children if c.dep_ in ("iobj", "obl:arg", "obj")), None)
