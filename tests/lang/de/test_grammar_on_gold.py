"""The figures that `kg.lang.de.grammar` gives for its rules, counted on UD_German-GSD."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from kg.lang.de import grammar
from training import sources
from training.treebank import Sentence, read


@pytest.fixture(scope="module")
def gsd(data: Path) -> list[Sentence]:
    files = [s for s in sources.named("treebank", "train", "de") if s.name.startswith("gsd")]
    return list(chain.from_iterable(read(data / s.path, s.name, "de") for s in files))


def test_subjunctive_by_form(gsd: list[Sentence]) -> None:
    wanted = grammar.THIRD_SINGULAR_PRESENT.items()
    verbs = [t for s in gsd for t in s.tokens if t.upos in ("VERB", "AUX") and wanted <= dict(t.feats).items()]
    moods = [(t, t.form.lower().endswith(grammar.SUBJUNCTIVE_ENDINGS)) for t in verbs if t.feat("Mood")]
    assert 1072 == len(moods)
    assert ["möchte"] == [t.form for t, told in moods if told != (t.feat("Mood") == "Sub")]


def test_von_phrases_of_passives_are_agents(gsd: list[Sentence]) -> None:
    count: Counter[str] = Counter()
    for sentence in gsd:
        passives = {t.head for t in sentence.tokens if t.deprel == "aux:pass"}
        agents = {t.head for t in sentence.tokens if t.deprel == "case" and t.lemma in grammar.AGENT_PREPOSITIONS}
        for place, token in enumerate(sentence.tokens, 1):
            if token.head in passives and place in agents and token.deprel in ("obl", "obl:agent"):
                count[token.deprel] += 1
    assert {"obl:agent": 26, "obl": 3} == dict(count)
