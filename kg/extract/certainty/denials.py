"""What a speaker denies by neutral words: "sagte, er habe nie geschossen", "seine Männer hätten keineswegs …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import hints, syntax
from kg.extract.attribution.cue import is_zu_infinitive
from kg.extract.certainty.acts import TELLING, is_speaker
from kg.extract.certainty.clauses import clause
from kg.extract.certainty.judgement import CERTAIN, Judgement
from kg.model import Factuality

if TYPE_CHECKING:
    from kg.extract.attribution.cue import Cue
    from kg.extract.frames.events import Frame
    from kg.extract.sentence import Sentence
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

ASSERTION = "Assertion"
DENIAL = "Denial"
EMPHATIC = "emphatic"
"""The kind of words that deny with emphasis: "nie", "zu keiner *Zeit*"."""
PHRASES = frozenset(("advmod", "obl", "nmod", "obj"))
"""Relations of phrases that may be emphatic: "zu *keiner Zeit*", "nicht *das Geringste*"."""


def denies(cue: Cue, kind: str, said: Factuality, frame: Frame, sentence: Sentence) -> bool:
    """As in "beteuerte, es seien keine Waffen geliefert worden", or of an own act: "sagte, er habe nie geschossen"."""
    if kind != ASSERTION or said is not Factuality.CT_MINUS:
        return False
    lexicon = sentence.lexicon
    if lexicon.cue("insists", cue.token.lemma_) or lexicon.cue("insists", cue.row.lemma) or _corrects(cue, lexicon):
        return True
    own = {t.i for t in cue.sources}
    agents = frame.roles.get("agent", ())
    if any(t.i in own or syntax.feature(t, "PronType") == "Prs" for t in agents):
        return True
    head = syntax.clause(frame.trigger)
    return _contradicts(head, lexicon) or is_own(head, cue, lexicon)


def takes_no_part(cue: Cue, kind: str, trigger: Token, lexicon: Lexicon) -> bool:
    """As in "sagte, er sei an dem Überfall *nicht beteiligt* gewesen": the speaker denies his part."""
    verb = trigger.head
    if kind != ASSERTION or not trigger.adposition or lexicon.cue("partakes", verb.lemma_) != trigger.adposition:
        return False
    return not clause(verb, CERTAIN, lexicon, reported=True).positive and is_own(verb, cue, lexicon)


def answered(found: Judgement, cue: Cue, trigger: Token, lexicon: Lexicon) -> Judgement:
    """As in "verneinte die Frage, *ob er geschossen habe*": a no is as certain as what was asked."""
    head = syntax.clause(trigger)
    asked = cue.row.type == DENIAL and found.certainty == "U" and head.i == trigger.i
    if not asked or not any(lexicon.cue("question", *syntax.words(m)) for m in syntax.children(head, "mark")):
        return found
    return found if _has_modal(head, lexicon) else found._replace(certainty="CT")


def _has_modal(head: Token, lexicon: Lexicon) -> bool:
    return any(lexicon.cue("modal", c.lower_, c.lemma_) for c in syntax.children(head, "aux"))


def is_own(head: Token, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a clause tells what the speaker or, with emphasis, his own people did: "*seine Männer* hätten nie …"."""
    subject = syntax.subject(head)
    if subject is None or cue.row.pos not in TELLING:
        return subject is None and is_zu_infinitive(head)  # "versicherte, *nie gelogen zu haben*"
    if is_speaker(subject, cue, lexicon):
        return True
    whose = [c for c in subject.children if c.dep_ == "det:poss" or lexicon.cue("own_words", c.lemma_)]
    # "laut *ihrem* Anwalt hat die Firma nie …"
    of_subject = any(syntax.children(source, "det:poss") for source in cue.sources)
    return (bool(whose) or of_subject) and bool(emphasis(head, lexicon))


def denied_with(cue: Cue, kind: str, factuality: str, lexicon: Lexicon) -> list[Token]:
    """The words by which the clause of a neutral cue denies an own act; without them they are what is denied.

    "*Nie* habe er Geld genommen, sagte er"; not what is verbatim, which keeps its words.
    """
    heads = [root for root in cue.roots if syntax.is_predicate(root)]
    if kind != ASSERTION or factuality != Factuality.CT_PLUS or cue.quotes or len(heads) != 1:
        return []
    found = emphasis(heads[0], lexicon)
    judged = clause(heads[0], CERTAIN, lexicon, reported=True) if found else CERTAIN
    denied = judged.certainty == "CT" and not judged.positive
    return found if denied and is_own(heads[0], cue, lexicon) else []


def emphasis(head: Token, lexicon: Lexicon) -> list[Token]:
    """The words of a clause by which it denies with emphasis: "*nie*", "*zu keiner Zeit*"."""
    if "negation" not in hints.kinds(head, lexicon):
        return []
    found = []
    for phrase in head.children:
        # "*niemals* Waffen verkauft", with the adverb hung on the noun
        found += [t for t in (phrase, *phrase.children) if lexicon.cue(EMPHATIC, t.lower_) and t.dep_ != "det"]
        able = phrase.dep_ in PHRASES and lexicon.cue(EMPHATIC, phrase.lemma_)
        if able and any(lexicon.cue("negation", *syntax.words(c)) for c in phrase.children):
            found += phrase.subtree
    return found


def _corrects(cue: Cue, lexicon: Lexicon) -> bool:
    """As in "teilte *in einer Richtigstellung* mit"."""
    return any(c.dep_ == "obl" and lexicon.cue("denying", c.lemma_) for c in cue.token.children)


def _contradicts(head: Token, lexicon: Lexicon) -> bool:
    """As in "*Entgegen der Meldung* sei niemand verhaftet worden": against what somebody else said."""
    return any(c.adposition and lexicon.cue("contrary", c.adposition) for c in head.children)
