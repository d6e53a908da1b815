from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.made import CONFIG, UNITS, quantise, weights_file
from training import e5

TWO = replace(CONFIG, layers=2, types=2, positions=20)


def test_load_gives_the_files_weights(tmp_path: Path) -> None:
    arrays = weights_file(tmp_path / "made.bin", TWO)
    encoder, _ = e5.load(tmp_path / "made.bin")
    assert replace(TWO, epsilon=encoder.config.epsilon) == encoder.config
    assert TWO.epsilon == pytest.approx(encoder.config.epsilon)
    state = {name: value.numpy() for name, value in encoder.state_dict().items()}
    np.testing.assert_array_equal(arrays["emb.word"], state.pop("word.weight"))
    np.testing.assert_array_equal(arrays["emb.pos"], state.pop("pos.weight"))
    np.testing.assert_array_equal(arrays["emb.type"][0], state.pop("kind"))
    np.testing.assert_array_equal(arrays["emb.ln.w"], state.pop("eln.weight"))
    np.testing.assert_array_equal(arrays["emb.ln.b"], state.pop("eln.bias"))
    assert 2 * 16 == len(state)
    for name, value in state.items():
        _, layer, part, kind = name.split(".")
        np.testing.assert_array_equal(arrays[f"l{layer}.{part}.{kind[0]}"], value)


def test_load_gives_the_files_units(tmp_path: Path) -> None:
    weights_file(tmp_path / "made.bin")
    _, tokenizer = e5.load(tmp_path / "made.bin")
    assert {unit: i for i, unit in enumerate(UNITS)} == tokenizer.get_vocab()
    assert ["▁", "J", "a"] == tokenizer.encode("▁Ja").tokens


def test_load_missing_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        e5.load(tmp_path / "nowhere")


def test_quantised_block() -> None:
    raw, wanted = quantise(np.random.default_rng(1), 3, 64)
    reader = e5._Reader(b"skip" + raw, tensors={"x": (4, len(raw))})
    np.testing.assert_array_equal(wanted, reader.quantised("x", 3, 64).numpy())


def test_padding_does_not_change_states(tmp_path: Path) -> None:
    weights_file(tmp_path / "made.bin", TWO)
    encoder, _ = e5.load(tmp_path / "made.bin")
    encoder.eval()
    short, long = [0, 5, 6, 2], [0, 7, 8, 9, 10, 11, 2]
    padded = torch.tensor([[*short, *[TWO.pad] * 3], long])
    with torch.inference_mode():
        alone = encoder(torch.tensor([short]), torch.ones(1, 4, dtype=torch.bool))
        together = encoder(padded, padded != TWO.pad)
    assert TWO.layers + 1 == len(alone) == len(together)
    for one, both in zip(alone, together, strict=True):
        torch.testing.assert_close(both[:1, :4], one)


def test_states_depend_on_the_other_words(tmp_path: Path) -> None:
    weights_file(tmp_path / "made.bin")
    encoder, _ = e5.load(tmp_path / "made.bin")
    encoder.eval()
    ids = torch.tensor([[0, 5, 6, 2], [0, 5, 7, 2]])
    with torch.inference_mode():
        first, last = encoder(ids, ids != CONFIG.pad)
    torch.testing.assert_close(first[0, 1], first[1, 1])
    assert not torch.allclose(last[0, 1], last[1, 1])


def test_word_embeddings_are_frozen() -> None:
    frozen = [name for name, p in e5.Encoder(CONFIG).named_parameters() if not p.requires_grad]
    assert ["word.weight"] == frozen
