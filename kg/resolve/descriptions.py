"""Definite descriptions of what an article has named before: "das Ministerium", "der Präsident", "der 38-Jährige".

Ordered rules, the surest first (a sieve: Raghunathan et al. 2010, EMNLP). Each takes an antecedent only if there is
one; with two left, the description stays what it says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import chain

from kg.lang.lexicon import Lexicon
from kg.model import Entity, Mention
from kg.resolve.given import gender

PERSON = "Person"
PEOPLE = (PERSON,)
PLACE = "Place"
NAMED = frozenset(("Organization", "Unit", "Group", "Actor", "State"))
ARTIFACT = "Artifact"
CRAFT = ("ship", "craft")
TEXT = ("document",)
NUMBER = re.compile(r"\d+")
SHORT_FORM = re.compile(r"\W?\s*\(\W*((?:\w*[A-ZÄÖÜ]){2}[\w.-]{0,8})\W*\)")
"""Behind a name and the quotation mark that may close it, in brackets: at least two capitals."""
PAIR = 2
BODIES = frozenset(("Organization", "State"))
SIDES = (PERSON, "Organization", "State", "Group")
"""Who may be a side: "beide Seiten"."""
NEAR = 3
"""Sentences back in which a person without an office is looked for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a later phrase may mean."""

    mention: Mention
    entity: Entity
    joined: tuple[Entity, ...] = ()
    """Who stands beside it: Kunz of "Meier und Kunz", for what means both."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All that the phrase means."""
        return (self.entity, *self.joined)


Rule = Callable[[Mention, Candidate], bool]
"""Whether a phrase means a candidate."""


def described(mention: Mention, before: Iterable[Candidate], lexicon: Lexicon) -> Entity | None:
    """The one entity named before that a definite noun phrase without a name of its own can mean, or None."""
    if not mention.definite or mention.form != "noun" or mention.name or mention.number == "Plur":
        return None
    kinds, rules = _rules(mention, lexicon)
    if not rules:
        return None
    fitting = (c for c in before if not kinds or c.entity.kind in kinds)
    earlier = [c for c in fitting if c.mention.span.end <= mention.span.begin]
    for rule in rules:
        found = [c for c in earlier if rule(mention, c)]
        if found:
            near = (_one([c for c in found if mention.sentence - c.mention.sentence <= reach]) for reach in (NEAR, 1))
            return _one(found) or next((entity for entity in near if entity is not None), None)
    return None


def _one(found: Iterable[Candidate]) -> Entity | None:
    """The entity of all of them, or None; of two the one that was named a few sentences ago is meant."""
    meant = {c.entity.iri: c.entity for c in found}
    return next(iter(meant.values())) if len(meant) == 1 else None


def is_both(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a phrase means two that are known: "die beiden (Minister)", but not "ihre beiden Töchter"."""
    first = mention.span.text.partition(" ")[0]
    called = lexicon.cue("both", first.lower())
    return bool(called) and not any(relation == "possessive" for relation, _ in mention.modifiers)


def both(
    mention: Mention, candidates: Iterable[Candidate], groups: Iterable[Candidate], lexicon: Lexicon
) -> tuple[Entity, ...]:
    """The last two that were named together, for a phrase that means two: "Meier und Kunz … die beiden (Minister)"."""
    if not _is_open(mention):
        return ()
    kind = lexicon.kind(mention.head)
    wanted = (PERSON,) if kind in ("Group", "") else (kind, *(("Group",) if kind == "Organization" else ()))
    if lexicon.is_a(mention.head, ("side",)):
        wanted = SIDES
    earlier = (c for c in chain(groups, candidates) if c.mention.span.end <= mention.span.begin)
    fitting = [c for c in earlier if _size(c) == PAIR and all(e.kind in wanted for e in c.entities)]
    return max(fitting, key=lambda c: c.mention.span.end).entities if fitting else ()


def _is_open(mention: Mention) -> bool:
    """Whether a phrase has no name of its own."""
    return mention.form not in ("name", "adjective") and not mention.name


def _size(candidate: Candidate) -> int:
    """How many a phrase names: "Meier und Kunz", "zwei Männer"; of several plurals nobody knows."""
    size = candidate.mention.quantity.size if candidate.mention.quantity is not None else 0
    if not candidate.joined:
        return size
    # "die Sozialdemokraten (PD) und die Grünen": a plural that is called as a party is one
    one = candidate.mention.name or candidate.entity.kind in BODIES
    return 0 if size or (candidate.mention.number == "Plur" and not one) else len(candidate.entities)


def together(mention: Mention, groups: Iterable[Candidate]) -> tuple[Entity, ...]:
    """Those of "die Gewerkschaften ver.di und GEW", "die Räuber Meier und Kunz" for "die Gewerkschaften"."""
    if mention.number != "Plur" or not mention.definite or " " in mention.span.text or not _is_open(mention):
        return ()
    earlier = (g for g in groups if g.mention.span.end <= mention.span.begin)
    near = (g for g in earlier if mention.sentence - g.mention.sentence <= NEAR)
    called = [g for g in near if mention.head in (g.mention.head, *g.entity.role.split())]
    meant = {tuple(e.iri for e in g.entities): g.entities for g in called}
    return next(iter(meant.values())) if len(meant) == 1 else ()


def _rules(mention: Mention, lexicon: Lexicon) -> tuple[Collection[str], tuple[Rule, ...]]:
    """The rules that a noun calls for, by its class, and the kinds of whom it can mean: none says that all can be."""
    if is_age(mention, lexicon):
        return PEOPLE, (_same_age, _of_some_age)
    if lexicon.is_a(mention.head, ("official",)):
        return PEOPLE, (_same_office, _same_holder, _same_person, _alike_office(lexicon))
    if lexicon.kind(mention.head) == PERSON:
        endings = lexicon.cues.get("adjective_ending", ())  # "der Angeklagte", as the lemmatiser leaves it
        words = (mention.head, *(mention.head + ending for ending in endings))
        told = any(lexicon.cue(kind, word) for kind in ("anyone", "suspect") for word in words)
        anyone = (_only_private(lexicon),) if told else (_known_otherwise,)
        aged = (_same_age,) if NUMBER.search(mention.span.text) else ()
        return PEOPLE, (*aged, _same_person, *anyone)
    if lexicon.is_a(mention.head, ("organization", "force")):
        return NAMED, ((_same_end,) if " " in mention.span.text else (_called_so, _same_end))
    if lexicon.is_a(mention.head, TEXT):
        return (ARTIFACT,), (_same_text,)
    if lexicon.kind(mention.head) == PLACE:
        return (PLACE,), (_same_place,)
    craft = lexicon.is_a(mention.head, CRAFT) and " " not in mention.span.text
    return (), ((_same_craft(lexicon),) if craft else ())


def _same_text(mention: Mention, candidate: Candidate) -> bool:
    """As in "der Abschlussbericht der Kommission … der Bericht": the one of which more is said."""
    more = len(candidate.mention.span.text) > len(mention.span.text) and " " not in mention.span.text
    return more and _ends(mention.head, candidate.mention.head)


def _same_place(mention: Mention, candidate: Candidate) -> bool:
    """As in "am Flughafen Bremen … der Flughafen": the one of which the name is said."""
    first, _, name = candidate.mention.span.text.partition(" ")
    return bool(name[:1].isupper()) and " " not in mention.span.text and _ends(mention.head, first)


def _same_craft(lexicon: Lexicon) -> Rule:
    """As in "der Frachter „Aurora“ … das Schiff": the one of its class that has a name."""

    def same(mention: Mention, candidate: Candidate) -> bool:
        inner = (m.name for relation, m in candidate.mention.modifiers if relation == "apposition")
        named = candidate.mention.form == "noun" and bool(candidate.mention.name or any(inner))
        return named and lexicon.noun_class(candidate.mention.head) == lexicon.noun_class(mention.head)

    return same


def _same_age(mention: Mention, candidate: Candidate) -> bool:
    """As in "ein 38-jähriger Mann … Der 38-Jährige"."""
    years = NUMBER.findall(mention.span.text)
    return bool(years) and years[0] in NUMBER.findall(candidate.mention.span.text)


def _of_some_age(mention: Mention, candidate: Candidate) -> bool:
    """As in "Ulrike Meier … Die 58-Jährige": a person with a name and no office, close by."""
    near = mention.sentence - candidate.mention.sentence <= NEAR
    return near and not candidate.entity.role and bool(candidate.mention.name) and _same_gender(mention, candidate)


def _known_otherwise(mention: Mention, candidate: Candidate) -> bool:
    """As in "Jan Meier lief davon. Der 23-jährige *Sportler* …": nothing behind the noun tells who it is."""
    last = mention.span.text.rpartition(" ")[2]
    return not mention.modifiers and _ends(mention.head, last) and _of_some_age(mention, candidate)


def _same_office(mention: Mention, candidate: Candidate) -> bool:
    """As in "Ministerpräsident Jan Meier … der Präsident", "der Sprecher"."""
    return bool(candidate.mention.name) and _has_office(mention, candidate)


def _same_holder(mention: Mention, candidate: Candidate) -> bool:
    """As in "der Kanzler und Parteichef Jan Meier … der Kanzler": a phrase without the name is known to mean him."""
    return candidate.entity.label != candidate.mention.span.text and _has_office(mention, candidate)


def _has_office(mention: Mention, candidate: Candidate) -> bool:
    if not _same_gender(mention, candidate):
        return False
    office = mention.head.rpartition("-")[2]  # "der SPD-Abgeordnete" is also a Landtagsabgeordneter
    said = (candidate.mention.head,) if candidate.mention.form == "noun" else ()
    return _ends(office, *said, *candidate.entity.role.split())


def _alike_office(lexicon: Lexicon) -> Rule:
    """As in "Ministerpräsident Jan Meier … *der Regierungschef*": another word for the same office."""

    def alike(mention: Mention, candidate: Candidate) -> bool:
        office = lexicon.cue("office_alike", mention.head)
        if not office or not _same_gender(mention, candidate):
            return False
        words = (w.rpartition("-")[2] for w in (candidate.mention.head, *candidate.entity.role.split()))
        return any(lexicon.cue("office_alike", word) == office for word in words)

    return alike


def _same_gender(mention: Mention, candidate: Candidate) -> bool:
    other = gender(candidate.entity.label) if candidate.entity.kind == PERSON else ""
    other = other or (candidate.mention.gender if candidate.mention.form == "noun" else "")
    return not other or not mention.gender or other == mention.gender


def _same_person(mention: Mention, candidate: Candidate) -> bool:
    """As in "ein betrunkener Fahrer … der Fahrer", "Torwart Jan Meier … der Torwart": nothing else is said of him."""
    if candidate.mention.number == "Plur" or " " in mention.span.text:
        return False
    same = candidate.mention.form == "noun" and _ends(mention.head, candidate.mention.head)
    return same and _same_gender(mention, candidate)


def _only_private(lexicon: Lexicon) -> Rule:
    """As in "Ein Taxifahrer erschoss … *Der Täter*", "Jan Meier … *Der Angeklagte*": one close by without an office."""

    def private(mention: Mention, candidate: Candidate) -> bool:
        own = candidate.mention.form == "noun" and not candidate.mention.name  # its role is the phrase itself
        person = (own or not candidate.entity.role) and " " not in mention.span.text
        near = mention.sentence - candidate.mention.sentence <= NEAR
        several = candidate.mention.number == "Plur" and candidate.mention.form != "name"
        official = candidate.mention.form == "noun" and lexicon.is_a(candidate.mention.head, ("official",))
        return person and near and not several and not official and _same_gender(mention, candidate)

    return private


def _called_so(mention: Mention, candidate: Candidate) -> bool:
    """As in "die Gewerkschaft ver.di … die Gewerkschaft"."""
    if not candidate.mention.name or candidate.mention.form == "adjective":
        return False
    said = candidate.mention.head if candidate.mention.form == "noun" else ""
    return _ends(mention.head, said, *candidate.entity.label.split(), *" ".join(candidate.entity.aliases).split())


def _same_end(mention: Mention, candidate: Candidate) -> bool:
    """As in "Außenministerium … das Ministerium", "Bundeskartellamt … das Kartellamt"."""
    called = (candidate.mention.head, *candidate.mention.name.split()[-1:])
    return _ends(mention.head, *(word for word in called if word.casefold() != mention.head.casefold()))


def _ends(head: str, *words: str) -> bool:
    """Whether a compound ends so, up to a letter: "Landtagsabgeordnete" and what a lemmatiser leaves, "Abgeordnet"."""
    head = head.casefold()
    for word in words:
        whole = word.casefold()
        begin = whole.rfind(head)
        if begin >= 0 and len(whole) - begin - len(head) <= 1:
            return True
    return False


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
