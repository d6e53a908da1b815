"""The graph as a network of actors."""

from __future__ import annotations

from pathlib import Path

import networkx
import pytest

from kg.graph import Graph
from tests.graph import made


@pytest.fixture
def graph() -> Graph:
    found = Graph()
    found.add(made.extraction())
    found.add(made.extraction(number=2))
    return found


def test_actors_are_nodes(graph: Graph) -> None:
    network = graph.to_networkx()
    assert {"kind": "State", "label": "Russland"} == network.nodes[made.RUSSIA.iri]
    assert {"kind": "Unit", "label": "nordkoreanische Soldaten"} == network.nodes[made.SOLDIERS.iri]
    assert {"State", "Person", "Unit", "Organization"} == {network.nodes[actor]["kind"] for actor in network}


def test_a_claim_is_an_edge_to_each_actor_it_is_about(graph: Graph) -> None:
    edges = graph.to_networkx().get_edge_data(made.SOUTH_KOREA.iri, made.NORTH_KOREA.iri)
    found = sorted(edges.values(), key=lambda edge: str(edge["claim"]))
    assert {
        "relation": "says",
        "claim": f"{made.DATA}claim-1-1",
        "stance": "Accusation",
        "factuality": "CTplus",
        "type": "Deployment",
        "role": "agent",
        "event": made.DEPLOYMENT.iri,
    } == found[0]
    assert 2 == len(found)


def test_what_articles_state_is_one_edge(graph: Graph) -> None:
    does = [(a, b, d) for a, b, d in graph.to_networkx().edges(data=True) if "does" == d["relation"]]
    attributes = {"relation": "does", "type": "Meeting", "role": "agent", "event": made.MEETING.iri}
    assert [(made.KIM.iri, made.PUTIN.iri, attributes)] == does


def test_articles_are_nodes_if_asked_for(graph: Graph) -> None:
    article = "https://example.org/1"
    assert article not in graph.to_networkx()
    network = graph.to_networkx(documents=True)
    assert "Document" == network.nodes[article]["kind"]
    assert made.KIM.iri in network[article]


def test_it_is_written_and_read_as_graphml_and_gexf(graph: Graph, tmp_path: Path) -> None:
    network = graph.to_networkx(documents=True)
    networkx.write_graphml(network, tmp_path / "a.graphml")
    networkx.write_gexf(network, tmp_path / "a.gexf")
    read = networkx.read_graphml(tmp_path / "a.graphml", force_multigraph=True)
    assert network.number_of_edges() == read.number_of_edges()
    assert {n: network.nodes[n] for n in network} == {n: read.nodes[n] for n in read}


def test_it_does_not_depend_on_the_order(graph: Graph) -> None:
    other = Graph()
    other.add(made.extraction(number=2))
    other.add(made.extraction())
    assert list(graph.to_networkx().edges(data=True)) == list(other.to_networkx().edges(data=True))


def test_an_empty_graph() -> None:
    assert 0 == len(Graph().to_networkx())
