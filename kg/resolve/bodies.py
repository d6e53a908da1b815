"""Which organisation "das Ministerium", "die Gewerkschaft", "der Konzern" mean, and which state is "das Land"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from kg.lang.lexicon import Lexicon
from kg.model import Entity, Mention
from kg.resolve.candidates import NEAR, Candidate, Phrase, Rule, bare, ends

LEADING = 2
"""How many times as often as any other the state of an article is named."""


def rules(phrase: Phrase, lexicon: Lexicon) -> tuple[Rule, ...]:
    """The rules that a noun for an organisation calls for, the surest first."""
    if not phrase.alone:
        return (_same_end,)
    kind = lexicon.cue("body_kind", bare(phrase.head))
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
    """As in "die Nordwind AG … *das Unternehmen*", "Nordwind, ein Hersteller … *der Konzern*": named, close by."""

    def same(mention: Mention, candidate: Candidate) -> bool:
        return _is_near(mention, candidate, NEAR) and kind in _kinds(candidate, lexicon)

    return same


def only(mention: Mention, earlier: Iterable[Candidate], lexicon: Lexicon) -> Entity | None:
    """The one organisation of the sentence before of which nothing tells what it is.

    As in "Bei Nordfunk ging ein Brief ein. *Der Sender* …"; not if the noun itself was used before: "ein Sender".
    """
    if " " in mention.span.text or not (lexicon.cue("body_kind", bare(mention.head)) and lexicon.kind(mention.head)):
        return None
    found: dict[str, Entity] = {}
    for candidate in earlier:
        if candidate.mention.head == mention.head:
            return None
        if _is_near(mention, candidate, 1) and _tells_nothing(candidate, lexicon):
            found[candidate.entity.iri] = candidate.entity
    return next(iter(found.values())) if len(found) == 1 else None


def _tells_nothing(candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether neither noun nor name tell what it is: "Nordfunk", but "EU-Recht", "die Klinik Nord"."""
    words = (candidate.mention.head, *candidate.entity.label.replace("-", " ").split())
    return not _kinds(candidate, lexicon) and not any(map(lexicon.noun_class, words))


def _is_near(mention: Mention, candidate: Candidate, reach: int) -> bool:
    """Whether a candidate is an organisation with a name, so many sentences back."""
    if candidate.kind != "Organization" or candidate.mention.form not in ("name", "noun"):
        return False
    entity = candidate.entity
    named = candidate.mention.name or entity.wikidata or not (entity.state or "#" in entity.iri)
    return bool(named) and mention.sentence - candidate.mention.sentence <= reach


def _kinds(candidate: Candidate, lexicon: Lexicon) -> set[str]:
    """What kinds of organisation a candidate is called: "company" of "Nordwind AG"."""
    names = (candidate.mention.head, candidate.entity.label, *candidate.entity.aliases)
    words = [*names, *(word.rpartition("-")[2] for name in names for word in name.split())]
    return {kind for word in words if (kind := _kind(word, lexicon))}


@cache
def _kind(word: str, lexicon: Lexicon) -> str:
    """The kind of organisation that a word is for, by itself or the longest end of a compound."""
    known = lexicon.cue("body_kind", word, lexicon.head(word))
    if known:
        return known
    return next((k for i in range(2, len(word) - 3) if (k := lexicon.cue("body_kind", word[i:].capitalize()))), "")


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
