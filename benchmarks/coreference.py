"""Whom a pronoun or a definite noun means, in annotated raw news: `python -m benchmarks.coreference de`.

How many of the links to an entity named before are right, and how many of the annotated ones are found, by the rules
alone and with the learned weights, on the articles whose errors nobody reads ("kept"); and, where two readers annotated
the same articles, how far they agree. The text lies in ../shared/data (training/sources.tsv, `raw`); two minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from benchmarks.news import FOLDER, raw
from kg.eval.report import Counts
from kg.extract import REFERRING, extraction
from kg.extract.mentions import mention
from kg.extract.tree import tree
from kg.lang import lexicon as lexicons
from kg.lang.lexicon import NONE
from kg.lang.weights import Weights
from kg.model import Document, Mention, Participant, Span
from kg.parse import parse
from kg.resolve import discourse_of
from kg.resolve.coreference import IN_TEXT, SOURCE, Discourse
from kg.resolve.ranking import is_rankable

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME, SECOND = "coreference.tsv", "coreference-second.tsv"
KEPT = "kept"
GAP = "\n\n"
RULES = Weights()


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with who is who in it: an entity by the place of the main word of each phrase that means it."""

    document: Document
    entities: dict[int, str]


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it was read, and what of it may mean an entity named before."""

    discourse: Discourse
    places: dict[tuple[int, int], int]
    """The place of the main word of each phrase, by the span of the phrase."""
    anaphors: list[Mention]
    speaking: frozenset[Span]
    """The phrases of who says something."""


def asked(made: Read) -> Iterator[tuple[Mention, str]]:
    """What may mean an entity named before, each with its role, in text order; who spoke last is known then."""
    discourse = made.discourse
    speakers = sorted(made.speaking, key=lambda span: span.begin)
    said = {phrase.span: phrase for phrase in discourse.mentions}
    for phrase in sorted(made.anaphors, key=IN_TEXT):
        while speakers and speakers[0].begin < phrase.span.begin:
            who = said.get(speakers.pop(0))
            discourse.speaker = (discourse.entity(who, SOURCE, None) if who is not None else None) or discourse.speaker
        yield phrase, SOURCE if phrase.span in made.speaking else "agent"


def articles(path: Path, lines: list[str], language: str) -> Iterator[tuple[str, Annotated]]:
    """The annotated articles, each with the part that it belongs to."""
    found: dict[str, dict[int, dict[int, str]]] = defaultdict(dict)
    parts: dict[str, str] = {}
    for row in lexicons.rows(path):
        parts[row["article"]] = row["part"]
        of_line = found[row["article"]].setdefault(int(row["line"]), {})
        if row["begin"] != NONE:
            of_line[int(row["begin"])] = row["entity"]
    for article, annotated in found.items():
        text, blocks, entities = "", [], {}
        for line, marked in annotated.items():
            begin = len(text) + len(GAP) * bool(text)
            text = GAP.join((text, lines[line])) if text else lines[line]
            blocks.append((begin, len(text)))
            entities.update({begin + place: entity for place, entity in marked.items()})
        document = Document(f"https://example.org/{article}", text, tuple(blocks), language=language)
        yield parts[article], Annotated(document, entities)


def read(document: Document, doc: Doc, table: Weights | None = None) -> Read:
    """An article with its discourse; `table` has the weights, if not those that ship."""
    words = lexicons.load(document.language)
    places, anaphors = {}, []
    for number, sentence in enumerate(s for s in tree(doc).sents if s.text.strip()):
        for token in sentence:
            if token.pos_ in REFERRING or token.dep_ == "det:poss":
                phrase = mention(token, words, number)
                places[IN_TEXT(phrase)] = token.idx
                anaphors += [phrase] if is_rankable(phrase) else []
    found = extraction(document, doc)
    speaking = frozenset(c.source.mention.span for c in found.claims if isinstance(c.source, Participant))
    return Read(discourse_of(found, table), places, anaphors, speaking)


def known(made: Read, phrase: Mention, gold: dict[int, str]) -> dict[str, set[str]]:
    """Whom the readers see in the phrases before, by the entity that we see in them."""
    found: dict[str, set[str]] = defaultdict(set)
    for candidate in made.discourse.candidates.before(phrase, frozenset()):
        place = made.places.get(IN_TEXT(candidate.mention), -1)
        found[candidate.entity.iri] |= {gold[place]} if place in gold else set()
    return found


def compare(made: Read, gold: dict[int, str], counts: dict[str, Counts]) -> None:
    """Add an article to the counts; of what the readers gave no number nobody knows, unless we give it one."""
    for phrase, role in asked(made):
        place = made.places[IN_TEXT(phrase)]
        wanted = gold.get(place)
        before = known(made, phrase, gold)
        entities = made.discourse.entities(phrase, role, None)
        meant = set().union(*(before.get(e.iri, set()) for e in entities))
        linked = any(e.iri in before for e in entities) and (wanted is not None or bool(meant))
        able = wanted is not None and any(entity == wanted for at, entity in gold.items() if at < place)
        counts[phrase.form].add(wanted in meant, linked, able)


def by_article(path: Path, lines: list[str], language: str) -> dict[str, dict[int, str]]:
    """Who is who in each annotated article."""
    return {text.document.iri: text.entities for _, text in articles(path, lines, language)}


def agreement(readings: Iterable[tuple[dict[int, str], dict[int, str]]]) -> Counts:
    """How many links between neighbouring phrases of an entity the second of two readers shares with the first."""
    counts = Counts()
    for first, second in readings:
        ours, theirs = _links(second), _links(first)
        counts.add(len(ours & theirs), len(ours), len(theirs))
    return counts


def _links(entities: dict[int, str]) -> set[tuple[int, int]]:
    phrases: dict[str, list[int]] = defaultdict(list)
    for place in sorted(entities):
        phrases[entities[place]].append(place)
    return {link for places in phrases.values() for link in pairwise(places)}


def show(name: str, counts: dict[str, Counts]) -> None:
    """Print precision, recall and F1 in per cent."""
    for what, c in sorted(counts.items()):
        typer.echo(
            f"{name:18} {what:10} {100 * c.precision:5.1f} {100 * c.recall:5.1f} {100 * c.f1:5.1f} {c.gold:6.0f}"
        )


def parsed(texts: Iterable[Annotated]) -> Iterator[tuple[Annotated, Doc]]:
    """The articles with their syntax."""
    texts = list(texts)
    syntax = parse((text.document for text in texts), report=lambda _: None)
    yield from ((text, doc) for text, (_, doc) in zip(texts, syntax, strict=True))


def main(language: str, data: Path = Path("../shared/data")) -> None:
    """Print the figures of LANGUAGE on the articles below DATA."""
    lines = raw(data, language)
    kept = [text for part, text in articles(FOLDER / language / NAME, lines, language) if part == KEPT]
    typer.echo(f"{'':29} {'P':>5} {'R':>5} {'F1':>5} {'gold':>6}")
    made = list(parsed(kept))
    for name, table in (("rules", RULES), ("with weights", None)):
        counts: dict[str, Counts] = defaultdict(Counts)
        for text, doc in made:
            compare(read(text.document, doc, table), text.entities, counts)
        show(name, counts)
    first, second = (by_article(FOLDER / language / name, lines, language) for name in (NAME, SECOND))
    show("reader and reader", {"links": agreement((first[name], second[name]) for name in second)})


if __name__ == "__main__":
    typer.run(main)
