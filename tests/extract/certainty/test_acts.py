"""What a speaker does by neutral words: announce, demand, refuse, or only assert."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from kg.extract.attribution import verb_cues
from kg.extract.certainty.acts import act
from kg.extract.sentence import Sentence
from tests.extract.made import DE, doc, token

SAID = "Minister/=/NOUN/2/nsubj/Sing sagte/sagen"
GO = "gehen/=/VERB/2/ccomp/Inf"
SENTENCE = cast("Sentence", SimpleNamespace(lexicon=DE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SAID} er/=/PRON/5/nsubj/Prs.Sing werde/werden/AUX/5/aux/Fin.Sub.3.Pres {GO}", "Announcement"),
        (  # what he will not do himself he refuses
            f"{SAID} er/=/PRON/5/nsubj/Prs.Sing werde/werden/AUX/5/aux/Fin.Sub.3.Pres {GO} nicht/=/PART/5/advmod",
            "Refusal",
        ),
        (f"{SAID} Oslo/=/PROPN/5/nsubj//LOC müsse/müssen/AUX/5/aux/Fin.Sub.3.Pres {GO}", "Demand"),
        (f"{SAID} Oslo/=/PROPN/5/nsubj//LOC sollte/sollen/AUX/5/aux/Fin.Sub.3.Past {GO}", "Demand"),
        (  # they cannot be he
            f"{SAID} sie/=/PRON/5/nsubj/Prs.3.Plur müssten/müssen/AUX/5/aux/Fin.Sub.3.Past {GO}",
            "Demand",
        ),
        (f"{SAID} er/=/PRON/5/nsubj/Prs.3.Sing müsse/müssen/AUX/5/aux/Fin.Sub.3.Pres {GO}", ""),
        (f"{SAID} gehen/=/VERB/2/xcomp/Inf wollen/=/AUX/3/aux/Inf", "Announcement"),  # "sagte, gehen zu wollen"
        (  # advice, whoever is to do it; not to himself
            f"{SAID} Bäume/Baum/NOUN/5/nsubj/Plur sollten/sollen/AUX/5/aux/Fin.Sub.3.Past {GO}",
            "Demand",
        ),
        (f"{SAID} er/=/PRON/5/nsubj/Prs.3.Sing sollte/sollen/AUX/5/aux/Fin.Sub.3.Past {GO}", ""),
        (f"{SAID} er/=/PRON/4/nsubj/Prs.Sing gehe/gehen/VERB/2/ccomp/Fin.Sub.3.Pres", ""),
    ],
)
def test_what_a_speaker_does(text: str, expected: str) -> None:
    parsed = doc(text)
    cue = verb_cues.find(token(parsed, "sagte"), DE)
    assert cue is not None
    assert expected == act(cue, parsed[4 if "/ccomp/Inf" in text else 2 if "/xcomp" in text else 3], SENTENCE)
