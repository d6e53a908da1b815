"""Which clauses below a verb of saying are what is said, and which only say when or why: "sagte, *als er ging*, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.attribution.cue import SENTENTIAL, is_zu_infinitive

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon


def is_clausal(child: Token, lexicon: Lexicon) -> bool:
    """Whether the parser calls the child a clause, or a noun that is one: "beschuldigt, Mitglied zu sein"."""
    if child.dep_ == "advcl":
        marks = [c.lower_ for c in syntax.children(child, "mark")]
        # "wird aufgefordert, bis zur Wahl zu gehen"; "*Ob er kam*, ließ sich nicht überprüfen"
        if lexicon.cue("question", *marks) or is_zu_infinitive(child):
            return True
        if child.i < child.head.i:
            return is_fronted_content(child, lexicon)
        return _is_during(child, lexicon) or _is_that_clause(child, lexicon)
    return child.dep_ in SENTENTIAL or (child.dep_ in ("obj", "obl") and child.is_clause and is_zu_infinitive(child))


def _is_that_clause(clause: Token, lexicon: Lexicon) -> bool:
    """As in "Erwartet wird, *dass* sie gehen"; not with "so dass", "ohne dass"."""
    first = clause.left_edge.nbor() if clause.left_edge.is_punct else clause.left_edge
    return lexicon.cue("that", first.lower_) != ""


def is_fronted_content(node: Token, lexicon: Lexicon) -> bool:
    """As in "*Dass er kommt*, gilt als sicher", which the parser may take for an adverbial clause.

    Not of a passive: "Dass er kommt, darf bezweifelt werden" is nobody's saying, and the event stays open.
    """
    marks = syntax.children(node, "mark")
    first = len(marks) == 1 and marks[0].i == node.sent.start and not syntax.is_passive(node.head)
    return first and bool(lexicon.cue("that", marks[0].lower_))


def _is_during(clause: Token, lexicon: Lexicon) -> bool:
    """As in "wird vorgeworfen, *während* des Kriegs Dörfer zerstört *zu* haben": no conjunction of time has "zu"."""
    first, *others = [*syntax.children(clause, "mark"), clause]
    return bool(lexicon.cue("factive", *syntax.words(first))) and any(t.tag_ == tags.TO for t in others)


def is_circumstance(clause: Token, lexicon: Lexicon) -> bool:
    """A clause of time, ground or condition is not what is said: "Während Kiew schwieg, forderte Moskau …"."""
    marks = [w for c in clause.children if c.dep_ == "mark" for w in syntax.words(c)]
    first = clause.left_edge
    begins = next((t for t in clause.subtree if not t.is_punct), clause)
    if begins.tag_ in tags.RELATIVE and syntax.mood(clause) != "Sub":
        return True  # "Das meldet das Institut, *das Netzseiten auswertet*", which the parser hung on the verb
    if marks and begins.dep_ != "mark" and lexicon.cue("degree", begins.lower_):
        return True  # "kritisierte den Plan, *so dass er scheiterte*"
    if lexicon.cue("aside", begins.lower_):
        return True  # "…, *wobei* sie den Minister ausnahm"; but "fragte, *weshalb* er ging"
    if not marks and first.dep_ == "cc" and syntax.own_subject(clause) and syntax.mood(clause) == "Ind":
        return True  # "…, und der Präsident besuchte Rom" is joined, not said
    if _is_during(clause, lexicon):
        return False
    return any(lexicon.cue(kind, *marks) for kind in ("factive", "conditional", "without"))
