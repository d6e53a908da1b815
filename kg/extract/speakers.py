"""Who spoke last: the source of free reported mood ("Es bestehe kein Anlass."), over several sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.contents import participants
from kg.extract.cue import PASSING
from kg.extract.stances import stance
from kg.model import Participant, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.sentence import Sentence
    from kg.model import Claim

SPEECH = frozenset(("direct", "indirect", "free"))
REACH = 3
"""Sentences in the article's own voice after which nobody is taken to go on."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who spoke last, and how many sentences ago."""

    who: tuple[Participant, ...] = ()
    silent: int = 0

    def after(self, sentence: Sentence, said: Sequence[Claim]) -> Speaking:
        """Who spoke last when the sentence with these claims is over."""
        spoke = _by_claims(sentence, said) or _by_cues(sentence)
        if spoke:
            return Speaking(spoke)
        if any(c.source is Speaker.UNNAMED and c.cue is not None and c.speech in SPEECH for c in said):
            return Speaking()
        if any(c.speech == "free" for c in said):
            return Speaking(self.who)
        return Speaking(self.who, self.silent + 1) if self.silent < REACH else Speaking()


def _by_claims(sentence: Sentence, said: Sequence[Claim]) -> tuple[Participant, ...]:
    """The sources of the last word of saying: "nach Angaben der Polizei", "vertritt die Ansicht, …"."""
    telling = {c.token.idx for c in sentence.cues if c.row.pos in PASSING or any(map(syntax.is_predicate, c.roots))}
    named = [c for c in said if isinstance(c.source, Participant)]
    spoke = [c for c in named if c.speech in SPEECH or (c.cue is not None and c.cue.begin in telling)]
    if not spoke:
        return ()
    last = max(spoke, key=lambda c: c.cue.begin if c.cue is not None else -1)
    sources = (c.source for c in spoke if c.cue == last.cue)
    return tuple(dict.fromkeys(s for s in sources if isinstance(s, Participant)))


def _by_cues(sentence: Sentence) -> tuple[Participant, ...]:
    """Of a sentence whose content was not found, who speaks: "Die Polizei beteuerte, auf Streife zu sein"."""
    able = [c for c in sentence.cues if c.sources and (c.row.pos in PASSING or "quote" in c.row.content)]
    heard = [c for c in able if c.row.pos in PASSING or (c.speech == "indirect" and all(stance(c, sentence)))]
    return participants(heard[-1].sources, sentence) if heard else ()
