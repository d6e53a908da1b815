"""Who speaks: the sources of a word of saying, or who spoke before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.authors import speaker, speakers
from kg.extract.cue import NARRATOR, Cue, is_reported
from kg.extract.sentence import Sentence
from kg.model import Participant, Speaker

if TYPE_CHECKING:
    from kg.lang.lexicon import Lexicon


def sources(cue: Cue, sentence: Sentence) -> tuple[Participant | Speaker, ...]:
    """Who speaks: one for each of joined sources."""
    if cue.row.source == NARRATOR and not cue.sources:
        return (Speaker.NARRATOR,)
    spoke = speakers(cue, sentence.lexicon)
    if spoke:
        return tuple(Participant(speaker(t, sentence.lexicon, sentence.number)) for t in spoke)
    told = cue.row.pos == "adverb" and not cue.row.source  # "Demnach …": the one of the sentence before
    if cue.speech == "free" or cue.row.pos == "quote" or told or _goes_on(cue, sentence.lexicon):
        return sentence.speakers or (Speaker.UNNAMED,)
    return (Speaker.UNNAMED,)


def _goes_on(cue: Cue, lexicon: Lexicon) -> bool:
    """As in "Die Lage sei ernst, hieß es": of who spoke before; not "heißt es in einem Bericht", "wie es heißt"."""
    if cue.row.pos != "verb" or cue.row.source in ("", "nsubj", "dative", "obj"):
        return False
    if not cue.quotes and not any(is_reported(root, lexicon) for root in cue.roots):
        return False
    return not any(lexicon.cue("place", syntax.preposition(c)) for c in cue.token.children if c.dep_ != "nsubj")
