"""Text as news really is: an augmenter for the student's training, and the same noise for measuring what it costs.

Each function changes the words and the white space of a document in one way; the annotation stays.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.augment import make_whitespace_variant
from spacy.util import registry

from training import tables

Annotation = dict[str, Any]
SOFT_HYPHEN, NO_BREAK_SPACE = "\u00ad", "\u00a0"
LONG_WORD = 9
BULLETS = ("-", "–", "•")
QUOTES = [(r["open"], r["close"]) for r in tables.rows("quotes.tsv")]
MARKS = frozenset(mark for pair in QUOTES for mark in pair)
SPELLINGS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def quotes(note: Annotation, rng: random.Random) -> None:
    """One style of quotation marks for another: „so“, »so«, "so"."""
    style = rng.choice(QUOTES)
    words, spaces = note["ORTH"], note["SPACY"]
    inside = False
    for i, word in enumerate(words):
        if word in MARKS:
            opens = not inside and (i == 0 or spaces[i - 1] or word != words[i - 1])
            words[i] = style[0] if opens else style[1]
            inside = opens


def capitals(note: Annotation, rng: random.Random) -> None:
    """PUTIN DROHT MIT VERGELTUNG."""
    del rng
    note["ORTH"] = [w.upper() for w in note["ORTH"]]
    note.pop("LEMMA", None)


def spellings(note: Annotation, rng: random.Random) -> None:
    """Umlauts in two letters: Aussenminister Mueller."""
    del rng
    changed = [w.translate(SPELLINGS) for w in note["ORTH"]]
    if "LEMMA" in note:
        note["LEMMA"] = [
            "" if a != b else lemma for a, b, lemma in zip(note["ORTH"], changed, note["LEMMA"], strict=True)
        ]
    note["ORTH"] = changed


def soft_hyphens(note: Annotation, rng: random.Random) -> None:
    """Invisible hyphens in long words, as editors put them: Bundes¬regierung."""
    for i, word in enumerate(note["ORTH"]):
        if len(word) > LONG_WORD and word.isalpha() and rng.random() < 0.5:
            cut = rng.randrange(3, len(word) - 3)
            note["ORTH"][i] = word[:cut] + SOFT_HYPHEN + word[cut:]
            if "LEMMA" in note:
                note["LEMMA"][i] = ""


def lost_spaces(note: Annotation, rng: random.Random) -> None:
    """No space after a full stop: "... beendet.Der Sprecher ..."."""
    del rng
    for i, word in enumerate(note["ORTH"][:-1]):
        if word in (".", "!", "?"):
            note["SPACY"][i] = False


def headline(note: Annotation, rng: random.Random) -> None:
    """No full stop at the end."""
    del rng
    _remove_stop(note, len(note["ORTH"]) - 1)


def _remove_stop(note: Annotation, place: int) -> None:
    """Take the token at `place` out if it is a full stop on which nothing depends."""
    heads = note.get("HEAD", [])
    if place < 2 or note["ORTH"][place] != "." or any(h == place for i, h in enumerate(heads) if i != place):
        return
    for values in note.values():
        del values[place]
    if heads:
        note["HEAD"] = [h - (h > place) for h in note["HEAD"]]


def bullet(note: Annotation, rng: random.Random) -> None:
    """A dash before the first sentence, which depends on the sentence's root."""
    mark = rng.choice(BULLETS)
    if "HEAD" in note:
        root = next(i for i, head in enumerate(note["HEAD"]) if head == i) + 1
        note["HEAD"] = [root, *(h + 1 for h in note["HEAD"])]
        note["SENT_START"][0] = 0
    given = {"ORTH": mark, "SPACY": True, "LEMMA": mark, "DEP": "punct", "POS": "PUNCT", "MORPH": "", "SENT_START": 1}
    for name, values in note.items():
        if name != "HEAD":
            values.insert(0, given.get(name, "O" if name == "entities" else note.get("TAG", [""])[-1]))


FUNCTIONS: dict[str, Callable[[Annotation, random.Random], None]] = {
    "quotes": quotes,
    "capitals": capitals,
    "spellings": spellings,
    "soft hyphens": soft_hyphens,
    "lost spaces": lost_spaces,
    "headline": headline,
    "bullet": bullet,
}
KINDS = {
    "quotes": 5, "capitals": 1, "spellings": 2, "soft hyphens": 2, "lost spaces": 2, "headline": 3, "bullet": 1,
    "white space": 3, "paragraphs": 4,
}  # fmt: skip
"""With their weights in training."""

WITHIN, BETWEEN = ("\n", NO_BREAK_SPACE, " ", "\t"), ("\n", "\n\n", "\n\n")
"""White space instead of a space within a sentence, and between two: an empty line always ends one."""


def annotation(doc: Doc) -> Annotation:
    """What a document is annotated with, a list a field: tokens' fields as in `Example.to_dict`, and `entities`."""
    whole = Example(doc, doc).to_dict()
    note: Annotation = {name: list(whole["token_annotation"][name]) for name in ("ORTH", "SPACY")}
    if doc.has_annotation("DEP"):
        note |= {name: list(values) for name, values in whole["token_annotation"].items()}
    if doc.has_annotation("ENT_IOB"):
        note["entities"] = list(whole["doc_annotation"]["entities"])
    return note


def example(nlp: Language, note: Annotation) -> Example:
    """A document with the annotation, and the same words without it."""
    words, spaces = note["ORTH"], [bool(s) for s in note["SPACY"]]
    tokens = {name: values for name, values in note.items() if name != "entities"}
    entities = {"entities": note["entities"]} if "entities" in note else {}
    return Example.from_dict(
        Doc(nlp.vocab, words=words, spaces=spaces), {"token_annotation": tokens, "doc_annotation": entities}
    )


def apply(nlp: Language, given: Example, kind: str, rng: random.Random) -> Example:
    """The example with one kind of noise, out of `KINDS`."""
    if kind == "white space":
        places = [t.i for t in given.reference[1:] if t.nbor(-1).whitespace_]
        return _white_space(nlp, given, rng.sample(places, (len(places) + 7) // 8), rng)
    if kind == "paragraphs":
        return _paragraphs(nlp, given, rng)
    note = annotation(given.reference)
    FUNCTIONS[kind](note, rng)
    return example(nlp, note)


def _white_space(nlp: Language, given: Example, places: Iterable[int], rng: random.Random) -> Example:
    """Line breaks, tabs and no-break spaces instead of the spaces before some tokens, in names too."""
    for place in sorted(places, reverse=True):
        space = rng.choice(BETWEEN if given.reference[place].is_sent_start else WITHIN)
        changed = make_whitespace_variant(nlp, given, space, place)
        if changed is given:
            return given
        note = annotation(changed.reference)
        note["SPACY"][place - 1] = space == " "  # two spaces: the first belongs to the word before
        given = example(nlp, note)
    return given


def _paragraphs(nlp: Language, given: Example, rng: random.Random) -> Example:
    """Every sentence a line or a paragraph, the first a headline without a full stop."""
    note = annotation(given.reference)
    starts = [i for i, start in enumerate(note.get("SENT_START", [])) if start == 1 and i]
    if starts:
        before = len(note["ORTH"])
        _remove_stop(note, starts[0] - 1)
        starts = [i - (before - len(note["ORTH"])) for i in starts]
        note["SPACY"][starts[0] - 1] = True
    return _white_space(nlp, example(nlp, note), starts, rng)


@registry.augmenters("kg.news_noise.v1")  # type: ignore[untyped-decorator]
def news_noise(level: float) -> Callable[[Language, Example], Iterator[Example]]:
    """An augmenter that changes a share `level` of the examples."""
    rng = random.Random(11)

    def augment(nlp: Language, given: Example) -> Iterator[Example]:
        (kind,) = rng.choices(list(KINDS), list(KINDS.values()))
        yield apply(nlp, given, kind, rng) if rng.random() < level else given

    return augment
