"""Whether a whole sentence asks or supposes, so that nothing in it need have happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import hints, syntax
from kg.extract.cue import compound_head
from kg.extract.tree import once

if TYPE_CHECKING:
    from kg.extract.tree import Span, Token
    from kg.lang.lexicon import Lexicon


def is_open(sentence: Span, trigger: Token, lexicon: Lexicon) -> bool:
    """Whether the whole sentence asks or supposes: "Ein Treffen im Mai?", "Angenommen, sie griffen an"."""
    first = sentence.doc.tokens[sentence.start]
    if hints.is_asked(first) or _supposes(first, lexicon):
        return True
    if trigger.head.i == trigger.i and sentence.start and _last_mark(sentence) == ":":
        return True  # what a colon announces is whatever the words before say of it
    if not hints.may_have_phrases(first, lexicon):
        return False
    before = [t.lower_ for t in sentence if t.i < trigger.i and not t.is_punct and not t.is_space]
    return any(kind == "conditional" for kind, _, _ in lexicon.phrases_in(before))


@once
def _supposes(first: Token, lexicon: Lexicon) -> bool:
    """Whether a sentence supposes, by the words that it begins with or that tell of whose words or world it is."""
    sentence = first.sent
    words = [t for t in sentence if not t.is_punct and not t.is_space]
    # but "*Wie lange* die Straße gesperrt bleibt, ist unklar"
    asks_degree = bool(words) and words[0].head.i == words[0].i + 1 and not syntax.is_predicate(words[0].head)
    if words and lexicon.cue("as_said", words[0].lower_) and not asks_degree:
        return True  # "Wie die Agentur meldete, …" with a clause that the parser did not join
    if words and lexicon.cue("conditional", words[0].lower_) and words[0].pos_ != "SCONJ":
        return True
    return any(_tells(t, lexicon) or _is_invented(t, lexicon) for t in words if t.adposition or t.pos_ == "ADP")


def _tells(word: Token, lexicon: Lexicon) -> bool:
    """A source that the parser did not see: "nach offiziell nicht bestätigten Angaben", with "nach" as an adverb."""
    if word.pos_ != "ADP" or word.dep_ in ("case", "compound:prt", "mark") or not word.head.i > word.i:
        return False
    after = word.doc.tokens[word.i + 1 : word.i + 6]
    return ("adposition", word.lower_) in lexicon.claims and any(lexicon.cue("report", t.lemma_) for t in after)


def _is_invented(word: Token, lexicon: Lexicon) -> bool:
    """A world of its own: "*In dem Roman* entführt ein Hauptmann …", "*im Traum*"; not "nach dem Film"."""
    return bool(lexicon.cue("fiction", compound_head(word.lemma_, "fiction", lexicon))) and bool(
        lexicon.cue("fiction", syntax.preposition(word))
    )


def _last_mark(sentence: Span) -> str:
    before = [t for t in sentence.doc.tokens[max(0, sentence.start - 3) : sentence.start] if not t.is_space]
    return before[-1].text if before else ""
