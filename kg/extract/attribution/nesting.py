"""The claim of a word of saying, within what others say of it: "Kiew sagte, Moskau habe den Angriff bestritten"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.authors import between
from kg.extract.attribution.cue import NEGATION, PASSING, Cue
from kg.extract.attribution.reporters import ANSWERED
from kg.extract.attribution.sources import sources
from kg.extract.certainty.factuality import judge
from kg.extract.certainty.stances import ASSERTION, combined, in_own_voice, stance
from kg.extract.contents import participants
from kg.extract.mentions import char_span
from kg.extract.sentence import Sentence
from kg.model import Claim, Event, Factuality, Participant, Speaker, Statement

if TYPE_CHECKING:
    from kg.lang.lexicon import Lexicon

MEDIA = ("media",)
FREE = "free"


def transparent(around: list[Cue]) -> list[Cue]:
    """The cues without a noun that only carries what its verb does: "wies *Berichte* über einen Einsatz zurück"."""
    if len(around) < 2 or not carried(around[0], around[1]):
        return around
    return [replace(around[1], roots=around[0].roots), *around[2:]]


def carried(noun: Cue, verb: Cue) -> bool:
    """Whether a verb is about what a noun tells: "wies *den Vorwurf der Union* zurück, er habe gelogen"."""
    if noun.row.pos != "noun" or syntax.is_predicate(noun.token) or all(r.i != noun.token.i for r in verb.roots):
        return False
    return not noun.sources or noun.row.type in ANSWERED.get(verb.row.type, ())


def intermediaries(inner: Cue, around: Sequence[Cue], lexicon: Lexicon) -> tuple[list[Cue], list[Cue]]:
    """Of the outer cues, those that only pass on words ("sagte er laut Interfax"), and those that claim a claim."""
    if not around:
        return [], []
    # who goes on in reported mood says both clauses: "Er habe geschlafen und *werde schweigen*"
    around = [c for c in around if not _is_background(inner, c) and not inner.speech == c.speech == FREE]
    # "Davon könne keine *Rede* sein, so die Sprecherin" is her denial
    unheld = inner.row.pos == "noun" and bool(inner.row.negated) and not inner.sources
    told = inner.row.type == ASSERTION and not unheld
    # "bestätigte er laut *der Agentur* Interfax"; but "laut Polizei fordern die Entführer …" is what the police say
    # "*Wie Interfax meldete*, bestritt der Gouverneur, dass …"
    passing = [c for c in around if c.row.pos in PASSING and (told or _is_medium(c, lexicon))]
    passing += [c for c in around if is_aside(c, lexicon) and _is_medium(c, lexicon)]
    return passing, [c for c in around if all(c is not p for p in passing)]


def is_aside(cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a verb's clause only tells who says the clause above it: "*Wie der Sender meldete*, flohen alle"."""
    verb = cue.token
    above = cue.row.pos == "verb" and any(root.i == verb.head.i != verb.i for root in cue.roots)
    above = above and syntax.is_predicate(verb.head)
    return above and any(lexicon.cue("as_said", c.lower_) for c in verb.children)


def _is_background(inner: Cue, outer: Cue) -> bool:
    """As in "lobten den Schiedsrichter, *der sie beschuldigt hatte*": the article says so, not those who praise him."""
    path = syntax.ancestors(inner.token)
    reached = [path.index(r) for r in outer.roots if r in path and not syntax.is_predicate(r)]
    below = path[: min(reached)] if reached else ()
    return any(node.dep_ == "acl:relcl" and syntax.mood(node) == "Ind" for node in below)


def _is_medium(cue: Cue, lexicon: Lexicon) -> bool:
    return bool(cue.sources) and all(lexicon.is_a(source.lemma_, MEDIA) for source in cue.sources)


def nested(claim: Claim, inner: Cue, outer: Sequence[Cue], sentence: Sentence) -> Claim:
    """The claim within what others say of it: "Kiew sagte, Moskau habe den Angriff bestritten"."""
    for cue in outer:
        kind, factuality = stance(cue, sentence)
        said = judge(inner.token, {r.i for r in cue.roots}, sentence.lexicon)
        part = inner.row.object == NEGATION or (inner.row.object and inner.row.pos == "adjective")  # "*nichts* bekannt"
        if not said.positive and (part or stance(inner, sentence)[0] != inner.row.type):
            said = said.turned()  # "sagte, Kiew habe das *nicht bestätigt*": that is a non-confirmation, which is so
        found = combined(factuality, said, kind)
        if kind and found is not None:
            source = next(iter(sources(cue, sentence)))
            if in_own_voice(claim, inner, cue, sentence) or _of_speaker(inner, cue):
                claim, inner = replace(claim, source=source, speech=cue.speech), cue
                continue
            claim = claim_of(cue, kind, source, claim, factuality=found, sentence=sentence, rule="", via=[])
        inner = cue
    return claim


def _of_speaker(inner: Cue, outer: Cue) -> bool:
    """Whether who is quoted speaks of himself: "„Wir glauben, dass …“, sagte sie" is her belief."""
    quoted = any(q.start <= inner.token.i < q.end for q in outer.quotes)
    own = bool(inner.sources) and all(syntax.feature(t, "Person") == "1" for t in inner.sources)
    return (quoted and own) or (bool(inner.sources) and inner.sources == outer.sources)


def claim_of(
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
    """The claim of one source by a word of saying."""
    doc = cue.token.doc
    spans = tuple([char_span(doc, s.start, s.end) for s in cue.quotes])
    passed = [p for c in via for p in participants(c.sources, sentence)]
    return Claim(
        type=kind,
        source=source,
        content=content,
        factuality=factuality,
        sentence=sentence.text,
        rule=f"{cue.row.rule} {rule}".strip(),
        via=(*passed, *participants(between(cue), sentence)),
        addressee=participants(cue.addressees, sentence),
        cue=char_span(doc, cue.token.i, cue.token.i + 1) if cue.row.pos != "quote" and cue.speech != "free" else None,
        speech=cue.speech,
        quotation=Statement(spans) if spans and not isinstance(content, Statement) else None,
    )
