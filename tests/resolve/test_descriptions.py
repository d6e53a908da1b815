"""Definite descriptions: whom "das Ministerium", "der Präsident", "der 38-Jährige" mean, and when nobody can tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Mention, Span
from kg.resolve.candidates import Actors
from kg.resolve.coreference import Discourse
from kg.resolve.descriptions import short_form
from tests.resolve.made import LINKER, name, pronoun, said, state


def the(text: str, head: str, *modifiers: tuple[str, Mention], **fields: object) -> Mention:
    return said(text, head, "noun", *modifiers, **{"number": "Sing", "definite": True, **fields})


def holder(office: str, of: str, person: str) -> Mention:
    text = f"{of} {office} {person}"
    return said(text, office, "noun", state(of), name=person, label="PER", number="Sing")


@pytest.mark.parametrize(
    ("before", "wanted", "expected"),
    [
        ([said("belgische Amt", "Außenministerium")], the("Ministerium", "Ministerium"), "belgische Amt"),
        ([name("Bundeskartellamt", "ORG")], the("Kartellamt", "Kartellamt"), "Bundeskartellamt"),
        (  # two ministries: abstain
            [said("Außenministerium"), said("Innenministerium")],
            the("Ministerium", "Ministerium"),
            "Ministerium",
        ),
        ([holder("Ministerpräsident", "polnische", "Jan Meier")], the("Präsident", "Präsident"), "Jan Meier"),
        (  # two of them: abstain
            [holder("Präsident", "polnische", "Jan Meier"), holder("Präsident", "belgische", "Udo Kunz")],
            the("Präsident", "Präsident"),
            "Präsident",
        ),
        (  # the text says of which state
            [holder("Präsident", "polnische", "Jan Meier")],
            the("belgische Präsident", "Präsident", state("belgische")),
            "Präsident (Belgien)",
        ),
        ([name("Eva Meier", "PER")], the("58-Jährige", "58-Jährige"), "Eva Meier"),
        ([name("Eva Meier", "PER"), name("Udo Kunz", "PER")], the("58-Jährige", "58-Jährige"), "58-Jährige"),
        ([name("Eva Meier", "PER")], the("58-Jährige", "58-Jährige", sentence=9), "58-Jährige"),  # too far back
        (  # who holds an office has a name that is used
            [holder("Präsident", "polnische", "Jan Meier")],
            the("58-Jährige", "58-Jährige"),
            "58-Jährige",
        ),
        (  # the age says who, whoever else is there
            [said("38-jährige Mann", "Mann"), name("Udo Kunz", "PER")],
            the("38-Jährige", "38-Jährige"),
            "38-jährige Mann",
        ),
        ([said("Außenministerium")], said("Ministerium", "Ministerium", number="Sing"), "Ministerium"),  # "ein"
        (  # a noun that its name had
            [said("Gewerkschaft Nordwind", "Gewerkschaft", name="Nordwind", label="ORG")],
            the("Gewerkschaft", "Gewerkschaft"),
            "Nordwind",
        ),
        (  # an adjective may name another
            [said("Gewerkschaft Nordwind", "Gewerkschaft", name="Nordwind", label="ORG")],
            the("andere Gewerkschaft", "Gewerkschaft"),
            "andere Gewerkschaft",
        ),
        ([said("betrunkener Fahrer", "Fahrer", number="Sing")], the("Fahrer", "Fahrer"), "betrunkener Fahrer"),
        ([name("Eva Meier", "PER")], the("Frau", "Frau"), "Eva Meier"),
        ([name("Jan Meier", "PER")], the("Täter", "Täter"), "Täter"),  # he may be the victim
        (  # a woman is no "Abgeordneter"
            [said("Abgeordnete Eva Meier", "Abgeordnete", name="Eva Meier", label="PER", gender="Fem")],
            the("Abgeordnete", "Abgeordnete", gender="Masc"),
            "Abgeordnete",
        ),
        ([name("Jan Meier", "PER")], the("23-jährige Sportler", "Sportler"), "Jan Meier"),
        ([name("Jan Meier", "PER")], the("Fahrer des Wagens", "Fahrer"), "Fahrer des Wagens"),  # another
        ([holder("Ministerpräsident", "polnische", "Jan Meier")], the("Regierungschef", "Regierungschef"), "Jan Meier"),
        (
            [holder("Ministerpräsident", "polnische", "Jan Meier")],
            the("Bürgermeister", "Bürgermeister"),
            "Bürgermeister",
        ),
        (  # of two the one just named
            [
                holder("Präsident", "polnische", "Jan Meier"),
                replace(holder("Präsident", "belgische", "Udo Kunz"), sentence=8),
            ],
            the("Präsident", "Präsident", sentence=9),
            "Udo Kunz",
        ),
        ([holder("Außenminister", "polnische", "Jan Meier")], the("Politiker", "Politiker"), "Jan Meier"),
        ([holder("Außenminister", "polnische", "Jan Meier")], the("Diplomat", "Diplomat"), "Jan Meier"),
        (  # two with an office
            [holder("Außenminister", "polnische", "Jan Meier"), holder("Präsident", "belgische", "Udo Kunz")],
            the("Politiker", "Politiker"),
            "Politiker",
        ),
        ([name("Jan Meier", "PER")], the("Politiker", "Politiker"), "Politiker"),  # of no office
        (  # another word for the office, which she does not hold any more
            [holder("Regierungschefin", "polnische", "Eva Meier")],
            the("Ex-Ministerpräsidentin", "Ex-Ministerpräsidentin"),
            "Eva Meier",
        ),
        ([said("Major", number="Sing")], the("Major", "Major"), "Major"),
        ([said("junger Passagier", "Passagier", number="Sing")], the("Passagier", "Passagier"), "junger Passagier"),
        ([name("Eva Meier", "PER")], the("Rentnerin", "Rentnerin", gender="Fem"), "Eva Meier"),
        ([name("Eva Meier", "PER")], the("Kind", "Kind", gender="Neut"), "Eva Meier"),
        ([name("Eva Meier", "PER")], the("Opfer", "Opfer", gender="Neut"), "Opfer"),  # she may have done it
        (  # whose first name tells the gender, whatever the office
            [holder("Präsidentin", "polnische", "Eva Meier")],
            the("58-Jährige", "58-Jährige", gender="Fem"),
            "Eva Meier",
        ),
        ([holder("Trainer", "polnische", "Jan Meier")], the("Berliner", "Berliner", gender="Masc"), "Jan Meier"),
        ([holder("Trainer", "polnische", "Jan Meier")], the("Betreuer", "Betreuer", gender="Masc"), "Betreuer"),
        ([name("Nordwind AG", "ORG")], the("Unternehmen", "Unternehmen"), "Nordwind AG"),
        (
            [said("Autobauer Nordwind", "Autobauer", name="Nordwind", label="ORG")],
            the("Konzern", "Konzern"),
            "Nordwind",
        ),
        ([name("Nordwind-Aufsichtsrat", "ORG")], the("Unternehmen", "Unternehmen"), "Unternehmen"),
        ([name("Nordwind AG", "ORG"), name("Südwind GmbH", "ORG")], the("Konzern", "Konzern"), "Konzern"),
        ([name("Nordwind AG", "ORG")], the("Partei", "Partei"), "Partei"),  # of another kind
        ([name("Norwegen", "LOC")], the("Land", "Land"), "Norwegen"),
        ([said("norwegische Minister", "Minister", "noun", state("norwegische"))], the("Land", "Land"), "Norwegen"),
        ([name("Norwegen", "LOC"), name("Schweden", "LOC")], the("Land", "Land"), "Land"),
        (  # the one that the article is about
            [name("Norwegen", "LOC"), name("Norwegen", "LOC"), name("Schweden", "LOC")],
            the("Land", "Land"),
            "Norwegen",
        ),
        ([name("Norwegen", "LOC")], the("südliche Land", "Land"), "südliche Land"),
        (  # the text of which more was said
            [said("Abschlussbericht der Kommission", "Abschlussbericht")],
            the("Bericht", "Bericht"),
            "Abschlussbericht der Kommission",
        ),
        (  # the one craft with a name
            [said("Frachter „Aurora“", "Frachter", "noun", ("apposition", name("Aurora", "MISC"))), said("Boot")],
            the("Schiff", "Schiff"),
            "Frachter „Aurora“",
        ),
    ],
)
def test_descriptions(before: list[Mention], wanted: Mention, expected: str) -> None:
    # parametrised mentions stand in the order in which they were made
    entity = Discourse(LINKER, [*before, wanted]).entity(wanted, "agent", None)
    assert entity is not None
    assert expected == entity.label


def test_abbreviations() -> None:
    text = "Die „Allianz für Arbeit“ (AfA) rief auf. Die AfA wartet. Jan Meier (SPD) nicht."
    long, person = Span(5, 23, text[5:23]), Span(57, 66, text[57:66])
    organisation = Mention(long, "Allianz", "name", name=long.text, label="ORG")
    assert "AfA" == short_form(organisation, text)
    assert "" == short_form(Mention(person, "Meier", "name", name="Jan Meier", label="PER"), text)  # his party
    short = Mention(Span(45, 48, "AfA"), "AfA", "name", name="AfA", label="ORG")
    entity = Discourse(LINKER, [organisation, short], text).entity(short, "agent", None)
    assert entity is not None
    assert "Allianz für Arbeit" == entity.label


def test_the_title_tells_the_gender() -> None:
    woman = said("Sprecherin Eva Meier", "Sprecherin", "noun", name="Eva Meier", label="PER", gender="Fem")
    man = name("Jan Kunz", "PER", gender="Masc")
    discourse = Discourse(LINKER, [woman, man])
    found = discourse.entity(pronoun("er", gender="Masc"), "agent", None)
    assert found is not None
    assert "Jan Kunz" == found.label


def test_who_spoke_last_is_who_speaks() -> None:
    first, second = name("Jan Meier", "PER", subject=True), name("Udo Kunz", "PER", subject=True)
    discourse = Discourse(LINKER, [first, second])
    he = pronoun("er", gender="Masc")
    assert discourse.entity(he, "source", None) is None
    discourse.speaker = discourse.entity(second, "source", None)
    assert discourse.entity(he, "source", None) == discourse.speaker
    assert discourse.entity(he, "agent", None) is None


def test_a_suspect_is_found_whatever_his_office() -> None:
    director = said("Direktor Jan Meier", "Direktor", name="Jan Meier", label="PER", number="Sing")
    other, accused = name("Udo Kunz", "PER"), the("Angeklagte", "Angeklagt")
    discourse = Discourse(LINKER, [director, other, accused], actors=Actors(suspects=frozenset((director.span,))))
    found = discourse.entity(accused, "agent", None)
    assert found is not None
    assert "Jan Meier" == found.label


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("der Chef der Behörde, Jan Meier, sagte", "Chef der Behörde", "Jan Meier"),
        ("der Kritiker des Ministers, Jan Meier, sagte", "Ministers", "Ministers"),  # the critic
        ("der Chef der Behörde, Jan Meier und Udo Kunz", "Chef der Behörde", "Chef der Behörde"),
    ],
)
def test_a_name_set_off_behind_an_office(text: str, phrase: str, expected: str) -> None:
    head = "Minister" if phrase == "Ministers" else "Chef"
    begin = text.index(phrase)
    office = Mention(Span(begin, begin + len(phrase), phrase), head, "noun", number="Sing", definite=True)
    begin = text.index("Jan Meier")
    person = Mention(Span(begin, begin + 9, "Jan Meier"), "Jan", "name", name="Jan Meier", label="PER", number="Sing")
    found = Discourse(LINKER, [office, person], text).entity(office, "agent", None)
    assert found is not None
    assert expected == found.label
