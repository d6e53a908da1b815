"""Documents as CoNLL-U, https://universaldependencies.org/format.html."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token


def to_conllu(doc: Doc) -> Iterator[str]:
    """The lines of a document; white space is no word, names are in MISC (`Entity=B-PER`)."""
    for number, sentence in enumerate(doc.sents, 1):
        words = [token for token in sentence if not token.is_space]
        if words:
            yield f"# sent_id = {number}"
            yield f"# text = {' '.join(sentence.text.split())}"
            yield from _rows(sentence, words)
            yield ""


def _rows(sentence: Span, words: list[Token]) -> Iterator[str]:
    place = {token: i for i, token in enumerate(words, 1)}
    for token in words:
        misc = [] if token.whitespace_ or token.i + 1 == sentence.end else ["SpaceAfter=No"]
        if token.ent_type_:
            misc.append(f"Entity={token.ent_iob_}-{token.ent_type_}")
        fields = (
            place[token],
            token.text,
            token.lemma_,
            token.pos_,
            token.tag_,
            str(token.morph),
            0 if token.dep_ == "ROOT" else place.get(token.head, 0),
            "root" if token.dep_ == "ROOT" else token.dep_,
            "",
            "|".join(misc),
        )
        yield "\t".join(str(field) if field != "" else "_" for field in fields)
