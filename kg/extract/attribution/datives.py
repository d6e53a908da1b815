"""Objects in the dative that go first and look like the subject: "*Der Armee* wirft er Angriffe vor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

BARE_DATIVE = frozenset(("iobj", "obl:arg"))
"""Relations of an object in the dative."""


def is_bare_dative(noun: Token, lexicon: Lexicon) -> bool:
    """Whether its article says that it is an object, whatever the parser thinks: "*Einem Abzug* erteilte sie …"."""
    if noun.adposition or noun.dep_ not in ("obl", "nsubj") or noun.pos_ != "NOUN":
        return False
    articles = [c.lower_ for c in noun.children if c.dep_.startswith("det")]
    sure = any(lexicon.cue("dative", a) for a in articles) or is_feminine_dative(noun, lexicon)
    return sure and (noun.dep_ == "obl" or len(syntax.children(noun.head, "nsubj")) > 1)


def is_feminine_dative(noun: Token, lexicon: Lexicon) -> bool:
    """As in "*Der Armee* wirft er vor …": of a noun that its ending makes feminine, "der" is no nominative."""
    if noun.pos_ != "NOUN" or not any(c.dep_ == "det" and lexicon.cue("masculine", c.lower_) for c in noun.children):
        return False
    single = syntax.feature(noun, "Number") != "Plur"
    return single and noun.lemma_.lower().endswith(tuple(lexicon.cues.get("feminine_ending", ("-",))))
