"""Whether a whole sentence asks or supposes, so that nothing in it need have happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import hints, syntax
from kg.extract.attribution.cue import compound_head
from kg.extract.attribution.quotes import PAIRS
from kg.extract.certainty.clauses import has_own_finite
from kg.extract.tree import SUBJECTS, once

if TYPE_CHECKING:
    from kg.extract.tree import Span, Token
    from kg.lang.lexicon import Lexicon

OPENING = frozenset(first for first, _ in PAIRS)
PARTS = frozenset(("case", "compound:prt", "mark"))
"""Relations of an adposition to what it belongs to."""


def is_open(sentence: Span, trigger: Token, lexicon: Lexicon) -> bool:
    """Whether the whole sentence asks or supposes: "Ein Treffen im Mai?", "Angenommen, sie griffen an"."""
    first = sentence[0]
    if _supposes(first, lexicon):
        return True
    if trigger.head is trigger and sentence.start and _last_mark(sentence) == ":":
        return True  # what a colon announces is whatever the words before say of it
    if not hints.may_have_phrases(first, lexicon):
        return False
    # "*Im Falle einer Wahl* werde er gehen, sagte er": what he said depends, not that he said so
    said = {t.i for c in trigger.children if c.dep_ == "ccomp" for t in c.subtree}
    before = [t for t in sentence if t.i < trigger.i and t.i not in said and not t.is_punct and not t.is_space]
    return any(kind == "conditional" for kind, _, _ in hints.phrases(first, before, lexicon))


@once
def is_invented(first: Token, lexicon: Lexicon) -> bool:
    """Whether a sentence begins a plot: "*Der Roman* erzählt von einem Leutnant", "*Im Film* entführt ein Mann …"."""
    worlds = lexicon.cues.get("fiction", {})
    told = (w for w in first.sent[:] if w.adposition in worlds or (w.dep_ in SUBJECTS and w.head.dep_ == "ROOT"))
    return any(_is_invented(word, lexicon) for word in told)


@once
def _supposes(first: Token, lexicon: Lexicon) -> bool:
    """Whether a sentence asks, or supposes by the words that it begins with or that tell whose words or world it is."""
    if hints.ASKED in hints.kinds(first, lexicon):
        return True
    words = first.sent[:]
    begin = next((t for t in words if not t.is_punct and not t.is_space), first)
    if lexicon.cue("as_said", begin.lower_) and not (_asks_degree(begin) or _is_as_planned(begin, lexicon)):
        return True  # "Wie die Agentur meldete, …" with a clause that the parser did not join
    if lexicon.cue("conditional", begin.lower_) and begin.pos_ != "SCONJ":
        return True
    invented = lexicon.cues.get("fiction", {})
    for word in words:
        inside = word.adposition in invented or (word.dep_ == "nmod" and word.head.adposition in invented)
        # "*Im Mittelpunkt des Romans* steht ein Bankier, der …"
        if inside and (_is_invented(word, lexicon) or _has_title(word, lexicon)):
            return True
        if word.dep_ in SUBJECTS and lexicon.cue("invented", word.lemma_):
            return True  # "überfielen *Darsteller* ein Terminal"
        if word.pos_ == "ADP" and (_tells(word, lexicon) if word.dep_ not in PARTS else _is_behind(word, lexicon)):
            return True
    return False


def _asks_degree(word: Token) -> bool:
    """As in "*Wie lange* die Straße gesperrt bleibt, ist unklar"."""
    return word.head.i == word.i + 1 and not syntax.is_predicate(word.head)


def _is_as_planned(word: Token, lexicon: Lexicon) -> bool:
    """As in "*Wie geplant* hat die Armee das Dorf geräumt"."""
    said = word.head
    if said.i != word.i + 1 or has_own_finite(said):
        return False
    return bool(lexicon.cue("plan", said.lemma_) or lexicon.cue("hedge", said.lower_))


def _tells(word: Token, lexicon: Lexicon) -> bool:
    """A source that the parser did not see: "nach offiziell nicht bestätigten Angaben", with "nach" as an adverb."""
    if word.head.i <= word.i:
        return False
    after = word.doc.tokens[word.i + 1 : word.i + 6]
    return ("adposition", word.lower_) in lexicon.claims and any(lexicon.cue("report", t.lemma_) for t in after)


def _is_behind(word: Token, lexicon: Lexicon) -> bool:
    """A source before its preposition, which the parser gave to what follows: "*den Angaben nach* 20 Boote"."""
    if word.head.i < word.i or ("adposition", word.lower_) not in lexicon.claims or word.i == word.sent.start:
        return False
    before = word.nbor(-1)
    articles = [c for c in before.children if c.dep_ == "det"]
    told = bool(articles) and not before.adposition and bool(lexicon.cue("report", before.lemma_))
    return told and all(syntax.feature(c, "Case") == "Dat" for c in articles)


def _is_invented(word: Token, lexicon: Lexicon) -> bool:
    """A world of its own: "*In dem Roman* entführt ein Hauptmann …", "*im Traum*"; not "nach dem Film"."""
    return bool(lexicon.cue("fiction", compound_head(word.lemma_, "fiction", lexicon)))


def _has_title(word: Token, lexicon: Lexicon) -> bool:
    """A work by its author: "*In Schillers „Wilhelm Tell“* wird der Landvogt erschossen"."""
    if not word.ent_type_ or word.i + 2 >= len(word.doc):
        return False
    if not word.lower_.endswith(tuple(lexicon.cues.get("genitive_ending", ()))):
        return False
    return word.nbor(1).text in OPENING and word.nbor(2).text[:1].isupper()


def _last_mark(sentence: Span) -> str:
    before = [t for t in sentence.doc.tokens[max(0, sentence.start - 3) : sentence.start] if not t.is_space]
    return before[-1].text if before else ""
