"""Direct triples: a claim, and an event that an article states itself, in a triple of their own."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg import ontology
from kg.graph.names import node
from kg.graph.things import Triples, kg
from kg.model import Claim, Event, Factuality, Participant, Speaker, Statement

NEGATIVE = (Factuality.CT_MINUS, Factuality.PR_MINUS, Factuality.PS_MINUS)
AGAINST = ("Denial", "Refusal", "NonConfirmation")
"""Classes whose word is itself a negative one: the content is what is denied, refused, not confirmed."""
COMMITTED = ("Assertion", "Confirmation")
"""Classes whose word says that the source commits itself."""


def stance(claim: Claim, document: NamedNode) -> Triples:
    """`source kg:denies event`: for sources with a name and the document, where the word alone does not mislead.

    "Niemand wurde festgenommen" is an Assertion that is CT-, "Sollte er festgenommen werden, …" one that is U: neither
    article *asserts* the detention, and "Berlin rechnet nicht mit einem Angriff" does not *expect* the attack. Such a
    claim is a node only. Neither has the claim inside a claim ("Kiew sagt, Minsk bestreite …") a direct triple: that
    Minsk denies, only Kyiv says.
    """
    speaker = source(claim, document)
    if speaker is not None and _fits(claim):
        yield speaker, kg(ontology.direct_property(claim.type)), node(content_iri(claim))


def source(claim: Claim, document: NamedNode) -> NamedNode | None:
    """Whose claim it is, unless that is not said."""
    if claim.source is Speaker.NARRATOR:
        return document
    if isinstance(claim.source, Participant) and claim.source.entity is not None:
        return node(claim.source.entity.iri)
    return None


def content_iri(claim: Claim) -> str:
    """The IRI of what a claim is about; words have none of their own."""
    return f"{claim.iri}.statement" if isinstance(claim.content, Statement) else claim.content.iri


def _fits(claim: Claim) -> bool:
    if claim.factuality in NEGATIVE:
        return claim.type in AGAINST
    return claim.factuality is not Factuality.UNCOMMITTED or claim.type not in COMMITTED


def facts(claim: Claim) -> Triples:
    """`agent kg:deploys patient`: only where the article itself states it as certain."""
    if (
        claim.source is not Speaker.NARRATOR
        or claim.via
        or claim.type != "Assertion"
        or claim.factuality is not Factuality.CT_PLUS
        or not isinstance(claim.content, Event)
    ):
        return
    event = claim.content
    name = kg(ontology.direct_property(event.type))
    subjects, objects = ontology.direct_roles(event.type)
    for subject in _first(event, subjects):
        for object_ in _first(event, objects):
            if subject != object_:
                yield node(subject), name, node(object_)


def _first(event: Event, roles: tuple[str, ...]) -> list[str]:
    """The IRIs of those who are in the first of the roles that is filled."""
    for role in roles:
        found = [p.entity.iri for p in event.participants(role) if p.entity is not None]
        if found:
            return found
    return []
