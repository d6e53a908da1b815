from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
import torch

from tests.training.made import BESUCHTE, CONFIG, MELDET, SLEPT, weights_file
from training import annotate, tasks, teacher, vectors
from training.names import LABELS
from training.treebank import Sentence, Token

LONG = ["x"] * CONFIG.positions


def trained(work: Path, kind: str, spaces: dict[str, list[str]]) -> None:
    """A teacher with random weights where training leaves one."""
    weights_file(work / "e5-small-q4.bin")
    folder = work / f"teacher-{kind}"
    folder.mkdir()
    (folder / "labels.json").write_text(json.dumps(spaces), encoding="utf8")
    model, _ = teacher.build(work / "e5-small-q4.bin", kind, spaces)
    torch.save(teacher.trained(model), folder / "model.pt")


def plain(words: list[str]) -> Sentence:
    return Sentence("raw", "de", tuple(Token(word, "", "", "", (), 0, "") for word in words))


def test_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "LAYER", 1)
    monkeypatch.setattr(annotate, "SHARD", 2)
    trained(tmp_path, "names", tasks.Names.label_spaces([]))
    sentences = [["Kiew", "schweigt", "."], LONG, ["Kiew"]]
    rows, means = annotate.names(sentences, tmp_path, tmp_path / "shards")
    assert [3, 0, 1] == list(map(len, rows))
    assert {label for row in rows for label in row} <= set(LABELS)
    assert {"Kiew": 2, "schweigt": 1, ".": 1} == dict(means.counts)
    assert (2 * CONFIG.width,) == means.sums["Kiew"].shape
    again, same = annotate.names(sentences, tmp_path, tmp_path / "shards")
    assert rows == again
    assert means.counts == same.counts


def test_trees(tmp_path: Path) -> None:
    trained(tmp_path, "parse", tasks.Parse.label_spaces([MELDET, BESUCHTE, SLEPT]))
    sentences = [MELDET, plain(LONG), plain(["Kiew", "schweigt", "."])]
    first, long, last = annotate.trees(sentences, tmp_path, tmp_path / "shards")
    assert [(t.form, t.space) for t in MELDET.tokens] == [(t.form, t.space) for t in first]
    assert () == long
    assert ["Kiew", "schweigt", "."] == [t.form for t in last]
    assert 1 == [t.head for t in last].count(0)


def test_in_shards_goes_on_at_the_first_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotate, "SHARD", 3)
    seen: list[list[int]] = []

    def double(part: list[int]) -> list[int]:
        if seen and part[0] == 6 and len(seen) < 3:
            seen.append([])
            raise KeyboardInterrupt
        seen.append(part)
        return [2 * x for x in part]

    with pytest.raises(KeyboardInterrupt):
        list(annotate.in_shards(range(8), tmp_path / "shards", double))
    found = list(annotate.in_shards(range(8), tmp_path / "shards", double))
    assert [[0, 2, 4], [6, 8, 10], [12, 14]] == found
    assert [[0, 1, 2], [3, 4, 5], [], [6, 7]] == seen
    assert ["000.pickle", "001.pickle", "002.pickle"] == sorted(p.name for p in (tmp_path / "shards").iterdir())


def test_in_shards_computes_a_broken_off_shard_again(tmp_path: Path) -> None:
    (tmp_path / "000.new").write_bytes(pickle.dumps("half"))
    assert [3] == list(annotate.in_shards("abc", tmp_path, len))
