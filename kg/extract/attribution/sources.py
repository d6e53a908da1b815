"""Who speaks: the sources of a word of saying, or who spoke before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.authors import TEXTS, is_utterance, speaker, speakers, speaks
from kg.extract.attribution.cue import NARRATOR, Cue, governing, is_reported
from kg.extract.attribution.phrases import in_one_paragraph
from kg.extract.attribution.verb_contents import PERSON
from kg.extract.mentions import says_known
from kg.extract.sentence import Sentence
from kg.model import Participant, Speaker

if TYPE_CHECKING:
    from kg.lang.lexicon import Lexicon


def sources(cue: Cue, sentence: Sentence) -> tuple[Participant | Speaker, ...]:
    """Who speaks: one for each of joined sources."""
    if cue.row.source == NARRATOR and not cue.sources:
        return _around(cue, sentence) or (Speaker.UNNAMED,)  # "Unklar ist, ob …": nobody knows
    spoke = speakers(cue, sentence.lexicon)
    if spoke:
        return tuple(Participant(speaker(t, sentence.lexicon, sentence.number)) for t in spoke)
    told = cue.row.pos == "adverb" and not cue.row.source  # "Demnach …": the one of the sentence before
    if cue.row.pos == "adposition":
        return _by_text(cue, sentence) or (Speaker.UNNAMED,)
    if cue.speech == "free" or cue.row.pos == "quote" or told or _goes_on(cue, sentence.lexicon):
        return _just_now(cue, sentence) or sentence.speakers or _named_before(cue, sentence) or (Speaker.UNNAMED,)
    return _around(cue, sentence) or (Speaker.UNNAMED,)


def _named_before(cue: Cue, sentence: Sentence) -> tuple[Participant, ...]:
    """Of whom the sentence before a quotation without a word of saying tells: "*Ott* wurde deutlich. „So nicht!“"."""
    start = sentence.span.start
    if not cue.quotes or not start or cue.quotes[0].start > start + 1:
        return ()
    before = cue.token.doc[start - 1].sent.root
    subject = syntax.own_subject(before)
    if subject is None or syntax.is_passive(before) or not in_one_paragraph(before, cue.token):
        return ()
    named = [t for t in (subject, *syntax.children(subject, "appos", "flat")) if t.ent_type_ == PERSON]
    return (Participant(speaker(subject, sentence.lexicon, sentence.number - 1)),) if named else ()


def _around(cue: Cue, sentence: Sentence) -> tuple[Participant, ...]:
    """Who is named in the phrase around what nobody else says: "*Laut Polizei* ist unklar, ob …"."""
    if all(c.row.pos != "adposition" for c in sentence.cues):
        return ()
    outer = (c for c in governing(cue.token, sentence.cues) if c is not cue and c.row.pos == "adposition")
    named = next((spoke for c in outer if (spoke := speakers(c, sentence.lexicon))), ())
    return tuple(Participant(speaker(t, sentence.lexicon, sentence.number)) for t in named)


def _by_text(cue: Cue, sentence: Sentence) -> tuple[Participant, ...]:
    """The text itself of "laut einer Studie"; of "dem Bericht zufolge" its author, if he is who spoke last."""
    noun, lexicon = cue.token.head, sentence.lexicon
    known = [c for c in noun.children if says_known(c)]
    bare = len(noun.subtree) <= len(known) + 2
    if known and bare and sentence.speakers and lexicon.is_a(noun.lemma_, TEXTS):
        return sentence.speakers
    time = lexicon.cue("needs_report", cue.token.lemma_.lower()) and not syntax.children(noun, "det")  # "nach Analyse"
    told = is_utterance(noun, lexicon) or ("noun", noun.lemma_) in lexicon.claims  # "Berichten zufolge": of somebody
    if time or told or not speaks(noun.lemma_, lexicon):
        return ()
    return (Participant(speaker(noun, lexicon, sentence.number)),)


def _is_further(cue: Cue, lexicon: Lexicon) -> bool:
    """As in "*Zudem* wird gefordert, die Frist zu verlängern": what who spoke before goes on to say."""
    return any(lexicon.cue("further", c.lower_) for c in cue.token.children if c.dep_ == "advmod")


def _just_now(cue: Cue, sentence: Sentence) -> tuple[Participant, ...]:
    """Who speaks in the clause that this one is joined to: "*Kunz* sagte, er gehe; weiter hieß es, …"."""
    above = {t.i for t in syntax.ancestors(cue.token)} - {cue.token.i}
    joined = [c for c in sentence.cues if c.token.i in above and c.row.pos == "verb"] if above else []
    if cue.speech == "free":  # "Er sei *laut Kunz* streng gewesen, habe sie geschlagen"
        joined += [c for c in sentence.cues if c.row.pos == "adposition" and c.token.i < cue.token.i]
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
