"""Why something is in the graph: the claims about it, with their sentences; from the graph alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import ontology
from kg.errors import KGError
from kg.graph.names import KG, expand, node
from kg.model import Factuality

if TYPE_CHECKING:
    from kg.graph.store import Graph

CLAIMS = """
SELECT DISTINCT ?document ?begin ?claim ?stance ?factuality ?source ?content ?quotation ?end ?sentence {
  { BIND(<%(iri)s> AS ?claim) }
  UNION { ?claim ?property <%(iri)s> }
  UNION { ?claim kg:content+ <%(iri)s> }
  UNION { ?claim kg:content+ ?part . ?part ?role <%(iri)s> }
  ?claim a kg:Claim, ?stance ; kg:factuality ?factuality ; kg:passage ?passage ; kg:source ?speaker .
  FILTER(?stance != kg:Claim)
  ?passage nif:anchorOf ?sentence ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:referenceContext ?document .
  OPTIONAL {
    SELECT ?speaker (MIN(STR(?name)) AS ?named) { ?speaker rdfs:label|schema:headline ?name } GROUP BY ?speaker
  }
  BIND(COALESCE(?named, REPLACE(STR(?speaker), "^.*#", "")) AS ?source)
  OPTIONAL { SELECT ?claim (MIN(STR(?label)) AS ?content) { ?claim kg:content/rdfs:label ?label } GROUP BY ?claim }
  OPTIONAL { ?claim kg:quotation ?quotation }
}
ORDER BY ?document ?begin ?claim
"""

SPANS = """
SELECT DISTINCT ?claim ?begin ?end {
  VALUES ?claim { %s }
  ?claim kg:cue|kg:trigger ?span .
  ?span nif:beginIndex ?begin ; nif:endIndex ?end .
} ORDER BY ?begin DESC(?end)
"""

RULES = """
SELECT ?claim ?rule { VALUES ?claim { %s } ?claim kg:rule ?rule } ORDER BY ?rule
"""
"""In the order of the alphabet, words of saying (claims.tsv) stand before what is said (events.tsv)."""

VIA = """
SELECT ?claim (MIN(STR(?name)) AS ?label) {
  VALUES ?claim { %s }
  ?claim kg:via ?actor . ?actor rdfs:label ?name .
  OPTIONAL { ?claim kg:viaList/rdf:rest* ?element . ?element rdf:first ?actor }
} GROUP BY ?claim ?actor ORDER BY MIN(STR(?element))
"""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim with the reason for it."""

    claim: str
    type: str
    factuality: str
    source: str
    content: str
    quotation: str
    rule: str
    document: str
    begin: int
    end: int
    sentence: str
    via: tuple[str, ...]
    marks: tuple[tuple[int, int], ...]
    """Where, in the sentence, the words are that made it a claim."""

    def marked(self, before: str = "[", after: str = "]") -> str:
        """The sentence in one line, with those words marked.

        >>> found = Explanation("", "", "", "", "", "", "", "", 0, 20, "Oslo bestreitet das.", (), ((5, 15),))
        >>> found.marked()
        'Oslo [bestreitet] das.'
        """
        text = "".join(c if c.isprintable() else " " for c in self.sentence)
        pieces, done = [], 0
        for begin, end in self.marks:
            pieces += [text[done:begin], before, text[begin:end], after]
            done = end
        return " ".join("".join([*pieces, text[done:]]).split())


def explain(graph: Graph, iri: str) -> list[Explanation]:
    """The claims that a node stands in, in text order.

    The node is a claim, an event, an actor (source, via, addressee or in a role of the event), a passage or a document,
    as an IRI in full or with a prefix: `kgd:Q159`.
    """
    name = node(expand(iri)).value
    rows = graph.rows(CLAIMS % {"iri": name})
    if not rows:
        raise KGError(f"the graph has no claim about {iri}")
    claims = " ".join(f"<{row[2]}>" for row in rows)
    spans, via = defaultdict[str, list[tuple[int, int]]](list), defaultdict[str, list[str]](list)
    for claim, begin, end in graph.rows(SPANS % claims):
        spans[claim].append((int(begin), int(end)))
    for claim, label in graph.rows(VIA % claims):
        via[claim].append(label)
    rules = defaultdict[str, list[str]](list)
    for claim, rule in graph.rows(RULES % claims):
        rules[claim].append(rule)
    return [_explanation(row, " ".join(rules[row[2]]), spans[row[2]], via[row[2]]) for row in rows]


def _notation(name: str) -> str:
    return next(value for value in Factuality if ontology.factuality(value) == name)


def _explanation(row: list[str], rule: str, spans: list[tuple[int, int]], via: list[str]) -> Explanation:
    document, begin, claim, stance, factuality, source, content, quotation, end, sentence = row
    start = int(begin)
    marks: list[tuple[int, int]] = []
    for left, right in spans:
        # A trigger inside a cue ("zum Ausdruck bringen"), or in the sentence before, is not marked.
        if left - start >= (marks[-1][1] if marks else 0) and right - start <= len(sentence):
            marks.append((left - start, right - start))
    return Explanation(
        claim=claim,
        type=stance.removeprefix(KG),
        factuality=_notation(factuality.removeprefix(KG)),
        source=source,
        content=content,
        quotation=quotation,
        rule=rule,
        document=document,
        begin=start,
        end=int(end),
        sentence=sentence,
        via=tuple(via),
        marks=tuple(marks),
    )
