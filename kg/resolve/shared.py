"""One noun for several groups: "Vertreter Serbiens und des Kosovo"; not "polnische und litauische Soldaten"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kg.lang.lexicon import Lexicon
from kg.model import Entity, Mention, Participant, Speaker
from kg.resolve.coreference import FIRST, Discourse
from kg.resolve.descriptions import JOINED
from kg.resolve.iris import slug

GENITIVE, LOCATION = "genitive", "location"
NAMES = frozenset(("DEM", "LOC", "ORG", "PER"))
BODIES = ("organization", "state", "crowd")
Parts = list[tuple[Mention, Mention]]
"""What to look up ("Soldaten aus Mali"), and the words for it in the text ("Mali")."""


def meanings(
    mention: Mention, role: str, discourse: Discourse, speaker: Entity | None
) -> Iterator[tuple[Mention, Entity]]:
    """All that a phrase refers to, each with the words for it."""
    parts = apart(mention, discourse.linker.lexicon) if mention.modifiers else []
    if not parts:
        yield from ((mention, entity) for entity in discourse.entities(mention, role, speaker))
        return
    found = [(looked, said, e) for looked, said in parts for e in discourse.entities(looked, role, speaker)]
    times = Counter(entity.iri for *_, entity in found)
    for looked, said, entity in found:
        one = entity
        if times[entity.iri] > 1:  # of no state: "Einsatzkräfte aus Köln und Düsseldorf"
            one = replace(entity, iri=f"{entity.iri}-{slug(said.span.text)}", label=looked.span.text)
        yield said, one


def apart(mention: Mention, lexicon: Lexicon) -> Parts:
    """The groups of a plural with joined owners; none if it has no such, or is counted together."""
    if mention.number != "Plur" or mention.form != "noun" or mention.name or mention.quantity is not None:
        return []
    if not lexicon.is_a(mention.head, ("actor",)):
        return []
    # "Regierungen in Rom und Oslo", not "Truppen in Mali und Niger"
    seated = lexicon.kind(mention.head) == "Organization"
    for relation, first in mention.modifiers:
        if relation != GENITIVE and not (seated and relation == LOCATION):
            continue
        others = [m for inner, m in first.modifiers if inner == JOINED]
        if others and all(_is_alike(first, m, lexicon) for m in others):
            return _by_owner(mention, relation, [first, *others])
    return []


def _is_alike(first: Mention, other: Mention, lexicon: Lexicon) -> bool:
    """Whether two are names of a kind, or two bodies or crowds: "Vertreter der Kurden und der Regierung"."""
    named = first.label in NAMES and first.label == other.label
    return named or all(lexicon.is_a(m.head, BODIES) for m in (first, other))


def _by_owner(mention: Mention, relation: str, owners: list[Mention]) -> Parts:
    place = owners[0].span.begin - mention.span.begin
    if not 0 < place < len(mention.span.text):
        return []
    rest = tuple((r, m) for r, m in mention.modifiers if m not in owners)
    bare = [replace(m, modifiers=tuple(p for p in m.modifiers if p[0] != JOINED)) for m in owners]
    found = []
    for number, owner in enumerate(bare):
        span = replace(mention.span, text=mention.span.text[:place] + _said(owner))
        looked = replace(mention, span=span, modifiers=(*rest, (relation, owner)))
        found.append((looked, replace(looked, span=owner.span if number else mention.span)))
    return found


def _said(owner: Mention) -> str:
    """The words for an owner, also those left out: "Vertreter des *Wirtschafts-* und Finanzministeriums"."""
    return owner.head if owner.span.text.endswith("-") else owner.span.text


def is_ahead(mention: Mention, speaker: Participant | Speaker | None) -> bool:
    """Whether a pronoun that means nobody before may be who says so behind it: "Ob *sie* geht, ließ *Meier* offen"."""
    if mention.form != "pronoun" or mention.person == FIRST or not isinstance(speaker, Participant):
        return False
    who = speaker.mention
    pairs = ((mention.number, who.number), (mention.gender, who.gender))
    return mention.span.begin < who.span.begin and all("" in pair or pair[0] == pair[1] for pair in pairs)
