"""What a source thinks of a thing, by the words that it calls it."""

from __future__ import annotations

import pytest

from kg.extract import verdicts
from tests.extract.made import DE, doc, token


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Gesetz/=/NOUN/3/nsubj sei/sein/AUX/3/cop Schande/=/NOUN/0/ROOT", "Schande", True),
        ("Gesetz/=/NOUN/3/nsubj sei/sein/AUX/3/cop Anfang/=/NOUN/0/ROOT", "Anfang", False),
        ("Gesetz/=/NOUN/4/nsubj sei/sein/AUX/4/cop keine/kein/DET/4/det Schande/=/NOUN/0/ROOT", "Schande", False),
        ("Rat/=/NOUN/2/nsubj versagt/versagen/VERB/0/ROOT", "versagt", True),
        ("Rat/=/NOUN/2/nsubj tagt/tagen/VERB/0/ROOT", "tagt", False),
    ],
)
def test_words_that_blame(text: str, head: str, expected: bool) -> None:
    assert verdicts.blames(token(doc(text), head), DE) is expected
