"""Claims scored against gold: what matches and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from kg.eval.claims import score
from kg.eval.gold import NARRATOR, Happening, Place, Stance
from kg.eval.report import Counts, Report
from kg.eval.units import Sentence

TEXT = "Kiew sagte, Minsk habe Anna und Berta, nicht aber Carl festgenommen und die Wahl bestritten."
BEGIN = 100
"""Where the sentence begins in its article."""
EARLIER = (10, 20)
"""A place in an earlier sentence."""
CERTAIN = "CT+"


def at(words: str) -> Place:
    begin = BEGIN + TEXT.index(words)
    return begin, begin + len(words)


def roles(**fillers: str | Iterable[str]) -> Mapping[str, tuple[frozenset[str], ...]]:
    """Each filler is a name, or several names of one that are joined by a bar."""
    lists = {role: [names] if isinstance(names, str) else names for role, names in fillers.items()}
    return {role: tuple(frozenset(name.split("|")) for name in names) for role, names in lists.items()}


def event(type: str = "Detention", trigger: str | Place = "festgenommen", **fillers: str | Iterable[str]) -> Happening:
    return Happening(type, at(trigger) if isinstance(trigger, str) else trigger, roles(**fillers))


def stance(
    content: Happening | str, source: str = NARRATOR, type: str = "Assertion", factuality: str = CERTAIN
) -> Stance:
    names = frozenset((source,)) if source else frozenset[str]()
    if isinstance(content, Happening):
        return Stance(type, names, factuality, content.trigger, content)
    return Stance(type, names, factuality, at(content))


def scored(gold: Iterable[Stance], found: Iterable[Stance], facts: Iterable[Stance] = ()) -> Report:
    place = (BEGIN, BEGIN + len(TEXT))
    return score([Sentence("17:3", TEXT, place, list(gold), list(found), list(facts))])


def errors(report: Report) -> list[tuple[str, str, str]]:
    return [(e.kind, e.gold, e.found) for e in report.errors]


RIGHT, EXTRA, MISSING, WRONG = Counts(1, 1, 1, 1), Counts(0, 1, 0, 0), Counts(0, 0, 0, 1), Counts(0, 1, 0, 1)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ([event()], [event()], RIGHT),
        ([event()], [], MISSING),
        ([], [event()], EXTRA),
        ([event()], [event("Release")], WRONG),
        ([event()], [event(trigger="sagte")], WRONG),
        ([event()], [event(trigger="Carl festgenommen und")], RIGHT),  # they overlap
        ([event()], [event(trigger=EARLIER)], RIGHT),  # "das": what it refers to may stand before
        ([event()], [event("Release", trigger=EARLIER)], WRONG),
        ([event()], [event(), event()], RIGHT),  # in two claims
        ([event(patient="Anna"), event(patient="Berta")], [event(patient="Berta")], Counts(1, 1, 1, 2)),
        ([event()], [event(), event(trigger="Carl festgenommen")], Counts(1, 2, 1, 1)),
    ],
)
def test_events(gold: list[Happening], found: list[Happening], expected: Counts) -> None:
    report = scored(map(stance, gold), map(stance, found))
    assert expected == report.counts("event")


def test_events_by_type() -> None:
    report = scored([stance(event())], [stance(event("Release"))])
    assert (MISSING, EXTRA) == (report.counts("Detention"), report.counts("Release"))
    assert ("extra event", "", "Release (festgenommen) ") in errors(report)
    assert ("missing event", "Detention (festgenommen) ", "") in errors(report)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ({"agent": "Minsk", "patient": "Anna"}, {"agent": "Minsk", "patient": "Anna"}, RIGHT),
        ({"agent": "Minsk"}, {"agent": "Kiew"}, WRONG),
        ({"agent": "Minsk"}, {}, WRONG),
        ({}, {"patient": "Anna"}, WRONG),
        ({"patient": ["Anna", "Berta"]}, {"patient": ["Berta", "Anna"]}, RIGHT),
        ({"patient": ["Anna", "Berta"]}, {"patient": "Anna"}, WRONG),
        ({"patient": ["Anna", "Berta"]}, {"patient": ["Anna", "Anna"]}, WRONG),
        ({"agent": "Belarus"}, {"agent": "Minsk|Belarus|Weißrussland"}, RIGHT),
        ({"agent": "Minsk"}, {"agent": "Minsk", "location": "Kiew"}, RIGHT),  # other roles do not matter
        ({"agent": "Minsk"}, {"patient": "Minsk"}, WRONG),
    ],
)
def test_agents_and_patients(gold: dict[str, Any], found: dict[str, Any], expected: Counts) -> None:
    report = scored([stance(event(**gold))], [stance(event(**found))])
    assert (RIGHT, expected) == (report.counts("event"), report.counts("event + agent + patient"))


def test_of_two_events_with_one_trigger_those_with_the_same_roles_are_a_pair() -> None:
    gold = [stance(event(patient="Anna")), stance(event(patient="Berta"))]
    report = scored(gold, [stance(event(patient="Berta")), stance(event(patient="Anna"))])
    assert Counts(2, 2, 2, 2) == report.counts("event + agent + patient") == report.counts("patient")


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (["Anna", "Berta"], ["Berta", "Carl", "Minsk"], Counts(1, 3, 1, 2)),
        (["Anna"], [], MISSING),
        ([], ["Anna"], EXTRA),
        ([], [], Counts()),
    ],
)
def test_fillers_of_a_role(gold: list[str], found: list[str], expected: Counts) -> None:
    report = scored([stance(event(patient=gold))], [stance(event(patient=found))])
    assert expected == report.counts("patient")
    assert (expected in (RIGHT, Counts())) == (not errors(report))


def test_roles_count_only_in_events_that_match() -> None:
    report = scored([stance(event(patient="Anna"))], [stance(event("Release", patient="Anna"))])
    assert Counts() == report.counts("patient")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("2008-03-08", RIGHT),
        ("2008-03-03", WRONG),  # not the same words in another order
        ("2008-03", WRONG),
        ("2008-03-08/2008-03-09", WRONG),
    ],
)
def test_times_are_the_same_or_not(found: str, expected: Counts) -> None:
    assert expected == scored([stance(event(time="2008-03-08"))], [stance(event(time=found))]).counts("time")


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (stance("die Wahl", "Minsk"), stance("Wahl bestritten", "Minsk"), RIGHT),
        (stance("die Wahl", "Minsk"), stance("die Wahl", "Kiew"), WRONG),
        (stance("die Wahl", "Minsk"), stance("die Wahl", "Minsk", "Denial"), WRONG),
        (stance("die Wahl", "Minsk"), stance("Anna", "Minsk"), WRONG),
        (stance("die Wahl", ""), stance("die Wahl", ""), RIGHT),  # both unnamed
        (stance("die Wahl", ""), stance("die Wahl"), WRONG),
        (stance(event(), "Minsk"), stance("Carl festgenommen", "Minsk"), RIGHT),  # the type of the content is no matter
        (stance(event(), "Minsk"), stance(event(trigger=EARLIER), "Minsk"), RIGHT),
    ],
)
def test_class_and_source(gold: Stance, found: Stance, expected: Counts) -> None:
    report = scored([gold], [found])
    assert expected == report.counts("class + source")
    kinds = {kind for kind, _, _ in errors(report)}
    assert (expected == WRONG) == ({"missing claim", "extra claim"} <= kinds)


def test_a_claim_has_one_partner() -> None:
    report = scored([stance("die Wahl")], [stance("die Wahl"), stance("Wahl bestritten")])
    assert Counts(1, 2, 1, 1) == report.counts("class + source")


def test_pairs_that_agree_go_before_pairs_that_look_alike() -> None:
    gold = [stance(event("Election", "Wahl"), "Minsk"), stance(event(trigger="Carl"), "Kiew")]
    found = [stance(event(trigger="Carl festgenommen und die Wahl"), "Minsk"), stance(gold[0].event or "", "Oslo")]
    assert Counts(1, 2, 1, 2) == scored(gold, found).counts("class + source")


def test_of_claims_about_the_same_words_those_with_the_same_event_are_a_pair() -> None:
    gold = [stance(event(), "Minsk", factuality="CT-"), stance("Carl festgenommen", "Minsk")]
    report = scored(gold, [gold[1], gold[0]])
    assert Counts(2, 2, 2, 2) == report.counts("class + source") == report.counts("factuality")


@pytest.mark.parametrize(
    ("found", "expected", "confused"),
    [
        (stance(event()), RIGHT, "none"),
        (stance(event(), factuality="PR+"), WRONG, "CT+ as PR+ 1"),
        (stance(event(), "Kiew", factuality="PR+"), Counts(), "none"),  # not the same claim
    ],
)
def test_factuality(found: Stance, expected: Counts, confused: str) -> None:
    report = scored([stance(event())], [found])
    assert expected == report.counts("factuality")
    assert confused == report.notes["confused factualities"]
    wrong = ("wrong factuality", "NARRATOR Assertion CT+ Detention (festgenommen) ")
    assert (expected == WRONG) == (wrong in [e[:2] for e in errors(report)])


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([stance("die Wahl", "Kiew"), stance("die Wahl", "Minsk", "Denial", "CT-")], Counts(2, 2, 2, 2)),
        ([stance("die Wahl", "Kiew"), stance("die Wahl", "Kiew", "Denial", "CT-")], Counts(1, 2, 1, 2)),
        ([stance("die Wahl", "Minsk", "Denial", "CT-")], Counts(1, 1, 1, 2)),
    ],
)
def test_each_of_two_nested_claims_counts(found: list[Stance], expected: Counts) -> None:
    gold = [stance("die Wahl", "Kiew"), stance("die Wahl", "Minsk", "Denial", "CT-")]
    assert expected == scored(gold, found).counts("class + source")


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (stance(event()), stance(event()), RIGHT),
        (stance(event()), stance(event(), "Kiew"), MISSING),
        (stance(event(), "Kiew"), stance(event()), EXTRA),
        (stance(event(), factuality="PR+"), stance(event()), EXTRA),
        (stance(event()), stance(event("Release")), WRONG),
        (stance("die Wahl"), stance("die Wahl"), Counts()),  # no event
    ],
)
def test_asserted_events(gold: Stance, found: Stance, expected: Counts) -> None:
    assert expected == scored([gold], [found]).counts("asserted events")


@pytest.mark.parametrize(
    ("gold", "note", "wrong"),
    [
        (stance(event()), "0 of 2 direct triples (0.0 %)", 0),
        (stance(event(), "Kiew"), "2 of 2 direct triples (100.0 %)", 2),
        (stance(event(), factuality="CT-"), "2 of 2 direct triples (100.0 %)", 2),
        (stance(event(trigger="sagte")), "2 of 2 direct triples (100.0 %)", 2),
        (stance(event("Release")), "2 of 2 direct triples (100.0 %)", 2),
    ],
)
def test_direct_triples(gold: Stance, note: str, wrong: int) -> None:
    report = scored([gold], [stance(event())], [stance(event())] * 2)
    assert note == report.notes["false assertions"]
    assert wrong == sum(kind == "false assertion" for kind, _, _ in errors(report))


def test_no_direct_triples() -> None:
    assert "0 of 0 direct triples" == scored([stance(event())], []).notes["false assertions"]


def test_sentences_do_not_mix() -> None:
    place = (BEGIN, BEGIN + len(TEXT))
    one = Sentence("17:3", TEXT, place, [stance(event())], [])
    other = Sentence("17:4", TEXT, place, [], [stance(event())])
    assert WRONG == score([one, other]).counts("event")
