"""Questions to a tree: what it answers, and when it has no answer."""

from __future__ import annotations

import pytest

from kg.extract import syntax
from tests.extract.made import doc, forms, token

PASSIVE = "Panzer/=/NOUN/3/nsubj:pass wurden/werden/AUX/3/aux:pass/Fin.Ind geliefert/liefern/VERB/0/ROOT/Part"
JOINED = (
    "Sie/sie/PRON/2/nsubj kamen/kommen/VERB/0/ROOT/Fin.Ind und/=/CCONJ/5/cc wurden/werden/AUX/5/aux:pass/Fin.Ind "
    "festgenommen/festnehmen/VERB/2/conj/Part"
)
RELATIVE = (
    "Truppen/Truppe/NOUN/0/ROOT ,/=/PUNCT/5/punct die/der/PRON/5/nsubj:pass/Rel//PRELS Kiew/=/PROPN/5/obl//LOC "
    "erreichten/erreichen/VERB/1/acl:relcl/Fin.Ind"
)
COPULA = "Er/er/PRON/3/nsubj sei/sein/AUX/3/cop/Fin.Sub.3.Pres krank/=/ADJ/0"
LIST = "Waffen/Waffe/NOUN/0 ,/=/PUNCT/3/punct Munition/=/NOUN/1/conj und/=/CCONJ/5/cc Helme/Helm/NOUN/3/conj"
LISTED = (  # taken for appositions
    "Premier/=/NOUN/0 Jan/=/PROPN/1/flat//PER ,/=/PUNCT/4/punct Kanzlerin/=/NOUN/1/appos Eva/=/PROPN/4/flat//PER "
    "und/=/CCONJ/7/cc Minister/=/NOUN/4/conj Ole/=/PROPN/7/flat//PER"
)
BESIDE = (  # joined to the genitive
    "Truppen/Truppe/NOUN/0/ROOT/Nom der/=/DET/3/det/Gen NATO/=/PROPN/1/nmod/Gen/ORG und/=/CCONJ/6/cc "
    "die/der/DET/6/det/Nom Armee/=/NOUN/3/conj/Nom"
)


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (LIST, "Waffen", "Waffen Munition Helme"),  # a chain as well as a fan
        (LIST, "Munition", "Munition Helme"),
        (PASSIVE, "Panzer", "Panzer"),
        (LISTED, "Premier", "Premier Kanzlerin Minister"),
        (BESIDE, "Truppen", "Truppen Armee"),
    ],
)
def test_coordinated(text: str, form: str, expected: str) -> None:
    assert expected == forms(syntax.coordinated(token(doc(text), form)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In/in/ADP/3/case die/der/DET/3/det Ukraine/=/PROPN/0", "in"),  # by lemma, in lower case
        ("die/der/DET/2/det Ukraine/=/PROPN/0", ""),
        ("nahe/=/ADP/2/mark Kursk/=/PROPN/0", ""),  # another relation
    ],
)
def test_preposition(text: str, expected: str) -> None:
    assert expected == syntax.preposition(doc(text)[-1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dem/der/DET/2/det/Dat Norden/=/NOUN/0/ROOT/Acc", "Dat"),  # the article knows better
        ("Norden/=/NOUN/0/ROOT/Acc", "Acc"),
        ("Nordens/=/NOUN/0", ""),
        ("seinem/sein/DET/2/det:poss/Dat Land/=/NOUN/0/ROOT/Acc", "Dat"),
    ],
)
def test_case(text: str, expected: str) -> None:
    assert expected == syntax.case(doc(text)[-1])


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (PASSIVE, "geliefert", True),
        (JOINED, "festgenommen", True),  # by its auxiliary alone
        (JOINED, "kamen", False),
        ("Panzer/=/NOUN/2/nsubj:pass geliefert/liefern", "geliefert", True),  # a headline: by its subject alone
        ("Kiew/=/PROPN/3/nsubj:pass Panzer/=/NOUN/3/obj liefert/liefern", "liefert", False),  # an object: a mistake
        (  # a participle that looks like a present
            "Panzer/=/NOUN/3/nsubj:pass wurden/werden/AUX/3/aux:pass/Fin.Past geliefert/liefern/VERB/0/ROOT/Part "
            "oder/=/CCONJ/5/cc verkauft/verkaufen/VERB/3/conj/Fin.Pres ./=/PUNCT/3/punct",
            "verkauft",
            True,
        ),
        (  # without an auxiliary: "wie vom Gericht entschieden"
            "vom/von/ADP/2/case Gericht/=/NOUN/3/obl:agent entschieden/entscheiden/VERB/0/ROOT/Part",
            "entschieden",
            True,
        ),
    ],
)
def test_is_passive(text: str, form: str, expected: bool) -> None:
    assert expected == syntax.is_passive(token(doc(text), form))


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (PASSIVE, "geliefert", True),
        (PASSIVE, "wurden", False),  # an auxiliary heads nothing
        (PASSIVE, "Panzer", False),
        (COPULA, "krank", True),
        (COPULA, "sei", False),
        ("Oslo/=/PROPN/2/nsubj dagegen/=/ADV/0", "dagegen", True),  # a headline without its verb
    ],
)
def test_is_predicate(text: str, form: str, expected: bool) -> None:
    assert expected == syntax.is_predicate(token(doc(text), form))


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (PASSIVE, "Panzer", "geliefert"),
        (PASSIVE, "geliefert", "geliefert"),
        (RELATIVE, "Kiew", "erreichten"),
        (LIST, "Helme", "Waffen"),  # no predicate: the root
    ],
)
def test_clause(text: str, form: str, expected: str) -> None:
    assert expected == syntax.clause(token(doc(text), form)).text


def test_ancestors_end_at_the_root_of_the_sentence() -> None:
    parsed = doc(PASSIVE, LIST)
    assert "Helme Munition Waffen" == forms(syntax.ancestors(token(parsed, "Helme")))
    assert "geliefert" == forms(syntax.ancestors(token(parsed, "geliefert")))


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (PASSIVE, "geliefert", "Panzer"),
        (JOINED, "festgenommen", "Sie"),  # shared with the first verb
        (COPULA, "krank", "Er"),
        (LIST, "Helme", "-"),
        ("Es/es/PRON/2/nsubj kamen/kommen Gäste/Gast/NOUN/2/nsubj", "kamen", "Gäste"),  # not "es"
        ("Die/der/DET/2/nsubj///ART kamen/kommen", "kamen", "-"),  # a stray article
        ("Kiew/=/PROPN/2/nsubj hat/haben/AUX/3/aux geliefert/liefern", "geliefert", "Kiew"),  # hung on the auxiliary
        (
            "Sie/sie/PRON/2/nsubj sagte/sagen er/=/PRON/4/expl irre/irren/VERB/2/ccomp",
            "irre",
            "-",
        ),  # not conj: not shared
    ],
)
def test_subject(text: str, form: str, expected: str) -> None:
    assert expected == forms([syntax.subject(token(doc(text), form))])


@pytest.mark.parametrize(("form", "expected"), [("die", "Truppen"), ("Kiew", "Truppen"), ("Truppen", "-")])
def test_antecedent(form: str, expected: str) -> None:
    assert expected == forms([syntax.antecedent(token(doc(RELATIVE), form))])


def test_the_antecedent_agrees_with_the_pronoun() -> None:
    parsed = doc(
        "Gruppe/=/NOUN/0/ROOT/Fem.Sing von/=/ADP/3/case Männern/Mann/NOUN/1/nmod/Masc.Plur ,/=/PUNCT/6/punct "
        "die/der/PRON/6/nsubj/Nom.Rel//PRELS flohen/fliehen/VERB/1/acl:relcl/Fin.Plur"
    )
    assert forms([syntax.antecedent(token(parsed, "die"))]) == "Männern"


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (RELATIVE, "die", True),
        (RELATIVE, "Kiew", False),
        ("die/der/PRON/2/nsubj/Rel kamen/kommen", "die", True),  # by its feature, without a tag
        ("die/der/PRON/2/nsubj/Dem kamen/kommen", "die", False),
    ],
)
def test_is_relative(text: str, form: str, expected: bool) -> None:
    assert expected == syntax.is_relative(token(doc(text), form))


@pytest.mark.parametrize(
    ("text", "form", "finite", "mood"),
    [
        (COPULA, "krank", "sei", "Sub"),
        (PASSIVE, "geliefert", "wurden", "Ind"),
        (JOINED, "kamen", "kamen", "Ind"),
        ("zu/=/PART/2/mark gehen/=/VERB/0/ROOT/Inf", "gehen", "gehen", ""),
        ("krank/=/ADJ/0/ROOT/Ind", "krank", "krank", ""),  # no verb has no mood
    ],
)
def test_finite_and_mood(text: str, form: str, finite: str, mood: str) -> None:
    predicate = token(doc(text), form)
    assert (finite, mood) == (syntax.finite(predicate).text, syntax.mood(predicate))


def test_feature_is_the_first_value_or_nothing() -> None:
    parsed = doc(COPULA)
    assert ("Sub", "") == (syntax.feature(token(parsed, "sei"), "Mood"), syntax.feature(token(parsed, "krank"), "Mood"))


def test_within() -> None:
    parsed = doc(RELATIVE)
    kiew, troops = token(parsed, "Kiew"), token(parsed, "Truppen")
    assert syntax.within(kiew, troops)
    assert syntax.within(kiew, kiew)
    assert not syntax.within(troops, kiew)
