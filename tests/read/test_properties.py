"""What holds for whatever is read."""

from __future__ import annotations

import io
import json
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.errors import Problem
from kg.model import Document
from kg.read import READERS
from kg.read.blocks import cut
from kg.read.boilerplate import boilerplate
from kg.read.fields import address

# The first example loads the tables.
ANY = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
# fmt: off
LINES = st.sampled_from([
    "", "-", "***", "---", "+++", "WERBUNG", "(dpa/AFP)", "Foto: dpa", "Related News :", "Nord Kurier", "Mehr zum",
    "Thema", "teilen", "und schweigt", "am 8.", "# Kiew meldet Angriff", "- Riga schweigt.", "> „Nein“",
    "Oslo weist Vorwürfe zurück", "Die Armee hat am Montag die Stadt angegriffen, sagte ein Sprecher.", "title: Kiew",
    "date: 21.10.2024", "https://nord.example", "<p>Kiew</p>", '{"text": "Kiew schweigt."}', "\u200b", "\ufeffKiew",
])
# fmt: on
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\f"])
TEXTS = st.one_of(
    st.text(), st.lists(st.tuples(st.one_of(LINES, st.text()), BREAKS)).map(lambda x: "".join(sum(x, ())))
)
RECORDS = st.dictionaries(
    st.sampled_from(["text", "date", "url", "id", "source", "title"]), st.text() | st.integers() | st.lists(st.text())
)


def check(document: Document, begin: int = 0) -> None:
    assert document.blocks
    assert all(begin <= start < end <= len(document.text) for start, end in document.blocks)
    assert all(end <= start for (_, end), (start, _) in pairwise(document.blocks))
    for start, end in document.blocks:
        block = document.text[start:end]
        assert block == block.strip()
        assert any(character.isalnum() for character in block)
        assert not boilerplate(block)
    assert document.iri.startswith("http")
    document.text.encode()
    document.title.encode()


def read_all(data: bytes, reader: int) -> list[Document]:
    problems: list[Problem] = []
    documents = list(READERS[reader].documents(io.BytesIO(data), "a", problems.append))
    assert documents or problems or not data.strip()
    return documents


@ANY
@given(TEXTS, st.booleans())
def test_blocks_are_parts_of_the_text_in_order(text: str, one_a_line: bool) -> None:
    blocks = cut(text, one_a_line=one_a_line)
    if blocks:
        check(Document(iri="https://nord.example", text=text.encode(errors="replace").decode(), blocks=blocks))


@ANY
@given(TEXTS, st.integers(min_value=0, max_value=50))
def test_nothing_before_the_offset(text: str, begin: int) -> None:
    assert all(begin <= start for start, _ in cut(text, begin))


@pytest.mark.parametrize("reader", range(len(READERS)))
@ANY
@given(data=st.one_of(st.binary(), TEXTS.map(lambda text: text.encode(errors="replace"))))
def test_any_bytes_are_read_or_reported(reader: int, data: bytes) -> None:
    for document in read_all(data, reader):
        check(document)


@ANY
@given(TEXTS)
def test_any_front_matter_is_read_or_reported(header: str) -> None:
    data = f"---\n{header}\n---\nOslo schweigt.\n".encode(errors="replace")
    for document in read_all(data, len(READERS) - 1):
        check(document)


@ANY
@given(st.text())
def test_any_address_is_an_iri(text: str) -> None:
    iri = address(f"https://nord.example/{text}")
    assert iri == NamedNode(iri).value


@ANY
@given(RECORDS)
def test_any_record_is_read_or_reported(record: dict[str, object]) -> None:
    for document in read_all(json.dumps(record).encode(), 1):
        check(document)
