"""Events that a noun tells with a verb of being: "ist auf dem Weg nach Kiew", "wird Präsident", "in der Gewalt haben".

Which nouns and adjectives ("sind tot"), with which preposition and which verbs, says states.tsv; the verbs stand in
grammar.tsv (being, becoming, putting). Of "Nachfolger Meiers wird Schulz" the parser cannot know which noun is the
subject: it is the other one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import compound_head
from kg.extract.participants.arguments import PHRASES, Fillers, ordered, prepositional_role, resolved
from kg.extract.participants.restrictions import fulfils, is_of, is_time
from kg.extract.participants.subjects import is_reflexive_pronoun
from kg.extract.participants.understood import understood_subject
from kg.extract.tree import SUBJECTS
from kg.lang import states
from kg.lang.states import ANY, BE, BECOME, NEW, PUT

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon
    from kg.lang.states import State

OFFICE = "office"
"""The kind of words that end the names of offices, and the lemma of their row."""
KINDS = {BE: "being", BECOME: "becoming", PUT: "putting"}
BARE = SUBJECTS | {"obj", "iobj", "xcomp", "obl:arg"}
DATIVES = frozenset(("iobj", "obl:arg"))
AGENT = "agent"
HUMAN = frozenset(("human",))


@dataclass(frozen=True, slots=True)
class Found:
    """An event of a noun: the predicate that says it, and the word that names it."""

    row: State
    roles: Fillers
    predicate: Token
    word: Token


def state(noun: Token, lexicon: Lexicon) -> Found | None:
    """The first row of the noun whose verb and preposition are there and whose needs are met."""
    for row in of_noun(noun.text, noun.lemma_, lexicon):
        if row.own and _is_named(noun):
            continue
        adposition = syntax.preposition(noun)
        if adposition not in row.adpositions:
            continue
        predicate, verb, kind = _carrier(noun, lexicon)
        if kind == BE and NEW in row.carriers and _is_new(noun, lexicon):
            kind = NEW
        kind = kind if kind in row.carriers else ANY
        if kind not in row.carriers or (kind == ANY and _is_owned(noun, row, lexicon)):
            continue
        roles = _roles(noun, predicate, kind, row, lexicon)
        if row.subject in roles and fulfils(roles, row.needs, lexicon):
            if kind == ANY:
                return Found(row, ordered(roles, lexicon), noun, noun)
            return Found(row, ordered(roles, lexicon), predicate, verb if row.own else noun)
    return None


@cache
def of_noun(form: str, lemma: str, lexicon: Lexicon) -> list[State]:
    """The rows of a noun, by its form, its lemma, an office that it ends in, or its class."""
    table = states.load(lexicon.language)
    # the lemma of "Vorsitzende" may be no word of the table
    office = any(compound_head(word, OFFICE, lexicon) in lexicon.cues.get(OFFICE, {}) for word in (lemma, form))
    keys = (form, lemma, OFFICE if office else "", lexicon.noun_class(lemma))
    return next((table[key] for key in keys if key in table), [])


def _is_new(noun: Token, lexicon: Lexicon) -> bool:
    """Whether an adjective says that the office is taken, not only held: "Kim ist *neuer* Minister"."""
    return any(c.dep_ == "amod" and lexicon.cue("newly", c.lemma_, c.lower_) for c in noun.children)


def _is_named(noun: Token) -> bool:
    """Whether the noun is the title of somebody, who takes another office: "*Minister Kim* wird Präsident"."""
    return any(c.dep_ in ("appos", "flat") and c.ent_type_ == "PER" and c.i == noun.i + 1 for c in noun.children)


def _carrier(noun: Token, lexicon: Lexicon) -> tuple[Token, Token, str]:
    """The predicate, its verb, and what kind of verb it is: of "Er ist Chef" the noun is the predicate."""
    predicate = noun if any(c.dep_ == "cop" for c in noun.children) else _follows(noun, lexicon) or noun.head
    if noun.dep_ not in SUBJECTS and predicate.pos_ not in syntax.PREDICATES and predicate.i != noun.i:
        return _badly_attached(noun, predicate, lexicon) or (predicate, predicate, ANY)
    becomes = predicate if lexicon.cue(KINDS[BECOME], predicate.lemma_) else None  # "*war* Minister *geworden*"
    verb = becomes or next((c for c in predicate.children if c.dep_ == "cop"), predicate)
    kind = next((kind for kind, cue in KINDS.items() if lexicon.cue(cue, verb.lemma_)), ANY)
    plain = verb.pos_ == "AUX" or kind == BECOME
    if not syntax.preposition(noun) and (not plain or noun.dep_ in DATIVES):
        kind = ANY  # "steht ihrem Nachfolger bei"
    return predicate, verb, kind


def _follows(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb of becoming right after a noun that hangs elsewhere: "dass der *Kandidat Präsident* wird"."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    verb = next((t for t in after if t.pos_ != "PART"), None)  # "Präsident *zu* werden"
    if verb is None or verb.dep_ in ("aux", "aux:pass") or syntax.preposition(noun):
        return None
    return verb if verb.pos_ in syntax.PREDICATES and lexicon.cue(KINDS[BECOME], verb.lemma_) else None


def _badly_attached(noun: Token, upper: Token, lexicon: Lexicon) -> tuple[Token, Token, str] | None:
    """The verb of being whose phrase hangs on a noun: "*ist* mit 50 Leuten im Einsatz", "Im Einsatz *waren* 50"."""
    if not syntax.preposition(noun):
        return None
    if upper.dep_ == "obl" and noun.i > upper.i and upper.head.pos_ in syntax.PREDICATES:
        return (upper.head, upper.head, BE) if lexicon.cue(KINDS[BE], upper.head.lemma_) else None
    verb = next((c for c in upper.children if c.dep_ == "cop" and noun.i < c.i < upper.i), None)
    return (upper, verb, BE) if verb is not None and lexicon.cue(KINDS[BE], verb.lemma_) else None


def _is_owned(noun: Token, row: State, lexicon: Lexicon) -> bool:
    """Whether the phrase itself says whose it is: "auf der Flucht *der Täter*"."""
    owners = (c for c in noun.children if syntax.preposition(c) not in row.obl)
    return any(c.dep_ == "det:poss" or _is_genitive(c, lexicon) for c in owners)


def _is_genitive(child: Token, lexicon: Lexicon) -> bool:
    adposition = syntax.preposition(child)
    return child.dep_ in ("nmod", "nmod:poss") and (not adposition or bool(lexicon.cue("passive_agent", adposition)))


def _roles(noun: Token, predicate: Token, kind: str, row: State, lexicon: Lexicon) -> Fillers:
    found: Fillers = defaultdict(list)
    if row.own:
        found[row.own].append(noun)
    subject = _subject(noun, predicate, kind, lexicon)
    if kind == PUT and not syntax.is_passive(predicate):
        if subject is not None and row.genitive == AGENT:
            found[AGENT] += resolved(subject, lexicon)
        subject = next((c for c in predicate.children if _is_bare(c, lexicon) and c.dep_ == "obj"), None)
    if subject is not None and subject.i != noun.i:
        found[row.subject] += resolved(subject, lexicon)
    around = predicate.children if predicate.pos_ in syntax.PREDICATES and kind != ANY else []
    for child in (*noun.children, *(c for c in around if c.i != noun.i and c.dep_ in PHRASES)):
        adposition = syntax.preposition(child)
        role = prepositional_role(child, adposition, row.obl, lexicon) if adposition and child.dep_ in PHRASES else ""
        if kind == PUT and child.dep_ == "obl:agent" and row.genitive == AGENT:
            role = AGENT
        if child.head.i == noun.i and row.genitive and (child.dep_ == "det:poss" or _is_genitive(child, lexicon)):
            role = row.genitive if adposition not in row.obl else role
        if role and role not in found:
            found[role] += resolved(child, lexicon)
    return {role: tokens for role, tokens in found.items() if tokens}


def _subject(noun: Token, predicate: Token, kind: str, lexicon: Lexicon) -> Token | None:
    """Who is in the state; with any verb also the noun that has it: "der Minister auf dem Weg nach Kiew"."""
    if kind == ANY and predicate.pos_ not in syntax.PREDICATES:
        return predicate if noun.dep_ == "nmod" and predicate.pos_ in ("NOUN", "PROPN") else None
    if predicate.pos_ in syntax.NOMINAL and predicate.i != noun.i:
        return predicate  # "Wahlsieger ist *Meier*", but not "Die Geiseln sind *frei*"
    own = syntax.own_subject(predicate)
    inner = syntax.own_subject(noun)  # "Er soll Präsident werden", badly attached
    given = next((t for t in (own, inner) if t is not None and t.i != noun.i), None)
    if given is not None:
        return given
    if own is None:
        if noun.dep_ == "appos" and _is_somebody(noun.head, lexicon):
            return noun.head  # "sollte ein *Kandidat* Präsident werden"
        return syntax.subject(predicate) or understood_subject(predicate, lexicon) or _named_before(noun, lexicon)
    others = (c for c in predicate.children if c.i != noun.i and _is_bare(c, lexicon))
    return next(others, None) or _named_before(noun, lexicon)


def _named_before(noun: Token, lexicon: Lexicon) -> Token | None:
    """Who the parser hung on the office as if it were a title: "dass *Kim* Präsident wird", "*wer* Präsident wird"."""
    before = (c for c in noun.children if c.i < noun.i and not syntax.preposition(c) and c.dep_ != "amod")
    return next((c for c in before if _is_somebody(c, lexicon) and syntax.feature(c, "Case") != "Gen"), None)


def _is_somebody(token: Token, lexicon: Lexicon) -> bool:
    if token.pos_ == "PRON":
        return token.dep_ != "det:poss"
    return token.pos_ in ("NOUN", "PROPN") and is_of(token, HUMAN, lexicon)


def _is_bare(child: Token, lexicon: Lexicon) -> bool:
    bare = child.dep_ in BARE and child.pos_ in syntax.NOMINAL and not syntax.preposition(child)
    return bare and not is_reflexive_pronoun(child) and not is_time(child, lexicon)
