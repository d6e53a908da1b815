"""A sentence under analysis, with what earlier sentences left to refer to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kg.extract import times
from kg.extract.attribution.cue import Cue
from kg.extract.frames.events import Frame
from kg.lang.lexicon import Lexicon
from kg.model import Claim, Participant, Span

if TYPE_CHECKING:
    from kg.extract.tree import Span as DocSpan


@dataclass(slots=True)
class Sentence:
    """A sentence under analysis: its syntax, and what earlier sentences left to refer to."""

    span: DocSpan
    number: int
    lexicon: Lexicon
    frames: list[Frame]
    cues: list[Cue]
    expressions: list[times.Expression]
    published: date | None = None
    silent: frozenset[int] = frozenset()
    """Tokens that are words of saying and, as the row of an event says more exactly, an event."""
    before: list[Claim] = field(default_factory=list)
    """The claims of the last sentence that had any: what "diese Berichte" may mean."""
    speakers: tuple[Participant, ...] = ()
    """Who spoke last: the source of free reported speech."""

    stances: dict[int, tuple[Cue, tuple[str, str]]] = field(default_factory=dict)
    """By its identity each cue whose stance was asked for, with that."""
    text: Span = field(init=False)
    """The sentence without white space around it."""

    def __post_init__(self) -> None:
        """The text is asked for by each claim."""
        self.text = trimmed(self.span)


def trimmed(span: DocSpan) -> Span:
    """The characters of a spaCy span without white space around them."""
    text, begin = span.text, span.start_char
    words = text.strip()
    if len(words) < len(text):
        begin += text.find(words)
    return Span(begin, begin + len(words), words)
