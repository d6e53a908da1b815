from __future__ import annotations

import io
import json
import tarfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.training.made import MELDET, SLEPT, sentence
from training import lemmas
from training.lemmas import Lemmatiser
from training.treebank import Sentence, Token

MITTEILEN = {
    "hasPrefix": True,
    "PA2": ["mitgeteilt"],
    "EIZ": "mitzuteilen",
    "PRÄ": {"SG": {"1": ["teile", "mit"], "3": ["teilt", "mit"]}},
    "PRT": {"SG": {"3": ["teilte", "mit"]}},
}
SINGEN = {
    "hasPrefix": False,
    "PA2": ["gesungen"],
    "PRÄ": {"SG": {"3": "singt"}},
    "PRT": {"SG": {"3": "sang"}},
    "KJ1": {"SG": {"3": "singe"}},
    "KJ2": {"SG": {"3": ["sänge", "sünge"]}},
}
SINKEN = {"PRT": {"SG": {"3": "sank"}}, "KJ2": {"SG": {"3": "sänge"}}}


def archive(path: Path, verbs: dict[str, Any]) -> Path:
    content = json.dumps(verbs).encode()
    info = tarfile.TarInfo("package/dist/verbs.json")
    info.size = len(content)
    with tarfile.open(path, "w:gz") as tar:
        tar.addfile(info, io.BytesIO(content))
    return path


@pytest.fixture
def verbs(tmp_path: Path) -> dict[str, set[str]]:
    return lemmas.verb_forms(
        archive(tmp_path / "verbs.tgz", {"mitteilen": MITTEILEN, "singen": SINGEN, "sinken": SINKEN})
    )


@pytest.mark.parametrize(
    ("form", "infinitives"),
    [
        ("mitteilen", {"mitteilen"}),
        ("mitgeteilt", {"mitteilen"}),
        ("mitzuteilen", {"mitteilen"}),
        ("mitteilte", {"mitteilen"}),
        ("mitteilt", {"mitteilen"}),
        ("singe", {"singen"}),
        ("sünge", {"singen"}),
        ("sänge", {"singen", "sinken"}),
    ],
)
def test_verb_forms(verbs: dict[str, set[str]], form: str, infinitives: set[str]) -> None:
    assert infinitives == verbs[form]


@pytest.mark.parametrize("form", ["teilte", "teilt mit", "mit"])
def test_verb_forms_of_separable_verbs_are_whole(verbs: dict[str, set[str]], form: str) -> None:
    assert form not in verbs


def test_verb_forms_missing_archive(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        lemmas.verb_forms(tmp_path / "nowhere")


def token(form: str, upos: str, feats: tuple[tuple[str, str], ...] = (), lemma: str = "_") -> Token:
    return Token(form, lemma, upos, "", feats, 0, "root")


def gold(form: str, lemma: str, upos: str, times: int = 1, source: str = "gsd-dev") -> list[Sentence]:
    return [Sentence(source, "de", (token(form, upos, lemma=lemma),))] * times


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        pytest.param("sang", "singen", id="one infinitive: the dictionary, whatever the gold says"),
        pytest.param("sänge", "sinken", id="two infinitives: the gold's among them"),
        pytest.param("Sank", "sinken", id="capital"),
        pytest.param("grübelte", "grubeln", id="not in the dictionary: the gold"),
        pytest.param("fragte", "fragen", id="nowhere: simplemma"),
    ],
)
def test_verbs(verbs: dict[str, set[str]], form: str, lemma: str) -> None:
    known = [
        *gold("sang", "sangen", "VERB", 5),
        *gold("sänge", "sängen", "VERB", 3),
        *gold("sänge", "sinken", "VERB"),
        *gold("grübelte", "grubeln", "VERB"),
    ]
    assert lemma == Lemmatiser("de", known, verbs)(token(form, "VERB"))


def test_verbs_with_several_infinitives_and_no_gold(verbs: dict[str, set[str]]) -> None:
    assert Lemmatiser("de", [], verbs)(token("sänge", "VERB")) in ("singen", "sinken")


@pytest.mark.parametrize(
    ("made", "lemma"),
    [
        pytest.param(token("Xyzen", "NOUN"), "Xyz", id="seen twice"),
        pytest.param(token("Häuser", "NOUN"), "Haus", id="seen once: simplemma"),
        pytest.param(token("dem", "DET"), "der", id="closed class: gold"),
        pytest.param(token("Jener", "PRON"), "jener", id="closed class, not in the gold: the form"),
        pytest.param(token("!?", "PUNCT"), "!?", id="punctuation"),
        pytest.param(token("17", "NUM"), "17", id="number"),
        pytest.param(token("Schönen", "ADJ"), "schön", id="adjective"),
    ],
)
def test_other_classes(made: Token, lemma: str) -> None:
    known = [*gold("Xyzen", "Xyz", "NOUN", 2), *gold("Häuser", "Häuschen", "NOUN"), *gold("dem", "der", "DET")]
    assert lemma == Lemmatiser("de", known)(made)


def test_german_noun_keeps_its_capital() -> None:
    assert Lemmatiser("de", [])(token("Xyzzy", "NOUN"))[0].isupper()


@pytest.mark.parametrize(("upos", "lemma"), [("NOUN", "Musikindustrie"), ("VERB", "xen")])
def test_hdt_only_teaches_verbs(upos: str, lemma: str) -> None:
    form = {"NOUN": "Musikindustrie", "VERB": "xte"}[upos]
    known = gold(form, {"NOUN": "Industrie", "VERB": "xen"}[upos], upos, 3, source="hdt")
    assert lemma == Lemmatiser("de", known)(token(form, upos))


@pytest.mark.parametrize("empty", ["_", "-"])
def test_gold_without_lemma_teaches_nothing(empty: str) -> None:
    assert {} == Lemmatiser("de", gold("Tor", empty, "NOUN", 2)).lexicon


@pytest.mark.parametrize(
    ("form", "case", "lemma"),
    [
        ("Nordkoreas", "Gen", "Nordkorea"),
        ("Nordkoreas", "Nom", "Nordkoreas"),
        ("Paris", "Gen", "Paris"),
        ("Nordkorea", "Gen", "Nordkorea"),
    ],
)
def test_names(form: str, case: str, lemma: str) -> None:
    made = Lemmatiser("de", gold("Nordkoreas", "Korea", "PROPN", 3))
    made.learn_names(["Nordkorea", "Nordkoreas", "Paris"])
    assert lemma == made(token(form, "PROPN", (("Case", case),)))


def test_english_names_by_the_gold() -> None:
    made = Lemmatiser("en", gold("Americans", "American", "PROPN"))
    assert "American" == made(token("Americans", "PROPN"))


def test_all_trusts_english_gold() -> None:
    odd = replace(SLEPT.tokens[1], lemma="odd")
    unknown = replace(SLEPT.tokens[2], lemma="_")
    assert ["odd", "sleep"] == [t.lemma for t in Lemmatiser("en", [SLEPT]).all([odd, unknown])]


def test_all_replaces_german_gold(verbs: dict[str, set[str]]) -> None:
    made = sentence("sang sangen VERB VVFIN _ 0 root")
    (found,) = Lemmatiser("de", [made], verbs).all(made.tokens)
    assert replace(made.tokens[0], lemma="singen") == found


def test_all_keeps_everything_else() -> None:
    found = Lemmatiser("de", [MELDET]).all(MELDET.tokens)
    assert [replace(t, lemma="") for t in MELDET.tokens] == [replace(t, lemma="") for t in found]
