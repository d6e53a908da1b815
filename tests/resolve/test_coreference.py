"""Which mentions of an article are the same: last names, offices, pronouns; and which stay unresolved."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.model import Mention, Span
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


def test_a_last_name_that_the_recogniser_overlooked() -> None:
    full = name("Jan Meier", "PER")
    assert "Jan Meier" == resolved([full], name("Meier", "LOC"))
    assert "Meier" == resolved([full], name("Meier", "ORG"))  # the firm
    missed = said("Meier", "Meier", "noun", number="Sing", gender="Fem", subject=True)
    assert "Jan Meier" == resolved([full, missed], missed)
    assert "Jan Meier" == resolved([full, missed], pronoun("er", gender="Masc"))


def test_a_phrase_behind_a_name_makes_no_second_holder_of_it() -> None:
    mentions = [name("Jan Meier", "PER"), name("Meier von der Zeitung", "PER"), short := name("Meier", "PER")]
    assert "Jan Meier" == resolved(mentions, short)


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

    one = [name("Jan Meier", "PER")]
    assert "Jan Meier" == resolved(one, his())
    assert "-" == resolved([*one, name("Udo Kunz", "PER", gender="Masc")], his())
    assert "Kim Kurz" == resolved([*one, name("Kim Kurz", "PER", **PERSON)], his())  # the subject before it


def test_a_first_name_tells_the_gender() -> None:
    mentions = [name("Eva Kurz", "PER"), name("Jan Meier", "PER", subject=True)]
    assert "Eva Kurz" == resolved(mentions, pronoun("sie", gender="Fem"))


def test_of_two_the_one_with_a_name_is_meant() -> None:
    mentions = [said("Partner", number="Sing", gender="Masc"), name("Kim Kurz", "PER", gender="Masc")]
    assert "Kim Kurz" == resolved(mentions, pronoun("er", gender="Masc"))


def test_a_possessive_agrees() -> None:
    woman = said("Sprecherin Eva Meier", "Sprecherin", name="Eva Meier", label="PER", gender="Fem", subject=True)
    his = said("sein", "sein", "possessive", number="Sing", person="3")
    assert "-" == resolved([woman], his)


def test_those_joined_are_both_meant() -> None:
    second = name("Udo Kunz", "PER")
    first = name("Jan Meier", "PER", ("joined", second), **PERSON)
    discourse = Discourse(LINKER, [first, second])
    for both in (pronoun("sie", "Plur"), said("beiden Männer", "Mann", number="Plur")):
        assert ["Jan Meier", "Udo Kunz"] == [e.label for e in discourse.entities(both, "agent", None)]
    assert discourse.entity(pronoun("sie", "Plur"), "agent", None) is None
    others = said("beiden Töchter", "Tochter", "noun", ("possessive", said("ihre", "ihr", "possessive")), number="Plur")
    assert ["beiden Töchter"] == [e.label for e in discourse.entities(others, "agent", None)]


def test_names_under_one_noun() -> None:
    second = name("Südwind", "ORG")
    first = name("Nordwind", "ORG", ("joined", second))
    text = "Gewerkschaften Nordwind und Südwind"
    unions = said(text, "Gewerkschaft", "noun", ("apposition", first), name="Nordwind", label="ORG")
    later = said("Gewerkschaften", "Gewerkschaft", number="Plur", definite=True)
    discourse = Discourse(LINKER, [unions, first, second, later])
    for mention in (unions, later):
        assert ["Nordwind", "Südwind"] == [e.label for e in discourse.entities(mention, "agent", None)]


@pytest.mark.parametrize(
    ("mentions", "wanted", "expected"),
    [
        (  # no body without an article is "er"
            [name("Nordbahn", "ORG", subject=True, gender="Masc")],
            pronoun("er", gender="Masc"),
            "-",
        ),
        ([name("Iran", "LOC", subject=True, gender="Masc", definite=True)], pronoun("er", gender="Masc"), "Iran"),
        (  # a person before a body
            [name("Verband", "ORG", definite=True, **PERSON), name("Udo Kunz", "PER", **PERSON)],
            pronoun("er", gender="Masc"),
            "Udo Kunz",
        ),
        (  # what cannot act may fit best
            [said("Brücke", gender="Fem", number="Sing", subject=True)],
            pronoun("sie", gender="Fem"),
            "-",
        ),
        (  # a demonstrative means who was named last
            [name("Jan Meier", "PER", **PERSON), name("Udo Kunz", "PER")],
            pronoun("dieser", gender="Masc", person=""),
            "Udo Kunz",
        ),
    ],
)
def test_bodies_and_things(mentions: list[Mention], wanted: Mention, expected: str) -> None:
    # parametrised mentions stand in the order in which they were made
    assert expected == resolved(mentions, wanted)


def test_both_sides_may_be_bodies() -> None:
    first = name("Kenia", "LOC", ("joined", name("Uganda", "LOC")))
    discourse = Discourse(LINKER, [first, first.modifiers[0][1]])
    both = said("beide Seiten", "Seite", number="Plur")
    assert ["Kenia", "Uganda"] == [e.label for e in discourse.entities(both, "agent", None)]


def test_some_of_them_are_they() -> None:
    soldiers = said("nordkoreanische Lehrer", "Lehrer", number="Plur", subject=True)
    some = said("drei von ihnen", "drei", "noun", ("genitive", pronoun("ihnen", "Plur")))
    discourse = Discourse(LINKER, [soldiers])
    assert ["nordkoreanische Lehrer"] == [e.label for e in discourse.entities(some, "patient", None)]


def test_one_of_a_crowd_is_a_person() -> None:
    kinds = [
        e.kind
        for text in ("Passagier", "Familie")
        if (e := LINKER.entity(said(text, text, number="Sing"), "agent")) is not None
    ]
    assert ["Person", "Group"] == kinds


def test_a_part_of_another_phrase_comes_after_its_head() -> None:
    patient = name("Kunz", "PER")
    doctor = said("Arzt Kunz", "Arzt", "noun", ("genitive", patient), number="Sing", gender="Masc", definite=True)
    assert "Arzt Kunz" == resolved([doctor, patient], pronoun("er", gender="Masc"))


def test_a_pronoun_carries_on() -> None:
    person, first = name("Jan Meier", "PER", **PERSON), pronoun("er", gender="Masc", sentence=2)
    assert "Jan Meier" == resolved([person, first], pronoun("er", gender="Masc", sentence=4))
    woman, she = name("Kim Kunz", "PER", **PERSON), pronoun("sie", gender="Fem", sentence=1)
    assert "-" == resolved([woman, she], pronoun("er", gender="Masc", sentence=1))


def test_nobody_does_it_to_himself() -> None:
    text = "Der Vater sah ihn. Der Vater kam, weil sie ihn rief."
    father = Mention(Span(4, 9, "Vater"), "Vater", "noun", number="Sing", gender="Masc", subject=True, definite=True)
    him = Mention(Span(14, 17, "ihn"), "er", "pronoun", number="Sing", gender="Masc", person="3")
    discourse = Discourse(LINKER, [father], text)
    assert discourse.entity(him, "patient", None) is None
    later = Mention(Span(44, 47, "ihn"), "er", "pronoun", number="Sing", gender="Masc", person="3")
    assert discourse.entity(later, "patient", None) is not None


def test_a_predicate_is_nobody() -> None:
    text = "Eva Meier war als Juristin tätig. Eine Juristin kam."
    her = Mention(Span(60, 63, "sie"), "sie", "pronoun", number="Sing", gender="Fem", person="3")

    def lawyer(begin: int) -> Discourse:
        noun = Mention(Span(begin, begin + 8, "Juristin"), "Juristin", "noun", number="Sing", gender="Fem")
        return Discourse(LINKER, [noun], text)

    assert lawyer(18).entity(her, "agent", None) is None
    assert lawyer(39).entity(her, "agent", None) is not None


def test_what_a_name_is() -> None:
    former = said("ehemaliger Abgeordneter", "Abgeordneter", number="Sing", gender="Masc")
    person = name("Jan Meier", "PER", ("apposition", former), **PERSON)
    assert "Jan Meier" == resolved([person, former], former)


def test_the_name_after_a_particle() -> None:
    full, short = name("Hamid al-Rasul", "PER"), name("Rasul", "PER")
    assert "Hamid al-Rasul" == resolved([full, short], short)


def test_ones_own_country() -> None:
    president = said(
        "polnische Präsident Jan Meier",
        "Präsident",
        "noun",
        state("polnische"),
        name="Jan Meier",
        label="PER",
        number="Sing",
        gender="Masc",
        subject=True,
    )
    his = said("sein", "sein", "possessive", number="Sing", person="3")
    assert "Polen" == resolved([president], said("Land", "Land", "noun", ("possessive", his), number="Sing"))


def test_an_office_is_not_its_holder() -> None:
    holder = said("Präsident Jan Meier", "Präsident", name="Jan Meier", label="PER", number="Sing", gender="Masc")
    discourse = Discourse(LINKER, [holder])
    office = said("Präsidenten", "Präsident", number="Sing", gender="Masc", definite=True)
    for role, expected in (("agent", "Jan Meier"), ("topic", "Präsidenten")):
        entity = discourse.entity(office, role, None)
        assert entity is not None
        assert expected == entity.label


def test_i_and_we_are_who_speaks() -> None:
    speaker = LINKER.person(name("Jan Meier", "PER"))
    discourse = Discourse(LINKER, [name("Udo Kunz", "PER", **PERSON)])
    assert speaker == discourse.entity(pronoun("wir", "Plur", person="1"), "agent", speaker)
    assert discourse.entity(pronoun("ich", person="1"), "agent", None) is None
