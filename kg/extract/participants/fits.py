"""Whether the object of a verb of saying is what a row asks for: "wies *den Vorwurf* zurück", "nannte es *Lüge*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import CALLED, NEGATION, compound_head
from kg.extract.attribution.datives import BARE_DATIVE
from kg.extract.attribution.falsehoods import is_called
from kg.extract.attribution.purported import lacks_viewer
from kg.extract.attribution.verdicts import VERDICTS, judged
from kg.extract.certainty.clauses import clause
from kg.extract.certainty.judgement import CERTAIN
from kg.extract.participants.restrictions import is_actor

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

PLACES = frozenset(("obj", "nsubj:pass", "obl", "nsubj", "advmod", "advcl", *BARE_DATIVE))
"""Relations of the word that a row asks for."""
NOTHING = "nothing"
"""The kind of the object of "habe mit dem Anschlag *nichts* zu tun"."""


def fits(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    """Whether the object is of the class that the row asks for: a Forderung is refused, a Vorwurf denied."""
    if lacks_viewer(row, verb.children, lexicon):
        return False  # "fest steht, dass …", where the row wants "*für sie* steht fest, dass …"
    if not row.object:
        return True
    if row.object == NEGATION:  # "ist nicht erwiesen", "ließ sich nicht überprüfen"
        said = (verb, *syntax.children(verb, "xcomp"))
        return any(not clause(t, CERTAIN, lexicon, reported=False).positive for t in said)
    if row.object in CALLED:
        return is_called(verb, row, lexicon)
    if row.object in VERDICTS:
        return judged(verb, row, lexicon)
    if row.object == NOTHING and _is_of_thing(verb, lexicon):
        return False
    words = [c for c in verb.children if c.dep_ in PLACES]
    # "verwahrte sich in scharfer Form *gegen die Behauptung*", hung on the phrase before
    words += [d for c in words if c.dep_ == "obl" for d in c.children if d.adposition in row.content]
    return any(lexicon.cue(row.object, w.lower_, compound_head(w.lemma_, row.object, lexicon)) for w in words)


def _is_of_thing(verb: Token, lexicon: Lexicon) -> bool:
    """As in "*Der Streit* hat mit dem Angriff nichts zu tun": who did it, nobody denies."""
    subject = syntax.own_subject(verb) or (syntax.own_subject(verb.head) if verb.dep_ == "xcomp" else None)
    if subject is None or (subject.pos_ == "PRON" and not lexicon.cue("anaphor", subject.lower_)):
        return False
    return not is_actor(subject, lexicon)
