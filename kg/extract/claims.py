"""Claims of a sentence: each event with who says it and how certain that source is, each saying with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from kg.extract import syntax, times
from kg.extract.cue import PASSING, Cue, compound_head, governing
from kg.extract.events import Frame
from kg.extract.factuality import Judgement, judge
from kg.extract.mentions import char_span, mention
from kg.lang.lexicon import Lexicon
from kg.model import Claim, Event, Factuality, Participant, Span, Speaker, Statement, Time

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

ASSERTION = "Assertion"
NEGATED = {
    "NonConfirmation": "U",
    "Refusal": "U",
    "Assertion": "CT+",
    "Confirmation": "CT+",
    "Expectation": "PR-",
    "Denial": "CT-",
}
"""What the source of a negated word is committed to ("schließt nicht aus": PS+ is left to its row)."""


@dataclass(slots=True)
class Sentence:
    """A sentence under analysis: its syntax, and what earlier sentences left to refer to."""

    span: DocSpan
    number: int
    lexicon: Lexicon
    frames: list[Frame]
    cues: list[Cue]
    expressions: list[times.Expression]
    published: date | None = None
    silent: frozenset[int] = frozenset()
    """Tokens that are words of saying and, as the row of an event says more exactly, an event."""
    before: list[Event] = field(default_factory=list)
    """Events of the last sentence that had any: what "diese Berichte" may mean."""
    speakers: tuple[Participant, ...] = ()
    """Who spoke last: the source of free reported speech."""

    @property
    def text(self) -> Span:
        """The sentence without white space around it."""
        return trimmed(self.span)


def trimmed(span: DocSpan) -> Span:
    """The characters of a spaCy span without white space around them."""
    text = span.text
    begin = span.start_char + len(text) - len(text.lstrip())
    return Span(begin, begin + len(text.strip()), text.strip())


def claims(sentence: Sentence) -> Iterator[Claim]:
    """All claims of a sentence."""
    attributed: set[int] = set()
    for frame in sentence.frames:
        made = list(_event_claims(frame, sentence))
        attributed |= {i for i, _ in made}
        yield from (claim for _, claim in made)
    for number, cue in enumerate(sentence.cues):
        yield from _statements(cue, number in attributed, sentence)


def _event_claims(frame: Frame, sentence: Sentence) -> Iterator[tuple[int, Claim]]:
    """The claims about one event, each with the number of the cue that makes it (-1: the narrator's)."""
    content = event(frame, sentence)
    around = _transparent(governing(frame.trigger, sentence.cues))
    if not around:
        found = _in_future(judge(frame.trigger, (), sentence.lexicon), content, sentence)
        factuality = found.factuality
        if factuality is not None:
            speaker = Speaker.UNNAMED if found.hearsay else Speaker.NARRATOR
            yield -1, Claim("Assertion", speaker, content, factuality, sentence.text, frame.rule)
        return
    inner = around[0]
    if inner.token.i in sentence.silent:
        return  # "drohte mit einem Angriff" is a threat, and no claim
    found = judge(frame.trigger, {r.i for r in inner.roots}, sentence.lexicon)
    found = replace(found, certainty="CT") if found.hearsay and found.certainty == "PR" else found
    found = _in_future(found, content, sentence)
    kind, committed = stance(inner, sentence)
    said = combined(committed, found, kind)
    if said is None or not kind:
        return
    via, outer = _intermediaries(inner, around[1:])
    number = next(i for i, cue in enumerate(sentence.cues) if cue.token.i == inner.token.i)
    for source in sources(inner, sentence):
        claim = _claim(inner, kind, source, content, said, sentence, frame.rule, via)
        yield number, _nested(claim, inner, outer, sentence)


def _in_future(found: Judgement, content: Event, sentence: Sentence) -> Judgement:
    """What is said of a day to come is at most probable: "Am Donnerstag treffen sich die Minister"."""
    if content.time is None or sentence.published is None or found.certainty != "CT":
        return found
    later = content.time.begin > sentence.published.isoformat()[: len(content.time.begin)]
    return found.weakened("PR") if later else found


def _transparent(around: list[Cue]) -> list[Cue]:
    """The cues without a noun that only carries what its verb does: "wies *Berichte* über einen Einsatz zurück"."""
    if len(around) > 1 and around[0].row.pos == "noun" and not around[0].sources:
        if any(root.i == around[0].token.i for root in around[1].roots):
            carried = replace(around[1], roots=around[0].roots)
            return [carried, *around[2:]]
    return around


def _intermediaries(inner: Cue, around: Sequence[Cue]) -> tuple[list[Cue], list[Cue]]:
    """Of the outer cues, those that only pass on words ("sagte er laut Interfax"), and those that claim a claim."""
    passing = [c for c in around if c.row.pos in PASSING and inner.row.type == ASSERTION]
    return passing, [c for c in around if all(c is not p for p in passing)]


def _nested(claim: Claim, inner: Cue, outer: Sequence[Cue], sentence: Sentence) -> Claim:
    """The claim within what others say of it: "Kiew sagte, Moskau habe den Angriff bestritten"."""
    for cue in outer:
        kind, factuality = stance(cue, sentence)
        found = combined(factuality, judge(inner.token, {r.i for r in cue.roots}, sentence.lexicon), kind)
        if kind and found is not None:
            source = next(iter(sources(cue, sentence)))
            claim = _claim(cue, kind, source, claim, found, sentence, "", [])
        inner = cue
    return claim


def stance(cue: Cue, sentence: Sentence) -> tuple[str, str]:
    """Class and factuality of a cue; ("", "") where the text does not say that it was said ("könnte bestreiten")."""
    row = cue.row
    if row.pos in (*PASSING, "quote") or cue.speech == "free":
        return row.type, row.factuality
    roots = {r.i for c in governing(cue.token, sentence.cues) if c is not cue for r in c.roots}
    carried = row.pos == "adjective" and cue.token.head.pos_ == "VERB" and not syntax.is_predicate(cue.token)
    found = judge(cue.token.head if carried else cue.token, roots, sentence.lexicon)
    if row.pos == "noun":
        return (row.type, row.factuality) if found.positive else ("", "")
    if not found.positive:
        return (row.negated, NEGATED.get(row.negated, row.factuality)) if row.negated else ("", "")
    spoken = found.certainty in ("CT", "U") if cue.quotes else found.certainty == "CT"
    return (row.type, row.factuality) if spoken or found.hearsay else ("", "")


def combined(factuality: str, found: Judgement, kind: str) -> Factuality | None:
    """What the source is committed to: its stance and what it says together."""
    if not factuality or not found.certainty:
        return None
    return Judgement(found.certainty, found.positive).with_value(factuality).factuality if kind else None


def sources(cue: Cue, sentence: Sentence) -> tuple[Participant | Speaker, ...]:
    """Who speaks: one for each of joined sources."""
    if cue.sources:
        return tuple(Participant(mention(t, sentence.lexicon, sentence.number)) for t in cue.sources)
    if cue.speech == "free" or cue.row.pos == "quote":
        return sentence.speakers or (Speaker.UNNAMED,)
    return (Speaker.UNNAMED,)


def _participants(tokens: Sequence[Token], sentence: Sentence) -> tuple[Participant, ...]:
    return tuple(Participant(mention(t, sentence.lexicon, sentence.number)) for t in tokens)


def _claim(
    cue: Cue,
    kind: str,
    source: Participant | Speaker,
    content: Event | Statement | Claim,
    factuality: Factuality,
    sentence: Sentence,
    rule: str,
    via: Sequence[Cue],
) -> Claim:
    doc = cue.token.doc
    spans = tuple(char_span(doc, s.start, s.end) for s in cue.quotes)
    return Claim(
        type=kind,
        source=source,
        content=content,
        factuality=factuality,
        sentence=sentence.text,
        rule=f"{cue.row.rule} {rule}".strip(),
        via=(
            *(p for c in via for p in _participants(c.sources, sentence)),
            *_participants(cue.via, sentence),
        ),
        addressee=_participants(cue.addressees, sentence),
        cue=char_span(doc, cue.token.i, cue.token.i + 1) if cue.row.pos != "quote" and cue.speech != "free" else None,
        speech=cue.speech,
        quotation=Statement(spans) if spans and not isinstance(content, Statement) else None,
    )


def _statements(cue: Cue, attributed: bool, sentence: Sentence) -> Iterator[Claim]:
    """What somebody said, as words; for a noun or a preposition only if no event was found in it."""
    kind, factuality = stance(cue, sentence)
    if not kind:
        return
    value = Factuality(factuality)
    back = list(_antecedents(cue, sentence))
    around = [c for c in governing(cue.token, sentence.cues) if c is not cue]
    via, outer = _intermediaries(cue, around)
    if cue.token.i in sentence.silent or _only_carries(cue, around) or _speaks_itself(cue, sentence):
        return
    for source in sources(cue, sentence):
        for content in back:
            claim = _claim(cue, kind, source, content, value, sentence, "anaphora", via)
            yield _nested(claim, cue, outer, sentence)
        if back or (attributed and cue.speech == "reported") or (attributed and not _is_clausal(cue)):
            continue
        if cue.row.pos == "noun" and not cue.sources:
            continue
        if cue.speech == "reported" and not isinstance(source, Participant) and cue.row.pos not in PASSING:
            continue  # "sie wurden Rebellen genannt": a phrase that nobody says is no claim
        words = statement(cue)
        if words is not None and not _only_passes_on(cue, sentence):
            claim = _claim(cue, kind, source, words, value, sentence, "", via)
            yield _nested(claim, cue, outer, sentence)


def _only_carries(cue: Cue, around: list[Cue]) -> bool:
    """Whether the cue is a noun that its verb denies, confirms, …: see `_transparent`."""
    return bool(around) and _transparent([cue, *around])[0] is not cue


def _speaks_itself(cue: Cue, sentence: Sentence) -> bool:
    """ "Er sagte, er könne das nicht bestätigen": the speaker does what the inner word says, not only say it."""
    for root in cue.roots:
        for other in sentence.cues:
            if other.token.i != root.i or other is cue or not other.roots or not any(stance(other, sentence)):
                continue
            subject = syntax.subject(other.token)
            nobody = subject is not None and bool(sentence.lexicon.cue("nobody", subject.lower_))  # "man könne nicht …"
            if nobody or any(s.pos_ == "PRON" for s in other.sources):
                return True
    return False


def _only_passes_on(cue: Cue, sentence: Sentence) -> bool:
    """ "laut Interfax" above another's words is a way, not a source."""
    return cue.row.pos in PASSING and any(other is not cue and other.token in cue.roots for other in sentence.cues)


def _is_clausal(cue: Cue) -> bool:
    return bool(cue.quotes) or any(syntax.is_predicate(r) for r in cue.roots)


def statement(cue: Cue) -> Statement | None:
    """The words of a cue's content: quotations, else its clauses, else its phrase."""
    doc = cue.token.doc
    if cue.quotes:
        return Statement(tuple(char_span(doc, s.start, s.end) for s in cue.quotes))
    clauses = [root for root in cue.roots if syntax.is_predicate(root)]
    heads = sorted(clauses or cue.roots, key=lambda t: t.i)
    spans = [span for root in heads if (span := _words(root, cue)) is not None]
    return Statement(tuple(spans)) if spans else None


def _words(root: Token, cue: Cue) -> Span | None:
    """The subtree of a content, without the cue's own phrase and the commas and conjunctions around it."""
    own = {cue.token.i} | {t.i for s in (*cue.sources, *cue.addressees) for t in s.subtree}
    if cue.row.pos in PASSING:
        own |= {t.i for t in cue.token.head.subtree}
    if any(node.i == cue.token.i for node in root.subtree):
        own |= {t.i for t in cue.token.subtree}
    places = sorted(t.i for t in root.subtree if t.i not in own and not t.is_space)
    runs = _run(places, root.i)
    doc = root.doc
    while runs and (doc[runs[0]].is_punct or (doc[runs[0]].dep_ in ("mark", "cc") and doc[runs[0]].pos_ != "PRON")):
        runs = runs[1:]
    while runs and doc[runs[-1]].is_punct:
        runs = runs[:-1]
    return char_span(doc, runs[0], runs[-1] + 1) if runs else None


def _run(places: Sequence[int], middle: int) -> list[int]:
    """The places next to each other around the middle."""
    known = set(places)
    begin = end = middle
    while begin - 1 in known:
        begin -= 1
    while end + 1 in known:
        end += 1
    return list(range(begin, end + 1))


def _antecedents(cue: Cue, sentence: Sentence) -> Iterator[Event]:
    """The events of the sentence before that "diese Informationen" or "das" means."""
    for root in cue.roots:
        if (root.pos_ == "PRON" and sentence.lexicon.cue("anaphor", root.lower_)) or (
            sentence.lexicon.cue("anaphor", compound_head(root.lemma_, "anaphor", sentence.lexicon))
            and _points_back(root)
        ):
            yield from sentence.before


def _points_back(noun: Token) -> bool:
    dem = any(syntax.feature(c, "PronType") == "Dem" for c in noun.children)
    bare = not any(c.dep_ in ("nmod", "acl", "ccomp", "acl:relcl", "amod") for c in noun.children)
    article = any(
        syntax.feature(c, "Definite") == "Def" or syntax.feature(c, "PronType") == "Art" for c in noun.children
    )
    return dem or (article and bare)


def event(frame: Frame, sentence: Sentence) -> Event:
    """The record of a frame."""
    trigger = char_span(frame.trigger.doc, frame.trigger.i, frame.trigger.i + 1)
    roles = tuple((role, _participants(tokens, sentence)) for role, tokens in frame.roles.items())
    return Event(frame.type, trigger, roles, _time(frame, sentence))


def _time(frame: Frame, sentence: Sentence) -> Time | None:
    """The time expression of the event's clause, the nearest to the trigger."""
    doc = frame.trigger.doc
    clause = syntax.clause(frame.trigger)
    near = []
    for expression in sentence.expressions:
        head = next(
            (
                t
                for t in doc[expression.begin : expression.end]
                if t.head.i not in range(expression.begin, expression.end)
            ),
            doc[expression.begin],
        )
        own = syntax.within(head, frame.trigger)
        if own or syntax.clause(head).i == clause.i:
            near.append((not own, abs(expression.begin - frame.trigger.i), expression.time))
    if near:
        return min(near, key=lambda n: n[:2])[2]
    return _shared_time(clause, sentence)


def _shared_time(clause: Token, sentence: Sentence) -> Time | None:
    """The time in front of joined clauses: "Im Juni trafen sich beide und unterzeichneten einen Pakt"."""
    first = clause.head
    if clause.dep_ != "conj" or not syntax.is_predicate(first):
        return None
    for expression in sentence.expressions:
        head = clause.doc[expression.begin]
        if expression.end <= first.i and syntax.clause(head).i == first.i and expression.begin <= first.left_edge.i + 1:
            return expression.time
    return None
