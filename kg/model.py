"""The records that flow from stage to stage: frozen, without any library.

`read` makes a `Document`; `extract` an `Extraction` with claims whose participants are mentions; `resolve` the same
`Extraction` with the entities of the mentions and the IRIs filled in; `graph` makes quads of it. Offsets are
characters into `Document.text`, half-open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

NEXT_RULE = re.compile(r" (?=[\w-]+\.tsv:|rule:)")
"""What stands between the rows of a rule."""


class Factuality(StrEnum):
    """How certain the source is of the content (FactBank: Saurí and Pustejovsky 2009)."""

    CT_PLUS = "CT+"
    PR_PLUS = "PR+"
    PS_PLUS = "PS+"
    CT_MINUS = "CT-"
    PR_MINUS = "PR-"
    PS_MINUS = "PS-"
    UNCOMMITTED = "U"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    begin: int
    end: int
    text: str

    def __hash__(self) -> int:
        """By where it stands: the text follows from that, and is long."""
        return self.begin * 31 + self.end


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its whole text as read, and which parts of it are the article.

    `blocks` are paragraphs, headlines and list items in text order; what lies between them is white space or
    boilerplate ("WERBUNG") that no later stage sees. `iri` comes from the URL, else from the text.
    """

    iri: str
    text: str
    blocks: tuple[tuple[int, int], ...]
    path: str = ""
    url: str = ""
    title: str = ""
    date: date | None = None
    publisher: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """From `begin` to `end`, both included, each an ISO day, month or year ("2024-10-08", "2024-10", "2024")."""

    begin: str
    end: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: `qualifier` is exactly, about, atLeast or atMost."""

    size: int
    qualifier: str = "exactly"


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that refers to something.

    `head` is the lemma of its head word; `name` the proper name in it, as written, and `label` that name's kind (PER,
    LOC, ORG, MISC, DEM). `modifiers` are other mentions by their relation to this one: "adjective" (nordkoreanische
    Truppen), "genitive" (Sprecher des Ministeriums), "apposition" (Dmitri Peskow, Sprecher des Präsidenten),
    "location" (die Polizei in Hamburg), "possessive" (ihre Truppen).
    """

    span: Span
    head: str
    form: str
    """"name", "noun", "pronoun", "possessive" ("ihre Truppen") or "adjective"."""
    name: str = ""
    label: str = ""
    number: str = ""
    gender: str = ""
    person: str = ""
    modifiers: tuple[tuple[str, Mention], ...] = ()
    quantity: Quantity | None = None
    sentence: int = 0
    subject: bool = False
    definite: bool = False
    """Whether it has a definite article or demonstrative: "das Ministerium", "dieser Mann"."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What a mention refers to: `kind` is a class of the ontology (State, Person, Unit, …)."""

    iri: str
    kind: str
    label: str
    wikidata: str = ""
    aliases: tuple[str, ...] = ()
    role: str = ""
    """The office or function of a person, as the text says it ("Sprecher des Außenministeriums")."""
    affiliation: str = ""
    """IRI of the entity that the person or organisation belongs to."""
    state: str = ""
    """IRI of the state that a unit, group or organisation belongs to."""
    several: bool = False
    """Whether they are several persons, `kind` being what each of them is: a group of the graph."""
    official: bool = True
    """Whether the role is an office or function; not that of "der Mann", by which an article may call him again."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part: a mention and, once resolved, its entity."""

    mention: Mention
    entity: Entity | None = None


Roles = tuple[tuple[str, tuple[Participant, ...]], ...]
"""Role names of the ontology, sorted, with their participants in text order."""


@dataclass(frozen=True, slots=True)
class Event:
    """What is talked about; not that it happened. The same content has the same `iri`, whoever says it."""

    type: str
    trigger: Span
    roles: Roles = ()
    time: Time | None = None
    iri: str = ""

    def participants(self, role: str) -> tuple[Participant, ...]:
        """Those in a role.

        >>> Event("Visit", Span(0, 7, "besucht")).participants("agent")
        ()
        """
        return dict(self.roles).get(role, ())


@dataclass(frozen=True, slots=True)
class Statement:
    """Content that is only words: a quotation, or what somebody said that is no listed event.

    `spans` are the pieces of a quotation that the cue interrupts ("…", sagte sie, "…").
    """

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The pieces, joined by a space."""
        return " ".join(span.text for span in self.spans)


class Speaker(StrEnum):
    """Sources that are no entity."""

    NARRATOR = "narrator"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's stance towards one content, in one sentence."""

    type: str
    source: Participant | Speaker
    content: Event | Statement | Claim
    factuality: Factuality
    sentence: Span
    rule: str
    """File and row of each table that fired, joined by spaces: `claims.tsv:bestreiten:Denial events.tsv:…`."""
    via: tuple[Participant, ...] = ()
    """Who passed it on, from the reader inwards."""
    addressee: tuple[Participant, ...] = ()
    cue: Span | None = None
    frame: Span | None = None
    speech: str = ""
    """"direct", "indirect", "reported" (a noun), "free" (reported mood alone); empty for the narrator."""
    quotation: Statement | None = None
    """The verbatim quotation that an event of this claim stands in."""
    plain: bool = True
    """Whether it is beyond doubt what happened and who took part; only then is it a fact of the graph."""
    iri: str = ""

    @property
    def rules(self) -> list[str]:
        """The rows one by one; a lemma may have a space in it: `claims.tsv:sich äußern:Assertion`."""
        return NEXT_RULE.split(self.rule)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said which words, as stretches of the text: quotation attribution.

    A phrase or quotation in several pieces has several spans; what the text does not say is empty.
    """

    speech: str
    """"direct" (in quotation marks), "indirect" (a clause), "reported" (a phrase: "kritisierte den Einsatz"), "free"
    (a clause in reported mood, after what its source said before), "hearsay" ("soll geflohen sein", likewise)."""
    type: str
    """Class of the claim: Assertion, Denial, …"""
    content: tuple[Span, ...]
    """What is said: a quotation with its marks, a clause with its "dass", a phrase with its preposition."""
    cue: tuple[Span, ...] = ()
    """The words of saying: verb, auxiliary and particle ("teilte", "mit"), "laut", a noun with its article."""
    source: tuple[Span, ...] = ()
    """The whole phrase of who says it, with article and appositions; of free speech the phrase that named it last."""
    addressee: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    """The clause or phrase that introduces the content, with the comma that sets it off."""
    clause: tuple[Span, ...] = ()
    """The clause of the cue with all that is said in it."""
    nested: bool = False
    """Whether it is a quotation within another content: "nannte das ein „falsches Signal“"."""
    rule: str = ""
    """File and row of the table: `claims.tsv:bestreiten`."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document says: claims in text order; `mentions` are all that coreference needs to see."""

    document: Document
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    related: tuple[Entity, ...] = ()
    """Entities that only entities refer to: the state of a unit, the employer of a person."""
