"""Claims of a sentence: each event with who says it and how certain that source is, each saying with its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import hints, syntax
from kg.extract.attribution.cue import NARRATOR, Cue, governing
from kg.extract.attribution.nesting import claim_of, intermediaries, nested, transparent
from kg.extract.attribution.reporters import reported
from kg.extract.attribution.sources import sources
from kg.extract.attribution.statements import ACCUSATION, statements
from kg.extract.attribution.verdicts import blames, is_verdict
from kg.extract.certainty.acts import act, is_command, undertakes
from kg.extract.certainty.conditions import conditioned, has_condition
from kg.extract.certainty.denials import answered, denies, takes_no_part
from kg.extract.certainty.factuality import judge
from kg.extract.certainty.intentions import intention, suspension
from kg.extract.certainty.judgement import VALUES
from kg.extract.certainty.modals import modal_claims
from kg.extract.certainty.presupposed import is_over
from kg.extract.certainty.relatives import is_doubted_after
from kg.extract.certainty.stances import (
    ASSERTION,
    DENIAL,
    NONCONFIRMATION,
    combined,
    not_twice,
    stance,
    taken_for_granted,
)
from kg.extract.contents import event, participants
from kg.extract.facts.foreign import is_of_others
from kg.extract.facts.plain import is_plain
from kg.extract.frames.events import Frame
from kg.extract.frames.nominals import carrier
from kg.extract.mentions import char_span
from kg.extract.participants.subjects import verb_words
from kg.extract.sentence import Sentence
from kg.model import Claim, Event, Factuality, Speaker

if TYPE_CHECKING:
    from kg.extract.certainty.judgement import Judgement
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

ANNOUNCEMENT = "Announcement"
DEMAND = "Demand"
TURNS = ("fails", "implicative", "raising")
"""Kinds of verbs that only say what becomes of an event: "scheiterte", "gelang"."""
PREDICATE = "predicate"
"""The part of speech of a cue that calls something false."""
NARRATED = -1
"""In place of the number of a cue: a claim of the article itself."""
SUSPENDED = {Factuality.CT_PLUS: Factuality.PR_MINUS, Factuality.PR_PLUS: Factuality.PR_MINUS}
"""What it announces for an act that it ends now: "stellt die Ermittlungen ein"."""
ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj"))
PHRASES = frozenset(("obl", "obl:arg"))


def claims(sentence: Sentence) -> Iterator[Claim]:
    """All claims of a sentence."""
    attributed: dict[int, set[int]] = {}
    for frame in sentence.frames:
        for number, claim in _event_claims(frame, sentence):
            if number != NARRATED:
                attributed.setdefault(number, set()).update(_told_by(frame, sentence.lexicon))
            yield claim
    for number, cue in enumerate(sentence.cues):
        triggers = attributed.get(number, set())
        if not triggers or _says_more(cue, triggers, sentence.lexicon):
            yield from statements(cue, triggers, sentence)
    yield from modal_claims(sentence)


def _says_more(cue: Cue, triggers: set[int], lexicon: Lexicon) -> bool:
    """Whether there is more in what was said, or judged, than events: "bezeichnete *die Reise* als hilfreich"."""
    heads = [root for root in cue.roots if not is_verdict(root, lexicon)] or cue.roots
    # "trat Berichten entgegen, *Schüsse seien gefallen*": the words of a claim are its clauses, see `statement`
    heads = [root for root in heads if syntax.is_predicate(root)] or heads
    return not heads or any(root.i not in triggers for root in heads)


def _told_by(frame: Frame, lexicon: Lexicon) -> Iterator[int]:
    """The words whose clause or phrase says no more than the event: "die *Gespräche* seien *gescheitert*"."""
    trigger = frame.trigger
    yield trigger.i
    for tokens in frame.roles.values():
        yield from [t.i for t in tokens]  # "geht von zehn *Verletzten* aus"
    verb = carrier(trigger, lexicon)
    if verb is None and (_turns(trigger, lexicon) or _is_let(trigger, lexicon)):
        verb = trigger.head
    if verb is not None:
        yield verb.i


def _is_let(trigger: Token, lexicon: Lexicon) -> bool:
    """As in "habe Streikende *verhaften* lassen"."""
    return trigger.dep_ == "xcomp" and bool(lexicon.cue("lets", trigger.head.lemma_))


def _turns(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether the verb of an event noun says what becomes of it, or whose it is: "steckt hinter dem Mord"."""
    words = verb_words(trigger.head)
    if trigger.dep_ in ARGUMENTS:
        return any(lexicon.cue(kind, *words) for kind in TURNS)
    if not trigger.adposition or trigger.dep_ not in PHRASES:
        return False
    if lexicon.cue("takes", *words) == trigger.adposition:  # but "dachte *über* den Rücktritt nach"
        return lexicon.cue("implicative", *words).startswith("CT")
    return lexicon.cue("partakes", *words) == trigger.adposition


def _event_claims(frame: Frame, sentence: Sentence) -> Iterator[tuple[int, Claim]]:
    """The claims about one event, each with the number of the cue that makes it, or `NARRATED`."""
    above = governing(frame.trigger, sentence.cues)
    cues = transparent(above)
    around = [c for c in cues if not _takes_for_granted(c, frame, sentence.lexicon)]
    around = around or conditioned(frame.trigger, sentence.cues, sentence.lexicon)
    if not around:
        yield from [(NARRATED, claim) for claim in _narrated(frame, sentence)]
        return
    inner = around[0]
    if inner.token.i in sentence.silent and inner.row.type != ANNOUNCEMENT:
        return  # "drohte mit einem Angriff" is a threat, and no claim
    found = judge(frame.trigger, {r.i for r in inner.roots}, sentence.lexicon, frame.type)
    if not found.certainty:
        return
    content = event(frame, sentence)
    found = answered(found, inner, frame.trigger, sentence.lexicon)
    found = found._replace(certainty="CT") if found.hearsay and found.certainty == "PR" else found
    kind, said = _does(_in_future(found, frame, content, sentence), inner, frame, sentence)
    if said is None:
        return
    beyond = governing(inner.token, sentence.cues) if inner.row.pos == PREDICATE else ()  # "„Das ist falsch“, sagte er"
    beyond = [c for c in beyond if c.token.i != inner.token.i] or around[1:]
    via, outer = intermediaries(inner, beyond, sentence.lexicon)
    number = _number(inner, sentence)
    known = kind == ASSERTION and inner.row.type == NONCONFIRMATION and said is Factuality.CT_PLUS
    for whose in sources(inner, sentence):
        # "Unklar ist, ob die Armee nach dem *Angriff* abzieht": the article knows of it
        source = Speaker.NARRATOR if known and whose is Speaker.UNNAMED else whose
        claim = claim_of(inner, kind, source, content, factuality=said, sentence=sentence, rule=frame.rule, via=via)
        for told in _told(claim, frame, sentence):
            yield number, nested(told, inner, outer, sentence)
    told_by = above[0] if cues is not above and above[0].sources else None
    if (report := told_by or reported(inner, frame.trigger, sentence.cues, sentence.lexicon)) is not None:
        so, rule = VALUES[report.row.factuality], frame.rule
        number = number if told_by is None else _number(told_by, sentence)
        for source in sources(report, sentence):
            kind = report.row.type
            yield number, claim_of(report, kind, source, content, factuality=so, sentence=sentence, rule=rule, via=())


def _number(cue: Cue, sentence: Sentence) -> int:
    return next(i for i, other in enumerate(sentence.cues) if other.token.i == cue.token.i)


def _does(found: Judgement, cue: Cue, frame: Frame, sentence: Sentence) -> tuple[str, Factuality | None]:
    """What the source does by what it says of the event, and what it is committed to; None if nothing is said."""
    lexicon = sentence.lexicon
    if cue.row.type == ANNOUNCEMENT and has_condition(cue.token, lexicon):
        found = found.weakened("U")  # "drohten mit Streik, falls …"
    kind, committed = stance(cue, sentence)
    if kind and found.presupposed:
        kind, committed = taken_for_granted(kind, committed)
    supposed = found.conditional and not is_command(syntax.clause(frame.trigger))
    if kind and supposed:
        kind, committed = ASSERTION, str(Factuality.CT_PLUS)  # "kündigte Streiks an, *falls die Bahn ablehnt*"
    said = combined(committed, not_twice(found, kind, cue, frame.trigger), kind)
    if said is None or not kind:
        return "", None
    ahead = found.certainty != "CT" or undertakes(cue, syntax.clause(frame.trigger), lexicon)
    done = act(cue, frame.trigger, sentence) if ahead and not supposed else ""
    kind, said = done or kind, Factuality.UNCOMMITTED if done == DEMAND else said
    said = Factuality.PR_PLUS if done == ANNOUNCEMENT and said is Factuality.CT_PLUS else said
    if takes_no_part(cue, kind, frame.trigger, lexicon):
        said = Factuality.CT_MINUS
    if denies(cue, kind, said, frame, sentence):
        return DENIAL, said
    above = syntax.clause(frame.trigger).head
    blamed = any(root.i == above.i and blames(root, lexicon) for root in cue.roots)
    if blamed and kind == ASSERTION and said is Factuality.CT_PLUS:
        kind = ACCUSATION  # "sagte, es sei *eine Schande*, dass er entlassen wurde"
    return kind, said


def _narrated(frame: Frame, sentence: Sentence) -> tuple[Claim, ...]:
    """The claims that the article itself makes about an event."""
    found = judge(frame.trigger, (), sentence.lexicon, frame.type)
    if not found.certainty:
        return ()
    content = event(frame, sentence)
    found = _in_future(found, frame, content, sentence)
    if found.certainty == "CT" and is_doubted_after(frame, sentence):
        found = found.weakened("U")
    factuality = found.factuality
    if factuality is None or (frame.likely and factuality is Factuality.CT_PLUS):
        return ()  # what only looks like an event is not asserted
    if factuality is Factuality.CT_PLUS and is_of_others(frame):
        return ()
    speaker = Speaker.UNNAMED if found.hearsay else Speaker.NARRATOR
    plain = is_plain(frame, content, sentence)
    own = Claim(ASSERTION, speaker, content, factuality, sentence.text, frame.rule, plain=plain)
    return _intended(own, frame, sentence) or (own,)


def _takes_for_granted(cue: Cue, frame: Frame, lexicon: Lexicon) -> bool:
    """As in "Unklar ist, wer die Bank überfiel", "Die Gründe für die Tat sind unklar": that it happened is not open."""
    if lexicon.cue("whether", cue.token.lower_) and any(root.i == frame.trigger.i for root in cue.roots):
        return False  # "Ungewiss ist *die Freilassung*"
    # but "keine Beweise für die Tat": it may not have happened
    open_ = cue.row.source == NARRATOR and cue.row.pos != "noun"
    return open_ and not any(syntax.children(root, "mark") for root in cue.roots)


def _intended(claim: Claim, frame: Frame, sentence: Sentence) -> tuple[Claim, ...]:
    """The claim as one of each of those who mean to act, if they do: "Warschau will Haubitzen liefern"."""
    kinds = hints.kinds(frame.trigger, sentence.lexicon)
    meant = intention(frame, sentence.lexicon) if "intention" in kinds else None
    factuality: Factuality | None = claim.factuality
    if "suspends" in kinds and (ended := suspension(frame, sentence.lexicon)):
        meant, factuality = ended, SUSPENDED.get(claim.factuality)
    if meant is None or factuality is None:
        return ()
    kind, modal = meant
    cue = char_span(modal.doc, modal.i, modal.i + 1)
    row = modal.lower_ if sentence.lexicon.cue("intention", modal.lower_) else modal.lemma_
    subject = syntax.subject(syntax.clause(modal))
    acting = frame.roles["agent"]
    doing = [t for t in acting if subject is not None and t in syntax.coordinated(subject)]
    agents = participants(doing or acting, sentence)  # of "will sich mit Kiew treffen" only the subject
    own = replace(claim, type=kind, factuality=factuality, cue=cue, rule=f"cues.tsv:{row}:{kind} {claim.rule}")
    return tuple(replace(own, source=agent) for agent in agents)


def _told(claim: Claim, frame: Frame, sentence: Sentence) -> tuple[Claim, ...]:
    """What a source says that somebody, or itself, means to do: "sagte, Warschau wolle Haubitzen liefern"."""
    meant = _intended(claim, frame, sentence) if claim.type == ASSERTION else ()
    inner = (replace(m, via=(), addressee=(), quotation=None, speech="") for m in meant)
    return tuple(replace(claim, content=m, factuality=Factuality.CT_PLUS) for m in inner) or (claim,)


def _in_future(found: Judgement, frame: Frame, content: Event, sentence: Sentence) -> Judgement:
    """What is said of a day to come is at most probable: "Am Donnerstag treffen sich die Minister"."""
    if content.time is None or sentence.published is None or found.certainty != "CT":
        return found
    if _starts(frame.trigger, sentence):
        return found.weakened("PR")
    later = content.time.begin > sentence.published.isoformat()[: len(content.time.begin)]
    return found.weakened("PR") if later and not is_over(frame.trigger, sentence.lexicon) else found


def _starts(trigger: Token, sentence: Sentence) -> bool:
    """Whether the present tense says from when on it will be so: "*Ab Montag* streiken die Lehrer"."""
    clause = syntax.clause(trigger)
    if syntax.feature(syntax.finite(clause), "Tense") != "Pres" or is_over(trigger, sentence.lexicon):
        return False
    starting = (c for c in clause.children if c.adposition and sentence.lexicon.cue("starts", c.adposition))
    return any(e.begin <= c.i < e.end for c in starting for e in sentence.expressions)
