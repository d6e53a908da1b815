"""Claims of a sentence: each event with who says it and how certain that source is, each saying with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.acts import act
from kg.extract.contents import antecedents, event, participants, statement
from kg.extract.cue import NARRATOR, PASSING, Cue, governing
from kg.extract.events import Frame
from kg.extract.factuality import judge
from kg.extract.intentions import intention
from kg.extract.mentions import char_span, mention
from kg.extract.modals import modal_claims
from kg.extract.plain import is_plain
from kg.extract.sentence import Sentence
from kg.extract.stances import (
    ASSERTION,
    DENIAL,
    OWN_VOICE,
    combined,
    denies,
    in_own_voice,
    not_twice,
    phrased,
    stance,
    taken_for_granted,
)
from kg.model import Claim, Event, Factuality, Participant, Speaker, Statement

ANNOUNCEMENT = "Announcement"
DEMAND = "Demand"
UNSETTLED = frozenset(("NonConfirmation", "Expectation"))
"""What a negated passive leaves: "wurde nicht bestätigt", "wird nicht ausgeschlossen"."""

if TYPE_CHECKING:
    from kg.extract.judgement import Judgement


def claims(sentence: Sentence) -> Iterator[Claim]:
    """All claims of a sentence."""
    attributed: dict[int, set[int]] = {}
    for frame in sentence.frames:
        for number, claim in _event_claims(frame, sentence):
            attributed.setdefault(number, set()).add(frame.trigger.i)
            yield claim
    for number, cue in enumerate(sentence.cues):
        triggers = attributed.get(number, set())
        if not cue.roots or any(root.i not in triggers for root in cue.roots):  # else the event is what was said
            yield from _statements(cue, bool(triggers), sentence)
    yield from modal_claims(sentence)


def _event_claims(frame: Frame, sentence: Sentence) -> Iterator[tuple[int, Claim]]:
    """The claims about one event, each with the number of the cue that makes it (-1: the narrator's)."""
    content = event(frame, sentence)
    around = _transparent(governing(frame.trigger, sentence.cues))
    if not around:
        found = _in_future(judge(frame.trigger, (), sentence.lexicon, frame.type), content, sentence)
        factuality = found.factuality
        if factuality is not None:
            speaker = Speaker.UNNAMED if found.hearsay else Speaker.NARRATOR
            plain = is_plain(frame, content, sentence)
            own = Claim(ASSERTION, speaker, content, factuality, sentence.text, frame.rule, plain=plain)
            yield from ((-1, claim) for claim in _intended(own, frame, sentence) or (own,))
        return
    inner = around[0]
    if inner.token.i in sentence.silent:
        return  # "drohte mit einem Angriff" is a threat, and no claim
    found = judge(frame.trigger, {r.i for r in inner.roots}, sentence.lexicon, frame.type)
    found = replace(found, certainty="CT") if found.hearsay and found.certainty == "PR" else found
    found = _in_future(found, content, sentence)
    kind, committed = stance(inner, sentence)
    if kind and found.presupposed:
        kind, committed = taken_for_granted(kind, committed)
    said = combined(committed, not_twice(found, kind, inner, frame.trigger), kind)
    if said is None or not kind:
        return
    done = act(inner, frame.trigger, sentence) if found.certainty != "CT" else ""
    kind, said = done or kind, Factuality.UNCOMMITTED if done == DEMAND else said
    kind = DENIAL if denies(inner, kind, said, frame, sentence) else kind
    via, outer = _intermediaries(inner, around[1:])
    number = next(i for i, cue in enumerate(sentence.cues) if cue.token.i == inner.token.i)
    for source in sources(inner, sentence):
        claim = _claim(inner, kind, source, content, factuality=said, sentence=sentence, rule=frame.rule, via=via)
        for told in _told(claim, frame, sentence):
            yield number, _nested(told, inner, outer, sentence)


def _intended(claim: Claim, frame: Frame, sentence: Sentence) -> tuple[Claim, ...]:
    """The claim as one of each of those who mean to act, if they do: "Warschau will Haubitzen liefern"."""
    meant = intention(frame, sentence.lexicon)
    if meant is None:
        return ()
    kind, modal = meant
    cue = char_span(modal.doc, modal.i, modal.i + 1)
    agents = participants(frame.roles["agent"], sentence)
    return tuple(replace(claim, type=kind, source=agent, cue=cue, rule=f"{kind} {claim.rule}") for agent in agents)


def _told(claim: Claim, frame: Frame, sentence: Sentence) -> tuple[Claim, ...]:
    """What a source says that somebody, or itself, means to do: "sagte, Warschau wolle Haubitzen liefern"."""
    meant = _intended(claim, frame, sentence) if claim.type == ASSERTION else ()
    inner = (replace(m, via=(), addressee=(), quotation=None, speech="") for m in meant)
    return tuple(replace(claim, content=m, factuality=Factuality.CT_PLUS) for m in inner) or (claim,)


def _in_future(found: Judgement, content: Event, sentence: Sentence) -> Judgement:
    """What is said of a day to come is at most probable: "Am Donnerstag treffen sich die Minister"."""
    if content.time is None or sentence.published is None or found.certainty != "CT":
        return found
    later = content.time.begin > sentence.published.isoformat()[: len(content.time.begin)]
    return found.weakened("PR") if later else found


def _transparent(around: list[Cue]) -> list[Cue]:
    """The cues without a noun that only carries what its verb does: "wies *Berichte* über einen Einsatz zurück"."""
    if len(around) < 2 or around[0].row.pos != "noun" or around[0].sources or syntax.is_predicate(around[0].token):
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
            if in_own_voice(claim, inner, cue, sentence):
                claim, inner = replace(claim, source=source, speech=cue.speech), cue
                continue
            claim = _claim(cue, kind, source, claim, factuality=found, sentence=sentence, rule="", via=[])
        inner = cue
    return claim


def sources(cue: Cue, sentence: Sentence) -> tuple[Participant | Speaker, ...]:
    """Who speaks: one for each of joined sources."""
    if cue.row.source == NARRATOR and not cue.sources:
        return (Speaker.NARRATOR,)
    if cue.sources:
        return tuple(Participant(mention(t, sentence.lexicon, sentence.number)) for t in cue.sources)
    told = cue.row.pos == "adverb" and not cue.row.source  # "Demnach …": the one of the sentence before
    if cue.speech == "free" or cue.row.pos == "quote" or told:
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
    kind, value = _said(cue, kind, factuality, sentence)
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
        if around and kind in OWN_VOICE:
            pass  # "Davon könne keine Rede sein, sagte sie": her denial
        elif cue.row.pos == "noun" and not cue.sources and not syntax.is_predicate(cue.token):
            continue  # but "war von vier Verletzten die Rede"
        elif _only_phrase(cue, kind, source):
            continue  # "sie wurden Rebellen genannt": a phrase that nobody says is no claim
        about = sentence.lexicon.cue("about", cue.row.lemma)
        if kind == ASSERTION and about and all(syntax.preposition(r) == about for r in cue.roots) and not cue.quotes:
            continue  # "äußerte sich zum Streik" is no content
        words = statement(cue)
        if words is not None and not _only_passes_on(cue, sentence):
            claim = _claim(cue, kind, source, words, factuality=value, sentence=sentence, rule="", via=via)
            yield _nested(claim, cue, outer, sentence)


def _only_phrase(cue: Cue, kind: str, source: Participant | Speaker) -> bool:
    """A phrase that nobody says; but "Die Zahl wurde nicht bestätigt" says that nobody confirmed it."""
    nobody = cue.speech == "reported" and not isinstance(source, Participant) and cue.row.pos not in PASSING
    open_ = kind in UNSETTLED and kind != cue.row.type and cue.row.pos == "verb" and syntax.is_passive(cue.token)
    undisputed = kind == "Confirmation" and cue.row.type == DENIAL and source is Speaker.UNNAMED
    return undisputed or (nobody and not open_)  # "Das bestreitet niemand mehr" is no confirmation


def _said(cue: Cue, kind: str, factuality: str, sentence: Sentence) -> tuple[str, Factuality]:
    """Class and factuality of the words of a cue: "sagte, er werde gehen" announces what is probable."""
    acts = {act(cue, root, sentence) for root in cue.roots if syntax.is_predicate(root)}
    value = phrased(cue, factuality, sentence)
    if len(acts) != 1 or "" in acts:
        return kind, value
    (done,) = acts
    announced = Factuality.PR_PLUS if value is Factuality.CT_PLUS else value
    return done, announced if done == ANNOUNCEMENT else Factuality.UNCOMMITTED


def _only_carries(cue: Cue, around: list[Cue]) -> bool:
    """Whether the cue is a noun that its verb denies, confirms, …: see `_transparent`."""
    return bool(around) and _transparent([cue, *around])[0] is not cue


def _speaks_itself(cue: Cue, sentence: Sentence) -> bool:
    """As in "Er sagte, er könne das nicht bestätigen": the speaker does what the inner word says, not only say it."""
    for root in cue.roots:
        for other in sentence.cues:
            heads = (other.token.i, syntax.clause(other.token).i if other.row.object else -1)  # "gebe es keine Beweise"
            if root.i not in heads or other is cue or not other.roots or not any(stance(other, sentence)):
                continue
            subject = syntax.subject(other.token)
            if other.row.pos == "predicate" or (not other.sources and stance(other, sentence)[0] in OWN_VOICE):
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
