from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.made import write_tabs
from training import names
from training.names import KINDS, LABELS, Tagged, only, opened

MISC_OR_DEM = opened("MISC", "DEM")


@st.composite
def sentences_with_names(draw: st.DrawFn) -> tuple[list[names.Span], int]:
    """Disjoint names in order, and the number of words."""
    spans, place = [], 0
    for before, length, kind in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), st.sampled_from(KINDS)))):
        spans.append((place + before, place + before + length, kind))
        place += before + length
    return spans, place + draw(st.integers(0, 2))


@given(sentences_with_names())
def test_spans_of_reads_what_bioes_writes(made: tuple[list[names.Span], int]) -> None:
    spans, length = made
    labels = names.bioes(spans, length)
    assert length == len(labels)
    assert set(spans) == names.spans_of(labels)


@given(sentences_with_names())
def test_iob2_reads_names(made: tuple[list[names.Span], int]) -> None:
    spans, length = made
    labels = ["O"] * length
    for begin, end, kind in spans:
        labels[begin:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - begin - 1)]
    assert spans == names.iob2(labels)


@given(st.lists(st.sampled_from(LABELS)))
def test_spans_of_any_labels_are_disjoint(labels: list[str]) -> None:
    spans = sorted(names.spans_of(labels))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert set(spans) == names.spans_of(names.bioes(spans, len(labels)))


@pytest.mark.parametrize(
    "labels",
    [
        ["B-PER", "I-PER"],
        ["I-PER", "E-PER"],
        ["B-PER", "E-LOC"],
        ["B-PER", "I-LOC", "E-PER"],
        ["B-PER", "O", "E-PER"],
        ["E-PER"],
        [],
    ],
)
def test_spans_of_malformed_is_no_name(labels: list[str]) -> None:
    assert set() == names.spans_of(labels)


def test_iob2_leaves_other_kinds_out() -> None:
    assert [(1, 2, "ORG")] == names.iob2(["B-EVT", "B-ORG", "I-EVT", "O"])


def test_labels() -> None:
    assert 1 + 4 * len(KINDS) == len(set(LABELS))
    assert frozenset(("O", "B-DEM", "I-DEM", "E-DEM", "S-DEM")) == opened("DEM")
    assert frozenset(LABELS) == opened(*KINDS)


def test_germeval(tmp_path: Path) -> None:
    path = tmp_path / "made.bioes.txt"
    path.write_text(
        "Die O\nEU-Kommission S-ORGpart\nlobt O\ndie O\nBremer S-LOCderiv\nFirma O\nMeyer B-ORG\nSöhne E-ORG\n\n\n"
        "Das O\nlateinische S-OTHderiv\nWort O\nsteht O\nim O\nDuden S-OTH\n",
        encoding="utf8",
    )
    first, second = names.germeval(path)
    assert ("Die", "EU-Kommission", "lobt", "die", "Bremer", "Firma", "Meyer", "Söhne") == first.words
    wanted = ["O", "S-ORG", "O", "O", "S-DEM", "O", "B-ORG", "E-ORG"]
    assert tuple(map(only, wanted)) == first.allowed
    assert (only("O"), MISC_OR_DEM, only("O"), only("O"), only("O"), only("S-MISC")) == second.allowed


def test_universal_leaves_misc_and_dem_open(tmp_path: Path) -> None:
    table = """
    # text = Jane Doe left Paris
    1 Jane  B-PER  -
    2 Doe   I-PER  -
    3 left  O      -
    4 Paris B-LOC  -
    """
    path = write_tabs(tmp_path / "made.iob2", table, table)
    first, second = names.universal(path)
    assert Tagged(("Jane", "Doe", "left", "Paris"), (only("B-PER"), only("E-PER"), MISC_OR_DEM, only("S-LOC"))) == first
    assert first == second


def gum(tmp_path: Path, table: str) -> list[tuple[str, frozenset[str]]]:
    (tagged,) = names.gum(write_tabs(tmp_path / "made.conllu", table))
    return list(zip(tagged.words, tagged.allowed, strict=True))


def test_gum_linked_names(tmp_path: Path) -> None:
    table = """
    1  President  President  PROPN  NNP  _  2  compound  _  Entity=(1-person-new-s-cf1-2-coref-Jane_Doe
    2  Jane       Jane       PROPN  NNP  _  4  nsubj     _  _
    3  Doe        Doe        PROPN  NNP  _  2  flat      _  Entity=1)
    4  visited    visit      VERB   VBD  _  0  root      _  _
    5  French     French     ADJ    JJ   _  6  amod      _  Entity=(2-place-new-n-cf2-2-sgl
    6  towns      town       NOUN   NNS  _  4  obj       _  Entity=2)
    7  near       near       ADP    IN   _  8  case      _  _
    8  Zürich     Zürich     PROPN  NNP  _  4  obl       _  Entity=(3-place-new-n-cf3-1-sgl-Z%C3%BCrich)
    """
    assert [
        ("President", opened(*KINDS)),
        ("Jane", only("B-PER")),
        ("Doe", only("E-PER")),
        ("visited", only("O")),
        ("French", opened("DEM")),
        ("towns", only("O")),
        ("near", only("O")),
        ("Zürich", only("S-LOC")),
    ] == gum(tmp_path, table)


def test_gum_part_of_a_longer_title_blocks(tmp_path: Path) -> None:
    table = """
    1  University  University  PROPN  NNP  _  4  nsubj  _  Entity=(1-organization-new-n-cf1-1-sgl-University_of_Foo
    2  of          of          ADP    IN   _  3  case   _  _
    3  Foo         Foo         PROPN  NNP  _  1  nmod   _  Entity=(2-place-new-n-cf2-1-sgl-Foo)1)
    4  won         win         VERB   VBD  _  0  root   _  _
    """
    assert [opened(*KINDS), only("O"), opened(*KINDS), only("O")] == [a for _, a in gum(tmp_path, table)]


@pytest.mark.parametrize(
    ("entity", "wanted"),
    [
        ("person-giv-s-cf1-1-coref-Jane_Doe", only("S-PER")),
        ("person-giv-s-cf1-1-coref-Doe_%28singer%29", only("S-PER")),
        ("organization-giv-s-cf1-1-coref-Doe", only("S-ORG")),
        ("organization-giv-s-cf1-1-coref-Doe_Industries", opened(*KINDS)),
        ("place-giv-s-cf1-1-coref-Doe,_Ohio", only("S-LOC")),
        ("event-giv-s-cf1-1-coref-Doe", opened(*KINDS)),
        ("person-giv-s-cf1-1-coref", opened(*KINDS)),
        ("person-giv-s-cf1-1-coref-Jane_Roe", opened(*KINDS)),
    ],
)
def test_gum_name_by_its_title(tmp_path: Path, entity: str, wanted: frozenset[str]) -> None:
    table = f"""
    1  Doe  Doe   PROPN  NNP  _  2  nsubj  _  Entity=(1-{entity})
    2  won  win   VERB   VBD  _  0  root   _  _
    """
    assert wanted == gum(tmp_path, table)[0][1]


def test_gum_longer_event_is_misc(tmp_path: Path) -> None:
    table = """
    1  Foo    Foo    PROPN  NNP  _  2  compound  _  Entity=(1-event-new-n-cf1-2-sgl-Foo_Games
    2  Games  Game   PROPN  NNPS _  3  nsubj     _  Entity=1)
    3  began  begin  VERB   VBD  _  0  root      _  _
    """
    assert [only("B-MISC"), only("E-MISC"), only("O")] == [a for _, a in gum(tmp_path, table)]
