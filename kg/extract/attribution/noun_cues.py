"""Nouns of saying: "die Forderung nach einem Abzug", "erhob Vorwürfe gegen Kiew", "stieß auf Kritik"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.behind import CLAUSAL, behind_colon, phrases_behind, right_behind
from kg.extract.attribution.cue import (
    NEGATION,
    SENTENTIAL,
    Cue,
    is_content,
    is_event_noun,
    is_genitive,
    is_reported,
    is_zu_infinitive,
    people,
)
from kg.extract.attribution.datives import BARE_DATIVE, is_bare_dative
from kg.extract.attribution.noun_sources import MET, among, bringers, is_brought, misread_subject, sources
from kg.extract.attribution.verdicts import VERDICTS, judged, of_demand
from kg.extract.certainty.clauses import is_unmarked_report
from kg.extract.participants.restrictions import is_actor, is_time
from kg.extract.participants.subjects import verb_words

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

JUDGED = frozenset(("Accusation", "Approval"))
"""Those that somebody may meet with: "erhielt viel Lob"."""
GIVEN = frozenset(("nsubj", "obj", "nsubj:pass"))
"""Relations of what is there, or found, or not."""
CERTAIN = "CT+"
BLAME = "Accusation"
"""Whom a stance of this class is about is enough to say of it."""


def noun(token: Token, lexicon: Lexicon) -> Cue | None:
    """A noun of saying: "die Forderung der Union nach einem Abzug", "brachte seine Sorge über … zum Ausdruck"."""
    for row in _rows(token.lemma_, lexicon):
        if (cue := _noun_row(token, row, lexicon)) is not None:
            return cue
    return None


def may_tell(lemma: str, lexicon: Lexicon) -> bool:
    """Whether a noun is one of saying."""
    return bool(_rows(lemma, lexicon))


@cache
def _rows(lemma: str, lexicon: Lexicon) -> list[ClaimFrame]:
    return lexicon.claims.get(("noun", lemma)) or lexicon.claims.get(("noun", _tail(lemma, lexicon)), [])


def _tail(lemma: str, lexicon: Lexicon) -> str:
    """The end of a compound that is a noun of saying ("Lohnforderung": Forderung); its first part must be a word."""
    tails = (lemma[begin:].lstrip("-").capitalize() for begin in range(4, len(lemma) - 3))
    return next((tail for tail in tails if ("noun", tail) in lexicon.claims), "")


def _noun_row(token: Token, row: ClaimFrame, lexicon: Lexicon) -> Cue | None:
    if row.object and not _has_word(token, row.object, lexicon):
        return None  # "Beweise", where the row wants "keine Beweise"
    verb = (
        _support(token, lexicon)
        or _above_object(token, row, lexicon)
        or (_governor(token) if row.object else None)
        or _existing(token, row, lexicon)
    )
    clausal = {*CLAUSAL, "csubj"} if any(c.dep_ == "cop" for c in token.children) else CLAUSAL  # "Ihr Ziel ist, dass …"
    roots = [c for c in token.children if c.dep_ in clausal and is_said(c)]
    # "die Ankündigung *von Meier*, zu gehen", but "Berichte *von Meier*"
    said = bool(roots)
    phrases = [c for c in token.children if _is_phrase(c, row, lexicon)]
    roots += [c for c in phrases if not (said and is_genitive(c, lexicon) and not is_content(c, lexicon))]
    roots += [c for c in token.head.children if token.dep_ == "obj" and _is_told(c, lexicon)]
    roots += _at_verb(token, row, verb, lexicon) if verb is not None else []
    roots = [root for root in roots if not _is_aside(root, token, lexicon)]
    beside = (*token.children, *(verb.children if verb is not None else ()))
    if "ccomp" in row.content and not roots:  # "vertreten die Auffassung, die Welt befände sich …"
        roots += [c for c in beside if c.i > token.i and is_unmarked_report(c, lexicon)]
        roots = roots or right_behind(token, lexicon) or _above(token, lexicon)
    if "xcomp" in row.content and not roots:
        roots = [c for c in right_behind(token, lexicon) if is_zu_infinitive(c)]
    if "quote" in row.content and not roots:
        roots = behind_colon(token, lexicon)
    roots = roots or phrases_behind(token, row) or _reacted_to(token, row, lexicon)
    if "genitive" in row.content:
        roots += [c for c in token.children if is_genitive(c, lexicon) and is_event_noun(c, lexicon)]
    if not roots and row.type == BLAME and verb is not None and row.addressee:  # "erhob Vorwürfe gegen Kiew"
        roots = [c for c in beside if c.i != token.i and syntax.preposition(c) == row.addressee]
    roots = roots or (_targets(token, lexicon) if row.type in MET else [])
    if not roots:
        return _met(token, row, lexicon) or _coming(token, row, lexicon) or _voiced(token, row, verb, lexicon)
    held_by = sources(token, row, verb, roots, lexicon)
    row = of_demand(row, roots, lexicon)
    return Cue(token, row, tuple(t for s in held_by for t in people(s, lexicon)), (), tuple(roots), (), "reported")


def _at_verb(token: Token, row: ClaimFrame, verb: Token, lexicon: Lexicon) -> list[Token]:
    """What a noun says that stands by its verb: "erhob die Forderung, *zu verhandeln*"."""
    beside = [c for c in verb.children if c.i != token.i]
    roots = [c for c in beside if c.dep_ in SENTENTIAL] + [c for c in beside if _is_phrase(c, row, lexicon)]
    for place, deps in (("obj", ("obj",)), ("dative", ("iobj", "obl:arg"))):
        if place in row.content:
            roots += [c for c in beside if c.dep_ in deps]
    if "dative" in row.content:  # "*Einem Abzug* erteilte sie eine Absage"
        roots += [c for c in verb.children if _is_in_dative(c, token, lexicon)]
    return roots


def _is_in_dative(child: Token, noun: Token, lexicon: Lexicon) -> bool:
    """As in "*Einem Abzug* erteilte sie eine Absage", which the parser may take for a second object of the verb."""
    if is_bare_dative(child, lexicon):
        return is_event_noun(child, lexicon) or not is_actor(child, lexicon)
    second = noun.dep_ == child.dep_ == "obj" and child.i != noun.i and child.pos_ == "NOUN" and not child.adposition
    return second and not is_actor(child, lexicon)


def _has_word(noun: Token, kind: str, lexicon: Lexicon) -> bool:
    """Whether a word of the kind stands with a noun: "*keine* Belege", "Belege fand sie *nicht*"."""
    if kind == NEGATION and _is_lacking(noun, lexicon):
        return True  # "*fehlt* jeder Beweis", "*fehlt* es an Belegen"
    beside = noun.head.children if kind == NEGATION and noun.dep_ in GIVEN and noun.head.pos_ == "VERB" else ()
    return any(lexicon.cue(kind, *syntax.words(c)) for c in (*noun.children, *beside) if not c.is_clause)


def _is_lacking(noun: Token, lexicon: Lexicon) -> bool:
    return noun.dep_ in ("nsubj", "obl") and bool(lexicon.cue("lacks", noun.head.lemma_))


def _reacted_to(token: Token, row: ClaimFrame, lexicon: Lexicon) -> list[Token]:
    """As in "reagierte mit Empörung *auf die Festnahme*": a stance towards what has happened."""
    if not is_brought(token, lexicon) or row.type not in MET:
        return []
    return [c for c in token.head.children if reacts(c, row, lexicon)]


def reacts(phrase: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    """Whether the phrase is what somebody reacts to by a word of such a row: "reagierte empört *auf die Tat*"."""
    wanted = lexicon.cue("reacts", phrase.head.lemma_)
    return bool(wanted) and phrase.adposition == wanted and (row.factuality == CERTAIN or row.type == "Refusal")


def _is_aside(clause: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Who says so, not what is said: "*Wie der Sender berichtet*, gab der Minister …", "keine Rede, *sagte er*"."""
    if clause.dep_ == "parataxis" and ("verb", clause.lemma_) in lexicon.claims:
        return next(t for t in clause.subtree if not t.is_punct).i == clause.i
    return clause.i < noun.i and clause.is_clause and bool(lexicon.cue("as_said", clause.left_edge.lower_))


def _above(token: Token, lexicon: Lexicon) -> list[Token]:
    """The clause behind a noun that the parser hung the noun on: "*Die Behauptung*, Truppen hätten *geschossen*, …"."""
    said = token.head
    if said.dep_ not in SENTENTIAL or not token.i < said.i < said.head.i or syntax.children(said, "mark", "cc"):
        return []
    told = is_reported(said, lexicon) or lexicon.cue("unreal", syntax.finite(said).lower_)
    own = [t for c in token.children if c.dep_ != "conj" for t in c.subtree if not t.is_punct]
    end = max((t.i for t in own), default=token.i) + 1
    comma = token.doc[max(end, token.i + 1)].text == ","
    return [said] if told and comma else []


def _targets(token: Token, lexicon: Lexicon) -> list[Token]:
    """Whom a stance is directed at: "Die Kritik richtet sich *gegen die Banken*"."""
    verb = token.head
    if token.dep_ != "nsubj" or not lexicon.cue("aims", verb.lemma_):
        return []
    aimed = [c for c in verb.children if lexicon.cue("aimed_at", syntax.preposition(c)) and not is_time(c, lexicon)]
    # "Der Dank galt *den Helfern*"
    return aimed or [c for c in verb.children if c.i > verb.i and _is_receiver(c, lexicon)]


def _is_receiver(child: Token, lexicon: Lexicon) -> bool:
    """Whether it is an object in the dative, whatever the parser calls it: "gilt *den Helfern*"."""
    bare = not child.adposition and child.pos_ in ("NOUN", "PROPN") and not is_time(child, lexicon)
    return bare and (child.dep_ in BARE_DATIVE or child.dep_ in ("obj", "obl"))


def _coming(token: Token, row: ClaimFrame, lexicon: Lexicon) -> Cue | None:
    """A stance of which only the holder is told: "Kritik kam *von den Ärzten*"; its words are its name."""
    who = tuple(t for c in bringers(token, lexicon) for t in people(c, lexicon))
    if row.type not in (*MET, "Demand"):
        return None
    return Cue(token, row, who, (), (token,), (), "reported") if who else None


def _voiced(token: Token, row: ClaimFrame, verb: Token | None, lexicon: Lexicon) -> Cue | None:
    """A feeling that is put into words as one's own: "drückte *sein Mitgefühl* aus"."""
    voiced = verb is not None and token.dep_ == "obj" and row.type in ("Approval", "Concern")
    if verb is None or not voiced or syntax.is_passive(verb) or not syntax.children(token, "det:poss"):
        return None
    subject = syntax.subject(verb)
    who = tuple(people(subject, lexicon)) if subject is not None and subject.i != token.i else ()
    return Cue(token, row, who, (), (token,), (), "reported") if who else None


def _is_told(clause: Token, lexicon: Lexicon) -> bool:
    """As in "gibt es eine Schätzung, *wonach* die Zahl steigt", hung on the verb."""
    return clause.dep_ == "advcl" and any(lexicon.cue("report", c.lower_) for c in clause.children)


def _met(token: Token, row: ClaimFrame, lexicon: Lexicon) -> Cue | None:
    """A stance that its content meets with: "Der Plan stieß *bei den Ärzten* auf Kritik"."""
    verb = token.head
    wanted = lexicon.cue("meets", verb.lemma_)
    direct = token.dep_ == "obj" and not syntax.preposition(token)
    if not wanted or row.type not in MET or not (direct if wanted == "-" else syntax.preposition(token) == wanted):
        return None
    subject = syntax.subject(verb)
    # "Der Minister erntete Kritik"; but "Die Armee löste Sorge aus"
    if subject is None or (is_actor(subject, lexicon) and row.type not in JUDGED):
        return None
    there = among(verb, token, lexicon)
    sources = there or [c for c in token.children if is_genitive(c, lexicon) and is_actor(c, lexicon)]
    who = tuple(t for s in sources for t in people(s, lexicon))
    return Cue(token, row, who, (), (subject,), (), "reported")


def _support(token: Token, lexicon: Lexicon) -> Token | None:
    """The light verb of a noun of saying: "*äußerte* Besorgnis", "*brachte* … zum Ausdruck", "*stellte* in Abrede"."""
    verb = token.head
    said_by = lexicon.claims.get(("adposition", syntax.preposition(token)))
    taken = token.dep_ == "nsubj" and misread_subject(verb, token, lexicon) is not None  # "*Zweifel* meldete Meier an"
    if said_by or not (taken or token.dep_ in ("obj", "obl", "nsubj:pass", "obl:arg")):
        return None
    judging = (r for r in lexicon.claims.get(("verb", verb.lemma_), ()) if r.object in VERDICTS)
    if any(judged(verb, row, lexicon) for row in judging):
        return None  # "hält die Kritik für berechtigt"
    if token.dep_ == "obl" and any(lexicon.claims.get(("verb", c.lower_ + verb.lemma_)) for c in verb.children):
        return None  # "nahm zu dem Bericht *Stellung*"
    return verb if lexicon.cue("support", verb.lemma_) else None


def _above_object(token: Token, row: ClaimFrame, lexicon: Lexicon) -> Token | None:
    """The light verb of a phrase that the parser hung on the object: "*stellt* den Rückzug *in Abrede*"."""
    held = token.dep_ == "nmod" and "obj" in row.content and token.head.dep_ == "obj"
    bare = held and token.i == token.left_edge.i + 1 and bool(token.adposition)
    verb = token.head.head
    return verb if bare and lexicon.cue("support", verb.lemma_) else None


def _governor(token: Token) -> Token | None:
    """The verb whose object or passive subject the noun is: "*fanden* keine Beweise"."""
    return token.head if token.dep_ in ("obj", "nsubj:pass") and token.head.pos_ == "VERB" else None


def _existing(token: Token, row: ClaimFrame, lexicon: Lexicon) -> Token | None:
    """The verb that says that there is one: "Zur Ursache *liegen* keine Angaben *vor*", "Zweifel *mehren* sich"."""
    able = token.dep_ == "nsubj" and (row.negated == "NonConfirmation" or row.type in MET)
    able = able or (bool(row.object) and _is_lacking(token, lexicon))
    there = able and lexicon.cue("exists", *verb_words(token.head))
    return token.head if there else None


def is_said(clause: Token) -> bool:
    """Not a participle ("die gestern erhobene Forderung"), nor a relative clause with its pronoun."""
    # but "die Sorge, *dass* Oslo Truppen entsendet", which looks like a participle
    finite = any(c.dep_.startswith("aux") or c.dep_ == "mark" for c in clause.children)
    bare = syntax.feature(clause, "VerbForm") == "Part" and not finite
    relative = any(syntax.is_relative(c) or any(map(syntax.is_relative, c.children)) for c in clause.children)
    return syntax.is_predicate(clause) and not bare and not (clause.dep_ == "acl:relcl" and relative)


def _is_phrase(child: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    adposition = syntax.preposition(child)
    if child.dep_ not in ("nmod", "obl", "obl:arg") or adposition not in row.content:
        return False
    return row.addressee != adposition or is_content(child, lexicon)
