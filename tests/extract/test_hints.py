"""What a sentence has at all."""

from __future__ import annotations

import pytest

from kg.extract import hints
from tests.extract.made import DE, doc

SLEEPS = "Kim/=/PROPN/2/nsubj schläft/schlafen/VERB"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (SLEEPS, set()),
        (f"{SLEEPS} nicht/=/PART/2/advmod", {"negation"}),
        ("Kim/=/PROPN/3/nsubj will/wollen/AUX/3/aux schlafen/=/VERB", {"intention", "modal"}),
    ],
)
def test_kinds(sentence: str, expected: set[str]) -> None:
    assert expected == set(hints.kinds(doc(sentence)[1], DE))


def test_phrases_need_all_their_words() -> None:
    first = doc(f"{SLEEPS} wie/=/SCONJ/2/mark es/=/PRON/2/expl")[0]
    second = doc(f"{SLEEPS} wie/=/SCONJ/5/mark es/=/PRON/5/expl hieß/heißen/VERB/2/advcl")[0]
    assert not hints.may_have_phrases(first, DE)
    assert hints.may_have_phrases(second, DE)


def test_questions() -> None:
    assert not hints.is_asked(doc(f"{SLEEPS} ./=/PUNCT/2/punct")[0])
    assert hints.is_asked(doc(f"{SLEEPS} ?/=/PUNCT/2/punct")[0])


def test_predicates() -> None:
    assert ["schläft"] == [t.text for t in hints.predicates(doc(SLEEPS)[0])]
