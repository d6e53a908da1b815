"""Definite descriptions of what an article has named before: "das Ministerium", "der Präsident", "der 38-Jährige".

Ordered rules, the surest first (a sieve: Raghunathan et al. 2010, EMNLP). Each takes an antecedent only if there is
one; with two left, the description stays what it says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.lang.lexicon import Lexicon
from kg.model import Entity, Mention

PERSON = "Person"
NAMED = frozenset(("Organization", "Unit", "Group", "Actor", "State"))
NUMBER = re.compile(r"\d+")
SHORT_FORM = re.compile(r"\W?\s*\(\W*((?:\w*[A-ZÄÖÜ]){2}[\w.-]{0,8})\W*\)")
"""Behind a name and the quotation mark that may close it, in brackets: at least two capitals."""
NEAR = 3
"""Sentences back in which a person without an office is looked for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a later phrase may mean."""

    mention: Mention
    entity: Entity


def described(mention: Mention, before: Iterable[Candidate], lexicon: Lexicon) -> Entity | None:
    """The one entity named before that a definite noun phrase without a name of its own can mean, or None."""
    if not mention.definite or mention.form != "noun" or mention.name or mention.number == "Plur":
        return None
    rules = _rules(mention, lexicon)
    if not rules:
        return None
    earlier = [c for c in before if c.mention.span.end <= mention.span.begin]
    for rule in rules:
        found = {c.entity.iri: c.entity for c in earlier if rule(mention, c)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _rules(mention: Mention, lexicon: Lexicon) -> tuple[Callable[[Mention, Candidate], bool], ...]:
    """The rules that a noun calls for, by its class."""
    if is_age(mention, lexicon):
        return (_same_age, _of_some_age)
    if lexicon.is_a(mention.head, ("official",)):
        return (_same_office,)
    return (_same_end,) if lexicon.is_a(mention.head, ("organization", "force")) else ()


def _same_age(mention: Mention, candidate: Candidate) -> bool:
    """As in "ein 38-jähriger Mann … Der 38-Jährige"."""
    if candidate.entity.kind != PERSON:
        return False
    years = NUMBER.findall(mention.span.text)
    return bool(years) and years[0] in NUMBER.findall(candidate.mention.span.text)


def _of_some_age(mention: Mention, candidate: Candidate) -> bool:
    """As in "Ulrike Meier … Die 58-Jährige": a person with a name and no office, close by."""
    near = mention.sentence - candidate.mention.sentence <= NEAR
    private = candidate.entity.kind == PERSON and not candidate.entity.role
    return near and private and bool(candidate.mention.name)


def _same_office(mention: Mention, candidate: Candidate) -> bool:
    """As in "Ministerpräsident Jan Meier … der Präsident", "der Sprecher"."""
    if candidate.entity.kind != PERSON or not candidate.mention.name:
        return False
    return any(_ends(word, mention.head) for word in candidate.entity.role.split())


def _same_end(mention: Mention, candidate: Candidate) -> bool:
    """As in "Außenministerium … das Ministerium", "Bundeskartellamt … das Kartellamt"."""
    if candidate.entity.kind not in NAMED:
        return False
    called = (candidate.mention.head, *candidate.mention.name.split()[-1:])
    return any(_ends(word, mention.head) and word.casefold() != mention.head.casefold() for word in called)


def _ends(word: str, head: str) -> bool:
    return word.casefold().endswith(head.casefold())


def is_age(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a noun names somebody by age: "die 58-Jährige"."""
    return any(mention.head.casefold().endswith(ending) for ending in lexicon.cues.get("age_noun", ()))


def short_form(mention: Mention, text: str) -> str:
    """The abbreviation behind a name: "Volksallianz für Demokratie (PAD)"; that of a person is a party.

    >>> from kg.model import Span
    >>> text = "Die Volksallianz für Demokratie (PAD) rief auf."
    >>> short_form(Mention(Span(4, 31, text[4:31]), "Volksallianz", "name", label="ORG"), text)
    'PAD'
    """
    found = SHORT_FORM.match(text, mention.span.end) if mention.label != "PER" else None
    return found[1] if found else ""
