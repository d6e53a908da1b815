"""Adverbs that tell whose words a clause is: "…, *so* der Minister", "*Demnach* starben zwei Menschen"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import Cue, is_genitive, is_in_own_person, mode, people
from kg.extract.participants.restrictions import is_actor

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

NAMING = frozenset(("appos", "flat"))
"""Relations of the name of who is named by his office."""


def so(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "…, so der Minister": the noun right behind is the source of the clause."""
    if not lexicon.cue("said_by", token.lower_) or token.i == token.sent.start:
        return None
    row = next(iter(lexicon.claims.get(("adverb", token.lower_), [])), None)
    said = _right_behind(token)
    if row is None or said is None or not token.nbor(-1).is_punct:
        return None
    if lexicon.cue("label", lexicon.head(said.lemma_)):
        return None  # "„Der Turm“, so *der Titel*, erschien im Mai"
    clause = syntax.clause(said.head)
    if clause.dep_ == "parataxis" and clause.head.pos_ == "AUX" and clause.head.i < token.i:
        clause = clause.head  # "Der Plan *sei*, so Meier, *falsch*", taken for two clauses
    roots: tuple[Token, ...] = (clause,)
    speech = mode(roots)
    if roots[0] is said:  # the parser hung the clause on the speaker: "Der Plan *sei*, so Meier, *eine Last*"
        name = max((t.i for c in said.children if c.dep_ in NAMING for t in c.subtree), default=said.i)
        roots = tuple(c for c in said.children if (c.i < token.i or c.i > name) and not c.is_punct)
        roots = roots if any(c.dep_ in ("cop", "aux") and c.i < token.i for c in roots) else ()
        speech = "indirect"
    row, holders = _held(said, row, lexicon)
    who = tuple(t for holder in holders for t in people(holder, lexicon) if t not in roots)
    return Cue(token, row, who, (), roots, (), speech) if roots else None


def _held(noun: Token, row: ClaimFrame, lexicon: Lexicon) -> tuple[ClaimFrame, list[Token]]:
    """What is done by the words and by whom: "…, so *die Warnung der Polizei*", else the noun itself says so."""
    own = [r for r in lexicon.claims.get(("noun", noun.lemma_), ()) if not r.object]
    holders = [c for c in noun.children if is_genitive(c, lexicon) and is_actor(c, lexicon)] if own else []
    if not holders:
        return row, [noun]
    return replace(row, type=own[0].type, factuality=own[0].factuality), holders


def _right_behind(token: Token) -> Token | None:
    """The head of the noun phrase that begins with the next word, whatever the adverb hangs on."""
    below = {t.i for t in token.subtree}
    rest = [t for t in token.doc[token.i + 1 : token.sent.end] if not t.is_space]
    for place, noun in enumerate(rest):
        if noun.is_punct or noun.pos_ in syntax.PREDICATES or noun.dep_ in ("case", "mark"):  # "…, so dass er ging"
            return None
        own = noun.pos_ in ("NOUN", "PROPN") or (noun.pos_ == "PRON" and place == 0) or _is_titled(noun)
        if own and all(t.head is noun or t.head.i in range(token.i, noun.i + 1) for t in rest[:place]):
            return noun if noun.head.i not in below else None
    return None


def _is_titled(word: Token) -> bool:
    """As "Premier" in "…, so *Premier Modi*", taken for an adjective."""
    if word.pos_ != "ADJ" or not word.text[:1].isupper():
        return False
    return any(c.dep_ == "flat" and c.ent_type_ for c in word.children)


def told(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "Demnach starben zwei Menschen": the clause is that of the source of the sentence before."""
    mood = lexicon.cue("told", token.lower_)
    row = next(iter(lexicon.claims.get(("adverb", token.lower_), [])), None) if mood else None
    if row is None or token.dep_ not in ("advmod", "obl"):
        return None
    root = syntax.clause(token.head)
    if mood == "subjunctive" and syntax.mood(root) != "Sub" and not _follows_report(root, lexicon):
        return None  # "Danach reiste er ab" is a time
    if mood == "subjunctive" and is_in_own_person(root):
        return None  # "„Danach würde *ich* verhandeln“"
    return Cue(token, row, (), (), (root,), (), mode((root,)))


def _follows_report(root: Token, lexicon: Lexicon) -> bool:
    """As in "Die Kommission legte ihren Bericht vor. Danach steigt die Zahl": in the present, after a report."""
    if syntax.feature(syntax.finite(root), "Tense") != "Pres" or root.sent.start == 0:
        return False
    before = root.doc[root.sent.start - 1].sent
    return any(lexicon.is_a(t.lemma_, ("document",)) for t in before if t.pos_ == "NOUN")
