"""What sentences without a word of saying go on to tell: a plot, a testimony, a report that is denied in the end.

"*Der Roman erzählt von einem Leutnant.* Er flieht nach Genf.", "*Der Zeuge schilderte die Nacht.* Drei Männer kamen
ins Haus.", "Laut der Miliz wurde eine Schule getroffen. Elf Kinder starben. *Die Armee weist das zurück.*"
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.certainty.stances import ASSERTION
from kg.extract.certainty.supposed import is_invented
from kg.extract.participants.restrictions import is_actor
from kg.model import Event, Factuality, Speaker

if TYPE_CHECKING:
    from kg.extract.sentence import Sentence
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon
    from kg.model import Claim

REACH = 3
"""Sentences that go on without another word of saying, at most."""
ANAPHORA = "anaphora"
DOUBTS = frozenset(("Denial", "NonConfirmation"))


@dataclass(slots=True)
class Telling:
    """The last sentences of a paragraph, each with the place of its first claim among those of the article."""

    before: list[tuple[Sentence, int]] = field(default_factory=list)

    def held(self, said: list[Claim], sentence: Sentence) -> list[Claim]:
        """The claims of the next sentence; what it only goes on to tell is uncommitted."""
        if not self.before or sentence.cues or not any(map(_is_fact, said)):
            return said
        recounted = self._is_recounted()
        present = () if recounted else self._in_plot(sentence)
        return [_open(c) if _is_fact(c) and (recounted or _begin(c) in present) else c for c in said]

    def _is_recounted(self) -> bool:
        for sentence, _ in reversed(self.before):
            if _recounts(sentence.span[:], sentence.lexicon):
                return True
            if sentence.cues:
                return False
        return False

    def _in_plot(self, sentence: Sentence) -> tuple[int, ...]:
        """The places of the events in the present tense, in which plots are told, if one was begun."""
        present = [f.trigger for f in sentence.frames if _is_present(f.trigger)]
        begun = bool(present) and any(is_invented(s.span[0], s.lexicon) for s, _ in self.before)
        return tuple(t.idx for t in present) if begun else ()

    def after(self, sentence: Sentence, said: list[Claim], claims: list[Claim]) -> None:
        """Go on, the claims of the sentence being the last of those of the article; what it denies is taken back."""
        start = len(claims) - len(said)
        if _doubts(sentence, said):
            self._take_back(claims, start)
        if self.before and any(c.type == ASSERTION and c.rule.endswith(ANAPHORA) for c in said):
            # "Drei Minister sind frei. *Das berichtet der Sender.*": no plain fact of the article's own
            for place in range(self.before[-1][1], start):
                claims[place] = replace(claims[place], plain=False)
        self.before = [*self.before[1 - REACH :], (sentence, start)]
        words = sentence.span.text
        if "\n" in words[len(words.rstrip()) :]:
            self.before = []

    def _take_back(self, claims: list[Claim], end: int) -> None:
        """What was told behind the last words of somebody: "Laut der Miliz … *Elf Kinder starben.* …"."""
        reported = [n for n, (sentence, _) in enumerate(self.before) if sentence.cues]
        if not reported or reported[-1] + 1 == len(self.before):
            return
        for place in range(self.before[reported[-1] + 1][1], end):
            claims[place] = _open(claims[place]) if _is_fact(claims[place]) else claims[place]


def _doubts(sentence: Sentence, said: list[Claim]) -> bool:
    """As in "Die Polizei weist *das* zurück", "*Die Angaben* lassen sich nicht überprüfen"."""
    doubting = [c for c in said if c.type in DOUBTS]
    if not doubting:
        return False
    places = {c.cue.begin for c in doubting if c.cue is not None}
    roots = [root for cue in sentence.cues if cue.token.idx in places for root in cue.roots]
    back = any(c.rule.endswith(ANAPHORA) for c in doubting)
    if back and any(root.pos_ != "NOUN" for root in roots):
        return True
    return any(sentence.lexicon.cue("report", root.lemma_) for root in roots)


def _is_fact(claim: Claim) -> bool:
    narrated = claim.source is Speaker.NARRATOR and isinstance(claim.content, Event)
    return narrated and claim.factuality is Factuality.CT_PLUS


def _open(claim: Claim) -> Claim:
    return replace(claim, factuality=Factuality.UNCOMMITTED, plain=False)


def _begin(claim: Claim) -> int:
    return claim.content.trigger.begin if isinstance(claim.content, Event) else -1


def _is_present(trigger: Token) -> bool:
    finite = syntax.finite(syntax.clause(trigger))
    return finite.pos_ == "VERB" and syntax.feature(finite, "Tense") == "Pres"


def _recounts(words: list[Token], lexicon: Lexicon) -> bool:
    """As in "Der Zeuge *schilderte* die Nacht", "Der Oberst *behauptet*: …"; not "beschrieb den Täter"."""
    verb = next((t for t in words if t.dep_ == "ROOT"), words[0])
    if not lexicon.cue("recounts", verb.lemma_):
        return False
    colon = any(t.text == ":" for t in words)
    told = [c for c in verb.children if c.dep_ == "obj"]
    return colon or any(c.pos_ == "NOUN" and not is_actor(c, lexicon) for c in told)
