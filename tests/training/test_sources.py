from __future__ import annotations

from pathlib import Path

from training import sources


def test_named_by_form_use_and_language() -> None:
    found = sources.named("treebank", "train", "de")
    assert found
    assert {("treebank", "train", "de")} == {(s.form, s.use, s.language) for s in found}


def test_named_without_language_has_all_in_order() -> None:
    found = sources.named("treebank", "train")
    assert [s for s in sources.all_sources() if s in found] == found
    assert {"de", "en"} == {s.language for s in found}


def test_named_nothing() -> None:
    assert [] == sources.named("treebank", "dream")


def test_digest(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(b"abc")
    assert "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" == sources.digest(tmp_path / "abc")
