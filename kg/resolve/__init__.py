"""Mentions to entities: names linked and merged in the article, pronouns resolved, contents identified.

The IRI of an event is made of what it says (type, roles, time), so that those who assert and those who deny the same
meet in one node, in one article or across articles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from kg.extract.attribution.authors import speaks
from kg.extract.attribution.cue import compound_head
from kg.garbage import paused
from kg.lang import lexicon as lexicons
from kg.lang import weights
from kg.lang.lexicon import Lexicon
from kg.lang.weights import Weights
from kg.model import Claim, Entity, Event, Extraction, Mention, Participant, Roles, Span, Speaker, Statement
from kg.resolve import gazetteer, ranking
from kg.resolve.antecedents import THINGS
from kg.resolve.candidates import Actors
from kg.resolve.coreference import IN_TEXT, SOURCE, Discourse
from kg.resolve.iris import claim_iri, event_iri
from kg.resolve.linking import Linker, unit_of
from kg.resolve.named import TOPIC
from kg.resolve.ranking import PRONOMINAL, is_rankable
from kg.resolve.recurrence import recurring
from kg.resolve.shared import is_ahead, meanings

ACTORS = frozenset(("Actor", "State", "Organization", "Person", "Unit", "Group"))
SPEAKING = ("actor", "office")
"""Classes of nouns for who may speak, though no kind of entity is known: "das Amt"."""
ON_PLACES = frozenset(("Attack",))
"""Events whose patient, if a capital, is the town: "griff Beirut an"."""
SUSPECTS = {
    "Attack": "agent",
    "Killing": "agent",
    "Injury": "agent",
    "Threat": "agent",
    "Detention": "patient",
    "Investigation": "patient",
}
"""Events that make a suspect of whoever is in the role."""
TO_OFFICES = frozenset(("Election",))
"""Events whose patient is an office: "zum Präsidenten gewählt"."""
OF_FORCES = frozenset(("Deployment", "Movement", "Stationing", "Withdrawal", "Mobilization"))
"""Events whose patient is, if nothing else is said, a force of the state that acts."""


def resolve(extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    """The same claims with entities and IRIs; a claim whose event lost all its roles is left out."""
    for extraction in extractions:
        yield resolved(extraction)


@paused()
def resolved(extraction: Extraction) -> Extraction:
    """The claims of one article with entities and IRIs."""
    discourse = discourse_of(extraction)
    linker = discourse.linker
    claims = [claim for c in extraction.claims for claim in _claims(c, discourse)]
    again = recurring(claims, extraction.document.text, linker.lexicon)
    claims = [c if c is old else _identified(c, linker.document) for old, c in zip(claims, again, strict=True)]
    unique = {claim.iri: claim for claim in reversed(claims)}
    kept = tuple(c for c in claims if unique[c.iri] is c)
    return replace(extraction, claims=kept, related=_related(kept, discourse))


def discourse_of(extraction: Extraction, table: Weights | None = None) -> Discourse:
    """What one article speaks of; `table` has the weights of coreference, if not those of its language."""
    language = extraction.document.language
    linker = Linker(lexicons.load(language), gazetteer.load(language), extraction.document.iri)
    sources = [c.source.mention for c in extraction.claims if isinstance(c.source, Participant)]
    mentions = {IN_TEXT(m): m for m in (*sources, *extraction.mentions)}.values()
    speaking, suspects = frozenset(m.span for m in sources), frozenset(_suspects(extraction.claims))
    actors = Actors(speaking, suspects, tuple({m.span: m for c in extraction.claims for m in _partakers(c)}.values()))
    table = weights.load(language, ranking.NAME) if table is None else table
    return Discourse(linker, mentions, extraction.document.text, actors, table)


def _partakers(claim: Claim) -> Iterator[Mention]:
    """The phrases for who is in the event of a claim, and not only what it is about."""
    if isinstance(claim.content, Claim):
        yield from _partakers(claim.content)
    elif isinstance(claim.content, Event):
        yield from (p.mention for role, people in claim.content.roles if role != TOPIC for p in people)


def _suspects(claims: Iterable[Claim]) -> Iterator[Span]:
    """The phrases for who attacked somebody, or was arrested for it, whoever says so."""
    for claim in claims:
        if isinstance(claim.content, Event) and claim.content.type in SUSPECTS:
            role = SUSPECTS[claim.content.type]
            yield from (p.mention.span for p in claim.content.participants(role))


def _identified(claim: Claim, document: str) -> Claim:
    """The claim with the IRI of what it says now."""
    if isinstance(claim.content, Event):
        content = replace(claim.content, iri=event_iri(claim.content, claim.content.roles, document))
        return replace(claim, content=content, iri=claim_iri(claim, claim.source, content, document))
    return claim


def _related(claims: Iterable[Claim], discourse: Discourse) -> tuple[Entity, ...]:
    """Entities that the participants name as their state or employer, sorted by IRI."""
    wanted = {iri for claim in claims for e in entities(claim) for iri in (e.state, e.affiliation) if iri}
    known = discourse.linker.gazetteer.by_iri
    here: dict[str, Entity] = {}
    if not wanted <= known.keys():
        here = {c.entity.iri: c.entity for c in discourse.candidates.all if c.kind not in THINGS}
    found = (known.get(iri) or here.get(iri) for iri in sorted(wanted))
    return tuple(entity for entity in found if entity is not None)


def entities(claim: Claim) -> Iterator[Entity]:
    """Every entity that a claim names."""
    people = [*claim.via, *claim.addressee, *([claim.source] if isinstance(claim.source, Participant) else [])]
    if isinstance(claim.content, Event):
        people += [p for _, ps in claim.content.roles for p in ps]
    yield from (p.entity for p in people if p.entity is not None)
    if isinstance(claim.content, Claim):
        yield from entities(claim.content)


def _claims(claim: Claim, discourse: Discourse) -> Iterator[Claim]:
    """The claim, or one of each whom its source means: "Meier und Kunz kamen. *Sie* erklärten, …"."""
    source = claim.source
    whole: tuple[Claim, ...] = (claim,)
    if isinstance(source, Participant) and source.mention.form in PRONOMINAL and source.mention.number == "Plur":
        who = discourse.entities(source.mention, SOURCE, None)
        if len(who) > 1:
            whole = tuple(replace(claim, source=Participant(source.mention, entity)) for entity in who)
    yield from (made for one in whole if (made := _claim(one, discourse)) is not None)


def _claim(claim: Claim, discourse: Discourse) -> Claim | None:
    source = _source(claim, discourse)
    if source is None:
        return None
    if (
        isinstance(claim.content, Claim)
        and claim.type == "Assertion"
        and _speaks_itself(claim.content, source, discourse)
    ):
        # "Er sagte, er könne das nicht bestätigen" is his non-confirmation, not what he says of it
        inner = replace(claim.content, source=claim.source, via=claim.via, quotation=claim.quotation)
        return _claim(inner, discourse)
    content = _content(claim, source, discourse)
    if content is None:
        return None
    passed_on = _participants(claim.via, SOURCE, discourse, None)
    via = tuple(p for p in passed_on if p.entity is None or p.entity != getattr(source, "entity", None))
    addressee = _participants(claim.addressee, "recipient", discourse, None)
    iri = claim_iri(claim, source, content, discourse.linker.document)
    # not `replace`, which takes twice the time
    said = (claim.cue, claim.frame, claim.speech, claim.quotation, claim.plain)
    return Claim(claim.type, source, content, claim.factuality, claim.sentence, claim.rule, via, addressee, *said, iri)


def _speaks_itself(inner: Claim, source: Participant | Speaker, discourse: Discourse) -> bool:
    """Whether the speaker of the inner claim is that of the outer: by name, by "ich" and "wir", by "man"."""
    if not isinstance(inner.source, Participant):
        return inner.source is Speaker.UNNAMED and inner.speech != "reported" and inner.type != "Assertion"
    if not isinstance(source, Participant) or source.entity is None:
        return False
    entity = discourse.entity(inner.source.mention, SOURCE, source.entity)
    pronoun = inner.source.mention.form == "pronoun"
    return entity is None if pronoun and entity is None else entity is not None and entity.iri == source.entity.iri


def _source(claim: Claim, discourse: Discourse) -> Participant | Speaker | None:
    """The speaker, which may be a text ("ein Bericht"); unnamed if nobody is named, or what is no actor.

    None if the phrase beside a word of saying is no actor, and what is said is no clause: "die Handbremse verweigert
    den Dienst" is no claim.
    """
    source = claim.source
    if not isinstance(source, Participant):
        return source
    entity = source.entity or discourse.entity(source.mention, SOURCE, None)
    if entity is not None and _may_speak(entity, claim, source.mention, discourse.linker.lexicon):
        discourse.speaker = entity
        return Participant(source.mention, entity)
    if entity is not None and speaks(source.mention.head, discourse.linker.lexicon):
        return Participant(source.mention, entity)  # "Der Bericht kritisiert die Wahl"
    pronoun = source.mention.form in ("pronoun", "possessive")
    free = claim.cue is None or claim.speech == "direct"
    return Speaker.UNNAMED if free or pronoun or entity is None else None


def _may_speak(entity: Entity, claim: Claim, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether it is an actor; where no table knows the noun, a phrase alone does not tell: "Einige klagten über …".

    A house may stand for its people: "*Die Klinik* teilte mit, …".
    """
    if lexicon.cue("somebody", compound_head(mention.head, "somebody", lexicon)):
        return True
    if entity.kind != "Actor" or claim.speech != "reported":
        return entity.kind in ACTORS
    return lexicon.is_a(mention.head, SPEAKING)


def _content(claim: Claim, source: Participant | Speaker, discourse: Discourse) -> Event | Statement | Claim | None:
    if isinstance(claim.content, Claim):
        return _claim(claim.content, discourse)
    if isinstance(claim.content, Statement):
        return claim.content
    return _event(claim.content, source, discourse)


def _event(event: Event, source: Participant | Speaker, discourse: Discourse) -> Event | None:
    """The event with its entities: None if no role is left."""
    taken: set[str] = set()
    filled: dict[str, tuple[Participant, ...]] = {}
    for role, people in sorted(event.roles, key=_has_pronoun) if len(event.roles) > 1 else event.roles:
        filled[role] = _participants(people, _meant(role, event.type), discourse, source, taken)
        taken |= {p.entity.iri for p in filled[role] if p.entity is not None}
    roles: Roles = tuple((role, found) for role, found in sorted(filled.items()) if found)
    if event.type in OF_FORCES:
        roles = _own_forces(roles)
    if event.roles and not roles:
        return None
    return Event(event.type, event.trigger, roles, event.time, event_iri(event, roles, discourse.linker.document))


def _has_pronoun(role: tuple[str, tuple[Participant, ...]]) -> bool:
    return any(p.mention.form in PRONOMINAL for p in role[1])


def _meant(role: str, kind: str) -> str:
    """The role that tells what kind of thing fills it."""
    if role != "patient":
        return role
    return "location" if kind in ON_PLACES else TOPIC if kind in TO_OFFICES else role


def _own_forces(roles: Roles) -> Roles:
    """Whose troops a state moves, if the text does not say it: its own ("Pjöngjang habe Truppen geschickt")."""
    states = [p.entity for p in dict(roles).get("agent", ()) if p.entity is not None and p.entity.kind == "State"]
    if len(states) != 1:
        return roles

    def own(participant: Participant) -> Participant:
        entity = participant.entity
        if entity is None or entity.kind != "Unit" or entity.state:
            return participant
        return replace(participant, entity=unit_of(states[0], entity.label))

    return tuple((role, tuple(map(own, people)) if role == "patient" else people) for role, people in roles)


def _participants(
    people: Collection[Participant],
    role: str,
    discourse: Discourse,
    speaker: Participant | Speaker | None,
    taken: Collection[str] = (),
) -> tuple[Participant, ...]:
    """The participants with entities; a pronoun is nobody who is in the event already ("als er auf ihn schoss").

    Nor is a noun: "Meier griff *die Frau* an" tells of two.
    """
    if not people:
        return ()
    me = speaker.entity if isinstance(speaker, Participant) else None
    unique: dict[str, Participant] = {}
    for mention in (p.mention for p in people):
        found = [*meanings(mention, role, discourse, me)]
        if not found and me is not None and is_ahead(mention, speaker):
            found = [(mention, me)]
        for said, entity in found or [(mention, other) for other in discourse.others(mention, taken)]:
            others = {*taken, me.iri} if me is not None and _names_another(mention, speaker) else taken
            again = entity.iri in others and is_rankable(mention)
            meant = _besides(mention, role, discourse, others) if again else entity
            if meant is not None:
                first = unique.pop(meant.iri, None)  # in the place of the last, named as the first is
                unique[meant.iri] = first or Participant(said, meant)
    return tuple(unique.values())


def _names_another(mention: Mention, speaker: Participant | Speaker | None) -> bool:
    """Whether a noun is not the speaker's own: "Der Anwalt verlangte die Freilassung *des Unternehmers*"."""
    said = speaker.mention.span if isinstance(speaker, Participant) else None
    return mention.form == "noun" and mention.definite and not mention.name and mention.span != said


def _besides(mention: Mention, role: str, discourse: Discourse, taken: Collection[str]) -> Entity | None:
    """What a phrase means besides those who are in the event: for a noun what itself says."""
    if mention.form in PRONOMINAL:
        return next(iter(discourse.others(mention, taken)), None)
    own = discourse.named.entity(mention, role)
    return own if own is not None and own.iri not in taken else None
