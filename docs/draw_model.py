"""Draws `claim-model.svg` from the ontology and the shapes: `python docs/draw_model.py`.

Boxes are the classes at the top, with the classes or values below them and the properties that hold texts and numbers;
arrows are the properties that join them, dashed ones the direct triples. Needs `graphviz-pure` from PyPI: Graphviz as
one program, which writes the same bytes on every machine.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from textwrap import wrap

from rdflib import OWL, RDF, RDFS, SH, BNode, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

ROOT = Path(__file__).parent.parent
SVG = ROOT / "docs" / "claim-model.svg"
KG = Namespace("https://w3id.org/kg-news/ontology#")
STRING = URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#String")
"""The one class of others that has a box: passages and mentions are strings, cues and frames no more than that."""

GREY = "#5a6672"
HEADER = f"""digraph model {{
  graph [rankdir=LR, nodesep=0.5, ranksep=1.0, fontname="Arial", pad=0.2]
  node [shape=plain, fontname="Arial", fontsize=11]
  edge [fontname="Arial", fontsize=10, color="{GREY}", fontcolor="#27323c", arrowsize=0.7]"""
COLOURS = {"Claim": "#f6c667", "Event": "#9fd0c8", "Entity": "#b9c9e8", "Document": "#d9d4c7"}
PLAIN = "#e6e9ec"
LEFT = "ALIGN='LEFT' BALIGN='LEFT' VALIGN='TOP'"
BREAK = "<BR ALIGN='LEFT'/>"


@cache
def ontology() -> Graph:
    """The vocabulary and its shapes in one graph."""
    return Graph().parse(ROOT / "ontology" / "kg.ttl").parse(ROOT / "ontology" / "shapes.ttl")


def name(term: Node) -> str:
    """How a term is written: "Claim" for ours, "nif:String" for others'."""
    short = str(ontology().namespace_manager.normalizeUri(str(term)))
    return short.removeprefix("kg:")


def named(terms: Iterable[Node | None]) -> list[str]:
    """The names of those terms that have an IRI, sorted, ours first."""
    return sorted({name(term) for term in terms if isinstance(term, URIRef)}, key=lambda n: (":" in n, n))


def ours(terms: Iterable[Node]) -> list[URIRef]:
    """Those terms that are of our vocabulary, sorted."""
    return sorted(term for term in terms if isinstance(term, URIRef) and term in KG)


def boxes() -> list[URIRef]:
    """Our classes that have no class of ours above them, and the strings."""
    classes = ours(ontology().subjects(RDF.type, OWL.Class))
    return [c for c in classes if not ours(ontology().objects(c, RDFS.subClassOf))] + [STRING]


def top(term: Node) -> Node:
    """The box that a class stands in."""
    while parents := ours(ontology().objects(term, RDFS.subClassOf)):
        term = parents[0]
    return term


def members(term: Node | None) -> list[Node]:
    """The classes that a domain or range joins, or the one that it is."""
    if not isinstance(term, BNode):
        return [] if term is None else [term]
    heads = [head for joined in (OWL.unionOf, OWL.oneOf) for head in ontology().objects(term, joined)]
    return [m for head in heads for member in Collection(ontology(), head) for m in members(member)]


def ends(property_: Node, side: URIRef) -> list[Node]:
    """What a property has as domain or range; where only the property above it says that, the first of them."""
    above = [end for parent in ours(ontology().objects(property_, RDFS.subPropertyOf)) for end in ends(parent, side)]
    return members(ontology().value(property_, side)) or above[:1]


def below(class_: Node, depth: int = 0) -> Iterator[str]:
    """The classes below one, as an indented list; or the values of a class that lists them."""
    for child in ours(ontology().subjects(RDFS.subClassOf, class_)):
        yield "&#160;" * 3 * depth + escape(name(child))
        yield from below(child, depth + 1)
    if depth == 0:
        yield from named(ontology().subjects(RDF.type, class_))


def shaped(class_: Node) -> Iterator[tuple[Node, Node | None]]:
    """The properties of others that the shape of a class has, each with the class of its values.

    What the shape says of a class above as well is that one's: a passage has offsets because it is a string.
    """
    for shape in ontology().subjects(SH.targetClass, class_):
        if set(ontology().objects(class_, RDFS.subClassOf)) & set(ontology().objects(shape, SH.targetClass)):
            continue
        for property_ in ontology().objects(shape, SH.property):
            path = ontology().value(property_, SH.path)
            if isinstance(path, URIRef) and path not in KG and path != RDF.type:
                yield path, ontology().value(property_, SH["class"])


def texts(class_: Node) -> list[str]:
    """The properties with texts and numbers."""
    held = ontology().subjects(RDF.type, OWL.DatatypeProperty)
    own = [p for p in held if class_ in {top(end) for end in ends(p, RDFS.domain)}]
    return named([*own, *(path for path, target in shaped(class_) if target is None)])


def box(class_: URIRef) -> str:
    """A class as a table: its name, what is below it, its texts."""
    title, listed, held = name(class_), list(below(class_)) if class_ in KG else [], texts(class_)
    columns = 2 if len(listed) > 14 else 1
    height = -(-len(listed) // columns)
    cells = [listed[i * height : (i + 1) * height] for i in range(columns)]
    rows = [f"<TD BGCOLOR='{COLOURS.get(title, PLAIN)}' COLSPAN='{columns}'><B>{title}</B></TD>"]
    if listed:
        rows.append("".join(f"<TD {LEFT}>{BREAK.join(cell)}{BREAK}</TD>" for cell in cells))
    if held:
        rows.append(f"<TD {LEFT} COLSPAN='{columns}'><FONT COLOR='{GREY}'>{BREAK.join(held)}{BREAK}</FONT></TD>")
    table = "".join(f"<TR>{row}</TR>" for row in rows)
    frame = f"BORDER='0' CELLBORDER='1' CELLSPACING='0' CELLPADDING='7' COLOR='{GREY}'"
    return f'  "{title}" [label=<<TABLE {frame}>{table}</TABLE>>]'


def joins() -> Iterator[tuple[bool, Node, Node, Node]]:
    """The properties between boxes: whether of direct triples, from where, to where, which."""
    above = set(ontology().objects(None, RDFS.subPropertyOf))
    for property_ in ours(ontology().subjects(RDF.type, OWL.ObjectProperty)):
        direct = (property_, KG.directFor, None) in ontology()
        for start in [] if property_ in above else ends(property_, RDFS.domain):
            for end in ends(property_, RDFS.range):
                yield direct, top(start), top(end), property_
    for class_ in boxes():
        for path, target in shaped(class_):
            if target is not None:
                yield False, class_, target, path


def arrows() -> Iterator[str]:
    """One arrow for all properties between the same two boxes; a hollow one to the class above."""
    found: dict[tuple[bool, str, str], list[Node]] = {}
    for direct, start, end, property_ in joins():
        found.setdefault((direct, name(start), name(end)), []).append(property_)
    for (direct, start_, end_), properties in sorted(found.items()):
        words = wrap(", ".join(named(properties)), 44 if direct else 24)
        # A loop would run through its words, and two loops through each other's.
        words += [" "] if direct and start_ == end_ else []
        port = ", headport=s, tailport=s" if not direct and start_ == end_ else ""
        label, style = "\\n".join(words), f"{port}, style={'dashed' if direct else 'solid'}"
        yield f'  "{start_}" -> "{end_}" [label="{label}"{style}]'
    for class_ in ours(ontology().subjects(RDFS.subClassOf, STRING)):
        yield f'  "{name(class_)}" -> "{name(STRING)}" [arrowhead=empty]'


def dot() -> str:
    """The diagram in DOT."""
    return "\n".join([HEADER, *(box(class_) for class_ in boxes()), *arrows(), "}", ""])


def mark() -> str:
    """The comment by which a test knows that the picture is that of today's ontology."""
    return f"<!-- docs/draw_model.py {hashlib.sha256(dot().encode()).hexdigest()} -->"


def main() -> None:
    """Draw."""
    command = ["graphviz-pure", "-Tsvg"]
    drawn = subprocess.run(command, input=dot(), capture_output=True, check=True, encoding="utf8").stdout
    # Graphviz measures the words in Arial and names no font of the same widths for machines without it.
    drawn = drawn.replace('"Arial"', '"Arial, Liberation Sans, Helvetica, sans-serif"')
    SVG.write_text(f"{drawn}{mark()}\n", encoding="utf8")


if __name__ == "__main__":
    main()
