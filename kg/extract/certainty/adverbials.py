"""Adverbial clauses: whether what they say happened, by their conjunction and by the clause that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.certainty.clauses import clause, has_own_finite
from kg.extract.certainty.conditions import is_condition, only_just
from kg.extract.certainty.judgement import CERTAIN, Judgement
from kg.extract.certainty.presupposed import happened_so, is_told_elsewhere, tells_how

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

CIRCUMSTANCES = ("factive", "conditional", "purpose", "until", "without")
"""The kinds of conjunctions that begin no content."""
OPEN = frozenset(("PS", "U"))


def adverbial(node: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """An adverbial clause: its conjunction decides ("nachdem": a fact; "wenn", "um": open; others: unknown)."""
    marks = [syntax.words(c) for c in node.children if c.dep_ == "mark"]
    if (node.i < node.head.i or lexicon.claims.get(("adjective", node.head.lower_))) and tells_how(node, lexicon):
        return found  # "*Warum sie ihn freigelassen haben*, soll ein Gutachter klären"
    if any(lexicon.cue("conditional", *words) for words in marks):
        return found.supposed() if is_condition(node, lexicon) else found
    if _is_as_if(node, lexicon):
        return found.weakened("U")
    if only_just(node, lexicon):
        return found
    if is_fronted_participle(node):  # "Vom Volk gewählt, regierte er"; but "Einmal gewählt, könnte er regieren"
        return found.weakened("U" if clause(node.head, CERTAIN, lexicon, reported).certainty in OPEN else "CT")
    if any(lexicon.cue("forestalled", *words) for words in marks) and _was_able(node, lexicon):
        return found.turned()
    if any(lexicon.cue("purpose", *words) or lexicon.cue("question", *words) for words in marks):
        return found.weakened("U")
    if any(lexicon.cue("without", *words) for words in marks):
        around = clause(node.head, CERTAIN, lexicon, reported)  # "*Kein* Tag vergeht, *ohne dass* Bomben fallen"
        return found if around.positive else found.turned().weakened(around.certainty)
    if found.conditional or any(lexicon.cue("factive", *words) for words in marks):
        to = any(c.tag_ == tags.TO for c in syntax.children(node, "mark"))
        return found.weakened("U") if to else found  # "das Recht, *während* der Haft besucht *zu* werden"
    if happened_so(node, lexicon) or any(lexicon.cue("as_said", c.lower_) for c in node.children):
        return found  # "Wie die Polizei mitteilte, …"
    if any(c.dep_ == "advmod" and lexicon.cue("factive", c.lower_) for c in node.children):
        return found  # "*woraufhin* die Truppen abzogen"
    if is_told_elsewhere(node, lexicon) or (syntax.mood(node) and not marks and found.certainty != "U"):
        return found.weakened("")
    return found.weakened("U") if marks else found


def is_adverbial_clause(node: Token, lexicon: Lexicon) -> bool:
    """Whether what the parser calls a content begins like an adverbial clause: "Nachdem sie …, verhängte er …"."""
    marks = [w for c in node.children if c.dep_ == "mark" for w in syntax.words(c)]
    if only_just(node, lexicon) or is_fronted_participle(node):
        return True
    return any(lexicon.cue(kind, *marks) for kind in CIRCUMSTANCES)


def is_fronted_participle(node: Token) -> bool:
    """Whether it is a clause of a participle alone before its main clause: "Vom Wächter getötet, hinterlässt er …"."""
    if node.tag_ != tags.PARTICIPLE or node.i > node.head.i or has_own_finite(node):
        return False
    if syntax.children(node, "mark", "aux"):
        return False
    after = node.doc[max(t.i for t in node.subtree) + 1]
    return after.text == "," or after.nbor(-1).text == ","


def _was_able(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether something was about to be done: "bevor die Polizei ihn *festnehmen konnte*"."""
    finite = syntax.finite(predicate)
    return bool(lexicon.cue("was_able", finite.lower_)) and finite.i != predicate.i


def _is_as_if(clause_: Token, lexicon: Lexicon) -> bool:
    """As in "Es schien, *als einigten* sie sich", with the finite verb right behind; not "als sie sich einigten"."""
    marks = [c for c in clause_.children if c.dep_ == "mark" and lexicon.cue("as_if", c.lower_)]
    return bool(marks) and syntax.finite(clause_).i == marks[0].i + 1
