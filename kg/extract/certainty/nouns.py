"""How certain an event noun is by its own words, and by what a copula calls it: "Ziel ist *der Abzug*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import compound_head
from kg.extract.certainty.hedges import hedged
from kg.extract.certainty.presupposed import is_past
from kg.extract.tree import SUBJECTS

if TYPE_CHECKING:
    from kg.extract.certainty.judgement import Judgement
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

NEGATED_BY = {"det": "negation", "advmod": "negation", "amod": "negation", "case": "without"}
"""The kinds of words that negate a noun, by their relation to it."""
CALLED = ("equated", "implicative", "plan")
"""Kinds of nouns that say whether what they name happened: "Ziel", "Bedingung", "Thema"; "Auslöser"."""


def _is_only_called(noun: Token) -> bool:
    """Whether it only is what somebody calls what he spoke of: "*Das ist* ein Angriff auf die Freiheit des Worts"."""
    subject = next((c for c in noun.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.pos_ != "PRON" or syntax.feature(subject, "PronType").split(",")[0] != "Dem":
        return False
    indefinite = any(syntax.feature(c, "Definite") == "Ind" for c in noun.children)
    return indefinite and syntax.feature(syntax.finite(noun), "Tense") == "Pres"


def nominal(noun: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """An event noun's own words: "kein Angriff", "ein möglicher Angriff", "ohne Angriff", "ein *Flucht*versuch"."""
    value = lexicon.cue("undone", compound_head(noun.lemma_, "undone", lexicon))
    if value:
        found = found.with_value(value)
    for child in noun.children:
        kind = NEGATED_BY.get(child.dep_)
        if kind and lexicon.cue(kind, child.lemma_, child.lower_):
            found = found.turned()
    found = found.weakened("U") if _is_only_called(noun) else found
    return _named(noun, hedged(noun, found, lexicon), lexicon)


def is_among_victims(noun: Token, adposition: str, lexicon: Lexicon) -> bool:
    """As in "Unter den *Toten* sind Kinder", "Zu den *Verletzten* zählt ein Polizist": they are, if that is so."""
    counts = adposition == lexicon.cue("counts_among", noun.head.lemma_) or lexicon.cue("among", adposition)
    return bool(counts) and bool(lexicon.cue("stands_for", noun.lemma_))


def is_only_named(event: Token, lexicon: Lexicon) -> bool:
    """Whether a clause in the present speaks of an event that may be to come: "*Der Abzug* stockt", "steht aus"."""
    verb = event.head
    if event.pos_ != "NOUN" or event.dep_ not in SUBJECTS or not syntax.is_predicate(verb):
        return False
    finite = syntax.finite(verb)
    if syntax.feature(finite, "Tense") != "Pres":
        return False
    done = lexicon.verb_of(verb.lower_) if finite.dep_ == "cop" else is_past(verb, lexicon)
    if done:
        return False  # "*ist abgeschlossen*", "hat begonnen"; but "ist überfällig"
    return lexicon.cue("implicative", verb.lemma_, *syntax.words(verb)) != "CT+"


def _named(event: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """As open as what it is called: "*Bedingung* ist der Abzug", "Thema bleibt die Entsendung"; not "Folge war …"."""
    name = _name(event, lexicon)
    if name is None:
        return found
    value = next((value for kind in CALLED if (value := lexicon.cue(kind, name.lemma_))), "")
    if value:
        return found.with_value(value)
    if ("noun", name.lemma_) in lexicon.claims:
        return found.weakened("U")  # "Wichtigste *Forderung* ist die Freilassung"
    # "Nächster Schritt *ist* die Wahl"; not "Ein Skandal ist die Festnahme", nor "Auslöser *war* ein Angriff"
    verb = syntax.finite(event if syntax.is_predicate(event) else event.head)
    bare = not any(c.dep_.startswith("det") for c in name.children)
    return found.weakened("U") if bare and syntax.feature(verb, "Tense") == "Pres" else found


def _name(event: Token, lexicon: Lexicon) -> Token | None:
    """The noun that a copula before an event noun calls it, as its subject or, with "bleiben", as another one."""
    verb = event.head
    if event.pos_ != "NOUN":
        return None  # "Wahlsieger ist Kurt Beck"
    if event.dep_ in SUBJECTS and verb.pos_ == "NOUN" and verb.i < event.i:
        copula = syntax.children(verb, "cop") or syntax.children(event, "cop")
        return verb if copula else None  # "*Thema* ist ein Treffen", the other way round
    if any(c.dep_ == "cop" and c.i < event.i for c in event.children):
        beside = event.children
    elif event.dep_ in SUBJECTS and verb.i < event.i and lexicon.cue("equates", verb.lemma_):
        beside = verb.children
    else:
        return None
    named = (c for c in beside if c.dep_ in SUBJECTS and c.i < event.i)
    return next((c for c in named if c.pos_ == "NOUN"), None)
