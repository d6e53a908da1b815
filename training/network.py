"""The teacher: one multilingual encoder with a biaffine parser, taggers and a name tagger.

Dozat and Manning (2017), Deep Biaffine Attention for Neural Dependency Parsing; scalar mix of the layers after
Kondratyuk and Straka (2019), 75 Languages, 1 Model. The state of a word is that of its first sub-word.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.e5 import Encoder

ARC, LABEL = 320, 100
"""Widths of the biaffine parser's arc and label spaces."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Sub-word ids, their mask, and the place of each word's first sub-word (column 0 is the root)."""

    ids: Tensor
    mask: Tensor
    first: Tensor


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of a batch; `head` and `deprel` are spaces that `Teacher.labels` joins."""

    arcs: Tensor
    head: Tensor
    deprel: Tensor
    words: Tensor


class Teacher(nn.Module):
    """`heads` names the classifiers over words and their number of classes; `deprels` is 0 without a parser."""

    def __init__(self, encoder: Encoder, heads: dict[str, int], deprels: int) -> None:
        super().__init__()
        width = encoder.config.width
        self.encoder = encoder
        self.mix = nn.Parameter(torch.zeros(encoder.config.layers + 1))
        self.scale = nn.Parameter(torch.ones(1))
        self.drop = nn.Dropout(0.3)
        self.tags = nn.ModuleDict({name: nn.Linear(width, classes) for name, classes in heads.items()})
        if deprels:
            self.arc_head, self.arc_dep = _space(width, ARC), _space(width, ARC)
            self.label_head, self.label_dep = _space(width, LABEL), _space(width, LABEL)
            self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.01)
            self.label = nn.Parameter(torch.zeros(deprels, LABEL + 1, LABEL + 1))

    def words(self, batch: Batch) -> Tensor:
        """States of the words, root first: batch, words, width."""
        return self.states(batch, 0)[0]

    def states(self, batch: Batch, layer: int) -> tuple[Tensor, Tensor]:
        """Mixed states of the words, and their states in one layer (0 is the embedding)."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.encoder(batch.ids, batch.mask)
        weights = torch.softmax(self.mix, 0)
        mixed = sum((w * s.float() for w, s in zip(weights, states, strict=True)), torch.zeros(())) * self.scale
        return _at(mixed, batch.first), _at(states[layer], batch.first)

    def parse(self, words: Tensor) -> Scores:
        """Arc scores (batch, dependent, head) and the label spaces."""
        arcs = _with_one(self.arc_dep(words)) @ self.arc @ self.arc_head(words).transpose(1, 2)
        return Scores(arcs, _with_one(self.label_head(words)), _with_one(self.label_dep(words)), words)

    def labels(self, scores: Scores, heads: Tensor) -> Tensor:
        """Label scores (batch, dependent, label) given the head of each word."""
        chosen = torch.gather(scores.head, 1, heads[..., None].expand(-1, -1, scores.head.shape[-1]))
        # two steps: a three-way einsum would build batch x words x labels x width
        return torch.einsum("bnly,bny->bnl", torch.einsum("bnx,lxy->bnly", scores.deprel, self.label), chosen)

    def tag(self, words: Tensor) -> dict[str, Tensor]:
        """Class scores of every tagger."""
        dropped = self.drop(words)
        return {name: head(dropped) for name, head in self.tags.items()}


def _at(states: Tensor, places: Tensor) -> Tensor:
    return torch.gather(states, 1, places[..., None].expand(-1, -1, states.shape[-1]))


def _space(width: int, out: int) -> nn.Module:
    return nn.Sequential(nn.Dropout(0.3), nn.Linear(width, out), nn.LeakyReLU(0.1), nn.Dropout(0.3))


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
