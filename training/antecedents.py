"""Weights that tell whom a pronoun or a noun means: `python -m training.antecedents de`; writes `antecedents.tsv`.

A log-linear model over the entities before a phrase and "none of them" (mention ranking: Durrett and Klein 2013,
EMNLP), with the features of `kg.resolve.ranking`, on the articles of raw news that were annotated to look at ("seen" in
`tests/gold/de/coreference.tsv`). Three minutes; `--data DIR` is where the texts lie.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import typer
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.coreference import KEPT, NAME, RULES, Read, articles, asked, known, parsed, read
from benchmarks.news import FOLDER, raw
from kg.lang.weights import Weights
from kg.model import Entity, Mention
from kg.resolve import ranking
from kg.resolve.coreference import IN_TEXT, SOURCE, Discourse
from training.likely import SCALE, SMALL, written

RARE = 3
"""What was seen less often has no weight."""
STRENGTH = 3.0
"""Of the regularisation: the weight of half the sum of squares."""
ROUNDS = 80
"""Of the optimiser, at most."""
UNSURE = tuple(f"{ranking.MATCH} {match}" for match in (ranking.LONGER, ranking.UNLIKE))
"""A noun that does not repeat what an entity was called: half of such links were right without a margin."""
MARGIN = 150
"""What is added to the odds against it, in hundredths: one that is false costs more than one that is missed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a phrase may mean: features of each entity, and whether it is the one."""

    options: list[tuple[list[str], bool]]


def choices(made: Read, gold: dict[int, str]) -> Iterator[Choice]:
    """Whom the phrases of an article may mean, with the verdict of its readers."""
    discourse = made.discourse
    for phrase, role in asked(made):
        wanted = gold.get(made.places[IN_TEXT(phrase)])
        before = known(made, phrase, gold)
        ruled = discourse.ruled(phrase)
        if _is_left_to_rules(phrase, role, ruled, discourse):
            continue
        found = discourse.options(phrase, ruled)
        options = [(features, chain, wanted in before.get(chain.first.entity.iri, ())) for chain, features in found]
        named = any(is_it and chain.named for _, chain, is_it in options)
        if options:
            yield Choice([(features, is_it and chain.named >= named) for features, chain, is_it in options])


def _is_left_to_rules(phrase: Mention, role: str, ruled: Entity | None, discourse: Discourse) -> bool:
    """Whether nobody asks for the weights: who speaks, and what the rules know of nouns."""
    if phrase.form != ranking.NOUN:
        return role == SOURCE
    return ruled is not None or not discourse.is_open(phrase, role)


def fitted(made: list[Choice]) -> Weights:
    """The weights under which the right choices are likeliest."""
    seen = Counter(f for choice in made for features, _ in choice.options for f in features)
    names = sorted(f for f, times in seen.items() if times >= RARE)
    place = {name: i for i, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for choice in made:
        for features, _ in choice.options:
            columns += [place[f] for f in features if f in place]
            ends.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(names)))
    right = np.array([is_it for choice in made for _, is_it in choice.options])
    group = np.repeat(np.arange(len(made)), [len(choice.options) for choice in made])
    answer = minimize(
        _loss, np.zeros(len(names)), (matrix, right, group), "L-BFGS-B", jac=True, options={"maxiter": ROUNDS}
    )
    found = {name: round(SCALE * float(value)) for name, value in zip(names, answer.x, strict=True)}
    for match in UNSURE:
        found[match] = found.get(match, 0) - MARGIN
    return Weights({name: weight for name, weight in found.items() if abs(weight) >= SMALL})


def _loss(values: Any, matrix: Any, right: Any, group: Any) -> tuple[float, Any]:
    """Minus the logarithm of the likelihood, regularised, and its gradient; "none" has the score 0."""
    total = group[-1] + 1
    scores = matrix @ values
    top = np.zeros(total)
    np.maximum.at(top, group, scores)
    raised = np.exp(scores - top[group])
    none = np.exp(-top)
    whole = np.bincount(group, raised, total) + none
    good = np.bincount(group, raised * right, total)
    able = good > 0
    likely = np.where(able, good, none) / whole
    share = raised * right / np.where(able, good, 1)[group]
    slope = matrix.T @ (raised / whole[group] - share) + STRENGTH * values
    return float(-np.log(np.maximum(likely, 1e-300)).sum() + STRENGTH / 2 * values @ values), slope


def main(language: str, data: Path = Path("../shared/data")) -> None:
    """Learn the weights of LANGUAGE from the texts below DATA."""
    annotated = articles(FOLDER / language / NAME, raw(data, language), language)
    seen = [text for part, text in annotated if part != KEPT]
    made = [c for text, doc in parsed(seen) for c in choices(read(text.document, doc, RULES), text.entities)]
    table = fitted(made)
    path = written(table, ranking.NAME, language, ABOUT)
    typer.echo(f"{path}: {len(table)} weights from {len(made)} phrases; python -m benchmarks.coreference {language}")


ABOUT = """\
# Written by training/antecedents.py: whom a pronoun or a noun means (kg/resolve/ranking.py), in hundredths of a logit.
"""

if __name__ == "__main__":
    typer.run(main)
