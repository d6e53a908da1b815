"""Quads as Turtle, TriG, N-Quads and JSON-LD: the same bytes for the same quads, in whatever order they come."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    Triple,
    parse,
    serialize,
)

from kg.errors import KGError
from kg.graph.names import KG, NIF, PREFIXES, XSD, A, shorten

FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
"""By file name extension. Turtle has no named graphs: it gets the union of them."""


COUNTS = {NamedNode(NIF + "beginIndex"), NamedNode(NIF + "endIndex"), NamedNode(KG + "size")}
INTEGER = f"{XSD}integer>"
COUNT = re.compile(
    rf'(<(?:{"|".join(sorted(re.escape(p.value) for p in COUNTS))})> "[0-9]+"\^\^<{re.escape(XSD)})integer>'
)
"""A count in N-Quads as a store writes it; a quotation mark within a literal has a backslash before it."""
NUMBER = re.compile("[0-9]+")


def rdf_format(path: str | Path | None, name: str | None = None) -> str:
    """The format of that name, else the one that the extension of the path says.

    >>> rdf_format("news.trig")
    'trig'
    """
    found = name if name is not None else Path(path or "").suffix.removeprefix(".").lower()
    if found not in FORMATS:
        what = f"{path}: unknown format" if name is None else f"unknown format {name!r}"
        raise KGError(f"{what}; there are: {', '.join(FORMATS)}")
    return found


def lossless(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads of a store, with the datatype that NIF and the ontology ask of offsets and sizes.

    Oxigraph keeps every integer as xsd:integer.
    """
    for quad in quads:
        if quad.predicate in COUNTS and isinstance(quad.object, Literal):
            count = Literal(quad.object.value, datatype=NamedNode(XSD + "nonNegativeInteger"))
            yield Quad(quad.subject, quad.predicate, count, quad.graph_name)
        else:
            yield quad


def ordered(quads: Iterable[Quad]) -> list[Quad]:
    """By graph, subject and predicate, the class of a thing first; "char=9" comes before "char=10"."""
    return sorted(
        quads,
        key=lambda q: (str(q.graph_name), _natural(q.subject), q.predicate != A, q.predicate.value, _natural(q.object)),
    )


def _natural(term: object) -> tuple[str, str]:
    text = str(term)
    return NUMBER.sub(lambda digits: digits[0].zfill(9), text), text


def lines(store: Store) -> Iterator[str]:
    """The quads of a store as lines of N-Quads; the datatypes as `lossless` has them."""
    text = store.dump(format=RdfFormat.N_QUADS) or b""
    for line in text.decode("utf8").split("\n")[:-1]:
        # most lines have no integer, and to look for one is ten times faster than to match
        yield (COUNT.sub(r"\1nonNegativeInteger>", line) if INTEGER in line else line) + "\n"


def write_lines(found: Iterable[str], output: IO[bytes]) -> None:
    """Write lines of N-Quads, sorted."""
    # one by one: most are ASCII, which costs a third, but a joined text is not
    output.writelines(map(str.encode, sorted(found)))


def write(quads: Iterable[Quad], output: IO[bytes], name: str) -> None:
    """Write the quads as Turtle, TriG or JSON-LD; N-Quads are lines."""
    if name == "ttl":
        quads = {Quad(q.subject, q.predicate, q.object) for q in quads}
    in_order = ordered(lossless(quads))
    if name == "jsonld":
        output.writelines(line.encode("utf8") for line in _json_ld(in_order))
    elif name == "ttl":
        turtle = serialize((q.triple for q in in_order), format=FORMATS[name], prefixes=PREFIXES) or b""
        # An empty line before each subject; line breaks of literals are escaped.
        output.writelines(b"\n" + ln if ln[:1] not in b"@\t" else ln for ln in turtle.splitlines(keepends=True))
    else:
        serialize(in_order, output, FORMATS[name], prefixes=PREFIXES)


def read(path: str | Path, name: str | None = None) -> list[Quad]:
    """The quads of a file.

    The triples of a Turtle file that tells of one document are that document's named graph again, so that building the
    document once more replaces them; those of several documents cannot be told apart and stay in the default graph.
    """
    chosen = rdf_format(path, name)
    try:
        with Path(path).open("rb") as file:
            quads = list(parse(file, FORMATS[chosen]))
    except OSError as error:
        raise KGError(f"{path}: {error.strerror or error}") from None
    except SyntaxError as error:
        line = f"{error.lineno}:" if error.lineno else ""
        raise KGError(f"{path}:{line} not {FORMATS[chosen].name}: {error.msg}") from None
    if chosen != "ttl":
        return quads
    documents = {q.subject for q in quads if q.predicate == A and q.object == NamedNode(KG + "Document")}
    if len(documents) != 1:
        return quads
    (document,) = documents
    return [Quad(q.subject, q.predicate, q.object, document) for q in quads]


def _json_ld(quads: list[Quad]) -> Iterator[str]:
    # Oxigraph writes JSON-LD without a context, that is, with every IRI in full.
    yield '{"@context": ' + json.dumps(PREFIXES) + ',\n"@graph": ['
    separator = "\n"
    for graph, members in groupby(quads, key=lambda q: q.graph_name):
        nodes = ",\n".join(_nodes(members))
        whole = nodes if isinstance(graph, DefaultGraph) else f'{{"@id": {_text(_id(graph))}, "@graph": [\n{nodes}]}}'
        yield separator + whole
        separator = ",\n"
    yield "\n]}\n"


def _nodes(quads: Iterable[Quad]) -> Iterator[str]:
    for subject, about in groupby(quads, key=lambda q: q.subject):
        properties: dict[str, object] = {"@id": _id(subject)}
        for predicate, same in groupby(about, key=lambda q: q.predicate):
            if predicate == A:
                properties["@type"] = [_id(q.object) for q in same]
            else:
                properties[_id(predicate)] = [_value(q.object) for q in same]
        yield _text(properties)


def _id(term: NamedNode | BlankNode | Literal | Triple) -> str:
    if isinstance(term, BlankNode):
        return str(term)
    if not isinstance(term, NamedNode):
        raise KGError(f"JSON-LD has no place for {term}")
    short = shorten(term.value)
    # "kgd://x" would be read as an IRI in full.
    return term.value if short.partition(":")[2].startswith("//") else short


def _value(term: NamedNode | BlankNode | Literal | Triple) -> object:
    if not isinstance(term, Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == XSD + "string":
        return term.value
    return {"@value": term.value, "@type": _id(term.datatype)}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
