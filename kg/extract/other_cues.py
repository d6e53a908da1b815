"""Words of saying that are no verbs: nouns, prepositions, adjectives, "so der Minister", "Moskau: …"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.clauses import is_unmarked_report
from kg.extract.cue import (
    NARRATOR,
    SENTENTIAL,
    Cue,
    compound_head,
    is_content,
    is_event_noun,
    is_genitive,
    people,
)
from kg.extract.restrictions import is_actor
from kg.lang.lexicon import ClaimFrame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Span, Token
    from kg.lang.lexicon import Lexicon

CLAUSAL = frozenset(("acl", "acl:relcl", "ccomp", "xcomp", "advcl", "appos", "parataxis"))
COLON = ClaimFrame("-", "colon", "Assertion", "CT+", "complement", "", frozenset(), "", "", "")
"""The source of a headline: "Moskau: Kein Einsatz fremder Truppen"."""
CALLED_FALSE = ClaimFrame("-", "predicate", "Denial", "CT-", "", "", frozenset(), "", "", "")
"""A denial by a predicate: "sei erfunden", "sei eine Lüge"."""
HEADLINE = 4
"""Words before such a colon, at most."""


def noun(token: Token, lexicon: Lexicon) -> Cue | None:
    """A noun of saying: "die Forderung der Union nach einem Abzug", "brachte seine Sorge über … zum Ausdruck"."""
    rows = lexicon.claims.get(("noun", token.lemma_)) or lexicon.claims.get(("noun", _tail(token.lemma_, lexicon)), [])
    return next((cue for row in rows if (cue := _noun_row(token, row, lexicon)) is not None), None)


@cache
def _tail(lemma: str, lexicon: Lexicon) -> str:
    """The end of a compound that is a noun of saying ("Lohnforderung": Forderung); its first part must be a word."""
    tails = (lemma[begin:].lstrip("-").capitalize() for begin in range(4, len(lemma) - 3))
    return next((tail for tail in tails if ("noun", tail) in lexicon.claims), "")


def _noun_row(token: Token, row: ClaimFrame, lexicon: Lexicon) -> Cue | None:
    if row.object and not any(lexicon.cue(row.object, *syntax.words(c)) for c in token.children):
        return None  # "Beweise", where the row wants "keine Beweise"
    verb = _support(token, lexicon) or (_governor(token) if row.object else None)
    roots = [c for c in token.children if c.dep_ in CLAUSAL and _is_said(c)]
    roots += [c for c in token.children if _is_phrase(c, row, lexicon)]
    if verb is not None:
        roots += [c for c in verb.children if c.dep_ in SENTENTIAL and c.i != token.i]
        roots += [c for c in verb.children if c.i != token.i and _is_phrase(c, row, lexicon)]
        for place, deps in (("obj", ("obj",)), ("dative", ("iobj", "obl:arg"))):
            if place in row.content:
                roots += [c for c in verb.children if c.dep_ in deps and c.i != token.i]
    genitives = [c for c in token.children if is_genitive(c, lexicon)]
    beside = (*token.children, *(verb.children if verb is not None else ()))
    if "ccomp" in row.content and not roots:  # "vertreten die Auffassung, die Welt befände sich …"
        roots += [c for c in beside if c.i > token.i and is_unmarked_report(c, lexicon)]
    if "genitive" in row.content:
        roots += [c for c in genitives if is_event_noun(c, lexicon)]
        genitives = [c for c in genitives if not is_event_noun(c, lexicon)]
    if not roots:
        return None
    said = [c for c in genitives if syntax.preposition(c) in row.content]  # "von Kämpfen war die Rede"
    sources = [c for c in genitives if c not in said] if row.source == "genitive" else []
    sources = sources or [c for c in token.children if c.dep_ == "det:poss" or _is_demonym(c)]
    holder = syntax.own_subject(token) if any(c.dep_ == "cop" for c in token.children) else None
    if holder is not None and not sources and is_actor(holder, lexicon):
        sources = [holder]  # "Die Union ist der Auffassung, …"
    if verb is not None and not syntax.is_passive(verb):
        subject = syntax.subject(verb)
        sources = [subject] if subject is not None and subject.i != token.i else sources
    return Cue(token, row, tuple(t for s in sources for t in people(s, lexicon)), (), tuple(roots), (), "reported")


def _support(token: Token, lexicon: Lexicon) -> Token | None:
    """The light verb of a noun of saying: "*äußerte* Besorgnis", "*brachte* … zum Ausdruck", "*stellte* in Abrede"."""
    verb = token.head
    said_by = lexicon.claims.get(("adposition", syntax.preposition(token)))
    if token.dep_ not in ("obj", "obl", "nsubj:pass", "obl:arg") or said_by:
        return None
    return verb if lexicon.cue("support", verb.lemma_) else None


def _governor(token: Token) -> Token | None:
    """The verb whose object or passive subject the noun is: "*fanden* keine Beweise"."""
    return token.head if token.dep_ in ("obj", "nsubj:pass") and token.head.pos_ == "VERB" else None


def _is_said(clause: Token) -> bool:
    """Not a participle ("die gestern erhobene Forderung"), nor a relative clause with its pronoun."""
    bare = syntax.feature(clause, "VerbForm") == "Part" and not any(c.dep_.startswith("aux") for c in clause.children)
    relative = any(syntax.is_relative(c) or any(map(syntax.is_relative, c.children)) for c in clause.children)
    return syntax.is_predicate(clause) and not bare and not (clause.dep_ == "acl:relcl" and relative)


def _is_phrase(child: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    adposition = syntax.preposition(child)
    if child.dep_ not in ("nmod", "obl", "obl:arg") or adposition not in row.content:
        return False
    return row.addressee != adposition or is_content(child, lexicon)


def _is_demonym(token: Token) -> bool:
    return token.dep_ == "amod" and token.ent_type_ == "DEM"


def adposition(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "laut Polizei", "Berichten zufolge", "nach Angaben der Polizei": what the clause says is the source's."""
    rows = lexicon.claims.get(("adposition", token.lemma_.lower())) or lexicon.claims.get(
        ("adposition", token.lower_), []
    )
    said = token.head
    reports = bool(lexicon.cue("report", compound_head(said.lemma_, "report", lexicon)))
    if said.dep_ == "nmod" and lexicon.cue("asks", said.head.lemma_):
        return None  # "die Frage nach den Angaben der Polizei"
    if not rows or not (reports or _names_source(said, lexicon.cue("needs_report", rows[0].lemma), lexicon)):
        return None
    row = rows[0]
    about = any(lexicon.cue("anaphor", c.lower_) for c in said.children)
    if reports and (about or any(t.dep_ in CLAUSAL and _is_said(t) for t in said.subtree)):
        return None  # "nach Berichten darüber, dass …" is a time, not a source
    if reports:
        own = lexicon.claims.get(("noun", said.lemma_), [])
        row = next((r for r in own if r.type in ("Assertion", "Expectation")), row)
        row = ClaimFrame(row.lemma, "adposition", COLON.type, row.factuality, "", "", frozenset(), "", "", "")
        sources = [c for c in said.children if is_genitive(c, lexicon) or c.dep_ == "det:poss" or _is_demonym(c)]
        sources = sources or ([said] if is_actor(said, lexicon) else [])
        sources = [c for c in sources if is_actor(c, lexicon)] or sources  # "Angaben des Gouverneurs …  der Provinz"
    else:
        sources = [said]
    who = tuple(t for s in sources for t in people(s, lexicon))
    return Cue(token, row, who, (), (syntax.clause(said.head),), (), "reported")


def _names_source(noun: Token, classes: str, lexicon: Lexicon) -> bool:
    """Whether a noun that is no report is a source of the adposition: "gemäß der Zeitung", not "nach dem Angriff"."""
    return not classes or (classes == "actor" and is_actor(noun, lexicon))


def adjective(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "Frankreich ist besorgt über die Zusammenarbeit", "zeigte sich besorgt über …"."""
    rows = lexicon.claims.get(("adjective", token.lower_)) or lexicon.claims.get(("adjective", token.lemma_), [])
    if not rows or token.dep_ == "amod":
        return None
    hung = token.dep_ in ("xcomp", "advmod", "obl", "ccomp", "conj", "dep")
    verb = token.head if hung and token.head.pos_ == "VERB" else token
    subject = syntax.subject(token) or syntax.subject(verb)
    for row in rows:
        if subject is None and row.source not in ("", NARRATOR):
            continue  # "wurde bekannt, dass …" needs none
        below = [c for node in (token, verb) for c in node.children if c.i != token.i]
        own = None if row.source == NARRATOR else subject  # "Ob sie kommen, ist unklar": the subject is the content
        roots = [c for c in dict.fromkeys(below) if c is not own and _is_adjective_content(c, row)]
        left_by_someone = row.source == NARRATOR and subject is not None and all(c is not subject for c in roots)
        if roots and not (left_by_someone and subject is not None and is_actor(subject, lexicon)):  # "ließ offen, ob …"
            who = people(own, lexicon) if own is not None and row.source else []
            return Cue(token, row, tuple(who), (), tuple(roots), (), _speech(roots))
    return None


def _speech(roots: list[Token]) -> str:
    return "indirect" if any(syntax.is_predicate(r) for r in roots) else "reported"


def _is_adjective_content(child: Token, row: ClaimFrame) -> bool:
    if any(c.dep_ == "mark" and c.lower_ in row.content for c in child.children):
        return True  # "unklar, ob …"
    if child.dep_ in SENTENTIAL:
        return bool(row.content & {"ccomp", "xcomp"})
    return syntax.preposition(child) in row.content


def falsehood(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "Die Vorwürfe seien haltlos": who says so denies what he was told."""
    subject = syntax.own_subject(token)
    if subject is None or token.dep_ == "amod" or not lexicon.cue("falsehood", *syntax.words(token)):
        return None
    head = compound_head(subject.lemma_, "accusation", lexicon)
    if not lexicon.cue("accusation", head) and not lexicon.cue("anaphor", subject.lower_):
        return None
    return Cue(token, CALLED_FALSE, (), (), (subject,), (), "indirect")


def so(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "…, so der Minister": the noun right behind is the source of the clause."""
    if not lexicon.cue("said_by", token.lower_) or token.i == token.sent.start:
        return None
    row = next(iter(lexicon.claims.get(("adverb", token.lower_), [])), None)
    said = _right_behind(token)
    if row is None or said is None or not token.nbor(-1).is_punct:
        return None
    roots = (syntax.clause(said.head),)
    return Cue(token, row, tuple(people(said, lexicon)), (), roots, (), "reported") if roots[0] is not said else None


def _right_behind(token: Token) -> Token | None:
    """The head of the noun phrase that begins with the next word, whatever the adverb hangs on."""
    below = {t.i for t in token.subtree}
    rest = [t for t in token.doc[token.i + 1 : token.sent.end] if not t.is_space]
    for place, noun in enumerate(rest):
        if noun.is_punct or noun.pos_ in syntax.PREDICATES or noun.dep_ == "case":
            return None
        own = noun.pos_ in ("NOUN", "PROPN") or (noun.pos_ == "PRON" and place == 0)
        if own and all(t.head is noun or t.head.i in range(token.i, noun.i + 1) for t in rest[:place]):
            return noun if noun.head.i not in below else None
    return None


def told(token: Token, lexicon: Lexicon) -> Cue | None:
    """As in "Demnach starben zwei Menschen": the clause is that of the source of the sentence before."""
    mood = lexicon.cue("told", token.lower_)
    row = next(iter(lexicon.claims.get(("adverb", token.lower_), [])), None)
    if not mood or row is None or token.dep_ not in ("advmod", "obl"):
        return None
    root = syntax.clause(token.head)
    if mood == "subjunctive" and syntax.mood(root) != "Sub":
        return None  # "Danach reiste er ab" is a time
    return Cue(token, row, (), (), (root,), (), "reported")


def headline(sentence: Span, lexicon: Lexicon) -> Iterator[Cue]:
    """As in "Seoul: Pjöngjang schickte 1.500 Soldaten an die Front"."""
    for token in sentence[:HEADLINE]:
        if token.text != ":":
            continue
        names = [t for t in sentence if t.i < token.i and (t.ent_type_ in ("LOC", "ORG", "PER") or t.pos_ == "PROPN")]
        after = [t for t in sentence if t.i > token.i and not t.is_punct]
        verbs = any(t.pos_ in syntax.PREDICATES for t in sentence if t.i < token.i)
        if names and after and not verbs and not any(t.dep_ == "case" for t in sentence if t.i < token.i):
            roots = tuple(t for t in after if t.head.i <= token.i or t.head.i == t.i)
            yield Cue(token, COLON, tuple(people(names[0], lexicon)), (), roots, (), "reported")
