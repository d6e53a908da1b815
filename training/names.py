"""Named-entity corpora as words with the labels that each may have.

Labels of both languages: PER, LOC, ORG, MISC and DEM (a place's adjective: "nordkoreanische", "Moskauer", "French"), in
the BIOES scheme. No English corpus that may be used has all five, so a word carries a *set* of allowed labels: what a
corpus does not annotate stays open, and the model may learn it from the other language (partial annotation: Effland
and Collins 2021, Partially Supervised Named Entity Recognition).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import conllu

from training import tables

KINDS = ("PER", "LOC", "ORG", "MISC", "DEM")
LABELS = ("O", *(f"{p}-{k}" for k in KINDS for p in "BIES"))
Span = tuple[int, int, str]
"""Begin, end (half-open, words), kind."""

NO_SPACE_BEFORE = frozenset(".,;:!?)]}")
"""Tokens that follow the word before at once, where a corpus does not say so."""

GUM_ENTITY = re.compile(r"\((\d+)-([^()]*)(\))?|(\d+)\)")
"""An entity that begins (number, fields, whether it ends at once) or ends (number)."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence and, for each word, the labels that it may have."""

    words: tuple[str, ...]
    allowed: tuple[frozenset[str], ...]


@cache
def only(label: str) -> frozenset[str]:
    """Exactly this label."""
    return frozenset((label,))


@cache
def opened(*kinds: str) -> frozenset[str]:
    """No name, or one of these kinds."""
    return frozenset(("O", *(label for label in LABELS if label[2:] in kinds)))


def spans_of(labels: Iterable[str]) -> set[Span]:
    """The names in a BIOES sequence; a malformed one is no name.

    >>> sorted(spans_of(["S-LOC", "O", "B-PER", "E-PER", "I-ORG"]))
    [(0, 1, 'LOC'), (2, 4, 'PER')]
    """
    found: set[Span] = set()
    start: tuple[int, str] | None = None
    for i, label in enumerate(labels):
        position, _, kind = label.partition("-")
        if position in ("B", "S"):
            start = (i, kind)
        if position in ("E", "S") and start and start[1] == kind:
            found.add((start[0], i + 1, kind))
        if position in ("O", "E", "S") or (start and start[1] != kind):
            start = None
    return found


def bioes(spans: Iterable[Span], length: int) -> list[str]:
    """Labels of `length` words.

    >>> bioes([(1, 3, "PER")], 4)
    ['O', 'B-PER', 'E-PER', 'O']
    """
    labels = ["O"] * length
    for begin, end, kind in spans:
        labels[begin:end] = [f"I-{kind}"] * (end - begin)
        labels[begin], labels[end - 1] = f"B-{kind}", f"E-{kind}"
        if end - begin == 1:
            labels[begin] = f"S-{kind}"
    return labels


def germeval(path: Path) -> Iterator[Tagged]:
    """GermEval 2014, outer layer, one `word label` a line (Benikova et al. 2014).

    `LOCderiv` is DEM; a compound with a name in it (`ORGpart`: "EU-Kommission") counts as the name's kind; other
    derivations ("lateinisch") stay open.
    """
    kinds = {r["from"]: r["to"] for r in tables.rows("names.tsv") if r["corpus"] == "germeval"}
    for block in path.read_text(encoding="utf8").split("\n\n"):
        pairs = [line.rsplit(" ", 1) for line in block.splitlines() if line.strip()]
        if pairs:
            yield Tagged(tuple(w for w, _ in pairs), tuple(_germeval(label, kinds) for _, label in pairs))


def _germeval(label: str, kinds: dict[str, str]) -> frozenset[str]:
    position, _, kind = label.upper().partition("-")
    if position == "O":
        return only("O")
    meant = kinds[kind]
    return only(f"{position}-{meant}") if meant in KINDS else opened("MISC", "DEM")


def universal(path: Path) -> Iterator[Tagged]:
    """Universal NER (Mayhew et al. 2024), IOB2 with PER, LOC, ORG: MISC and DEM stay open.

    Raises:
        OSError: the file cannot be read.
    """
    for rows in _blocks(path):
        spans = iob2([row[2] for row in rows])
        labels = bioes(spans, len(rows))
        free = opened("MISC", "DEM")
        yield Tagged(tuple(r[1] for r in rows), tuple(free if x == "O" else only(x) for x in labels))


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    for block in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if rows:
            yield rows


def iob2(labels: Iterable[str]) -> list[Span]:
    """The names in an IOB2 sequence; kinds other than the five are left out.

    >>> iob2(["B-LOC", "I-LOC", "B-LOC", "O"])
    [(0, 2, 'LOC'), (2, 3, 'LOC')]
    """
    found: list[Span] = []
    for i, label in enumerate(labels):
        position, _, kind = label.partition("-")
        if kind not in KINDS:
            continue
        if position == "I" and found and found[-1][1] == i and found[-1][2] == kind:
            found[-1] = (found[-1][0], i + 1, kind)
        else:
            found.append((i, i + 1, kind))
    return found


def gum(path: Path) -> Iterator[Tagged]:
    """GUM's entities (Zeldes 2017) with a Wikipedia link: the proper nouns around the head that the link spells.

    Other proper nouns stay open ("General", "Secretary"), adjectives may be DEM, everything else is no name.
    """
    kinds = {r["from"]: r["to"] for r in tables.rows("names.tsv") if r["corpus"] == "gum"}
    with path.open(encoding="utf8") as file:
        for sentence in conllu.parse_incr(file):
            tokens = [t for t in sentence if isinstance(t["id"], int)]
            labels = bioes(_gum_spans(tokens, kinds), len(tokens))
            yield Tagged(
                tuple(t["form"] for t in tokens),
                tuple(_gum_allowed(x, t["xpos"] or "") for x, t in zip(labels, tokens, strict=True)),
            )


def _gum_allowed(label: str, tag: str) -> frozenset[str]:
    if label != "O":
        return only(label)
    if tag.startswith("NNP"):
        return opened(*KINDS)
    return opened("DEM") if tag.startswith("JJ") else only("O")


def _gum_spans(tokens: list[conllu.Token], kinds: dict[str, str]) -> list[Span]:
    waiting: dict[str, list[tuple[int, list[str]]]] = {}
    found: list[Span] = []
    for i, token in enumerate(tokens):
        for opening, rest, closes, closing in GUM_ENTITY.findall((token["misc"] or {}).get("Entity") or ""):
            if opening:
                waiting.setdefault(opening, []).append((i, rest.split("-", 6)))
            ended = closing or (opening if closes else "")
            if waiting.get(ended):
                begin, fields = waiting[ended].pop()
                if len(fields) > 6:
                    found.append(_name(tokens, begin, i + 1, kinds.get(fields[0], "MISC"), fields[6]))
    return [span for span in _longest(found) if span[2] in KINDS]


def _name(tokens: list[conllu.Token], begin: int, end: int, kind: str, article: str) -> Span:
    """The run of proper nouns around the head of an entity's words that are in the title of its Wikipedia article.

    A person may go by a part of the title ("Washington"); of anything else the title is the whole name, or the entity
    blocks its words: neither "University" nor "California" is the name of `University_of_California`.
    """
    title = re.split(r"[_ ]+", re.split(r",|_\(", unquote(article))[0])
    places = {t["id"] for t in tokens[begin:end]}
    fits = [(t["xpos"] or "").startswith("NNP") and t["form"] in title for t in tokens]
    left = next((i for i in range(begin, end) if tokens[i]["head"] not in places), begin)
    right = left + 1
    while left > begin and fits[left - 1]:
        left -= 1
    while right < end and fits[right]:
        right += 1
    words = [t["form"] for t in tokens[left:right]]
    if all(fits[left:right]) and (kind == "PER" or words == title) and (kind != "MISC" or len(words) > 1):
        return left, right, kind
    return begin, end, "?"


def _longest(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        if all(span[1] <= other[0] or span[0] >= other[1] for other in kept):
            kept.append(span)
    return sorted(kept)
