"""The vocabulary is whole, the code reads it, and the shapes and the picture name what it names."""

from __future__ import annotations

import importlib.util
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import OWL, PROV, RDF, RDFS, SH, SKOS
from rdflib.collection import Collection
from rdflib.term import Literal, Node, URIRef

from kg import ontology
from kg.errors import KGError
from kg.model import Factuality, Quantity
from kg.ontology import KG

ROOT = Path(__file__).parent.parent
KGS = "https://w3id.org/kg-news/shapes#"
SVG = ROOT / "docs" / "claim-model.svg"
PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT NONE"
)
ROLES = "agent destination instrument location origin partner patient recipient topic"
BY_CASE = "Factuality Mention Passage SizeQualifier factuality mention passage sizeQualifier"
"""Classes, and the properties that lead to them."""
LANGUAGES = ("de", "en")
NAMES = sorted(KG)


@cache
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology.turtle("kg.ttl"))


@cache
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology.turtle("shapes.ttl"))


def ours(terms: Iterator[Node] | list[Node]) -> list[str]:
    """The names of those terms that are of our namespace, sorted."""
    return sorted(
        str(term).removeprefix(ontology.NAMESPACE) for term in terms if str(term).startswith(ontology.NAMESPACE)
    )


# The Turtle


@pytest.mark.parametrize("file", ["kg.ttl", "shapes.ttl"])
def test_both_parsers_read_the_same(file: str) -> None:
    read = rdflib.Graph().parse(data=ontology.turtle(file))
    oxigraph = list(ox.parse(ontology.turtle(file), format=ox.RdfFormat.TURTLE))
    assert len(set(oxigraph)) == len(oxigraph) == len(read)
    named = {str(q.subject) + str(q.predicate) + str(q.object) for q in oxigraph if not _blank(q)}
    assert named == {s.n3() + p.n3() + o.n3() for s, p, o in read if not {type(s), type(o)} & {rdflib.BNode}}


def _blank(quad: ox.Quad) -> bool:
    return isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)


@pytest.mark.parametrize("file", ["kg.ttl", "shapes.ttl", "README.md"])
def test_text_is_nfc_without_tabs(file: str) -> None:
    text = (ROOT / "ontology" / file).read_text(encoding="utf8")
    assert text == unicodedata.normalize("NFC", text)
    assert "\t" not in text


def test_each_name_is_declared_once() -> None:
    starts = [line.split()[0] for line in ontology.turtle("kg.ttl").splitlines() if line.startswith("kg:")]
    assert [name for name, count in Counter(starts).items() if count > 1] == []
    assert sorted(starts) == [f"kg:{name}" for name in NAMES]


def test_names_differ_in_more_than_case_only_where_a_property_leads_to_its_class() -> None:
    lower = Counter(name.lower() for name in NAMES)
    assert [name for name in NAMES if lower[name.lower()] > 1] == BY_CASE.split()


@pytest.mark.parametrize("name", NAMES)
def test_each_name_has_a_label_and_a_definition_in_both_languages(name: str) -> None:
    for predicate in (RDFS.label, SKOS.definition):
        found = [o for o in vocabulary().objects(URIRef(KG[name]), predicate) if isinstance(o, Literal)]
        assert sorted(str(literal.language) for literal in found) == list(LANGUAGES)
        assert all(str(literal) and str(literal) == str(literal).strip() for literal in found)
    for language in LANGUAGES:
        assert ontology.definition(name, language).endswith((".", "“", '"'))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["classes", "properties"])
def test_labels_are_unique(kind: str, language: str) -> None:
    names = [name for name in NAMES if name[0].isupper() == (kind == "classes")]
    labels = Counter(ontology.label(name, language) for name in names)
    assert [label for label, count in labels.items() if count > 1] == []


def test_terms_of_others_are_declared() -> None:
    used = {term for p in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.range) for term in vocabulary().objects(None, p)}
    builtin = {RDFS.Literal, RDF.List, rdflib.XSD.string, rdflib.XSD.nonNegativeInteger}
    others = {term for term in used if isinstance(term, URIRef) and not ours([term])} - builtin
    assert PROV.wasAttributedTo in others
    assert {term for term in others if (term, RDF.type, None) not in vocabulary()} == set()


def test_header() -> None:
    header = URIRef("https://w3id.org/kg-news/ontology")
    assert (header, RDF.type, OWL.Ontology) in vocabulary()
    for predicate in (OWL.versionInfo, rdflib.DCTERMS.license, rdflib.DCTERMS.creator, rdflib.DCTERMS.title):
        assert (header, predicate, None) in vocabulary()


# What the code reads in it


def test_closed() -> None:
    assert KG.Denial == "https://w3id.org/kg-news/ontology#Denial" == KG["Denial"]
    assert "Denial" in KG
    assert "Rumour" not in KG
    with pytest.raises(KGError, match="no name 'deplyos'; did you mean deploys"):
        _ = KG.deplyos
    with pytest.raises(KGError, match="no name 'Deployement'; did you mean Deployment or "):
        ontology.types("Deployement")
    assert not hasattr(KG, "__wrapped__")


def test_classes() -> None:
    assert len(ontology.event_types()) == 29
    assert len(ontology.claim_classes()) == 12
    assert " ".join(ontology.roles()) == ROLES
    assert ontology.types("Deployment") == ("Deployment", "Event")
    assert ontology.types("Entity") == ("Entity",)


@pytest.mark.parametrize("name", [*ontology.event_types(), *ontology.claim_classes()])
def test_each_type_has_one_direct_property_and_a_plover_code(name: str) -> None:
    assert ours(list(vocabulary().subjects(URIRef(KG.directFor), URIRef(KG[name])))) == [ontology.direct_property(name)]
    assert ontology.plover(name) in PLOVER.split()
    assert len(list(vocabulary().objects(URIRef(KG[name]), URIRef(KG.ploverType)))) == 1


def test_a_direct_property_is_for_one_type() -> None:
    found = [ontology.direct_property(name) for name in (*ontology.event_types(), *ontology.claim_classes())]
    assert len(set(found)) == len(found)
    with pytest.raises(KGError, match="no property"):
        ontology.direct_property("Person")


@pytest.mark.parametrize("name", ontology.event_types())
def test_direct_triples_join_roles(name: str) -> None:
    subjects, objects = ontology.direct_roles(name)
    assert subjects
    assert objects
    assert set(subjects + objects) <= set(ontology.roles())
    symmetric = (URIRef(KG[ontology.direct_property(name)]), RDF.type, OWL.SymmetricProperty) in vocabulary()
    assert symmetric == ("agent" in objects)


def test_scales_are_those_of_the_records() -> None:
    names = [ontology.factuality(value) for value in Factuality]
    assert len(set(names)) == 7
    with pytest.raises(KGError, match="no factuality 'CT'; there are: CT\\+"):
        ontology.factuality("CT")
    assert f"{KG.SizeQualifier}" in {str(o) for o in vocabulary().objects(URIRef(KG[Quantity(1).qualifier]), RDF.type)}


def test_a_missing_language_raises() -> None:
    with pytest.raises(KGError, match="no label in language 'fr'"):
        ontology.label("Denial", "fr")


def test_the_picture_is_of_this_ontology() -> None:
    spec = importlib.util.spec_from_file_location("draw_model", ROOT / "docs" / "draw_model.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert SVG.read_text(encoding="utf8").rstrip().endswith(module.mark()), "run python docs/draw_model.py"


# The shapes name what the ontology names


def listed(shape: str, path: Node, *steps: Node) -> list[str]:
    """The names in the list under a property of a shape."""
    for property_ in shapes().objects(URIRef(KGS + shape), SH.property):
        if shapes().value(property_, SH.path) == path or path is SH.alternativePath:
            node: Node | None = property_
            for step in steps:
                node = shapes().value(node, step)
            if node is not None:
                return ours(list(Collection(shapes(), node)))
    raise AssertionError(f"{shape} has no such list")


def targets(shape: str, kind: URIRef) -> list[str]:
    return ours(list(shapes().objects(URIRef(KGS + shape), kind)))


def test_shapes_name_only_what_there_is() -> None:
    used = {term for triple in shapes() for term in triple if str(term).startswith(ontology.NAMESPACE)}
    assert [name for name in ours(list(used)) if name not in KG] == []


def test_lists_of_classes_in_the_shapes() -> None:
    kind = (SH.qualifiedValueShape, SH["in"])
    assert listed("Claim", RDF.type, *kind) == list(ontology.claim_classes())
    assert listed("Event", RDF.type, *kind) == list(ontology.event_types())
    assert set(listed("Entity", RDF.type, *kind)) == set(ontology.subclasses("Entity")) - {"Actor", "Place"}
    assert targets("Claim", SH.targetClass) == sorted(["Claim", *ontology.claim_classes()])
    assert targets("Event", SH.targetClass) == sorted(["Event", *ontology.event_types()])
    assert targets("Entity", SH.targetClass) == sorted(["Entity", *ontology.subclasses("Entity")])


def test_lists_of_properties_in_the_shapes() -> None:
    events = sorted(ontology.direct_property(name) for name in ontology.event_types())
    claims = sorted(ontology.direct_property(name) for name in ontology.claim_classes())
    path = (SH.path, SH.alternativePath)
    assert targets("Event", SH.targetSubjectsOf) == list(ontology.roles())
    assert targets("DirectTriple", SH.targetSubjectsOf) == events == listed("DirectTriple", SH.alternativePath, *path)
    assert targets("Stance", SH.targetSubjectsOf) == claims == listed("Stance", SH.alternativePath, *path)


def test_lists_of_values_in_the_shapes() -> None:
    def individuals(name: str) -> list[str]:
        return ours(list(vocabulary().subjects(RDF.type, URIRef(KG[name]))))

    assert listed("Claim", URIRef(KG.factuality), SH["in"]) == individuals("Factuality")
    assert listed("Size", URIRef(KG.sizeQualifier), SH["in"]) == individuals("SizeQualifier")


def test_each_property_of_a_closed_class_is_in_its_shape() -> None:
    for shape in ("Claim", "Statement", "Event"):
        paths = {shapes().value(p, SH.path) for p in shapes().objects(URIRef(KGS + shape), SH.property)}
        for name in NAMES:
            domains = _members(vocabulary().value(URIRef(KG[name]), RDFS.domain))
            if URIRef(KG[shape]) in domains and name != "participant":
                assert URIRef(KG[name]) in paths, f"kg:{name} of {shape}"


def _members(domain: Node | None) -> list[Node]:
    head = vocabulary().value(domain, OWL.unionOf) if domain else None
    return list(Collection(vocabulary(), head)) if head else [domain] if domain else []
