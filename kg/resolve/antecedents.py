"""Whom a pronoun means: earlier mentions that agree with it, weighed by what makes an antecedent salient.

The weights follow Lappin and Leass (1994): subjects before objects, heads before the genitives in them, near before
far, people before bodies, and whoever a pronoun meant already before the rest. With two equally good it is nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from kg.model import Entity, Mention, Span
from kg.resolve.candidates import Candidate

WINDOW = 2
"""Sentences back that a pronoun may reach."""
SUBJECT = 1.5
SPEAKER = 1.0
"""Of who spoke last, for the subject of a word of saying: "…, sagte er"."""
HUMAN = 0.5
BODY = -1.0
"""Of an organisation or state that has to be "er" or "sie": "der Verband wählte Meier. Er …"."""
THING = -2.25
"""Of what cannot act: nobody is meant if it fits best ("die Entscheidung fiel. *Sie* …")."""
WITHIN = -1.0
"""Of what stands in another phrase: "der Arzt *Meiers*"."""
AGAIN = 0.5
PARALLEL = 0.5
"""Of what is no subject, like the pronoun."""
SENTENCE = -1.5
"""For each sentence between."""
PERSON = "Person"
BODIES = frozenset(("Organization", "State", "Group"))
CLAUSE = re.compile(r"[^\w\s]")
"""What may end a clause."""
GENDERS = frozenset(("Masc", "Fem"))
THINGS = frozenset(("Artifact", "Place", "Document"))
PARTS = frozenset(("genitive", "location", "adjective", "possessive"))
"""Relations of phrases that are only part of another."""
SENTENCE_OF = attrgetter("mention.sentence")


@dataclass(slots=True)
class Search:
    """Where to look, and what is known of who may be found."""

    candidates: Sequence[Candidate]
    """Of one entity each, in text order."""
    groups: Sequence[Candidate]
    """Of several, in text order."""
    genders: Mapping[str, str]
    """Of persons by IRI, as far as it is known."""
    within: Collection[Span]
    """The phrases that are part of another."""
    text: str = ""
    """Of the article."""
    says: bool = False
    """Whether it is asked who speaks."""
    speaker: Entity | None = None
    """Who spoke last."""


def antecedent(pronoun: Mention, search: Search) -> tuple[Entity, ...]:
    """Those whom a pronoun or possessive means: nobody if the text does not tell, both for "Meier und Kunz … sie"."""
    if any(relation in PARTS for relation, _ in pronoun.modifiers):
        return ()  # "einer der Männer"
    if pronoun.form == "pronoun" and not pronoun.number:
        return ()  # "sich"
    whose = pronoun.form == "possessive" and not search.says
    if not whose and not pronoun.person and pronoun.gender and pronoun.gender not in GENDERS:
        return ()  # "das" and "dies" mean what was said
    found = agreeing(pronoun, search)
    if not whose and pronoun.person:
        others = [c.mention.span for c in found if is_in_clause_of(pronoun, c.mention, search.text)]
        return _best(pronoun, [c for c in found if not _is_in(c.mention.span, others)], search)
    actors = [c for c in found if c.kind not in THINGS]
    return _possessor(pronoun, actors, search) if whose else _nearest(actors)


def _is_in(span: Span, others: Iterable[Span]) -> bool:
    """Whether a phrase is one of these, or in it: "Präsidentin *Eva Meier*"."""
    return any(other.begin <= span.begin and span.end <= other.end for other in others)


def agreeing(pronoun: Mention, search: Search) -> list[Candidate]:
    """Those before a pronoun that agree with it."""
    begin, genders = pronoun.span.begin, search.genders
    near = [*_near(pronoun, search.candidates), *_near(pronoun, search.groups)]
    found = [c for c in near if c.mention.span.end <= begin and _agree(pronoun, c, genders)]
    # the article of a genitive does not tell the gender: "Agenten des FBI"
    return [c for c in found if not (_is_body(pronoun, c) and c.mention.span in search.within)]


def _is_body(pronoun: Mention, candidate: Candidate) -> bool:
    """Whether it has to be "er" or "sie", and is no person."""
    return candidate.kind in BODIES and pronoun.gender in GENDERS and pronoun.form == "pronoun"


def _near(pronoun: Mention, known: Sequence[Candidate]) -> Sequence[Candidate]:
    """Those of the sentences that the pronoun reaches."""
    if not known:
        return ()
    begin = bisect_left(known, pronoun.sentence - WINDOW, key=SENTENCE_OF)
    return known[begin : bisect_right(known, pronoun.sentence, begin, key=SENTENCE_OF)]


def _possessor(pronoun: Mention, found: list[Candidate], search: Search) -> tuple[Entity, ...]:
    """The subject before it ("Meier gab *seinen* Rücktritt bekannt"); else only who alone can be meant."""
    here = [c for c in found if c.mention.subject and c.mention.sentence == pronoun.sentence]
    first = _only([c for c in here if c.mention.span not in search.within])
    return first or _only(found)


def _nearest(found: list[Candidate]) -> tuple[Entity, ...]:
    """Of a demonstrative, which does not mean the subject: "Meier traf Kunz. *Dieser* …"."""
    last = max(found, key=lambda c: (c.mention.span.end, len(c.joined), c.mention.span.begin), default=None)
    return last.entities if last is not None else ()


def is_in_clause_of(pronoun: Mention, other: Mention, text: str) -> bool:
    """Whether the other does it to somebody else: "Der Vater sperrte *ihn* ein"."""
    if pronoun.subject or not other.subject or other.sentence != pronoun.sentence:
        return False
    between = text[other.span.end : pronoun.span.begin]
    return bool(between) and not CLAUSE.search(between)


def _best(pronoun: Mention, found: list[Candidate], search: Search) -> tuple[Entity, ...]:
    first = found
    if len(found) > 1:
        scores = [_score(pronoun, c, search) for c in found]
        best = max(scores)
        first = [c for c, score in zip(found, scores, strict=True) if score == best]
    meant = _only(first) or _only([c for c in first if c.mention.name])  # "ein Partner" is less than "Jan Meier"
    return meant if all(e.kind not in THINGS for e in meant) else ()


def _only(found: Iterable[Candidate]) -> tuple[Entity, ...]:
    """Whom all of them mean, or nobody."""
    meant = {tuple(e.iri for e in c.entities): c.entities for c in found}
    return next(iter(meant.values())) if len(meant) == 1 else ()


def _score(pronoun: Mention, candidate: Candidate, search: Search) -> float:
    mention, kind = candidate.mention, candidate.kind
    score = SUBJECT * mention.subject + SENTENCE * (pronoun.sentence - mention.sentence)
    score += HUMAN * (kind == PERSON) + AGAIN * (mention.form == "pronoun")
    score += PARALLEL * (not mention.subject and not pronoun.subject)
    score += BODY * _is_body(pronoun, candidate) + THING * (kind in THINGS)
    score += WITHIN * (mention.span in search.within)
    spoke = search.says and search.speaker is not None and candidate.entity.iri == search.speaker.iri
    return score + SPEAKER * spoke


def _agree(pronoun: Mention, candidate: Candidate, genders: Mapping[str, str]) -> bool:
    """Whether number and gender allow the antecedent."""
    mention, kind = candidate.mention, candidate.kind
    if candidate.joined:
        return pronoun.number == "Plur" or (pronoun.form == "possessive" and pronoun.gender == "Fem")
    hers = pronoun.form == "possessive" and pronoun.gender == "Fem"
    if not hers and pronoun.number and (pronoun.number == "Plur") != _is_plural(mention):
        return False
    gender = genders.get(candidate.entity.iri, "") if kind == PERSON else ""  # surer than "Meiers", taken for a noun
    gender = gender or (mention.gender if mention.form != "name" else "")
    if hers:  # "ihr" is of a woman or of several
        return _is_plural(mention) or (gender in ("", "Fem") and _is_gendered(candidate))
    if pronoun.number == "Plur" or not pronoun.gender:
        return pronoun.form != "possessive" or gender != "Fem"  # "sein" is not of a woman
    if kind == PERSON and mention.form == "name":
        return pronoun.gender in GENDERS and gender in ("", pronoun.gender)
    return gender in ("", pronoun.gender) if pronoun.gender not in GENDERS else _fits(candidate, pronoun, gender)


def _fits(candidate: Candidate, pronoun: Mention, gender: str) -> bool:
    """Whether "er" or "sie" may mean it: a name of no person only if its article says so ("der Iran", "die NATO")."""
    return _is_gendered(candidate) and pronoun.gender == (gender or candidate.mention.gender)


def _is_gendered(candidate: Candidate) -> bool:
    mention = candidate.mention
    return mention.form != "name" or candidate.kind == PERSON or mention.definite


def _is_plural(mention: Mention) -> bool:
    if mention.label == "PER":
        return False
    return mention.number == "Plur" or (mention.quantity is not None and mention.quantity.size > 1)


def parts(mentions: Iterable[Mention]) -> frozenset[Span]:
    """The phrases that are part of another: "der Arzt *Meiers*"."""
    return frozenset(other.span for mention in mentions for relation, other in mention.modifiers if relation in PARTS)


def may_name(pronoun: Mention) -> bool:
    """Whether a pronoun can itself be an antecedent: "er" and "sie"."""
    personal = pronoun.form == "pronoun" and pronoun.person == "3"
    return personal and (pronoun.number == "Plur" or pronoun.gender in GENDERS)


def as_named(pronoun: Mention, entities: tuple[Entity, ...]) -> Candidate | None:
    """A pronoun whose antecedent is known, itself an antecedent: "Meier kam an. *Er* … *Er* …"."""
    if not entities:
        return None
    bare = replace(pronoun, modifiers=()) if pronoun.modifiers else pronoun
    return Candidate(bare, entities[0], entities[1:])
