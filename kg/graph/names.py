"""IRIs and the short forms in which a person reads and writes them."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.errors import KGError

KG = "https://w3id.org/kg-news/ontology#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
WIKIDATA = "http://www.wikidata.org/entity/"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = {
    "kg": KG,
    "kgd": "https://w3id.org/kg-news/id/",
    "nif": NIF,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "skos": SKOS,
    "wd": WIKIDATA,
    "xsd": XSD,
}
"""Bound in every file that is written, known in every query."""

A = NamedNode(RDF + "type")


def node(iri: str) -> NamedNode:
    """An IRI as a node; what is none is an error.

    >>> node("https://example.org/a b")
    Traceback (most recent call last):
    kg.errors.KGError: not an IRI: 'https://example.org/a b'
    """
    try:
        return NamedNode(iri)
    except ValueError:
        raise KGError(f"not an IRI: {iri!r}") from None


def expand(text: str) -> str:
    """The IRI for `kgd:Q159`, `<https://…>` or `https://…`.

    >>> expand("kg:Denial")
    'https://w3id.org/kg-news/ontology#Denial'
    """
    text = text.strip().removeprefix("<").removesuffix(">")
    prefix, colon, local = text.partition(":")
    if not colon:
        raise KGError(f"not an IRI: {text!r}; write it in full, or with one of the prefixes {', '.join(PREFIXES)}")
    return PREFIXES[prefix] + local if prefix in PREFIXES else text


def shorten(iri: str) -> str:
    """An IRI with its prefix, where there is one.

    >>> shorten("https://w3id.org/kg-news/id/Q159")
    'kgd:Q159'
    >>> shorten("https://example.org/")
    'https://example.org/'
    """
    fitting = [(len(start), prefix) for prefix, start in PREFIXES.items() if iri.startswith(start)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"
