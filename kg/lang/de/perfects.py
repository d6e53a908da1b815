"""Joined participles that share one "zu haben" at their end: "…, eine Frau *entführt und getötet zu haben*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, MorphAnalysis, Token

PARTICIPLE, TO, INFINITIVE = "VVPP", "PTKZU", "VAINF"
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


def _chain(last: Token) -> Iterator[Token]:
    """The participles from the last to the first; not the main verb: "wird *vorgeworfen*", "*bestritt*"."""
    yield last
    if last.dep_ == "conj" and last.head.i < last.i and not _is_main(last.head):
        yield from _chain(last.head)


def _is_main(verb: Token) -> bool:
    """Whether a verb is finite by its tag or its auxiliary."""
    finite = any(c.dep_.startswith("aux") and c.morph.to_dict().get("VerbForm") == "Fin" for c in verb.children)
    return finite or verb.pos_ != "VERB" or (verb.tag_ != PARTICIPLE and verb.dep_ == "ROOT")
