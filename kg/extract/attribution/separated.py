"""Verbs of saying that are spelled apart: "gab … bekannt", "legte ihm … zur Last", "ließ … wissen"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.participants.subjects import is_reflexive
from kg.lang.lexicon import REFLEXIVE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon


def whole_lemma(verb: Token, lexicon: Lexicon) -> str:
    """The verb with a part that is spelled apart: "gab bekannt", "stellte klar", "stellte in Frage"."""
    before = verb.doc.tokens[verb.i - 1]
    ends, begins = parts(lexicon)
    if verb.lemma_ not in ends and verb.lower_ not in begins:
        return verb.lemma_
    # "weist die Schuld *von sich*"
    below = [g for c in verb.children if c.dep_ == "obj" for g in c.children if g.tag_ == tags.REFLEXIVE]
    firsts = ends.get(verb.lemma_, ())
    own_parts = [c for c in (*verb.children, *below) if c.dep_ == "aux" or c.lower_ in firsts]
    own = REFLEXIVE if own_parts and has_pronoun(verb, lexicon) else ""  # "macht sich für den Beitritt *stark*"
    # "*Dagegen* hält sie *nichts* von dem Plan"
    for child in sorted(own_parts, key=lambda c: c.i < verb.i) if len(own_parts) > 1 else own_parts:
        if child.dep_ == "aux" and ("verb", verb.lower_ + child.lemma_) in lexicon.claims:
            return verb.lower_ + child.lemma_  # "*ließ* verlauten", with the auxiliary of an infinitive
        if child.lower_ not in firsts:
            continue
        whole = child.lower_ + verb.lemma_
        known = ("verb", own + whole) in lexicon.claims or ("verb", whole) in lexicon.claims
        if known and (child in below or _is_part(child, lexicon)):
            return whole
    if verb.i > verb.sent.start and before.pos_ == "ADJ":  # "Wie das Amt *bekannt* gab", hung on the noun
        whole = before.lower_ + verb.lemma_
        return whole if ("verb", whole) in lexicon.claims else verb.lemma_
    return verb.lemma_


def has_pronoun(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it has a reflexive pronoun, if only on its infinitive: "ließ *sich* nicht ausschließen"."""
    if is_reflexive(verb):
        return True
    return bool(lexicon.cue("lets", verb.lemma_)) and any(map(is_reflexive, syntax.children(verb, "xcomp")))


def _is_part(child: Token, lexicon: Lexicon) -> bool:
    """Whether a word may be a part of its verb: "*bekannt* geben", "in *Frage* stellen", "in den *Sternen* stehen"."""
    if child.dep_ == "obl":  # but "stellte *auf die Frage* klar"
        return not any(c.dep_ == "det" for c in child.children) or bool(lexicon.cue("with_article", child.lower_))
    if child.dep_ == "obj":  # but "stellte *die Frage*, ob …"
        return not any(c.is_clause for c in child.children)
    return child.dep_ in ("advmod", "xcomp", "compound:prt")


@cache
def parts(lexicon: Lexicon) -> tuple[dict[str, set[str]], frozenset[str]]:
    """The words that the verbs of saying end with, each with what may stand before, and those that they begin with.

    Few verbs are a part of another.
    """
    verbs = [lemma for pos, lemma in lexicon.claims if pos == "verb"]
    ends: dict[str, set[str]] = defaultdict(set)
    for verb in verbs:
        for at in range(1, len(verb)):
            ends[verb[at:]].add(verb[:at].removeprefix(REFLEXIVE))
    return dict(ends), frozenset(verb[:at] for verb in verbs for at in range(1, len(verb)))
