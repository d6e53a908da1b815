"""Nouns for things, as most are: no later phrase means them, so that they are linked only if they are asked for."""

from __future__ import annotations

from functools import lru_cache

from kg.lang.lexicon import Lexicon
from kg.model import Mention
from kg.resolve.descriptions import calls_for_rules
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.linking import Linker, kind_of

THING = ("", "Artifact")
APART = frozenset(("genitive", "location", "possessive", "joined"))
"""Relations of phrases that do not tell what the whole is."""
KEPT = 10_000
"""How many nouns are remembered."""


def is_thing(mention: Mention, linker: Linker) -> bool:
    """Whether a phrase is of a thing, if the article has not named it before."""
    if mention.form != "noun" or mention.name or not _is_thing(mention.head, linker.lexicon, linker.gazetteer):
        return False
    for relation, inner in mention.modifiers:
        if relation not in APART or inner.form == "pronoun":
            return False
    return linker.gazetteer.actor(mention.span.text) is None


@lru_cache(maxsize=KEPT)
def _is_thing(noun: str, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a noun alone is of things only, and repeats none."""
    if lexicon.cue("member", noun) or lexicon.cue("compass", noun) or gazetteer.inhabitant(noun) is not None:
        return False
    kinds = (kind_of(noun, True, lexicon), kind_of(noun, False, lexicon))
    return all(kind in THING for kind in kinds) and not calls_for_rules(noun, lexicon)
