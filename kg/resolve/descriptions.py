"""Definite descriptions of what an article has named before: "das Ministerium", "der Präsident", "der 38-Jährige".

Ordered rules, the surest first (a sieve: Raghunathan et al. 2010, EMNLP). Each takes an antecedent only if there is
one; with two left, the description stays what it says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import chain

from kg.lang.lexicon import Lexicon
from kg.model import Entity, Mention, Span
from kg.resolve import bodies, people
from kg.resolve.candidates import (
    ARTIFACTS,
    BODIES,
    NEAR,
    PEOPLE,
    PERSON,
    PLACES,
    Candidate,
    Candidates,
    Phrase,
    Rule,
    ends,
    phrase,
)
from kg.resolve.linking import kind_of

PLACE = "Place"
CRAFT = ("ship", "craft")
TEXT = ("document",)
SHORT_FORM = re.compile(r"\W?\s*\(\W*((?:\w*[A-ZÄÖÜ]){2}[\w.-]{0,8})\W*\)")
"""Behind a name and the quotation mark that may close it, in brackets: at least two capitals."""
PAIR = 2
JOINED = "joined"
PARTIES = frozenset(("Organization", "State"))
SIDES = (PERSON, "Organization", "State", "Group")
"""Who may be a side: "beide Seiten"."""
KEPT = 10_000
"""How many phrases are remembered with their rules."""


def described(mention: Mention, known: Candidates, suspects: Collection[Span], lexicon: Lexicon) -> Entity | None:
    """The one entity named before that a definite noun phrase without a name of its own can mean, or None."""
    if not mention.definite or mention.form != "noun" or mention.name or mention.number == "Plur":
        return None
    kinds, rules = _rules(phrase(mention), lexicon)
    if not rules:
        return None
    earlier = known.before(mention, kinds)
    if people.is_called("suspect", mention.head, lexicon):
        # "der Täter" is only who has done something, not who was shot
        suspected = {c.entity.iri for c in known.all if c.mention.span in suspects}
        earlier = [c for c in earlier if c.entity.iri in suspected or c.mention.head == mention.head]
    begin = mention.span.begin
    for rule in rules:
        found = [c for c in earlier if rule(mention, c) and c.mention.span.end <= begin]
        if found:
            return _meant(mention, found)
    return bodies.only(mention, earlier, lexicon) if kinds is BODIES else None


def _meant(mention: Mention, found: Collection[Candidate]) -> Entity | None:
    """The one that all of them are; of two the one that was named a few sentences ago."""
    near = ([c for c in found if mention.sentence - c.mention.sentence <= reach] for reach in (NEAR, 1))
    return next((entity for c in (found, *near) if (entity := _one(c)) is not None), None)


def _one(found: Iterable[Candidate]) -> Entity | None:
    """The entity of all of them, or None."""
    meant = {c.entity.iri: c.entity for c in found}
    return next(iter(meant.values())) if len(meant) == 1 else None


def is_both(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a phrase means two that are known: "die beiden (Minister)", "das Paar", but not "ihre beiden Töchter"."""
    if mention.definite and lexicon.cue("pair", mention.head):
        return True
    if mention.span.text.partition(" ")[0].lower() not in lexicon.cues.get("both", ()):
        return False
    return all(relation != "possessive" for relation, _ in mention.modifiers)


def both(
    mention: Mention, candidates: Iterable[Candidate], groups: Iterable[Candidate], lexicon: Lexicon
) -> tuple[Entity, ...]:
    """The last two that were named together, for a phrase that means two: "Meier und Kunz … die beiden (Minister)"."""
    if not _is_open(mention):
        return ()
    kind = lexicon.kind(mention.head)
    wanted = (PERSON,) if kind in ("Group", "") else (kind, *(("Group",) if kind == "Organization" else ()))
    bare = mention.span.text.lower() in lexicon.cues.get("both", ())  # "Ghana und Togo … *Beide* unterzeichneten"
    if bare or lexicon.is_a(mention.head, ("side",)):
        wanted = SIDES
    earlier = (c for c in chain(groups, candidates) if c.mention.span.end <= mention.span.begin)
    fitting = [c for c in earlier if _size(c) == PAIR and all(e.kind in wanted for e in c.entities)]
    if lexicon.cue("pair", mention.head):
        fitting = [c for c in fitting if mention.sentence - c.mention.sentence <= NEAR and _are_named(c)]
    return max(fitting, key=lambda c: c.mention.span.end).entities if fitting else ()


def _are_named(candidate: Candidate) -> bool:
    """Whether all have names."""
    return all("#" not in entity.iri for entity in candidate.entities)


def _is_open(mention: Mention) -> bool:
    """Whether a phrase has no name of its own."""
    return mention.form not in ("name", "adjective") and not mention.name


def _size(candidate: Candidate) -> int:
    """How many a phrase names: "Meier und Kunz", "zwei Männer"; of several plurals nobody knows."""
    size = candidate.mention.quantity.size if candidate.mention.quantity is not None else 0
    if not candidate.joined:
        return size
    # "die Sozialdemokraten (PD) und die Grünen": a plural that is called as a party is one
    one = candidate.mention.name or candidate.kind in PARTIES
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


def calls_for_rules(noun: str, lexicon: Lexicon) -> bool:
    """Whether any definite phrase of a noun may mean what was named before."""
    return any(_rules(Phrase(noun, single, True, True, True), lexicon)[1] for single in (True, False))


@lru_cache(maxsize=KEPT)
def _rules(wanted: Phrase, lexicon: Lexicon) -> tuple[frozenset[str], tuple[Rule, ...]]:
    """The rules that a noun calls for, by its class, and the kinds of whom it can mean: none says that all can be."""
    noun = wanted.head
    persons = people.rules(wanted, kind_of(noun, wanted.single, lexicon), lexicon)
    if persons is not None:
        return PEOPLE, persons
    if lexicon.is_a(noun, ("organization", "force")) or lexicon.cue("body_kind", noun):
        return BODIES, bodies.rules(wanted, lexicon)
    if lexicon.is_a(noun, TEXT):
        return ARTIFACTS, (_same_text,) if wanted.alone else ()
    if lexicon.kind(noun) == PLACE:
        return PLACES, (_same_place,) if wanted.alone else ()
    craft = wanted.alone and lexicon.is_a(noun, CRAFT)
    return frozenset(), (_same_craft(lexicon),) if craft else ()


def _same_text(mention: Mention, candidate: Candidate) -> bool:
    """As in "der Abschlussbericht der Kommission … der Bericht": the one of which more is said."""
    return len(candidate.mention.span.text) > len(mention.span.text) and ends(mention.head, candidate.mention.head)


def _same_place(mention: Mention, candidate: Candidate) -> bool:
    """As in "am Flughafen Bremen … der Flughafen": the one of which the name is said."""
    first, _, name = candidate.mention.span.text.partition(" ")
    return name[:1].isupper() and ends(mention.head, first)


def _same_craft(lexicon: Lexicon) -> Rule:
    """As in "der Frachter „Aurora“ … das Schiff": the one of its class that has a name."""

    def same(mention: Mention, candidate: Candidate) -> bool:
        inner = (m.name for relation, m in candidate.mention.modifiers if relation == "apposition")
        named = candidate.mention.form == "noun" and bool(candidate.mention.name or any(inner))
        return named and lexicon.noun_class(candidate.mention.head) == lexicon.noun_class(mention.head)

    return same


def short_form(mention: Mention, text: str) -> str:
    """The abbreviation behind a name: "Volksallianz für Demokratie (PAD)"; that of a person is a party.

    >>> from kg.model import Span
    >>> text = "Die Volksallianz für Demokratie (PAD) rief auf."
    >>> short_form(Mention(Span(4, 31, text[4:31]), "Volksallianz", "name", label="ORG"), text)
    'PAD'
    """
    end = mention.span.end
    if mention.label == "PER" or (text[end + 1 : end + 2].isalnum() and text[end] != "("):
        return ""  # a word comes next, as mostly
    found = SHORT_FORM.match(text, end)
    return found[1] if found else ""


def counted(mention: Mention) -> Mention | None:
    """Of whom a number counts some: "zwei von *ihnen* wurden verletzt"."""
    if mention.name or mention.form == "name":
        return None
    inner = [other for relation, other in mention.modifiers if relation == "genitive"]
    counted = len(inner) == 1 and inner[0].form == "pronoun" and inner[0].number == "Plur"
    return inner[0] if counted and inner[0].person == "3" else None


def listed(mention: Mention) -> list[Mention]:
    """The names of "die Gewerkschaften ver.di und GEW", "Außenminister Meier und Jan Kunz"; not of "Meier (CDU)"."""
    if mention.form == "name":
        return []  # "in Kiel, unter anderem Jan Meier und Eva Kunz"
    first = next((m for relation, m in mention.modifiers if relation == "apposition" and m.name), None)
    others = [m for relation, m in first.modifiers if relation == JOINED] if first is not None else []
    return [first, *others] if first is not None and all(m.name for m in others) else []
