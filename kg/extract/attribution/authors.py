"""Who stands behind a word of saying: the body in "Medienberichten zufolge", the one a medium relies on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import compound_head, is_genitive
from kg.extract.mentions import mention
from kg.extract.participants.restrictions import is_actor
from kg.model import Mention, Span

if TYPE_CHECKING:
    from kg.extract.attribution.cue import Cue
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

LINKING = ("", "s", "n", "en")
"""What may join the parts of a compound: "Regierung*s*angaben", "Zeuge*n*aussage"."""
CUT = ("", "e")
"""What the lemmatiser may cut off a noun: "Zeugenaussag"."""


SET_OFF = frozenset(("appos", "flat", "conj"))
"""Relations of a name set off by commas, as the parser may have it."""
TEXTS = ("document",)
"""Class of nouns for what one reads."""


def speakers(cue: Cue, lexicon: Lexicon) -> tuple[Token, ...]:
    """Whose words they are: of those that the source relies on, else the source's, else those of a text's author.

    "Der Sender meldete unter Berufung auf Ärzte, …": the doctors'. "…, hieß es in einem Brief der Partei": the party's.
    """
    if cue.via or cue.sources:
        return cue.via or cue.sources
    found = (a for text in cue.medium for a in authors(text, lexicon))
    return tuple(a for a in found if is_actor(a, lexicon) or reporter(a.lemma_, lexicon)[0] or _is_text(a, lexicon))


def _is_text(noun: Token, lexicon: Lexicon) -> bool:
    return speaks(noun.lemma_, lexicon) and not is_utterance(noun, lexicon)


def speaks(noun: str, lexicon: Lexicon) -> bool:
    """Whether a text counts as the source of what it says: "in *der Studie* heißt es", not "die Haftstrafe"."""
    ruling = lexicon.is_a(noun, ("law",)) and not lexicon.cue("wording", compound_head(noun, "wording", lexicon))
    return lexicon.is_a(noun, TEXTS) and not ruling


def is_utterance(noun: Token, lexicon: Lexicon) -> bool:
    """Whether its words are those of somebody, named or not: "hieß es *in einer Erklärung*"."""
    return bool(lexicon.cue("utterance", compound_head(noun.lemma_, "utterance", lexicon)))


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
    """The phrase of a source, or the name set off behind it; of "Medienberichte" its first part."""
    head, length = reporter(token.lemma_, lexicon)
    if not head:
        own = mention(token, lexicon, sentence)
        return own if own.name else _set_off(token, lexicon, sentence) or own
    text = token.text[:length]
    return Mention(span=Span(token.idx, token.idx + len(text), text), head=head, form="noun", sentence=sentence)


def _set_off(noun: Token, lexicon: Lexicon, sentence: int) -> Mention | None:
    """The name between commas that the parser may hang deep in a phrase: "der Leiter des Instituts, *Jan Kunz*, sagte".

    Of one of several, what is set off need be no name: "eine der Parteien im Land, *die Liste Bauer*, klagte".
    """
    several = noun.pos_ in ("DET", "PRON", "NUM") and any(c.dep_ == "nmod" for c in noun.children)
    if not several and (noun.pos_ != "NOUN" or syntax.feature(noun, "Number") == "Plur"):
        return None
    below = [t for t in noun.subtree if t.i > noun.i and t.dep_ in SET_OFF and t.pos_ in syntax.NOMINAL]
    for other in below:
        first, clause = next((t.i for t in other.subtree if not t.is_punct), other.i), syntax.clause(other).i
        before = [t for t in noun.doc[noun.i : first] if t.text == ","]
        if not before or before[0].i < first - 1 or clause != syntax.clause(noun).i:
            continue  # the first comma of the phrase opens it
        found = mention(other, lexicon, sentence)
        person = lexicon.kind(noun.lemma_) == "Person"
        fits = found.label == "PER" if person else found.label == "ORG" and other.dep_ == "appos"
        if fits or (several and other.dep_ == "appos"):
            return found
    return None


def _is_short(name: str) -> bool:
    """Whether it is written like an abbreviation: "OSZE", "dpa", no "Online"."""
    return name.islower() or sum(map(str.isupper, name)) > 1


@cache
def reporter(lemma: str, lexicon: Lexicon) -> tuple[str, int]:
    """Who tells what a compound names, with the length of its name: "Behörde" and 8 of "Behördenangabe"."""
    for begin in range(3, len(lemma) - 3):
        tail = lemma[begin:].lstrip("-").capitalize()
        if not any(lexicon.cue("report", tail + end) and ("noun", tail + end) in lexicon.claims for end in CUT):
            continue
        first = lemma[:begin].rstrip("-")
        heads = [first.removesuffix(link) for link in LINKING]
        able = [head for head in heads if lexicon.is_a(head, ("actor",))]
        if not able and _is_short(first) and lemma[begin] == "-":
            return first, len(first)  # "dpa-Meldung"
        if able:  # a word of the table rather than one that only ends like it
            head = next((h for h in able if h in lexicon.classes), able[-1])
            return head, len(first.removesuffix("s"))
    return "", 0
