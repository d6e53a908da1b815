"""Which mentions of an article are the same: last names, offices, pronouns; and which stay unresolved."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.model import Mention
from kg.resolve.coreference import Discourse
from tests.resolve.made import LINKER, name, pronoun, said, state

PERSON = {"subject": True, "gender": "Masc"}


def resolved(mentions: Sequence[Mention], wanted: Mention) -> str:
    entity = Discourse(LINKER, mentions).entity(wanted, "agent", None)
    return entity.label if entity is not None else "-"


def test_a_last_name_is_the_person_with_the_full_name() -> None:
    full, short = name("Jan Meier", "PER"), name("Meier", "PER")
    assert "Jan Meier" == resolved([full, short], short)
    assert "Jan Meier" == resolved([full, short], name("Meiers", "PER"))  # the genitive


def test_also_before_the_full_name() -> None:
    short, full = name("Meier", "PER"), name("Jan Meier", "PER")
    assert "Jan Meier" == resolved([short, full], short)


def test_a_last_name_of_two_is_nobodys() -> None:
    mentions = [name("Jan Meier", "PER"), name("Eva Meier", "PER"), short := name("Meier", "PER")]
    assert "Meier" == resolved(mentions, short)


def test_what_any_mention_says_of_a_person_is_known_of_all() -> None:
    full = said("Sprecher Jan Meier", "Sprecher", "noun", name="Jan Meier", label="PER")
    short = name("Meier", "PER")
    entity = Discourse(LINKER, [short, full]).entity(short, "agent", None)
    assert entity is not None
    assert ("Jan Meier", "Sprecher") == (entity.label, entity.role)


def test_an_office_is_the_person_who_holds_it() -> None:
    def office(text: str, adjective: str, **fields: object) -> Mention:
        return said(text, "Präsident", "noun", state(adjective), **fields)

    holder = office("russische Präsident Jan Meier", "russische", name="Jan Meier", label="PER")
    mentions = [holder]
    assert "Jan Meier" == resolved(mentions, office("russische Präsident", "russische"))
    assert "Jan Meier" != resolved(mentions, office("polnische Präsident", "polnische"))


@pytest.mark.parametrize(
    ("mentions", "wanted", "expected"),
    [
        ([name("Jan Meier", "PER", **PERSON)], pronoun("er", gender="Masc"), "Jan Meier"),
        ([name("Russland", "LOC", gender="Neut")], pronoun("es", gender="Neut"), "Russland"),
        ([name("Jan Meier", "PER", **PERSON)], pronoun("sie", "Plur"), "-"),  # number
        ([name("Jan Meier", "PER", **PERSON)], pronoun("es", gender="Neut"), "-"),  # no person is "es"
        ([said("Regierung", gender="Fem", number="Sing")], pronoun("er", gender="Masc"), "-"),  # gender
        ([said("Brücke", gender="Fem", number="Sing")], pronoun("sie", gender="Fem"), "-"),  # things do not act
        ([name("Jan Meier", "PER", **PERSON)], pronoun("er", gender="Masc", sentence=2), "Jan Meier"),
        ([name("Jan Meier", "PER", **PERSON)], pronoun("er", gender="Masc", sentence=3), "-"),  # too far back
        (  # the subject before the object
            [name("Jan Meier", "PER", **PERSON), name("Udo Kunz", "PER", gender="Masc")],
            pronoun("er", gender="Masc"),
            "Jan Meier",
        ),
        (  # the nearer sentence
            [name("Jan Meier", "PER", **PERSON), name("Udo Kunz", "PER", **PERSON, sentence=1)],
            pronoun("er", gender="Masc", sentence=1),
            "Udo Kunz",
        ),
        (  # equally good: nobody
            [name("Jan Meier", "PER", **PERSON), name("Udo Kunz", "PER", **PERSON)],
            pronoun("er", gender="Masc"),
            "-",
        ),
        ([], pronoun("er", gender="Masc"), "-"),
    ],
)
def test_pronouns(mentions: list[Mention], wanted: Mention, expected: str) -> None:
    # parametrised mentions stand in the order in which they were made
    assert expected == resolved(mentions, wanted)


def test_a_pronoun_looks_back_only() -> None:
    early, late = pronoun("er", gender="Masc"), name("Jan Meier", "PER", **PERSON)
    assert "-" == resolved([late], early)


def test_a_possessive_is_nobodys_if_two_can_be_meant() -> None:
    def his() -> Mention:
        return said("sein", "sein", "possessive", number="Sing", gender="Masc", person="3")

    one = [name("Jan Meier", "PER", **PERSON)]
    assert "Jan Meier" == resolved(one, his())
    assert "-" == resolved([*one, name("Udo Kunz", "PER", gender="Masc")], his())


def test_i_and_we_are_who_speaks() -> None:
    speaker = LINKER.person(name("Jan Meier", "PER"))
    discourse = Discourse(LINKER, [name("Udo Kunz", "PER", **PERSON)])
    assert speaker == discourse.entity(pronoun("wir", "Plur", person="1"), "agent", speaker)
    assert discourse.entity(pronoun("ich", person="1"), "agent", None) is None


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["Nordkorea"], "Nordkorea"),
        (["Nordkorea", "Südkorea"], "Nordkorea"),
        (["Nordkorea", "Nordmazedonien"], "Norden"),
        ([], "Norden"),
    ],
)
def test_the_north_is_the_one_state_of_that_name(states: list[str], expected: str) -> None:
    assert expected == resolved([name(s, "LOC") for s in states], said("Norden"))
