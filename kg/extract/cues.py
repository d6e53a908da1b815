"""Words of saying with their source, addressee and content: "Moskau bestreitet den Einsatz", "laut Polizei"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import noun_cues, other_cues, syntax, verb_cues
from kg.extract.cue import Cue, governing, is_reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Span, Token
    from kg.lang.lexicon import Lexicon

__all__ = ["Cue", "find", "governing", "is_reported"]


def find(sentence: Span, lexicon: Lexicon) -> Iterator[Cue]:
    """The words of saying of a sentence, in text order; direct speech is added by `quotes`."""
    yield from other_cues.headline(sentence, lexicon)
    for token in sentence:
        if _may_tell(token.lemma_, token.lower_, token.pos_, token.adposition, lexicon) or token.dep_ == "case":
            cue = _cue(token, lexicon)
            if cue is not None:
                yield cue


@cache
def _may_tell(lemma: str, form: str, pos: str, adposition: str, lexicon: Lexicon) -> bool:
    """Whether a word is in a table of words of saying, or may be a part of such a word, or behind such a preposition.

    Most words are none, and no rule need look at what is around them.
    """
    if lexicon.cue("falsehood", lemma, form) or ("adverb", form) in lexicon.claims:
        return True
    if pos in ("NOUN", "PROPN"):
        return noun_cues.may_tell(lemma, lexicon) or ("preposition", adposition) in lexicon.claims
    if any(other_cues.adjective_rows(form, lemma, lexicon)):
        return True
    return pos in syntax.PREDICATES and verb_cues.may_tell(lemma, form, lexicon)


def _cue(token: Token, lexicon: Lexicon) -> Cue | None:
    if token.dep_ == "case":
        return other_cues.adposition(token, lexicon)
    called = other_cues.falsehood(token, lexicon) if token.is_clause else None
    if called is not None:
        return called
    if token.pos_ in ("NOUN", "PROPN"):
        return noun_cues.noun(token, lexicon) or other_cues.predicate(token, lexicon)
    if token.pos_ in syntax.PREDICATES and token.dep_ != "amod":
        found = verb_cues.find(token, lexicon)
        # "ist besorgt" may be tagged as a passive of "besorgen"
        return found if found is not None and found.roots else other_cues.adjective(token, lexicon) or found
    adverb = ("adverb", token.lower_) in lexicon.claims
    found = (other_cues.so(token, lexicon) or other_cues.told(token, lexicon)) if adverb else None
    return found or other_cues.adjective(token, lexicon)
