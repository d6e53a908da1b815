"""Verbs of events.tsv whose meaning hangs on what stands beside them: the row that holds, and what is no event."""

from __future__ import annotations

import pytest

from tests.extract.made import found_events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ermittler/=/NOUN/2/nsubj griffen/zugreifen",
            ["Detention griffen: agent=Ermittler"],
        ),
        (  # access to data is no arrest
            "Ermittler/=/NOUN/2/nsubj griffen/zugreifen auf/=/ADP/4/case Konten/Konto/NOUN/2/obl/Acc",
            ["Investigation griffen: agent=Ermittler; topic=Konten"],
        ),
        ("Nutzer/=/NOUN/2/nsubj griffen/zugreifen auf/=/ADP/4/case Konten/Konto/NOUN/2/obl/Acc", []),
        (
            "Ihn/er/PRON/4/obj/Acc.Sing dem/=/DET/3/det Haftrichter/=/NOUN/4/obl:arg/Dat vorführen/=/VERB/0/ROOT/Inf",
            ["Investigation vorführen: agent=Haftrichter; patient=Ihn"],
        ),
        (  # the dative is who or what killed
            "Vier/4/NUM/2/nummod Soldaten/Soldat/NOUN/3/nsubj/Plur fielen/fallen einem/=/DET/5/det "
            "Anschlag/=/NOUN/3/obl:arg/Dat zum/zu/ADP/7/case Opfer/=/NOUN/3/obl/Dat",
            ["Killing fielen: patient=Soldaten; topic=Anschlag Opfer", "Attack Anschlag: patient=Soldaten"],
        ),
        ("Pläne/Plan/NOUN/2/nsubj/Plur fielen/fallen zum/zu/ADP/4/case Opfer/=/NOUN/2/obl/Dat", []),
        (
            "Aktivisten/Aktivist/NOUN/2/nsubj klebten/kleben sich/=/PRON/2/obj///PRF auf/=/ADP/5/case "
            "Straßen/Straße/NOUN/2/obl/Acc",
            ["Protest klebten: agent=Aktivisten; topic=Straßen"],
        ),
        (
            "Rebellen/Rebell/NOUN/2/nsubj stürmten/stürmen ins/in/ADP/4/case Rathaus/=/NOUN/2/obl/Acc",
            ["Attack stürmten: agent=Rebellen; patient=Rathaus"],
        ),
        ("Wolken/Wolke/NOUN/2/nsubj stürmten/stürmen ins/in/ADP/4/case Tal/=/NOUN/2/obl/Acc", []),
        (
            "Kim/=/PROPN/2/nsubj//PER verzichtete/verzichten auf/=/ADP/4/case Posten/=/NOUN/2/obl/Acc",
            ["OfficeChange verzichtete: agent=Kim; topic=Posten"],
        ),
        ("Kim/=/PROPN/2/nsubj//PER verzichtete/verzichten auf/=/ADP/4/case Brot/=/NOUN/2/obl/Acc", []),
        (  # "das" is nobody who could be convicted
            "Oslo/=/PROPN/2/nsubj//LOC verurteilte/verurteilen dies/=/PRON/2/obj/Acc.Sing",
            [],
        ),
    ],
)
def test_the_row_of_a_meaning(text: str, expected: list[str]) -> None:
    assert expected == found_events(text)
