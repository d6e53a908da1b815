"""Joined participles that share one "zu haben" at their end: "…, eine Frau *entführt und getötet zu haben*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, MorphAnalysis, Token

PARTICIPLE, TO, INFINITIVE = "VVPP", "PTKZU", "VAINF"
WITH_TO, WITHIN = "VVIZU", "zu"
AUGMENT = "ge"
PERFECT = frozenset(("haben", "sein"))
ENDINGS = ("en", "t")
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
MAIN = frozenset(("conj", "ROOT"))


def gather(doc: Doc) -> None:
    """Make joined participles before "zu haben" one infinitive clause, with "zu haben" on the first (UD: shared words).

    The parser joins the first to the main verb and takes its object for a subject, so that what somebody is only
    accused of would look like a statement: "Ihm wird vorgeworfen, *eine Frau entführt* und getötet zu haben".
    """
    for to in doc[1:-1]:
        if to.tag_ != TO or to.nbor(1).tag_ != INFINITIVE or to.nbor(-1).pos_ != "VERB":
            continue
        *joined, first = _chain(to.nbor(-1))
        if not joined or any(word.is_ancestor(first) for word in (to, to.nbor(1))):
            continue
        to.head = to.nbor(1).head = first
        for verb in (first, *joined):
            verb.set_morph(MorphAnalysis(doc.vocab, {"VerbForm": "Part"}))  # type: ignore[attr-defined]
        first.dep_ = "xcomp" if first.dep_ in MAIN and first.head != first else first.dep_
        for noun in first.lefts:
            if noun.dep_ in SUBJECTS:
                noun.dep_ = "obj"


def is_participle(verb: Token) -> bool:
    """Whether what looks like an infinitive is a perfect, by its form and its helping verb: "sind *freigekommen*"."""
    if verb.morph.to_dict().get("VerbForm") != "Inf" or (verb.lower_ == verb.lemma_ and not _has_ge(verb)):
        return False
    helping = [c for c in verb.children if c.dep_ == "aux"]
    done = all(c.lemma_ in PERFECT and c.morph.to_dict().get("VerbForm") == "Fin" for c in helping)
    apart = any(c.tag_ == TO for c in verb.children)
    return bool(helping) and done and not apart and verb.lower_.endswith(ENDINGS) and not _has_to(verb)


def _has_ge(verb: Token) -> bool:
    """As in "*freigekommen*", which the tagger takes for one with "zu" in it, and which no table of verbs has."""
    return verb.tag_ == WITH_TO and not _has_to(verb) and AUGMENT in verb.lower_[2:]


def _has_to(verb: Token) -> bool:
    """As in "ist *freizulassen*"."""
    return verb.tag_ == WITH_TO and WITHIN in verb.lower_


def _chain(last: Token) -> Iterator[Token]:
    """The participles from the last to the first; not the main verb: "wird *vorgeworfen*", "*bestritt*"."""
    yield last
    if last.dep_ == "conj" and last.head.i < last.i and not _is_main(last.head):
        yield from _chain(last.head)


def _is_main(verb: Token) -> bool:
    """Whether a verb is finite by its tag or its auxiliary."""
    finite = any(c.dep_.startswith("aux") and c.morph.to_dict().get("VerbForm") == "Fin" for c in verb.children)
    return finite or verb.pos_ != "VERB" or (verb.tag_ != PARTICIPLE and verb.dep_ == "ROOT")
