"""The files of a benchmark, out of a folder, a single file or the archive that its repository ships."""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError, Problem

BROKEN = (OSError, EOFError, tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, UnicodeDecodeError)
"""What a file raises that is missing, cut off, damaged or no text."""


def files(data: Path, suffix: str) -> Iterator[tuple[str, str]]:
    """Name and text (UTF-8) of each file with this suffix, by name.

    Raises InputError if there is none, or if the archive cannot be read.
    """
    found = False
    try:
        for name, content in sorted(_members(data, suffix)):
            found = True
            yield name, content.decode("utf-8-sig")
    except BROKEN as error:
        raise InputError(Problem(str(data), 0, getattr(error, "strerror", None) or str(error))) from error
    if not found:
        raise InputError(Problem(str(data), 0, f"no file ends in {suffix}"))


def _members(data: Path, suffix: str) -> Iterator[tuple[str, bytes]]:
    if data.is_dir():
        for path in data.rglob(f"*{suffix}"):
            yield path.relative_to(data).as_posix(), path.read_bytes()
    elif zipfile.is_zipfile(data):
        with zipfile.ZipFile(data) as archive:
            for info in archive.infolist():
                if info.filename.endswith(suffix):
                    yield info.filename, archive.read(info)
    elif tarfile.is_tarfile(data):
        with tarfile.open(data) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.name.endswith(suffix) else None
                if file:
                    yield member.name, file.read()
    elif data.name.endswith(suffix):
        yield data.name, data.read_bytes()
    else:
        raise InputError(Problem(str(data), 0, f"neither a folder nor an archive nor a {suffix} file"))
