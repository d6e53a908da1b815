"""Texts of a modal verb alone: "soll eine Kränkung gewesen sein" is hearsay, "Bayern will Standards" a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import hints, syntax
from kg.extract.attribution.cue import governing
from kg.extract.attribution.verb_contents import speaker_and_rest
from kg.extract.certainty.clauses import clause
from kg.extract.certainty.intentions import meant_then, modal_of_intention
from kg.extract.certainty.judgement import CERTAIN, Judgement
from kg.extract.certainty.stances import stance
from kg.extract.contents import participants, trimmed_runs
from kg.extract.mentions import char_span
from kg.extract.participants.restrictions import is_actor
from kg.model import Claim, Factuality, Participant, Speaker, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.sentence import Sentence
    from kg.extract.tree import Token

RULE = "cues.tsv"
SAID = "Assertion"
TOLD = ("hearsay", "intention")
"""Kinds of words without which there is no such claim."""


def modal_claims(sentence: Sentence) -> Iterator[Claim]:
    """The claims of clauses that have no listed event and no word of saying, only a modal verb."""
    if hints.kinds(sentence.span[0], sentence.lexicon).isdisjoint(TOLD):
        return
    # but "will die Bürger warnen"
    # nor "Schüsse sollen *gefallen* sein", a word of saying that says nothing here
    spoken = (c for c in sentence.cues if c.roots or c.quotes)
    said = (c for c in spoken if any(stance(c, sentence)) or any(map(syntax.is_predicate, c.roots)))
    busy = {frame.trigger.i for frame in sentence.frames} | {cue.token.i for cue in said}
    busy |= {f.trigger.head.i for f in sentence.frames if f.trigger.dep_ in ("obj", "nsubj", "nsubj:pass")}
    for token in hints.predicates(sentence.span[0]):
        if token.i in busy or governing(token, sentence.cues):
            continue
        yield from _alleged(token, sentence)
        if token.dep_ in ("advcl", "acl:relcl", "acl", "ccomp", "xcomp") or _asks(sentence):
            continue  # "damit er das tun will", "was er tun soll"
        yield from _hearsay(token, sentence) or _plans(token, sentence)


def _asks(sentence: Sentence) -> bool:
    return sentence.text.text.endswith("?")


def _hearsay(head: Token, sentence: Sentence) -> list[Claim]:
    """What is said, without a word of who says it."""
    if "modal" not in hints.kinds(head, sentence.lexicon):
        return []
    modal = next((t for t in head.subtree if t.pos_ == "AUX" and _is_hearsay(t, head, sentence)), None)
    if modal is None or not (_is_past(head, sentence) or _is_state(head, sentence)):
        return []
    found = clause(head, CERTAIN, sentence.lexicon, reported=False)
    words = _words(head, frozenset(), sentence)
    if found.certainty not in ("CT", "PR") or words is None:
        return []
    return [_claim((SAID, Factuality.PR_PLUS), Speaker.UNNAMED, modal, words, sentence)]


def _alleged(head: Token, sentence: Sentence) -> Iterator[Claim]:
    """What is said by an adverb alone: "Angeblich liegt schon ein Angebot vor"."""
    lexicon = sentence.lexicon
    if "hearsay" not in hints.kinds(head, lexicon):
        return
    adverb = next((c for c in head.children if c.dep_ == "advmod" and lexicon.cue("hearsay", c.lower_, c.lemma_)), None)
    if adverb is None or head.dep_ in ("advcl", "xcomp", "acl"):
        return
    found = clause(head, CERTAIN, lexicon, reported=False)
    words = _words(head, frozenset((adverb.i,)), sentence)
    factuality = Judgement("PR", found.positive).factuality
    if found.certainty in ("CT", "PR") and words is not None and factuality is not None:
        yield _claim((SAID, factuality), Speaker.UNNAMED, adverb, words, sentence)


def _is_hearsay(verb: Token, head: Token, sentence: Sentence) -> bool:
    """Whether the verb is the "soll" of the clause, also where the parser hung it on the subject."""
    if sentence.lexicon.cue("modal", verb.lower_, verb.lemma_) != "hearsay":
        return False
    return syntax.feature(verb, "Mood") == "Ind" and syntax.clause(verb.head).i == head.i


def _is_past(head: Token, sentence: Sentence) -> bool:
    """With a perfect infinitive: "soll geholfen haben", "sollen … gewesen sein"."""
    after = (c for c in head.children if c.i > head.i and c.dep_ in ("aux", "aux:pass", "cop"))
    return any(sentence.lexicon.cue("perfect", c.lower_) for c in after) and (
        head.pos_ == "VERB" or any(c.dep_ == "cop" and syntax.feature(c, "VerbForm") == "Part" for c in head.children)
    )


def _is_state(head: Token, sentence: Sentence) -> bool:
    """What is so and cannot be planned: "soll eine Kränkung sein", "soll sich um … handeln"; not "soll fertig sein"."""
    copula = any(c.dep_ == "cop" and syntax.feature(c, "VerbForm") == "Inf" for c in head.children)
    later = any(sentence.lexicon.cue("later", c.lower_) for c in head.children)
    return not later and ((copula and head.pos_ == "NOUN") or bool(sentence.lexicon.cue("state", head.lemma_)))


def _plans(head: Token, sentence: Sentence) -> list[Claim]:
    """What somebody means to do, in his own name."""
    if "intention" not in hints.kinds(head, sentence.lexicon):
        return []
    meant = modal_of_intention(head, sentence.lexicon) or meant_then(head, sentence.lexicon)
    if meant is None:
        return []
    subject = syntax.subject(head) or speaker_and_rest(head, sentence.lexicon)[0]  # "Das will auch *Katar* tun"
    if subject is None or syntax.is_passive(head) or not is_actor(subject, sentence.lexicon):
        return []
    kind, modal = meant
    found = clause(head, CERTAIN, sentence.lexicon, reported=False)
    if found.conditional or sentence.lexicon.cue("nobody", subject.lower_):
        return []
    who = participants([t for t in syntax.coordinated(subject) if is_actor(t, sentence.lexicon)], sentence)
    left = frozenset((*(t.i for t in subject.subtree), modal.i))
    words = _words(head, left, sentence)
    factuality = Judgement("U" if found.certainty == "U" else "PR", found.positive).factuality
    if words is None or factuality is None:
        return []
    return [_claim((kind, factuality), source, modal, words, sentence) for source in who]


def _words(head: Token, left: frozenset[int], sentence: Sentence) -> Statement | None:
    """The clause without its joined clauses, the words of other cues and those that are left out."""
    joined = {t.i for c in head.children if c.dep_ in ("conj", "parataxis") and c.is_clause for t in c.subtree}
    kept = [t for t in head.subtree if t.i not in left | joined and not t.is_space]
    spans = trimmed_runs(kept, head)
    if len(spans) == 1 and spans[0].begin == head.idx:  # "*Einen ähnlichen Schritt* will auch Katar *vollziehen*"
        before = [c for c in head.children if c.i < head.i and c.dep_ in ("obj", "obl") and c in kept]
        spans = (*(char_span(c.doc, c.left_edge.i, max(t.i for t in c.subtree) + 1) for c in before[:1]), *spans)
    return Statement(spans) if len(kept) > 1 and spans else None


def _claim(
    stance: tuple[str, Factuality], source: Participant | Speaker, modal: Token, words: Statement, sentence: Sentence
) -> Claim:
    return Claim(
        type=stance[0],
        source=source,
        content=words,
        factuality=stance[1],
        sentence=sentence.text,
        rule=f"{RULE}:{modal.lemma_}",
        cue=char_span(modal.doc, modal.i, modal.i + 1),
        speech="reported",
    )
