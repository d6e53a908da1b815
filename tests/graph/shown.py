"""Triples in short forms, for comparing."""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from kg.graph import expand, quads
from kg.model import Claim, Event, Extraction, Factuality, Speaker
from tests.graph import made

Triple = tuple[str, str, str]


def short(term: object) -> str:
    """A node as kg:…, a literal as its words."""
    if isinstance(term, NamedNode):
        for prefix in ("kg:", "kgd:", "nif:", "rdf:", "rdfs:", "schema:", "sem:", "owl:", "wd:", "prov:"):
            if term.value.startswith(expand(prefix)):
                return prefix + term.value.removeprefix(expand(prefix))
        return term.value
    assert isinstance(term, Literal)
    return term.value


def triples(*claims: Claim) -> set[Triple]:
    found = quads(Extraction(made.document(), claims=claims))
    return {(short(q.subject), short(q.predicate), short(q.object)) for q in found}


def facts(*claims: Claim) -> set[Triple]:
    """The direct triples of events."""
    direct = {"kg:deploys", "kg:meets", "kg:stationedIn", "kg:attacks", "kg:visits"}
    return {t for t in triples(*claims) if t[1] in direct}


def stances(*claims: Claim) -> set[Triple]:
    direct = {"kg:asserts", "kg:denies", "kg:confirms", "kg:expects", "kg:accusesOf", "kg:doesNotConfirm", "kg:demands"}
    return {t for t in triples(*claims) if t[1] in direct}


def narrated(event: Event, **changes: object) -> Claim:
    whole = {"source": Speaker.NARRATOR, "content": event, "factuality": Factuality.CT_PLUS, **changes}
    return replace(made.NARRATED, **whole)  # type: ignore[arg-type]


def nested() -> Claim:
    """Seoul says that Moscow denies it."""
    return replace(made.QUOTED, source=made.who(made.SOUTH_KOREA, "Seoul"), content=made.DENIAL, speech="indirect")
