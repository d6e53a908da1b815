"""Events and claims of parsed articles: who says what about which event, how certain, in which sentence.

What the words mean is in the tables of the language; the modules here only read Universal Dependencies:
`events` and `arguments` (what happened to whom), `cues` and `quotes` (who says it), `factuality` (how certain),
`times`, `quantities`, `mentions`; `claims` puts them together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract import times
from kg.extract.attribution import cues, quotes
from kg.extract.attribution.attributions import attributions
from kg.extract.attribution.cue import FREE, PASSING
from kg.extract.attribution.distanced import withdrawn
from kg.extract.attribution.speakers import SPEECH, Speaking
from kg.extract.attribution.tellings import Telling
from kg.extract.claims import claims
from kg.extract.elided import complete
from kg.extract.frames import likely
from kg.extract.mentions import mention
from kg.extract.sentence import Sentence
from kg.extract.tree import reading
from kg.garbage import paused
from kg.lang import lexicon as lexicons
from kg.model import Attribution, Claim, Document, Event, Extraction, Mention, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.extract.tree import Doc as Tree
    from kg.extract.tree import Span as DocSpan
    from kg.lang.lexicon import Lexicon

REFERRING = frozenset(("NOUN", "PROPN", "PRON"))
PHRASES = frozenset(
    (
        "nsubj",
        "nsubj:pass",
        "obj",
        "iobj",
        "obl",
        "obl:arg",
        "obl:agent",
        "nmod",
        "appos",
        "conj",
        "ROOT",
        "dep",
        "compound",
    )
)


def extract(parsed: Iterable[tuple[Document, Doc]]) -> Iterator[Extraction]:
    """The claims of each article, their participants not yet resolved.

    Args:
        parsed: articles with their syntax (Universal Dependencies), as `kg.parse.parse` gives them.
    """
    for document, doc in parsed:
        yield extraction(document, doc)


def extraction(document: Document, parsed: Doc) -> Extraction:
    """The claims of one article, in text order."""
    with paused(), reading(parsed) as doc:
        found = _read(document, doc)
        return Extraction(document, tuple(found.sentences), tuple(found.mentions), tuple(found.claims))


def attributed(parsed: Iterable[tuple[Document, Doc]]) -> Iterator[tuple[Attribution, ...]]:
    """Who said which words in each article, as stretches of its text.

    Args:
        parsed: articles with their syntax, as `extract` takes them.
    """
    for document, syntax in parsed:
        yield _attributed(document, syntax)


def _attributed(document: Document, parsed: Doc) -> tuple[Attribution, ...]:
    with paused(), reading(parsed) as doc:
        found = _read(document, doc)
        cues_ = sorted((*found.spoken, *found.free), key=lambda c: c.token.i)
        return tuple(attributions(doc, cues_, found.quoted, found.lexicon))


@dataclass(slots=True)
class _Reading:
    """What was found in an article, sentence by sentence."""

    lexicon: Lexicon
    quoted: list[DocSpan]
    """All that stands between quotation marks, however short."""
    spoken: list[cues.Cue]
    """Its words of saying."""
    free: list[cues.Cue] = field(default_factory=list)
    """Its speech without one."""
    sentences: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    last: int = 0
    """Number of the claims of the sentence before."""

    def add(self, said: list[Claim], sentence: Sentence) -> None:
        """The claims of the next sentence, which may ascribe those of the one before to somebody."""
        if self.last:
            self.claims[-self.last :] = withdrawn(self.claims[-self.last :], sentence)
        self.claims += said
        self.last = len(said)


def _read(document: Document, doc: Tree) -> _Reading:
    lexicon = lexicons.load(doc.lang_)
    table = times.words(doc.lang_)
    complete(doc, lexicon)
    quoted = list(quotes.quoted(doc))
    long = [span for span in quoted if len(span) >= quotes.SHORTEST]
    titles = frozenset(t.i for span in long if quotes.is_title(span, lexicon) for t in span)  # nobody says what they do
    long = [span for span in long if span.start not in titles]
    told_by = [c for s in doc.sents for c in cues.find(s, lexicon) if c.token.i not in titles]
    spoken = quotes.attach(doc, long, told_by, lexicon)
    told = _by_sentence(spoken)
    found = _Reading(lexicon, quoted, spoken)
    goes_on = False
    before: list[Claim] = []
    speaking, telling = Speaking(), Telling()
    for number, span in enumerate(s for s in doc.sents if s.text.strip()):
        own = told[span.start]
        last = {"goes_on": goes_on, "blames": speaking.blames, "spoken": bool(speaking.who)}
        unattached = list(quotes.free_speech(span, own, lexicon, **last))
        own += [c for c in unattached if c.speech != quotes.HEARSAY]
        found.free += unattached
        goes_on = any(c.speech in SPEECH or c.row.pos in PASSING or c.sources for c in own)
        expressions = list(times.find(span, document.date, table))
        frames = [f for f in likely.find(span, lexicon) if f.trigger.i not in titles]
        # the verb of reported mood is no word of saying: "Sie seien verletzt worden."
        silent = frozenset(f.trigger.i for f in frames) - {c.token.i for c in own if c.row.pos == FREE}
        sentence = Sentence(
            span, number, lexicon, frames, own, expressions, document.date, silent, before, speaking.who
        )
        opens, closes = span.start_char, span.end_char
        said = [c for c in claims(sentence) if _belongs(c, opens, closes)]
        said = telling.held(_once(said), sentence)
        found.add(said, sentence)
        telling.after(sentence, said, found.claims)
        found.sentences.append(sentence.text)
        found.mentions += [mention(t, lexicon, number) for t in span if t.pos_ in REFERRING and t.dep_ in PHRASES]
        before = said or before
        speaking = speaking.after(sentence, said)
    return found


def _by_sentence(spoken: Iterable[cues.Cue]) -> dict[int, list[cues.Cue]]:
    """By the first token of a sentence its words of saying, and those whose quotations run into it."""
    found: dict[int, list[cues.Cue]] = defaultdict(list)
    for cue in spoken:
        for start in {cue.token.sent.start, *(t.sent.start for quote in cue.quotes for t in quote)}:
            found[start].append(cue)
    return found


def _belongs(claim: Claim, begin: int, end: int) -> bool:
    """A quotation over several sentences is one claim, of the sentence with its cue, else of that where it begins."""
    content = _innermost(claim)
    if claim.cue is None and isinstance(content, Statement) and claim.speech == "direct":
        return begin <= content.spans[0].begin < end
    return claim.cue is None or isinstance(content, Event) or begin <= claim.cue.begin < end


def _innermost(claim: Claim) -> object:
    return _innermost(claim.content) if isinstance(claim.content, Claim) else claim.content


def _once(said: list[Claim]) -> list[Claim]:
    found: list[Claim] = []
    for claim in sorted(said, key=lambda c: (c.sentence.begin, _begin(c))):
        if claim not in found:  # a sentence has few claims, and to hash one is to hash all that is in it
            found.append(claim)
    return found


def _begin(claim: Claim) -> int:
    found = _innermost(claim)
    return found.trigger.begin if isinstance(found, Event) else (claim.cue.begin if claim.cue else claim.sentence.begin)
