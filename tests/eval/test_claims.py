"""Claims scored against gold: what matches, what does not, and what a run needs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError, KGError
from kg.eval.claims import run, score
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


# A run on made articles. Without `second` it extracts: see tests/cli/test_eval.py.

ARTICLE = [["Es", "regnet", "."], ["Minsk", "hat", "Anna", "festgenommen", "."]]
DETENTION = {"event": "Detention", "trigger": "festgenommen", "roles": {"agent": ["Minsk"], "patient": ["Anna"]}}
CLAIM = {"doc": "17", "sentence": 1, "type": "Assertion", "source": NARRATOR, "factuality": "CT+", "content": DETENTION}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    begins = [sum(len(s) for s in ARTICLE[:i]) for i in range(len(ARTICLE) + 1)]
    sentences = [{"tokens": s, "begin": begins[i], "end": begins[i + 1]} for i, s in enumerate(ARTICLE)]
    record = {"originalText": " ".join(map(" ".join, ARTICLE)), "sentences": sentences, "annotations": []}
    (tmp_path / "articles").mkdir()
    for number in ("17", "18", "170"):
        path = tmp_path / "articles" / f"{number} - Regen (2008-03-08).json"
        path.write_text(json.dumps(record), encoding="utf-8")
    return tmp_path / "articles"


def written(articles: Path, name: str, *records: object) -> Path:
    path = articles.parent / name
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return path


def test_a_second_annotation(articles: Path) -> None:
    gold = written(articles, "gold.jsonl", CLAIM, CLAIM | {"doc": "18"})
    second = written(articles, "second.jsonl", CLAIM | {"factuality": "PR+"})  # 18 has none and is left out
    report = run(articles, gold, second)
    assert RIGHT == report.counts("event + agent + patient") == report.counts("class + source")
    assert WRONG == report.counts("factuality")
    assert {"17:1"} == {error.where for error in report.errors}
    assert "Minsk hat Anna festgenommen ." == report.errors[0].sentence


def test_a_second_annotation_that_is_the_same(articles: Path) -> None:
    gold = written(articles, "gold.jsonl", CLAIM)
    report = run(articles, gold, gold)
    assert [] == report.errors
    assert RIGHT == report.counts("event + agent + patient") == report.counts("factuality")


def test_a_second_annotation_of_sentences(tmp_path: Path) -> None:
    claim = {key: CLAIM[key] for key in ("type", "source", "factuality", "content")}
    records = [{"id": f"s-{i}", "text": "Minsk hat Anna festgenommen.", "claims": [claim]} for i in range(2)]
    gold = written(tmp_path / "articles", "gold.jsonl", *records)
    second = written(tmp_path / "articles", "second.jsonl", records[0] | {"claims": []}, records[1])
    assert Counts(1, 1, 1, 2) == run(gold, second=second).counts("event")


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ([CLAIM, {"sentence": 1}], ":2: no object with the fields doc, sentence, content"),
        ([CLAIM | {"sentence": 2}], "gold.jsonl: article 17 has no sentence 2"),
        ([CLAIM | {"sentence": -1}], "gold.jsonl: article 17 has no sentence -1"),
        ([CLAIM, CLAIM | {"doc": "19"}], "articles: lacks 1 of the 2 articles of "),
    ],
)
def test_gold_that_does_not_fit(articles: Path, records: list[object], message: str) -> None:
    with pytest.raises(InputError) as caught:
        run(articles, written(articles, "gold.jsonl", *records))
    assert message in str(caught.value)


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"originalText": "", "sentences": [{"tokens": ["a"]}]}'])
def test_articles_that_are_none(articles: Path, content: str) -> None:
    gold = written(articles, "gold.jsonl", CLAIM)
    (articles / "17 - Regen (2008-03-08).json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"articles: 17 - Regen \(2008-03-08\)\.json: no article of the dataset"):
        run(articles, gold)


def test_articles_need_gold(articles: Path) -> None:
    with pytest.raises(KGError, match="which gold"):
        run(articles)


def test_articles_in_the_place_of_sentences(articles: Path) -> None:
    with pytest.raises(InputError, match=r"gold\.jsonl:1: no object with the fields id, text, claims"):
        run(written(articles, "gold.jsonl", CLAIM))
