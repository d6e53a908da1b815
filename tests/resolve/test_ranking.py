"""Whom a pronoun or a definite noun means, by weights."""

from __future__ import annotations

import pytest

from kg.lang import weights
from kg.lang.weights import Weights
from kg.model import Mention
from kg.resolve import ranking
from kg.resolve.candidates import Candidate
from kg.resolve.chains import Chains
from kg.resolve.coreference import Discourse
from tests.resolve.made import LINKER, name, pronoun, said, state

MAN = {"gender": "Masc", "number": "Sing"}


def the(text: str, head: str = "", *modifiers: tuple[str, Mention], **fields: object) -> Mention:
    """A definite noun."""
    return said(text, head, "noun", *modifiers, **{"number": "Sing", "definite": True, **fields})


def meant(before: list[Mention], wanted: Mention, table: Weights, role: str = "agent") -> str:
    discourse = Discourse(LINKER, [*before, wanted], table=table)
    entity = discourse.entity(wanted, role, None)
    return entity.label if entity is not None else "-"


def test_the_likeliest_is_meant_and_nobody_if_none_is_likely() -> None:
    first, second = name("Jan Meier", "PER", subject=True, **MAN), name("Udo Kunz", "PER", subject=True, **MAN)
    he = pronoun("er", gender="Masc")
    assert "-" == meant([first, second], he, Weights())  # the rules see two
    near = Weights({"pron MS rank 1 yes": 80, "pron MS rank 2 yes": 10})
    assert "Udo Kunz" == meant([first, second], he, near)
    assert "-" == meant([first, second], he, Weights({"bias": -90, **near}))


def test_of_two_nearly_as_likely_it_is_nobody() -> None:
    before = [name("Jan Meier", "PER", **MAN), name("Udo Kunz", "PER", **MAN)]
    he = pronoun("er", gender="Masc")
    assert "-" == meant(before, he, Weights({"bias": 5}))
    assert "-" == meant(before, he, Weights({"bias": 5, "pron MS rank 1 yes": ranking.CLEAR - 1}))
    assert "Udo Kunz" == meant(before, he, Weights({"bias": 5, "pron MS rank 1 yes": ranking.CLEAR}))


def test_what_the_rules_would_say_counts() -> None:
    minister, man = name("Jan Meier", "PER", subject=True, **MAN), name("Udo Kunz", "PER", **MAN)
    he = pronoun("er", gender="Masc")
    assert "Jan Meier" == meant([minister, man], he, Weights({"pron rule": 90}))
    assert "Udo Kunz" == meant([minister, man], he, Weights({"pron other by rule": 90}))


@pytest.mark.parametrize(
    ("before", "wanted", "table", "expected"),
    [
        ([said("grüne Holzkiste", "Holzkiste")], the("Kiste"), {"match end": 90}, "grüne Holzkiste"),
        ([said("grüne Holzkiste", "Holzkiste")], the("Kiste"), {"match same": 90}, "Kiste"),
        ([name("Aurora", "MISC", number="Sing")], the("Flugzeug"), {"match no": 90}, "Aurora"),
        ([name("Aurora", "PER", number="Sing")], the("Flugzeug"), {"match no": 90}, "Flugzeug"),  # who is no thing
        ([said("Holzkiste", number="Plur")], the("Kiste"), {"match end": 90}, "Kiste"),  # several
        (  # it says itself whose it is
            [name("Österreich", "LOC")],
            the("mexikanische Regierung", "Regierung", state("mexikanische")),
            {"bias": 90},
            "Regierung (Mexiko)",
        ),
        ([name("Jan Meier", "PER", **MAN)], the("Täter", sentence=9, gender="Masc"), {"match no": 90}, "Täter"),
    ],
)
def test_nouns(before: list[Mention], wanted: Mention, table: dict[str, int], expected: str) -> None:
    assert expected == meant(before, wanted, Weights(table))


def test_a_noun_for_somebody_who_has_a_name() -> None:
    """As in "Jan Meier … der Bäcker … er"."""
    meier, baker = name("Jan Meier", "PER", **MAN), the("Bäcker", gender="Masc")
    table = Weights({"pron MS rank 1 yes": 90, "match no": 90})
    assert "Jan Meier" == meant([meier, baker], pronoun("er", gender="Masc"), table)


def test_the_rules_decide_where_they_know_or_nothing_was_learned() -> None:
    minister, other = said("Minister Jan Meier", "Minister", name="Jan Meier", label="PER", **MAN), name("Kunz", "PER")
    wanted = the("Minister", gender="Masc")
    assert "Jan Meier" == meant([minister, other], wanted, Weights({"noun rank 1 open": 9}))
    assert "Jan Meier" == meant([minister, other], wanted, Weights())


def test_who_speaks_is_left_to_the_rules() -> None:
    meier = name("Jan Meier", "PER", **MAN)
    his = said("seiner", "sein", "possessive", gender="Masc", number="Sing", person="3", sentence=1)
    assert "Jan Meier" == meant([meier], his, Weights({"bias": -9}), role="source")  # "nach seiner Ansicht"
    assert "-" == meant([meier], his, Weights({"bias": -9}))


def test_chains_are_as_the_article_stands_at_the_place() -> None:
    first, other, again = name("Jan Meier", "PER", **MAN), said("Bäcker"), name("Jan Meier", "PER", **MAN)
    discourse = Discourse(LINKER, [first, other, again])
    chains = Chains(discourse.candidates.all, {})
    late = [(c.last.span.text, len(c.mentions)) for c in chains.before(again.span.end + 1)]
    assert late == [("Jan Meier", 2), ("Bäcker", 1)]
    early = [(c.last.span.text, len(c.mentions)) for c in chains.before(again.span.begin)]
    assert early == [("Bäcker", 1), ("Jan Meier", 1)]


def test_the_phrase_around_a_possessive_is_not_its_owner() -> None:
    house = said("Haus in seiner Straße", "Haus")
    entity = LINKER.entity(house, "agent")
    assert entity is not None
    assert [] == list(Chains([Candidate(house, entity)], {}).before(house.span.begin + 8))


def test_german_has_weights_and_english_has_not() -> None:
    assert len(weights.load("de", ranking.NAME)) > 1000
    assert not weights.load("en", ranking.NAME)


@pytest.mark.parametrize(
    ("first", "word", "gender", "expected"),
    [
        ("Eva Meier", "seine", "", "-"),  # "sein" is of no woman
        ("Jan Meier", "seine", "", "Jan Meier"),
        ("Jan Meier", "ihre", "Fem", "-"),
        ("Eva Meier", "ihre", "Fem", "Eva Meier"),
    ],
)
def test_a_possessive_is_of_nobody_of_the_other_gender(first: str, word: str, gender: str, expected: str) -> None:
    owner = name(first, "PER", subject=True, number="Sing")
    whose = said(word, "sein", "possessive", gender=gender, number="Sing", sentence=1)
    assert expected == meant([owner], whose, Weights({"bias": 90}))
