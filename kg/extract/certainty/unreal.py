"""What the past subjunctive says of an event: it is only thought of, or it did not happen after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import hints, syntax
from kg.extract.attribution.cue import is_reported

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon


def is_only_thought(predicate: Token, lexicon: Lexicon, reported: bool) -> bool:
    """Whether a clause in the subjunctive says what might be, and not what somebody said."""
    if is_unreal(predicate, lexicon) and not (reported and syntax.feature(predicate, "VerbForm") == "Part"):
        return True
    if reported or syntax.mood(predicate) != "Sub":
        return False
    # "träte ein Staat in den Krieg ein": the tagger's tense is a guess
    return not (is_reported(predicate, lexicon) or lexicon.cue("modal", syntax.finite(predicate).lower_))


def did_not_happen(predicate: Token, lexicon: Lexicon, reported: bool) -> bool:
    """What nearly happened ("wäre beinahe gestorben"), or ought to have: "Das Amt hätte warnen müssen"."""
    kinds = hints.kinds(predicate, lexicon)
    able = "nearly" in kinds or hints.PHRASE in kinds
    if able and syntax.feature(predicate, "VerbForm") == "Part" and _is_near(predicate, lexicon):
        return True
    return "unreal" in kinds and is_unreal(predicate, lexicon) and _was_owed(predicate, lexicon, reported)


def _is_near(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether a word for "nearly" is said of the verb: anywhere beside "hätte" or "wäre", else right before it.

    "wurde *fast* getötet", but not "*fast* alle wurden getötet".
    """
    near = [c for c in predicate.children if c.dep_ == "advmod" and lexicon.cue("nearly", c.lower_)]
    finite = syntax.finite(predicate)
    if lexicon.cue("unreal", finite.lower_) and not lexicon.cue("becoming", finite.lemma_):
        phrases = hints.phrases(predicate, predicate.subtree, lexicon)
        return bool(near) or any(kind == "nearly" for kind, _, _ in phrases)
    return any(c.i == predicate.i - 1 for c in near)


def _was_owed(predicate: Token, lexicon: Lexicon, reported: bool) -> bool:
    """A reproach: "hätte veröffentlicht werden müssen".

    Not in reported speech of several: "Sie hätten fliehen müssen, sagte er" may say that they had to.
    """
    finite = syntax.finite(predicate)
    if not lexicon.cue("perfect", finite.lemma_) or (reported and syntax.feature(finite, "Number") == "Plur"):
        return False
    return any(c.dep_ == "aux" and c.i > predicate.i and lexicon.cue("owed", c.lower_) for c in predicate.children)


def is_unreal(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether the finite verb is one of what is not so: "hätte", "würde", "käme"."""
    finite = syntax.finite(predicate)
    return (syntax.mood(predicate) == "Sub" and syntax.feature(finite, "Tense") == "Past") or bool(
        lexicon.cue("unreal", finite.lower_)
    )
