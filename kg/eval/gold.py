"""Our claim gold, and what was extracted, in the same terms.

A line of the gold is a claim, as the annotation guide of `tests/gold` has it: `doc` and `sentence` are numbers of the
German news quotation dataset, whose texts are not ours to ship; offsets are characters into `originalText`. The lines
of `sentences.jsonl` have their own text and all its claims.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import InputError, Problem
from kg.model import Claim, Event, Participant, Speaker

NARRATOR = "NARRATOR"
WORD = re.compile(r"\w+")
SHORT = 3
"""Words in lower case that are not longer are articles and prepositions, and no part of a name."""
ENDING, STEM = 2, 4
"""The same word may differ in the last two letters at most, and not in the first four: "Soldat", "Soldaten"."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with the names of its participants by role: for each participant, all that it is called."""

    type: str
    trigger: Place
    roles: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Stance:
    """A claim, one of two that are nested in each other."""

    type: str
    source: frozenset[str]
    """All that the source is called; NARRATOR; empty if the text does not say."""
    factuality: str
    place: Place
    """Of the trigger, of the words, or of what the claim within has."""
    event: Happening | None = None


def read(path: Path, *fields: str) -> list[dict[str, Any]]:
    """The lines of a JSONL file, each with these fields. Raises InputError for one that is none."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(Problem(str(path), 0, getattr(error, "strerror", None) or str(error))) from error
    return [_record(line, fields, path, i) for i, line in enumerate(lines, 1) if line.strip()]


def _record(line: str, fields: Iterable[str], path: Path, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise InputError(Problem(str(path), number, str(error))) from error
    if not isinstance(record, dict) or not record.keys() >= set(fields):
        raise InputError(Problem(str(path), number, f"no object with the fields {', '.join(fields)}"))
    return record


def annotated(claim: Mapping[str, Any], text: str, sentence: Place) -> Iterator[Stance]:
    """The stances of a claim of the gold, the outer one first."""
    inner = claim["content"].get("claim")
    below = list(annotated(inner, text, sentence)) if inner else []
    event = None if inner else _happening(claim["content"], text, sentence)
    place = below[-1].place if below else event.trigger if event else _words(claim["content"], text, sentence)
    source = claim["source"]
    names = frozenset((source,)) if source else frozenset()
    yield Stance(claim["type"], names, claim["factuality"], place, event)
    yield from below


def _happening(content: Mapping[str, Any], text: str, sentence: Place) -> Happening | None:
    if "event" not in content:
        return None
    roles = {
        role: tuple(frozenset((value,)) for value in values)
        for role, values in content.get("roles", {}).items()
        if isinstance(values, list)
    }
    return Happening(content["event"], _find(content["trigger"], text, sentence), roles)


def _words(content: Mapping[str, Any], text: str, sentence: Place) -> Place:
    if "span" in content:
        begin, end = content["span"]
        return begin, end
    return _find(content.get("text", ""), text, sentence)


def _find(words: str, text: str, sentence: Place) -> Place:
    """Where the words are; rather alone than within a longer word: "Wahl" in "Wahlgang … Wahl"."""
    if not words:
        return sentence
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, *sentence)
    begin = whole.start() if whole else text.find(words, *sentence)
    return (begin, begin + len(words)) if begin >= 0 else sentence


def extracted(claim: Claim) -> Iterator[Stance]:
    """The stances of one of our claims, the outer one first."""
    content = claim.content
    below = list(extracted(content)) if isinstance(content, Claim) else []
    event = _of(content) if isinstance(content, Event) else None
    if below:
        place = below[-1].place
    elif event is not None:
        place = event.trigger
    else:
        spans = [] if isinstance(content, Claim | Event) else content.spans
        place = (min(s.begin for s in spans), max(s.end for s in spans)) if spans else (0, 0)
    yield Stance(claim.type, speaker(claim.source), str(claim.factuality), place, event)
    yield from below


def _of(event: Event) -> Happening:
    roles = {role: tuple(names(p) for p in people) for role, people in event.roles}
    if event.time is not None:
        roles["time"] = (frozenset(("/".join(dict.fromkeys((event.time.begin, event.time.end))),)),)
    return Happening(event.type, (event.trigger.begin, event.trigger.end), roles)


def speaker(source: Participant | Speaker) -> frozenset[str]:
    """All that a source is called."""
    if isinstance(source, Participant):
        return names(source)
    return frozenset((NARRATOR,)) if source is Speaker.NARRATOR else frozenset()


def names(participant: Participant) -> frozenset[str]:
    """All that a participant is called: its phrase, the name in it, its entity's names."""
    spoken, known = participant.mention, participant.entity
    found = {spoken.span.text, spoken.name}
    if known is not None:
        found |= {known.label, *known.aliases}
    return frozenset(found - {""})


def same(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether one name of each are the same up to endings, or one is in the other.

    >>> same(["Iyad Allawi"], ["Allawi"]), same(["die türkische Polizei"], ["türkischen Polizei"])
    (True, True)
    >>> same(["Al-Hassani"], ["Hajim al-Hassani"])
    True
    >>> same(["Polizei"], ["Demonstranten"])
    False
    """
    ours, theirs = list(ours), list(theirs)
    if not ours or not theirs:
        return not ours and not theirs
    return any(_alike(_content_words(a, b), _content_words(b, a)) for a in ours for b in theirs)


def _content_words(name: str, other: str) -> list[str]:
    """The words without what either writes as a particle: "Al-Hassani" begins a sentence, else it is "al-Hassani"."""
    words = WORD.findall(name)
    small = {word for word in (*words, *WORD.findall(other)) if word.islower() and len(word) <= SHORT}
    found = [word for word in words if word.lower() not in small]
    return [word.casefold() for word in found or words]  # "ver.di"


def _alike(a: list[str], b: list[str]) -> bool:
    few, many = sorted((a, b), key=len)
    return bool(few) and all(any(_same_word(word, other) for other in many) for word in few)


def _same_word(a: str, b: str) -> bool:
    if a == b:
        return True
    stem = max(min(len(a), len(b)) - ENDING, STEM)
    return a[:stem] == b[:stem] and abs(len(a) - len(b)) <= ENDING
