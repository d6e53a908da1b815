"""What the next sentence ascribes to somebody, and the article does not assert: "… So schildert es der Fahrer."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.sources import sources
from kg.model import Event, Participant, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.attribution.cue import Cue
    from kg.extract.sentence import Sentence
    from kg.lang.lexicon import Lexicon
    from kg.model import Claim

POINTING = ("PRON", "DET")


def withdrawn(before: Sequence[Claim], sentence: Sentence) -> list[Claim]:
    """The claims of the sentence before, those of the article itself made by whom this sentence ascribes them to.

    Of "Das teilte die Polizei mit." the article says it too; not of "Das behauptet jedenfalls der Fahrer.".
    """
    cue = next((c for c in sentence.cues if _distances(c, sentence.lexicon)), None)
    named = [] if cue is None else [s for s in sources(cue, sentence) if isinstance(s, Participant)]
    if not named:
        return list(before)
    return [c for claim in before for c in (_by(claim, named) if _is_own(claim) else [claim])]


def _by(claim: Claim, named: Sequence[Participant]) -> list[Claim]:
    return [replace(claim, source=source, plain=False) for source in named]


def _is_own(claim: Claim) -> bool:
    return claim.source is Speaker.NARRATOR and isinstance(claim.content, Event)


def _distances(cue: Cue, lexicon: Lexicon) -> bool:
    """As in "*So* schildert *es* der Fahrer", "Das sagt *zumindest* der Fahrer", "Das *behauptet* der Fahrer"."""
    verb = cue.token
    said = cue.row.pos == "verb" and cue.row.type == "Assertion" and verb.dep_ == "ROOT" and not cue.quotes
    if not said or any(root.pos_ not in POINTING for root in cue.roots) or syntax.mood(verb) != "Ind":
        return False
    before = [t for t in verb.subtree if t.i < verb.i and not t.is_punct and not t.is_space]
    so = bool(before) and bool(lexicon.cue("said_by", before[0].lower_))
    it = any(lexicon.cue("nobody", c.lower_) for c in verb.children if c.i > verb.i)
    if so and it:
        return True
    back = bool(cue.roots) and bool(before) and before[0].i == cue.roots[0].i
    careful = any(lexicon.cue("distance", c.lower_) for c in verb.children)
    return back and (careful or bool(lexicon.cue("distance", verb.lemma_)))
