"""What a noun of saying says where it stands right behind it, but the parser hung it on the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import SENTENTIAL
from kg.extract.certainty.clauses import is_unmarked_report
from kg.lang.lexicon import REFLEXIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

CLAUSAL = frozenset(("acl", "acl:relcl", "ccomp", "xcomp", "advcl", "appos", "parataxis"))
CLAUSES = frozenset(("ccomp", "quote", "xcomp"))
"""Places of a content that is a clause."""
COLON = ":"


def right_behind(token: Token, lexicon: Lexicon) -> list[Token]:
    """The clause behind a noun that the parser hung on its verb: "bestand in der Ankündigung, *man werde bauen*"."""
    verb, own_preposition = _predicate_of(token), syntax.preposition(token)
    rows = (r for own in ("", REFLEXIVE) for r in lexicon.claims.get(("verb", own + verb.lemma_), ()))
    says = any(row.content & CLAUSES or (own_preposition and own_preposition in row.content) for row in rows)
    if token.dep_ not in ("obj", "obl", "nsubj", "nmod") or (says and token.dep_ != "nsubj"):
        return []
    end = max(t.i for t in token.subtree) + 1
    return [c for c in verb.children if c.dep_ in SENTENTIAL and c.i > token.i and c.left_edge.i in (end, end + 1)]


def behind_colon(token: Token, lexicon: Lexicon) -> list[Token]:
    """What comes: "Das Dementi kam aus dem Palast: *Niemand sei verhaftet worden*"."""
    verb = token.head
    if token.dep_ not in ("nsubj", "obj") or not lexicon.cue("comes_from", verb.lemma_):
        return []
    behind = [c for c in verb.children if c.dep_ in CLAUSAL and c.left_edge.i > token.i and follows_colon(c)]
    # not only in reported mood, as in "… kam am Abend, der Fisch *starb* an Gift"
    return [c for c in behind if is_unmarked_report(c, lexicon) or c.dep_ == "parataxis"]


def follows_colon(clause: Token) -> bool:
    """Whether a colon announces the clause: "Sie ist überzeugt: *Er war es*"."""
    first = clause.left_edge
    return first.i > 0 and COLON in (first.text, first.nbor(-1).text)


def _predicate_of(token: Token) -> Token:
    """The word above, or its predicate where the parser hung it on an auxiliary: "Größer *wird* die Sorge, dass …"."""
    return token.head.head if token.head.dep_ in ("aux", "aux:pass", "cop") else token.head


def phrases_behind(token: Token, row: ClaimFrame) -> list[Token]:
    """As in "Lauter wird der Ruf *nach einem Rücktritt*", which the parser hung on the verb."""
    if token.dep_ != "nsubj":
        return []
    end = max(t.i for t in token.subtree) + 1
    beside = (c for c in _predicate_of(token).children if c.dep_ in ("obl", "obl:arg", "nmod"))
    return [c for c in beside if c.left_edge.i == end and c.adposition in row.content]


def clause_of(verb: Token, noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """As in "trat Befürchtungen entgegen, *dass der Strom knapp wird*", as the verb itself has no such clause."""
    if any("ccomp" in row.content for row in lexicon.claims.get(("noun", noun.lemma_), ())):
        yield from (c for c in verb.children if c.dep_ == "ccomp" and c.i > noun.i and syntax.children(c, "mark"))
