"""Direct triples: a claim, and an event that an article states itself, in a triple of their own."""

from __future__ import annotations

from kg import ontology
from kg.graph.terms import kg, named
from kg.graph.things import Triples
from kg.model import Claim, Entity, Event, Factuality, Mention, Participant, Speaker, Statement

NEGATIVE = (Factuality.CT_MINUS, Factuality.PR_MINUS, Factuality.PS_MINUS)
AGAINST = ("Denial", "Refusal", "NonConfirmation")
"""Classes whose word is itself a negative one: the content is what is denied, refused, not confirmed."""
COMMITTED = ("Assertion", "Confirmation")
"""Classes whose word says that the source commits itself."""
STEM = 5
"""Letters in which two forms of a name agree."""
PRONOMINAL = ("pronoun", "possessive")
MUTUAL = ("Meeting", "Negotiation", "Cooperation", "Combat")
"""Events that only those who can act take part in."""
ON_PEOPLE = ("Killing", "Injury", "Detention", "Release")
NO_PEOPLE = ("Place", "State", "Organization", "Document", "Artifact")
"""Kinds of what cannot be killed or jailed, or of what no table knows."""


def stance(claim: Claim, document: str) -> Triples:
    """`source kg:denies event`: for sources with a name and the document, where the word alone does not mislead.

    "Niemand wurde festgenommen" is an Assertion that is CT-, "Sollte er festgenommen werden, …" one that is U: neither
    article *asserts* the detention, and "Berlin rechnet nicht mit einem Angriff" does not *expect* the attack. Such a
    claim is a node only. Neither has the claim inside a claim ("Kiew sagt, Minsk bestreite …") a direct triple: that
    Minsk denies, only Kyiv says.
    """
    speaker = source(claim, document)
    if speaker is None or not _fits(claim):
        return []
    return [(speaker, kg(ontology.direct_property(claim.type)), named(content_iri(claim)))]


def source(claim: Claim, document: str) -> str | None:
    """Whose claim it is, unless that is not said."""
    if claim.source is Speaker.NARRATOR:
        return document
    if isinstance(claim.source, Participant) and claim.source.entity is not None:
        return named(claim.source.entity.iri)
    return None


def content_iri(claim: Claim) -> str:
    """The IRI of what a claim is about; words have none of their own."""
    return f"{claim.iri}.statement" if isinstance(claim.content, Statement) else claim.content.iri


def _fits(claim: Claim) -> bool:
    if claim.factuality in NEGATIVE:
        return claim.type in AGAINST
    return claim.factuality is not Factuality.UNCOMMITTED or claim.type not in COMMITTED


def facts(claim: Claim) -> Triples:
    """`agent kg:deploys patient`: only where the article itself states it as certain, and nobody is a guess.

    A missing fact costs little, as the claim is there; a false one is believed.
    """
    if (
        claim.source is not Speaker.NARRATOR
        or claim.via
        or claim.cue is not None
        or not claim.plain
        or claim.type != "Assertion"
        or claim.factuality is not Factuality.CT_PLUS
        or not isinstance(claim.content, Event)
    ):
        return []
    event = claim.content
    name = kg(ontology.direct_property(event.type))
    if event.type == "Decision" and event.participants("topic") and event.participants("patient"):
        return []  # "sprach ihn vom Verdacht frei" decides of him, not the suspicion
    subjects, objects = (_first(event, roles) for roles in ontology.direct_roles(event.type))
    if not all(_is_somebody(s) for s in subjects):
        return []  # "durch die viele Menschen starben", "18 Dollar vom Ministerium": badly read, or nobody's act
    return [
        (named(subject.iri), name, named(object_.iri))
        for subject in subjects
        for object_ in objects
        if subject.iri != object_.iri and _may(subject, event, object_)
    ]


def _first(event: Event, roles: tuple[str, ...]) -> list[Entity]:
    """Those who are in the first of the roles that is filled; nobody if one of them is only a pronoun."""
    for role in roles:
        people = event.participants(role)
        if any(p.mention.form in PRONOMINAL for p in people):
            return []  # "er": whom it means is a guess
        if any(_is_guessed(p) or p.mention.span.begin == event.trigger.begin for p in people):
            return []  # nor the house of "Hausdurchsuchung"
        found = [p.entity for p in people if p.entity is not None]
        if found:
            return found
    return []


def _is_guessed(participant: Participant) -> bool:
    """Whether the words do not say themselves who is meant: a surname, a noun for what is named elsewhere, a capital.

    Coreference is right more often than not, and a fact needs more. Only what the sentence names, or describes without
    a name, is left.
    """
    mention, entity = participant.mention, participant.entity
    if entity is None:
        return False
    if not _is_named(entity):
        counted = mention.quantity is not None or any(c.isdigit() for c in entity.label)
        return entity.label != mention.span.text and counted  # "1000 Demonstranten" are not the 3000 of before
    if entity.kind == "Person" and (" " not in entity.label or mention.label not in ("", "PER")):
        return True  # "Lamb", or a party that the recogniser takes for somebody, or "Hagen" for a place
    if mention.name or mention.form != "noun":
        called = mention.name or mention.span.text
        return entity.kind == "State" and not _is_called(entity, called)  # "Berlin", the city or the government
    if any(inner.name and inner.name in entity.label for inner in _inner(mention, "apposition")):
        return False  # "der Präsident des Amtes, *Walter Blum*"
    if entity.wikidata:
        return mention.span.text not in (entity.label, *entity.aliases)
    return not _is_of_state(mention, entity)


def _is_called(entity: Entity, name: str) -> bool:
    """Whether a name is one of the entity's, in whatever form: "Vereinigten Arabischen Emiraten"."""
    known = {word[:STEM].casefold() for called in (entity.label, *entity.aliases) for word in called.split()}
    return any(word[:STEM].casefold() in known for word in name.split())


def _is_of_state(mention: Mention, entity: Entity) -> bool:
    """Whether it is the one such body of a state: "die kroatische Polizei", "nordkoreanische Truppen".

    "Polizei Berlins" is not that of Germany, "ein deutscher Offizier" not the only one, "die Klage Berlins" no one
    thing that other articles speak of.
    """
    if entity.kind not in ("Organization", "Unit") or not (mention.definite or mention.number == "Plur"):
        return False
    if not entity.label.endswith(")"):
        return False  # "das Unternehmen" of a name before; the body of a state is called "Polizei (Kroatien)"
    owners = [m for m in _inner(mention, "genitive") if m.name]
    if entity.kind == "Organization" and mention.number == "Plur":
        return False
    return all(_is_called(entity, f"({m.name}") for m in owners) and not _inner(mention, "location")


def _inner(mention: Mention, relation: str) -> list[Mention]:
    return [m for name, m in mention.modifiers if name == relation]


def _is_somebody(entity: Entity) -> bool:
    """Whether it can act; a state is one that the gazetteer knows, not "der Überwachungsstaat"."""
    return ontology.is_a(entity.kind, "Actor") and (entity.kind != "State" or bool(entity.wikidata))


def _is_named(entity: Entity) -> bool:
    """Whether it has a name, so that other articles can speak of it too."""
    return "#" not in entity.iri


def _may(subject: Entity, event: Event, object_: Entity) -> bool:
    """Whether the kinds of both fit the event; where they do not, a name or a verb is misread."""
    if event.type in MUTUAL and not _is_somebody(object_):
        return False
    if event.type == "Decision" and ontology.is_a(object_.kind, "Actor"):
        return False  # "verurteilte den Angeklagten": he is not what was decided
    if event.type in ON_PEOPLE and object_.kind in NO_PEOPLE:
        return False  # "nahm zehn Mitglieder der Gruppe fest"; "US-Soldaten" as a place
    if object_.kind == "State" and not object_.wikidata:
        return False
    if event.type == "OfficeChange" and object_.kind == "Person" and _is_named(object_) and not object_.state:
        return False  # "zum neuen Premierminister ernannt", read as the one whom the article names
    if event.type in ("Movement", "Protest") and object_.kind == "Place":
        return False  # "ließ mehrere Inseln evakuieren", "gingen auf die Straße"
    if event.type == "Combat" and subject.kind == object_.kind == "Person":
        return False  # "der Streit von Meier mit Kunz": sport, or words
    if event.type == "Deployment" and object_.kind == "Person":
        return False  # "der Beamte war vom Ministerium abgeordnet"
    if event.type == "Agreement" and object_.kind == "Organization" and _is_named(object_):
        return False  # "unterzeichnete den Federal Reserve Act", a law, read as a body
    # "Merkel griff den Iran mit scharfen Worten an", "Meier schoss zweimal auf die Gegenseite"
    bodies = ("State", "Organization", "Group") if _is_named(subject) else ("State", "Organization")
    return not (event.type == "Attack" and subject.kind == "Person" and object_.kind in bodies)
