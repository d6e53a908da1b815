"""Claims of a sentence: each event with who says it and how certain that source is, each saying with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.clauses import clause
from kg.extract.contents import antecedents, event, participants, statement
from kg.extract.cue import PASSING, Cue, governing
from kg.extract.events import Frame
from kg.extract.factuality import judge
from kg.extract.judgement import Judgement
from kg.extract.mentions import char_span, mention
from kg.extract.sentence import Sentence
from kg.model import Claim, Event, Factuality, Participant, Speaker, Statement

if TYPE_CHECKING:
    pass

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
        claim = _claim(inner, kind, source, content, factuality=said, sentence=sentence, rule=frame.rule, via=via)
        yield number, _nested(claim, inner, outer, sentence)


def _in_future(found: Judgement, content: Event, sentence: Sentence) -> Judgement:
    """What is said of a day to come is at most probable: "Am Donnerstag treffen sich die Minister"."""
    if content.time is None or sentence.published is None or found.certainty != "CT":
        return found
    later = content.time.begin > sentence.published.isoformat()[: len(content.time.begin)]
    return found.weakened("PR") if later else found


def _transparent(around: list[Cue]) -> list[Cue]:
    """The cues without a noun that only carries what its verb does: "wies *Berichte* über einen Einsatz zurück"."""
    if len(around) < 2 or around[0].row.pos != "noun" or around[0].sources:
        return around
    if all(root.i != around[0].token.i for root in around[1].roots):
        return around
    return [replace(around[1], roots=around[0].roots), *around[2:]]


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
            claim = _claim(cue, kind, source, claim, factuality=found, sentence=sentence, rule="", via=[])
        inner = cue
    return claim


def stance(cue: Cue, sentence: Sentence) -> tuple[str, str]:
    """Class and factuality of a cue; ("", "") where the text does not say that it was said ("könnte bestreiten")."""
    row = cue.row
    if row.pos in (*PASSING, "quote", "predicate") or cue.speech == "free":
        return row.type, row.factuality
    roots = {r.i for c in governing(cue.token, sentence.cues) if c is not cue for r in c.roots}
    carried = row.pos == "adjective" and cue.token.head.pos_ == "VERB" and not syntax.is_predicate(cue.token)
    if any(root.i == cue.token.head.i for root in cue.roots):
        found = clause(cue.token, Judgement(), sentence.lexicon, reported=False)  # "…, wie die Polizei mitteilte"
    else:
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


def _claim(
    cue: Cue,
    kind: str,
    source: Participant | Speaker,
    content: Event | Statement | Claim,
    *,
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
            *(p for c in via for p in participants(c.sources, sentence)),
            *participants(cue.via, sentence),
        ),
        addressee=participants(cue.addressees, sentence),
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
    back = list(antecedents(cue, sentence))
    around = [c for c in governing(cue.token, sentence.cues) if c is not cue]
    via, outer = _intermediaries(cue, around)
    if cue.row.pos == "predicate" and not around:
        return  # nobody said it: what the article itself thinks of a report is no denial
    if cue.token.i in sentence.silent or _only_carries(cue, around) or _speaks_itself(cue, sentence):
        return
    for source in sources(cue, sentence):
        for content in back:
            claim = _claim(cue, kind, source, content, factuality=value, sentence=sentence, rule="anaphora", via=via)
            yield _nested(claim, cue, outer, sentence)
        if back or (attributed and cue.speech == "reported") or (attributed and not _is_clausal(cue)):
            continue
        if cue.row.pos == "noun" and not cue.sources:
            continue
        if cue.speech == "reported" and not isinstance(source, Participant) and cue.row.pos not in PASSING:
            continue  # "sie wurden Rebellen genannt": a phrase that nobody says is no claim
        words = statement(cue)
        if words is not None and not _only_passes_on(cue, sentence):
            claim = _claim(cue, kind, source, words, factuality=value, sentence=sentence, rule="", via=via)
            yield _nested(claim, cue, outer, sentence)


def _only_carries(cue: Cue, around: list[Cue]) -> bool:
    """Whether the cue is a noun that its verb denies, confirms, …: see `_transparent`."""
    return bool(around) and _transparent([cue, *around])[0] is not cue


def _speaks_itself(cue: Cue, sentence: Sentence) -> bool:
    """As in "Er sagte, er könne das nicht bestätigen": the speaker does what the inner word says, not only say it."""
    for root in cue.roots:
        for other in sentence.cues:
            if other.token.i != root.i or other is cue or not other.roots or not any(stance(other, sentence)):
                continue
            subject = syntax.subject(other.token)
            if other.row.pos == "predicate":
                return True
            nobody = subject is not None and bool(sentence.lexicon.cue("nobody", subject.lower_))  # "man könne nicht …"
            if nobody or any(s.pos_ == "PRON" for s in other.sources):
                return True
    return False


def _only_passes_on(cue: Cue, sentence: Sentence) -> bool:
    """As in "laut Interfax" above another's words is a way, not a source."""
    return cue.row.pos in PASSING and any(other is not cue and other.token in cue.roots for other in sentence.cues)


def _is_clausal(cue: Cue) -> bool:
    return bool(cue.quotes) or any(syntax.is_predicate(r) for r in cue.roots)
