"""Extractions made by hand, as `resolve` hands them over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.model import (
    Claim,
    Document,
    Entity,
    Event,
    Extraction,
    Factuality,
    Mention,
    Participant,
    Quantity,
    Span,
    Speaker,
    Statement,
    Time,
)

DATA = "https://w3id.org/kg-news/id/"
TEXT = (
    "Seoul wirft Nordkorea vor, 1500 Soldaten nach Russland entsandt zu haben. "
    "Moskau bestreitet das, wie Interfax unter Berufung auf die Tass berichtet. "
    "„Das ist „Unsinn“\\“, sagte Peskow, „und eine Lüge.“ "
    "Im Juni trafen sich Kim und Putin. "
    "Sollte Nordkorea Soldaten entsandt haben, droht ein Streit. "
    "Es wird erwartet, dass weitere Soldaten folgen."
)

NORTH_KOREA = Entity(f"{DATA}Q423", "State", "Nordkorea", "Q423", ("Pjöngjang", "KDVR"))
RUSSIA = Entity(f"{DATA}Q159", "State", "Russland", "Q159", ("Moskau",))
SOUTH_KOREA = Entity(f"{DATA}Q884", "State", "Südkorea", "Q884", ("Seoul",))
SOLDIERS = Entity(f"{DATA}unit-kp-soldat", "Unit", "nordkoreanische Soldaten", state=NORTH_KOREA.iri)
PESKOV = Entity(
    f"{DATA}Q4346", "Person", "Dmitri Peskow", "Q4346", role="Sprecher des Präsidenten", affiliation=RUSSIA.iri
)
KIM = Entity(f"{DATA}Q56226", "Person", "Kim Jong Un", "Q56226")
PUTIN = Entity(f"{DATA}Q7747", "Person", "Wladimir Putin", "Q7747")
INTERFAX = Entity(f"{DATA}org-interfax", "Organization", "Interfax")
TASS = Entity(f"{DATA}org-tass", "Organization", "Tass")


def span(words: str, text: str = TEXT) -> Span:
    """Where the words stand first in the text."""
    begin = text.index(words)
    return Span(begin, begin + len(words), words)


def sentence(start: str, text: str = TEXT) -> Span:
    """The sentence that begins so."""
    begin = text.index(start)
    end = min(i for i in (text.find(". ", begin) + 1, text.find("“ Im", begin) + 1, len(text)) if i > begin)
    return Span(begin, end, text[begin:end])


def who(entity: Entity | None, words: str, size: int | None = None, qualifier: str = "exactly") -> Participant:
    """A participant that the text names by those words."""
    quantity = Quantity(size, qualifier) if size is not None else None
    return Participant(Mention(span(words), words, "name", quantity=quantity), entity)


DEPLOYMENT = Event(
    "Deployment",
    span("entsandt"),
    (
        ("agent", (who(NORTH_KOREA, "Nordkorea"),)),
        ("destination", (who(RUSSIA, "Russland"),)),
        ("patient", (who(SOLDIERS, "1500 Soldaten", 1500, "about"),)),
    ),
    iri=f"{DATA}event-deployment",
)
MEETING = Event(
    "Meeting",
    span("trafen sich"),
    (("agent", (who(KIM, "Kim"), who(PUTIN, "Putin"))),),
    Time("2024-06", "2024-06"),
    iri=f"{DATA}event-meeting",
)
QUOTATION = Statement((span("Das ist „Unsinn“\\"), span("und eine Lüge")))

ACCUSATION = Claim(
    "Accusation",
    who(SOUTH_KOREA, "Seoul"),
    DEPLOYMENT,
    Factuality.CT_PLUS,
    sentence("Seoul"),
    "claims.tsv:vorwerfen",
    addressee=(who(NORTH_KOREA, "Nordkorea"),),
    cue=span("wirft"),
    speech="indirect",
    iri=f"{DATA}claim-1",
)
DENIAL = Claim(
    "Denial",
    who(RUSSIA, "Moskau"),
    DEPLOYMENT,
    Factuality.CT_MINUS,
    sentence("Moskau"),
    "claims.tsv:bestreiten",
    via=(who(INTERFAX, "Interfax"), who(TASS, "Tass")),
    cue=span("bestreitet"),
    frame=span("Moskau bestreitet das"),
    speech="indirect",
    iri=f"{DATA}claim-2",
)
QUOTED = Claim(
    "Assertion",
    who(PESKOV, "Peskow"),
    QUOTATION,
    Factuality.CT_PLUS,
    sentence("„Das"),
    "claims.tsv:sagen",
    cue=span("sagte"),
    speech="direct",
    iri=f"{DATA}claim-3",
)
NARRATED = Claim(
    "Assertion",
    Speaker.NARRATOR,
    MEETING,
    Factuality.CT_PLUS,
    sentence("Im Juni"),
    "events.tsv:sich treffen",
    iri=f"{DATA}claim-4",
)
CONDITIONAL = Claim(
    "Assertion",
    Speaker.NARRATOR,
    DEPLOYMENT,
    Factuality.UNCOMMITTED,
    sentence("Sollte"),
    "events.tsv:entsenden",
    iri=f"{DATA}claim-5",
)
EXPECTED = Claim(
    "Expectation",
    Speaker.UNNAMED,
    DEPLOYMENT,
    Factuality.PR_PLUS,
    sentence("Es wird"),
    "claims.tsv:erwarten",
    cue=span("erwartet"),
    speech="indirect",
    iri=f"{DATA}claim-6",
)
CLAIMS = (ACCUSATION, DENIAL, QUOTED, NARRATED, CONDITIONAL, EXPECTED)


def document(number: int = 1) -> Document:
    """One of several articles with the same text."""
    return Document(
        f"https://example.org/{number}",
        TEXT,
        ((0, len(TEXT)),),
        url=f"https://example.org/{number}?a=b c",
        title="Streit um „Truppen“",
        date=date(2024, 10, 21),
        publisher="Der Bote",
        language="de",
    )


def extraction(*claims: Claim, number: int = 1) -> Extraction:
    """What an article says, each article in claims of its own; all of the claims above if none are given."""
    return Extraction(document(number), claims=tuple(_own(claim, number) for claim in claims or CLAIMS))


def _own(claim: Claim, number: int) -> Claim:
    content = _own(claim.content, number) if isinstance(claim.content, Claim) else claim.content
    return replace(claim, iri=f"{claim.iri}-{number}", content=content)
