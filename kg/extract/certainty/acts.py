"""What a speaker does by neutral words: "sagte, man werde abziehen" announces, "sagte, Kiew müsse abziehen" demands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import PASSING, Cue, compound_head, is_zu_infinitive
from kg.extract.certainty.clauses import clause
from kg.extract.certainty.judgement import CERTAIN
from kg.extract.participants.restrictions import is_actor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.sentence import Sentence
    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

NEUTRAL = "Assertion"
TELLING = frozenset(("verb", "quote", *PASSING)) - {"colon"}
"""Parts of speech of cues that have clauses as their content."""
OWN = "own"
OTHERS = "others"
REFUSAL = "Refusal"
FORBIDDEN = "forbidden"
ADVISED = "advised"
CLASSES = {OWN: "Announcement", OTHERS: "Demand", FORBIDDEN: "Demand", ADVISED: "Demand"}


def of_own_act(row: ClaimFrame, roots: Sequence[Token], lexicon: Lexicon) -> ClaimFrame:
    """Who rules out an act of his own refuses it: "schloss aus, *zurückzutreten*"; not "…, gelogen zu haben"."""
    if not lexicon.cue("own_act", row.lemma) or not roots or not all(map(is_zu_infinitive, roots)):
        return row
    if any(lexicon.cue("perfect", c.lower_) for root in roots for c in root.children if c.dep_ == "aux"):
        return row
    return replace(row, type=REFUSAL, factuality="PR-", negated=CLASSES[OWN])


def of_advice(row: ClaimFrame, roots: Sequence[Token], told: Sequence[Token], lexicon: Lexicon) -> ClaimFrame:
    """Who suggests an act to somebody asks for it: "legte *dem Minister* nahe, *zurückzutreten*"."""
    if not told or not lexicon.cue("urges", row.lemma) or not roots or not all(map(is_zu_infinitive, roots)):
        return row
    return replace(row, type=CLASSES[OTHERS], factuality="U", control="addressee")


def act(cue: Cue, node: Token, sentence: Sentence) -> str:
    """The class of what the speaker does by the clause that the node stands in; empty if he only asserts it.

    Own acts are those of the speaker himself ("er werde abziehen", "man wolle verhandeln"), demands are on somebody
    else who is named ("Kiew müsse abziehen"), not on things ("Das Gesetz müsse sich ändern").
    """
    head = syntax.clause(node)
    first = head.head if head.dep_ == "conj" else head
    if cue.row.type != NEUTRAL or cue.row.pos not in TELLING or not any(r.i in (head.i, first.i) for r in cue.roots):
        return ""
    if cue.speech == "direct" and is_command(head):
        return CLASSES[OTHERS]
    modal = _modal(head, sentence.lexicon) or (_modal(first, sentence.lexicon) if first is not head else None)
    if modal is None:
        return CLASSES[OWN] if undertakes(cue, head, sentence.lexicon) else ""
    subject = syntax.subject(head)
    if _is_opinion(cue, modal, sentence.lexicon):
        return CLASSES[OTHERS]
    if _is_advice(cue, modal, subject, sentence.lexicon):
        return CLASSES[ADVISED]
    if syntax.is_passive(head):
        return ""
    value = sentence.lexicon.cue("speech_act", modal.lower_, modal.lemma_)
    if subject is None:  # "begründete das damit, Schaden abwenden *zu wollen*"
        meant = sentence.lexicon.cue("intention", modal.lemma_) and head.dep_ in ("xcomp", "ccomp")
        return CLASSES[value] if meant and value == OWN else ""
    return _of_subject(cue, value, head, subject, sentence)


def _of_subject(cue: Cue, value: str, head: Token, subject: Token, sentence: Sentence) -> str:
    """The class by who is to act: the speaker, or somebody else who is named."""
    own = is_speaker(subject, cue, sentence.lexicon)
    judged = clause(head, CERTAIN, sentence.lexicon, reported=True)
    if value == OWN and _is_state(head, sentence.lexicon):
        return ""
    if value == OWN:
        done = CLASSES[value] if judged.positive else REFUSAL  # "sagte, man werde nicht verhandeln"
        return done if own and judged.certainty == "PR" and not judged.hearsay else ""
    if value == FORBIDDEN and judged.positive:
        return ""  # "Kiew dürfe abziehen" allows
    asked = judged.certainty == "U" or value in (FORBIDDEN, ADVISED)
    modal = _modal(head, sentence.lexicon)
    # "sollten" may be either
    reported = syntax.mood(head) == "Sub" or (modal is not None and sentence.lexicon.cue("unreal", modal.lower_))
    other = subject.pos_ != "PRON" or _is_another(subject, cue)
    told = is_actor(subject, sentence.lexicon) and other and reported
    return CLASSES[value] if told and not own and asked else ""


def undertakes(cue: Cue, head: Token, lexicon: Lexicon) -> bool:
    """Whether who speaks says what he is going to do: "erklärte, die Täter *zu bestrafen*"; not "…, arm *zu sein*"."""
    if not lexicon.cue("undertakes", cue.row.lemma) or not is_zu_infinitive(head) or syntax.is_passive(head):
        return False
    begin = head.left_edge.i + head.left_edge.is_punct
    before = head.doc[begin - 2] if begin > head.sent.start + 1 else head
    if before.pos_ == "NOUN" and before.adposition:
        return False  # "erklärte unter der Bedingung, anonym zu bleiben, …"
    done = any(lexicon.cue("perfect", c.lower_) for c in head.children)
    return not done and not _is_state(head, lexicon) and clause(head, CERTAIN, lexicon, reported=True) == CERTAIN


def is_command(head: Token) -> bool:
    """As in "Geht!", "Lassen Sie sie frei!": the verb first, and whom one addresses with a capital letter."""
    if syntax.mood(head) == "Imp":
        return True
    subject, finite = syntax.own_subject(head), syntax.finite(head)
    polite = subject is not None and subject.pos_ == "PRON" and subject.text[:1].isupper() and subject.i == finite.i + 1
    begins = finite.i == head.sent.start or not finite.nbor(-1).is_alpha
    return polite and begins and any(c.text == "!" for c in head.children)


def _is_advice(cue: Cue, modal: Token, subject: Token | None, lexicon: Lexicon) -> bool:
    """As in "sagte, dass mehr Bäume gepflanzt werden *sollten*": whoever is to do it.

    Not a condition ("*Sollte* es regnen, …"), nor a past plan ("Nach Angaben der Polizei *sollte* es brennen").
    """
    if cue.row.pos == "adposition" or lexicon.cue("speech_act", modal.lower_) != ADVISED:
        return False
    named = subject is not None and (subject.pos_ != "PRON" or _is_another(subject, cue))
    begins = subject is not None and modal.i < subject.i and not modal.nbor(-1).is_alpha if modal.i else True
    done = any(lexicon.cue("perfect", c.lower_) for c in modal.head.children)
    return named and not begins and not done and not (subject is not None and is_speaker(subject, cue, lexicon))


def _is_opinion(cue: Cue, modal: Token, lexicon: Lexicon) -> bool:
    """As in "*Nach Ansicht* des Verbands soll die Schule bleiben": who thinks that something ought to be wants it."""
    noun = cue.token.head
    ought = cue.row.pos == "adposition" and lexicon.cue("modal", modal.lower_, modal.lemma_) == "hearsay"
    return ought and bool(lexicon.cue("opinion", compound_head(noun.lemma_, "opinion", lexicon)))


def _is_state(head: Token, lexicon: Lexicon) -> bool:
    """What will be so is no act: "Das werden wir wissen", "er werde krank sein"."""
    return bool(lexicon.cue("state", head.lemma_)) or any(c.dep_ == "cop" for c in head.children)


def _modal(predicate: Token, lexicon: Lexicon) -> Token | None:
    for child in predicate.children:
        if child.dep_ == "aux" and lexicon.cue("speech_act", child.lower_, child.lemma_):
            return child
    return None


def is_speaker(subject: Token, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the subject is who speaks: "ich", "wir", "man", his own name, or a pronoun that agrees with it."""
    if lexicon.cue("self", subject.lower_):
        return True
    # "Ein Sprecher *der Bahn* sagte, die Bahn werde …"
    if any(token.lemma_ == subject.lemma_ for source in cue.sources for token in source.subtree):
        return True
    if _is_own_body(subject, cue, lexicon):
        return True
    number = syntax.feature(subject, "Number")
    personal = subject.pos_ == "PRON" and not lexicon.cue("nobody", subject.lower_)
    personal = personal and syntax.feature(subject, "PronType") == "Prs"
    many = "Plur" if len(cue.sources) > 1 else ""
    return personal and all((many or syntax.feature(s, "Number")) in ("", number) for s in cue.sources[:1])


def _is_own_body(subject: Token, cue: Cue, lexicon: Lexicon) -> bool:
    """As in "Der Minister sagte, *die Regierung* werde …", "erklärte, *ihre Partei* werde …"."""
    if not lexicon.cue("own_body", subject.lemma_) or not cue.sources:
        return False
    whose = [c for c in subject.children if c.dep_ in ("nmod", "amod", "appos", "flat", "acl:relcl")]
    if whose or any(lexicon.cue("own_body", s.lemma_) or s.ent_type_ in ("ORG", "LOC") for s in cue.sources):
        return False
    known = any(syntax.feature(c, "Definite") == "Def" for c in subject.children)
    return known or bool(syntax.children(subject, "det:poss"))


def _is_another(pronoun: Token, cue: Cue) -> bool:
    """Whether a pronoun cannot mean who speaks: "Der Minister sagte, *sie* müssten gehen"."""
    number = syntax.feature(pronoun, "Number")
    speaking = [syntax.feature(source, "Number") for source in cue.sources]
    third = syntax.feature(pronoun, "PronType") == "Prs" and syntax.feature(pronoun, "Person") == "3"
    return third and number == "Plur" and speaking == ["Sing"]
