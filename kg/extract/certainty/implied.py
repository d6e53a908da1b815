"""What a word implies of its argument (Nairn, Condoravdi and Karttunen 2006): "*verhinderte* den Angriff"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import compound_head
from kg.extract.participants.subjects import verb_words

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

DATIVE = "dative"
"""What a verb takes without an adposition."""


def own_words(predicate: Token) -> tuple[str, ...]:
    """How tables spell a predicate: "ist *geplant*"; of "*kommen* Zweifel auf" only the whole verb."""
    words = verb_words(predicate)
    return words if syntax.children(predicate, "compound:prt") else (*words, predicate.lower_)


def implied(node: Token, adposition: str, lexicon: Lexicon) -> str:
    """What the upper word says of its argument: "verhindern" nothing of its subject, nor of "nach dem Angriff"."""
    upper = node.head
    words = own_words(upper) if syntax.is_predicate(upper) else syntax.words(upper)
    verbal = upper.pos_ in syntax.PREDICATES
    if adposition and (verbal or lexicon.cue("factive", adposition)) and lexicon.cue("takes", *words) != adposition:
        return ""  # "nach dem Angriff", "gegen die Entsendung gab es Proteste"
    objects = syntax.children(upper, "obj", "ccomp") if node.dep_ == "nsubj" else ()
    if objects and any(o.dep_ == "ccomp" or lexicon.nominal(o.lemma_)[0] for o in objects):
        return ""  # "Ein Streik verhinderte die Lieferung"; not where the parser took an object for the subject
    tried = lexicon.cue("efforts", compound_head(node.lemma_, "efforts", lexicon))
    if tried and lexicon.cue("fails", *words):
        return tried  # "Die Gespräche scheiterten": they were held
    value = lexicon.cue("implicative", *words)
    if value == "CT-" and not adposition and lexicon.cue("takes", *words) not in ("", DATIVE):
        return ""  # "hielt ein Treffen ab"; but "hielt ihn *von* der Reise ab"
    return value or lexicon.cue("plan", *words)
