"""Events and their roles in annotated sentences of raw news: `python -m benchmarks.news de`.

Triggers with their type, and the head words of agents and patients of the events that match, apart for sentences whose
errors may be looked at ("seen") and those whose errors nobody reads ("kept"); and, where two readers annotated the same
sentences, how far they agree. The text lies in ../shared/data (training/sources.tsv, `raw`); two minutes.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from kg import lang
from kg.eval.report import Counts
from kg.extract.frames import events, likely
from kg.extract.tree import tree
from kg.lang import lexicon
from kg.lang.lexicon import NONE
from training import sources

FOLDER = Path(__file__).parent.parent / "tests" / "gold"
ROLES = ("agent", "patient")
NAMED = frozenset(("appos", "flat", "flat:name"))
"""Arcs between a noun and the name of whom it means, and inside a name."""
SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Said:
    """An event: its type, and for each filler of a role where the words begin that may be its head."""

    type: str
    roles: dict[str, list[frozenset[int]]]


Sentence = dict[int, Said]
"""The events of a sentence by the character at which the trigger begins."""
Part = dict[int, Sentence]
"""Sentences by their line."""


def read(path: Path) -> dict[str, Part]:
    """The annotation, part by part."""
    parts: dict[str, Part] = defaultdict(dict)
    for row in lexicon.rows(path):
        sentence = parts[row["part"]].setdefault(int(row["line"]), {})
        if row["event"] != NONE:
            roles = {role: [frozenset((int(w),)) for w in row[role].split(",")] for role in ROLES if row[role] != NONE}
            sentence.setdefault(int(row["begin"]), Said(row["event"], roles))
    return parts


def found(texts: Iterable[tuple[int, str]], language: str) -> Iterator[tuple[int, Sentence]]:
    """What is found in each line."""
    words = lexicon.load(language)
    for doc, line in lang.load(language).pipe(((text, number) for number, text in texts), as_tuples=True):
        frames = (frame for span in tree(doc).sents for frame in likely.find(span, words))
        yield line, {(f.noun or f.trigger).idx: Said(f.type, _heads(f)) for f in frames}


def _heads(frame: events.Frame) -> dict[str, list[frozenset[int]]]:
    """Of "Präsident Blum" the reader may take either word, the parser takes the first."""
    return {
        role: [frozenset(t.idx for t in (f, *f.children) if t.i == f.i or t.dep_ in NAMED) for f in frame.roles[role]]
        for role in ROLES
        if role in frame.roles
    }


def compare(ours: Sentence, gold: Sentence, counts: dict[str, Counts]) -> None:
    """Add a sentence to the counts of events and of the roles of those that match."""
    right = [place for place, said in ours.items() if place in gold and gold[place].type == said.type]
    counts["event"].add(len(right), len(ours), len(gold))
    for place, role in itertools.product(right, ROLES):
        one, other = (sentence[place].roles.get(role, []) for sentence in (ours, gold))
        hits = sum(any(filler & wanted for wanted in other) for filler in one)
        counts[role].add(hits, len(one), len(other), sum(any(filler & wanted for filler in one) for wanted in other))


def scored(ours: Part, gold: Part) -> dict[str, Counts]:
    """The counts over the sentences of a part."""
    counts: dict[str, Counts] = defaultdict(Counts)
    for line, sentence in gold.items():
        compare(ours[line], sentence, counts)
    return counts


def errors(ours: Part, gold: Part, lines: list[str]) -> Iterator[str]:
    """A line for each event that is missed, invented or of another type."""
    for number, sentence in gold.items():
        for place in sorted({*sentence, *ours[number]}):
            want, have = (said[place].type if place in said else NONE for said in (sentence, ours[number]))
            if want != have:
                word = lines[number][place:].split(maxsplit=1)[0]
                yield f"{word}\tgold {want}\tours {have}\t{number}\t{lines[number]}\n"


def show(name: str, counts: dict[str, Counts]) -> None:
    """Print precision, recall and F1 in per cent."""
    for what in ("event", *ROLES):
        c = counts[what]
        typer.echo(f"{name:18} {what:8} {100 * c.precision:5.1f} {100 * c.recall:5.1f} {100 * c.f1:5.1f} {c.gold:6.0f}")


def raw(data: Path, language: str) -> list[str]:
    """The lines of raw news."""
    (source,) = sources.named("raw", "train", language)
    try:
        return [line.rstrip() for line in (data / source.path).read_text(encoding="utf8").split("\n")]
    except OSError as error:
        raise typer.BadParameter(f"{data / source.path}: {error.strerror}") from None


def main(language: str, data: Path = Path("../shared/data"), error_file: Path | None = None) -> None:
    """Print the figures of LANGUAGE on the sentences below DATA; the errors that may be looked at go to ERROR_FILE."""
    gold = read(FOLDER / language / "news-events.tsv")
    lines = raw(data, language)
    typer.echo(f"{'':27} {'P':>5} {'R':>5} {'F1':>5} {'gold':>6}")
    for name, part in gold.items():
        ours = dict(found(((number, lines[number]) for number in part), language))
        show(name, scored(ours, part))
        if name == SEEN and error_file is not None:
            error_file.write_text("".join(sorted(errors(ours, part, lines))), encoding="utf8")
    for second in read(FOLDER / language / "news-events-second.tsv").values():
        first = {number: sentence for part in gold.values() for number, sentence in part.items() if number in second}
        show("reader and reader", scored(first, second))


if __name__ == "__main__":
    typer.run(main)
