"""Who stands behind a word of saying: the body in "Medienberichten zufolge", the one a medium relies on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract.cue import compound_head, is_genitive
from kg.extract.mentions import mention
from kg.extract.restrictions import is_actor
from kg.model import Mention, Span

if TYPE_CHECKING:
    from kg.extract.cue import Cue
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

LINKING = ("", "s", "n", "en")
"""What may join the parts of a compound: "Regierung*s*angaben", "Zeuge*n*aussage"."""
CUT = ("", "e")
"""What the lemmatiser may cut off a noun: "Zeugenaussag"."""


def speakers(cue: Cue, lexicon: Lexicon) -> tuple[Token, ...]:
    """Whose words they are: of those that the source relies on, else the source's, else those of a text's author.

    "Der Sender meldete unter Berufung auf Ärzte, …": the doctors'. "…, hieß es in einem Brief der Partei": the party's.
    """
    if cue.via or cue.sources:
        return cue.via or cue.sources
    found = (a for text in cue.medium for a in authors(text, lexicon))
    return tuple(a for a in found if is_actor(a, lexicon) or reporter(a.lemma_, lexicon)[0])


def between(cue: Cue) -> tuple[Token, ...]:
    """Who passes on what those said whom he relies on."""
    return cue.sources if cue.via else ()


def authors(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whose report it is, if the phrase is one: "aus einer Verlautbarung *der Schutztruppe*"."""
    says = ("noun", noun.lemma_) in lexicon.claims  # "in einer Anweisung *des Ministers*"
    if not says and not lexicon.cue("report", compound_head(noun.lemma_, "report", lexicon)):
        return [noun]
    return [c for c in noun.children if is_genitive(c, lexicon) and is_actor(c, lexicon)] or [noun]


def speaker(token: Token, lexicon: Lexicon, sentence: int) -> Mention:
    """The phrase of a source; of "Medienberichte" its first part."""
    head, length = reporter(token.lemma_, lexicon)
    if not head:
        return mention(token, lexicon, sentence)
    text = token.text[:length]
    return Mention(span=Span(token.idx, token.idx + len(text), text), head=head, form="noun", sentence=sentence)


@cache
def reporter(lemma: str, lexicon: Lexicon) -> tuple[str, int]:
    """Who tells what a compound names, with the length of its name: "Behörde" and 8 of "Behördenangabe"."""
    for begin in range(3, len(lemma) - 3):
        tail = lemma[begin:].lstrip("-").capitalize()
        reports = any(lexicon.cue("report", tail + end) and ("noun", tail + end) in lexicon.claims for end in CUT)
        first = lemma[:begin].rstrip("-")
        heads = [first.removesuffix(link) for link in LINKING if reports]
        able = [head for head in heads if lexicon.is_a(head, ("actor",))]
        if able:  # a word of the table rather than one that only ends like it
            head = next((h for h in able if h in lexicon.classes), able[-1])
            return head, len(first.removesuffix("s"))
    return "", 0
