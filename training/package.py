"""Put the students together: `python -m training.package de` writes `kg/lang/de/pipeline`.

The syntax and the names of a language, the join of separable verbs where the language has them, and `meta.json` with
the sources, the licence and the figures of `training.evaluate`.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import spacy
import typer
from spacy.language import Language

from training import sources, tables
from training.sources import Source

ROOT = tables.HERE.parent
VERSION = "0.1.0"
BEST = "model-best"
EXTRA = {"de": "kg_separable_verbs", "en": None}
"""The component that closes a language's pipeline."""


def target(language: str) -> Path:
    """Where a language's pipeline ships."""
    return ROOT / "kg" / "lang" / language / "pipeline"


def assemble(language: str, work: Path) -> Language:
    """The students in one pipeline, over the vectors that both were trained with."""
    syntax = spacy.load(work / f"student-syntax-{language}" / BEST)
    names = spacy.load(work / f"student-names-{language}" / BEST)
    syntax.add_pipe("ner", source=names)
    extra = EXTRA[language]
    if extra:
        syntax.add_pipe(extra)
    return syntax


def meta(language: str, figures: dict[str, Any]) -> dict[str, Any]:
    """What `meta.json` says."""
    used = [s for s in sources.all_sources() if s.use == "train"]  # the teachers learn both languages together
    packages = tables.rows("packages.tsv")
    return {
        "lang": language,
        "name": "news",
        "version": VERSION,
        "description": "Universal Dependencies, tags, features, lemmas and names for news; CPU, no torch.",
        "author": "the kg project",
        "license": "CC BY-SA 4.0",
        "sources": [
            *({"name": f"{s.origin} ({s.name})", **_url(s), "license": s.licence} for s in used),
            *({"name": f"{r['package']} {r['version']} ({r['registry']})", "license": r["licence"]} for r in packages),
        ],
        "performance": figures,
    }


def _url(source: Source) -> dict[str, str]:
    return {"url": f"https://github.com/{source.origin}"} if "/" in source.origin else {}


def main(language: str, work: Path = Path("work")) -> None:
    """Write the pipeline of LANGUAGE from the students in WORK."""
    nlp = assemble(language, work)
    nlp.meta.update(meta(language, {}))
    out = target(language)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    typer.echo(f"{out}: {size / 1e6:.1f} MB")


def record(language: str, figures: dict[str, Any]) -> None:
    """Put the figures into the shipped `meta.json`."""
    path = target(language) / "meta.json"
    data = json.loads(path.read_text(encoding="utf8"))
    data["performance"] = figures
    path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf8")


if __name__ == "__main__":
    typer.run(main)
