"""What a sentence says of an event, and who says so: `python -m benchmarks.stances de`.

Each row of `tests/lang/de/stances.tsv` is about one construction of German and has the one claim that it makes: class,
source, factuality, and an event or words. Right is a row whose claim is among ours, or one of class "-" in which
nobody says anything. "asserted": the article itself would state as certain what it does not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import typer

from benchmarks.rows import FOLDER, analysed, record
from kg.eval.gold import NARRATOR, Stance, extracted, same
from kg.lang.lexicon import NONE, rows
from kg.model import Extraction

NAME = "stances.tsv"
UNNAMED = "UNNAMED"
CERTAIN = "CT+"
Row = dict[str, str]


def verdict(row: Row, extraction: Extraction) -> str:
    """What is wrong with the claims of a sentence, or nothing; "asserted" first, as it is the worst."""
    said = [s for claim in extraction.claims for s in extracted(claim)]
    if row["class"] == NONE:
        return "said" if any(NARRATOR not in s.source for s in said) else ""
    about = [s for s in said if _is_about(s, row)]
    own = row["source"] == NARRATOR and row["factuality"] == CERTAIN
    if row["event"] != NONE and not own and any(NARRATOR in s.source and s.factuality == CERTAIN for s in about):
        return "asserted"
    if not about and row["trigger"] != NONE:
        return "no event" if row["event"] != NONE else "no words"
    of_class = [s for s in about if s.type == row["class"]]
    by_source = [s for s in about if _is_said_by(s, row["source"])]
    both = [s for s in of_class if s in by_source]
    if any(s.factuality == row["factuality"] for s in both):
        return ""
    return "factuality" if both else "source" if of_class else "class" if by_source else "class and source"


def _is_about(stance: Stance, row: Row) -> bool:
    """Whether it has the event of the row, by its type and its word, or words of what is said and no event."""
    if (stance.event.type if stance.event else NONE) != row["event"]:
        return False
    begin = row["text"].find(row["trigger"])
    overlaps = stance.place[0] < begin + len(row["trigger"]) and begin < stance.place[1]
    return overlaps or row["trigger"] == NONE


def _is_said_by(stance: Stance, source: str) -> bool:
    if source == NARRATOR:
        return NARRATOR in stance.source
    return not stance.source if source == UNNAMED else NARRATOR not in stance.source and same(stance.source, [source])


def judged(language: str) -> Iterator[tuple[Row, str]]:
    """Each row of a language with what is wrong."""
    held = rows(FOLDER / language / NAME)
    yield from ((row, verdict(row, found)) for row, found in zip(held, _found(held, language), strict=True))


def _found(held: list[Row], language: str) -> list[Extraction]:
    return analysed((row["text"] for row in held), language)


def show(wrong: dict[str, Counter[str]]) -> None:
    """Print how many rows of each field are right, and what is wrong with the others."""
    for field, counts in sorted(wrong.items()):
        others = ", ".join(f"{what} {n}" for what, n in counts.most_common() if what)
        typer.echo(f"{field:12} {counts['']:4} of {counts.total():4} right; {others}")


def main(language: str, errors: bool = False, write: bool = False) -> None:
    """Print the figures of a LANGUAGE; --errors: the rows that are wrong; --write: into the rows' status."""
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    known: dict[str, list[str]] = {}
    for row, what in judged(language):
        wrong[row["field"]][what] += 1
        known[row["id"]] = [what] if what else []
        if errors and what:
            cells = (row["id"], what, row["class"], row["source"], row["factuality"], row["event"], row["text"])
            typer.echo(" | ".join(cells))
    show({**wrong, "together": sum(wrong.values(), Counter[str]())})
    if write:
        record(Path(FOLDER / language / NAME), known)


if __name__ == "__main__":
    typer.run(main)
