"""Words of saying with their source, addressee and content: "Moskau bestreitet den Einsatz", "laut Polizei"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.arguments import is_reflexive
from kg.lang.lexicon import REFLEXIVE, ClaimFrame, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SENTENTIAL = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass"))
ATTACHED = frozenset(("parataxis", "conj", "advcl", "appos", "dep"))
"""Relations by which the parser joins a reported main clause to its verb of saying, if not as `ccomp`."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying as the syntax shows it; without sources the speaker is unnamed."""

    token: Token
    row: ClaimFrame
    sources: tuple[Token, ...] = ()
    addressees: tuple[Token, ...] = ()
    roots: tuple[Token, ...] = ()
    """Heads of the content: what is below them is said, not the case."""
    speech: str = "indirect"
    quotes: tuple[Span, ...] = ()
    """Verbatim quotations, without their marks."""


def find(sentence: Span, lexicon: Lexicon) -> Iterator[Cue]:
    """The words of saying of a sentence, in text order; direct speech is added by `quotes`."""
    for token in sentence:
        if token.pos_ in syntax.PREDICATES and token.dep_ != "amod":
            cue = _verb(token, lexicon)
        elif token.pos_ == "NOUN":
            cue = _noun(token, lexicon)
        elif token.dep_ == "case":
            cue = _adposition(token, lexicon)
        else:
            cue = _adjective(token, lexicon)
        if cue is not None:
            yield cue
        if token.pos_ == "VERB" and token.dep_ != "amod" and cue is None:
            cue = _adjective(token, lexicon)
            if cue is not None:
                yield cue


def _verb(verb: Token, lexicon: Lexicon) -> Cue | None:
    key = (REFLEXIVE if is_reflexive(verb) else "") + verb.lemma_
    rows = lexicon.claims.get(("verb", key)) or lexicon.claims.get(("verb", verb.lemma_)) or []
    fitting = [r for r in rows if _object_fits(verb, r, lexicon)]
    if not fitting:
        return None
    # "sorgte sich um" and "sorgte sich, dass" may be two rows: the first whose content is there
    tried = [(r, tuple(_verb_content(verb, r, lexicon))) for r in fitting]
    row, roots = next((t for t in tried if t[1]), tried[0])
    return Cue(verb, row, tuple(_verb_sources(verb, row, lexicon)), tuple(_addressees(verb, row)), roots)


def _object_fits(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    """Whether the object is of the class that the row asks for: a Forderung is refused, a Vorwurf denied."""
    if not row.object:
        return True
    deps = ("nsubj:pass",) if syntax.is_passive(verb) else ("obj",)
    return any(lexicon.cue(row.object, lexicon_head(c, row.object, lexicon)) for c in syntax.children(verb, *deps))


def lexicon_head(noun: Token, kind: str, lexicon: Lexicon) -> str:
    """The end of a compound that a table has ("Hauptforderung": Forderung), else the lemma."""
    table = lexicon.cues.get(kind, {})
    lemma = noun.lemma_
    tails = (lemma[begin:].lstrip("-").capitalize() for begin in range(2, len(lemma) - 2))
    return lemma if lemma in table else next((tail for tail in tails if tail in table), lemma)


def _verb_sources(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> list[Token]:
    if row.source == "dative":
        found = [c for c in verb.children if c.dep_ in ("iobj", "obl:arg") and not syntax.preposition(c)]
    elif row.source == "nsubj":
        if syntax.is_passive(verb):
            found = syntax.children(verb, "obl:agent")
        else:
            subject = syntax.subject(verb)
            found = [subject] if subject is not None else []
    else:
        found = [c for c in verb.children if syntax.preposition(c) == row.source]
    return [t for s in found for t in _people(s, lexicon)]


def _people(token: Token, lexicon: Lexicon) -> list[Token]:
    """The joined phrases, with the noun of a relative pronoun; "es" and "man" name nobody."""
    if syntax.is_relative(token):
        noun = syntax.antecedent(token)
        return [noun] if noun is not None else []
    return [t for t in syntax.coordinated(token) if not lexicon.cue("nobody", t.lower_)]


def _addressees(verb: Token, row: ClaimFrame) -> list[Token]:
    if row.addressee == "dative":
        found = [c for c in verb.children if c.dep_ in ("iobj", "obl:arg") and not syntax.preposition(c)]
    elif row.addressee == "obj":
        deps = ("nsubj:pass",) if syntax.is_passive(verb) else ("obj",)
        found = [c for c in syntax.children(verb, *deps) if c.pos_ != "PRON" or not is_reflexive(verb)]
    elif row.addressee:
        found = [c for c in verb.children if syntax.preposition(c) == row.addressee]
    else:
        found = []
    return [t for a in found for t in syntax.coordinated(a)]


def _verb_content(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    clausal = bool(row.content & {"ccomp", "xcomp", "quote"})
    found = False
    for child in verb.children:
        if (
            (child.dep_ in SENTENTIAL and clausal)
            or (child.dep_ in ("advcl", "acl") and "xcomp" in row.content and _is_zu_infinitive(child))
            or (child.dep_ == "obj" and "obj" in row.content and row.addressee != "obj")
            or (child.dep_ == "nsubj:pass" and "obj" in row.content and row.addressee != "obj")
        ):
            found = True
            yield child
        elif child.dep_ in ("obl", "obl:arg", "nmod") and syntax.preposition(child) in row.content:
            yield child
    if not found and clausal:
        yield from _loose_content(verb, lexicon)


def _is_zu_infinitive(verb: Token) -> bool:
    marks = syntax.children(verb, "mark")
    return syntax.feature(verb, "VerbForm") == "Inf" and all(m.pos_ == "PART" for m in marks)


def _loose_content(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """A reported main clause beside its verb: "…, sagte Meier, die Lage sei ernst", "Die Lage sei ernst, sagte er"."""
    for child in verb.children:
        if child.dep_ in ATTACHED and is_reported(child, lexicon):
            yield child
            return
    for node in verb.sent:
        # the parser may hang it on the main verb: "…, nachdem Kiew erklärt hatte, Moskau habe angegriffen"
        joined = node.head in (verb, *syntax.ancestors(verb)) and node.i > verb.i
        if joined and node.dep_ in ATTACHED and is_reported(node, lexicon) and syntax.is_predicate(node):
            yield node
            return
    if verb.dep_ in ("parataxis", "dep", "conj", "advcl") and not syntax.children(verb, "mark"):
        head = verb.head
        if is_reported(head, lexicon) or verb.dep_ == "parataxis":
            yield head


def is_reported(predicate: Token, lexicon: Lexicon) -> bool:
    """Konjunktiv I, the mood of reported speech: "er sei krank"; not the wish or order of "man nehme"."""
    finite = syntax.finite(predicate)
    if lexicon.cue("reported", finite.lower_):
        return True
    if syntax.mood(predicate) != "Sub" or syntax.feature(finite, "Tense") != "Pres":
        return False
    return syntax.feature(finite, "Person") == "3"


def _noun(noun: Token, lexicon: Lexicon) -> Cue | None:
    rows = lexicon.claims.get(("noun", noun.lemma_)) or lexicon.claims.get(
        ("noun", _claim_tail(noun.lemma_, lexicon)), []
    )
    for row in rows:
        cue = _noun_row(noun, row, lexicon)
        if cue is not None:
            return cue
    return None


def _noun_row(noun: Token, row: ClaimFrame, lexicon: Lexicon) -> Cue | None:
    roots = [c for c in noun.children if c.dep_ in ("acl", "ccomp", "xcomp", "advcl") and not _is_participle(c)]
    roots += [c for c in noun.children if c.dep_ in ("nmod", "obl") and syntax.preposition(c) in row.content]
    verb = noun.head if lexicon.cue("support", noun.head.lemma_) and noun.dep_ in ("obj", "obl", "nsubj:pass") else None
    if verb is not None:
        roots += [c for c in verb.children if c.dep_ in SENTENTIAL]
        roots += [c for c in verb.children if c.dep_ == "obl" and syntax.preposition(c) in row.content - {"in"}]
    genitives = [c for c in noun.children if _is_genitive(c, lexicon)]
    if "genitive" in row.content:
        roots += genitives
        genitives = []
    sources = genitives if row.source == "genitive" and "genitive" not in row.content else []
    sources = sources or [c for c in noun.children if c.dep_ == "det:poss" or _is_demonym(c)]
    if verb is not None and not syntax.is_passive(verb):
        subject = syntax.subject(verb)
        sources = [subject] if subject is not None and subject.i != noun.i else sources
    people = tuple(t for s in sources for t in _people(s, lexicon))
    return Cue(noun, row, people, (), tuple(roots), "reported") if roots else None


def _claim_tail(lemma: str, lexicon: Lexicon) -> str:
    """The end of a compound that is a noun of saying ("Lohnforderung": Forderung)."""
    tails = (lemma[begin:].lstrip("-").capitalize() for begin in range(2, len(lemma) - 3))
    return next((tail for tail in tails if ("noun", tail) in lexicon.claims), "")


def _is_participle(token: Token) -> bool:
    return syntax.feature(token, "VerbForm") == "Part"


def _is_genitive(token: Token, lexicon: Lexicon) -> bool:
    adposition = syntax.preposition(token)
    return token.dep_ == "nmod" and (not adposition or bool(lexicon.cue("genitive", adposition)))


def _is_demonym(token: Token) -> bool:
    return token.dep_ == "amod" and token.ent_type_ == "DEM"


def _adposition(adposition: Token, lexicon: Lexicon) -> Cue | None:
    """ "laut Polizei", "Berichten zufolge", "nach Angaben der Polizei": what the clause says is the source's."""
    rows = lexicon.claims.get(("adposition", adposition.lemma_.lower())) or lexicon.claims.get(
        ("adposition", adposition.lower_), []
    )
    noun = adposition.head
    reports = bool(lexicon.cue("report", lexicon_head(noun, "report", lexicon)))
    if not rows or (lexicon.cue("needs_report", rows[0].lemma) and not reports):
        return None
    if reports:
        sources = [c for c in noun.children if _is_genitive(c, lexicon) or c.dep_ == "det:poss" or _is_demonym(c)]
    else:
        sources = [noun]
    people = tuple(t for s in sources for t in _people(s, lexicon))
    return Cue(adposition, rows[0], people, (), (syntax.clause(noun.head),), "reported")


def _adjective(token: Token, lexicon: Lexicon) -> Cue | None:
    """ "Frankreich ist besorgt über die Zusammenarbeit"."""
    rows = lexicon.claims.get(("adjective", token.lemma_)) or lexicon.claims.get(("adjective", token.lower_), [])
    if not rows or token.dep_ == "amod":
        return None
    subject = syntax.subject(token)
    if subject is None:
        return None
    people = tuple(_people(subject, lexicon))
    for row in rows:
        roots = [c for c in token.children if _is_content(c, row)]
        if roots:
            return Cue(token, row, people, (), tuple(roots))
    return None


def _is_content(child: Token, row: ClaimFrame) -> bool:
    if child.dep_ in SENTENTIAL:
        return bool(row.content & {"ccomp", "xcomp"})
    return syntax.preposition(child) in row.content


def governing(token: Token, cues: Sequence[Cue]) -> list[Cue]:
    """The cues whose content the token is in, the innermost first."""
    found: list[tuple[int, int, Cue]] = []
    path = list(syntax.ancestors(token))
    places = {node.i: step for step, node in enumerate(path)}
    for number, cue in enumerate(cues):
        reached = [places[root.i] for root in cue.roots if root.i in places]
        if not reached:
            continue
        step = min(reached)
        below = path[:step]
        if cue.token.i in {node.i for node in below} and cue.row.pos != "adposition":
            continue  # a word in the cue's own phrase, not in its content
        if cue.row.pos == "adposition" and _apart(below, cue):
            continue
        found.append((step, number, cue))
    return [cue for _, _, cue in sorted(found, key=lambda f: f[:2])]


def _apart(below: Sequence[Token], cue: Cue) -> bool:
    """A relative clause is not under "Berichten zufolge" of its main clause, nor is the source's own phrase."""
    phrase = {cue.token.head.i} | {t.i for t in cue.token.head.subtree}
    return any(node.dep_ == "acl:relcl" or node.i in phrase for node in below)
