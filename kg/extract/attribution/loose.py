"""What a verb of saying says, where the parser hung it elsewhere: on the addressee, or as a clause beside the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.circumstances import is_circumstance
from kg.extract.attribution.cue import asks, is_reported, is_zu_infinitive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

ATTACHED = frozenset(("parataxis", "conj", "advcl", "appos", "dep", "acl", "acl:relcl", "xcomp", "ccomp"))
"""Relations by which the parser may join a content to the verb of saying or to a word of its clause."""


def loose_content(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    """A content that the parser hung elsewhere: on the addressee, or as a clause beside the verb.

    "appellierten an die Entführer, ihn freizulassen"; "…, nachdem Kiew erklärt hatte, Moskau habe angegriffen".
    """
    above, below = syntax.ancestors(verb), verb.subtree
    for node in verb.doc.tokens[verb.i + 1 : verb.sent.end]:
        if node.dep_ not in ATTACHED or not syntax.is_predicate(node):
            continue
        if node.dep_ == "advcl" and is_circumstance(node, lexicon):
            continue  # "habe Gäste begrüßt, *als* der Wirt angegriffen worden sei"
        if node.head not in above and (node.head not in below or syntax.is_predicate(node.head)):
            continue
        if _is_of_another(node, verb, lexicon):
            continue
        beside = node.head.i == verb.i and not any(map(syntax.is_relative, node.subtree))
        unreal = beside and syntax.mood(node) == "Sub" and not syntax.children(node, "mark", "cc")
        if is_reported(node, lexicon) or unreal or (is_zu_infinitive(node) and "xcomp" in row.content):
            yield node
            return
    if verb.dep_ in ("nsubj", "nsubj:pass", "csubj") and syntax.is_predicate(verb.head):
        if asks(verb):
            return  # "*Was er antwortete*, ist unklar"
        yield verb.head  # "Das berichteten Medien Moskau habe beschlossen …": a full stop is missing
    if verb.dep_ in ("parataxis", "dep", "conj", "advcl") and not syntax.children(verb, "mark", "cc"):
        head = verb.head
        if is_reported(head, lexicon) or verb.dep_ == "parataxis" or _is_inverted(verb):
            yield head  # "Die Lage sei ernst, sagte er."


def _is_of_another(node: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause of saying ends right before: "brachte Sorge zum Ausdruck, nachdem Kiew *erklärt hatte*, …"."""
    before = [t for t in node.doc.tokens[verb.i : node.left_edge.i] if not t.is_punct]
    told = syntax.clause(before[-1]) if before else verb
    return told.i != verb.i and told.dep_ == "advcl" and ("verb", told.lemma_) in lexicon.claims


def _is_inverted(verb: Token) -> bool:
    """Whether the clause begins with its verb after what is said: "Zwei Menschen starben, teilte die Polizei mit"."""
    subject = syntax.own_subject(verb)
    first = next((t for t in verb.subtree if not t.is_punct and not t.is_space), verb)
    after = verb.head.i < first.i and first.i > verb.sent.start and first.nbor(-1).is_punct
    return after and subject is not None and first.i == syntax.finite(verb).i < subject.i
