"""Weights that tell which nouns with a row are events: `python -m training.likely de`; writes `kg/lang/de/likely.tsv`.

Logistic regression over the features of `kg.extract.frames.likely` on the sentences of raw news that were annotated to
look at ("seen" in `tests/gold/de/news-events.tsv`); no other gold is read, as the articles of the claim gold come from
a set that is not free for commercial use. Two minutes; `--data DIR` is where the texts lie. The figures it prints come
from leaving out a fifth at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import typer
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks import news
from kg import lang
from kg.extract.frames import events, likely
from kg.extract.tree import Doc, tree
from kg.lang import lexicon
from kg.lang.weights import Weights

SCALE = 100
"""Weights are whole hundredths, so that their sums are the same on each machine."""
RARE = 2
"""What was seen less often has no weight."""
SMALL = 10
"""Weights below, in hundredths, are left out."""
STRENGTH = 0.15
"""scikit-learn's C: the inverse of the regularisation."""
THRESHOLD = 0.3
"""The probability from which on a noun that the rules refused counts as an event."""
KEPT_BACK = 0.1
"""Share of the events among the refused that may be lost as nobody looks at their roles."""
FOLDS = 5

Gold = dict[str, set[tuple[int, int]]]
"""Places of triggers in a text, by type."""


class Unlearned(Weights):
    """The weights before anything is learned: all words are known, and nothing counts."""

    def __contains__(self, feature: object) -> bool:
        """Every feature has a weight."""
        return True

    def __missing__(self, feature: str) -> int:
        """It is none."""
        return 0


UNLEARNED = Unlearned({likely.CUT: -1})


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate, its features, and whether readers took it for an event."""

    outside: tuple[str, ...]
    inside: tuple[str, ...]
    found: bool
    right: bool

    @property
    def features(self) -> dict[str, int]:
        """All, as scikit-learn wants them."""
        return dict.fromkeys((*self.outside, *self.inside), 1)


@dataclass(slots=True)
class Text:
    """The candidates of a text, and how many events of it are none."""

    examples: list[Example]
    lost: int


def examples(doc: Doc, gold: Gold, words: lexicon.Lexicon) -> Text:
    """What may be an event in a text, with the verdict of its readers."""
    made: list[Example] = []
    known = {(kind, place) for kind, places in gold.items() for place in places}
    for sentence in doc.sents:
        frames = events.find(sentence, words)
        refused = (candidate for candidate, _ in likely.refused(sentence, frames, UNLEARNED, words))
        for candidate in (*map(likely.of_rules, frames), *refused):
            frame = candidate.frame
            token = candidate.token if frame is None else frame.noun or frame.trigger
            place = token.idx, token.idx + len(token.text)
            hits = {(k, p) for k, p in known if k == candidate.type and p[0] < place[1] and place[0] < p[1]}
            known -= hits
            outer = tuple(likely.outside(candidate.token, candidate.type, candidate.lemma))
            inner = tuple(likely.inside(candidate, words))
            made.append(Example(outer, inner, frame is not None, bool(hits)))
    return Text(made, len(known))


def of_news(language: str, part: str, data: Path) -> Iterator[Text]:
    """The annotated sentences of raw news."""
    words = lexicon.load(language)
    gold = news.read(news.FOLDER / language / "news-events.tsv")[part]
    lines = news.raw(data, language)
    for doc, number in lang.load(language).pipe(((lines[n], n) for n in gold), as_tuples=True):
        places: Gold = {}
        for begin, said in gold[number].items():
            places.setdefault(said.type, set()).add((begin, begin + 1))
        yield examples(tree(doc), places, words)


def fitted(texts: Iterable[Text]) -> Weights:
    """The weights that tell the right candidates from the others, with the cut."""
    made = [e for text in texts for e in text.examples]
    seen = Counter(f for e in made for f in e.features)
    rows = [{f: 1 for f in e.features if seen[f] >= RARE} for e in made]
    vectorizer = DictVectorizer(dtype=np.float32)
    matrix = vectorizer.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")  # as liblinear wants
    model = LogisticRegression(C=STRENGTH, solver="liblinear", fit_intercept=False, max_iter=300)
    model.fit(matrix, [e.right for e in made])
    pairs = zip(vectorizer.feature_names_, model.coef_[0], strict=True)
    found = {name: round(SCALE * float(value)) for name, value in pairs}
    found[likely.REFUSED] = found.get(likely.REFUSED, 0) + round(SCALE * float(np.log(1 / THRESHOLD - 1)))
    # what the rules found only helps to learn what events look like
    asked = ((name, value) for name, value in found.items() if name.split(" ")[0] != likely.FOUND)
    kept = ((name, value) for name, value in asked if abs(value) >= SMALL or name.startswith(likely.LEMMA))
    table = Weights(kept)
    table[likely.CUT] = _cut(made, table)
    return table


def _cut(made: list[Example], table: Weights) -> int:
    """What the features outside must exceed, so that nearly all that is likely in the end is looked at."""
    likely_ = [e for e in made if not e.found and e.right and table.score(e.features) > 0]
    outer = sorted(table.score(e.outside) for e in likely_)
    return outer[int(KEPT_BACK * len(outer))] - 1 if outer else 0


def figures(texts: Iterable[Text], table: Weights | None) -> Any:
    """Precision, recall and F1 of the rules, or with weights."""
    right = found = gold = 0
    for text in texts:
        gold += text.lost + sum(e.right for e in text.examples)
        for e in text.examples:
            taken = e.found
            if not taken and table is not None and e.outside[1] in table:  # a word that it knows
                taken = table.score(e.outside) > table[likely.CUT] and table.score(e.features) > 0
            found += taken
            right += taken and e.right
    return tuple(round(100 * x, 1) for x in (right / found, right / gold, 2 * right / (found + gold)))


def main(language: str, data: Path = Path("../shared/data")) -> None:
    """Learn the weights of LANGUAGE from the texts below DATA."""
    texts = list(of_news(language, "seen", data))
    left_out = []
    for i in range(FOLDS):
        table = fitted([t for j, t in enumerate(texts) if j % FOLDS != i])
        left_out.append(figures([t for j, t in enumerate(texts) if j % FOLDS == i], table))
    typer.echo(f"rules {figures(texts, None)}, with weights {np.mean(left_out, axis=0).round(1)}")
    table = fitted(texts)
    typer.echo(f"{written(table, likely.NAME, language, ABOUT)}: {len(table)} weights")


def written(table: Weights, name: str, language: str, about: str) -> Path:
    """The file of weights, one a line."""
    path = lexicon.HERE / language / name
    lines = (f"{feature}\t{weight}\n" for feature, weight in sorted(table.items()))
    path.write_text(f"{about}{HEADER}{''.join(lines)}", encoding="utf8")
    return path


ABOUT = """\
# Written by training/likely.py: what makes a noun with a row an event (kg.extract.frames.likely): hundredths of logits.
"""
HEADER = """\
# Learned from the annotations of this project; no text of others is in it.
feature\tweight
"""

if __name__ == "__main__":
    typer.run(main)
