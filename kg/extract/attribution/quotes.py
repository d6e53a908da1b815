"""Direct speech: quotations in the text and the word of saying that each belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.authors import authors
from kg.extract.attribution.cue import PASSING, Cue, compound_head, governing, is_reported, people
from kg.extract.participants.restrictions import is_actor
from kg.extract.tree import SUBJECTS
from kg.lang.lexicon import ClaimFrame, Lexicon

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Span, Token

PAIRS = (("„", '“”"'), ("“", "”"), ("»", "«"), ("«", "»"), ('"', '"'))
"""Opening marks with those that close them (German, English, French)."""
CLOSING = dict(PAIRS)
MARKS = frozenset(mark for opening, closing in PAIRS for mark in (opening, *closing))
SHORTEST = 4
"""Words of a quotation; a shorter one ("Fake News") is a word in quotes, not what somebody said."""
NEAR = 3
"""Words between the marks and the verb of saying of a quotation that has no arc to it, at most."""
FREE = ClaimFrame("-", "quote", "Assertion", "CT+", "", "", frozenset(("quote",)), "", "", "")
"""A quotation without a word of saying: the speaker of the one before."""
BLAME = replace(FREE, type="Accusation")
"""Speech that tells a reproach: "Er warf ihr Untätigkeit vor. Sie habe gezögert."."""
HEARSAY = "hearsay"
"""Speech by a modal verb alone: "Er soll geflohen sein." It is open who says so; for claims `factuality` decides."""
COLON = ":"
AROUND = 4
"""Tokens before the opening mark of a quotation among which a colon may stand."""
CAUSAL = frozenset(("advcl", "ccomp"))
MAIN = frozenset(("ROOT", "conj", "parataxis"))
"""Relations of the predicate of a main clause."""
PARAGRAPH = re.compile(r"\n\s*\n")


def quoted(doc: Doc) -> Iterator[Span]:
    """All that stands between quotation marks, without them; an open quotation is none, nor one over paragraphs.

    One within another counts as part of it, if the same marks that opened it are closed: "„die „grüne“ Technik“".
    """
    if not any(mark in doc.text for mark in CLOSING):
        return
    opened: list[str] = []
    start, end = 0, 0
    for token in doc:
        if token.is_alpha:
            continue
        if opened and token.is_space and PARAGRAPH.search(token.text):
            if end:
                yield doc[start + 1 : end]
            opened, end = [], 0
        elif opened and len(opened) == 1 and _closes_within(token, CLOSING[opened[0]]):
            opened, end = [], 0  # "der „Merkur“-Bericht": a name
        elif opened and token.text[:1] in CLOSING[opened[0]]:
            opened.pop()
            end = token.i
            if not opened:
                if token.i - start > 1:
                    yield doc[start + 1 : token.i]
                end = 0
        elif token.text in CLOSING and (not opened or token.text == opened[0]):
            start = start if opened else token.i
            opened.append(token.text)
    if opened and end:
        yield doc[start + 1 : end]


def _closes_within(token: Token, marks: str) -> bool:
    """Whether the mark that closes stands in a word: "Merkur“-Bericht" is one token."""
    text = token.text
    return len(text) > 2 and any(mark in text[1:-1] and text[-1].isalpha() for mark in marks)


def quotations(doc: Doc) -> Iterator[Span]:
    """Those that are long enough to be what somebody said."""
    return (span for span in quoted(doc) if len(span) >= SHORTEST)


def attach(doc: Doc, spans: Sequence[Span], cues: Sequence[Cue], lexicon: Lexicon) -> list[Cue]:
    """The cues, those of direct speech with their quotations; a quotation without a cue gets an unnamed one.

    Cues inside a quotation stay: the quoted speaker may quote another.
    """
    inside = {t.i for span in spans for t in span}
    found = {id(cue): cue for cue in cues}
    free: list[Cue] = []
    for span in spans:
        cue = _cue(span, [found[k] for k in found if found[k].token.i not in inside])
        roots = tuple(_roots(span))
        if cue is None and not any(syntax.feature(t, "VerbForm") == "Fin" for t in span):
            continue  # a title or a name
        if cue is None:
            free.append(Cue(span.root, FREE, _before_colon(span, lexicon), (), roots, (), "direct", (span,)))
            continue
        key = next(k for k in found if found[k] is cue)
        # "sagte, das sei „ein Fehler des Ministers“": the whole clause is said, not only what is verbatim
        kept = tuple(r for r in cue.roots if r.i not in inside and cue.speech != "direct")
        found[key] = replace(
            cue,
            sources=_speakers(cue, span),
            roots=(*kept, *(cue.roots if cue.speech == "direct" else ()), *roots),
            speech="direct",
            quotes=(*cue.quotes, span),
        )
    owners = {t.i: cue for cue in found.values() for span in cue.quotes for t in span}
    mended = (_outside(cue, owners) for cue in found.values())
    return sorted((*mended, *free), key=lambda cue: cue.token.i)


def is_title(span: Span, lexicon: Lexicon) -> bool:
    """Whether a quotation is the name of what the noun before it means: "der Roman „Wir haben euch gewarnt“"."""
    if span.start < 2:
        return False
    noun = span.doc.tokens[span.start - 2]
    return noun.pos_ == "NOUN" and bool(lexicon.cue("titled", compound_head(noun.lemma_, "titled", lexicon)))


def _speakers(cue: Cue, span: Span) -> tuple[Token, ...]:
    """The sources, none of them whom the quotation addresses: "erklärt er: „Herr Präsident, wir …“"."""
    kept = tuple(t for t in cue.sources if not span.start <= t.i < span.end)
    if kept or not cue.sources:
        return kept
    return tuple(t for t in cue.token.children if t.dep_ in SUBJECTS and not span.start <= t.i < span.end)


def _before_colon(span: Span, lexicon: Lexicon) -> tuple[Token, ...]:
    """Whose doings a colon joins to a quotation without a word of saying: "Maier warb um Verständnis: „Wir …“"."""
    before = [t for t in span.doc.tokens[max(0, span.start - AROUND) : span.start - 1] if not t.is_space]
    if len(before) < 2 or before[-1].text != COLON:
        return ()
    above = [t for t in syntax.ancestors(before[-2]) if t.i < span.start]
    verbs = [t for t in above if syntax.is_predicate(t)]
    if not verbs:
        return _of_phrase(above[-1], lexicon)
    subjects = [] if syntax.is_passive(verbs[-1]) else [syntax.subject(verbs[-1]), *syntax.children(verbs[-1], "nsubj")]
    # "Den Plan stellte Meier in Frage: „…“", where the parser sees two subjects
    named = (s for s in subjects if s is not None and s.i < span.start and (s.pos_ == "PRON" or is_actor(s, lexicon)))
    subject = next(named, None)
    return tuple(people(subject, lexicon)) if subject is not None else ()


def _of_phrase(noun: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """Who speaks by a phrase without a verb: "Ein Sprecher der Polizei: „…“", "*Seine* Meinung dazu: „…“"."""
    if noun.pos_ == "PROPN" or is_actor(noun, lexicon):
        return tuple(people(noun, lexicon))
    whose = [*syntax.children(noun, "det:poss"), *authors(noun, lexicon)]
    return tuple(whose[:1]) if whose and whose[0] is not noun else ()


def _outside(cue: Cue, owners: dict[int, Cue]) -> Cue:
    """A cue outside a quotation whose source the parser found inside: it has the quoted speaker."""
    owner = next((owners[s.i] for s in cue.sources if s.i in owners), None)
    if owner is None or cue.token.i in owners or owner.token.i == cue.token.i:
        return cue
    return replace(cue, sources=owner.sources)


def _roots(span: Span) -> Iterator[Token]:
    """The words of a quotation whose heads are outside it, or that have none."""
    for token in span:
        if token.head.i == token.i or not span.start <= token.head.i < span.end:
            yield token


def _cue(span: Span, cues: Sequence[Cue]) -> Cue | None:
    """The verb of saying of a quotation: in its sentence, else before a colon at the end of the sentence before."""
    able = [c for c in cues if "quote" in c.row.content or c.row.pos in PASSING]
    sentences = {t.sent.start for t in span}
    near = [c for c in able if c.token.sent.start in sentences]
    linked = [c for c in near if any(c.token in (r.head, *r.children) for r in _roots(span))]
    if linked:
        return min(linked, key=lambda c: _distance(c.token, span))
    if near:
        return min(near, key=lambda c: _distance(c.token, span))
    first = span[0].sent
    before = [c for c in able if c.token.sent.end == first.start and _ends_with_colon(c.token.sent)]
    behind = [c for c in able if c.token.sent.start == span[-1].sent.end and c.row.pos not in PASSING]
    # "„…!“ rief sie", not "„…!“ Laut Polizei …", nor "„…!“ Sie rief …"
    after = [c for c in behind if _distance(c.token, span) <= NEAR and all(s.i > c.token.i for s in c.sources)]
    found = before or after
    return found[-1] if found else None


def _ends_with_colon(sentence: Span) -> bool:
    words = [t for t in sentence if not t.is_space]
    return bool(words) and words[-1].text == COLON


def _distance(token: Token, span: Span) -> int:
    return span.start - token.i if token.i < span.start else token.i - span.end


def free_speech(
    sentence: Span,
    cues: Sequence[Cue],
    lexicon: Lexicon,
    *,
    goes_on: bool = False,
    blames: bool = False,
    spoken: bool = True,
) -> Iterator[Cue]:
    """Main clauses in reported mood without a word of saying: "Er habe nichts gewusst." after "sagte Meier"; hearsay.

    Args:
        sentence: where to look.
        cues: its words of saying; what they govern is theirs.
        lexicon: the words of its language.
        goes_on: whether the sentence before reports speech. Then a plural in the past subjunctive does too, which
            stands for a present one that looks like the indicative: "Sie hätten nichts gewusst."
        blames: whether it tells a reproach that the sentence before only named.
        spoken: whether it is known who spoke last. Else whoever means to act says so: "Der Verein wolle klagen."
    """
    for token in sentence:
        if token.dep_ in CAUSAL and token.is_clause:
            yield from _reason(token, cues, lexicon)
        if token.dep_ not in MAIN or not _is_main(token):
            continue
        speech = _speech(token, lexicon, goes_on)
        if not speech or governing(token, cues) or any(token in c.sources for c in cues):
            continue
        who = () if spoken or speech == HEARSAY else _who_means_to(token, lexicon)
        yield Cue(token, BLAME if blames and speech != HEARSAY else FREE, who, (), (token,), (), speech)


def _reason(clause: Token, cues: Sequence[Cue], lexicon: Lexicon) -> Iterator[Cue]:
    """The reason that those give who act, in reported mood: "Der Verband sagte ab, *weil das Feld überflutet sei*"."""
    marks = syntax.children(clause, "mark")
    if not any(lexicon.cue("reason", *syntax.words(m)) for m in marks) or not is_reported(clause, lexicon):
        return
    subject = None if syntax.is_passive(clause.head) else syntax.subject(clause.head)
    # "Es *werde* teurer, weil das Öl fehle": both are of who spoke before
    if subject is None or syntax.mood(clause.head) != "Ind" or governing(clause, cues):
        return
    if subject.pos_ == "PRON" or is_actor(subject, lexicon):
        yield Cue(clause, FREE, tuple(people(subject, lexicon)), (), (clause,), (), "free")


def _speech(predicate: Token, lexicon: Lexicon, goes_on: bool) -> str:
    """What the mood of a main clause says of it: free reported speech, hearsay, or nothing."""
    if is_reported(predicate, lexicon):
        told = goes_on or _is_known(predicate, lexicon)
    else:
        told = goes_on and _is_substitute(predicate, lexicon)
    if told:
        return "free"
    heard = lexicon.cue("modal", syntax.finite(predicate).lemma_) == HEARSAY and syntax.mood(predicate) == "Ind"
    return HEARSAY if heard else ""


def _who_means_to(predicate: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """Who says by his own name what he means to do."""
    subject = syntax.own_subject(predicate)
    means = any(lexicon.cue("intention", c.lemma_) for c in predicate.children if c.dep_ == "aux")
    named = means and subject is not None and subject.pos_ in ("NOUN", "PROPN") and is_actor(subject, lexicon)
    return tuple(people(subject, lexicon)) if named and subject is not None else ()


def _is_main(token: Token) -> bool:
    """Whether what `MAIN` has may be the predicate of a main clause; not what is joined to a clause with "dass"."""
    if token.dep_ == "conj":
        first = token.head
        while first.dep_ == "conj":
            first = first.head
        return syntax.is_predicate(token) and (
            first.dep_ in ("ROOT", "parataxis") or not syntax.children(first, "mark")
        )
    return token.dep_ == "ROOT" or syntax.is_predicate(token)


def _is_known(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether nobody can take a past tense for its mood: "Der Wagen raste davon" is not of "rasten"."""
    finite = syntax.finite(predicate)
    stems = [finite.lower_.removesuffix(e) for e in lexicon.cues.get("past_ending", ()) if finite.lower_.endswith(e)]
    known = finite.lemma_ in lexicon.verbs or ("verb", finite.lemma_) in lexicon.claims
    # "rasten" without the letter of the past is "rasen", whose past it may be
    known = known and all(finite.lemma_[: len(s)] + finite.lemma_[len(s) + 1 :] not in lexicon.verbs for s in stems)
    return not stems or known or finite.pos_ == "AUX"


def _is_substitute(predicate: Token, lexicon: Lexicon) -> bool:
    """The plural of the past subjunctive; the tagger takes "hätten" and "würden" for indicatives at times."""
    finite = syntax.finite(predicate)
    clear = bool(lexicon.cue("unreal", finite.lower_))
    third = syntax.feature(finite, "Person") != "1"
    plural = syntax.feature(finite, "Number") == "Plur"
    supposes = any(c.dep_ == "advcl" for c in predicate.children)  # "Wenn es schneite, schliefen sie"
    # "*Wäre* er gegangen, hätten sie geschlafen"
    if any(c.dep_ == "advcl" and c.i < predicate.i and not syntax.children(c, "mark") for c in predicate.children):
        return False
    if not plural:  # "Es gäbe keinen Anlass."
        return third and clear and not supposes and syntax.mood(predicate) == "Sub"
    return third and (clear or (syntax.mood(predicate) == "Sub" and not supposes))
