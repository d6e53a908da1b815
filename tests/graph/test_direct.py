"""Direct triples: what the graph says outright, and what it must not say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Claim, Event, Factuality
from tests.graph import made
from tests.graph.shown import Triple, facts, narrated, nested, stances, triples


def test_that_somebody_denies_is_no_fact_where_another_says_so() -> None:
    assert {("kgd:Q884", "kg:asserts", "kgd:claim-2")} == stances(nested())


@pytest.mark.parametrize(
    ("claim", "stance"),
    [
        (made.ACCUSATION, ("kgd:Q884", "kg:accusesOf", "kgd:event-deployment")),
        (made.DENIAL, ("kgd:Q159", "kg:denies", "kgd:event-deployment")),
        (made.QUOTED, ("kgd:Q4346", "kg:asserts", "kgd:claim-3.statement")),
        (made.NARRATED, ("https://example.org/1", "kg:asserts", "kgd:event-meeting")),
        (
            replace(made.DENIAL, type="NonConfirmation", factuality=Factuality.UNCOMMITTED),
            ("kgd:Q159", "kg:doesNotConfirm", "kgd:event-deployment"),
        ),
        (
            replace(made.DENIAL, type="Demand", factuality=Factuality.UNCOMMITTED),
            ("kgd:Q159", "kg:demands", "kgd:event-deployment"),
        ),
    ],
)
def test_stances(claim: Claim, stance: Triple) -> None:
    assert {stance} == stances(claim)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(made.EXPECTED, id="unnamed"),
        pytest.param(made.CONDITIONAL, id="conditional"),
        pytest.param(replace(made.NARRATED, factuality=Factuality.CT_MINUS), id="negated"),
        pytest.param(replace(made.DENIAL, type="Expectation", factuality=Factuality.PR_MINUS), id="not expected"),
        pytest.param(replace(made.DENIAL, type="Confirmation"), id="confirmed that not"),
    ],
)
def test_no_stance_where_its_word_would_mislead(claim: Claim) -> None:
    assert set() == stances(claim)


def test_what_the_article_states_is_a_fact() -> None:
    assert {("kgd:Q423", "kg:deploys", "kgd:unit-kp-soldat")} == facts(narrated(made.DEPLOYMENT))


def test_those_who_meet_meet_each_other() -> None:
    assert {("kgd:Q56226", "kg:meets", "kgd:Q7747"), ("kgd:Q7747", "kg:meets", "kgd:Q56226")} == facts(made.NARRATED)


def test_the_roles_of_a_fact_come_from_the_ontology() -> None:
    stationed = Event(
        "Stationing",
        made.span("entsandt"),
        (("location", (made.who(made.RUSSIA, "Russland"),)), ("patient", (made.who(made.SOLDIERS, "1500 Soldaten"),))),
        iri=f"{made.DATA}event-stationing",
    )
    assert {("kgd:unit-kp-soldat", "kg:stationedIn", "kgd:Q159")} == facts(narrated(stationed))


SAID = (
    made.ACCUSATION,
    made.DENIAL,
    made.EXPECTED,
    made.CONDITIONAL,
    narrated(made.DEPLOYMENT, type="Expectation"),
    narrated(made.DEPLOYMENT, via=made.DENIAL.via),
    narrated(made.DEPLOYMENT, source=made.who(made.PESKOV, "Peskow")),
    *(narrated(made.DEPLOYMENT, factuality=f) for f in Factuality if f is not Factuality.CT_PLUS),
    replace(nested(), content=narrated(made.DEPLOYMENT)),
)


@pytest.mark.parametrize("claim", SAID)
def test_what_is_only_said_is_no_fact(claim: Claim) -> None:
    assert set() == facts(claim)


def test_an_unlinked_participant_has_no_role() -> None:
    event = replace(made.DEPLOYMENT, roles=(("agent", (made.who(None, "Nordkorea"),)), *made.DEPLOYMENT.roles[1:]))
    found = triples(narrated(event))
    assert not [t for t in found if t[1] == "kg:agent"]
    assert set() == facts(narrated(event))


def test_nobody_does_something_to_himself() -> None:
    alone = replace(made.MEETING, roles=(("agent", (made.who(made.KIM, "Kim"), made.who(made.KIM, "Im Juni"))),))
    assert set() == facts(narrated(alone))
