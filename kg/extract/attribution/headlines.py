"""Headlines of what somebody says, without a verb of saying: "Seoul: Pjöngjang schickte 1.500 Soldaten"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import Cue, people
from kg.extract.attribution.quotes import CLOSING
from kg.extract.participants.restrictions import is_actor
from kg.lang.lexicon import ClaimFrame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.tree import Span, Token
    from kg.lang.lexicon import Lexicon

COLON = ClaimFrame("-", "colon", "Assertion", "CT+", "complement", "", frozenset(), "", "", "")
"""The source of a headline: "Moskau: Kein Einsatz fremder Truppen"."""
SHORT = 4
"""Words before such a colon, at most, if they only have a name; of who is the head of them there may be more."""
LONG = 12


def headline(sentence: Span, lexicon: Lexicon) -> Iterator[Cue]:
    """As in "Seoul: Pjöngjang schickte 1.500 Soldaten", "Aktivisten: 20 Tote", "Der Gouverneur auf Telegram: …"."""
    for token in sentence[:LONG]:
        if token.text != ":":
            continue
        behind = [t for t in sentence if t.i > token.i]
        after = [t for t in behind if not t.is_punct]
        # "Ein Beamter: „Wir wissen das“" is a quotation, see `quotes`
        who = _speaker(sentence, token, lexicon) if behind and behind[0].text not in CLOSING else None
        if who is not None and after and not _is_figures(after):
            roots = tuple(t for t in after if t.head.i <= token.i or t.head.i == t.i)
            yield Cue(token, COLON, tuple(people(who, lexicon)), (), roots, (), "reported")
        return


def _speaker(sentence: Span, colon: Token, lexicon: Lexicon) -> Token | None:
    """Who speaks, of the words before a colon without a verb."""
    before = [t for t in sentence if t.i < colon.i]
    if any(t.pos_ in syntax.PREDICATES for t in before):
        return None
    heads = [t for t in before if t.head.i == t.i or t.head.i >= colon.i]
    head = heads[0] if len(heads) == 1 else None
    # as in: *Kreise*: Chef tritt ab
    able = head is not None and (is_actor(head, lexicon) or bool(lexicon.cue("somebody", head.lemma_)))
    if head is not None and able and head.pos_ == "NOUN" and not head.adposition:
        return head
    named = () if colon.i - sentence.start >= SHORT or any(t.dep_ == "case" for t in before) else before
    return next((t for t in named if t.ent_type_ in ("LOC", "ORG", "PER") or t.pos_ == "PROPN"), None)


def _is_figures(words: Sequence[Token]) -> bool:
    """As in "Nordpartei: 12,4 % (1997: 9,8 %)", a line of a table."""
    return 2 * sum(any(map(str.isdigit, t.text)) for t in words) >= sum(any(map(str.isalnum, t.text)) for t in words)
