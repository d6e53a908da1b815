"""What a noun phrase may be, by its name, its noun or as a pronoun."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.participants import restrictions
from kg.extract.tree import Token
from kg.lang.lexicon import VerbFrame
from tests.extract.made import DE, doc


@pytest.mark.parametrize(
    ("token", "classes", "expected"),
    [
        ("Soldaten/Soldat/NOUN", "force", True),
        ("Soldaten/Soldat/NOUN", "actor", True),  # a force is a kind of actor
        ("Soldaten/Soldat/NOUN", "place organization", False),
        ("Marinesoldaten/Marinesoldat/NOUN", "force", True),  # by the end of the compound
        ("Kiew/=/PROPN/0/ROOT//LOC", "place", True),
        ("Kiew/=/PROPN/0/ROOT//LOC", "force", False),
        ("Nordkoreaner/=/NOUN/0/ROOT//DEM", "human", True),
        ("Meier/=/PROPN/0/ROOT//PER", "official", True),
        ("sie/=/PRON", "actor", True),
        ("sie/=/PRON", "weapon", False),
        ("Vernunft/=/NOUN", "any", True),
        ("Vernunft/=/NOUN", "actor place goods", False),
        ("Angriff/=/NOUN", "Attack", True),  # the nouns of an event
        ("Angriff/=/NOUN", "Meeting", False),
        ("18-Jähriger/=/NOUN", "human", True),  # by its suffix
        ("Wartender/=/NOUN", "human", True),  # the participle of a verb
        ("Dividende/=/NOUN", "human", False),
        ("Winzerin/=/NOUN", "human", True),  # as "Winzer"
        ("Termin/=/NOUN", "human", False),
        ("Rückreise/=/NOUN", "goods", False),  # no Reis
        ("Stein/=/PROPN/0/ROOT//PER", "weapon", False),  # a person's name
        ("Stein/=/PROPN/0/ROOT//PER", "human", True),
        ("Windhorst/=/PROPN", "actor", True),  # a name that the recogniser missed
        ("Windhorst/=/PROPN", "weapon", False),
        ("Drei/drei/NUM Nordkoreaner/=/NOUN/0/ROOT//DEM", "actor", True),
    ],
)
def test_is_of(token: str, classes: str, expected: bool) -> None:
    noun, wanted = doc(token)[0], frozenset(classes.split())
    assert expected == restrictions.is_of(noun, wanted, DE)
    assert not expected or restrictions.may_fulfil(noun, (("agent", wanted),), DE)


@pytest.mark.parametrize(
    ("phrase", "classes", "expected"),
    [
        ("Prozent/=/NOUN der/der/DET/3/det Häftlinge/Häftling/NOUN/1/nmod", "hostage", True),
        ("Gruppe/=/NOUN von/von/ADP/3/case Bergleuten/Bergleute/NOUN/1/nmod", "crowd", True),
        ("Tonnen/Tonne/NOUN Getreide/=/NOUN/1/nmod", "goods", True),
        ("Mehrheit/=/NOUN der/der/DET/3/det Winzer/=/NOUN/1/nmod", "human", True),
        ("Hunderttausende/Hunderttausend/NOUN", "crowd", True),  # of what goes without saying
        ("Millionen/Million/NOUN", "money", True),
        ("Hunderttausende/Hunderttausend/NOUN von/=/ADP/3/case Raketen/Rakete/NOUN/1/nmod", "crowd", False),
        ("125/=/NUM der/der/DET/3/det Sitze/Sitz/NOUN/1/nmod", "office", True),
        ("Gruppe/=/NOUN in/in/ADP/3/case Uniform/=/NOUN/1/nmod", "goods", False),  # not what it counts
        ("Start/=/NOUN der/der/DET/3/det Rakete/=/NOUN/1/nmod", "weapon", False),  # a Start is no Art
    ],
)
def test_a_quantity_is_what_it_counts(phrase: str, classes: str, expected: bool) -> None:
    noun, wanted = doc(phrase)[0], frozenset(classes.split())
    assert expected == restrictions.is_of(noun, wanted, DE)
    assert not expected or restrictions.may_fulfil(noun, (("agent", wanted),), DE)
    assert not restrictions.is_idiom(noun, DE)


def test_a_need_that_no_word_of_the_sentence_meets() -> None:
    first = doc("Soldaten/Soldat/NOUN/2/nsubj liefern/= Waffen/Waffe/NOUN/2/obj", "Der/=/DET/2/det Arzt/=/NOUN")[0]
    assert restrictions.may_fulfil(first, (("agent", frozenset(("force",))), ("patient", frozenset(("weapon",)))), DE)
    assert not restrictions.may_fulfil(first, (("patient", frozenset(("place", "-force"))),), DE)
    assert restrictions.may_fulfil(first, (("patient", frozenset(("-weapon",))),), DE)  # there may be another reading


def test_the_first_part_of_a_compound_is_what_is_asked_for() -> None:
    noun = doc("Truppenlieferung/=/NOUN")[0]
    assert restrictions.is_of(noun, frozenset(("force",)), DE, "Truppe")
    assert not restrictions.is_of(noun, frozenset(("weapon",)), DE, "Truppe")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("agent=Kiew patient=Soldaten", True),
        ("agent=Kiew patient=Vernunft patient=Soldaten", True),  # one of several is enough
        ("agent=Kiew", False),  # nothing there
        ("agent=Kiew patient=Vernunft", False),
        ("patient=Soldaten", False),  # all needs must be met
    ],
)
def test_fulfils(found: str, expected: bool) -> None:
    tokens = doc("Kiew/=/PROPN/0/ROOT//LOC Soldaten/Soldat/NOUN Vernunft/=/NOUN")
    roles: dict[str, list[Token]] = {}
    for pair in found.split():
        role, form = pair.split("=")
        roles.setdefault(role, []).append(next(t for t in tokens if t.text == form))
    needs = (("agent", frozenset(("actor",))), ("patient", frozenset(("force",))))
    assert expected == restrictions.fulfils(roles, needs, DE)


def test_no_needs_are_always_fulfilled() -> None:
    assert restrictions.fulfils({}, (), DE)


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("Kiew/=/PROPN/0/ROOT//LOC", "place named actor"),
        ("Stadt/=/NOUN", "place"),
        ("Botschaft/=/NOUN", "place actor"),  # where one can be, and who can act
        ("Montag/=/NOUN", "time"),
        ("Leben/=/NOUN", "idiom"),  # "ums Leben kommen"
        ("er/=/PRON", "actor"),
        ("Vernunft/=/NOUN", ""),
    ],
)
def test_what_a_noun_is(token: str, expected: str) -> None:
    noun = doc(token)[0]
    found = {
        "place": restrictions.is_place(noun, DE),
        "named": restrictions.is_named_place(noun),
        "actor": restrictions.is_actor(noun, DE),
        "time": restrictions.is_time(noun, DE),
        "idiom": restrictions.is_idiom(noun, DE),
    }
    assert expected == " ".join(name for name, holds in found.items() if holds)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("place", True),
        ("place/-force", True),
        ("place/-state", False),  # what is barred counts whatever else the noun is
        ("-weapon", True),  # anything else, or nothing
        ("-any", False),
    ],
)
def test_a_class_with_a_minus_must_not_fill_the_role(cell: str, expected: bool) -> None:
    (token,) = doc("Republik/=/NOUN")
    needs = (("patient", frozenset(cell.split("/"))),)
    assert restrictions.fulfils({"patient": [token]}, needs, DE) is expected


def test_a_role_that_must_be_empty_is_met_by_no_filler() -> None:
    assert restrictions.fulfils({}, (("agent", frozenset(("-any",))),), DE)
    assert not restrictions.fulfils({}, (("agent", frozenset(("human", "-force"))),), DE)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Er/=/PRON/2/nsubj sitzt/sitzen/VERB in/=/ADP/4/case Haft/=/NOUN/2/obl", True),
        ("Er/=/PRON/2/nsubj sitzt/sitzen/VERB Haft/=/NOUN/2/obj", False),
        ("Er/=/PRON/2/nsubj sitzt/sitzen/VERB damit/=/ADV/2/advmod", False),
    ],
)
def test_a_role_that_only_a_preposition_gives(sentence: str, expected: bool) -> None:
    verb = doc(sentence)[1]
    row = VerbFrame("sitzen", False, "Detention", "patient", "", "", {"in": "topic"}, (("topic", frozenset(("any",))),))
    assert expected == restrictions.may_reach(verb, row, DE)
    assert restrictions.may_reach(verb, replace(row, nsubj="topic"), DE)
