"""What a source thinks of a thing: "nannte den Plan *einen Skandal*", "die Reise sei *hilfreich*"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import compound_head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

BLAME = "blame"
PRAISE = "praise"
REGRET = "regret"
OPINION = "called"
"""The kind of any verdict at all: "hält die Liste *für unbedenklich*"."""
VERDICTS = frozenset((BLAME, OPINION, PRAISE, REGRET))
"""Kinds of words by which a thing is judged, as the object of a row."""
REFUSAL = ("Refusal", "U")
MARKS = frozenset(("case", "mark", "cc"))
"""Relations of words before a phrase."""
SUBJECTS = ("nsubj", "nsubj:pass", "obl:agent")


def judged(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    """Whether the verb calls something by a word of the kind of the row: "hielt den Plan *für falsch*"."""
    kind = row.object
    if kind == OPINION:
        return any(_is_called(c, lexicon) and _is_opinion(c) for c in verb.children)
    words = [t for c in verb.children if c.dep_ not in SUBJECTS for t in _words_of(c, lexicon)]
    # "sprach *von Verrat*"
    words += [c for c in verb.children if syntax.preposition(c) in row.content and c.dep_ not in SUBJECTS]
    # "bezeichnete die Reise des Ministers als hilfreich", hung on the noun
    words += [t for c in verb.children for d in c.children if _is_called(d, lexicon) for t in (d, *_describing(d))]
    return any(_is(t, kind, lexicon) for t in words)


def verdict(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    """The adjective by which the verb judges: "bezeichnete den Plan als *unnötig*", "nannte ihn *mutig*"."""
    for child in verb.children:
        if child.pos_ != "ADJ" or syntax.is_predicate(child) or any(map(syntax.is_predicate, child.children)):
            continue  # nor "gilt als sicher, dass …"
        marks = [c.lower_ for c in child.children if c.dep_ in MARKS]
        plain = not marks and child.dep_ in ("xcomp", "advmod") and row.object in VERDICTS - {OPINION}
        if any(mark in row.content for mark in marks) or (plain and _is(child, row.object, lexicon)):
            yield child


def is_verdict(root: Token, lexicon: Lexicon) -> bool:
    """Whether it is what a thing is called, not the thing: "bezeichnete den Plan *als Fehler*"."""
    return (root.pos_ == "ADJ" and not syntax.is_predicate(root)) or (_is_called(root, lexicon) and root.dep_ != "nmod")


def _is_opinion(word: Token) -> bool:
    """As in "hält ihn für *reich*", "für *einen Verräter*", "für *überzogen*"; not "hielt Reden für Gäste"."""
    if syntax.feature(word, "VerbForm") in ("Inf", "Part"):
        return True
    return word.pos_ == "ADJ" or any(syntax.feature(c, "Definite") == "Ind" for c in word.children)


def _words_of(child: Token, lexicon: Lexicon) -> Iterator[Token]:
    """A word that may be the verdict: an adjective, or a noun that is not the known thing that is judged."""
    known = any(syntax.feature(c, "Definite") == "Def" for c in child.children)
    clause = syntax.is_predicate(child) and child.pos_ == "VERB" and syntax.feature(child, "VerbForm") != "Part"
    if clause and not _is_called(child, lexicon):
        return  # but "nannte den Bericht frei *erfunden*"
    if _is_called(child, lexicon) or (not known and not syntax.preposition(child)):
        for word in (child, *(c for c in child.children if c.dep_ == "conj")):
            yield word
            yield from _describing(word)


def _is_called(token: Token, lexicon: Lexicon) -> bool:
    """Whether "als" or "für" goes before it."""
    before = [c.lower_ for c in token.children if c.dep_ in MARKS]
    return bool(before) and bool(lexicon.cue("called", *before))


def _describing(noun: Token) -> list[Token]:
    return syntax.children(noun, "amod", "advmod")


def _is(word: Token, kind: str, lexicon: Lexicon) -> bool:
    tail = compound_head(word.lemma_, kind, lexicon) if word.pos_ == "NOUN" else word.lemma_
    return bool(lexicon.cue(kind, word.lower_, word.lemma_, tail)) and not _is_negated(word, lexicon)


def _is_negated(word: Token, lexicon: Lexicon) -> bool:
    return any(lexicon.cue("negation", *syntax.words(c)) for c in word.children)


def of_demand(row: ClaimFrame, roots: Sequence[Token], lexicon: Lexicon) -> ClaimFrame:
    """Who blames a demand refuses it: "nannte die Forderung *unrealistisch*", "erteilte dem Vorschlag eine Absage"."""
    able = row.object == BLAME or (row.pos == "noun" and row.type == REFUSAL[0])
    asked = able and any(_is_demand(root, lexicon) for root in roots)
    return replace(row, type=REFUSAL[0], factuality=REFUSAL[1]) if asked else row


def _is_demand(noun: Token, lexicon: Lexicon) -> bool:
    return noun.pos_ == "NOUN" and bool(lexicon.cue("demand", compound_head(noun.lemma_, "demand", lexicon)))


def blames(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause says that something is bad: "das Gesetz sei *eine Schande*", "der Rat habe *versagt*"."""
    if clause.pos_ == "VERB":
        fails = lexicon.cue("fails_duty", clause.lemma_) and not syntax.is_passive(clause)
        return bool(fails) and not _is_negated(clause, lexicon)
    if not any(c.dep_ == "cop" for c in clause.children):
        return False
    return _is(clause, BLAME, lexicon)
