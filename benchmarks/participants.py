"""Who did it, and to whom: `python -m benchmarks.participants de`.

Each row of `tests/lang/de/participants.tsv` is about one construction of German and has one event with all its agents
and patients. Right is a row whose event is found with the same agents and patients, none missing and none more, by
the names that `kg eval claims` compares. `--kept`: on the rows of `tests/gold`, of which only the totals are
seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import typer

from benchmarks.rows import FOLDER, analysed, record
from benchmarks.stances import show
from kg.eval.claims import fitting
from kg.eval.gold import Happening, extracted
from kg.lang.lexicon import NONE, rows
from kg.model import Extraction

NAME = "participants.tsv"
KEPT = Path(__file__).parent.parent / "tests" / "gold"
ROLES = ("agent", "patient")
MISSED = "no event"
Row = dict[str, str]


def fillers(cell: str) -> tuple[frozenset[str], ...]:
    """The participants of a cell: "Jan Meier|Rebellen"; none of "-".

    >>> fillers("Rebellen"), fillers("-")
    ((frozenset({'Rebellen'}),), ())
    """
    return () if cell == NONE else tuple(frozenset((name.strip(),)) for name in cell.split("|"))


def wrong_roles(event: Happening, row: Row) -> list[str]:
    """The roles in which an event differs from the row."""
    return [role for role in ROLES if not _are_same(event.roles.get(role, ()), fillers(row[role]))]


def _are_same(ours: tuple[frozenset[str], ...], theirs: tuple[frozenset[str], ...]) -> bool:
    return len(fitting(ours, theirs)) == max(len(ours), len(theirs))


def verdict(row: Row, extraction: Extraction) -> str:
    """What is wrong with the event of a row, or nothing."""
    begin = row["text"].find(row["trigger"])
    end = begin + len(row["trigger"])
    events = [s.event for claim in extraction.claims for s in extracted(claim) if s.event is not None]
    about = [e for e in events if e.type == row["event"] and e.trigger[0] < end and begin < e.trigger[1]]
    wrong: list[list[str]] = sorted((wrong_roles(e, row) for e in about), key=len)
    return " and ".join(wrong[0]) if wrong else MISSED


def judged(path: Path, language: str) -> Iterator[tuple[Row, str]]:
    """Each row of a file with what is wrong."""
    held = rows(path)
    found = analysed((row["text"] for row in held), language)
    yield from ((row, verdict(row, each)) for row, each in zip(held, found, strict=True))


def main(language: str, errors: bool = False, write: bool = False, kept: bool = False) -> None:
    """Print the figures of a LANGUAGE; --errors: the rows that are wrong; --write: into the rows' status."""
    path = KEPT / language / f"test-{NAME}" if kept else FOLDER / language / NAME
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    known: dict[str, list[str]] = {}
    for row, what in judged(path, language):
        wrong[row["field"]][what] += 1
        known[row["id"]] = [what] if what else []
        if errors and what and not kept:
            typer.echo(" | ".join((row["id"], what, row["event"], row["trigger"], row["agent"], row["patient"])))
            typer.echo(f"    {row['text']}")
    show({**wrong, "together": sum(wrong.values(), Counter[str]())})
    if write and not kept:
        record(path, known)


if __name__ == "__main__":
    typer.run(main)
