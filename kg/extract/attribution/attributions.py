"""Who said which words, in which words of saying: quotation attribution as stretches of the text.

`claims` says what a saying means (class, factuality, entities, events); an `Attribution` says where it stands: the
whole cue with its particle and auxiliary, the whole phrase of the source, what is said, and the frame around it.
Both are made from the same `Cue` records. The roles are those of the German corpora of quotation attribution
(Petersen-Frey and Biemann 2024; SpkAtt: Rehbein et al. 2023).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.attribution import phrases
from kg.extract.attribution.cue import NARRATOR, PASSING, Cue
from kg.extract.attribution.phrases import Places, spans
from kg.extract.attribution.quotes import HEARSAY
from kg.model import Attribution

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Span, Token
    from kg.lang.lexicon import Lexicon

FREE = frozenset(("free", HEARSAY))
"""Speech without a word of saying and without marks."""


def attributions(doc: Doc, cues: Iterable[Cue], quoted: Sequence[Span], lexicon: Lexicon) -> Iterator[Attribution]:
    """The attributions of a document, those of one word of saying together.

    Speech without a word of saying is that of the last source, unless that one speaks in somebody else's words: after
    "Meier sagte, Kiew habe gedroht. Er sei besorgt." it is Meier, not Kiew. What a quoted speaker says of his own
    saying ("„Ich denke, …“") is part of the quotation. Hearsay has a source only in the paragraph that names one.

    Args:
        doc: its syntax.
        cues: its words of saying and its speech without one, in text order.
        quoted: all that stands between quotation marks, however short.
        lexicon: the words of its language.
    """
    found = list(_joined(_said(cue, lexicon) for cue in cues if _is_saying(cue, lexicon)))
    verbatim = frozenset[int]().union(*(phrases.marked(span) for span in quoted))
    said = verbatim.union(*(made.content for made in found))
    within = _innermost(found, quoted)
    source: Places = frozenset()
    spoken: _Said | None = None
    for made in found:
        place = made.cue.token
        if not made.main or (place.i in verbatim and _is_of_speaker(made.cue)):
            continue
        after = spoken if spoken is not None and phrases.in_one_paragraph(spoken.cue.token, place) else None
        if made.cue.speech == HEARSAY and after is None:
            continue  # nobody said it: a plan, or a rumour
        if not made.is_free and place.i not in said:
            source = made.source if made.source and not (source and _is_pronoun(made.source, doc)) else source
            spoken = made
        speaker = made.source or (source if made.is_free else made.source)
        introduced = after if made.is_free and after is not None else made
        yield from _of_cue(made, introduced, speaker, within.get(made.cue.token.i, ()), lexicon)


def _is_saying(cue: Cue, lexicon: Lexicon) -> bool:
    """Not a judgement of the article's own ("Die Vorwürfe sind haltlos", "Unklar ist, ob …"), nor a mere plan.

    "Der Entwurf sieht vor, dass …", "mit dem Ziel, …" are claims of somebody, but no words.
    """
    plans = not cue.quotes and bool(lexicon.cue("plan", cue.row.lemma))
    return cue.row.pos != "predicate" and cue.row.source != NARRATOR and not plans


@dataclass(frozen=True, slots=True)
class _Said:
    """A cue with places of tokens: of what it says in a clause or phrase, its quotations with marks, source, frame."""

    cue: Cue
    content: Places
    marked: Places
    source: Places = frozenset()
    frame: Places = frozenset()

    @property
    def main(self) -> Places:
        return self.content or self.marked

    @property
    def speech(self) -> str:
        """Direct if all is verbatim; a clause is indirect also after "laut", a phrase reported."""
        cue, content = self.cue, self.content
        if cue.speech in FREE:
            return cue.speech
        if not content:
            return "direct"
        clausal = cue.row.pos in PASSING or any(syntax.is_predicate(r) and r.i in content for r in cue.roots)
        return "indirect" if clausal or len(content) > sum(len(r.subtree) for r in cue.roots) else "reported"

    @property
    def around(self) -> Places:
        """Where a quotation may be of the same source; beside a phrase too: "nannte den Bericht „falsch“"."""
        if self.content and self.speech == "reported":
            return (self.content | self.frame) - self.source
        return self.content

    @property
    def is_free(self) -> bool:
        return self.cue.row.pos == "quote" or self.cue.speech in FREE


def _said(cue: Cue, lexicon: Lexicon) -> _Said:
    marked = frozenset(i for q in cue.quotes for i in phrases.marked(q))
    if cue.speech in FREE:
        return _Said(cue, phrases.whole(cue.token), marked)
    if cue.row.pos == "quote":
        return _Said(cue, frozenset(), marked, _source(cue, lexicon))
    content = _sentence_before(cue, lexicon) or phrases.content(cue, marked, lexicon)
    return _Said(cue, content, marked, _source(cue, lexicon), phrases.frame(cue, content or marked, lexicon))


def _source(cue: Cue, lexicon: Lexicon) -> Places:
    if cue.row.pos == "adposition":
        return phrases.phrase([cue.token.head], lexicon)  # with the report: "laut einem Bericht der Zeitung"
    return phrases.phrase(cue.sources, lexicon) or phrases.phrase(cue.medium, lexicon)


def _sentence_before(cue: Cue, lexicon: Lexicon) -> Places:
    """What "das" means in "Das bestätigte die Polizei"; nothing for other contents, nor for "Das nannte er falsch"."""
    rows = lexicon.claims.get((cue.row.pos, cue.row.lemma), [])
    clausal = any("ccomp" in row.content and not row.object for row in rows)
    if not clausal or not cue.roots or not all(_points_back(root, lexicon) for root in cue.roots):
        return frozenset()
    before = phrases.before(cue.token.sent)
    return before.union(root.i for root in cue.roots) if before else before


def _points_back(root: Token, lexicon: Lexicon) -> bool:
    return root.pos_ in ("PRON", "DET") and bool(lexicon.cue("anaphor", root.lower_)) and not root.children


def _joined(found: Iterable[_Said]) -> Iterator[_Said]:
    """Free speech over several sentences of a paragraph as one; a joined clause in it is no more of its own."""
    opened: _Said | None = None
    for made in found:
        if opened is not None and made.cue.speech == opened.cue.speech and _goes_on(opened, made):
            opened = replace(opened, content=opened.content | made.content)
            continue
        if opened is not None:
            yield opened
        opened = made if made.cue.speech in FREE else None
        if opened is None:
            yield made
    if opened is not None:
        yield opened


def _goes_on(first: _Said, second: _Said) -> bool:
    if second.content <= first.content:
        return True
    gap = first.cue.token.doc[max(first.content) + 1 : min(second.content)]
    return all(t.is_space for t in gap) and phrases.in_one_paragraph(first.cue.token, second.cue.token)


def _innermost(found: Sequence[_Said], quoted: Iterable[Span]) -> dict[int, list[Span]]:
    """The quotations within contents, each by the place of the cue with the smallest content that it is in."""
    whole = frozenset(span.start for made in found for span in made.cue.quotes if not made.content)
    names = frozenset[int]().union(*(made.source for made in found))
    inner: dict[int, list[Span]] = defaultdict(list)
    for span in quoted:
        if span.start in whole or span.start in names or not _is_quotation(span):
            continue
        around = [made for made in found if span.start in made.around]
        if around:
            inner[min(around, key=lambda made: len(made.around)).cue.token.i].append(span)
    return inner


def _is_quotation(span: Span) -> bool:
    """Whether words between marks in a content are verbatim, not a name: "die „Neue Rechte“", "ein „Haufen Kinder“"."""
    words = [t for t in span if not t.is_punct]
    if not words or words[0].ent_type_:
        return False
    if not words[0].text[0].isupper():
        return True
    before = span.doc.tokens[span.start - 2] if span.start > 1 else words[0]
    called = before.tag_ == tags.COMPARES or syntax.feature(before, "Definite") == "Ind"  # "als „Wortbruch“"
    several = len(words) > 2 and any(t.text[0].islower() for t in words) and before.pos_ not in ("NOUN", "PROPN")
    return called or several


def _is_of_speaker(cue: Cue) -> bool:
    return any(syntax.feature(t, "Person") == "1" for t in cue.sources)


def _is_pronoun(source: Places, doc: Doc) -> bool:
    return all(doc[i].pos_ in ("PRON", "DET") for i in source)


def _of_cue(
    made: _Said, introduced: _Said, source: Places, quoted: Iterable[Span], lexicon: Lexicon
) -> Iterator[Attribution]:
    """The attribution of a cue, and those of quotations in its content.

    `introduced` is what introduces it: a quotation without a cue has the cue of the one before in its paragraph.
    """
    doc = made.cue.token.doc
    words = phrases.words(introduced.cue, lexicon)
    every = made.main if made.is_free else made.main | made.frame | words
    attribution = Attribution(
        speech=made.speech,
        type=made.cue.row.type,
        content=spans(made.main, doc, whole=made.speech in ("direct", *FREE)),
        cue=spans(words, doc),
        source=spans(source, doc),
        addressee=spans(phrases.phrase(introduced.cue.addressees, lexicon), doc),
        frame=spans(introduced.frame, doc, whole=True),
        clause=spans(range(min(every), max(every) + 1), doc, whole=True),
        rule=made.cue.row.rule,
    )
    yield replace(attribution, cue=(), frame=(), addressee=()) if made.speech in FREE else attribution
    for span in quoted:
        verbatim = spans(phrases.marked(span), doc, whole=True)
        yield replace(attribution, speech="direct", content=verbatim, nested=True)
