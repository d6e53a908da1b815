"""Which phrases fill the roles of an event: the dependents of its verb or noun, by a row of a table."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from kg.extract import syntax
from kg.lang.lexicon import Lexicon, NounFrame, VerbFrame

if TYPE_CHECKING:
    from spacy.tokens import Token

Fillers: TypeAlias = "dict[str, list[Token]]"
"""Role to the heads of its phrases, in text order."""

STATIC = frozenset(("Dat",))
DIRECTIONAL = frozenset(("destination", "origin", "recipient"))
LOCATION = "location"
NAMES = {
    "PER": frozenset(("person", "human", "official", "actor")),
    "LOC": frozenset(("place", "state", "actor")),
    "ORG": frozenset(("organization", "actor")),
    "DEM": frozenset(("person", "human", "actor")),
}
"""Classes of what a name may be; "die Nordkoreaner" is tagged as a demonym."""
PRONOUNS = frozenset(("actor", "human", "person"))


def verb_fillers(verb: Token, frame: VerbFrame, lexicon: Lexicon, understood: Token | None) -> Fillers:
    """The roles that the dependents of a verb fill; `understood` is the subject of an infinitive or a participle."""
    found: Fillers = defaultdict(list)
    passive = syntax.is_passive(verb)
    subject = syntax.subject(verb) or understood
    role = frame.obj if passive else frame.nsubj
    if subject is not None and role:
        found[role] += _resolved(subject)
    for child in verb.children:
        role = _dependent_role(child, frame, lexicon)
        if role:
            found[role] += _resolved(child)
    return _ordered(found)


def _dependent_role(child: Token, frame: VerbFrame, lexicon: Lexicon) -> str:
    if child.dep_ == "obl:agent":
        return frame.nsubj
    if child.dep_ == "obj" and not _is_reflexive(child):
        return frame.obj
    adposition = syntax.preposition(child)
    if child.dep_ in ("iobj", "obl:arg", "obl") and not adposition:
        return frame.dative if syntax.case(child) in ("Dat", "") and child.dep_ != "obl" else ""
    if child.dep_ in ("obl", "obl:arg", "nmod"):
        return prepositional_role(child, adposition, frame.obl, lexicon)
    return ""


def prepositional_role(noun: Token, adposition: str, table: dict[str, str], lexicon: Lexicon) -> str:
    """The role of a phrase with an adposition: a row of the table, else the place where it happens."""
    role = table.get(adposition, "")
    if role in DIRECTIONAL and lexicon.cue("place", adposition) and syntax.case(noun) in STATIC:
        role = LOCATION  # "in der Ukraine", but "in die Ukraine" with the accusative
    if not role and lexicon.cue("place", adposition) and is_place(noun, lexicon):
        return LOCATION
    return role


def is_place(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun names or means a place."""
    return noun.ent_type_ == "LOC" or lexicon.noun_class(noun.lemma_) == "place"


def _is_reflexive(token: Token) -> bool:
    return token.tag_ == "PRF" or syntax.feature(token, "Reflex") == "Yes"


def is_reflexive(verb: Token) -> bool:
    """Whether the verb has a reflexive pronoun: "trafen sich"."""
    return any(_is_reflexive(child) for child in verb.children)


def _resolved(token: Token) -> list[Token]:
    """The joined phrases, a relative pronoun replaced by its noun."""
    if syntax.is_relative(token):
        noun = syntax.antecedent(token)
        return [noun] if noun is not None else []
    return syntax.coordinated(token)


def _ordered(found: Fillers) -> Fillers:
    unique = {role: list({t.i: t for t in tokens}.values()) for role, tokens in found.items()}
    return {role: sorted(tokens, key=lambda t: t.i) for role, tokens in sorted(unique.items()) if tokens}


def noun_fillers(noun: Token, frame: NounFrame, lexicon: Lexicon) -> Fillers:
    """The roles that the dependents of an event noun fill."""
    found: Fillers = defaultdict(list)
    for child in noun.children:
        role = _nominal_role(child, frame, lexicon)
        if role:
            found[role] += _resolved(child)
    if frame.compound and noun.lemma_ != frame.lemma:
        found[frame.compound].append(noun)
    return _ordered(found)


def _nominal_role(child: Token, frame: NounFrame, lexicon: Lexicon) -> str:
    adposition = syntax.preposition(child)
    if child.dep_ == "amod":
        return frame.adjective if child.ent_type_ == "DEM" else ""
    if child.dep_ == "det:poss":
        return frame.adjective
    if child.dep_ not in ("nmod", "obl", "nmod:poss", "obl:arg"):
        return ""
    if not adposition:
        return frame.genitive if child.dep_ != "obl" else ""
    if adposition in frame.obl:
        return prepositional_role(child, adposition, frame.obl, lexicon)
    if lexicon.cue("agent", adposition):
        return "agent"
    if lexicon.cue("genitive", adposition):
        return frame.genitive
    return prepositional_role(child, adposition, frame.obl, lexicon)


def places(head: Token, understood: Token | None) -> Fillers:
    """The dependents by where they stand: nsubj, obj and dative as in the active voice, or their adposition."""
    found: Fillers = defaultdict(list)
    passive = syntax.is_passive(head)
    subject = syntax.subject(head) or understood
    if subject is not None:
        found["obj" if passive else "nsubj"] += _resolved(subject)
    for child in head.children:
        adposition = syntax.preposition(child)
        if adposition:
            found[adposition] += _resolved(child)
        elif child.dep_ == "obj":
            found["obj"] += _resolved(child)
        elif child.dep_ in ("iobj", "obl:arg"):
            found["dative"] += _resolved(child)
        elif child.dep_ == "obl:agent":
            found["nsubj"] += _resolved(child)
    return found


def fulfils(found: Fillers, needs: tuple[tuple[str, frozenset[str]], ...], lexicon: Lexicon, first: str = "") -> bool:
    """Whether the roles or places that a row needs are filled by nouns of the classes that it names.

    `first` is the lemma of the first part of a compound, which fills its role ("Waffenlieferung": Waffe).
    """
    return all(any(_is_a(t, classes, lexicon, first) for t in found.get(role, [])) for role, classes in needs)


def _is_a(token: Token, classes: frozenset[str], lexicon: Lexicon, first: str) -> bool:
    if "any" in classes:
        return True
    lemma = first or token.lemma_
    if lexicon.is_a(lemma, classes) or classes & {row.event for row in lexicon.nominal(lemma)[0]}:
        return True
    named = NAMES.get(token.ent_type_, frozenset())
    if token.pos_ == "PRON" and not named:
        return bool(classes & PRONOUNS)
    return bool(classes & named)
