"""The files of a benchmark, whatever they are shipped in."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.eval.files import files

TEXTS = {"b/2.json": "zwei", "a/1.json": "\ufeffeins: Übung", "a/README.md": "not a file of the data"}
FOUND = [("a/1.json", "eins: Übung"), ("b/2.json", "zwei")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "data"


def packed(folder: Path, name: str) -> Path:
    path = folder.parent / name
    if name.endswith(".zip"):
        with zipfile.ZipFile(path, "w") as archive:
            for made in TEXTS:
                archive.write(folder / made, made)
    else:
        with tarfile.open(path, "w:gz" if name.endswith("gz") else "w") as archive:
            for made in TEXTS:
                archive.add(folder / made, made)
            archive.add(folder / "a", "folder.json", recursive=False)
    return path


def message(data: Path) -> str:
    with pytest.raises(InputError) as caught:
        list(files(data, ".json"))
    return str(caught.value)


def test_a_folder_with_folders(folder: Path) -> None:
    assert FOUND == list(files(folder, ".json"))


@pytest.mark.parametrize("name", ["data.tar.gz", "data.tar", "data.zip", "no_ending_gz"])
def test_an_archive(folder: Path, name: str) -> None:
    assert FOUND == list(files(packed(folder, name), ".json"))


def test_a_single_file(folder: Path) -> None:
    assert [("2.json", "zwei")] == list(files(folder / "b" / "2.json", ".json"))


def test_a_single_file_of_another_kind(folder: Path) -> None:
    path = folder / "a" / "README.md"
    assert f"{path}: neither a folder nor an archive nor a .json file" == message(path)


def test_no_such_file(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.json"
    assert f"{path}: No such file or directory" == message(path)


@pytest.mark.parametrize("name", ["", "data.tar.gz", "data.zip"])
def test_none_with_this_ending(folder: Path, name: str) -> None:
    data = packed(folder, name) if name else folder
    with pytest.raises(InputError, match=r"no file ends in \.tml"):
        list(files(data, ".tml"))


@pytest.mark.parametrize("name", ["data.tar.gz", "data.tar", "data.zip"])
def test_an_archive_that_is_cut_off(folder: Path, name: str) -> None:
    path = packed(folder, name)
    path.write_bytes(path.read_bytes()[: -len(path.read_bytes()) // 2])
    assert message(path).startswith(f"{path}: ")


@pytest.mark.parametrize("content", [b"", b"\x1f\x8b\x08\x00broken", b"PK\x03\x04broken"])
def test_an_archive_that_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "data.tar.gz"
    path.write_bytes(content)
    assert message(path).startswith(f"{path}: ")


def test_text_that_is_not_utf_8(folder: Path) -> None:
    (folder / "c.json").write_bytes("Übung".encode("latin-1"))
    assert "utf-8" in message(folder)
