"""Event nouns that the rules refuse and readers would not, by weights learned from annotated text.

The rules of `events` ask for classes of words; text is richer. A linear model (logistic regression, `training.likely`)
looks at a noun, its row and the phrases around it, and adds those that stand alone or lack a class that the row asks
for, where readers would see an event; a verb has too many meanings. What the rules found stays. What is added is never
asserted (`claims`, `plain`). Of words that it has never met the model says nothing: a new row of a table is obeyed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.frames import events
from kg.extract.frames.events import Frame
from kg.extract.frames.nominals import carrier, with_clause
from kg.extract.participants.arguments import Fillers, noun_fillers
from kg.extract.participants.far import with_far_phrases
from kg.extract.participants.restrictions import lacking
from kg.lang import weights
from kg.lang.lexicon import NONE, Lexicon, NounFrame
from kg.lang.weights import Weights

if TYPE_CHECKING:
    from kg.extract.tree import Span, Token

NAME = "likely.tsv"
FOUND, REFUSED = "found", "refused"
FITS = FULL, LACKING, BARE = "full", "lacking", "bare"
"""How a row fits, the best first: its needs are met, are not, or nothing fills a role."""
NOUNS = frozenset(("NOUN", "PROPN"))
LEMMA, CUT = "lemma ", "cut"
NEAR = frozenset(("det", "det:poss", "amod", "aux", "nummod", "mark"))
"""Relations of words that say much of their head: "*eine* Wahl", "*möglicher* Angriff", "*soll* angreifen"."""
SAME = frozenset(("obj", "obl", "nsubj:pass", "nmod"))
"""Relations of a noun whose verb or noun may tell the same event: "einen *Streik* organisieren"."""


class Candidate(NamedTuple):
    """A word that may be an event."""

    token: Token
    type: str
    lemma: str
    """That of the row, which may be the end of a compound."""
    roles: Fillers
    row: NounFrame | None = None
    fit: str = FULL
    lacks: Sequence[tuple[str, str]] = ()
    """Roles and classes that the row needs and the sentence does not have."""
    frame: Frame | None = None
    """That of the rules, if they found it."""


def find(sentence: Span, lexicon: Lexicon) -> list[Frame]:
    """The events of a sentence in text order: those of the rules, and the likely ones."""
    frames = events.find(sentence, lexicon)
    table = weights.load(lexicon.language, NAME)
    if not any(_by_event(t.lemma_, table, lexicon) for t in sentence if t.pos_ in NOUNS):
        return frames
    added = [_frame(candidate, lexicon) for candidate in _added(sentence, frames, table, lexicon)]
    return sorted([*frames, *added], key=lambda f: f.trigger.i) if added else frames


def _added(sentence: Span, frames: list[Frame], table: Weights, lexicon: Lexicon) -> list[Candidate]:
    """What the rules refused and is likely: a word is one kind of event, the likeliest."""
    best: dict[int, tuple[int, Candidate]] = {}
    for candidate, outer in refused(sentence, frames, table, lexicon):
        weight, place = outer + _inner(candidate, table, lexicon), candidate.token.i
        if weight > 0 and (place not in best or weight > best[place][0]):
            best[place] = weight, candidate
    return [candidate for _, candidate in best.values()]


def of_rules(frame: Frame) -> Candidate:
    """What the rules found."""
    lemma = frame.rule.split(":")[1]  # "events.tsv:entsenden:Deployment"
    return Candidate(frame.trigger, frame.type, lemma, frame.roles, frame=frame)


def refused(sentence: Span, frames: list[Frame], table: Weights, lexicon: Lexicon) -> Iterator[tuple[Candidate, int]]:
    """What other nouns have a row and are not out of the question, once for each kind of event; the weight outside."""
    told = {t.i for f in frames for t in (f.trigger, f.noun) if t is not None}
    of_heads = {(f.trigger.i, f.type) for f in frames}
    cut = table.get(CUT, 0)  # what the weight outside must exceed before roles are looked for
    for token in sentence:
        if token.pos_ not in NOUNS or token.i in told:
            continue
        able = _by_event(token.lemma_, table, lexicon)
        for event, rows in able.items() if able and events.may_be_noun(token) else ():
            if token.dep_ in SAME and (token.head.i, event) in of_heads:
                continue
            outer = table.score(outside(token, event, rows[0].lemma))
            if outer > cut:
                filled = [_filled(token, row, lexicon) for row in rows]
                yield min(filled, key=lambda c: FITS.index(c.fit)), outer


@cache
def _by_event(noun: str, table: Weights, lexicon: Lexicon) -> dict[str, list[NounFrame]]:
    """The rows of a noun, if the model knows it, by the kind of event; most have none."""
    found: dict[str, list[NounFrame]] = {}
    for row in lexicon.nominal(noun)[0]:
        if LEMMA + row.lemma in table:
            found.setdefault(row.event, []).append(row)
    return found


def _filled(noun: Token, row: NounFrame, lexicon: Lexicon) -> Candidate:
    roles = with_far_phrases(noun, row.obl, noun_fillers(noun, row, lexicon), lexicon)
    roles = with_clause(noun, carrier(noun, lexicon), row, roles, lexicon)
    lacks = lacking(roles, row.needs, lexicon, lexicon.nominal(noun.lemma_)[1])
    return Candidate(noun, row.event, row.lemma, roles, row, BARE if not roles else LACKING if lacks else FULL, lacks)


def _frame(candidate: Candidate, lexicon: Lexicon) -> Frame:
    row = candidate.row
    assert row is not None  # only what the rules found has none
    return replace(events.of_noun(candidate.token, row, candidate.roles, lexicon), likely=True)


def outside(token: Token, event: str, lemma: str) -> list[str]:
    """What stands around a word, whatever fills its roles."""
    head, dep, adposition = token.head, token.dep_, token.adposition or NONE
    found = [
        event,
        LEMMA + lemma,
        f"{event} lemma {lemma}",
        f"{dep} under {head.pos_}",
        f"{dep} under {head.lemma_}",
        f"under {head.lemma_}",
        f"{event} under {head.lemma_}",
        f"{event} {dep}",
        f"{lemma} adposition {adposition}",
        f"{event} adposition {adposition}",
    ]
    for child in token.children:
        if child.dep_ in NEAR:
            found += (f"{child.dep_} {child.lemma_}", f"{event} {child.dep_} {child.lemma_}")
    return found


def _inner(candidate: Candidate, table: Weights, lexicon: Lexicon) -> int:
    return table.score(set(inside(candidate, lexicon)))  # two fillers of a class say it once


def inside(candidate: Candidate, lexicon: Lexicon) -> Iterator[str]:
    """How the rules see a word, and what fills its roles."""
    token, event, lemma, fit = candidate.token, candidate.type, candidate.lemma, candidate.fit
    state = FOUND if candidate.frame is not None else REFUSED
    together = "+".join(candidate.roles) or NONE
    yield state
    for known in (event, lemma, fit, f"{token.pos_} {fit}", f"{token.pos_} {token.dep_}"):
        yield f"{state} {known}"
    yield f"{lemma} {fit}"
    yield f"{event} {fit}"
    yield f"roles {together}"
    yield f"{state} {event} roles {together}"
    for role, wanted in candidate.lacks:
        yield f"lacks {role} {wanted}"
        yield f"{event} lacks {role} {wanted}"
        yield f"{lemma} lacks {role}"
    for role, fillers in candidate.roles.items():
        yield f"{event} {role}"
        yield f"{lemma} {role}"
        for filler in fillers:
            is_a = _kind(filler, lexicon)
            yield f"{role} {is_a}"
            yield f"{event} {role} {is_a}"
            yield f"{lemma} {role} {is_a}"
            yield f"{event} with {filler.lemma_}"
            yield f"{lemma} with {filler.lemma_}"


def _kind(token: Token, lexicon: Lexicon) -> str:
    """What a filler is: the kind of its name, the class of its noun, else its part of speech."""
    return token.ent_type_ or lexicon.noun_class(token.lemma_) or token.pos_
