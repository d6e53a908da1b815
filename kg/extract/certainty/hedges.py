"""Words that weaken what is said of a clause or a noun: "wahrscheinlich", "ein möglicher Angriff", "angeblich"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.purported import is_unconfirmed, said_by
from kg.extract.certainty.conditions import only_just
from kg.extract.participants.attributes import is_due

if TYPE_CHECKING:
    from kg.extract.certainty.judgement import Judgement
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

HEDGING = frozenset(("advmod", "amod", "obl", "nmod", "parataxis"))


def hedged(node: Token, found: Judgement, lexicon: Lexicon, before: int | None = None) -> Judgement:
    """Adverbs and attributes that weaken, those before a place: "wahrscheinlich", "ein möglicher Angriff"."""
    if is_due(node, lexicon):
        found = found.weakened("U")
    for child in node.children:
        if child.dep_ not in HEDGING or (before is not None and child.i > before) or said_by(child, lexicon):
            continue  # "der *von Kiew gemeldete* Angriff" is a claim of Kiew
        if lexicon.cue("only_just", child.lower_) and only_just(node, lexicon):
            continue
        if is_unconfirmed(child, lexicon):
            found = found.weakened("U")
        value, hearsay = _hedge(child.lemma_, child.lower_, child.dep_ == "amod", lexicon)
        if value:
            found = found.with_value(value)
        if hearsay:
            found = found.with_value(hearsay)._replace(hearsay=True)
        if child.dep_ == "amod" and lexicon.cue("light", lexicon.verb_of(child.lower_)):
            found = hedged(child, found, lexicon)  # "der *mutmaßlich* von Rebellen *verübte* Anschlag"
    return found


def rated(verb: Token, lexicon: Lexicon) -> str:
    """What a content is held for: "Dass er kommt, gilt als *unwahrscheinlich*"."""
    if not lexicon.cue("rates", verb.lemma_):
        return ""
    rating = (c for c in verb.children if c.pos_ == "ADJ" and c.i > verb.i)
    return next((value for c in rating if (value := lexicon.cue("implicative", *syntax.words(c)))), "")


@cache
def _hedge(lemma: str, form: str, attribute: bool, lexicon: Lexicon) -> tuple[str, str]:
    """The values of a word as a hedge and as hearsay; of an attribute also without its ending: "mögliche"."""
    bare = [form.removesuffix(ending) for ending in lexicon.cues.get("adjective_ending", ())] if attribute else []
    value = lexicon.cue("hedge", lemma, form, *bare) or (said_attribute(form, lexicon) if attribute else "")
    return value, lexicon.cue("hearsay", lemma, form, *bare)


def said_attribute(form: str, lexicon: Lexicon) -> str:
    """The value of a participle that says what was said of the noun: "der geforderte Abzug" (U)."""
    verb = lexicon.verb_of(form)
    rows = lexicon.claims.get(("verb", verb), []) if verb else []
    value = rows[0].factuality if rows else ""
    return value or lexicon.cue("plan", verb) or lexicon.cue("implicative", verb)
