"""What a relative clause says of what stands before: "der Angriff, *den* Kiew bestreitet", "…, *was* er bestreitet"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.participants.sharers import CRIMES

if TYPE_CHECKING:
    from kg.extract.attribution.cue import Cue
    from kg.extract.frames.events import Frame
    from kg.extract.sentence import Sentence
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

SAID = frozenset(("obj", "obl", "obl:arg", "nsubj:pass", "nmod"))
"""Relations of a pronoun that stands for what is said."""
CLAUSES = frozenset(("acl:relcl", "ccomp", "advcl"))
"""Relations of a relative clause as the parser may have it."""
DOUBTS = frozenset(("Denial", "NonConfirmation"))


def frames_before(cue: Cue, sentence: Sentence) -> list[Frame]:
    """The events that the pronoun of a relative clause with a verb of saying means as what is said."""
    pronoun = _pronoun(cue, sentence.lexicon)
    if pronoun is None:
        return []
    if sentence.lexicon.cue("sentential", pronoun.lower_):
        clause = syntax.clause(cue.token.head)
        return [f for f in sentence.frames if f.trigger.i < pronoun.i and syntax.clause(f.trigger).i == clause.i]
    head = cue.token.head
    nouns = [head, head.head]  # "die Lieferung der Panzer, *die* Warschau bestreitet"
    found = (f for noun in nouns if noun.pos_ == "NOUN" for f in sentence.frames if f.trigger.i == noun.i)
    return [frame for frame in found if _may_mean(pronoun, frame.trigger)][:1]


def deeds_of(cue: Cue, sentence: Sentence) -> list[Frame]:
    """The crimes told in a relative clause of who speaks: "Der Mann, *der seine Frau getötet haben soll*, …"."""
    own = {source.i for source in cue.sources}
    clauses = ((f, syntax.clause(f.trigger)) for f in sentence.frames if f.type in CRIMES)
    return [f for f, clause in clauses if clause.dep_ == "acl:relcl" and clause.head.i in own]


def comments(cue: Cue, lexicon: Lexicon) -> bool:
    """Whether it says so of the whole clause before: "Kiew griff an, *was Moskau bestreitet*"."""
    if cue.token.dep_ not in CLAUSES or syntax.mood(cue.token) != "Ind":
        return False
    return any(lexicon.cue("sentential", c.lower_) and c.i < cue.token.i for c in cue.token.children)


def is_doubted_after(frame: Frame, sentence: Sentence) -> bool:
    """Whether a relative clause denies the event or leaves it open: "der Angriff, den Kiew *bestreitet*"."""
    cues = (c for c in sentence.cues if c.row.type in DOUBTS and c.token.i > frame.trigger.i)
    return any(f is frame for cue in cues for f in frames_before(cue, sentence))


def _pronoun(cue: Cue, lexicon: Lexicon) -> Token | None:
    """The pronoun of the clause that stands for what is said."""
    verb, row = cue.token, cue.row
    if row.pos != "verb" or verb.dep_ not in CLAUSES:
        return None
    for child in verb.children:
        if child.i > verb.i or child.children != [c for c in child.children if c.dep_ == "case"]:
            continue
        bare = "obj" in row.content and not child.adposition
        if child.dep_ not in SAID or not (bare or child.adposition in row.content):
            continue
        relative = syntax.is_relative(child) or (child.tag_ == tags.ARTICLE and verb.dep_ == "acl:relcl")
        if relative or lexicon.cue("sentential", child.lower_):
            return child
    return None


def _may_mean(pronoun: Token, noun: Token) -> bool:
    """Whether number and gender may agree; the form "die" is that of the feminine singular and of all plurals."""
    if syntax.feature(pronoun, "Number") != syntax.feature(noun, "Number"):
        return syntax.feature(noun, "Gender") == "Fem"
    pair = {syntax.feature(t, "Gender") for t in (pronoun, noun)} - {""}
    return len(pair) < 2 or syntax.feature(noun, "Number") == "Plur"
