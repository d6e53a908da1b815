"""A parsed text as plain objects: what the extractors ask of spaCy's tokens, thousands of times, read once.

spaCy makes a new view at each `token.head` or `token.children`; here they are attributes. The names are spaCy's, so
that the extractors read like spaCy code (https://spacy.io/api/token).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

    from kg.model import Mention

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "csubj:pass"))
OF_CLAUSES = SUBJECTS | {"cop"}
IOB = ("", "I", "O", "B")
"""spaCy's codes of the places of a word in a name."""
PLACE = attrgetter("i")


class Token:
    """A word or mark with its place in the tree; compare tokens by `i`."""

    __slots__ = (
        "_subtree",
        "adposition",
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "features",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_clause",
        "is_punct",
        "is_space",
        "lemma_",
        "lower_",
        "mentions",
        "pos_",
        "sent",
        "tag_",
        "text",
    )

    def __init__(self, doc: Doc, i: int, idx: int, text: str, features: dict[str, str]) -> None:
        self.doc, self.i, self.idx, self.text, self.features = doc, i, idx, text, features
        self.lower_, self.is_punct, self.is_space, self.is_alpha = kinds(text)
        self.lemma_ = self.pos_ = self.tag_ = self.dep_ = self.ent_type_ = self.ent_iob_ = ""
        self.adposition = ""  # the lemma of the first adposition among the children: "in die Ukraine"
        self.is_clause = False  # whether a child is a copula or a subject
        self.mentions: dict[tuple[int, int], Mention] = {}
        self.children: list[Token] = []
        self.head: Token = self
        self.sent: Span
        self._subtree: list[Token] | None = None

    def __repr__(self) -> str:
        """The word, as spaCy shows it."""
        return self.text

    @property
    def subtree(self) -> list[Token]:
        """The token and all below it, in text order."""
        if self._subtree is None:
            below = [self]
            for child in self.children:
                below += child.subtree
            below.sort(key=PLACE)
            self._subtree = below
        return self._subtree

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return self.subtree[0]

    def nbor(self, distance: int = 1) -> Token:
        """The token so many places further.

        Raises:
            IndexError: there is none.
        """
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc.tokens[place]


class Span:
    """The tokens from start to end, half-open."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    def __iter__(self) -> Iterator[Token]:
        """The tokens in text order."""
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        """How many tokens."""
        return self.end - self.start

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> list[Token]: ...
    def __getitem__(self, key: int | slice) -> Token | list[Token]:
        """Tokens by their place in the span."""
        return self.doc.tokens[self.start : self.end][key]

    @property
    def start_char(self) -> int:
        """Where the first token begins."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where the last token ends."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The characters from the first token to the last."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The first token whose head is outside, or that has none."""
        return next(t for t in self if t.head.i == t.i or not self.start <= t.head.i < self.end)


class Doc:
    """A text: tokens and sentences."""

    __slots__ = ("lang_", "sents", "text", "tokens")

    def __init__(self, text: str, lang: str) -> None:
        self.text, self.lang_ = text, lang
        self.tokens: list[Token] = []
        self.sents: list[Span] = []

    def __iter__(self) -> Iterator[Token]:
        """The tokens in text order."""
        return iter(self.tokens)

    def __len__(self) -> int:
        """How many tokens."""
        return len(self.tokens)

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Span: ...
    def __getitem__(self, key: int | slice) -> Token | Span:
        """A token, or the span of a slice."""
        if isinstance(key, slice):
            start, end, _ = key.indices(len(self.tokens))
            return Span(self, start, end)
        return self.tokens[key]


@cache
def kinds(text: str) -> tuple[str, bool, bool, bool]:
    """Lower case, and whether a word is punctuation, white space, or letters."""
    punctuation = bool(text) and all(unicodedata.category(letter).startswith("P") for letter in text)
    return text.lower(), punctuation, text.isspace(), text.isalpha()


@cache
def morphology(features: str) -> dict[str, str]:
    """The first value of each feature of "Case=Nom|Number=Sing"."""
    pairs = (feature.split("=", 1) for feature in features.split("|") if "=" in feature)
    return {name: value.split(",")[0] for name, value in pairs}


def tree(parsed: SpacyDoc) -> Doc:
    """The tokens and sentences of a parsed spaCy document."""
    doc = Doc("", parsed.lang_)
    strings = parsed.vocab.strings
    names = ("ORTH", "POS", "TAG", "DEP", "LEMMA", "ENT_TYPE", "MORPH")
    table = parsed.to_array([*names, "IDX", "ENT_IOB", "HEAD", "SPACY", "SENT_START"]).tolist()
    known = {0: ""} | {code: strings[code] for code in {code for row in table for code in row[: len(names)]} - {0}}
    for i, row in enumerate(table):
        token = Token(doc, i, row[7], known[row[0]], morphology(known[row[6]]))
        token.pos_, token.tag_, token.dep_ = known[row[1]], known[row[2]], known[row[3]]
        token.lemma_, token.ent_type_, token.ent_iob_ = known[row[4]], known[row[5]], IOB[row[8]]
        doc.tokens.append(token)
    _connect(doc, [row[9] for row in table])
    doc.text = "".join(t.text + " " * row[10] for t, row in zip(doc.tokens, table, strict=True))
    starts = [i for i, row in enumerate(table) if row[11] == 1 or i == 0]
    for start, end in pairwise([*starts, len(table)]):
        span = Span(doc, start, end)
        doc.sents.append(span)
        for token in span:
            token.sent = span
    return doc


def _connect(doc: Doc, heads: list[int]) -> None:
    """Heads and children; spaCy gives the distance to a head, unsigned."""
    for token, code in zip(doc.tokens, heads, strict=True):
        distance = code - (1 << 64) if code >= 1 << 63 else code
        if distance:
            head = token.head = doc.tokens[token.i + distance]
            head.children.append(token)
            if token.dep_ == "case" and not head.adposition:
                head.adposition = token.lemma_.lower()
            head.is_clause = head.is_clause or token.dep_ in OF_CLAUSES
