"""Whose the stance of a noun of saying is: "die Forderung *der Union*", "*Die Union* ist der Ansicht, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import is_genitive, people
from kg.extract.attribution.datives import BARE_DATIVE
from kg.extract.participants.restrictions import is_actor

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

MET = frozenset(("Accusation", "Approval", "Concern", "NonConfirmation", "Refusal"))
"""Stances that a thing may meet with: "löste Empörung aus"."""


def sources(token: Token, row: ClaimFrame, verb: Token | None, roots: list[Token], lexicon: Lexicon) -> list[Token]:
    """Who holds the stance: "die Forderung *der Union*", "*Die Union* ist der Ansicht, …", "*Von ihr* kam Kritik"."""
    held = [c for c in token.children if is_genitive(c, lexicon) and c not in roots]
    # but "von Kämpfen war die Rede"
    able = [c for c in held if syntax.preposition(c) not in row.content or is_actor(c, lexicon)]
    found = able if row.source == "genitive" else []
    found = found or [c for c in token.children if c.dep_ == "det:poss" or is_demonym(c)]
    if found and all(c.dep_ == "det:poss" for c in found) and is_brought(token, lexicon):
        found = _meant_ahead(token, lexicon) or found
    holder = syntax.own_subject(token) if any(c.dep_ == "cop" for c in token.children) else None
    if holder is not None and not found and (is_actor(holder, lexicon) or lexicon.cue("somebody", holder.lemma_)):
        found = [holder]  # "Die Union ist der Auffassung, …"
    brought = bringers(token, lexicon) or _from(token, lexicon)
    found = found or brought
    found = found or [c for c in token.children if row.source and lexicon.cue("agent", c.adposition)]
    says = ("verb", token.head.lemma_) in lexicon.claims  # "trat Berichten entgegen, wonach …": they are others'
    beside = bool(roots) and roots[0].head.i == token.head.i and token.dep_ in ("obj", "obl")
    hung = beside and not says  # "endet mit der Hoffnung"
    bringing = token.head if not found and (hung or is_brought(token, lexicon)) else None
    bringing = token.head.head if bringing is not None and token.head in roots else bringing
    carrier = verb if verb is not None else bringing
    if carrier is not None and not brought and not syntax.is_passive(carrier) and row.source:
        # "*Einer Wahl* erteilte der Rat eine Absage" with two subjects
        own = (c for c in syntax.children(carrier, "nsubj") if c not in roots)
        subject = next(own, None) or syntax.subject(carrier) or misread_subject(carrier, token, lexicon)
        found = [subject] if subject is not None and subject.i != token.i else found
    given = _is_given(token, lexicon)
    there = token.head if given else verb
    there = token.head if there is None and token.dep_ == "nsubj" else there
    if (row.type in MET or given) and there is not None and not any(people(s, lexicon) for s in found):
        found = among(there, token, lexicon)  # "*In der Partei* gab es Bedenken gegen …"
    place = lexicon.cue("place", syntax.preposition(token)) if verb is not None and not found else ""
    # "*In dem Bericht* steht, dass …"
    return [token] if place and lexicon.is_a(token.lemma_, ("document",)) else found


def _meant_ahead(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whom the possessive at the beginning means: "Mit *ihrer* Kritik an dem Plan stößt *die Ärztin* auf Zuspruch"."""
    subject = syntax.own_subject(noun.head) if noun.left_edge.i == noun.sent.start else None
    ahead = subject is not None and subject.i > noun.i and subject.pos_ != "PRON" and is_actor(subject, lexicon)
    return [subject] if ahead and subject is not None else []


def misread_subject(verb: Token, noun: Token, lexicon: Lexicon) -> Token | None:
    """As in "Kritik an dem Plan übte *die Kirche*", which the parser takes for an object or a second subject."""
    actors = (c for c in syntax.children(verb, "obj", "nsubj") if c.i > verb.i > noun.i and is_actor(c, lexicon))
    return next(actors, None)


def bringers(token: Token, lexicon: Lexicon) -> list[Token]:
    """As in "*Von der Polizei* kam die Auskunft, …", "Lob kam *aus der Wirtschaft*"."""
    if token.dep_ not in ("nsubj", "obj") or not lexicon.cue("comes_from", token.head.lemma_):
        return []
    beside = [c for c in (*token.head.children, *token.children) if lexicon.cue("comes_by", syntax.preposition(c))]
    return [c for c in beside if is_actor(c, lexicon) or lexicon.cue("somebody", c.lemma_)]


def _from(token: Token, lexicon: Lexicon) -> list[Token]:
    """Where it comes from, whoever passes it on: "verbreitete ein Dementi *aus dem Kreml*"."""
    out = (c for c in token.children if c.dep_ == "nmod" and lexicon.cue("comes_by", c.adposition))
    named = (c for c in out if not is_genitive(c, lexicon))
    return [c for c in named if is_actor(c, lexicon) or lexicon.cue("somebody", c.lemma_)]


def is_brought(token: Token, lexicon: Lexicon) -> bool:
    """As in "lehnte *mit der Begründung* ab, …": who does it says so."""
    return token.dep_ == "obl" and bool(lexicon.cue("brings", syntax.preposition(token)))


def among(verb: Token, token: Token, lexicon: Lexicon) -> list[Token]:
    """Among whom a stance is found: "*bei den Ärzten*"."""
    beside = [c for c in (*verb.children, *token.children) if c.i != token.i and is_actor(c, lexicon)]
    told = [c for c in beside if c.dep_ in ("obl", "nmod", "obl:arg") and lexicon.cue("among", syntax.preposition(c))]
    # "*Dem Ministerium* liegen keine Hinweise vor"
    return told or [c for c in beside if c.head.i == verb.i and c.dep_ in BARE_DATIVE and not syntax.preposition(c)]


def anybody_in(verb: Token, subject: Token | None, lexicon: Lexicon) -> list[Token]:
    """Where "man" says so, as the name of those who do: "*Im Kanzleramt* begrüßte man die Freilassung"."""
    if subject is None or not lexicon.cue("anybody", subject.lower_):
        return []
    there = (c for c in verb.children if lexicon.cue("among", syntax.preposition(c)) and c.ent_type_ != "LOC")
    return [c for c in there if is_actor(c, lexicon) or lexicon.cue("somebody", c.lemma_)]


def _is_given(noun: Token, lexicon: Lexicon) -> bool:
    """As in "Im Ministerium *gibt es* Überlegungen, …"."""
    if noun.dep_ != "obj" or not lexicon.cue("gives", noun.head.lemma_):
        return False
    subject = syntax.own_subject(noun.head)
    return subject is not None and bool(lexicon.cue("nobody", subject.lower_))


def is_demonym(token: Token) -> bool:
    """Whether the token is an adjective of a state: "*russische* Angaben"."""
    return token.dep_ == "amod" and token.ent_type_ == "DEM"
