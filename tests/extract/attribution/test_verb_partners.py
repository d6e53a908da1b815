"""Verbs of saying: through which medium, and to whom, by a preposition."""

from __future__ import annotations

import pytest

from kg.extract.attribution import verb_cues
from tests.extract.attribution.test_verb_cues import KIEW, found
from tests.extract.made import DE, doc, forms, token


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Im/in/ADP/2/case Bericht/=/NOUN/4/obl wird/werden/AUX/4/aux:pass gefordert/fordern/VERB/0/ROOT/Part",
            "Bericht",
        ),
        ("Im/in/ADP/2/case Garten/=/NOUN/4/obl wird/werden/AUX/4/aux:pass gefordert/fordern/VERB/0/ROOT/Part", ""),
        ("Im/in/ADP/2/case Bericht/=/NOUN/3/obl fordert/fordern/VERB/0/ROOT/Fin Kiew/=/PROPN/3/nsubj//LOC", ""),
    ],
)
def test_medium(text: str, expected: str) -> None:
    cue = verb_cues.find(doc(text).sents[0].root, DE)
    assert cue is not None
    assert expected == forms(cue.medium)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kiew/=/PROPN/2/nsubj//LOC sagte/sagen/VERB/0/ROOT/Fin gegenüber/=/ADP/4/case "
            "Journalisten/Journalist/NOUN/2/obl es/=/PRON/6/nsubj regne/regnen/VERB/2/ccomp/Fin.Sub",
            "Journalisten",
        ),
        (
            "Kiew/=/PROPN/2/nsubj//LOC sagte/sagen/VERB/0/ROOT/Fin vor/=/ADP/4/case Sonnenaufgang/=/NOUN/2/obl "
            "es/=/PRON/6/nsubj regne/regnen/VERB/2/ccomp/Fin.Sub",
            "",
        ),
    ],
)
def test_addressee_with_a_preposition(text: str, expected: str) -> None:
    cue = verb_cues.find(token(doc(text), "sagte"), DE)
    assert cue is not None
    assert expected == forms(cue.addressees)


def test_parts_behind_the_verb_come_first() -> None:
    text = f"Dagegen/dagegen/ADV/3/advmod {KIEW.replace('/2/', '/3/')} hält/halten nichts/=/PRON/3/obj von/=/ADP/6/case"
    assert found(f"{text} Verbot/=/NOUN/3/obl", "hält") == "Refusal Kiew > Verbot"
