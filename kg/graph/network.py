"""The claim graph as a network of actors, for networkx and what reads its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx

from kg import ontology

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.store import Graph

ACTORS = """
SELECT ?actor (MIN(STR(?class)) AS ?kind) (MIN(STR(?name)) AS ?label) {
  VALUES ?class { %s }
  ?actor a ?class .
  OPTIONAL { ?actor rdfs:label|schema:headline ?name }
} GROUP BY ?actor
"""

STANCES = """
SELECT DISTINCT ?claim ?source ?actor ?role ?stance ?factuality ?event ?type {
  ?claim a kg:Claim, ?stance ; kg:source ?source ; kg:factuality ?factuality ; kg:content+ ?about .
  FILTER(?stance != kg:Claim)
  ?about ?role ?actor .
  ?actor a kg:Actor .
  FILTER(?actor != ?source)
  OPTIONAL { ?about a kg:Event, ?type . FILTER(?type != kg:Event) BIND(?about AS ?event) }
}
"""

FACTS = """
SELECT DISTINCT ?event ?type ?agent ?role ?actor {
  ?claim a kg:Assertion ; kg:source ?document ; kg:factuality kg:CTplus ; kg:content ?event .
  ?document a kg:Document .
  MINUS { ?outer kg:content ?claim }
  ?event a kg:Event, ?type ; kg:agent ?agent ; ?role ?actor .
  FILTER(?type != kg:Event)
  ?agent a kg:Actor .
  ?actor a kg:Actor .
  FILTER(?role != kg:agent || STR(?agent) < STR(?actor))
}
"""


def network(graph: Graph, *, documents: bool = False) -> networkx.MultiDiGraph[str]:
    """Actors as nodes; what they say and what they do as edges. All attributes are strings, as GraphML wants them.

    * A node: IRI, with `label` and `kind` (State, Person, …).
    * An edge from the source of a claim to each actor that the claim is about: `relation` "says", `stance` (Denial),
      `factuality` (CTminus), `type` of the event (Deployment), `role` of the actor in it, `event` and `claim` (IRIs).
    * An edge from the agent to each other actor of an event that an article itself states: `relation` "does", `type`,
      `role`, `event`. Of two agents who meet, the edge starts at the one whose IRI comes first.

    Articles are sources too: with `documents` they are nodes, and their claims edges. Unnamed sources never are.
    """
    found: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    classes = [*ontology.subclasses("Actor"), "Document"] if documents else ontology.subclasses("Actor")
    for actor, kind, label in _rows(graph, ACTORS % " ".join(f"kg:{name}" for name in classes)):
        found.add_node(actor, kind=kind, label=label or actor)
    for claim, source, actor, role, stance, factuality, event, kind in _rows(graph, STANCES):
        if source in found:
            names = {"stance": stance, "factuality": factuality, "type": kind, "role": role, "event": event}
            found.add_edge(source, actor, key=f"{claim} {role} {event}", relation="says", claim=claim, **names)
    for event, kind, agent, role, actor in _rows(graph, FACTS):
        found.add_edge(agent, actor, key=f"{event} {role}", relation="does", type=kind, role=role, event=event)
    return found


def _rows(graph: Graph, sparql: str) -> Iterator[list[str]]:
    """The rows as strings, sorted; names of the ontology without their namespace."""
    rows = sorted([_short(term) for term in row] for row in graph.rows(sparql))
    yield from rows


def _short(value: str) -> str:
    return value.removeprefix(ontology.NAMESPACE)
