"""Bytes to text."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.read.encoding import decode

TEXT = "Für „Köln“ – São Paulo"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_decode(codec: str) -> None:
    assert TEXT == decode(TEXT.encode(codec), "a.txt")


def test_decode_latin1() -> None:
    assert "Über Düsseldorf\r\n" == decode("Über Düsseldorf\r\n".encode("latin-1"), "a.txt")


def test_decode_declared() -> None:
    text = "Orbán Győző 5 €"
    assert text == decode("Orbán Győző".encode("iso-8859-2"), "a.html", "iso-8859-2") + " 5 €"
    assert text == decode(text.encode(), "a.html", "iso-8859-2")  # UTF-8 is not taken for anything else
    assert "Über Köln" == decode("Über Köln".encode("cp1252"), "a.html", "no-such-codec")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a\0b", "a.txt: binary file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt: binary file"),
        ("Das ist für Köln\nund Düsseldorf\nund".encode() + b"\xc3", "a.txt:3: not UTF-8: byte 0xc3"),
        (b"ab\nc\xfcd\x02", "a.txt:2: not UTF-8: byte 0xfc"),
        ("Россия отрицает".encode("cp1251"), "a.txt:1: not UTF-8: byte 0xd0"),
        (b"\xef\xbb\xbfa\xff", "a.txt:1: not UTF-8: byte 0xff"),
        (b"\xff\xfea", "a.txt:1: not UTF-16: byte 0x61"),
    ],
)
def test_decode_reports_what_is_no_text(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith(message)
