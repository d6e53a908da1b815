"""Event nouns that name an event once more have its partakers; what is only alleged stays so."""

from __future__ import annotations

from dataclasses import replace

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


def freed(word: str, kind: str = "Release") -> Claim:
    """A certain event of which only the word is said, after Meier had done one of the kind."""
    first = Event(kind, Span(6, 10, "ließ"), (("agent", (MEIER,)),))
    event = Event(kind, Span(30, 30 + len(word), word))
    claims = [Claim("Assertion", Speaker.NARRATOR, e, Factuality.CT_PLUS, Span(0, 0, ""), "") for e in (first, event)]
    *_, last = recurring([replace(c, plain=True) for c in claims], "x" * 60, lexicon.load("de"))
    return last


def test_of_some_kinds_any_noun_inherits_but_makes_no_direct_triple() -> None:
    last = freed("Freigabe")
    assert isinstance(last.content, Event)
    assert last.content.participants("agent") == (MEIER,)
    assert not last.plain


def test_a_verb_and_other_kinds_do_not() -> None:
    found = [freed("befreit"), freed("Angriff", "Attack")]
    assert [c.content.roles for c in found if isinstance(c.content, Event)] == [(), ()]
