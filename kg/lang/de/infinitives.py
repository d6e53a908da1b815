"""Infinitives that the parser tied to the verb behind, not to what stands before their comma.

"Den Plan, Zölle *zu erheben*, lehnte er ab"; "Der Mann, der verdächtigt wird, sie *getötet zu haben*, ist geflohen".
"""

from __future__ import annotations

import csv
from pathlib import Path

from spacy.tokens import Token

ACTIVE, PARTICLE = "VVIZU", "PTKZU"
SUBJECT, OBJECT = "nsubj", "obj"
RELATIVE = "acl:relcl"
COMMA = ","


def _with_infinitive() -> frozenset[str]:
    with (Path(__file__).parent / "claims.tsv").open(encoding="utf8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return frozenset(r["lemma"] for r in rows if r["pos"] == "noun" and "xcomp" in r["content"].split(","))


NOUNS = _with_infinitive()


def infinitive_of(verb: Token) -> None:
    """Hang an infinitive on the noun before its comma: no infinitive has an object before the comma that opens it."""
    upper = verb.head
    if upper.i < verb.i or not _is_infinitive(verb):
        return
    noun = next(verb.lefts, verb)
    if noun.lemma_ not in NOUNS or noun.dep_ not in (SUBJECT, OBJECT):
        return
    opens = next((t.i for t in verb.doc[noun.i : verb.i] if t.text == COMMA), verb.i)
    if any(c.i < opens for c in verb.lefts if c != noun) or opens + 1 >= verb.i:
        return
    named = any(c.dep_ == SUBJECT for c in upper.children)
    noun.head, noun.dep_ = upper, OBJECT if named else SUBJECT
    verb.head, verb.dep_ = noun, "xcomp"
    for child in [c for c in noun.rights if c.dep_ == "appos" and opens < c.i < verb.i]:
        child.head, child.dep_ = verb, OBJECT


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == ACTIVE or any(c.tag_ == PARTICLE for c in verb.children)


def infinitive_behind(verb: Token) -> None:
    """Hang an infinitive on the relative clause right before it, or on the noun that ends its objects.

    The noun before the relative clause then is that of the verb behind: "*Der Mann*, der im Verdacht steht, sie getötet
    zu haben, *wurde gefasst*". The parser may also take the infinitive for a second relative clause: "Truppen, die den
    Befehl hatten, *anzugreifen*".
    """
    upper = verb.head
    second = verb.dep_ == RELATIVE
    noun = upper if second else next(verb.lefts, verb)
    clause = next((c for c in noun.rights if c.dep_ == RELATIVE and c.i < verb.i), None)
    if clause is None or not (second or verb.i < upper.i) or not _is_infinitive(verb):
        return
    end = clause.right_edge.i
    opens = end if verb.doc[end].text == COMMA else end + 1
    if verb.doc[opens].text != COMMA or any(c.i < opens for c in verb.lefts if c != noun):
        return
    if not second:
        noun.head, noun.dep_ = upper, verb.dep_
    ruling = next((c for c in clause.lefts if c.dep_ == OBJECT and c.lemma_ in NOUNS), clause)
    verb.head, verb.dep_ = ruling, "xcomp"
    for child in [c for c in verb.lefts if c.dep_.startswith(SUBJECT)]:
        child.dep_ = OBJECT  # "*seine Frau* getötet zu haben": an infinitive has no subject
