"""What a source does by a word of saying, and how far it commits itself: class and factuality of a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import NEGATION, PASSING, Cue, governing, is_to_be_done
from kg.extract.certainty.clauses import clause, has_own_finite
from kg.extract.certainty.factuality import judge
from kg.extract.certainty.judgement import CERTAIN, VALUES, Judgement
from kg.extract.certainty.relatives import comments
from kg.model import Claim, Factuality, Participant

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.extract.sentence import Sentence
    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

ASSERTION = "Assertion"
DENIAL = "Denial"
NONCONFIRMATION = "NonConfirmation"
PLAIN = PASSING | {"quote", "predicate"}
"""Parts of speech of cues that nothing around them weakens."""
NEGATED = {
    "NonConfirmation": "U",
    "Refusal": "U",
    "Assertion": "CT+",
    "Confirmation": "CT+",
    "Expectation": "PR-",
    "Denial": "CT-",
}
"""What the source of a negated word is committed to."""
GONE = {"nsubj": ("lacks", "removes"), "nsubj:pass": ("removes",), "obj": ("removes",)}
"""Kinds of verbs that say that there is no such saying, by the relation of its noun."""
OWN_VOICE = frozenset(("Denial", "NonConfirmation", "Refusal"))
"""What a speaker does by words that have no source: "Von Ermittlungen könne keine Rede sein, sagte sie" denies."""


def stance(cue: Cue, sentence: Sentence) -> tuple[str, str]:
    """Class and factuality of a cue; ("", "") where the text does not say that it was said ("könnte bestreiten")."""
    known = sentence.stances.get(id(cue))
    if known is None:
        known = sentence.stances[id(cue)] = cue, _stance(cue, sentence)
    return known[1]


def _stance(cue: Cue, sentence: Sentence) -> tuple[str, str]:
    row = cue.row
    if row.pos in PLAIN or cue.speech == "free":
        return row.type, row.factuality
    if cue.token.dep_ == "amod":  # "der von Kiew *geforderte* Abzug", whatever becomes of it
        return ("", "") if _is_not(cue.token, sentence) else (row.type, row.factuality)
    if row.object and (row.pos in ("noun", "adjective") or row.object == NEGATION):
        return row.type, row.factuality  # "keine Beweise": the negation is a part of the cue
    roots = {r.i for c in governing(cue.token, sentence.cues) if c is not cue for r in c.roots}
    # "zeigte sich *besorgt*", whether it is tagged as an adjective or as a participle
    hung = cue.token.dep_ in ("xcomp", "advmod")
    bare = not syntax.is_predicate(cue.token) or (hung and not syntax.children(cue.token, "aux"))
    carried = row.pos == "adjective" and cue.token.head.pos_ == "VERB" and bare
    if cue.token.head in cue.roots:
        found = clause(cue.token, CERTAIN, sentence.lexicon, reported=False)  # "…, wie die Polizei mitteilte"
    elif row.pos == "verb" and not roots and (_tells_of_itself(cue) or comments(cue, sentence.lexicon)):
        found = clause(cue.token, CERTAIN, sentence.lexicon, reported=False)  # "sucht den Mann, der sagte, …"
    else:
        found = _judged(cue.token.head if carried else cue.token, roots, sentence.lexicon)
    own = [cue.token] if carried and syntax.is_predicate(cue.token) else _parts(cue)
    if any(_is_not(word, sentence) for word in own):
        found = found.turned()  # "zeigte sich *keineswegs* besorgt", "kommt überhaupt *nicht* infrage"
    if row.object == "doubted":  # "hält es für *unwahrscheinlich*": which weakens and turns by itself
        return (row.type, row.factuality) if found.positive == (found.certainty == "CT") else ("", "")
    if row.object == "hedge" and found.positive:  # "hält es *für möglich*": which weakens by itself
        return (row.type, row.factuality) if found.certainty in ("CT", "PR", "PS") else ("", "")
    if row.pos == "noun" and found.positive and _is_undone(cue, sentence.lexicon):
        found = found.turned()
    if not found.positive or (row.pos == "noun" and found.certainty == "U" and _is_none(cue.token, sentence.lexicon)):
        return (row.negated, _opposite(row)) if row.negated else ("", "")
    if row.pos == "noun":
        return row.type, row.factuality
    spoken = found.certainty in ("CT", "U") if cue.quotes else found.certainty == "CT"
    return (row.type, row.factuality) if spoken or found.hearsay else ("", "")


def _tells_of_itself(cue: Cue) -> bool:
    """Whether it is the relative clause of who speaks, in the indicative: "ein Mann, *der behauptet*, …"."""
    subject = syntax.own_subject(cue.token) if cue.token.dep_ == "acl:relcl" else None
    return subject is not None and syntax.is_relative(subject) and syntax.mood(cue.token) == "Ind"


def _is_none(noun: Token, lexicon: Lexicon) -> bool:
    """As in "machte *keine* Angaben zu dem Vorfall", whatever its verb leaves open."""
    return any(c.dep_ == "det" and lexicon.cue("negation", *syntax.words(c)) for c in noun.children)


def _parts(cue: Cue) -> list[Token]:
    """The first part of the verb of saying, spelled apart: "kommt *infrage*"."""
    whole = cue.row.lemma if cue.row.pos == "verb" else ""
    return [c for c in cue.token.children if c.lower_ + cue.token.lemma_ == whole]


def _is_not(word: Token, sentence: Sentence) -> bool:
    return any(sentence.lexicon.cue("negation", *syntax.words(c)) for c in word.children)


def _is_undone(cue: Cue, lexicon: Lexicon) -> bool:
    """As in "*Angaben* zur Ursache machte die Polizei *nicht*", "Ein *Nachweis* fehlt", "räumte *Zweifel* aus"."""
    noun, verb = cue.token, cue.token.head
    if any(lexicon.cue(kind, verb.lemma_) for kind in GONE.get(noun.dep_, ())):
        return clause(verb, CERTAIN, lexicon, reported=False).positive
    # "stellte das nicht *in Abrede*"
    phrase = noun.dep_ == "obl" and "obj" in cue.row.content
    support = (phrase or noun.dep_ in ("obj", "nsubj:pass")) and lexicon.cue("support", verb.lemma_)
    return bool(support) and not clause(verb, CERTAIN, lexicon, reported=False).positive


def _judged(said: Token, roots: Collection[int], lexicon: Lexicon) -> Judgement:
    """How certain it is that it was said; "hatte gewarnt und Hilfe *gefordert*" is as certain as the first of both."""
    first, form = said.head, syntax.feature(said, "VerbForm")
    shared = said.dep_ == "conj" and syntax.is_predicate(first) and not has_own_finite(said)
    if not shared or form not in ("Part", "Inf") or syntax.feature(first, "VerbForm") != form:
        return judge(said, roots, lexicon)
    return clause(said, CERTAIN, lexicon, reported=bool(roots)).weakened(_judged(first, roots, lexicon).certainty)


def _opposite(row: ClaimFrame) -> str:
    """What is left of a stance under negation: "schließt nicht aus" leaves a possibility, "glaubt nicht" a doubt."""
    if row.negated in ("Announcement", "Expectation") and row.factuality.endswith("-"):
        return "PS+"
    if row.type == "Expectation" and row.factuality == "PR+" and row.negated == "NonConfirmation":
        return "PR-"  # "glaubt nicht, dass …"
    if row.type == "Announcement" and row.negated == "Refusal":
        return "PR-"  # "ist nicht bereit", "kommt nicht infrage": of an own act
    return NEGATED.get(row.negated, row.factuality)


def combined(factuality: str, found: Judgement, kind: str) -> Factuality | None:
    """What the source is committed to: its stance and what it says together."""
    if not factuality or not found.certainty or not kind:
        return None
    certainty = found.certainty
    if kind == DENIAL and certainty != "U":
        certainty = "CT"  # who denies that he means to go, denies: "Er widersprach Berichten, er wolle gehen"
    return Judgement(certainty, found.positive).with_value(factuality).factuality


def taken_for_granted(kind: str, factuality: str) -> tuple[str, str]:
    """As in "bestritt, die getöteten Männer zu kennen": what the source presupposes it asserts."""
    return (kind, factuality) if factuality == Factuality.CT_PLUS else (ASSERTION, str(Factuality.CT_PLUS))


def not_twice(found: Judgement, kind: str, cue: Cue, trigger: Token) -> Judgement:
    """As in "wisse von keinem Angriff": "kein" negates the knowing, and not the attack again.

    Nor does who denies in his own words deny these: "bestritt das: „Kein einziger Soldat steht im Sudan.“"
    """
    if found.positive:
        return found
    itself = cue.token.dep_ == "amod" and cue.row.factuality.endswith("-")  # "der *bestrittene* Angriff"
    twice = (itself or kind != cue.row.type) and any(root.i == trigger.i for root in cue.roots)
    own = kind == DENIAL and (cue.speech == "direct" or _says_how_it_is(cue))
    return found.turned() if twice or own else found


def _says_how_it_is(cue: Cue) -> bool:
    """As in "Er ruderte zurück: *Er habe nicht geschossen*", "das Dementi, *er sei nicht gereist*": his own words."""
    if "quote" not in cue.row.content or "obj" in cue.row.content or cue.row.object:
        return False
    return all(syntax.mood(root) and not syntax.children(root, "mark") for root in cue.roots)


def phrased(cue: Cue, factuality: str, sentence: Sentence) -> Factuality:
    """What a source commits itself to by a clause of its own words: "sagte, Verstöße könnten geahndet werden" (PS+)."""
    value = VALUES[factuality]
    heads = [root for root in cue.roots if syntax.is_predicate(root)]
    if value is not Factuality.CT_PLUS or cue.row.type != ASSERTION or len(heads) != 1:
        return value
    found = clause(heads[0], CERTAIN, sentence.lexicon, reported=True)
    weaker = found.certainty in ("PR", "PS") and found.positive and not found.hearsay
    return (Judgement(found.certainty).factuality if weaker else None) or value


def is_anybodys(cue: Cue, lexicon: Lexicon) -> bool:
    """Whether anybody would say so: "Ein Anschlag *lasse sich nicht ausschließen*", "sei nicht *auszuschließen*"."""
    unheld = cue.row.object == NEGATION and not cue.row.source
    return unheld or (not cue.sources and is_to_be_done(cue.token, lexicon))


def in_own_voice(claim: Claim, inner: Cue, outer: Cue, sentence: Sentence) -> bool:
    """Whether who says the outer word does what the inner one says, as nobody else is named: see `OWN_VOICE`."""
    subject = syntax.subject(inner.token)
    anybody = subject is not None and sentence.lexicon.cue("nobody", subject.lower_)  # "Man prüfe das, sagte er"
    heads = (inner.token.i, syntax.clause(inner.token).i)
    # "Das sei gelogen, schimpfte sie"
    said = (outer.row.type == ASSERTION or inner.row.pos == "predicate") and any(
        root.i in heads for root in outer.roots
    )
    # "Es gebe *keinen Zweifel* daran, sagte sie": she is sure
    own = claim.type in OWN_VOICE or (inner.row.pos == "noun" and inner.row.type in OWN_VOICE)
    own = own or bool(anybody) or is_anybodys(inner, sentence.lexicon)
    return said and own and not isinstance(claim.source, Participant)
