"""Time expressions against KRAUTS (Strötgen et al. 2018), scored as TempEval-3 scores them (UzZaman et al. 2013).

`strict`: the same characters. `relaxed`: a shared character. `value`, `type`: relaxed, and the attribute is the same.
The archive holds the gold of each part in a folder (`KRAUTS_DieZeit`), and beside it, with `_Heideltime` behind its
name, the output of HeidelTime, which is scored in the same way. KRAUTS is only measured on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError, Problem
from kg.eval.files import files
from kg.eval.report import Error, Report
from kg.eval.timeml import TimeML, Timex, timeml
from kg.extract import times
from kg.extract.tree import tree
from kg.model import Document
from kg.parse import parse

if TYPE_CHECKING:
    from spacy.language import Language

OTHER = "_Heideltime"
TYPES = ("DATE", "TIME", "DURATION", "SET")
RAW = "_raw-text"
PARAGRAPH = re.compile(r"\S.*?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
AROUND = 80
"""Characters of the text on each side of an error."""


def run(data: Path) -> Report:
    """Score the recogniser, and HeidelTime beside it, on each part of KRAUTS and on all of it.

    Raises InputError if there is no TimeML in the data.
    """
    folders: dict[str, dict[str, TimeML]] = {}
    for path, content in files(data, ".tml"):
        folder = Path(path).parent.name
        if not folder.endswith(RAW):
            folders.setdefault(folder, {})[Path(path).name] = timeml(path, content)
    report = Report("Time expressions (TIMEX3), strict and relaxed spans, value and type")
    others = []
    for folder, documents in folders.items():
        if folder.endswith(OTHER):
            continue
        ordered = list(documents.values())
        part = folder.removeprefix("KRAUTS_") or "text"
        for gold, found in zip(ordered, recognised(ordered), strict=True):
            score(gold, found, report, ("all", part))
        others += [(gold, folders.get(folder + OTHER, {}).get(name), part) for name, gold in documents.items()]
        report.notes[f"documents in {part}"] = str(len(ordered))
    for gold, other, part in others:
        if other is not None:
            score(gold, other.timexes, report, ("HeidelTime all", f"HeidelTime {part}"), errors=False)
    return report


def recognised(documents: Sequence[TimeML], pipeline: Language | None = None) -> Iterator[list[Timex]]:
    """The time expressions that `kg` finds in each text.

    Raises InputError if a text cannot be parsed.
    """
    articles = [
        Document(d.name, d.text, tuple(m.span() for m in PARAGRAPH.finditer(d.text)), date=d.published, language="de")
        for d in documents
    ]
    for article, parsed in parse(articles, report=_stop, pipeline=pipeline):
        doc = tree(parsed)
        found = times.in_document(doc.sents, article.date, times.words("de"))
        yield [Timex(e.first, e.last, e.type, e.value) for e in found]


def _stop(problem: Problem) -> None:
    raise InputError(problem)


def score(gold: TimeML, found: Sequence[Timex], report: Report, rows: Iterable[str], *, errors: bool = True) -> None:
    """Add the counts of one document to the rows, and its errors to the report."""
    pairs = matched(gold.timexes, found)
    right = {
        "strict": sum((g.begin, g.end) == (f.begin, f.end) for g, f in pairs),
        "relaxed": len(pairs),
        "value": sum(g.value == f.value for g, f in pairs),
        "type": sum(g.type == f.type for g, f in pairs),
    }
    for row in rows:
        for name, count in right.items():
            report.counts(f"{row} {name}").add(count, len(found), len(gold.timexes))
    for kind in TYPES if errors else ():
        of_gold, of_found = ([t for t in some if t.type == kind] for some in (gold.timexes, found))
        same = [(g, f) for g, f in pairs if g.type == f.type == kind]
        spans = sum((g.begin, g.end) == (f.begin, f.end) for g, f in same)
        report.counts(f"{kind} strict").add(spans, len(of_found), len(of_gold))
        report.counts(f"{kind} value").add(sum(g.value == f.value for g, f in same), len(of_found), len(of_gold))
    if errors:
        report.errors += _errors(gold, found, pairs)


def matched(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Each gold expression with one that was found: the same characters first, then what overlaps, in text order."""
    free = list(found)
    pairs: list[tuple[Timex, Timex]] = []
    for same in (True, False):
        taken = {g for g, _ in pairs}
        for g in gold:
            fits = (f for f in free if ((g.begin, g.end) == (f.begin, f.end) if same else g.overlaps(f)))
            best = None if g in taken else next(fits, None)
            if best is not None:
                free.remove(best)
                pairs.append((g, best))
    return sorted(pairs, key=lambda pair: pair[0].begin)


def _errors(gold: TimeML, found: Sequence[Timex], pairs: list[tuple[Timex, Timex]]) -> Iterator[Error]:
    """What is missed, invented, or has another extent, type or value."""

    def error(kind: str, g: Timex | None, f: Timex | None) -> Error:
        place = g or f or Timex(0, 0, "", "")
        around = gold.text[max(0, place.begin - AROUND) : place.end + AROUND]
        return Error(kind, f"{gold.name}:{place.begin}", around, _shown(g, gold.text), _shown(f, gold.text))

    for g, f in pairs:
        if (g.begin, g.end) != (f.begin, f.end):
            yield error("other span", g, f)
        if g.type != f.type:
            yield error("wrong type", g, f)
        elif g.value != f.value:
            yield error("wrong value", g, f)
    yield from (error("missing", g, None) for g in gold.timexes if g not in {p[0] for p in pairs})
    yield from (error("extra", None, f) for f in found if f not in {p[1] for p in pairs})


def _shown(timex: Timex | None, text: str) -> str:
    return f"{text[timex.begin : timex.end]} {timex.type} {timex.value}" if timex else ""
