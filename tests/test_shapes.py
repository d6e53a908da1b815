"""The shapes let a good graph through, and reject each bad one for its own reason."""

from __future__ import annotations

import csv
import warnings
from functools import cache
from pathlib import Path

import pytest
import rdflib
from rdflib import SH

from kg import ontology

with warnings.catch_warnings():  # what its own dependencies warn of at import
    warnings.simplefilter("ignore")
    import pyshacl

HERE = Path(__file__).parent / "shapes"
GOOD = (HERE / "good.ttl").read_text(encoding="utf8")
README = (HERE.parent.parent / "ontology" / "README.md").read_text(encoding="utf8")
AROUND = """
<https://example.org/1> a kg:Document , schema:NewsArticle .
<https://example.org/1#char=0,70> a kg:Passage , nif:String ; nif:referenceContext <https://example.org/1> ;
    nif:beginIndex "0"^^xsd:nonNegativeInteger ; nif:endIndex "70"^^xsd:nonNegativeInteger ;
    nif:anchorOf "Moe bestreitet, dass Oslo rund 300 Soldaten nach Finnland entsandt hat" .
<https://example.org/1#char=4,14> a nif:String ; nif:referenceContext <https://example.org/1> ;
    nif:beginIndex "4"^^xsd:nonNegativeInteger ; nif:endIndex "14"^^xsd:nonNegativeInteger ; nif:anchorOf "bestreitet" .
kgd:person-kari-moe a kg:Entity ; rdfs:label "Kari Moe" .
kgd:unit-soldaten-no a kg:Entity ; rdfs:label "Soldaten" .
kgd:Q20 a kg:Entity ; rdfs:label "Norwegen" .
kgd:Q33 a kg:Entity ; rdfs:label "Finnland" .
"""
"""What the example in the README refers to."""


def rows() -> list[dict[str, str]]:
    with (HERE / "bad.tsv").open(encoding="utf8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


@cache
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology.turtle("shapes.ttl"))


def messages(turtle: str, inference: str = "none", vocabulary: rdflib.Graph | None = None) -> set[str]:
    """What SHACL says of a graph."""
    graph = rdflib.Graph().parse(data=turtle)
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes(), inference=inference, ont_graph=vocabulary)
    assert isinstance(report, rdflib.Graph)
    return {str(message) for message in report.objects(None, SH.resultMessage)}


def test_the_shapes_are_shapes() -> None:
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text
    assert (None, SH.sparql, None) not in shapes()


def test_good() -> None:
    assert messages(GOOD) == set()


def test_good_beside_the_ontology_and_with_inference() -> None:
    assert messages(GOOD, "rdfs", rdflib.Graph().parse(data=ontology.turtle("kg.ttl"))) == set()


def test_good_uses_all_that_a_graph_may_have() -> None:
    used = {str(predicate) for predicate in rdflib.Graph().parse(data=GOOD).predicates()}
    names = {iri.removeprefix(ontology.NAMESPACE) for iri in used if iri.startswith(ontology.NAMESPACE)}
    paths = {str(path).removeprefix(ontology.NAMESPACE) for path in shapes().objects(None, SH.path)}
    assert {name for name in names if name not in ontology.KG} == set()
    assert {path for path in paths if path in ontology.KG} - set(ontology.roles()) <= names


def test_the_example_of_the_readme() -> None:
    prefixes = GOOD[: GOOD.index("kgd:doc a")]
    example = README.split("```turtle")[1].split("```")[0]
    assert messages(prefixes + example) != set()
    assert messages(prefixes + example + AROUND) == set()


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['message']} {row['new']}")
def test_bad(row: dict[str, str]) -> None:
    assert GOOD.count(row["old"]) == 1
    assert messages(GOOD.replace(row["old"], row["new"].removeprefix("-"))) == {row["message"]}


def test_each_message_has_a_bad_graph() -> None:
    all_messages = {str(message) for message in shapes().objects(None, SH.message)}
    assert all_messages - {row["message"] for row in rows()} == set()
