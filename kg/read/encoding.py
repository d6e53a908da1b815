"""Bytes to text: Unicode, else Windows-1252, else a problem; never a guess.

charset-normalizer (which spaCy brings) takes German in Windows-1252 for Windows-1250, and "São Paulo" becomes
"Săo Paulo"; for German and English the fallback of browsers is the better one:
https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
"""

from __future__ import annotations

import codecs
import re

from kg.errors import InputError, Problem

# UTF-32 before UTF-16, whose mark it begins with.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, path: str, declared: str = "") -> str:
    r"""The text of a file, its line ends as they are, without a byte order mark.

    In this order: a byte order mark, UTF-8, the encoding that a page declares, Windows-1252.

    >>> decode(b"F\xfcr \x84K\xf6ln\x93", "a.txt")
    'Für „Köln“'

    Raises:
        InputError: binary, or none of these encodings.
    """
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _strict(data, codec, path)
    if b"\0" in data:
        raise InputError(Problem(path, 0, "binary file"))
    for codec in ("utf-8", declared or "utf-8"):
        try:
            return data.decode(codec)
        except (LookupError, UnicodeError):
            continue
    if _western(data):
        return _strict(data, "cp1252", path)
    return _strict(data, "utf-8", path)


def _strict(data: bytes, codec: str, path: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1  # without the mark
        message = f"not {codec.removesuffix('-sig').upper()}: byte 0x{error.object[error.start]:02x} ({error.reason})"
        raise InputError(Problem(path, line, message)) from None


def _western(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 can be a Western European language in Windows-1252.

    Not with control characters (binary), not when most of it is beyond ASCII (Russian in Windows-1251), and not when
    its high bytes mostly are UTF-8 (a file in UTF-8 that was cut or damaged would become "fÃ¼r").
    """
    high = len(_HIGH.findall(data))
    unicode = sum(map(len, _SEQUENCE.findall(data)))
    return not _CONTROL.search(data) and 2 * high < len(b"".join(data.split())) and 2 * unicode < high
