from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.made import MELDET, tabs, write_tabs
from training import treebank
from training.treebank import UNKNOWN, Sentence

ZUM = """
    # text = Er fuhr zum Hafen.
    1    Er     er     PRON   PPER   Case=Nom                    2  nsubj  _  _
    2    fuhr   fahren VERB   VVFIN  Mood=Ind                    0  root   _  _
    3-4  zum    _      _      _      _                           _  _      _  _
    3    zu     zu     ADP    APPR   _                           5  case   _  _
    4    dem    der    DET    ART    Case=Dat|Definite=Def|Foo=1 5  det    _  _
    5    Hafen  Hafen  NOUN   NN     Case=Dat                    2  obl    _  SpaceAfter=No
    6    .      .      PUNCT  $.     _                           2  punct  _  _
"""
DONT = """
    1    They   they   PRON   PRP    Case=Nom        4  nsubj   _  _
    2-3  don't  _      _      _      _               _  _       _  _
    2    do     do     AUX    VBP    Mood=Ind        4  aux     _  _
    3    n't    not    PART   RB     Polarity=Neg    4  advmod  _  _
    4    pay    pay    VERB   VB     VerbForm=Inf    0  root    _  SpaceAfter=No
    4.1  _      _      _      _      _               _  _       _  _
    5    .      .      PUNCT  .      _               4  punct   _  _
"""


def read(tmp_path: Path, *tables: str, source: str = "gsd-dev", language: str = "de", repair: bool = True) -> Sentence:
    path = write_tabs(tmp_path / "made.conllu", *tables)
    (only,) = treebank.read(path, source, language, repair=repair)
    return only


def rows(sentence: Sentence) -> list[tuple[str, str, int, str]]:
    return [(t.form, t.xpos, t.head, t.deprel) for t in sentence.tokens]


def test_read_contraction_is_one_token(tmp_path: Path) -> None:
    sentence = read(tmp_path, ZUM)
    assert [
        ("Er", "PPER", 2, "nsubj"),
        ("fuhr", "VVFIN", 0, "root"),
        ("zum", "APPRART", 4, "case"),
        ("Hafen", "NN", 2, "obl"),
        (".", "$.", 2, "punct"),
    ] == rows(sentence)
    assert "Er fuhr zum Hafen." == sentence.text
    assert "zu" == sentence.tokens[2].lemma
    assert (("Case", "Dat"), ("Definite", "Def")) == sentence.tokens[2].feats


def test_read_contraction_spelt_by_its_parts_stays_two_tokens(tmp_path: Path) -> None:
    sentence = read(tmp_path, DONT, source="ewt-dev", language="en")
    assert ["They", "do", "n't", "pay", "."] == [t.form for t in sentence.tokens]
    assert [True, False, True, False, True] == [t.space for t in sentence.tokens]
    assert [4, 4, 4, 0, 4] == [t.head for t in sentence.tokens]
    assert "They don't pay." == sentence.text


def test_read_no_space_after_contraction(tmp_path: Path) -> None:
    sentence = read(tmp_path, ZUM.replace("_      _  _\n    3 ", "_      _  SpaceAfter=No\n    3 "))
    assert "Er fuhr zumHafen." == sentence.text


def test_read_several_sentences(tmp_path: Path) -> None:
    path = write_tabs(tmp_path / "made.conllu", DONT, DONT)
    assert [("ewt-dev", "en")] * 2 == [(s.source, s.language) for s in treebank.read(path, "ewt-dev", "en")]


def test_read_missing_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        list(treebank.read(tmp_path / "nowhere", "gsd-dev", "de"))


def test_token_feat() -> None:
    assert "Nom" == MELDET.tokens[0].feat("Case")
    assert "" == MELDET.tokens[0].feat("Tense")


def word(deprel: str, xpos: str, feats: str = "_", *, head_xpos: str = "NN", below: str = "") -> str:
    """Three words: the head's head, the head, and a word of which `below` depends."""
    dependents = f"\n4 x x X {below}" if below else ""
    return f"""
    1 kam   kommen  VERB  VVFIN       _        0  root     _  _
    2 Haus  Haus    NOUN  {head_xpos} _        1  nsubj    _  _
    3 wort  wort    X     {xpos}      {feats}  2  {deprel} _  _{dependents}
    """


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        pytest.param(word("flat:name", "NE"), "flat", id="flat:name"),
        pytest.param(word("nmod:poss", "NN"), "nmod", id="nmod:poss"),
        pytest.param(word("iobj", "NN"), "obl:arg", id="iobj"),
        pytest.param(word("expl:pv", "PRF", head_xpos="VVFIN"), "obj", id="expl:pv"),
        pytest.param(word("det", "PPOSAT"), "det:poss", id="possessive"),
        pytest.param(word("acl", "VVFIN", below="PRELS _ 3 nsubj _ _"), "acl:relcl", id="relative pronoun"),
        pytest.param(word("acl", "VVFIN", below="PPER PronType=Rel 3 obj _ _"), "acl:relcl", id="relative feature"),
        pytest.param(word("acl", "VVFIN", below="PPER _ 3 nsubj _ _"), "acl", id="acl without relative pronoun"),
        pytest.param(word("obj", "NN", below="APPR _ 3 case _ _"), "obl", id="obj with case"),
        pytest.param(word("obj", "NN", "Case=Dat"), "obl:arg", id="dative obj"),
        pytest.param(word("obj", "NN", "Case=Acc"), "obj", id="accusative obj"),
        pytest.param(word("dep", "ART"), "det", id="dep on an article"),
        pytest.param(word("dep", "ADJA"), "amod", id="dep on an adjective"),
        pytest.param(word("dep", "ART", head_xpos="VVFIN"), UNKNOWN, id="dep below a verb"),
        pytest.param(word("obj", "PAV", head_xpos="VVFIN"), "advmod", id="obj of a pronominal adverb"),
    ],
)
def test_harmonise_label(tmp_path: Path, table: str, wanted: str) -> None:
    assert wanted == read(tmp_path, table).tokens[2].deprel


def test_harmonise_relative_pronoun_one_level_down(tmp_path: Path) -> None:
    table = word("acl", "VVFIN", below="NN _ 3 nsubj _ _") + "5 dessen der PRON PRELAT _ 4 det _ _"
    assert "acl:relcl" == read(tmp_path, table).tokens[2].deprel


@pytest.mark.parametrize(("tag", "wanted"), [("PAV", "PROAV"), ("PIDAT", "PIAT"), ("NN", "NN")])
def test_harmonise_tag(tmp_path: Path, tag: str, wanted: str) -> None:
    assert wanted == read(tmp_path, word("nmod", tag)).tokens[2].xpos


def test_harmonise_without_repair_only_renames(tmp_path: Path) -> None:
    table = word("obj", "NN", "Case=Dat", below="PIDAT _ 3 dep _ _")
    sentence = read(tmp_path, table, source="hdt", repair=False)
    assert ["root", "nsubj", "obj", UNKNOWN] == [t.deprel for t in sentence.tokens]
    assert "PIAT" == sentence.tokens[3].xpos
    assert (("Case", "Dat"),) == sentence.tokens[2].feats


def test_harmonise_english_is_not_repaired(tmp_path: Path) -> None:
    table = word("obj", "NN", "Case=Dat", below="IN _ 3 case _ _")
    sentence = read(tmp_path, table, source="ewt-dev", language="en")
    assert "obj" == sentence.tokens[2].deprel


@pytest.mark.parametrize(("source", "mood"), [("hdt", UNKNOWN), ("gsd-dev", "Ind")])
def test_harmonise_hdt_leaves_mood_open(tmp_path: Path, source: str, mood: str) -> None:
    assert mood == read(tmp_path, ZUM, source=source).tokens[1].feat("Mood")


@pytest.mark.parametrize(
    ("upos", "feats", "case"), [("ADJ", "_", UNKNOWN), ("ADJ", "Case=Gen", "Gen"), ("NOUN", "_", "")]
)
def test_harmonise_hdt_leaves_case_of_adjectives_open(tmp_path: Path, upos: str, feats: str, case: str) -> None:
    sentence = read(tmp_path, f"1 groß groß {upos} ADJA {feats} 0 root _ _", source="hdt")
    assert case == sentence.tokens[0].feat("Case")


def test_tabs_makes_conllu() -> None:
    assert "# x y\n1\tEr\n\n" == tabs("  # x y\n  1   Er")
