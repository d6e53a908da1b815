"""The gold, and what was extracted, in the same terms."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.eval.gold import Happening, Stance, annotated, extracted, names, read, same, speaker
from kg.model import Claim, Entity, Event, Factuality, Mention, Participant, Span, Speaker, Statement, Time

TEXT = "Es regnet. Kiew sagte, Minsk habe die Wahl nach dem Wahlgang bestritten."
SENTENCE = (11, len(TEXT))


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    begin = text.index(words)
    return begin, begin + len(words)


def span(words: str) -> Span:
    return Span(*at(words), words)


def participant(words: str, label: str = "", *aliases: str) -> Participant:
    entity = Entity("https://example.org/1", "State", label, aliases=aliases) if label else None
    return Participant(Mention(span(words), words, "name", name=words), entity)


def claim(content: Event | Statement | Claim, source: Participant | Speaker = Speaker.NARRATOR) -> Claim:
    return Claim("Assertion", source, content, Factuality.CT_PLUS, Span(*SENTENCE, TEXT[11:]), "claims.tsv:sagen")


def gold(content: Mapping[str, object], source: str | None = "NARRATOR") -> dict[str, object]:
    return {"type": "Assertion", "source": source, "factuality": "CT+", "content": content}


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (["Iyad Allawi"], ["Allawi"], True),
        (["die türkische Polizei"], ["türkischen Polizei"], True),
        (["Soldat"], ["Soldaten"], True),
        (["Kiew", "Ukraine"], ["Ukraine"], True),
        (["Tandja MAMADOU"], ["Mamadou"], True),
        (["NARRATOR"], ["NARRATOR"], True),
        ([], [], True),  # both unnamed
        ([], ["Kiew"], False),
        (["NARRATOR"], [], False),
        (["Polizei"], ["Demonstranten"], False),
        (["Iran"], ["Irak"], False),
        (["Minister"], ["Ministerium"], False),
        (["Soldatin Meier"], ["Soldatin Müller"], False),
        (["ver.di"], ["Gewerkschaft ver.di"], False),  # known gap: its words are as short as articles
        (["ver.di"], ["ver.di"], True),
        (["Haus der Regierung"], ["Haus des Präsidenten"], False),
    ],
)
def test_same_names(ours: list[str], theirs: list[str], expected: bool) -> None:
    assert expected == same(ours, theirs) == same(theirs, ours)


def test_an_event_of_the_gold() -> None:
    content = {"event": "Election", "trigger": "Wahl", "roles": {"agent": ["Minsk", "Kiew"], "count": 2}}
    event = Happening("Election", at("Wahl"), {"agent": (frozenset(("Minsk",)), frozenset(("Kiew",)))})
    expected = [Stance("Assertion", frozenset(("NARRATOR",)), "CT+", at("Wahl"), event)]
    assert expected == list(annotated(gold(content), TEXT, SENTENCE))


@pytest.mark.parametrize(
    ("text", "trigger", "begin"),
    [
        ("Im Wahlgang gewann er die Wahl.", "Wahl", 26),  # rather the word than a part of one
        ("Der Wahlsieger feierte.", "sieger", 8),
        ("Das Beben. Das bestätigte er.", "Das", 11),  # in its sentence
        ("Das Beben. Er schwieg.", "Das", 11),  # nowhere: the sentence
    ],
)
def test_where_a_trigger_is(text: str, trigger: str, begin: int) -> None:
    sentence = (11 if "Beben" in text else 0, len(text))
    record = gold({"event": "Election", "trigger": trigger, "roles": {}})
    assert [begin] == [s.place[0] for s in annotated(record, text, sentence)]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"span": [3, 9]}, (3, 9)),
        ({"text": "nach dem Wahlgang"}, at("nach dem Wahlgang")),
        ({"text": "nicht im Text"}, SENTENCE),
        ({"text": ""}, SENTENCE),
    ],
)
def test_words_of_the_gold(content: dict[str, object], place: tuple[int, int]) -> None:
    expected = [Stance("Assertion", frozenset(), "CT+", place)]
    assert expected == list(annotated(gold(content, source=None), TEXT, SENTENCE))


def test_a_claim_in_a_claim_of_the_gold() -> None:
    inner = {"type": "Denial", "source": "Minsk", "factuality": "CT-", "content": {"text": "die Wahl"}}
    outer, within = annotated(gold({"claim": inner}, "Kiew"), TEXT, SENTENCE)
    assert Stance("Assertion", frozenset(("Kiew",)), "CT+", at("die Wahl")) == outer
    assert Stance("Denial", frozenset(("Minsk",)), "CT-", at("die Wahl")) == within


def test_an_event_of_ours() -> None:
    roles = (("agent", (participant("Minsk", "Belarus", "Weißrussland"), participant("Kiew"))),)
    found = list(extracted(claim(Event("Election", span("Wahl"), roles, Time("2024-10", "2024-10")))))
    agents = frozenset(("Minsk", "Belarus", "Weißrussland")), frozenset(("Kiew",))
    event = Happening("Election", at("Wahl"), {"agent": agents, "time": (frozenset(("2024-10",)),)})
    assert [Stance("Assertion", frozenset(("NARRATOR",)), "CT+", at("Wahl"), event)] == found
    assert event.roles == found[0].event.roles if found[0].event else False


def test_a_time_from_to() -> None:
    (stance,) = extracted(claim(Event("Election", span("Wahl"), time=Time("2024-10-19", "2024-10-20"))))
    assert stance.event
    assert {"time": (frozenset(("2024-10-19/2024-10-20",)),)} == stance.event.roles


def test_words_of_ours_in_pieces() -> None:
    (stance,) = extracted(claim(Statement((span("Minsk habe"), span("bestritten"))), Speaker.UNNAMED))
    assert Stance("Assertion", frozenset(), "CT+", (at("Minsk")[0], at("bestritten")[1])) == stance


def test_a_claim_in_a_claim_of_ours() -> None:
    inner = claim(Event("Election", span("Wahl")), participant("Minsk"))
    outer, within = extracted(claim(inner, participant("Kiew")))
    assert (frozenset(("Kiew",)), at("Wahl"), None) == (outer.source, outer.place, outer.event)
    assert (frozenset(("Minsk",)), at("Wahl")) == (within.source, within.place)
    assert Happening("Election", at("Wahl")) == within.event


def test_who_says_it() -> None:
    assert frozenset(("NARRATOR",)) == speaker(Speaker.NARRATOR)
    assert frozenset() == speaker(Speaker.UNNAMED)
    assert frozenset(("Kiew", "Ukraine")) == speaker(participant("Kiew", "Ukraine"))


def test_a_noun_has_no_name() -> None:
    assert {"Minsk"} == names(Participant(Mention(span("Minsk"), "Minsk", "noun")))


def test_lines_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc": "1", "text": "a\u2028b"}\n\n{"doc": "2", "text": ""}\n', encoding="utf-8")
    assert [{"doc": "1", "text": "a\u2028b"}, {"doc": "2", "text": ""}] == read(path, "doc", "text")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('{"doc": "1"}\n{"doc": ', ":2: Expecting value"),
        ('{"doc": "1"}\n["doc"]', ":2: no object with the fields doc"),
        ('{"document": "1"}', ":1: no object with the fields doc"),
    ],
)
def test_lines_that_are_none(tmp_path: Path, lines: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(path, "doc")
    assert str(caught.value).startswith(f"{path}{message}")


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.jsonl: No such file or directory"):
        read(tmp_path / "nowhere.jsonl")
