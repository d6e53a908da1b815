"""Event nouns that the rules refuse, by weights."""

from __future__ import annotations

import pytest

from kg.extract.frames import likely
from kg.lang import weights
from kg.lang.weights import Weights
from tests.extract import test_claims
from tests.extract.made import DE, doc, roles

SENT = "Kiew/=/PROPN/2/nsubj//LOC entsandte/entsenden Truppen/Truppe/NOUN/2/obj"
GREETED = "Kiew/=/PROPN/2/nsubj//LOC entsandte/entsenden Grüße/Gruß/NOUN/2/obj"
SOLD = "Oslo/=/PROPN/2/nsubj//LOC lobt/loben den/der/DET/4/det Verkauf/=/NOUN/2/obj von/=/ADP/6/case Öl/=/NOUN/4/nmod"
ALONE = "Oslo/=/PROPN/2/nsubj//LOC liest/lesen von/=/ADP/4/case Zustimmung/=/NOUN/2/obl"
LEFT = "Oslo/=/PROPN/2/nsubj//LOC liest/lesen von/=/ADP/4/case Entlassung/=/NOUN/2/obl"


def found(text: str, monkeypatch: pytest.MonkeyPatch, **learned: int) -> list[str]:
    """The events of a sentence with such weights: `lemma_entsenden` is the feature "lemma entsenden"."""
    table = Weights({name.replace("_", " "): weight for name, weight in learned.items()})
    monkeypatch.setattr(weights, "load", lambda *_: table)
    frames = [frame for sentence in doc(text).sents for frame in likely.find(sentence, DE)]
    return [f"{f.type} {f.trigger.text}: {roles(f.roles)}{' (likely)' * f.likely}" for f in frames]


def test_without_a_table_the_rules_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(SENT, monkeypatch) == ["Deployment entsandte: agent=Kiew; patient=Truppen"]
    assert found(GREETED, monkeypatch) == []


def test_what_the_rules_found_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(found(SENT, monkeypatch, lemma_entsenden=-9, found=-9, Deployment=-9)) == 1


def test_of_words_that_it_has_never_met_the_model_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(SOLD, monkeypatch, refused=1, cut=-1) == []


def test_a_noun_that_the_rules_refuse_is_added_with_its_roles_and_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"lemma_Verkauf": 0, "cut": -1}
    assert found(SOLD, monkeypatch, refused=-1, **known) == []
    assert found(SOLD, monkeypatch, refused=1, **known) == ["Supply Verkauf: patient=Öl (likely)"]
    assert found(SOLD, monkeypatch, refused=1, Verkauf_lacking=-2, **known) == []
    assert found(ALONE, monkeypatch, lemma_Zustimmung=1) == ["Agreement Zustimmung:  (likely)"]


def test_a_verb_that_the_rules_refuse_is_not_added(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(GREETED, monkeypatch, refused=9, lemma_entsenden=0, cut=-1) == []


def test_roles_are_not_looked_for_below_the_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(SOLD, monkeypatch, refused=9, lemma_Verkauf=5, cut=5) == []
    assert len(found(SOLD, monkeypatch, refused=9, lemma_Verkauf=5, cut=4)) == 1


def test_a_word_is_the_likeliest_kind_of_event(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"lemma_Entlassung": 1, "cut": -1}
    for kind in ("Release", "OfficeChange"):
        assert found(LEFT, monkeypatch, **{kind: 1}, **known) == [f"{kind} Entlassung:  (likely)"]


def test_a_noun_whose_verb_tells_the_same_event_is_not_added(monkeypatch: pytest.MonkeyPatch) -> None:
    truth = "Oslo/=/PROPN/2/nsubj//LOC verkaufte/verkaufen Panzer/=/NOUN/2/obj im/in/ADP/5/case Verkauf/=/NOUN/2/obl"
    assert len(found(truth, monkeypatch, lemma_Verkauf=1, refused=1, cut=-1)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the rules would have asserted it: "Im Mai begann der Verkauf von Öl"
            "Im/in/ADP/2/case Mai/=/NOUN/3/obl begann/beginnen/VERB/0/ROOT/Fin.Ind.3.Past der/=/DET/5/det "
            "Verkauf/=/NOUN/3/nsubj von/=/ADP/7/case Öl/=/NOUN/5/nmod",
            [],
        ),
        (
            "Kiew/=/PROPN/2/nsubj//LOC bestreitet/bestreiten/VERB/0/ROOT/Fin.Ind.3 den/der/DET/4/det "
            "Verkauf/=/NOUN/2/obj von/=/ADP/6/case Öl/=/NOUN/4/nmod",
            ["Kiew Denial CT- Supply"],
        ),
        (
            "Ein/=/DET/2/det Verkauf/=/NOUN/3/nsubj könnte/können/VERB/0/ROOT/Fin.Sub.3",
            ["(narrator) Assertion U Supply"],
        ),
    ],
)
def test_what_was_added_is_claimed_but_not_asserted(
    text: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights, "load", lambda *_: Weights({"lemma Verkauf": 1, "cut": -1}))
    assert test_claims.found(text) == expected
