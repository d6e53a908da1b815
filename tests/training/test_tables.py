from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from training import names, tables
from training.tasks import OPEN
from training.treebank import UNKNOWN

FILES = sorted(tables.HERE.glob("*.tsv"))
KEYS = {
    "labels.tsv": ("language", "column", "from"),
    "names.tsv": ("corpus", "from"),
    "packages.tsv": ("registry", "package", "language"),
    "quotes.tsv": ("open", "close"),
    "repairs.tsv": ("deprel", "xpos", "head_xpos"),
    "sources.tsv": ("name",),
}
USES = {"train", "validate", "measure"}
FORMS = {"treebank", "names-germeval", "names-universal", "names-gum", "raw"}
MEASURED = re.compile(r"pud|germeval-test|ewt-test|gum-test|gum_ccby-ud-test|germeval2014/test", re.IGNORECASE)
SHA256 = re.compile(r"[0-9a-f]{64}")


def cells(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_every_table_has_a_key() -> None:
    assert set(KEYS) == {path.name for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_table_is_well_formed(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert unicodedata.normalize("NFC", text) == text
    header, *body = cells(path)
    assert body
    assert len(set(header)) == len(header)
    for row in body:
        assert len(header) == len(row), row
        assert all(cell and cell == cell.strip() for cell in row), row


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_table_keys_are_unique(path: Path) -> None:
    keys = Counter(tuple(row[column] for column in KEYS[path.name]) for row in tables.rows(path.name))
    assert [] == [key for key, count in keys.items() if count > 1]


def test_repairs_name_each_head_once() -> None:
    count = Counter((r["deprel"], r["xpos"], h) for r in tables.rows("repairs.tsv") for h in r["head_xpos"].split())
    assert {1} == set(count.values())


def test_labels_columns_and_languages() -> None:
    rows = tables.rows("labels.tsv")
    assert {"deprel", "xpos"} == {row["column"] for row in rows}
    assert {"de", "en"} == {row["language"] for row in rows}


def test_labels_are_mapped_in_one_step() -> None:
    for row in tables.rows("labels.tsv"):
        again = tables.mapping("labels.tsv", row["language"], row["column"]).get(row["to"], row["to"])
        assert row["to"] == again


def test_names_kinds_are_known() -> None:
    rows = tables.rows("names.tsv")
    assert {row["to"] for row in rows} <= {*names.KINDS, "?"}
    assert {"germeval", "gum"} == {row["corpus"] for row in rows}


def test_quotes_are_single_marks() -> None:
    assert {1} == {len(mark) for row in tables.rows("quotes.tsv") for mark in row.values()}


@pytest.mark.parametrize("row", tables.rows("sources.tsv"), ids=lambda row: row["name"])
def test_source(row: dict[str, str]) -> None:
    assert row["use"] in USES
    assert row["form"] in FORMS
    assert row["language"] in ("de", "en")
    assert SHA256.fullmatch(row["sha256"])
    assert re.fullmatch(r"-|[0-9a-f]{7,40}", row["commit"])
    assert not Path(row["path"]).is_absolute()
    assert ".." not in Path(row["path"]).parts


def test_measured_sources_are_never_trained_on() -> None:
    rows = tables.rows("sources.tsv")
    measured = [row for row in rows if MEASURED.search(row["name"]) or MEASURED.search(row["path"])]
    assert {"measure"} == {row["use"] for row in measured}
    trained = {row["sha256"] for row in rows if row["use"] == "train"}
    assert not trained & {row["sha256"] for row in rows if row["use"] != "train"}


def test_packages_are_pinned() -> None:
    for row in tables.rows("packages.tsv"):
        assert SHA256.fullmatch(row["sha256"])
        assert re.fullmatch(r"\d+(\.\d+)+", row["version"])
        assert row["registry"] in ("pypi", "npm")
        assert row["language"] in ("de", "en", "all")


def test_rows_leaves_comments_and_quotes_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "HERE", tmp_path)
    (tmp_path / "made.tsv").write_text('# why\nopen\tclose\n"\t„\n# more\n»\t«\n', encoding="utf8")
    assert [{"open": '"', "close": "„"}, {"open": "»", "close": "«"}] == tables.rows("made.tsv")


def test_rows_missing_table() -> None:
    with pytest.raises(OSError, match="nowhere"):
        tables.rows("nowhere.tsv")


def test_mapping_is_of_one_language_and_column() -> None:
    assert "PROAV" == tables.mapping("labels.tsv", "de", "xpos")["PAV"]
    assert "PAV" not in tables.mapping("labels.tsv", "en", "xpos")


def test_repairs_split_the_heads() -> None:
    assert "det" == tables.repairs()[UNKNOWN, "ART", "NE"]
    assert (UNKNOWN, "ART", "NN NE") not in tables.repairs()


def test_open_is_pytorchs_ignored_index() -> None:
    assert -100 == OPEN
