"""Words that call false what was said: "Die Vorwürfe seien haltlos", "Es treffe nicht zu, dass …"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import Cue, compound_head, is_event_noun
from kg.extract.certainty.clauses import clause, is_unmarked_report
from kg.extract.certainty.hedges import said_attribute
from kg.extract.certainty.judgement import CERTAIN
from kg.lang.lexicon import ClaimFrame

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

CALLED_FALSE = ClaimFrame("-", "predicate", "Denial", "CT-", "", "", frozenset(), "", "", "")
"""A denial by a predicate: "sei erfunden", "sei eine Lüge"."""
FALSEHOOD = "falsehood"
TRUTH = "truth"
"""The kind of words that deny under a negation: "*stimme* nicht", "sei nicht *wahr*"."""
SAYING = frozenset(("parataxis", "ccomp"))
"""Relations between a word of saying and what is said by it."""
BARE = frozenset(("xcomp", "advcl", "ccomp"))
"""Relations of a participle to the verb that calls something so."""
THINGS = frozenset(("obj", "obl:arg", "nsubj:pass", "ccomp", "csubj"))
"""Relations of what a verb calls something."""
THAT = frozenset(("ccomp", "csubj", "csubj:pass"))


def is_called(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    """Whether the verb calls something by a word of the row: "nannte sie *falsch*", "hält es für *möglich*"."""
    things = [t for t in verb.children if t.dep_ in THINGS]  # none, if the parser hung it elsewhere
    # "*Berichte* nannte die Chefin falsch": what comes first may look like the subject
    things += [t for t in verb.children if t.dep_ == "nsubj" and t.pos_ == "NOUN"]
    own = [t for t in verb.subtree if syntax.clause(t).i == verb.i or _is_bare_participle(t, verb)]
    own = [t for t in own if t.dep_ != "amod" or t.head not in things]  # but "erklärte die *falschen* Zahlen"
    called = [t for t in own if lexicon.cue(row.object, *syntax.words(t))]
    ends = _phrase_ends(lexicon, row.object)
    phrase = any(t.lower_ in ends and is_phrase(t, lexicon, row.object) for t in own)
    if row.type != CALLED_FALSE.type or not (called or phrase):
        return bool(called or phrase)
    # an act is called a lie, but wrong or absurd only what was said of it
    named = any(t.pos_ == "NOUN" for t in called)
    return not things or any(_is_told(t, lexicon) or (named and is_event_noun(t, lexicon)) for t in things)


def _is_told(token: Token, lexicon: Lexicon) -> bool:
    """Whether it is something said, which can be false: not "hält *das Gesetz* für falsch"."""
    said = token.pos_ in ("PRON", "DET") or syntax.is_predicate(token)
    accused = lexicon.cue("accusation", compound_head(token.lemma_, "accusation", lexicon))
    return said or bool(accused) or ("noun", token.lemma_) in lexicon.claims  # "nannte *den Bericht* eine Lüge"


def _is_bare_participle(token: Token, verb: Token) -> bool:
    """As in "nannte den Bericht frei *erfunden*", "bezeichnete ihn als *erlogen*"."""
    judged = syntax.feature(token, "VerbForm") == "Part" or token.pos_ == "ADJ"
    return token.head.i == verb.i and judged and token.dep_ in BARE and syntax.own_subject(token) is None


def words(lexicon: Lexicon) -> frozenset[str]:
    """The words that may call something false."""
    tables = (lexicon.cues.get(kind, ()) for kind in (FALSEHOOD, TRUTH, "amounts"))
    return frozenset(word for table in tables for word in table) | _phrase_ends(lexicon, FALSEHOOD)


def falsehood(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "Die Vorwürfe seien haltlos": who says so denies what he was told."""
    if token.dep_ == "amod" or not _calls_false(token, lexicon):
        return None
    roots = _content(token, lexicon)
    return Cue(token, CALLED_FALSE, (), (), roots, (), "indirect") if roots else None


@cache
def _phrase_ends(lexicon: Lexicon, kind: str) -> frozenset[str]:
    """The last words of phrases of a kind: "aus der Luft *gegriffen*" calls false, "wenig *glaubhaft*" doubts."""
    return frozenset(phrase.split()[-1].lower() for phrase in lexicon.cues.get(kind, ()) if " " in phrase)


def _calls_false(token: Token, lexicon: Lexicon) -> bool:
    own = syntax.words(token)
    if lexicon.cue(TRUTH, *own):
        wanted = lexicon.cue(TRUTH, *own)
        # "entspricht nicht *der Wahrheit*"
        whole = wanted == "-" or any(lexicon.cue(wanted, *syntax.words(c)) for c in token.children)
        judged = clause(token, CERTAIN, lexicon, reported=False)
        return whole and not judged.positive and not judged.conditional  # "falls das nicht stimmt"
    amounts = lexicon.cue("amounts", token.lemma_)
    if amounts:  # "Dabei handele es sich *um eine Erfindung*"
        return any(c.adposition == amounts and lexicon.cue(FALSEHOOD, c.lemma_) for c in token.children)
    phrase = token.lower_ in _phrase_ends(lexicon, FALSEHOOD) and is_phrase(token, lexicon)
    if not (phrase or lexicon.cue(FALSEHOOD, *own)):
        return False
    return not any(lexicon.cue("negation", *syntax.words(c)) for c in token.children if c.dep_ != "nsubj")


def is_phrase(token: Token, lexicon: Lexicon, wanted: str = FALSEHOOD) -> bool:
    """Whether a word and what is below it call something false, or doubt it: "*aus der Luft gegriffen*"."""
    text = [t.lower_ for t in token.subtree]
    return any(kind == wanted for kind, _, _ in lexicon.phrases_in(text))


def _content(token: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """What is called false: the subject if it was said, or a clause with "dass"."""
    subject = syntax.own_subject(token)
    # "Es sei falsch, dass sie Waffen liefern" blames
    able = not lexicon.cue("blame", *syntax.words(token)) or token.pos_ == "NOUN"
    clauses = [c for c in token.children if able and c.dep_ in THAT and syntax.mood(c) and syntax.children(c, "mark")]
    if clauses and (subject is None or lexicon.cue("nobody", subject.lower_) or subject in clauses):
        return tuple(clauses[:1])  # "*Es* sei unwahr, dass …"
    if subject is None:
        return ()
    if lexicon.cue("anaphor", subject.lower_):
        return _answered(token, lexicon) or (subject,)
    if _was_said(subject, lexicon):
        return (subject,)
    about = (c for c in (*token.children, *subject.children) if c is not subject and _is_about(c, lexicon))
    return next((_answered(token, lexicon) or (c,) for c in about), ())


def _is_about(word: Token, lexicon: Lexicon) -> bool:
    """As in "*Daran* ist kein Wort wahr", "*An den Gerüchten* ist nichts dran", "*Bei der Meldung* handelt es sich"."""
    if word.dep_ == "advmod":
        return bool(lexicon.cue("anaphor", word.lower_))
    said = lexicon.cue("accusation", compound_head(word.lemma_, "accusation", lexicon))
    return bool(said) and bool(lexicon.cue("false_about", word.adposition))


def _was_said(noun: Token, lexicon: Lexicon) -> bool:
    """Whether it was said, or what is said of it was: "die *Vorwürfe*", "die *angebliche* Freilassung"."""
    if lexicon.cue("accusation", compound_head(noun.lemma_, "accusation", lexicon)):
        return True
    attributes = syntax.children(noun, "amod")
    return any(lexicon.cue("hearsay", *syntax.words(c)) or said_attribute(c.lower_, lexicon) for c in attributes)


def _answered(token: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """What "das" means that somebody answers: "„Das ist gelogen“, sagte er *zu dem Bericht*, sie habe …"."""
    verbs = [c for c in token.children if c.dep_ in SAYING] + [token.head] * (token.dep_ in SAYING)
    told = (c for v in verbs if ("verb", v.lemma_) in lexicon.claims for c in v.children if c.dep_ == "obl")
    noun = next((c for c in told if c.adposition and lexicon.cue("accusation", c.lemma_)), None)
    if noun is None:
        return ()
    end = max(t.i for t in noun.subtree) + 1
    behind = (c for c in noun.head.children if c.left_edge.i in (end, end + 1))
    return (noun, *(c for c in behind if is_unmarked_report(c, lexicon)))
