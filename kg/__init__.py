"""A claim graph from the news: who says what about which event.

The stages, each from a stream to a stream, and `build`, which joins them:

>>> import kg
>>> text = "Moskau bestreitet den Einsatz nordkoreanischer Truppen."
>>> article = kg.Document("https://example.org/1", text, ((0, len(text)),))
>>> (said,) = kg.resolve(kg.extract(kg.parse([article], report=kg.stop)))
>>> [(claim.type, claim.source.entity.label, str(claim.factuality)) for claim in said.claims]
[('Denial', 'Russland', 'CT-')]
"""

from __future__ import annotations

from kg.build import Summary, build, extractions, stop
from kg.errors import InputError, KGError, LanguageError, Problem
from kg.extract import extract
from kg.graph import Graph
from kg.load import load
from kg.model import Claim, Document, Entity, Event, Extraction, Factuality, Mention, Participant, Speaker, Statement
from kg.parse import parse
from kg.read import read
from kg.records import records
from kg.resolve import resolve

__all__ = [
    "Claim",
    "Document",
    "Entity",
    "Event",
    "Extraction",
    "Factuality",
    "Graph",
    "InputError",
    "KGError",
    "LanguageError",
    "Mention",
    "Participant",
    "Problem",
    "Speaker",
    "Statement",
    "Summary",
    "build",
    "extract",
    "extractions",
    "load",
    "parse",
    "read",
    "records",
    "resolve",
    "stop",
]
