"""Words of saying that are no verb or noun of saying: what somebody claims of himself, or may be believed in.

"Ein Zeuge *will* es gesehen *haben*", "*Glaubt man* dem Zeugen, fielen Schüsse", "der *von Kiew gemeldete* Angriff".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.authors import TEXTS, authors, is_utterance
from kg.extract.attribution.cue import Cue, is_event_noun, people
from kg.extract.participants.restrictions import is_actor
from kg.lang.lexicon import ClaimFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

OWN = ClaimFrame("-", "modal", "Assertion", "CT+", "nsubj", "", frozenset(("quote",)), "", "", "")
"""What the subject of a modal verb says that it did or saw."""
TRUSTED = ClaimFrame("-", "adverb", "Assertion", "CT+", "dative", "", frozenset(), "", "", "")
"""What somebody says whom one may believe."""
WHOM = frozenset(("obj", "iobj", "obl:arg", "nsubj", "obl"))
"""Relations of a bare dative, which the parser often guesses."""
BLAME = "Accusation"
MAIN = frozenset(("conj", "parataxis"))
"""Relations of a main clause that the parser joined to the condition before it."""


def find(token: Token, lexicon: Lexicon) -> Cue | None:
    """What a modal verb, a participle before a noun or a condition tells to be somebody's words."""
    if token.dep_ == "aux":
        return own(token, lexicon)
    if token.dep_ == "amod":
        return attribute(token, lexicon)
    return trusted(token, lexicon) if token.pos_ in syntax.PREDICATES else None


def own(modal: Token, lexicon: Lexicon) -> Cue | None:
    """As in "Eine Nachbarin *will* den Täter gesehen *haben*", what she says of herself."""
    if not purports(modal, lexicon):
        return None
    subject = syntax.subject(modal.head)
    who = people(subject, lexicon) if subject is not None else []
    return Cue(modal, OWN, tuple(who), (), (modal.head,), (), "indirect")


def purports(modal: Token, lexicon: Lexicon) -> bool:
    """Whether a modal verb with a perfect infinitive gives the words of its subject.

    Not where it means to be ready by then: "will *bis Mai* alle Waffen geliefert haben".
    """
    if modal.dep_ != "aux" or not lexicon.cue("purports", modal.lemma_) or syntax.feature(modal, "Mood") != "Ind":
        return False
    predicate = modal.head
    subject = syntax.subject(predicate)
    if subject is None or not (subject.pos_ == "PRON" or is_actor(subject, lexicon)):
        return False
    # "will die Leiche gefunden und den Notarzt gerufen *haben*"
    joined = [c for t in syntax.coordinated(predicate) for c in t.children]
    perfect = any(c.i > predicate.i and c.dep_.startswith("aux") and lexicon.cue("perfect", c.lower_) for c in joined)
    return perfect and not any(lexicon.cue("until", c.adposition) or lexicon.cue("later", c.lower_) for c in joined)


def trusted(verb: Token, lexicon: Lexicon) -> Cue | None:
    """As in "*Glaubt man* dem Wachmann, hat ein Unbekannter geschossen": the words of the guard, not the article's."""
    whom = _whom(verb, lexicon)
    if whom is None:
        return None
    if verb.head.i != verb.i:
        roots = [verb.head]
    else:
        roots = [c for c in verb.children if c.dep_ in MAIN and c.i > whom.i and syntax.is_predicate(c)][:1]
    named = [a for a in authors(whom, lexicon) if is_actor(a, lexicon) or _is_source(a, lexicon)]
    who = tuple(t for a in named for t in people(a, lexicon))  # of "Glaubt man *den Angaben*, …" nobody is named
    return Cue(verb, TRUSTED, who, (), tuple(roots), (), "indirect") if roots else None


def is_trusting(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a condition is none, as it only says whose words the main clause gives."""
    return clause.i != clause.head.i and _whom(clause, lexicon) is not None


def _whom(verb: Token, lexicon: Lexicon) -> Token | None:
    """Whom one would have to believe, by a condition: "*Wenn man* der Polizei *glauben* darf, …"."""
    if not lexicon.cue("believes", verb.lemma_):
        return None
    anybody = [c for c in verb.children if lexicon.cue("anybody", c.lower_)]
    marked = any(lexicon.cue("conditional", c.lower_) for c in syntax.children(verb, "mark"))
    first = next((t for t in verb.subtree if not t.is_punct and not t.is_space), verb)
    if not anybody or not (marked or first.i == syntax.finite(verb).i):
        return None
    whom = [c for c in verb.children if c.dep_ in WHOM and not c.adposition and c not in anybody]
    return next((c for c in whom if is_actor(c, lexicon) or _speaks(c, lexicon)), None)


def _speaks(noun: Token, lexicon: Lexicon) -> bool:
    """Whether it is a text or something said: "Folgt man *der Anklage*, …", not "Folgt man der Straße, …"."""
    said = ("noun", noun.lemma_) in lexicon.claims or lexicon.cue("report", noun.lemma_)
    return bool(said) or _is_source(noun, lexicon)


def _is_source(noun: Token, lexicon: Lexicon) -> bool:
    text = lexicon.is_a(noun.lemma_, TEXTS) and not is_utterance(noun, lexicon)
    return text or bool(lexicon.cue("somebody", noun.lemma_))


def viewers(phrases: Sequence[Token], adposition: str, lexicon: Lexicon) -> list[Token]:
    """For whom something is evident, of the phrases beside the word: "*Für die Witwe* ist klar, dass …"."""
    if not lexicon.cue("viewer", adposition):
        return []
    named = (c for c in phrases if c.adposition == adposition and (c.pos_ == "PRON" or is_actor(c, lexicon)))
    return [t for c in named for t in people(c, lexicon)]


def lacks_viewer(row: ClaimFrame, phrases: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a row is of what somebody holds to be evident, and nobody is named; not "kommt (für ihn) infrage"."""
    needed = row.type == OWN.type and lexicon.cue("viewer", row.source)
    return bool(needed) and not viewers(phrases, row.source, lexicon)


def attribute(token: Token, lexicon: Lexicon) -> Cue | None:
    """A participle of saying before the noun of an event: "der *von Kiew gemeldete* Abschuss"."""
    row = _participle(token, lexicon) if token.children else None
    who = said_by(token, lexicon) if row is not None else []
    # "der ihm *vorgeworfene* Mord": somebody blames him, whoever it is
    if row is None or not (who or row.type == BLAME) or not is_event_noun(token.head, lexicon):
        return None
    return Cue(token, row, tuple(t for w in who for t in people(w, lexicon)), (), (token.head,), (), "reported")


def said_by(token: Token, lexicon: Lexicon) -> list[Token]:
    """Who says it, of a participle of saying before a noun."""
    if token.dep_ != "amod" or not token.children or _participle(token, lexicon) is None:
        return []
    # "*Die von Teheran* stets bestrittene Lieferung", which the parser may hang on the article
    hung = [c for det in syntax.children(token.head, "det") for c in det.children if c.i < token.i]
    beside = (*token.children, *hung)
    agents = [c for c in beside if c.adposition and lexicon.cue("passive_agent", c.adposition)]
    return [c for c in agents if is_actor(c, lexicon) or lexicon.cue("somebody", c.lemma_)]


def is_unconfirmed(token: Token, lexicon: Lexicon) -> bool:
    """As in "die *nicht bestätigte* Festnahme", which nobody says of anybody."""
    row = _participle(token, lexicon) if token.dep_ == "amod" and token.children else None
    denied = row is not None and any(lexicon.cue("negation", *syntax.words(c)) for c in token.children)
    return denied and row is not None and row.negated == "NonConfirmation"


def _participle(token: Token, lexicon: Lexicon) -> ClaimFrame | None:
    """The row of a participle, with a noun that is a part of it: "der ihm *zur Last gelegte* Mord"."""
    parts = (_row(c.lower_ + token.lower_, lexicon) for c in token.children if c.pos_ == "NOUN")
    return _row(token.lower_, lexicon) or next((row for row in parts if row is not None), None)


@cache
def _row(form: str, lexicon: Lexicon) -> ClaimFrame | None:
    """The row of an inflected participle whose source is an agent: "gemeldete": gemeldet."""
    for ending in lexicon.cues.get("adjective_ending", ()):
        for row in lexicon.claims.get(("adjective", form.removesuffix(ending)), ()):
            if lexicon.cue("passive_agent", row.source):
                return row
    return None
