"""What somebody said, as words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import NARRATOR, PASSING, Cue, governing
from kg.extract.attribution.nesting import carried, claim_of, intermediaries, is_aside, nested
from kg.extract.attribution.reporters import reported
from kg.extract.attribution.sources import sources
from kg.extract.attribution.verdicts import blames
from kg.extract.certainty.acts import REFUSAL, TELLING, act
from kg.extract.certainty.denials import denied_with
from kg.extract.certainty.judgement import VALUES
from kg.extract.certainty.stances import ASSERTION, DENIAL, OWN_VOICE, is_anybodys, phrased, stance
from kg.extract.contents import antecedents, clauses_of, statement
from kg.extract.sentence import Sentence
from kg.model import Claim, Factuality, Participant, Speaker, Statement

if TYPE_CHECKING:
    from kg.lang.lexicon import Lexicon

ANAPHORA = "rule:anaphora"
"""In place of a row: what is said is in the sentence before ("Das sagte er")."""
ACCUSATION = "Accusation"
ANNOUNCEMENT = "Announcement"
CONFIRMATION = "Confirmation"
DEMAND = "Demand"
STANDS = frozenset(("Accusation", "Announcement", "Concern", "Expectation", "Warning"))
"""What a passive says that somebody does, without saying who."""
UNSETTLED = frozenset(("NonConfirmation", "Expectation"))
"""What a negated passive leaves: "wurde nicht bestätigt", "wird nicht ausgeschlossen"."""


def statements(cue: Cue, told: Collection[int], sentence: Sentence) -> Iterator[Claim]:
    """What somebody said, as words; for a noun or a preposition only if no event was found in it."""
    kind, factuality = stance(cue, sentence) if cue.token.i not in sentence.silent else ("", "")
    if not kind:
        return
    around = [c for c in governing(cue.token, sentence.cues) if c is not cue]
    if cue.row.pos == "predicate" and not around:
        return  # nobody said it: what the article itself thinks of a report is no denial
    if _speaks_itself(cue, sentence):
        return
    if around and carried(cue, around[0]):
        if not cue.sources:
            return
        around = around[1:]  # "wies *den Vorwurf der Union* zurück, …": the Union says so, whatever he does
    cue = _without_carrier(cue, sentence)
    back = list(antecedents(cue, sentence))
    via, outer = intermediaries(cue, around, sentence.lexicon)
    for source in sources(cue, sentence):
        for content in back:
            does, so = _said(cue, kind, factuality, sentence)
            claim = claim_of(cue, does, source, content, factuality=so, sentence=sentence, rule=ANAPHORA, via=via)
            yield nested(claim, cue, outer, sentence)
        if back or (told and _adds_nothing(cue, sentence)) or _is_unsaid(cue, kind, source, around, sentence):
            continue
        for part in clauses_of(cue) if not _only_passes_on(cue, sentence) else []:
            denied = denied_with(part, kind, factuality, sentence.lexicon)
            words = statement(part, denied)
            if words is None or any(root.i in told for root in part.roots if len(part.roots) == 1):
                continue
            does, so = (DENIAL, Factuality.CT_MINUS) if denied else _said(part, kind, factuality, sentence)
            claim = claim_of(part, does, source, words, factuality=so, sentence=sentence, rule="", via=via)
            yield nested(claim, part, outer, sentence)
            yield from _as_reported(part, words, sentence)


def _is_unsaid(cue: Cue, kind: str, source: Participant | Speaker, around: Sequence[Cue], sentence: Sentence) -> bool:
    """Whether the words are no claim of anybody: "sie wurden *Rebellen* genannt", "äußerte sich *zum Streik*"."""
    lexicon = sentence.lexicon
    if kind == ASSERTION and _is_topic(cue, lexicon):
        return True
    if around and kind in OWN_VOICE:
        return False  # "Davon könne keine Rede sein, sagte sie": her denial
    unsaid = cue.row.pos == "noun" and kind == "NonConfirmation" != cue.row.type  # "Es gab noch keine Angaben zu …"
    if cue.row.pos == "noun" and not (cue.sources or unsaid) and not _is_impersonal(cue, lexicon):
        return True
    return not unsaid and _only_phrase(cue, kind, source, lexicon)


def _as_reported(cue: Cue, words: Statement, sentence: Sentence) -> Iterator[Claim]:
    """The words as those of whom a verb answers: "wies den Vorwurf *der Union* zurück, er habe gelogen"."""
    report = reported(cue, cue.roots[-1], sentence.cues, sentence.lexicon) if cue.roots else None
    if report is None:
        return
    for source in sources(report, sentence):
        kind, so = report.row.type, VALUES[report.row.factuality]
        yield claim_of(report, kind, source, words, factuality=so, sentence=sentence, rule="", via=())


def _adds_nothing(cue: Cue, sentence: Sentence) -> bool:
    """Whether the words say no more than the event in them: "Angst vor einem Angriff", "wies *den Vorwurf* ab"."""
    if cue.row.pos == "verb" and cue.speech == "reported":
        return any(other.token.i == root.i for root in cue.roots for other in sentence.cues)
    return cue.speech == "reported" or not _is_clausal(cue)


def _is_topic(cue: Cue, lexicon: Lexicon) -> bool:
    """As in "äußerte sich zum Streik", which is no content."""
    about = lexicon.cue("about", cue.row.lemma)
    return bool(about) and not cue.quotes and all(syntax.preposition(root) == about for root in cue.roots)


def _is_impersonal(cue: Cue, lexicon: Lexicon) -> bool:
    """As in "Von vier Verletzten war die Rede", "Er steht im Verdacht, …": nobody is named, but somebody says so."""
    # the parser may call the noun an object of the copula
    met = any(r.dep_ == "nsubj" and r.head.i == cue.token.head.i for r in cue.roots)  # "Der Plan stieß auf Kritik"
    # "Es wächst die Sorge, dass …", "Die Kritik richtet sich gegen …"
    told = any(map(syntax.is_predicate, cue.roots)) or bool(lexicon.cue("aims", cue.token.head.lemma_))
    found = cue.token.dep_ == "nsubj" and told
    copula = syntax.is_predicate(cue.token) or cue.token.head.pos_ == "AUX"
    return not cue.row.source or met or found or copula


def _only_phrase(cue: Cue, kind: str, source: Participant | Speaker, lexicon: Lexicon) -> bool:
    """A phrase that nobody says; but "Die Zahl wurde nicht bestätigt" says that nobody confirmed it."""
    if kind == "Confirmation" and cue.row.type == DENIAL and source is Speaker.UNNAMED:
        return True  # "Das bestreitet niemand mehr" is no confirmation
    if cue.speech != "reported" or isinstance(source, Participant) or cue.row.pos in PASSING:
        return False
    if cue.row.source == NARRATOR or (cue.row.pos == "noun" and _is_impersonal(cue, lexicon)):
        return False  # "Die Ursache ist unklar": nobody knows
    passive = syntax.is_passive(cue.token)
    if cue.row.pos == "verb":
        asked = kind == DEMAND and any(r.dep_ == "nsubj:pass" for r in cue.roots)  # "*Hilfe* wurde verlangt"
        if passive and (kind in STANDS or asked):
            return False  # "Ihm wird Betrug vorgeworfen": somebody does, whoever it is
        if not cue.row.negated and _is_reputation(cue, lexicon):
            return False
    if kind not in UNSETTLED or kind == cue.row.type or cue.row.pos not in ("verb", "adjective"):
        return True
    subject = syntax.own_subject(cue.token)
    no_one = subject is not None and bool(lexicon.cue("nobody", subject.lower_))  # "Niemand bekannte sich zu der Tat"
    return not (passive or (no_one and kind == "NonConfirmation"))


def _is_reputation(cue: Cue, lexicon: Lexicon) -> bool:
    """What people say of somebody: "Die Partei gilt als zerstritten", "ihr wird Nähe zur Mafia nachgesagt"."""
    passive = syntax.is_passive(cue.token)
    if passive and cue.row.type == ASSERTION and cue.row.factuality != Factuality.CT_PLUS:
        return True  # a rumour
    subject = syntax.subject(cue.token)
    if subject is None or syntax.is_relative(subject):
        return False
    called = passive and any(lexicon.cue("called", r.adposition) for r in cue.roots)
    return called or not cue.row.source  # "wird als Test angesehen"


def _said(cue: Cue, kind: str, factuality: str, sentence: Sentence) -> tuple[str, Factuality]:
    """Class and factuality of the words of a cue: "sagte, er werde gehen" announces what is probable."""
    acts = {act(cue, root, sentence) for root in cue.roots if syntax.is_predicate(root)}
    value = phrased(cue, factuality, sentence)
    if len(acts) != 1 or "" in acts:
        return (ACCUSATION if _blames(cue, kind, value, sentence) else kind), value
    (done,) = acts
    announced = Factuality.PR_PLUS if value is Factuality.CT_PLUS else value
    if done == REFUSAL:
        return done, Factuality.PR_MINUS  # "sagte, man werde nicht verhandeln"
    return done, announced if done == ANNOUNCEMENT else Factuality.UNCOMMITTED


def _blames(cue: Cue, kind: str, value: Factuality, sentence: Sentence) -> bool:
    """As in "sagte, die Regierung habe versagt": the words themselves blame."""
    told = kind == ASSERTION and value is Factuality.CT_PLUS and cue.row.pos in TELLING
    return told and any(syntax.is_predicate(root) and blames(root, sentence.lexicon) for root in cue.roots)


def _without_carrier(cue: Cue, sentence: Sentence) -> Cue:
    """The cue with what a noun tells for its content: "wies den Vorwurf der Union, *gelogen zu haben*, zurück"."""
    told = (c for c in sentence.cues if c.sources and c is not cue and any(map(syntax.is_predicate, c.roots)))
    nouns = {c.token.i: c for c in told if carried(c, cue)}
    if not nouns:
        return cue
    roots = [r for root in cue.roots for r in (nouns[root.i].roots if root.i in nouns else (root,))]
    return replace(cue, roots=tuple({r.i: r for r in roots}.values()))


def _only_voices(cue: Cue, sentence: Sentence) -> bool:
    """Whether what is said belongs to the object: "äußerte *den Verdacht*, dass …" is no assertion besides."""
    if cue.row.pos != "verb" or cue.row.type not in (ASSERTION, CONFIRMATION) or cue.quotes or not cue.roots:
        return False
    said = {root.i for root in cue.roots}
    nouns = [c for c in sentence.cues if c.row.pos == "noun" and c.token.head.i == cue.token.i and c.roots]
    if cue.row.type == CONFIRMATION:  # "bekräftigte *ihre Forderung* nach Neuwahlen"; not "bestätigte *den Vorwurf*"
        own = [c for c in nouns if c.token.dep_ == "obj" and syntax.children(c.token, "det:poss")]
        return any(c.token.i in said for c in own)
    return any(c.row.type != ASSERTION and c.token.dep_ == "obj" and said <= {r.i for r in c.roots} for c in nouns)


def _speaks_itself(cue: Cue, sentence: Sentence) -> bool:
    """As in "Er sagte, er könne das nicht bestätigen": the speaker does what the inner word says, not only say it."""
    known = cue.row.pos == "modal" and any(("verb", r.lemma_) in sentence.lexicon.claims for r in cue.roots)
    if known or _only_voices(cue, sentence):
        return True  # of "will davon nichts gewusst haben" there is nothing to tell but what was known
    for root in cue.roots:
        for other in sentence.cues:
            if other.row.pos == "predicate" and other is not cue and root in other.roots:
                return True  # "„Das ist erfunden“, sagte er zu dem Bericht, *er habe gelogen*"
            # "gebe es *keine Beweise*", "Ich habe *Zweifel* daran"
            doubt = other.row.pos == "noun" and other.row.type in OWN_VOICE
            whole = (
                other.row.object or doubt or (other.row.pos == "noun" and other.sources and other.token.dep_ == "obj")
            )
            heads = (other.token.i, syntax.clause(other.token).i if whole else -1)
            if root.i not in heads or other is cue or not other.roots or not any(stance(other, sentence)):
                continue
            subject = syntax.subject(other.token)
            own = doubt or stance(other, sentence)[0] in OWN_VOICE or is_anybodys(other, sentence.lexicon)
            if other.row.pos == "predicate" or (own and not other.sources):
                return True
            nobody = subject is not None and bool(sentence.lexicon.cue("nobody", subject.lower_))  # "man könne nicht …"
            if nobody or any(s.pos_ == "PRON" for s in other.sources):
                return True
    return False


def _only_passes_on(cue: Cue, sentence: Sentence) -> bool:
    """As in "laut Interfax" above another's words is a way, not a source."""
    said = (other for other in sentence.cues if other is not cue and (other.roots or other.quotes))
    # "die *laut Polizei* gesuchten Männer"
    attribute = all(root.dep_ == "amod" and syntax.own_subject(root) is None for root in cue.roots)
    passes = cue.row.pos in PASSING or is_aside(cue, sentence.lexicon)
    return passes and (attribute or any(other.token in cue.roots for other in said))


def _is_clausal(cue: Cue) -> bool:
    return bool(cue.quotes) or any(syntax.is_predicate(r) for r in cue.roots)
