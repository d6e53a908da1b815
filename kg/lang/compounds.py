"""Event nouns with a first part that says who does it or undergoes it: "NATO-Angriff", "Truppenabzug der USA"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.lang.frames import NounFrame

AGENT, PATIENT, ANY = "agent", "patient", "any"
BY_NAME = frozenset(("", AGENT, "instrument"))
"""What the first part of a compound may be else where the name of somebody stands in its place."""
SENT = frozenset(("Deployment",))
"""Events whose first part says under whose name it is done: the "UN" of "UN-Einsatz" need not send anybody."""


def done_by_name(rows: Sequence[NounFrame], events: str) -> list[NounFrame]:
    """The rows of a noun after a name that does these events: "*NATO*-Angriff", not "Afghanistan-Gespräch"."""
    known = events.split("/")
    able = (row for row in rows if row.adjective == AGENT and row.compound in BY_NAME)
    return [
        replace(row, compound=AGENT) for row in able if row.event in known or (ANY in known and row.event not in SENT)
    ]


def done_by_owner(rows: Sequence[NounFrame]) -> list[NounFrame]:
    """The rows of a compound whose first part undergoes it: its genitive is who does it, "Truppenabzug *Malis*"."""
    return [
        replace(row, genitive=AGENT) if row.compound == row.genitive == PATIENT and row.adjective == AGENT else row
        for row in rows
    ]
