"""Who speaks: the sources of a word of saying, or who spoke before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.authors import is_utterance, speaker, speakers
from kg.extract.cue import NARRATOR, Cue, is_reported
from kg.extract.sentence import Sentence
from kg.model import Participant, Speaker

if TYPE_CHECKING:
    from kg.lang.lexicon import Lexicon


def sources(cue: Cue, sentence: Sentence) -> tuple[Participant | Speaker, ...]:
    """Who speaks: one for each of joined sources."""
    if cue.row.source == NARRATOR and not cue.sources:
        return (Speaker.UNNAMED,)  # "Unklar ist, ob …": nobody knows
    spoke = speakers(cue, sentence.lexicon)
    if spoke:
        return tuple(Participant(speaker(t, sentence.lexicon, sentence.number)) for t in spoke)
    told = cue.row.pos == "adverb" and not cue.row.source  # "Demnach …": the one of the sentence before
    if cue.speech == "free" or cue.row.pos == "quote" or told or _goes_on(cue, sentence.lexicon):
        return _just_now(cue, sentence) or sentence.speakers or (Speaker.UNNAMED,)
    return (Speaker.UNNAMED,)


def _is_further(cue: Cue, lexicon: Lexicon) -> bool:
    """As in "*Zudem* wird gefordert, die Frist zu verlängern": what who spoke before goes on to say."""
    return any(lexicon.cue("further", c.lower_) for c in cue.token.children if c.dep_ == "advmod")


def _just_now(cue: Cue, sentence: Sentence) -> tuple[Participant, ...]:
    """Who speaks in the clause that this one is joined to: "*Kunz* sagte, er gehe; weiter hieß es, …"."""
    above = {t.i for t in syntax.ancestors(cue.token)} - {cue.token.i}
    joined = [c for c in sentence.cues if c.token.i in above and c.row.pos == "verb"] if above else []
    named = next((spoke for c in joined if (spoke := speakers(c, sentence.lexicon))), ())
    return tuple(Participant(speaker(t, sentence.lexicon, sentence.number)) for t in named)


def _goes_on(cue: Cue, lexicon: Lexicon) -> bool:
    """As in "Die Lage sei ernst, hieß es": of who spoke before; not "heißt es in einem Bericht", "wie es heißt"."""
    if cue.row.pos == "verb" and cue.row.source == "nsubj" and syntax.is_passive(cue.token):
        return _is_further(cue, lexicon)
    if cue.row.pos != "verb" or cue.row.source in ("", "nsubj", "dative", "obj"):
        return False
    if not cue.quotes and not any(is_reported(root, lexicon) for root in cue.roots):
        return False
    beside = (c for c in cue.token.children if c.dep_ != "nsubj" and lexicon.cue("place", syntax.preposition(c)))
    return all(is_utterance(c, lexicon) for c in beside)  # "…, hieß es in einer Erklärung"
