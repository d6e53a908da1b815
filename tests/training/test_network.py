from __future__ import annotations

import torch

from tests.training.made import CONFIG, subwords, teacher
from training.network import ARC, LABEL

BATCH = subwords().batch([["Oslo", "schweigt", "."], ["Ja"]])


def test_words_shape_and_root() -> None:
    model = teacher({"upos": 3}, 4)
    words = model.words(BATCH)
    assert (2, 4, CONFIG.width) == words.shape
    assert torch.float32 == words.dtype


def test_states_of_a_layer() -> None:
    model = teacher({}, 0)
    mixed, embedded = model.states(BATCH, 0)
    _, last = model.states(BATCH, CONFIG.layers)
    # the mix starts as the mean of all layers
    torch.testing.assert_close(mixed, (embedded.float() + last.float()) / 2, atol=0.02, rtol=0.02)


def test_parse_and_labels_shapes() -> None:
    model = teacher({}, 5)
    scores = model.parse(model.words(BATCH))
    assert (2, 4, 4) == scores.arcs.shape
    assert (2, 4, LABEL + 1) == scores.head.shape == scores.deprel.shape
    assert (2, 4, 5) == model.labels(scores, torch.zeros(2, 4, dtype=torch.long)).shape


def test_labels_are_biaffine() -> None:
    model = teacher({}, 5)
    torch.nn.init.normal_(model.label)
    scores = model.parse(model.words(BATCH))
    heads = torch.tensor([[0, 2, 0, 2], [0, 0, 0, 0]])
    found = model.labels(scores, heads)
    wanted = torch.einsum("x,lxy,y->l", scores.deprel[0, 1], model.label, scores.head[0, 2])
    torch.testing.assert_close(found[0, 1], wanted, atol=1e-4, rtol=1e-3)


def test_arcs_are_biaffine() -> None:
    model = teacher({}, 1)
    words = model.words(BATCH)
    found = model.parse(words).arcs
    dependent = torch.cat([model.arc_dep(words)[1, 1], torch.ones(1)])
    assert (ARC + 1, ARC) == model.arc.shape
    torch.testing.assert_close(found[1, 1, 0], dependent @ model.arc @ model.arc_head(words)[1, 0])


def test_tag_has_every_head() -> None:
    model = teacher({"upos": 3, "Case": 5}, 0)
    tagged = model.tag(model.words(BATCH))
    assert {"upos": (2, 4, 3), "Case": (2, 4, 5)} == {name: tuple(scores.shape) for name, scores in tagged.items()}


def test_without_deprels_there_is_no_parser() -> None:
    assert not hasattr(teacher({"ner": 3}, 0), "arc")
