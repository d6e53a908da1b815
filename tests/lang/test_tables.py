"""The tables of a language: a hand edit that would corrupt them fails here, with the file and the row."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from kg import lang, ontology
from kg.extract.times import values
from kg.lang import lexicon
from kg.lang.frames import WORDS

TABLES = {
    "events.tsv": ("lemma", "reflexive", "event", "needs"),
    "nominals.tsv": ("lemma", "event", "needs"),
    "nouns.tsv": ("lemma",),
    "claims.tsv": ("lemma", "pos", "class", "factuality", "object"),
    "cues.tsv": ("lemma", "pos", "kind"),
    "grammar.tsv": ("lemma", "kind"),
    "times.tsv": ("word", "kind"),
    "timex.tsv": ("pattern", "after"),
    "boilerplate.tsv": ("line", "match"),
    "offices.tsv": ("lemma",),
    "likely.tsv": ("feature",),
    "antecedents.tsv": ("feature",),
}
FILES = [lexicon.HERE / code / name for code in lang.extractable() for name in TABLES]
FACTUALITY = {"CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "U"}
FIGURES = {"ordinal", "month", "last", "number"}
"""Slots that figures fill (kg.extract.times.figures)."""
READ = {"state", "perfect", "future", "planned", "since", "between"}
"""Kinds that the rules of kg.extract.times ask for by name."""
PLACES = {"nsubj", "obj", "actor", "dative", "genitive", "complement", "possessive", "ccomp", "xcomp", "quote", "-"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_table_is_well_formed(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    assert unicodedata.is_normalized("NFC", text)
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    width = len(lines[0].split("\t"))
    for line in lines:
        cells = line.split("\t")
        assert len(cells) == width, line
        assert all(cell and cell == cell.strip() for cell in cells), line


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_table_is_sorted_and_has_no_key_twice(path: Path) -> None:
    found = lexicon.rows(path)
    keys = [tuple(row[name] for name in TABLES[path.name]) for row in found]
    assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]
    firsts = [row[TABLES[path.name][0]] for row in found]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("code", lang.extractable())
def test_events_and_roles_are_in_the_ontology(code: str) -> None:
    roles = {*ontology.roles(), ""}
    words = lexicon.load(code)
    for frames in words.verbs.values():
        for verb in frames:
            assert verb.event in ontology.event_types(), verb
            assert {verb.nsubj, verb.obj, verb.dative, *verb.obl.values()} <= roles, verb
            assert {role for role, _ in verb.needs} <= roles, verb
    for nominals in words.nouns.values():
        for noun in nominals:
            assert noun.event in ontology.event_types(), noun
            assert {noun.genitive, noun.adjective, noun.compound, *noun.obl.values()} <= roles, noun


@pytest.mark.parametrize("code", lang.extractable())
def test_needs_name_classes_of_nouns(code: str) -> None:
    words = lexicon.load(code)
    known = {*words.classes.values(), *(r["wider"] for r in lexicon.rows(lexicon.HERE / "classes.tsv")), "any"}
    known |= {row.event for nominals in words.nouns.values() for row in nominals}  # "starb bei einem Anschlag"
    needs = [verb.needs for frames in words.verbs.values() for verb in frames]
    needs += [noun.needs for nominals in words.nouns.values() for noun in nominals]
    for _, classes in (need for row in needs for need in row):
        named = {name.removeprefix("-") for name in classes}
        assert {name for name in named if not name.startswith(WORDS)} <= known


@pytest.mark.parametrize("code", lang.extractable())
def test_claims_are_in_the_ontology(code: str) -> None:
    for frames in lexicon.load(code).claims.values():
        for frame in frames:
            assert frame.type in ontology.claim_classes(), frame
            assert frame.factuality in FACTUALITY, frame
            assert frame.negated in {*ontology.claim_classes(), ""}, frame
            assert frame.control in {"source", "addressee", ""}, frame


@pytest.mark.parametrize("code", lang.extractable())
def test_time_patterns_are_made_of_kinds_of_words_and_known_rules(code: str) -> None:
    kinds = {kind for row in lexicon.rows(lexicon.HERE / code / "times.tsv") for kind in row["kind"].split(" ")}
    kinds |= {"year", "clock", "|", *FIGURES}
    for row in lexicon.rows(lexicon.HERE / code / "timex.tsv"):
        slots = {slot.removesuffix("?").partition("=")[0] for slot in row["pattern"].split(" ")}
        context = {*row["lead"].split(","), *row["after"].split(",")} - {"-"}
        assert slots | context <= kinds, row
        assert row["rule"] in values.RULES, row
        assert row["type"] in {"DATE", "TIME", "DURATION", "SET"}, row


@pytest.mark.parametrize("code", lang.extractable())
def test_a_word_of_time_has_a_value_for_each_kind_and_is_of_use(code: str) -> None:
    patterns = lexicon.rows(lexicon.HERE / code / "timex.tsv")
    used = {slot.removesuffix("?").partition("=")[0] for row in patterns for slot in row["pattern"].split(" ")}
    used |= {kind for row in patterns for kind in (*row["lead"].split(","), *row["after"].split(","))}
    for row in lexicon.rows(lexicon.HERE / code / "times.tsv"):
        kinds = row["kind"].split(" ")
        assert len(kinds) == len(row["value"].split(" ")), row
        assert set(kinds) <= used | set(READ), row


@pytest.mark.parametrize("code", lang.extractable())
def test_kinds_of_nouns_are_in_the_ontology(code: str) -> None:
    kinds = {"Unit", "Group", "Person", "Organization", "Artifact", "Place", "State", "Document", ""}
    assert set(lexicon.load(code).kinds.values()) <= kinds


@pytest.mark.parametrize(("name", "least"), [("verbs", 250), ("nouns", 120), ("claims", 150), ("classes", 500)])
def test_german_has_words_for_the_news(name: str, least: int) -> None:
    assert len(getattr(lexicon.load("de"), name)) >= least
