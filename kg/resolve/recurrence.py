"""Events named once more: "Ein Mann griff die Wache an. … *Der Angriff* …" is the same, with those who took part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.lang.lexicon import Lexicon
from kg.model import Claim, Event, Factuality, Speaker

PARTAKERS = ("agent", "patient")
ONE_MATTER = frozenset(("Combat", "Flight", "Negotiation", "Release", "Sanction"))
"""Events of which an article has mostly one: told without partakers, whatever the word, it has those of the other."""
STEM = 4
"""Letters that a noun and the word before it share at least: "Festnahme" and "festgenommen"."""


def recurring(claims: Iterable[Claim], text: str, lexicon: Lexicon) -> Iterator[Claim]:
    """The claims; an event noun of which nothing else is said has the partakers of the one named before.

    The noun is a definite one that repeats the word ("der Angriff"), or of a kind that an article has mostly one of:
    "Vier Häftlinge flohen. … *Der Ausbruch* gelang nachts".

    Of the narrator's facts only those before that are facts too: "soll Meier den Anschlag verübt haben" is none. What
    is added so is no direct triple.
    """
    before: list[Claim] = []
    for claim in claims:
        event = claim.content
        if not isinstance(event, Event):
            yield claim
            continue
        known = _known(claim, event, before, text, lexicon)
        if known is not None:
            kept = {role: people for role, people in known.roles if role in PARTAKERS}
            event = replace(event, roles=tuple(sorted({**kept, **dict(event.roles)}.items())))
            yield replace(claim, content=event, plain=False)
            continue
        before.append(claim)
        yield claim


def _known(claim: Claim, event: Event, before: list[Claim], text: str, lexicon: Lexicon) -> Event | None:
    """The one event of the kind that has been told."""
    if not before or _partakers(event):
        return None
    one = event.type in ONE_MATTER and event.trigger.text[:1].isupper()
    repeats = _is_definite(event, text, lexicon)
    if not (one or repeats):
        return None
    same: dict[frozenset[str], Event] = {}
    alike: dict[frozenset[str], Event] = {}
    for other in before:
        content = other.content
        if not isinstance(content, Event) or content.type != event.type or content.trigger.begin > event.trigger.begin:
            continue
        if not _partakers(content) or (_is_fact(claim) and not _is_fact(other)):
            continue
        alike[_partakers(content)] = content
        if _same_word(content, event):
            same[_partakers(content)] = content
    ways = (same if repeats else {}, alike if one else {})
    return next((next(iter(found.values())) for found in ways if len(found) == 1), None)


def _partakers(event: Event) -> frozenset[str]:
    people = (p.entity for role in PARTAKERS for p in event.participants(role))
    return frozenset(e.iri for e in people if e is not None)


def _is_fact(claim: Claim) -> bool:
    return claim.source is Speaker.NARRATOR and claim.factuality is Factuality.CT_PLUS


def _is_definite(event: Event, text: str, lexicon: Lexicon) -> bool:
    """Whether the article stands right before the noun, as if all were said of it: "der Anschlag"."""
    before = text[max(0, event.trigger.begin - 12) : event.trigger.begin].split()[-1:]
    word = before[0].lower() if before else ""
    kinds = ("article_case", "article_case_sing", "article_case_plur")
    return any(lexicon.cue(kind, word) for kind in kinds) and not lexicon.cue("indefinite", word)


def _same_word(event: Event, noun: Event) -> bool:
    """Whether one word is in the other: "Bombenanschlag … Anschlag", "griff … Angriff"."""
    one, other = event.trigger.text.casefold(), noun.trigger.text.casefold()
    return one[:STEM] in other or other[:-2] in one
