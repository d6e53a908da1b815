"""Which words of a sentence are a cue, its source, its frame and what is said: places of tokens, for `attributions`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.attribution.cue import PASSING, Cue
from kg.extract.attribution.quotes import MARKS
from kg.extract.mentions import char_span
from kg.extract.participants.subjects import is_reflexive_pronoun
from kg.lang.lexicon import REFLEXIVE

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Span, Token
    from kg.lang.lexicon import ClaimFrame, Lexicon
    from kg.model import Span as CharSpan

Places = frozenset[int]
"""Numbers of tokens."""
APART = frozenset(
    ("acl:relcl", "parataxis", "advcl", "ccomp", "discourse", "case", "mark", "cc", "cop", "nsubj", "advmod")
)
"""What hangs on a noun and is no part of its phrase: "auch *die Polizei*", "*Meier* hingegen"."""
PARTS = frozenset(("aux", "aux:pass", "cop", "compound:prt"))
"""Relations of words that a verb of saying is written with: "hat … gesagt", "teilte … mit"."""
SUPPORTED = frozenset(("obj", "obl", "obl:arg", "nsubj:pass"))


def spans(places: Collection[int], doc: Doc, *, whole: bool = False) -> tuple[CharSpan, ...]:
    """The stretches of text of places, without the marks and "und" around each unless `whole`."""
    found = (run if whole else trimmed(run, doc) for run in runs(places))
    return tuple(char_span(doc, run[0], run[-1] + 1) for run in found if run)


def runs(places: Iterable[int]) -> list[list[int]]:
    """The places in runs of neighbours."""
    found: list[list[int]] = []
    for place in sorted(places):
        if found and found[-1][-1] == place - 1:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def trimmed(run: list[int], doc: Doc) -> list[int]:
    """Without marks and conjunctions around; a quotation mark or bracket stays with its partner."""
    while run and _is_edge(doc[run[0]]) and not (_pairs(doc[run[0]]) and any(_pairs(doc[i]) for i in run[1:])):
        run = run[1:]
    while run and _is_edge(doc[run[-1]]) and not (_pairs(doc[run[-1]]) and any(_pairs(doc[i]) for i in run[:-1])):
        run = run[:-1]
    return run


def _is_edge(token: Token) -> bool:
    return token.is_punct or token.is_space or token.dep_ == "cc"


def _pairs(token: Token) -> bool:
    return token.text in MARKS or token.text in "()[]"


def phrase(heads: Sequence[Token], lexicon: Lexicon) -> Places:
    """A noun phrase with its article and appositions, without preposition and relative clause.

    Args:
        heads: its nouns, joined by "und" if they are several.
        lexicon: the words of its language.
    """
    if not heads:
        return frozenset()
    kept = {t.i for head in heads for t in head.subtree}
    for head in heads:
        for child in head.children:
            if child.dep_ in APART or _is_loose(child, head, lexicon):
                kept -= {t.i for t in child.subtree}
    own = {head.i for head in heads} & kept
    if not own:
        return frozenset()
    doc = heads[0].doc
    whole = [i for run in runs(kept) if own & set(run) for i in run]
    return frozenset(trimmed(list(range(min(whole), _end_of_name(max(whole), doc) + 1)), doc))


def _is_loose(child: Token, head: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase behind a report is that of the clause: "nach eigenen Angaben *im Süden Äthiopiens*"."""
    place = syntax.preposition(child)
    return bool(lexicon.cue("report", head.lemma_) and place) and not lexicon.cue("genitive", place)


def _end_of_name(last: int, doc: Doc) -> int:
    """The end of a name that the tree has cut: "Präsident" | "Gusmão"."""
    tokens = doc.tokens
    while last + 1 < len(tokens):
        after = tokens[last + 1]
        cut = after.ent_type_ == "PER" and (after.ent_iob_ == "I" or tokens[last].pos_ == "NOUN")
        if not cut:
            break
        last += 1
    return last


def carrier(cue: Cue) -> Token:
    """The word whose phrase is the frame of a cue: its verb, the noun of "laut" and "so", the supporting verb."""
    if cue.row.pos in ("adposition", "adverb") and cue.token.head.pos_ != "VERB":
        return cue.token.head
    if cue.row.pos == "noun":
        return syntax.clause(cue.token)
    if cue.row.pos in ("adjective", "adverb") and not syntax.is_predicate(cue.token):
        return syntax.clause(cue.token)
    return cue.token


def words(cue: Cue, lexicon: Lexicon) -> Places:
    """The words of the cue: "teilte … mit", "wies darauf hin", "wie … mitteilte", "hat Kritik … geäußert"."""
    row, token = cue.row, cue.token
    if row.pos == "quote" or cue.speech == "free":
        return frozenset()
    if row.pos in PASSING:
        return frozenset((token.i,))
    found = {token.i}
    verb = carrier(cue)
    if row.pos == "noun":
        found |= {c.i for c in token.children if c.dep_ in ("det", "amod", "case", "det:poss")}
        light = token.dep_ in SUPPORTED and token.head.i == verb.i and lexicon.cue("support", verb.lemma_)
        if not light:
            return frozenset(found)
    found.add(verb.i)
    for child in verb.children:
        if _is_part(child, verb, row, lexicon):
            found |= {child.i, *(c.i for c in child.children if c.dep_ in PARTS)}
    return frozenset(found)


def _is_part(child: Token, verb: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    if child.dep_ in PARTS or lexicon.cue("as_said", child.lower_):
        return True
    if is_reflexive_pronoun(child) and row.lemma.startswith(REFLEXIVE):
        return True
    correlate = child.tag_ == tags.CORRELATE and child.i > child.sent.start
    return correlate or ("verb", child.lower_ + verb.lemma_) in lexicon.claims  # "gab *bekannt*"


def frame(cue: Cue, content: Places, lexicon: Lexicon) -> Places:
    """What introduces the content: the clause or phrase of the cue with the comma that sets it off."""
    if cue.row.pos == "quote" or cue.speech == "free":
        return frozenset()
    doc = cue.token.doc
    sentence = cue.token.sent
    found = {i for i in _own(cue, lexicon) if sentence.start <= i < sentence.end} - content
    if cue.row.pos == "colon":
        found = set(range(sentence.start, cue.token.i + 1))
    last = max((t.i for t in sentence if not t.is_space), default=-1)
    for run in runs(found):
        for beside in (run[0] - 1, run[-1] + 1):
            if sentence.start <= beside < last and doc[beside].text in (",", ":", "–") and beside not in content:
                found.add(beside)
    return frozenset(i for i in found if not doc[i].is_space and i != last)


def content(cue: Cue, marked: Places, lexicon: Lexicon) -> Places:
    """The words of what is said, unless all of it is in quotation marks: the clause with its "dass", or the phrase.

    Args:
        cue: the word of saying.
        marked: its quotations with their marks.
        lexicon: the words of its language.
    """
    doc = cue.token.doc
    clauses = [_below(root, cue, lexicon) for root in cue.roots if syntax.is_predicate(root)]
    if marked:
        # "erklärte, der Bericht sei „ein grundlegendes Dokument“": the predicate is verbatim, its subject is not
        clauses = [below for below in clauses if any(_is_word(doc[i]) for i in below - marked)]
        if not clauses and cue.row.pos not in PASSING:
            return frozenset()  # "lobte die Arbeit mit den Worten: „…“": the quotation is what is said
    found = clauses or [_below(root, cue, lexicon) for root in cue.roots if root.i not in marked]
    return frozenset(_closed({i for below in found for i in below}, doc))


def _is_word(token: Token) -> bool:
    return not token.is_punct and not token.is_space


def _own(cue: Cue, lexicon: Lexicon) -> Places:
    """The clause of a cue; of "laut" and "so" the phrase of their source, without what the parser hung on it."""
    top = carrier(cue)
    if cue.row.pos in PASSING and top is not cue.token:
        case = {c.i for c in top.children if c.dep_ in ("case", "advmod") and c.i < top.i}
        return phrase([top], lexicon) | case | {cue.token.i}
    if cue.row.pos in PASSING and cue.sources:
        return phrase(cue.sources, lexicon) | {t.i for t in cue.token.subtree}
    return frozenset(t.i for t in top.subtree)


def _below(root: Token, cue: Cue, lexicon: Lexicon) -> set[int]:
    """The subtree of a content without the cue's own clause, as that of "…, sagte er" in its parataxis."""
    below = {t.i for t in root.subtree}
    if cue.token.i in below and cue.token.i != root.i:
        own = _own(cue, lexicon)
        below -= own if root.i not in own else {cue.token.i}
    taken = phrase(cue.sources, lexicon) | phrase(cue.addressees, lexicon)
    return below - taken if root.i not in taken else below


def _closed(found: set[int], doc: Doc) -> Iterator[int]:
    """With the marks between the words."""
    yield from found
    for before, behind in pairwise(runs(found)):
        gap = range(before[-1] + 1, behind[0])
        if all(doc[i].is_punct or doc[i].is_space for i in gap):
            yield from gap


def marked(span: Span) -> Places:
    """A quotation with its marks."""
    return frozenset(range(max(0, span.start - 1), min(len(span.doc), span.end + 1)))


def whole(token: Token) -> Places:
    """The main clause of a word with its full stop: that of a sentence in reported mood."""
    sentence = token.sent
    if token.head.i == token.i:
        return frozenset(t.i for t in sentence if not t.is_space)
    return frozenset(t.i for t in token.subtree)


def in_one_paragraph(first: Token, second: Token) -> bool:
    """Whether no blank line is between two words."""
    begin, end = sorted((first.i, second.i))
    return not any(t.is_space and t.text.count("\n") > 1 for t in first.doc.tokens[begin:end])


def before(sentence: Span) -> Places:
    """The sentence before another in its paragraph; nothing at the beginning of one."""
    tokens = sentence.doc.tokens
    end = sentence.start
    while end and tokens[end - 1].is_space:
        end -= 1
        if tokens[end].text.count("\n") > 1:
            return frozenset()
    return frozenset(t.i for t in tokens[end - 1].sent if t.i < end) if end else frozenset()
