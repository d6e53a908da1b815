"""Which organisation "das Ministerium", "die Gewerkschaft", "der Konzern" mean, and which state is "das Land"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.lang.lexicon import Lexicon
from kg.model import Mention
from kg.resolve.candidates import NEAR, Candidate, Phrase, Rule, ends

LEADING = 2
"""How many times as often as any other the state of an article is named."""


def rules(phrase: Phrase, lexicon: Lexicon) -> tuple[Rule, ...]:
    """The rules that a noun for an organisation calls for, the surest first."""
    if not phrase.alone:
        return (_same_end,)
    kind = lexicon.cue("body_kind", phrase.head)
    return (_called_so, _same_end, *((_of_kind(kind, lexicon),) if kind else ()))


def _called_so(mention: Mention, candidate: Candidate) -> bool:
    """As in "die Gewerkschaft ver.di … die Gewerkschaft"."""
    if not candidate.mention.name or candidate.mention.form == "adjective":
        return False
    said = candidate.mention.head if candidate.mention.form == "noun" else ""
    return ends(mention.head, said, *candidate.entity.label.split(), *" ".join(candidate.entity.aliases).split())


def _same_end(mention: Mention, candidate: Candidate) -> bool:
    """As in "Außenministerium … das Ministerium", "Bundeskartellamt … das Kartellamt"."""
    called, head = candidate.mention, mention.head.casefold()
    if head not in f"{called.head} {called.name}".casefold():
        return False  # as of most
    return ends(head, *(word for word in (called.head, *called.name.split()[-1:]) if word.casefold() != head))


def _of_kind(kind: str, lexicon: Lexicon) -> Rule:
    """As in "die Nordwind AG … *das Unternehmen*", "der Autobauer Nordwind … *der Konzern*": named, close by."""

    def same(mention: Mention, candidate: Candidate) -> bool:
        if candidate.mention.form not in ("name", "noun") or not candidate.mention.name:
            return False
        if mention.sentence - candidate.mention.sentence > NEAR or candidate.kind != "Organization":
            return False
        return kind in _kinds(candidate, lexicon)

    return same


def _kinds(candidate: Candidate, lexicon: Lexicon) -> set[str]:
    """What kinds of organisation a candidate is called: "company" of "Nordwind AG"."""
    names = (candidate.mention.head, candidate.entity.label, *candidate.entity.aliases)
    words = [word.rpartition("-")[2] for name in names for word in name.split()]
    return {kind for word in words if (kind := lexicon.cue("body_kind", word, lexicon.head(word)))}


def country(mention: Mention, candidates: Iterable[Candidate]) -> str:
    """The IRI of the one state that an article is about, for "das Land"; empty if there are two of them."""
    if not mention.definite or mention.modifiers or " " in mention.span.text:
        return ""
    named = [(c.mention.sentence, iri) for c in candidates if (iri := c.state)]
    near = {iri for sentence, iri in named if 0 <= mention.sentence - sentence <= 1}
    often = Counter(iri for _, iri in named).most_common(2)
    leading = often[0][0] if often and (len(often) == 1 or often[0][1] >= LEADING * often[1][1]) else ""
    if leading and (not near or leading in near):
        return leading
    return next(iter(near)) if len(near) == 1 else ""
