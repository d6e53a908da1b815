"""Terms as N-Quads writes them: strings, which cost a tenth of what the objects of a library do.

A document has a thousand triples, and to write them is all that most graphs are made for. What is no IRI or no text is
an error here, so that the lines need not be checked again.
"""

from __future__ import annotations

from functools import cache, lru_cache

from pyoxigraph import Literal

from kg import ontology
from kg.errors import KGError
from kg.graph.names import XSD, node

KEPT = 10_000
"""How many IRIs are remembered: a document names each of its own about three times."""


@lru_cache(maxsize=KEPT)
def named(iri: str) -> str:
    """An IRI as a term; what is none is an error.

    >>> named("https://w3id.org/kg-news/id/Q159")
    '<https://w3id.org/kg-news/id/Q159>'
    """
    return str(node(iri))


@cache
def kg(name: str) -> str:
    """A term of the ontology; an unknown one is an error."""
    return named(ontology.KG[name])


@cache
def _tag(language: str) -> str:
    """What stands behind text in a language."""
    return str(Literal("", language=language)).removeprefix('""') if language else ""


def words(text: str, language: str = "") -> str:
    r"""Text, in a language where it is one's words.

    >>> print(words('"Oslo"', "de"))
    "\"Oslo\""@de
    """
    try:
        if text.isprintable() and '"' not in text and "\\" not in text:
            return f'"{text}"{_tag(language)}'  # as most: there is nothing to escape
        return str(Literal(text, language=language) if language else Literal(text))
    except ValueError:
        raise KGError(f"not Unicode text in a language: {text[:60]!r} {language!r}") from None


def typed(value: str | int, datatype: str) -> str:
    """A number or date, of an XML Schema datatype.

    >>> typed("2024", "gYear")
    '"2024"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    """
    return f'"{value}"^^<{XSD}{datatype}>'
