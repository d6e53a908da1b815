"""Combinations of part of speech and features: the rare ones give way to the frequent one next to them.

A morphologizer has one output for each combination. Two thirds of those in the silver are seen less than 30 times,
together in half a per cent of its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc, Token

LEAST = 30
"""How often a combination has to be there to be learnt."""

Features = frozenset[str]


def merge_rare(docs: Sequence[Doc], least: int = LEAST) -> None:
    """Give the tokens of rare combinations, in place, the frequent one that differs least, rather with less features.

    "PRON|Case=Dat|Gender=Fem|Number=Plur|Person=3|Poss=Yes" becomes the same without the gender.
    """
    seen = Counter(_combination(token) for doc in docs for token in doc)
    frequent = {key: count for key, count in seen.items() if count >= least}
    instead = {key: _closest(key, frequent) for key in seen if key not in frequent}
    token: Any  # spaCy's stubs lack set_morph
    for doc in docs:
        for token in doc:
            found = instead.get(_combination(token))
            if found is not None:
                token.set_morph("|".join(sorted(found)))


def _combination(token: Token) -> tuple[str, Features]:
    return token.pos_, frozenset(str(token.morph).split("|")) - {""}


def _closest(key: tuple[str, Features], frequent: dict[tuple[str, Features], int]) -> Features | None:
    pos, features = key
    others = [
        (-len(other ^ features), other <= features, count, sorted(other))
        for (p, other), count in frequent.items()
        if p == pos
    ]
    return frozenset(max(others)[-1]) if others else None
