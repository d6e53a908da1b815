"""Words of saying and thinking with the phrases around them: who speaks, to whom, about what, what, in which text.

Other than the cues of `cues`, they need not say anything that could be claimed ("darüber haben wir debattiert"), and
nothing here becomes a claim. The roles are those of SpkAtt (Rehbein et al. 2023), their words those of sayings.tsv.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution import places
from kg.extract.attribution.fillers import fillers
from kg.extract.attribution.other_cues import adposition
from kg.extract.attribution.phrases import trimmed
from kg.extract.attribution.separated import whole_lemma
from kg.extract.participants.subjects import is_reflexive, is_reflexive_pronoun
from kg.lang import sayings as tables
from kg.lang.lexicon import REFLEXIVE, Lexicon
from kg.lang.sayings import JOINED, MESSAGE, Saying, Sayings

if TYPE_CHECKING:
    from kg.extract.attribution.places import Filled
    from kg.extract.tree import Doc, Token

COLON = ":"
DASHES = frozenset(("-", "–"))
STOPS = frozenset((".", "!", "?", ":", "“", ")"))
"""Marks that end a sentence for good, unlike a semicolon."""
POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adjective"}
"""Part of speech of a token to that of a row."""
BESIDE = frozenset(("cop", "case", "aux", "aux:pass"))


@dataclass(slots=True)
class Utterance:
    """A word of saying or thinking with its roles, as numbers of tokens."""

    token: Token
    row: Saying
    cue: frozenset[int]
    """The word, with the noun or verb that makes it one: "eine *Frage stellen*"."""
    particles: frozenset[int]
    """Its separated part and its reflexive pronoun: "*stimmen* … *zu*", "*freue* *mich*"."""
    roles: dict[str, frozenset[int]] = field(default_factory=dict)


def find(doc: Doc, lexicon: Lexicon) -> Iterator[Utterance]:
    """The words of saying and thinking of a text, in text order."""
    table = tables.load(lexicon.language)
    for number, sentence in enumerate(doc.sents):
        found = [u for token in sentence if (u := _utterance(token, lexicon, table)) is not None]
        joined = {i for u in found for i in u.cue - {u.token.i}}
        found = [u for u in found if u.token.i not in joined]
        _add_behind_colons(doc, number, found)
        _add_unfinished(doc, found)
        yield from found


def _utterance(token: Token, lexicon: Lexicon, table: Sayings) -> Utterance | None:
    pos = "adposition" if token.dep_ == "case" else POS.get(token.pos_, "")
    if not pos or (token.dep_ in syntax.AUXILIARY and pos == "verb"):
        return None
    for row in _rows(token, pos, lexicon, table):
        joined = _joined(token, row)
        if JOINED in row.needs and not joined:
            continue
        filled = _filled(token, row, joined, lexicon)
        roles = list(fillers(row, filled, lexicon))
        wanted = row.needs - {JOINED}
        if wanted and not any(place in wanted for place, _, _ in roles):
            continue
        cue = frozenset((token.i, *(t.i for t in joined)))
        made = Utterance(token, row, cue, _particles(token, row, joined))
        made.roles = _roles(made, roles, lexicon)
        return made
    return None


def _rows(token: Token, pos: str, lexicon: Lexicon, table: Sayings) -> list[Saying]:
    """The rows of a word: its own, else that of a compound's end ("Haushaltsdebatte"), else what claims.tsv says."""
    lemma = whole_lemma(token, lexicon) if pos == "verb" else token.lemma_
    keys = [lemma, token.lower_] if pos in ("adjective", "adposition") else [lemma]
    if pos == "verb" and is_reflexive(token):
        keys = [REFLEXIVE + lemma, lemma]
    if pos == "noun":
        keys += [f"-{lemma[begin:].lower()}" for begin in range(2, len(lemma) - 2)]
    found = next((table.words[pos, key] for key in keys if (pos, key) in table.words), None)
    if found is not None:
        return found
    claimed = next((lexicon.claims[pos, key] for key in keys if (pos, key) in lexicon.claims), [])
    if pos == "adposition" and adposition(token, lexicon) is None:
        return []  # "nach dem Angriff", not "nach Angaben der Polizei"
    return [table.of_claim(row) for row in claimed]


def _joined(token: Token, row: Saying) -> list[Token]:
    """The words that make the cue with this one: "*zur* Kenntnis *nehmen*", "Fragen *stellen*", "überzeugt *sein*"."""
    above = [token.head] if token.head.i != token.i and token.head.pos_ in syntax.PREDICATES else []
    beside = [c for c in token.children if c.dep_ in BESIDE]
    return [t for t in (*above, *beside) if t.lemma_ in row.joins or t.lower_ in row.joins]


def _filled(token: Token, row: Saying, joined: list[Token], lexicon: Lexicon) -> Filled:
    if row.pos == "adposition":
        return {places.COMPLEMENT: [token.head], places.MAIN: [syntax.clause(token.head)]}
    if row.pos == "verb":
        return places.of_verb(token, lexicon)
    verb = next((t for t in joined if t.pos_ != "ADP"), None)
    carrier = token if verb is None or verb.head.i == token.i else verb
    if row.pos == "adjective":
        return places.of_verb(carrier, lexicon)
    found = places.of_noun(token, lexicon)
    if verb is not None:
        for place, heads in places.of_verb(carrier, lexicon).items():
            found[place] += [t for t in heads if t.i != token.i and t not in found[place]]
    elif joined:
        found[places.MAIN].append(syntax.clause(token))
    return found


def _particles(token: Token, row: Saying, joined: Iterable[Token]) -> frozenset[int]:
    own = [c for c in token.children if c.dep_ == "compound:prt" or c.lower_ + token.lemma_ == row.lemma]
    if row.lemma.startswith(REFLEXIVE):
        own += [c for c in token.children if is_reflexive_pronoun(c)]
    if row.pos != "verb":
        own += [c for t in (token, *joined) for c in t.children if is_reflexive_pronoun(c)]  # "bin *mir* sicher"
    return frozenset(t.i for t in own)


def _roles(made: Utterance, roles: Iterable[tuple[str, str, Token]], lexicon: Lexicon) -> dict[str, frozenset[int]]:
    """The words of each role."""
    found: dict[str, set[int]] = {}
    own = made.cue | made.particles
    for place, role, head in roles:
        below = {t.i for t in head.subtree}
        if made.token.i in below:
            carrier = made.token if made.row.pos == "verb" else _phrase(made.token, head)
            below -= {t.i for t in carrier.subtree}
        if place == places.SUBJECT:
            below |= _beside(head, lexicon)
        words = trimmed(sorted(below - own), made.token.doc)
        found.setdefault(role, set()).update(words)
    return {role: _closed(words, made.token.doc) for role, words in found.items() if words}


def _beside(subject: Token, lexicon: Lexicon) -> set[int]:
    """What stands right behind a pronoun and tells who is meant: "wir *alle*", "wir *als Opposition*"."""
    if subject.pos_ != "PRON" or subject.i + 1 >= len(subject.doc):
        return set()
    after = subject.nbor()
    found = {after.i} if lexicon.cue("belongs", after.lower_) and after.dep_ != "case" else set()
    for child in subject.head.children:
        if child.left_edge.i == after.i and lexicon.cue("belongs", syntax.preposition(child)):
            found |= {t.i for t in child.subtree}
    return found


def _closed(words: Iterable[int], doc: Doc) -> frozenset[int]:
    """With the marks between them: "darauf *,* dass …"."""
    found = set(words)
    for before, behind in pairwise(sorted(found)):
        between = range(before + 1, behind)
        if all(doc[i].is_punct for i in between):
            found.update(between)
    return frozenset(found)


def _phrase(token: Token, head: Token) -> Token:
    """The phrase of a word right below the clause that it is in: "aus *Sicht* der Opfer" below its verb."""
    for node in syntax.ancestors(token):
        if node.head.i in (head.i, node.i):
            return node
    return token


def _add_behind_colons(doc: Doc, number: int, found: Iterable[Utterance]) -> None:
    """What stands behind a colon is said by the word of saying before it; one at the end opens the next sentence."""
    sentence = doc.sents[number]
    able = [u for u in found if MESSAGE in u.row.roles.get(places.CLAUSE, ())]
    for mark in [t.i for t in sentence if t.text == COLON]:
        before = [u for u in able if u.token.i < mark]
        if not before:
            continue
        last = max(before, key=lambda u: u.token.i)
        dashed = any(t.text in DASHES for t in sentence if t.i < last.token.i)
        behind = [t for t in sentence if t.i > mark]
        end = next((t.i for t in behind if t.text in DASHES and dashed), sentence.end)  # "- ich sage: alle - haben …"
        words = trimmed([t.i for t in behind if t.i < end], doc)
        if not words and number + 1 < len(doc.sents):
            words = trimmed([t.i for t in doc.sents[number + 1]], doc)
        last.roles[MESSAGE] = last.roles.get(MESSAGE, frozenset()) | frozenset(words)


def _add_unfinished(doc: Doc, found: Iterable[Utterance]) -> None:
    """What is said goes on in the next sentence where its own ends in no full stop, as the minutes divide it."""
    ends = {span.end: number for number, span in enumerate(doc.sents)}
    for utterance in found:
        words = utterance.roles.get(MESSAGE, frozenset())
        while words:
            number = next((ends[e] for e in (max(words) + 1, max(words) + 2) if e in ends), None)
            if number is None or number + 1 >= len(doc.sents) or doc[doc.sents[number].end - 1].text in STOPS:
                break
            words |= {t.i for t in doc.sents[number + 1]}
            utterance.roles[MESSAGE] = words = _closed(trimmed(sorted(words), doc), doc)
