"""Records to quads, the store, SPARQL: `Graph` and what is around it."""

from kg.graph.explain import Explanation, explain
from kg.graph.names import PREFIXES, expand, shorten
from kg.graph.queries import NamedQuery, named_queries
from kg.graph.store import Graph
from kg.graph.triples import quads

__all__ = [
    "PREFIXES",
    "Explanation",
    "Graph",
    "NamedQuery",
    "expand",
    "explain",
    "named_queries",
    "quads",
    "shorten",
]
