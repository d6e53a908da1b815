"""Words that mean their event wherever something is said of it, also without a role."""

from __future__ import annotations

import pytest

from tests.extract.made import found_events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # what a clause is about
            "Kim/=/PROPN/2/nsubj//PER verlangt/verlangen eine/ein/DET/4/det/Indef.Acc "
            "Untersuchung/=/NOUN/2/obj/Acc.Sing",
            ["Investigation Untersuchung: "],
        ),
        (  # only a time
            "Kim/=/PROPN/2/nsubj//PER schlief/schlafen nach/=/ADP/5/case der/=/DET/5/det/Def.Dat "
            "Verhandlung/=/NOUN/2/obl/Dat.Sing",
            [],
        ),
        (  # also with a date
            "Kim/=/PROPN/2/nsubj//PER schlief/schlafen seit/=/ADP/5/case dem/der/DET/5/det/Def.Dat "
            "Krieg/=/NOUN/2/obl/Dat.Sing von/=/ADP/7/case 1950/=/NUM/5/nmod",
            [],
        ),
        (  # but one of which the phrase says more
            "Kim/=/PROPN/2/nsubj//PER schlief/schlafen nach/=/ADP/5/case der/=/DET/5/det/Def.Dat "
            "Verhandlung/=/NOUN/2/obl/Dat.Sing die/der/PRON/8/nsubj/Rel lange/lang/ADV/8/advmod "
            "währte/währen/VERB/5/acl:relcl/Fin",
            ["Negotiation Verhandlung: "],
        ),
        (  # several of whom a phrase is
            "Kim/=/PROPN/2/nsubj//PER kennt/kennen das/der/DET/4/det/Def.Acc Ergebnis/=/NOUN/2/obj/Acc.Sing "
            "der/=/DET/6/det/Def.Gen Verhandlungen/Verhandlung/NOUN/4/nmod/Gen.Plur",
            ["Negotiation Verhandlungen: "],
        ),
        (  # some mean it in every phrase
            "Kim/=/PROPN/2/nsubj//PER schlief/schlafen wegen/=/ADP/5/case der/=/DET/5/det/Def.Gen "
            "Ermittlungen/Ermittlung/NOUN/2/obl/Gen.Plur",
            ["Investigation Ermittlungen: "],
        ),
        (  # not while it goes on
            "Kim/=/PROPN/2/nsubj//PER schlief/schlafen während/=/ADP/5/case der/=/DET/5/det/Def.Gen "
            "Ermittlungen/Ermittlung/NOUN/2/obl/Gen.Plur",
            [],
        ),
        (  # nor what was told before
            "Kim/=/PROPN/2/nsubj//PER schlief/schlafen wegen/=/ADP/5/case dieser/dies/DET/5/det/Dem.Gen "
            "Ermittlungen/Ermittlung/NOUN/2/obl/Gen.Plur",
            [],
        ),
        (  # a death that somebody caused, maybe
            "Die/der/DET/2/det/Def.Nom Polizei/=/NOUN/3/nsubj/Sing untersucht/untersuchen den/der/DET/5/det/Def.Acc "
            "Tod/=/NOUN/3/obj/Acc.Sing des/der/DET/7/det/Def.Gen Autors/Autor/NOUN/5/nmod/Gen.Sing",
            ["Investigation untersucht: agent=Polizei; topic=Tod", "Killing Tod: patient=Autors"],
        ),
        (  # the end of a life as a date
            "Das/der/DET/2/det/Def.Nom Haus/=/NOUN/3/nsubj/Sing verfiel/verfallen nach/=/ADP/6/case "
            "dem/der/DET/6/det/Def.Dat Tod/=/NOUN/3/obl/Dat.Sing des/der/DET/8/det/Def.Gen "
            "Autors/Autor/NOUN/6/nmod/Gen.Sing",
            [],
        ),
        (  # how many they are
            "Die/der/DET/2/det/Def.Nom Zahl/=/NOUN/5/nsubj/Sing der/=/DET/4/det/Def.Gen "
            "Toten/Toter/NOUN/2/nmod/Gen.Plur stieg/steigen",
            ["Killing Toten: patient=Toten"],
        ),
    ],
)
def test_a_word_that_means_its_event_wherever_it_is_told_of(text: str, expected: list[str]) -> None:
    assert found_events(text) == expected
