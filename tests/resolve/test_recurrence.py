"""Event nouns that name an event once more have its partakers; what is only alleged stays so."""

from __future__ import annotations

from kg.lang import lexicon
from kg.model import Claim, Entity, Event, Factuality, Mention, Participant, Span, Speaker
from kg.resolve.recurrence import recurring

TEXT = "Meier griff die Wache an. Der Angriff misslang."
MEIER = Participant(Mention(Span(0, 5, "Meier"), "Meier", "name"), Entity("m", "Person", "Meier"))


def told(begin: int, word: str, factuality: Factuality, *agents: Participant) -> Claim:
    event = Event("Attack", Span(begin, begin + len(word), word), (("agent", agents),) if agents else ())
    return Claim("Assertion", Speaker.NARRATOR, event, factuality, Span(0, 0, ""), "")


def agents(first: Factuality) -> list[str]:
    claims = [told(6, "griff", first, MEIER), told(30, "Angriff", Factuality.CT_PLUS)]
    _, last = recurring(claims, TEXT, lexicon.load("de"))
    return [p.mention.head for p in last.content.participants("agent")] if isinstance(last.content, Event) else []


def test_inherits() -> None:
    assert agents(Factuality.CT_PLUS) == ["Meier"]


def test_nothing_from_what_is_alleged() -> None:
    assert agents(Factuality.PR_PLUS) == []
