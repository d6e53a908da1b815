"""Words of saying with their source, addressee and content: "Moskau bestreitet den Einsatz", "laut Polizei"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution import asides, falsehoods, noun_cues, other_cues, purported, verb_cues
from kg.extract.attribution.cue import Cue, governing, is_reported
from kg.extract.attribution.headlines import headline
from kg.lang.lexicon import REFLEXIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Span, Token
    from kg.lang.lexicon import Lexicon

__all__ = ["Cue", "find", "governing", "is_reported"]

OPEN = frozenset(("AUX", "NOUN", "PROPN", "VERB"))
"""Parts of speech of nouns and verbs."""


def find(sentence: Span, lexicon: Lexicon) -> Iterator[Cue]:
    """The words of saying of a sentence, in text order; direct speech is added by `quotes`."""
    yield from headline(sentence, lexicon)
    words = _of_any_kind(lexicon)
    for token in sentence:
        if token.dep_ == "case":
            if not other_cues.adposition_rows(token.lemma_, token.lower_, lexicon):
                continue
        elif token.lower_ not in words and token.lemma_ not in words:
            if token.pos_ not in OPEN and not (token.dep_ == "amod" and token.children):
                continue
            if token.dep_ != "amod" and not _may_tell(
                token.lemma_, token.lower_, token.pos_, token.adposition, lexicon
            ):
                continue
        cue = _cue(token, lexicon)
        if cue is not None:
            yield cue


@cache
def _of_any_kind(lexicon: Lexicon) -> frozenset[str]:
    """The words of saying that are neither nouns nor verbs, however they are tagged."""
    words = {lemma.removeprefix(REFLEXIVE) for pos, lemma in lexicon.claims if pos in ("adjective", "adverb")}
    told = (lexicon.cues.get(kind, ()) for kind in ("believes", "purports"))
    return frozenset(words).union(falsehoods.words(lexicon), *told)


@cache
def _may_tell(lemma: str, form: str, pos: str, adposition: str, lexicon: Lexicon) -> bool:
    """Whether a noun or verb is one of saying, or may be a part of such a word, or behind such a preposition.

    Most words are none, and no rule need look at what is around them.
    """
    if pos in syntax.PREDICATES:
        return verb_cues.may_tell(lemma, form, lexicon)
    return noun_cues.may_tell(lemma, lexicon) or ("preposition", adposition) in lexicon.claims


def _cue(token: Token, lexicon: Lexicon) -> Cue | None:
    if token.dep_ == "case":
        return other_cues.adposition(token, lexicon)
    called = purported.find(token, lexicon) or (falsehoods.falsehood(token, lexicon) if token.is_clause else None)
    if called is not None:
        return called
    if token.pos_ in ("NOUN", "PROPN"):
        found = noun_cues.noun(token, lexicon) or other_cues.predicate(token, lexicon)
        if found is None and token.i == token.sent.start and syntax.is_predicate(token):
            found = other_cues.adjective(token, lexicon)  # "*Offen* ist, ob …", taken for a noun
        return found
    if token.pos_ in syntax.PREDICATES and token.dep_ != "amod":
        found = verb_cues.find(token, lexicon)
        # "ist besorgt" may be tagged as a passive of "besorgen"
        return found if found is not None and found.roots else other_cues.adjective(token, lexicon) or found
    adverb = ("adverb", token.lower_) in lexicon.claims
    found = (asides.so(token, lexicon) or asides.told(token, lexicon)) if adverb else None
    return found or other_cues.adjective(token, lexicon)
