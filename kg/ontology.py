"""The vocabulary of the graph: what `ontology/kg.ttl` declares, and nothing else.

Names are local names ("Denial", "denies"); `KG.Denial` is the IRI. A name that the ontology lacks raises. The file is
parsed at the first question, not at import.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KGError

NAMESPACE = "https://w3id.org/kg-news/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

Resource = ox.NamedNode | ox.BlankNode
Term = Resource | ox.Literal | ox.Triple
Statements = dict[Resource, dict[str, list[Term]]]
"""The objects of each subject by predicate, in the order of the file."""


class Vocabulary:
    """The IRIs by their names, a closed set.

    >>> KG.Denial
    'https://w3id.org/kg-news/ontology#Denial'
    >>> "Denail" in KG
    False
    """

    def __getattr__(self, name: str) -> str:
        """The IRI of a name.

        Raises:
            KGError: the ontology lacks the name.
        """
        if name.startswith("_"):  # what Python itself asks an object for; no name of ours begins like this
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> str:
        if name not in _names():
            close = difflib.get_close_matches(name, _names(), n=3)
            hint = f"; did you mean {' or '.join(close)}?" if close else ""
            raise KGError(f"the ontology has no name {name!r}{hint}")
        return NAMESPACE + name

    def __contains__(self, name: object) -> bool:
        return name in _names()

    def __iter__(self) -> Iterator[str]:
        return iter(_names())

    def __dir__(self) -> Iterable[str]:
        return _names()


KG = Vocabulary()


def turtle(name: str) -> str:
    """The text of a file of the ontology, "kg.ttl" or "shapes.ttl".

    >>> "sh:NodeShape" in turtle("shapes.ttl")
    True
    """
    return (_folder() / name).read_text(encoding="utf8")


@cache
def event_types() -> tuple[str, ...]:
    """The types of events, by name.

    >>> event_types()[:3]
    ('Agreement', 'Aid', 'Attack')
    """
    return subclasses("Event")


@cache
def claim_classes() -> tuple[str, ...]:
    """The classes of claims, by name.

    >>> claim_classes()[:3]
    ('Accusation', 'Announcement', 'Approval')
    """
    return subclasses("Claim")


@cache
def roles() -> tuple[str, ...]:
    """The roles of events, by name.

    >>> roles()[:4]
    ('agent', 'destination', 'instrument', 'location')
    """
    return _below(RDFS + "subPropertyOf", KG.participant)


@cache
def types(name: str) -> tuple[str, ...]:
    """A class and all above it, by name: what the graph says of a thing of that class, as a store infers nothing.

    >>> types("Denial"), types("State")
    (('Claim', 'Denial'), ('Actor', 'Entity', 'Place', 'State'))
    """
    found, new = set[str](), {KG[name]}
    while new:
        found |= new
        new = {parent for iri in new for parent in _iris(iri, RDFS + "subClassOf")} - found
    return _local(found)


@cache
def subclasses(name: str) -> tuple[str, ...]:
    """All classes below a class, by name.

    >>> subclasses("Actor")
    ('Group', 'Organization', 'Person', 'State', 'Unit')
    """
    return _below(RDFS + "subClassOf", KG[name])


def is_a(name: str, ancestor: str) -> bool:
    """Whether a class is another or below it.

    >>> is_a("State", "Place"), is_a("Person", "Place")
    (True, False)
    """
    return ancestor in types(name)


@cache
def direct_property(name: str) -> str:
    """The property of the direct triples of an event type or claim class.

    >>> direct_property("Deployment"), direct_property("NonConfirmation")
    ('deploys', 'doesNotConfirm')

    Raises:
        KGError: the class has none.
    """
    found = _below(KG.directFor, KG[name])
    if not found:
        raise KGError(f"no property is kg:directFor kg:{name}")
    return found[0]


@cache
def direct_roles(event_type: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The roles that the direct triple of an event type joins: of each, the first that is filled.

    The roles of the object may name that of the subject: those who meet are each subject and each object.

    >>> direct_roles("Deployment"), direct_roles("Visit")
    ((('agent',), ('patient',)), (('agent',), ('patient', 'destination', 'location')))
    """
    found = _statements()[ox.NamedNode(KG[direct_property(event_type)])]
    subject, object_ = (tuple(_list(found[KG[name]][0])) for name in ("subjectRole", "objectRole"))
    return subject, object_


def plover(name: str) -> str:
    """The PLOVER type that usually fits an event type or claim class, "NONE" where PLOVER has none.

    >>> plover("Deployment"), plover("Publication")
    ('MOBILIZE', 'NONE')
    """
    return next((term.value for term in _literals(KG[name], KG.ploverType)), "NONE")


@cache
def factuality(notation: str) -> str:
    """The name of a value of the scale of factuality.

    >>> factuality("CT-"), factuality("U")
    ('CTminus', 'Uncommitted')

    Raises:
        KGError: the scale lacks the value.
    """
    scale = {term.value: name for name in _names() for term in _literals(KG[name], SKOS + "notation")}
    if notation not in scale:
        raise KGError(f"no factuality {notation!r}; there are: {', '.join(sorted(scale))}")
    return scale[notation]


def label(name: str, language: str) -> str:
    """What a person reads for a name, in "de" or "en".

    >>> label("Denial", "de"), label("denies", "en")
    ('Bestreitung', 'denies')

    Raises:
        KGError: there is none in the language.
    """
    return _in_language(name, RDFS + "label", language)


def definition(name: str, language: str) -> str:
    """What a name means, in "de" or "en".

    >>> definition("Place", "en")
    'A city, region, border, body of water, or a building as a place.'
    """
    return _in_language(name, SKOS + "definition", language)


def _folder() -> Path:
    """Where the files are: installed as `kg._ontology`, or beside `kg` in a checkout that is not installed."""
    spec = find_spec("kg._ontology")
    return Path(spec.origin).parent if spec and spec.origin else Path(__file__).parent.parent / "ontology"


@cache
def _statements() -> Statements:
    found: Statements = {}
    for quad in ox.parse(turtle("kg.ttl"), format=ox.RdfFormat.TURTLE):
        found.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return found


@cache
def _names() -> tuple[str, ...]:
    return _local(subject.value for subject in _statements() if isinstance(subject, ox.NamedNode))


def _local(iris: Iterable[str]) -> tuple[str, ...]:
    """The names of those IRIs that are ours, sorted."""
    return tuple(sorted(iri.removeprefix(NAMESPACE) for iri in iris if iri.startswith(NAMESPACE)))


def _objects(iri: str, predicate: str) -> list[Term]:
    return _statements().get(ox.NamedNode(iri), {}).get(predicate, [])


def _iris(iri: str, predicate: str) -> list[str]:
    return [term.value for term in _objects(iri, predicate) if isinstance(term, ox.NamedNode)]


def _literals(iri: str, predicate: str) -> list[ox.Literal]:
    return [term for term in _objects(iri, predicate) if isinstance(term, ox.Literal)]


def _in_language(name: str, predicate: str, language: str) -> str:
    for term in _literals(KG[name], predicate):
        if term.language == language:
            return term.value
    raise KGError(f"kg:{name} has no {predicate.rpartition('#')[2]} in language {language!r}")


@cache
def _inverse(predicate: str) -> dict[str, list[str]]:
    """The names from which a predicate leads to an IRI, in one step, by that IRI."""
    found: dict[str, list[str]] = {}
    for name in _names():
        for iri in _iris(KG[name], predicate):
            found.setdefault(iri, []).append(name)
    return found


def _below(predicate: str, iri: str) -> tuple[str, ...]:
    """The names from which a predicate leads to an IRI, in one step or more."""
    found, new = set[str](), {iri}
    while new:
        new = {KG[name] for above in new for name in _inverse(predicate).get(above, [])} - found
        found |= new
    return _local(found)


def _list(head: Term) -> Iterator[str]:
    """The names in an RDF list."""
    while isinstance(head, ox.BlankNode):
        cell = _statements()[head]
        yield from _local(term.value for term in cell[RDF + "first"] if isinstance(term, ox.NamedNode))
        head = cell[RDF + "rest"][0]
