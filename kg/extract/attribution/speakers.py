"""Who spoke last: the source of free reported mood ("Es bestehe kein Anlass."), over several sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import PASSING
from kg.extract.certainty.stances import stance
from kg.extract.contents import participants
from kg.model import Event, Factuality, Participant, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.sentence import Sentence
    from kg.model import Claim

SPEECH = frozenset(("direct", "indirect", "free"))
ACCUSATION = "Accusation"
REASONED = frozenset(("Agreement", "Decision", "Investigation", "Publication"))
"""Events whose agent may be who goes on to speak."""
SPOKEN = frozenset(("ccomp", "quote"))
"""Contents that only what is spoken has."""
MAIN = frozenset(("ROOT", "conj", "parataxis"))
NOUNS = frozenset(("nsubj", "nsubj:pass", "obj"))
"""Relations of what a clause is about."""
REACH = 3
"""Sentences in the article's own voice after which nobody is taken to go on."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who spoke last, and how many sentences ago."""

    who: tuple[Participant, ...] = ()
    silent: int = 0
    blames: bool = False
    """Whether what follows only tells the reproach: "warf Kiew Versagen vor. Die Behörden hätten gezögert."."""

    def after(self, sentence: Sentence, said: Sequence[Claim]) -> Speaking:
        """Who spoke last when the sentence with these claims is over."""
        if not said and not sentence.cues:
            return self._silent()
        spoke = _by_claims(sentence, said) or _by_cues(sentence)
        if spoke:
            named = [c for c in said if isinstance(c.source, Participant)]
            return Speaking(spoke, blames=self.blames and bool(named) and all(c.speech == "free" for c in named))
        unnamed = [c for c in said if c.source is Speaker.UNNAMED and c.cue is not None]
        if unnamed:  # "Berichten zufolge starben zwei Menschen. Sie seien …"
            passing = {c.token.idx for c in sentence.cues if c.row.pos in PASSING}
            if any(c.speech in SPEECH or (c.cue is not None and c.cue.begin in passing) for c in unnamed):
                return Speaking()
        spoke = _by_phrases(sentence, said)
        if spoke:
            blames = all(c.type == ACCUSATION for c in said if c.source in spoke)
            return Speaking(spoke, blames=blames)
        if any(c.speech == "free" for c in said):
            return Speaking(self.who, blames=self.blames and not self.who)
        spoke = _by_words(sentence)
        if spoke:
            return Speaking(spoke)
        if _is_reproach(sentence):
            return Speaking(blames=True)
        acted = _by_acts(said)
        if acted:
            return Speaking(acted)
        return self._silent()

    def _silent(self) -> Speaking:
        """After one more sentence in the article's own voice."""
        return Speaking(self.who, self.silent + 1) if self.silent < REACH else Speaking()


def _by_claims(sentence: Sentence, said: Sequence[Claim]) -> tuple[Participant, ...]:
    """The sources of the last word of saying: "nach Angaben der Polizei", "vertritt die Ansicht, …"."""
    named = [c for c in said if isinstance(c.source, Participant)]
    if not named:
        return ()
    telling = {c.token.idx for c in sentence.cues if c.row.pos in PASSING or any(map(syntax.is_predicate, c.roots))}
    spoke = [c for c in named if c.speech in SPEECH or (c.cue is not None and c.cue.begin in telling)]
    if not spoke:
        return ()
    last = max(spoke, key=lambda c: c.cue.begin if c.cue is not None else -1)
    sources = (c.source for c in spoke if c.cue == last.cue)
    return tuple(dict.fromkeys(s for s in sources if isinstance(s, Participant)))


def _by_phrases(sentence: Sentence, said: Sequence[Claim]) -> tuple[Participant, ...]:
    """Of a main clause that says it in a phrase: "Die Union kritisierte den Einsatz. Er sei gefährlich."."""
    named = [c for c in said if isinstance(c.source, Participant) and c.source.mention.person != "1"]
    if not named:
        return ()
    main = {c.token.idx for c in sentence.cues if syntax.clause(c.token).dep_ in MAIN}
    spoke = [c for c in named if c.cue is not None and c.cue.begin in main]
    sources = [c.source for c in spoke if c.cue == spoke[-1].cue]
    return tuple(dict.fromkeys(s for s in sources if isinstance(s, Participant)))


def _by_words(sentence: Sentence) -> tuple[Participant, ...]:
    """Of a main clause with a word of saying that says no more: "Die Ministerin bekräftigte ihre Haltung."."""
    spoke = [c for c in sentence.cues if c.sources and c.row.pos == "verb" and c.row.content & SPOKEN]
    spoke = [c for c in spoke if syntax.clause(c.token).dep_ in MAIN and all(stance(c, sentence))]
    found = participants(spoke[-1].sources, sentence) if spoke else ()
    return tuple(p for p in found if p.mention.person != "1")


def _is_reproach(sentence: Sentence) -> bool:
    """Whether it names a reproach of nobody: "Der Film stößt auch auf *Kritik*. Er sei einseitig."."""
    nouns = [c for c in sentence.cues if c.row.pos == "noun" and c.row.type == ACCUSATION and not c.sources]
    return any(c.token.dep_ in NOUNS and syntax.clause(c.token).dep_ in MAIN for c in nouns)


def _by_acts(said: Sequence[Claim]) -> tuple[Participant, ...]:
    """Of an act that gives its reasons: "Das Gericht verurteilte den Mann. Er habe vorsätzlich gehandelt."."""
    plain = [c for c in said if c.source is Speaker.NARRATOR and c.factuality is Factuality.CT_PLUS]
    acts = [c.content for c in plain if isinstance(c.content, Event) and c.content.type in REASONED]
    agents = (p for event in acts[-1:] for p in event.participants("agent"))
    return tuple(p for p in agents if p.mention.form in ("name", "noun"))


def _by_cues(sentence: Sentence) -> tuple[Participant, ...]:
    """Of a sentence whose content was not found, who speaks: "Die Polizei beteuerte, auf Streife zu sein"."""
    able = [c for c in sentence.cues if c.sources and (c.row.pos in PASSING or "quote" in c.row.content)]
    heard = [c for c in able if c.row.pos in PASSING or (c.speech == "indirect" and all(stance(c, sentence)))]
    return participants(heard[-1].sources, sentence) if heard else ()
