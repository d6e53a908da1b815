"""The record of a word of saying, and what its readers share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.participants.restrictions import is_actor
from kg.lang.lexicon import KEPT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.tree import Span, Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

SENTENTIAL = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass"))
CALLED = frozenset(("falsehood", "hedge", "doubted"))
"""What an object is called: "bezeichnete die Berichte *als Lüge*", "hält einen Angriff *für möglich*"."""
PASSING = frozenset(("adposition", "adverb", "colon"))
"""Parts of speech of cues whose content is the clause that they stand in: "laut Polizei", "…, so die Polizei"."""
NARRATOR = "narrator"
"""Source of a row: where nobody is named, nobody knows ("Unklar ist, ob …")."""
NEGATION = "negation"
"""Object of a row that is a word of saying only under a negation: "keine Beweise", "ist nicht erwiesen"."""
FREE = "quote"
"""Part of speech of what has no word of saying."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying as the syntax shows it; without sources the speaker is unnamed."""

    token: Token
    row: ClaimFrame
    sources: tuple[Token, ...] = ()
    addressees: tuple[Token, ...] = ()
    roots: tuple[Token, ...] = ()
    """Heads of the content: what is below them is said, not the case."""
    via: tuple[Token, ...] = ()
    """Whom the source relies on: "unter Berufung auf …"."""
    speech: str = "indirect"
    """"direct", "indirect" (a clause), "reported" (a noun, or by a noun), "free" (mood alone)."""
    quotes: tuple[Span, ...] = ()
    """Verbatim quotations, without their marks."""
    medium: tuple[Token, ...] = ()
    """The text that says it, where nobody is named: "im Bericht heißt es", "wird in einem Brief gefordert"."""


def mode(roots: Sequence[Token]) -> str:
    """How a content is said, in a clause or in a phrase: see `Cue.speech`."""
    return "indirect" if any(syntax.is_predicate(r) for r in roots) else "reported"


def asks(clause: Token) -> bool:
    """Whether a clause is an indirect question with a word that asks: "*wer* gewonnen hat", "*wie viele* kamen"."""
    if not syntax.is_predicate(clause) or clause.dep_ == "root":
        return False
    first = next((t for t in clause.subtree if not t.is_punct and t.dep_ != "case"), clause)
    return first.tag_ in tags.ASKING


def asked(noun: Token, lexicon: Lexicon) -> Token:
    """What a question asks: of "die Frage, *ob* er kam", "*warum* er kam" the clause; else the noun itself."""
    if noun.pos_ != "NOUN" or not lexicon.cue("asks", noun.lemma_):
        return noun
    clauses = [c for c in noun.children if c.is_clause]
    marks = ((c, m) for c in clauses for m in c.children if m.dep_ == "mark")
    wanted = next((c for c, m in marks if lexicon.cue("question", m.lower_)), None)
    return wanted or next((c for c in clauses if asks(c)), noun)


@lru_cache(maxsize=KEPT)
def compound_head(lemma: str, kind: str, lexicon: Lexicon) -> str:
    """The end of a compound that a table of cues has ("Hauptforderung": Forderung), else the lemma."""
    table = lexicon.cues.get(kind, {})
    if lemma in table or not lemma.lower().endswith(_endings(kind, lexicon)):
        return lemma
    tails = (lemma[begin:].lstrip("-").capitalize() for begin in range(2, len(lemma) - 2))
    return next((tail for tail in tails if tail in table), lemma)


@cache
def _endings(kind: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a table of cues as a compound ends with them: few do, and no other need be taken apart."""
    return tuple(map(str.lower, lexicon.cues.get(kind, ())))


def people(token: Token, lexicon: Lexicon) -> list[Token]:
    """The joined phrases, with the noun of a relative pronoun; "es" and "man" name nobody."""
    if syntax.is_relative(token):
        noun = syntax.antecedent(token)
        return [noun] if noun is not None else []
    joined = syntax.coordinated(token)
    if len(joined) == 1:
        unnamed = lexicon.cue("nobody", token.lower_) or lexicon.cue("anyone", token.lower_)  # nor "niemand", "jemand"
        return [] if unnamed else [_by_name(token)]
    return [t for t in joined if not lexicon.cue("nobody", t.lower_)]


def _by_name(noun: Token) -> Token:
    """The name at the end of a phrase, hung on a name inside it: "Sprecher der CDU/CSU-Fraktion *Max Meier*".

    Or below the name of whom he works for, which an apposition would have a comma behind: "Vilas *Anwalt Max Meier*".
    """
    if noun.ent_type_:
        after = next((c for c in noun.children if c.i == noun.i + 1 and c.dep_ == "appos"), None)
        if after is None or after.pos_ != "NOUN" or after.ent_type_:
            return noun
        return after if any(c.ent_type_ == "PER" for c in after.children) else noun
    if noun.pos_ != "NOUN":
        return noun
    below = [t for t in noun.subtree if t.i > noun.i]
    for before, token in pairwise(below):
        first = token.ent_type_ == "PER" and token.ent_iob_ == "B" and token.dep_ in ("flat", "appos")
        if first and token.head.i != noun.i and token.head.ent_type_ in ("ORG", "LOC") and not before.is_punct:
            return token
    return noun


def is_event_noun(token: Token, lexicon: Lexicon) -> bool:
    """Whether the noun means an event, or something said."""
    if token.pos_ != "NOUN" or token.ent_type_:
        return False
    return bool(lexicon.nominal(token.lemma_)[0]) or ("noun", token.lemma_) in lexicon.claims


def is_content(token: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase that may be either is the content of a word of saying, not an actor."""
    points_back = token.pos_ in ("PRON", "DET") and bool(lexicon.cue("anaphor", token.lower_))
    return points_back or is_event_noun(token, lexicon) or not is_actor(token, lexicon)


def is_genitive(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token is a genitive or "von" phrase of its noun."""
    adposition = syntax.preposition(token)
    return token.dep_ == "nmod" and (not adposition or bool(lexicon.cue("genitive", adposition)))


def is_zu_infinitive(token: Token) -> bool:
    """Whether the token is an infinitive with "zu" that no "um" or "ohne" introduces: "freizulassen", "zu gehen"."""
    marks = syntax.children(token, "mark")
    own = token.tag_ == tags.TO_INFINITIVE or any(m.tag_ == tags.TO for m in marks)
    return own and all(m.pos_ == "PART" for m in marks)


def is_to_be_done(verb: Token, lexicon: Lexicon) -> bool:
    """What can or must be, by or for anybody: "Ein Anschlag *ist* nicht *auszuschließen*"."""
    helping = (c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop") and lexicon.cue("being", c.lemma_))
    return any(syntax.feature(c, "VerbForm") == "Fin" for c in helping) and is_zu_infinitive(verb)


def is_in_own_person(predicate: Token) -> bool:
    """Whether a clause speaks of who says it, or of who is addressed: "*ich habe* …", "*ihr werdet* …"."""
    verb = syntax.finite(predicate)
    return syntax.feature(verb, "Person") in ("1", "2") and syntax.feature(verb, "VerbForm") == "Fin"


def is_reported(predicate: Token, lexicon: Lexicon) -> bool:
    """Konjunktiv I, the mood of reported speech: "er sei krank"; not "könnte", nor the "habe" of "ich"."""
    finite = syntax.finite(predicate)
    reports, may_report = _form_reports(finite.lower_, finite.lemma_, lexicon)
    if reports or not may_report:
        return reports
    is_third = syntax.feature(finite, "Person") == "3"
    return is_third and syntax.mood(predicate) == "Sub" and syntax.feature(finite, "Tense") == "Pres"


@cache
def _form_reports(form: str, lemma: str, lexicon: Lexicon) -> tuple[bool, bool]:
    """Whether a finite verb is in that mood, and whether it may be, by its form."""
    if lexicon.cue("reported", form):
        return True, True
    # "streifte" is a past tense, whatever the tagger says
    regular = form == lemma.lower().removesuffix("n").removesuffix("e") + "e"
    return False, regular and not (lexicon.cue("modal", form) or lexicon.cue("unreal", form))


def governing(token: Token, cues: Sequence[Cue]) -> list[Cue]:
    """The cues whose content the token is in, the innermost first."""
    if not cues:
        return []
    found: list[tuple[int, int, Cue]] = []
    path = syntax.ancestors(token)
    beyond = len(path)
    for number, cue in enumerate(cues):
        reached = beyond
        for root in cue.roots:
            if root in path:
                reached = min(reached, path.index(root))
        if reached == beyond:
            continue
        if cue.speech == "direct" and not _is_quoted(token, cue) and _all_quoted(cue):
            continue
        below = path[:reached]
        if any(map(is_apart, below)):
            continue
        if cue.row.pos in PASSING:
            if cue.row.pos != "colon" and _apart(below, cue):
                continue
        elif cue.token in below:
            continue  # a word in the cue's own phrase, not in its content
        found.append((reached, number, cue))
    if len(found) > 1:  # "äußerte die *Hoffnung*, dass …": the noun is what is held
        verbs = {cue.token.i for _, _, cue in found if cue.row.pos == "verb"}
        nouns = {number for _, number, cue in found if cue.row.pos == "noun" and cue.token.head.i in verbs}
        return [cue for _, _, cue in sorted(found, key=lambda f: (f[0], f[1] not in nouns, f[1]))]
    return [cue for _, _, cue in found]


def _is_quoted(token: Token, cue: Cue) -> bool:
    """As in "sagte, der Angriff sei „ein Fehler des Ministers“": between cue and quotation it is said too."""
    return any(q.start <= token.i < q.end or cue.token.i < token.i < q.start for q in cue.quotes)


def is_apart(clause: Token) -> bool:
    """Whether a main clause is joined to a subordinate one: "sagte, dass es brenne, *und der Minister flog ab*"."""
    if clause.dep_ != "conj" or not syntax.is_predicate(clause) or not syntax.children(clause.head, "mark"):
        return False
    first = next(iter(syntax.children(clause, "cc")), None)
    if first is None or first.i == 0 or first.nbor(-1).text != "," or syntax.children(clause, "mark"):
        return False
    finite = syntax.finite(clause)
    # the finite verb goes second: not "wenn es brennt, und alle *fliehen*"
    second = finite.i < clause.i or any(c.i > finite.i and not c.is_punct and not c.is_clause for c in clause.children)
    return second and syntax.own_subject(clause) is not None and syntax.mood(clause) == "Ind"


def _all_quoted(cue: Cue) -> bool:
    """Whether all that the cue says is verbatim."""
    return all(any(q.start <= root.i < q.end for q in cue.quotes) for root in cue.roots)


def _apart(below: Sequence[Token], cue: Cue) -> bool:
    """A relative clause is not under "Berichten zufolge" of its main clause, nor is the source's own phrase.

    An adverb hangs on what is said, no phrase of a source: "Sie haben demnach *Ermittlungen* eingeleitet".
    """
    above = cue.token.head
    phrase = {t.i for t in (cue.token if any(root.i == above.i for root in cue.roots) else above).subtree}
    if above.head.i == above.i:  # "Der Plan *sei*, so Meier, *eine Last*", all hung on Meier
        phrase -= {t.i for root in cue.roots if root.head.i == above.i for t in root.subtree}
    return any(node.dep_ == "acl:relcl" or node.i in phrase for node in below)
