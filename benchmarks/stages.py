"""What each stage costs beside parsing: `python -m benchmarks.stages FILE…`; ratios of one run, not seconds.

Each round parses the documents and then extracts, resolves and writes them, so that a busy machine slows both; the
figure is the median over the rounds. Memory: the growth of the process over twice as many documents.
"""

from __future__ import annotations

import io
import resource
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Annotated, TypeVar

import typer

from kg.build import stop
from kg.extract import extract
from kg.graph import Graph
from kg.model import Document
from kg.parse import parse
from kg.read import read
from kg.resolve import resolve

T = TypeVar("T")
ROUNDS = 7
STAGES = ("parse", "extract", "resolve", "write")


def copies(paths: list[str], times: int) -> list[Document]:
    """The documents of the files, so many times, each copy under its own IRI."""
    found = list(read(paths, report=stop))
    return [replace(d, iri=f"{d.iri}?copy={i}", language="de") for i in range(times) for d in found]


def timed(spent: Counter[str], stage: str, work: Callable[[], T]) -> T:
    """The result of some work, its processor time added to the stage."""
    began = time.process_time()
    result = work()
    spent[stage] += time.process_time() - began  # type: ignore[assignment]
    return result


def a_round(documents: list[Document]) -> dict[str, float]:
    """Processor seconds of each stage."""
    spent: Counter[str] = Counter()
    parsed = timed(spent, "parse", lambda: list(parse(documents, report=stop)))
    extracted = timed(spent, "extract", lambda: list(extract(parsed)))
    resolved = timed(spent, "resolve", lambda: list(resolve(extracted)))
    timed(spent, "write", lambda: write(resolved))
    return dict(spent)


def write(extractions: list) -> None:  # type: ignore[type-arg]
    """Quads of all, as N-Quads."""
    graph = Graph()
    for extraction in extractions:
        graph.add(extraction)
    graph.serialize(io.BytesIO(), "nq")


def main(paths: Annotated[list[Path] | None, typer.Argument()] = None, times: int = 5) -> None:
    """Print what the stages cost, as shares of the time of parsing."""
    examples = Path(__file__).parent.parent / "examples"
    chosen = [str(path) for path in paths or sorted(examples.glob("*/article.*"))]
    a_round(copies(chosen, 1))  # loads the pipeline and the tables
    rounds = [a_round(copies(chosen, times)) for _ in range(ROUNDS)]
    for stage in STAGES[1:]:
        typer.echo(f"{stage:<8} {median(r[stage] / r['parse'] for r in rounds):.3f} of parsing")
    total = median(sum(r[s] for s in STAGES[1:]) / r["parse"] for r in rounds)
    typer.echo(f"{'together':<8} {total:.3f} of parsing")
    once, twice = (median(sum(a_round(copies(chosen, n * times)).values()) for _ in range(3)) for n in (1, 2))
    typer.echo(f"twice the documents take {twice / once:.2f} times the time")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    typer.echo(f"peak memory {peak:.0f} MB with {2 * times * len(chosen)} documents held at once")


if __name__ == "__main__":
    typer.run(main)
