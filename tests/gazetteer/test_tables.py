from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent / "kg"
STATES = ROOT / "gazetteer" / "states.tsv"
ORGANIZATIONS = ROOT / "gazetteer" / "organizations.tsv"
OFFICES = ROOT / "lang" / "de" / "offices.tsv"

KEYS = {STATES: "iso2", ORGANIZATIONS: "de", OFFICES: "lemma"}
HEADERS = {
    STATES: "qid iso2 iso3 de en official_de adjective_de inhabitant_de inhabitant_f_de inhabitants_de capital_de "
    "capital_qid capital_en adjective_en inhabitant_en aliases_de aliases_en metonyms_de metonyms_en",
    ORGANIZATIONS: "qid kind state de en abbreviations aliases_de aliases_en note",
    OFFICES: "lemma kind note",
}
NO_MEMBERS = {"EH", "PS", "TW", "VA", "XK"}
QID = re.compile(r"Q[1-9]\d*")
NONE = "-"

STATE_NAMES = {
    "names": ("de", "official_de", "aliases_de", "metonyms_de"),
    "english names": ("en", "aliases_en", "metonyms_en"),
    "adjectives": ("adjective_de",),
    "english adjectives": ("adjective_en",),
    "inhabitants": ("inhabitant_de", "inhabitant_f_de", "inhabitants_de"),
    "english inhabitants": ("inhabitant_en",),
    "capitals": ("capital_de",),
    "english capitals": ("capital_en",),
}
ORGANIZATION_NAMES = ("de", "abbreviations", "aliases_de")

AMBIGUOUS_STATES = {
    "Kongo": {"CD", "CG"},
    "Congo": {"CD", "CG"},
    "kongolesisch": {"CD", "CG"},
    "Congolese": {"CD", "CG"},
    "Kongolese": {"CD", "CG"},
    "Kongolesin": {"CD", "CG"},
    "Kongolesen": {"CD", "CG"},
    "Dominican": {"DM", "DO"},
}
"""Names that two states share: who reads them needs more evidence."""

AMBIGUOUS_ORGANIZATIONS = {
    "Bundesrat": {"Bundesrat", "Schweizer Bundesrat"},
    "NABU": {"Nationales Antikorruptionsbüro der Ukraine", "Naturschutzbund"},
    "Nationalrat": {"Nationalrat", "Schweizer Nationalrat"},
    "SWR": {"Südwestrundfunk", "russischer Auslandsgeheimdienst"},
}

DIFFERENCES = {
    ("EH", "qid"): "Q40362 is the Sahrawi republic; the news means the territory, Q6250",
    ("NL", "qid"): "Q29999 is the kingdom with its islands; Q55 is what Wikipedia calls the Netherlands",
    ("XK", "iso3"): "UNK is the United Nations' travel document code; XKX is the user-assigned code in use",
    ("LK", "capital_en"): "Colombo is where the government sits: a metonym; the capital is Sri Jayawardenepura Kotte",
    ("SZ", "capital_en"): "Lobamba is where the king and the parliament sit; the government sits in Mbabane",
    ("MC", "capital_en"): "the city has the name of the state",
}
"""Cells in which we differ from shared/data/gazetteer/countries_de.tsv, each with the reason."""


def rows(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def names(row: dict[str, str], columns: Iterable[str]) -> set[str]:
    return {name for column in columns for name in row[column].split("|")} - {NONE}


def owners(path: Path, columns: Iterable[str]) -> dict[str, set[str]]:
    """Each name in these columns with the keys of the rows that have it."""
    columns = tuple(columns)
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(path):
        for name in names(row, columns):
            found[name].add(row[KEYS[path]])
    return found


def shared(path: Path, columns: Iterable[str]) -> dict[str, set[str]]:
    return {name: keys for name, keys in owners(path, columns).items() if len(keys) > 1}


def bare(name: str) -> str:
    """A name without accents, apostrophes and "City": "São Tomé" and "Sao Tome" are one."""
    letters = unicodedata.normalize("NFKD", name.replace("City of", "").replace("City", ""))
    return "".join(letter for letter in letters if letter.isalpha()).casefold()


@pytest.mark.parametrize("path", KEYS, ids=lambda path: path.name)
def test_table_is_well_formed(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert unicodedata.normalize("NFC", text) == text
    lines = text.splitlines()
    comments = [number for number, line in enumerate(lines) if line.startswith("#")]
    assert list(range(len(comments))) == comments
    header, *body = [line.split("\t") for line in lines[len(comments) :]]
    assert HEADERS[path].split() == header
    for row in body:
        assert len(header) == len(row), row
        assert all(cell and cell == cell.strip() and "  " not in cell for cell in row), row


@pytest.mark.parametrize("path", KEYS, ids=lambda path: path.name)
def test_table_is_sorted_by_a_unique_key(path: Path) -> None:
    keys = [row[KEYS[path]] for row in rows(path)]
    assert sorted(set(keys)) == keys


@pytest.mark.parametrize("path", KEYS, ids=lambda path: path.name)
def test_lists_have_no_empty_or_repeated_part(path: Path) -> None:
    for row in rows(path):
        for cell in row.values():
            parts = cell.split("|")
            assert len(set(parts)) == len(parts), row
            assert parts == [NONE] or all(part == part.strip() and part not in {"", NONE} for part in parts), row


def test_all_members_of_the_united_nations_are_here() -> None:
    codes = {row["iso2"] for row in rows(STATES)}
    assert codes >= NO_MEMBERS
    assert 193 == len(codes - NO_MEMBERS)


def test_codes_of_states_are_well_formed_and_unique() -> None:
    for column, pattern in (("qid", QID), ("iso2", re.compile("[A-Z]{2}")), ("iso3", re.compile("[A-Z]{3}"))):
        codes = [row[column] for row in rows(STATES)]
        assert [] == [code for code in codes if not pattern.fullmatch(code)]
        assert len(set(codes)) == len(codes), column


def test_qids_are_well_formed_and_unique_over_all_tables() -> None:
    """A capital may be the state itself: Singapore."""
    found = [row["qid"] for path in (STATES, ORGANIZATIONS) for row in rows(path)]
    found += [row["capital_qid"] for row in rows(STATES) if row["capital_qid"] != row["qid"]]
    qids = [qid for qid in found if qid != NONE]
    assert [] == [qid for qid in qids if not QID.fullmatch(qid)]
    assert [] == sorted({qid for qid in qids if qids.count(qid) > 1})


@pytest.mark.parametrize("columns", STATE_NAMES.values(), ids=STATE_NAMES)
def test_a_name_belongs_to_one_state(columns: tuple[str, ...]) -> None:
    found = shared(STATES, columns)
    assert {name: AMBIGUOUS_STATES.get(name) for name in found} == found


def test_ambiguous_names_are_shared() -> None:
    found = {name: keys for columns in STATE_NAMES.values() for name, keys in shared(STATES, columns).items()}
    assert found == AMBIGUOUS_STATES
    assert shared(ORGANIZATIONS, ORGANIZATION_NAMES) == AMBIGUOUS_ORGANIZATIONS


def test_rows_with_a_shared_name_are_noted() -> None:
    keys = {key for shares in AMBIGUOUS_ORGANIZATIONS.values() for key in shares}
    assert keys <= {row["de"] for row in rows(ORGANIZATIONS) if row["note"] == "ambiguous"}


def test_inhabitants_have_all_three_forms() -> None:
    for row in rows(STATES):
        counts = {len(names(row, [column])) for column in ("inhabitant_de", "inhabitant_f_de")}
        assert 1 == len(counts) or row["iso2"] in {"IL"}, row
        assert (row["inhabitant_de"] == NONE) == (row["inhabitants_de"] == NONE), row


def test_organizations_are_no_states() -> None:
    states = owners(STATES, (column for columns in STATE_NAMES.values() for column in columns))
    found = owners(ORGANIZATIONS, ORGANIZATION_NAMES)
    assert set() == set(states) & set(found)


def test_cells_of_organizations_are_of_closed_sets() -> None:
    codes = {row["iso2"] for row in rows(STATES)} | {NONE}
    for row in rows(ORGANIZATIONS):
        assert row["kind"] in {"Organization", "Unit"}, row
        assert row["note"] in {NONE, "ambiguous"}, row
        assert row["state"] in codes, row


def test_cells_of_offices_are_of_closed_sets() -> None:
    for row in rows(OFFICES):
        assert row["kind"] in {"office", "title", "tail"}, row
        assert row["note"] in {NONE, "ambiguous"}, row
        assert (row["kind"] == "tail") == row["lemma"].startswith("-"), row


def test_states_agree_with_the_shared_list(data: Path) -> None:
    path = data / "gazetteer" / "countries_de.tsv"
    if not path.exists():
        pytest.skip(f"needs {path}")
    theirs = {row["iso2"]: row for row in rows(path)}
    found = set()
    for row in rows(STATES):
        their = theirs[row["iso2"]]
        found |= {(row["iso2"], column) for column in ("qid", "iso3") if row[column] != their[column]}
        capitals = {bare(name) for name in names(row, ["capital_en"])}
        if bare(their["capital_en"].removesuffix("D.C.")) not in capitals:
            found.add((row["iso2"], "capital_en"))
    assert found == set(DIFFERENCES)
