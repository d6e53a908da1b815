"""What the teachers learn: data, loss and decoding of parsing with tags, and of names."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
from torch import Tensor, nn
from ufal.chu_liu_edmonds import chu_liu_edmonds

from training import names, sources
from training.batches import SubWords
from training.names import Tagged
from training.network import Teacher
from training.treebank import FEATURES, UNKNOWN, Sentence, Token, read

OPEN = -100
"""A target that the loss passes over."""

GERMAN_TIMES = 3
ENGLISH_SHARE = 0.4
"""Each epoch sees all German sentences three times and a fresh two fifths of the English ones (six times as many)."""

KEPT_APART = 25
"""Every 25th sentence is kept from training to validate on."""

Spaces = dict[str, list[str]]


class Task(Protocol):
    """One thing to learn."""

    held_out: list[Any]

    def size(self, item: Any) -> int:
        """Words of an item."""

    def epoch(self, rng: random.Random) -> list[Any]:
        """The items of one pass."""

    def loss(self, model: Teacher, items: Sequence[Any]) -> Tensor:
        """The loss of a batch."""

    def predict(self, model: Teacher, items: Sequence[Any]) -> list[Any]:
        """What the model says of each item of a batch."""

    def score(self, answers: Iterable[tuple[list[Any], list[Any]]]) -> dict[str, float]:
        """Figures, in per cent."""


def _table(rows: Sequence[Sequence[int]], width: int) -> Tensor:
    table = torch.full((len(rows), width), OPEN)
    for i, row in enumerate(rows):
        table[i, 1 : len(row) + 1] = torch.tensor(row, dtype=torch.long)
    return table


@dataclass
class Parse:
    """Heads, labels, tags and features of the treebanks, German and English together."""

    sentences: list[Sentence]
    spaces: Spaces
    subwords: SubWords

    @staticmethod
    def corpus(data: Path) -> list[Sentence]:
        """The treebanks' training sentences, each text once, not longer than the encoder reads."""
        seen: dict[str, Sentence] = {}
        for source in sources.named("treebank", "train"):
            for sentence in read(data / source.path, source.name, source.language):
                if 2 <= len(sentence.tokens) <= 90:
                    seen.setdefault(sentence.text, sentence)
        return list(seen.values())

    @staticmethod
    def label_spaces(sentences: list[Sentence]) -> Spaces:
        """The labels of every classifier, `UNKNOWN` left out; no feature is the empty string."""
        spaces: dict[str, set[str]] = {"deprel": set(), "upos": set(), "xpos-de": set(), "xpos-en": set()}
        spaces |= {name: {""} for name in FEATURES}
        for sentence in sentences:
            for t in sentence.tokens:
                spaces["deprel"].add(t.deprel)
                spaces["upos"].add(t.upos)
                spaces["xpos-" + sentence.language].add(t.xpos)
                for name, value in t.feats:
                    spaces[name].add(value)
        return {name: sorted(values - {UNKNOWN}) for name, values in spaces.items()}

    def __post_init__(self) -> None:
        self.index = {n: {v: i for i, v in enumerate(values)} for n, values in self.spaces.items()}
        self.held_out = self.sentences[::KEPT_APART]
        kept = {id(s) for s in self.held_out}
        train = [s for s in self.sentences if id(s) not in kept]
        self.german = [s for s in train if s.language == "de"]
        self.english = [s for s in train if s.language == "en"]

    def size(self, item: Sentence) -> int:
        """Words with the root."""
        return len(item.tokens) + 1

    def epoch(self, rng: random.Random) -> list[Sentence]:
        """German repeated, English sampled."""
        return self.german * GERMAN_TIMES + rng.sample(self.english, int(len(self.english) * ENGLISH_SHARE))

    def _targets(self, sentence: Sentence, name: str) -> list[int]:
        index = self.index[name]
        if name.startswith("xpos-"):
            mine = name == "xpos-" + sentence.language
            return [index.get(t.xpos, OPEN) if mine else OPEN for t in sentence.tokens]
        if name in ("deprel", "upos"):
            return [index.get(getattr(t, name), OPEN) for t in sentence.tokens]
        return [index.get(t.feat(name), OPEN) for t in sentence.tokens]

    def loss(self, model: Teacher, items: Sequence[Sentence]) -> Tensor:
        """Cross-entropy of heads and labels, half of the tags, 0.15 of each feature."""
        batch = self.subwords.batch([[t.form for t in s.tokens] for s in items])
        words = model.words(batch)
        width = words.shape[1]
        entropy = nn.CrossEntropyLoss(ignore_index=OPEN)
        scores = model.parse(words)
        heads = _table([[t.head for t in s.tokens] for s in items], width)
        padding = torch.tensor([[i > len(s.tokens) for i in range(width)] for s in items])
        arcs = scores.arcs.masked_fill(padding[:, None, :], -1e4)
        labels = model.labels(scores, heads.clamp(min=0))
        deprels = _table([self._targets(s, "deprel") for s in items], width)
        loss: Tensor = entropy(arcs.flatten(0, 1), heads.flatten()) + entropy(labels.flatten(0, 1), deprels.flatten())
        for name, tagged in model.tag(words).items():
            gold = _table([self._targets(s, name) for s in items], width)
            if bool((gold >= 0).any()):
                weight = 0.5 if name == "upos" or name.startswith("xpos") else 0.15
                loss = loss + weight * entropy(tagged.flatten(0, 1), gold.flatten())
        return loss

    def predict(self, model: Teacher, items: Sequence[Sentence]) -> list[tuple[Token, ...]]:
        """The tokens with everything the model says; the tag in the sentence's language."""
        words = model.words(self.subwords.batch([[t.form for t in s.tokens] for s in items]))
        scores = model.parse(words)
        heads = torch.zeros(words.shape[:2], dtype=torch.long)
        for i, sentence in enumerate(items):
            n = len(sentence.tokens) + 1
            heads[i, :n] = torch.tensor(tree(scores.arcs[i, :n, :n].double().log_softmax(-1).numpy()))
        labels = model.labels(scores, heads)
        labels[..., self.index["deprel"]["root"]] = -1e9  # only the decoder makes a root
        best = {name: s.argmax(-1).tolist() for name, s in model.tag(words).items()}
        best["deprel"] = labels.argmax(-1).tolist()
        return [self._tokens(s, heads[i].tolist(), best, i) for i, s in enumerate(items)]

    def _tokens(self, sentence: Sentence, heads: list[int], best: dict[str, Any], row: int) -> tuple[Token, ...]:
        tag = "xpos-" + sentence.language

        def say(name: str, place: int) -> str:
            value: str = self.spaces[name][best[name][row][place]]
            return value

        return tuple(
            Token(
                form=t.form,
                lemma=t.lemma,
                upos=say("upos", i),
                xpos=say(tag, i),
                feats=tuple((n, v) for n in FEATURES if (v := say(n, i))),
                head=heads[i],
                deprel=say("deprel", i) if heads[i] else "root",
                space=t.space,
            )
            for i, t in enumerate(sentence.tokens, 1)
        )

    def score(self, answers: Iterable[tuple[list[Sentence], list[tuple[Token, ...]]]]) -> dict[str, float]:
        """UAS, LAS and UPOS by language, punctuation and open labels left out of the arcs."""
        count: Counter[str] = Counter()
        for items, guesses in answers:
            for sentence, guess in zip(items, guesses, strict=True):
                lang = sentence.language
                for gold, said in zip(sentence.tokens, guess, strict=True):
                    count[f"{lang} words"] += 1
                    count[f"{lang} upos"] += gold.upos == said.upos
                    if gold.deprel not in ("punct", UNKNOWN):
                        count[f"{lang} arcs"] += 1
                        count[f"{lang} uas"] += gold.head == said.head
                        count[f"{lang} las"] += (gold.head, gold.deprel) == (said.head, said.deprel)
        return {
            f"{lang} {name}": round(100 * count[f"{lang} {name}"] / max(1, count[f"{lang} {of}"]), 2)
            for lang in ("de", "en")
            for name, of in (("uas", "arcs"), ("las", "arcs"), ("upos", "words"))
        }


def tree(scores: np.ndarray[Any, np.dtype[np.float64]]) -> list[int]:
    """The best tree with one root (Chu and Liu 1965, Edmonds 1967); `scores[dependent, head]`, row 0 the root."""
    heads, _ = chu_liu_edmonds(scores)
    roots = [i for i in range(1, len(heads)) if heads[i] == 0]
    if len(roots) > 1:
        tries = []
        for root in roots:
            single = scores.copy()
            single[1:, 0] = -1e6
            single[root, 0] = scores[root, 0]
            tries.append(chu_liu_edmonds(single)[::-1])
        heads = max(tries)[1]
    return [0, *heads[1:]]


@dataclass
class Names:
    """Names of the German and English corpora, with what a corpus leaves open."""

    sentences: list[Tagged]
    spaces: Spaces
    subwords: SubWords

    @staticmethod
    def corpus(data: Path) -> list[Tagged]:
        """All sentences to train on."""
        readers = {"names-germeval": names.germeval, "names-universal": names.universal, "names-gum": names.gum}
        return [
            t for form, reader in readers.items() for s in sources.named(form, "train") for t in reader(data / s.path)
        ]

    @staticmethod
    def label_spaces(_: list[Tagged]) -> Spaces:
        """The BIOES labels."""
        return {"ner": list(names.LABELS)}

    def __post_init__(self) -> None:
        fit = [s for s in self.sentences if self.subwords.fits(s.words)]
        self.held_out = fit[::KEPT_APART]
        self.train = [s for i, s in enumerate(fit) if i % KEPT_APART]

    def size(self, item: Tagged) -> int:
        """Words with the root."""
        return len(item.words) + 1

    def epoch(self, rng: random.Random) -> list[Tagged]:
        """Every sentence with a name, and a fresh half of the others."""
        nothing = names.only("O")
        return [s for s in self.train if rng.random() < 0.5 or any(a != nothing for a in s.allowed)]

    def loss(self, model: Teacher, items: Sequence[Tagged]) -> Tensor:
        """The probability that the allowed labels have together, as negative logarithm."""
        scores = model.tag(model.words(self.subwords.batch([s.words for s in items])))["ner"].log_softmax(-1)
        allowed = torch.zeros(scores.shape, dtype=torch.bool)
        for i, sentence in enumerate(items):
            for j, labels in enumerate(sentence.allowed, 1):
                allowed[i, j] = torch.tensor([label in labels for label in self.spaces["ner"]])
        used = allowed.any(-1)
        return -scores.masked_fill(~allowed, -torch.inf)[used].logsumexp(-1).mean()

    def predict(self, model: Teacher, items: Sequence[Tagged]) -> list[list[str]]:
        """The best label of each word."""
        return self.decode(model, model.words(self.subwords.batch([s.words for s in items])), items)

    def decode(self, model: Teacher, words: Tensor, items: Sequence[Tagged]) -> list[list[str]]:
        """The best labels, given the states of the words."""
        best = model.tag(words)["ner"].argmax(-1).tolist()
        return [
            [self.spaces["ner"][k] for k in row[1 : len(item.words) + 1]] for item, row in zip(items, best, strict=True)
        ]

    def score(self, answers: Iterable[tuple[list[Tagged], list[list[str]]]]) -> dict[str, float]:
        """F1 by kind where the gold is complete."""
        count: Counter[tuple[str, str]] = Counter()
        for items, guesses in answers:
            for sentence, guess in zip(items, guesses, strict=True):
                if any(len(a) > 1 for a in sentence.allowed):
                    continue
                gold = names.spans_of(next(iter(a)) for a in sentence.allowed)
                said = names.spans_of(guess)
                for what, spans in (("gold", gold), ("said", said), ("right", gold & said)):
                    for span in spans:
                        count[what, span[2]] += 1
                        count[what, "all"] += 1
        return {
            kind: round(200 * count["right", kind] / max(1, count["gold", kind] + count["said", kind]), 1)
            for kind in ("all", *names.KINDS)
        }
