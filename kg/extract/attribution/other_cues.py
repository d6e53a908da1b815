"""Words of saying that are neither verbs nor nouns: prepositions, adjectives, "so der Minister", "haltlos"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.authors import reporter
from kg.extract.attribution.behind import CLAUSAL, follows_colon
from kg.extract.attribution.cue import (
    NARRATOR,
    SENTENTIAL,
    Cue,
    asked,
    asks,
    compound_head,
    is_genitive,
    mode,
    people,
)
from kg.extract.attribution.datives import BARE_DATIVE
from kg.extract.attribution.headlines import COLON
from kg.extract.attribution.noun_cues import is_said, reacts
from kg.extract.attribution.noun_sources import MET, anybody_in, is_demonym
from kg.extract.attribution.purported import is_unconfirmed, lacks_viewer, viewers
from kg.extract.participants.restrictions import is_actor, is_time
from kg.extract.participants.subjects import is_reflexive, is_reflexive_pronoun
from kg.lang.lexicon import REFLEXIVE, ClaimFrame

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

WISHED = {"Announcement": "PR+", "Demand": "U"}
"""Factuality of what somebody wants, by class: "nach den Plänen der Regierung", "nach dem Willen der Koalition"."""
SUBJECT = "nsubj"


def adposition(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "laut Polizei", "Berichten zufolge", "nach Angaben der Polizei": what the clause says is the source's."""
    rows = adposition_rows(token.lemma_, token.lower_, lexicon)
    if not rows:
        return None
    said = token.head
    if _is_time_or_manner(token, lexicon):
        return None
    wish = _wish(token, lexicon)
    if wish is not None:
        return wish
    sight = bool(rows[0].object)  # "aus *Sicht* der Partei", not "aus Berlin"
    reports = bool(lexicon.cue(rows[0].object if sight else "report", compound_head(said.lemma_, "report", lexicon)))
    if sight and not reports:
        return None
    reports = reports or _finds(said, lexicon)
    if said.dep_ == "nmod" and lexicon.cue("asks", said.head.lemma_):
        return None  # "die Frage nach den Angaben der Polizei"
    if not (reports or _names_source(said, lexicon.cue("needs_report", rows[0].lemma), lexicon)):
        return None
    row = rows[0]
    about = any(lexicon.cue("anaphor", c.lower_) for c in said.children)
    # what the parser hangs on it behind the verb is what they say: "Nach Berichten wird geprüft, *ob* …"
    below = (t for t in said.subtree if t.dep_ in CLAUSAL and (t.i < said.head.i or said.head.i < said.i))
    if reports and (about or any(is_said(t) and not (_is_told_of(t) or _is_told_of(t.head)) for t in below)):
        return None  # "nach Berichten darüber, dass …" is a time, not a source
    if reports:
        row, sources = _report_row(said, row, lexicon), _reporters(said, lexicon)
    else:
        noun = syntax.antecedent(said) if syntax.is_relative(said) else said  # "ein Bericht, *dem* zufolge …"
        if said.pos_ == "DET" and not syntax.is_relative(said):
            return None  # a pronoun that the tagger missed
        sources = [noun] if noun is not None else []
    # "laut Polizei und Drohungen": what the parser joined to a source need be none
    who = tuple(t for s in sources for t in people(s, lexicon) if t.i == s.i or is_actor(t, lexicon))
    # "die *laut Polizei* getöteten Soldaten": the attribute alone is what they say
    within = _is_in_attribute(token)
    if within and lexicon.verb_of(said.head.lower_) not in lexicon.verbs:
        return None  # "der laut Umfragen *beliebteste* Minister"
    roots = (said.head if within else _whole_clause(said.head),)
    return Cue(token, row, who, (), roots, (), mode(roots))


def _report_row(said: Token, row: ClaimFrame, lexicon: Lexicon) -> ClaimFrame:
    """The claim of "nach *Angaben* von": that of the noun, which asserts unless it foretells ("laut *Prognose*")."""
    own = lexicon.claims.get(("noun", said.lemma_), [])
    row = next((r for r in own if r.type in ("Assertion", "Expectation")), row)
    kind = row.type if lexicon.cue("forecast", compound_head(said.lemma_, "forecast", lexicon)) else COLON.type
    # "nach *unbestätigten*, *nicht bestätigten* Angaben"
    unsure = (lexicon.cue("hearsay", *syntax.words(c)) or is_unconfirmed(c, lexicon) for c in said.children)
    value = "PR+" if row.factuality == "CT+" and any(unsure) else row.factuality
    return ClaimFrame(row.lemma, "adposition", kind, value, "", "", frozenset(), "", "", "")


def _reporters(said: Token, lexicon: Lexicon) -> list[Token]:
    """Whose words they are: "Angaben *der Polizei*", "*ihre* Sicht", "*russische* Angaben", "*Polizei*angaben"."""
    sources = [c for c in said.children if is_genitive(c, lexicon) or c.dep_ == "det:poss" or is_demonym(c)]
    named = is_actor(said, lexicon) or reporter(said.lemma_, lexicon)[0]
    sources = sources or ([said] if named else [])
    sources = [c for c in sources if is_actor(c, lexicon)] or sources  # "Angaben des Gouverneurs …  der Provinz"
    return sources or _from(said, lexicon) or _of_themselves(said, lexicon)


def _is_time_or_manner(token: Token, lexicon: Lexicon) -> bool:
    """As in "*kurz nach* den Angaben der Polizei", or a mere adverb: "*mit laut* dröhnenden Traktoren"."""
    if token.i == token.sent.start:
        return False
    before = token.nbor(-1)
    return bool(lexicon.cue("soon", before.lower_)) or (before.dep_ == "case" and before.head.i == token.head.i)


def _is_told_of(clause: Token) -> bool:
    """Whether a clause begins like a relative one: "nach Angaben, *die* sich nicht prüfen lassen"."""
    first = next((t for t in clause.subtree if not t.is_punct), clause)
    return syntax.is_relative(first)


def _is_in_attribute(token: Token) -> bool:
    """Whether an adposition stands behind the article of a noun, before its attribute."""
    attribute = token.head.head
    before = ("det", "det:poss", "case")
    return attribute.dep_ == "amod" and any(
        c.i < token.i < attribute.i for c in attribute.head.children if c.dep_ in before
    )


@cache
def adposition_rows(lemma: str, form: str, lexicon: Lexicon) -> list[ClaimFrame]:
    """The rows of an adposition; few may introduce a source."""
    return lexicon.claims.get(("adposition", lemma.lower())) or lexicon.claims.get(("adposition", form), [])


def _from(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Where the words come from: "nach Angaben *aus dem Ministerium*", "aus *Regierungskreisen*"."""
    sources = [c for c in noun.children if c.dep_ == "nmod" and lexicon.cue("comes_by", c.adposition)]
    return [
        c
        for c in sources
        if is_actor(c, lexicon) or lexicon.cue("somebody", compound_head(c.lemma_, "somebody", lexicon))
    ]


def _of_themselves(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who acts in the clause, if he says so himself: "Nach *eigenen* Angaben besitzt *der Verein* zwei Häuser"."""
    if not any(lexicon.cue("own_words", c.lemma_) for c in syntax.children(noun, "amod")):
        return []
    subject = syntax.subject(_whole_clause(noun.head))
    able = subject is not None and (subject.pos_ in ("PRON", "PROPN") or is_actor(subject, lexicon))
    return [subject] if able and subject is not None else []


def _wish(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "*Nach dem Willen* der Koalition soll die Steuer sinken", "*laut Plänen* des Rates": not "laut Plan"."""
    noun = token.head
    kind = lexicon.cue("wish", compound_head(noun.lemma_, "wish", lexicon)) if noun.pos_ == "NOUN" else ""
    head = _whole_clause(noun.head)
    modals = (t for t in head.children if t.dep_ == "aux" and lexicon.cue("speech_act", t.lower_, t.lemma_))
    sources = [c for c in noun.children if is_genitive(c, lexicon) or c.dep_ == "det:poss" or is_demonym(c)]
    if not kind or not sources or next(modals, None) is None:
        return None
    row = ClaimFrame("wish", "adposition", kind, WISHED[kind], "", "", frozenset(), "", "", "")
    return Cue(token, row, tuple(t for s in sources for t in people(s, lexicon)), (), (head,), (), mode((head,)))


def _finds(noun: Token, lexicon: Lexicon) -> bool:
    """As in "nach dem vorläufigen Ergebnis *der Wahlkommission*", not "nach dem schlechten Ergebnis der Partei"."""
    kind = lexicon.cue("finding", compound_head(noun.lemma_, "finding", lexicon))
    if not kind or not any(is_genitive(c, lexicon) and is_actor(c, lexicon) for c in noun.children):
        return False
    return kind == "-" or any(lexicon.cue(kind, *syntax.words(c)) for c in syntax.children(noun, "amod"))


def _whole_clause(token: Token) -> Token:
    """The predicate of the clause, not of a participle in it: "laut Verband, *vertreten durch* Meier, droht …".

    Nor of one that the parser takes for what becomes of the object: "hat ihn laut Anklage *geplant* getötet".
    """
    head = syntax.clause(token)
    while head.dep_ in ("advcl", "acl", "xcomp") and syntax.mood(head) == "":
        bare = syntax.feature(head, "VerbForm") == "Part" or head.dep_ != "xcomp"
        if not bare or syntax.children(head, "mark", "aux"):
            break
        head = syntax.clause(head.head)
    return head


def predicate(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "Die Partei ist *gegen* die Reform": the noun is the content."""
    rows = lexicon.claims.get(("preposition", token.adposition)) if token.adposition else None
    if not rows:
        return None
    copula = any(c.dep_ == "cop" for c in token.children)
    head = token.head if token.dep_ == "obl" and token.head.pos_ == "AUX" else token  # or the copula is the head
    subject = syntax.own_subject(head)
    if not (copula or head is not token) or subject is None or not is_actor(subject, lexicon):
        return None
    if is_actor(token, lexicon) or is_time(token, lexicon):
        return None  # "Der Brief ist für den Minister"
    return Cue(head, rows[0], tuple(people(subject, lexicon)), (), (token,), (), "reported")


def _names_source(noun: Token, classes: str, lexicon: Lexicon) -> bool:
    """Whether a noun that is no report is a source of the adposition: "gemäß der Zeitung", not "nach dem Angriff"."""
    ruled = lexicon.is_a(noun.lemma_, ("law",))  # "gemäß dem Gesetz"
    return not classes or (classes == "actor" and (ruled or is_actor(noun, lexicon)))


def adjective(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "Frankreich ist besorgt über die Zusammenarbeit", "zeigte sich besorgt über …"."""
    rows, with_pronoun = adjective_rows(token.lower_, token.lemma_, lexicon)
    if with_pronoun and is_reflexive(token):  # "Niemand hat *sich* zu der Tat bekannt", taken for an adjective
        rows = with_pronoun
    if not rows or token.dep_ == "amod" or _undergoes(token, lexicon):
        return None
    first = token.i == token.sent.start and is_reflexive(token.head)  # "*Besorgt* über die Tat zeigte sich Meier"
    hung = first or token.dep_ in ("xcomp", "advmod", "obl", "ccomp", "conj", "dep")
    verb = token.head if hung and token.head.pos_ == "VERB" else token
    subject = _subject_behind(verb, lexicon) if first else syntax.subject(token) or syntax.subject(verb)
    for row in rows:
        if subject is None and row.source == "nsubj":
            continue  # "wurde bekannt, dass …" needs none
        if row.object and not any(lexicon.cue(row.object, *syntax.words(c)) for n in (token, verb) for c in n.children):
            continue  # "ist bekannt", where the row wants "ist nicht bekannt"
        below = [c for node in (token, verb) for c in node.children if c.i != token.i]
        seen_by = viewers(below, row.source, lexicon)
        if lacks_viewer(row, below, lexicon):
            continue  # "klar ist, dass …", where the row wants "*für sie* ist klar, dass …"
        knowing = [c for c in below if row.source == "dative" and c.dep_ in BARE_DATIVE]  # "*Ihm* ist nichts bekannt"
        # "Ob sie kommen, ist unklar": the subject is the content
        own = None if row.source == NARRATOR else next(iter(knowing), subject)
        if row.source == "dative" and (own is None or lexicon.cue("nobody", own.lower_)):
            continue  # "Von dem Angriff ist nichts bekannt": nobody denies it
        roots = [c for c in dict.fromkeys(below) if c is not own and _is_adjective_content(c, row)]
        roots = roots or [c for c in verb.children if row.type in MET and reacts(c, row, lexicon)]
        if not roots and row.source == "nsubj" and "ccomp" in row.content:
            roots = [c for c in below if c.dep_ == "parataxis" and follows_colon(c)]
        if any(lexicon.cue("degree", c.lower_) for c in token.children):
            roots = [c for c in roots if not syntax.is_predicate(c)]  # the outcome: "so wütend, *dass sie streiken*"
        if not roots and SUBJECT in row.content and subject is not None and not is_actor(subject, lexicon):
            roots = [subject]  # "*Die Ursache* ist noch unklar"
        left_by_someone = row.source == NARRATOR and subject is not None and all(c is not subject for c in roots)
        if roots and not (left_by_someone and subject is not None and is_actor(subject, lexicon)):  # "ließ offen, ob …"
            who = people(own, lexicon) if own is not None and row.source and not seen_by else seen_by
            who = who or anybody_in(verb, subject, lexicon)
            roots = [asked(root, lexicon) for root in roots]
            return Cue(token, row, tuple(who), (), tuple(roots), (), mode(roots))
    return None


def _undergoes(token: Token, lexicon: Lexicon) -> bool:
    """As in "ein Land, das von Krieg *erschüttert wird*": what befalls it is no stance; but "wurde *bekannt*"."""
    passive = (c for c in token.children if c.dep_ == "aux:pass" and lexicon.cue("becoming", c.lemma_))
    return token.pos_ == "VERB" and any(passive) and bool(syntax.children(token, "obl:agent"))


def _subject_behind(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who shows himself so, which the parser may take for an object as the adjective is its subject."""
    beside = (c for c in verb.children if c.i > verb.i and c.dep_ in ("nsubj", "obj") and not is_reflexive_pronoun(c))
    return next((c for c in beside if is_actor(c, lexicon)), None)


@cache
def adjective_rows(form: str, lemma: str, lexicon: Lexicon) -> tuple[list[ClaimFrame], list[ClaimFrame]]:
    """The rows of an adjective, and those of one with a reflexive pronoun."""
    rows = lexicon.claims.get(("adjective", form)) or lexicon.claims.get(("adjective", lemma), [])
    return rows, lexicon.claims.get(("adjective", REFLEXIVE + form), [])


def _is_adjective_content(child: Token, row: ClaimFrame) -> bool:
    if any(c.dep_ == "mark" and c.lower_ in row.content for c in child.children):
        return True  # "unklar, ob …"
    if row.source == NARRATOR and asks(child):
        return True  # "ungewiss, wer gewonnen hat"
    if child.dep_ in SENTENTIAL:
        return bool(row.content & {"ccomp", "xcomp"})
    return syntax.preposition(child) in row.content
