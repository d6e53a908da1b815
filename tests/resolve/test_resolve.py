"""Extractions with entities and IRIs: what is merged, what is told apart, what is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import (
    Claim,
    Document,
    Event,
    Extraction,
    Factuality,
    Mention,
    Participant,
    Span,
    Speaker,
    Statement,
    Time,
)
from kg.resolve import entities, resolve, resolved
from tests.resolve.made import DOCUMENT, name, pronoun, said

TEXT = Document(DOCUMENT, "x", ((0, 1),), language="de")
SENTENCE, OTHER = Span(0, 10, "x" * 10), Span(11, 20, "x" * 9)
WORDS = Statement((Span(2, 6, "Nein"),))
TRIGGER = Span(3, 9, "schickt")


def who(mention: Mention) -> Participant:
    return Participant(mention)


def russia() -> Mention:
    return name("Russland", "LOC")


def moscow() -> Mention:
    return name("Moskau", "LOC")


def seoul() -> Mention:
    return name("Seoul", "LOC")


def event(**roles: Mention) -> Event:
    return Event("Deployment", TRIGGER, tuple((role, (who(m),)) for role, m in sorted(roles.items())))


def claim(content: Event | Statement | Claim, source: Mention | None = None, **changes: object) -> Claim:
    speaker = Participant(source) if source is not None else Speaker.NARRATOR
    return replace(Claim("Assertion", speaker, content, Factuality.CT_PLUS, SENTENCE, "x"), **changes)  # type: ignore[arg-type]


def run(*claims: Claim, mentions: tuple[Mention, ...] = ()) -> tuple[Claim, ...]:
    return resolved(Extraction(TEXT, mentions=mentions, claims=claims)).claims


def event_iri(found: Event) -> str:
    (made,) = run(claim(found))
    assert isinstance(made.content, Event)
    return made.content.iri


def test_the_same_content_is_one_event_whoever_says_it() -> None:
    assert event_iri(event(agent=russia())) == event_iri(event(agent=moscow()))
    first, second = run(claim(event(agent=russia())), claim(event(agent=russia()), seoul(), type="Denial"))
    assert first.iri != second.iri
    assert isinstance(first.content, Event) and isinstance(second.content, Event)
    assert first.content.iri == second.content.iri


@pytest.mark.parametrize(
    "other",
    [
        event(agent=seoul()),
        event(patient=russia()),
        event(agent=russia(), destination=seoul()),
        replace(event(agent=russia()), type="Visit"),
        replace(event(agent=russia()), time=Time("2024-10-08", "2024-10-08")),
    ],
)
def test_another_type_role_or_time_is_another_event(other: Event) -> None:
    assert event_iri(event(agent=russia())) != event_iri(other)


def test_a_claim_said_twice_in_a_sentence_is_one_and_in_two_sentences_two() -> None:
    said_ = claim(event(agent=russia()))
    assert 1 == len(run(said_, said_))
    assert 2 == len(run(said_, replace(said_, sentence=OTHER)))


@pytest.mark.parametrize(
    "change",
    [{"factuality": Factuality.CT_MINUS}, {"type": "Denial"}, {"source": Speaker.UNNAMED}, {"sentence": OTHER}],
)
def test_the_iri_of_a_claim_is_made_of_all_that_it_says(change: dict[str, object]) -> None:
    one = claim(event(agent=russia()))
    assert 2 == len({c.iri for c in run(one, replace(one, **change))})  # type: ignore[arg-type]


def test_an_event_without_roles_is_left_out() -> None:
    assert () == run(claim(event(agent=pronoun("er"))))
    (kept,) = run(claim(event(agent=pronoun("er"), patient=russia())))
    assert isinstance(kept.content, Event)
    assert ["patient"] == [role for role, _ in kept.content.roles]


def test_the_same_entity_twice_in_a_role_is_one_participant() -> None:
    both = Event("Meeting", TRIGGER, (("agent", (who(russia()), who(moscow()), who(seoul()))),))
    (found,) = run(claim(both))
    assert isinstance(found.content, Event)
    assert ["Russland", "Südkorea"] == [p.entity.label for p in found.content.participants("agent") if p.entity]


@pytest.mark.parametrize(
    ("source", "speech", "expected"),
    [
        (russia(), "direct", "Russland"),
        (name("Bericht X", "MISC"), "direct", "unnamed"),  # no actor
        (said("Bericht", "Bericht"), "indirect", "Bericht"),  # a text
        (said("Haftstrafe", "Haftstrafe"), "direct", "unnamed"),
        (pronoun("er"), "indirect", "unnamed"),  # of whom the text does not tell
        (said("Ding", "Dingsbums"), "indirect", "Ding"),  # who says a clause acts
        (said("Ding", "Dingsbums"), "reported", "-"),  # "die Handbremse verweigert den Dienst" is no claim
    ],
)
def test_sources(source: Mention, speech: str, expected: str) -> None:
    made = run(claim(WORDS, source, speech=speech, cue=TRIGGER))
    shown = [
        c.source.entity.label if isinstance(c.source, Participant) and c.source.entity else str(c.source) for c in made
    ]
    assert ([expected] if expected != "-" else []) == shown


def test_we_in_what_is_said_is_who_says_it() -> None:
    (found,) = run(claim(event(agent=pronoun("wir", "Plur", person="1")), russia(), speech="direct"))
    assert isinstance(found.content, Event)
    assert ["Russland"] == [p.entity.label for p in found.content.participants("agent") if p.entity]


def test_whose_troops_a_state_moves() -> None:
    (own,) = run(claim(event(agent=russia(), patient=said("Soldaten", "Soldat"))))
    (anyones,) = run(claim(replace(event(agent=russia(), patient=said("Soldaten", "Soldat")), type="Killing")))
    labels = [[e.label for e in entities(c) if e.kind == "Unit"] for c in (own, anyones)]
    assert [["Truppen (Russland)"], ["Truppen"]] == labels


def test_a_speaker_who_says_that_he_does_not_confirm_does_not_confirm() -> None:
    inner = claim(
        WORDS,
        pronoun("er", gender="Masc"),
        type="NonConfirmation",
        factuality=Factuality.UNCOMMITTED,
        speech="indirect",
    )
    meier = name("Jan Meier", "PER", gender="Masc", subject=True)
    outer = claim(replace(inner, source=who(pronoun("er", gender="Masc"))), meier, speech="indirect")
    (found,) = run(outer, mentions=(meier,))
    assert ("NonConfirmation", WORDS) == (found.type, found.content)


def test_what_another_is_said_to_say_stays_a_claim_in_a_claim() -> None:
    inner = claim(WORDS, seoul(), type="Denial", speech="indirect")
    (found,) = run(claim(inner, russia(), speech="indirect"))
    assert isinstance(found.content, Claim)
    assert found.content.iri
    assert ["Russland", "Südkorea"] == sorted(e.label for e in entities(found))


def test_the_states_of_units_come_along() -> None:
    troops = said("russische Soldaten", "Soldat", "noun", ("adjective", said("russische", "russisch", "adjective")))
    found = resolved(Extraction(TEXT, claims=(claim(event(patient=troops)),)))
    assert ["Russland"] == [entity.label for entity in found.related]


def test_a_stream_is_resolved_one_by_one() -> None:
    made = Extraction(TEXT, claims=(claim(event(agent=russia())),))
    assert [resolved(made)] * 2 == list(resolve([made, made]))


def test_each_of_those_who_speak_together_has_a_claim() -> None:
    """As in "Jan Meier und Udo Kunz kamen. Sie sagten nein"."""
    second = name("Udo Kunz", "PER")
    first = replace(name("Jan Meier", "PER", subject=True), modifiers=(("joined", second),))
    they = pronoun("Sie", "Plur")
    found = run(claim(WORDS, they, speech="indirect"), mentions=(first, second, they))
    assert ["Jan Meier", "Udo Kunz"] == [
        c.source.entity.label for c in found if isinstance(c.source, Participant) and c.source.entity
    ]
    assert len({c.iri for c in found}) == 2
