"""A parsed text as plain objects: what the extractors ask of spaCy's tokens, thousands of times, read once.

spaCy makes a new view at each `token.head` or `token.children`; here they are attributes. The names are spaCy's, so
that the extractors read like spaCy code (https://spacy.io/api/token).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache, wraps
from itertools import chain, count, pairwise, repeat
from operator import attrgetter, itemgetter
from struct import Struct
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc as SpacyDoc

    from kg.lang.lexicon import Lexicon
    from kg.model import Mention

Answer = TypeVar("Answer")

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "csubj:pass"))
OF_CLAUSES = SUBJECTS | {"cop"}
IOB = ("", "I", "O", "B")
"""spaCy's codes of the places of a word in a name."""
PLACE = attrgetter("i")
TEXT = itemgetter(0)
SPACES = ("", " ")
Word = tuple[str, str, str, str, str, str, dict[str, str], tuple[str, bool, bool, bool]]
"""What many tokens have in common: text, part of speech, tag, relation, lemma, kind of name, features, `kinds`."""
LEAF: list[Token] = []
"""The children of each token that has none, as most have: never changed."""
ATTRIBUTES: list[int | str] = ["ORTH", "POS", "TAG", "DEP", "LEMMA", "ENT_TYPE", "MORPH"]
CODES = Struct(f"={len(ATTRIBUTES)}Q")
"""A row of spaCy's array of those."""
KEPT = 100_000
"""How many words are remembered, at most."""


class Token:
    """A word or mark with its place in the tree; compare tokens by `i`."""

    __slots__ = (
        "_subtree",
        "adposition",
        "answers",
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
        "mention",
        "pos_",
        "sent",
        "tag_",
        "text",
    )

    def __init__(self, sent: Span, i: int, idx: int, place: int, word: Word) -> None:
        self.doc, self.sent, self.i, self.idx, self.ent_iob_ = sent.doc, sent, i, idx, IOB[place]
        self.text, self.pos_, self.tag_, self.dep_, self.lemma_, self.ent_type_, self.features, kind = word
        self.lower_, self.is_punct, self.is_space, self.is_alpha = kind
        self.adposition = ""  # the lemma of the first adposition among the children: "in die Ukraine"
        self.is_clause = False  # whether a child is a copula or a subject
        self.mention: tuple[Mention, int, int] | None = None  # see `mentions.mention`
        self.answers: dict[Callable[..., Any], Any] | None = None  # see `once`
        self.children = LEAF
        self.head: Token = self
        self._subtree: list[Token] | None = None

    def __repr__(self) -> str:
        """The word, as spaCy shows it."""
        return self.text

    @property
    def subtree(self) -> list[Token]:
        """The token and all below it, in text order."""
        found = self._subtree
        if found is None:
            found = self._subtree = [self]
            for child in self.children:
                if child.children:
                    found += child.subtree
                else:
                    found.append(child)
            if len(found) > 1:
                found.sort(key=PLACE)
        return found

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return self.subtree[0] if self.children else self

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
        if key == 0:  # as is mostly asked
            return self.doc.tokens[self.start]
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
            return Span(self, *key.indices(len(self.tokens))[:2])
        return self.tokens[key]


@overload
def once(question: Callable[[Token], Answer]) -> Callable[[Token], Answer]: ...
@overload
def once(question: Callable[[Token, Lexicon], Answer]) -> Callable[[Token, Lexicon], Answer]: ...
def once(question: Callable[..., Answer]) -> Callable[..., Answer]:
    """A question that many ask of the same token, answered once: the token keeps the answer, and the text the tokens.

    The answer must follow from the token and the words of its language alone, and nobody may change it.
    """

    @wraps(question)
    def ask(token: Token, lexicon: Lexicon | None = None) -> Answer:
        answers = token.answers
        if answers is None:
            answers = token.answers = {}
        if question not in answers:
            answers[question] = question(token) if lexicon is None else question(token, lexicon)
        found: Answer = answers[question]
        return found

    return ask


@lru_cache(maxsize=KEPT)
def kinds(text: str) -> tuple[str, bool, bool, bool]:
    """Lower case, and whether a word is punctuation, white space, or letters."""
    punctuation = bool(text) and not text.isalpha() and all(unicodedata.category(c).startswith("P") for c in text)
    return text.lower(), punctuation, text.isspace(), text.isalpha()


@cache
def morphology(features: str) -> dict[str, str]:
    """The first value of each feature of "Case=Nom|Number=Sing"."""
    pairs = (feature.split("=", 1) for feature in features.split("|") if "=" in feature)
    return {name: value.split(",")[0] for name, value in pairs}


class _Words(dict[bytes, Word]):
    """What spaCy's codes of the attributes of a token stand for, each row of them, as bytes, looked up once."""

    def __init__(self, store: StringStore) -> None:
        self.store = store

    def __missing__(self, row: bytes) -> Word:
        if len(self) >= KEPT:
            self.clear()
        text, pos, tag, dep, lemma, name, features = [self.store[code] for code in CODES.unpack(row)]
        found = self[row] = text, pos, tag, dep, lemma, name, morphology(features), kinds(text)
        return found


@lru_cache(maxsize=2)
def _words(store: StringStore) -> _Words:
    """The words of a pipeline, for all of its texts: they repeat."""
    return _Words(store)


def tree(parsed: SpacyDoc) -> Doc:
    """The tokens and sentences of a parsed spaCy document."""
    doc = Doc("", parsed.lang_)
    codes = parsed.to_array(ATTRIBUTES)
    # a row of numbers as one object: that is cheaper to make and to look up than a tuple of them
    rows = codes.view(f"V{CODES.size}").ravel().tolist()
    words = list(map(_words(parsed.vocab.strings).__getitem__, rows))
    # as signed numbers: spaCy gives the distance to a head without a sign
    numbers = parsed.to_array(["IDX", "ENT_IOB", "HEAD", "SPACY", "SENT_START"]).astype("int64").T.tolist()
    offsets, places, heads, spaces, begins = numbers
    doc.text = "".join(chain.from_iterable(zip(map(TEXT, words), map(SPACES.__getitem__, spaces), strict=True)))
    starts = [i for i, begin in enumerate(begins) if begin == 1 or i == 0]
    doc.sents = [Span(doc, start, end) for start, end in pairwise([*starts, len(begins)])]
    sents = chain.from_iterable([repeat(sent, len(sent)) for sent in doc.sents])
    doc.tokens = list(map(Token, sents, count(), offsets, places, words))
    _connect(doc.tokens, heads)
    return doc


@contextmanager
def reading(parsed: SpacyDoc) -> Iterator[Doc]:
    """The tree of a parsed document, to be read within: it falls apart at the end, as its circles would outlive it."""
    doc = tree(parsed)
    try:
        yield doc
    finally:
        for token in doc.tokens:
            del token.head, token.answers, token._subtree
        doc.tokens, doc.sents = [], []


def _connect(tokens: list[Token], heads: list[int]) -> None:
    """Heads, by their distance, and children."""
    for token, distance in zip(tokens, heads, strict=True):
        if distance:
            head = token.head = tokens[token.i + distance]
            if head.children:
                head.children.append(token)
            else:
                head.children = [token]
            if token.dep_ == "case" and not head.adposition:
                head.adposition = token.lemma_.lower()
            elif token.dep_ in OF_CLAUSES:
                head.is_clause = True
