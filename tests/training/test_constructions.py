from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tests.training.made import BESUCHTE
from training import constructions, tables
from training.constructions import ARC, VALUE, Construction
from training.documents import annotated, with_names

LANG = tables.HERE.parent / "tests" / "lang"
HEADER = ["id", "group", "text", "arcs", "values", "sentences", "status"]
GROUPS = {
    "bullet", "caps", "control", "coordination", "copula", "dative", "ditransitive", "headline", "linebreak", "name",
    "nbsp", "nospace", "noun", "order", "passive", "phrasal", "quotes", "reflexive", "relative", "reported",
    "separable", "softhyphen", "splitting", "umlaut",
}  # fmt: skip
ROW = Construction("x-001", "order", BESUCHTE.text, (), (), 1, "ok")


class Fake:
    """A component that gives every text the same annotation."""

    def __init__(self, make: Callable[[Language], Doc]) -> None:
        self.make = make

    def pipeline(self) -> Language:
        nlp = spacy.blank("de")
        nlp.tokenizer = lambda _: self.make(nlp)
        return nlp


def visited(nlp: Language) -> Doc:
    return with_names(annotated(nlp.vocab, BESUCHTE.tokens), ["B-PER", "E-PER", "O", "O", "S-LOC", "O"])


NLP = Fake(visited).pipeline()


def failures(**cells: object) -> list[str]:
    return constructions.failures(replace(ROW, **cells), NLP)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "cells",
    [
        {"arcs": ("Angela>nsubj>besuchte", "Würzburg>obj>besuchte", "Merkel>flat>Angela", ".>punct>besuchte")},
        {"arcs": ("besuchte>ROOT>besuchte",)},
        {"values": ("besuchte.Lemma=besuchen", "besuchte.Tag=VVFIN", "besuchte.Pos=VERB", "besuchte.Tense=Past")},
        {"values": ("Merkel.Ent=PER", "gestern.Ent=O", "..Pos=PUNCT", "Würzburg#1.Case=Acc")},
        {},
    ],
)
def test_failures_none(cells: dict[str, object]) -> None:
    assert [] == failures(**cells)


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ({"arcs": ("Angela>obj>besuchte",)}, "Angela>obj>besuchte: nsubj>besuchte"),
        ({"arcs": ("Würzburg>obj>Angela",)}, "Würzburg>obj>Angela: obj>besuchte"),
        ({"arcs": ("Würz>obj>besuchte",)}, "Würz>obj>besuchte: no such token"),
        ({"arcs": ("Angela#2>nsubj>besuchte",)}, "Angela#2>nsubj>besuchte: no such token"),
        ({"values": ("besuchte.Lemma=suchen",)}, "besuchte.Lemma=suchen: besuchen"),
        ({"values": ("Angela.Case=Acc",)}, "Angela.Case=Acc: Nom"),
        ({"values": ("gestern.Case=Acc",)}, "gestern.Case=Acc: "),
        ({"values": ("Würz.Ent=LOC",)}, "Würz.Ent=LOC: no such token"),
        ({"sentences": 2}, "2 sentences: 1"),
    ],
)
def test_failures_one(cells: dict[str, object], wanted: str) -> None:
    assert [wanted] == failures(**cells)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"arcs": ("Angela>nsubj",)}, "x-001: not an arc: Angela>nsubj"),
        ({"arcs": ("Angela>>besuchte",)}, "not an arc"),
        ({"arcs": ("Oslo>obj>besuchte",)}, "Oslo is not in the text"),
        ({"values": ("Angela.Case",)}, "not a value: Angela.Case"),
        ({"values": ("Angela.case=Nom",)}, "not a value"),
        ({"values": ("Oslo.Case=Nom",)}, "Oslo is not in the text"),
    ],
)
def test_failures_bad_cell(cells: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        failures(**cells)


def table(tmp_path: Path, *rows: str) -> list[Construction]:
    path = tmp_path / "constructions.tsv"
    path.write_text("\n".join(["\t".join(HEADER), "# why", *rows]) + "\n", encoding="utf8")
    return constructions.read(path)


def test_read(tmp_path: Path) -> None:
    first, second = table(
        tmp_path,
        "x-001\torder\tWo ist er?\tWo>advmod>ist er>nsubj>ist\t-\t1\tok",
        'x-002\tquotes\t"Ja", sagt er.\t-\ter.Case=Nom\t2\txfail: not yet',
    )
    arcs = ("Wo>advmod>ist", "er>nsubj>ist")
    assert Construction("x-001", "order", "Wo ist er?", arcs, (), 1, "ok") == first
    assert ('"Ja", sagt er.', ("er.Case=Nom",), 2) == (second.text, second.values, second.sentences)
    assert "xfail: not yet" == second.status


def test_read_invisible_characters(tmp_path: Path) -> None:
    (row,) = table(tmp_path, "x-001\tnbsp\t10␣Euro⏎Bundes¬rat\tBundes¬rat>obj>Euro\t10␣Euro.Ent=O\t2\tok")
    assert "10\u00a0Euro\nBundes\u00adrat" == row.text
    assert ("Bundes\u00adrat>obj>Euro",) == row.arcs
    assert ("10\u00a0Euro.Ent=O",) == row.values


def test_second_occurrence() -> None:
    found = constructions._token(NLP(""), "Angela", ROW)
    assert found is not None
    assert 0 == found.i
    assert constructions._token(NLP(""), "Angela#2", ROW) is None


@pytest.mark.parametrize("language", ["de", "en"])
def test_table_is_well_formed(language: str) -> None:
    text = (LANG / language / "constructions.tsv").read_text(encoding="utf8")
    assert unicodedata.normalize("NFC", text) == text
    assert text.endswith("\n")
    header, *rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert HEADER == header
    for row in rows:
        assert len(HEADER) == len(row), row
        assert all(cell and cell == cell.strip() for cell in row), row
    assert len(rows) == len({row[2] for row in rows})


@pytest.mark.parametrize("language", ["de", "en"])
def test_table_ids_are_in_order(language: str) -> None:
    ids = [row.id for row in constructions.read(LANG / language / "constructions.tsv")]
    assert [f"{language}-{i:03}" for i in range(1, len(ids) + 1)] == ids


def checked(row: Construction, nlp: Language) -> list[str]:
    """What is wrong with a row, whatever a pipeline may say."""
    doc = nlp.make_doc(row.text)
    arcs, values = [ARC.fullmatch(arc) for arc in row.arcs], [VALUE.fullmatch(value) for value in row.values]
    words = [match[name] for match in arcs if match for name in ("word", "head")]
    words += [match["word"] for match in values if match]
    wrong = [] if all([*arcs, *values]) else ["a cell that cannot be read"]
    wrong += [f"no token {word}" for word in words if constructions._token(doc, word, row) is None]
    wrong += [] if row.group in GROUPS else [f"group {row.group}"]
    wrong += [] if row.status == "ok" or row.status.removeprefix("xfail: ") != row.status else [row.status]
    wrong += [] if row.arcs or row.values or row.sentences > 1 else ["nothing to check"]
    return wrong + ([] if row.sentences >= 1 else ["no sentence"])


@pytest.mark.parametrize("language", ["de", "en"])
def test_table_rows_can_be_checked(language: str) -> None:
    nlp = spacy.blank(language)
    rows = constructions.read(LANG / language / "constructions.tsv")
    assert {} == {row.id: wrong for row in rows if (wrong := checked(row, nlp))}
