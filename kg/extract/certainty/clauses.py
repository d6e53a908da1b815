"""What a clause itself says of its certainty: negation, modal verbs, mood, future, hedges, question, condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import hints, syntax
from kg.extract.attribution.purported import purports
from kg.extract.certainty.conditions import depends, is_condition, is_inverted_condition
from kg.extract.certainty.hedges import hedged
from kg.extract.certainty.judgement import CERTAIN, Judgement
from kg.extract.certainty.unreal import did_not_happen, is_only_thought, is_unreal
from kg.extract.tree import SUBJECTS, once

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

LOOSE = frozenset(("ccomp", "parataxis", "conj", "xcomp"))
SAID = frozenset(("ccomp", "xcomp"))
HEARSAY = "hearsay"
NEGATING = frozenset(("negation", "neither"))
UNDONE = frozenset(("nearly", "unreal"))
MAIN = frozenset(("ROOT", "conj"))
"""Relations of the predicates that a question mark is about."""
PARTICLES = frozenset(("ADV", "PART"))
HELPING = frozenset(("aux", "aux:pass"))
"""Relations of the verbs that say how a clause is meant."""


def clause(predicate: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """Negation, modal verbs, mood, future, hedges and question mark of a predicate's own clause."""
    if found is CERTAIN:
        return _of_report(predicate, lexicon) if reported else _of_fact(predicate, lexicon)
    return _weighed(predicate, found, lexicon, reported)


@once
def _of_fact(predicate: Token, lexicon: Lexicon) -> Judgement:
    return _weighed(predicate, CERTAIN, lexicon, reported=False)


@once
def _of_report(predicate: Token, lexicon: Lexicon) -> Judgement:
    return _weighed(predicate, CERTAIN, lexicon, reported=True)


def _weighed(predicate: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    kinds = hints.kinds(predicate, lexicon)
    found = hedged(predicate, found, lexicon)
    if hints.PHRASE in kinds:
        found = _phrases(predicate, found, lexicon)
    mood = syntax.mood(predicate)
    if not kinds.isdisjoint(UNDONE) and did_not_happen(predicate, lexicon, reported):
        found = found.turned()
    else:
        found = _modal(predicate, found, lexicon, reported)
        if (mood == "Sub" or "unreal" in kinds) and is_only_thought(predicate, lexicon, reported):
            found = found.weakened("U")
    if not kinds.isdisjoint(NEGATING) and _is_negated(predicate, lexicon):
        found = found.turned()
    if "without" in kinds and _is_without(predicate, lexicon):
        found = found.turned()
    asks = "question" in kinds and _is_indirect_question(predicate, lexicon)
    asks = asks or (hints.ASKED in kinds and predicate.dep_ in MAIN)
    if asks or mood == "Imp" or depends(predicate, mood, lexicon):
        found = found.weakened("U")
    if found.positive and "alternative" in kinds and _is_alternative(predicate, lexicon):
        found = found.weakened("PS")
    if ("conditional" in kinds and is_condition(predicate, lexicon)) or is_inverted_condition(predicate, lexicon):
        found = found.supposed()
    return found


def _is_negated(predicate: Token, lexicon: Lexicon) -> bool:
    negations = 0
    for child in predicate.children:
        first = lexicon.cue("neither", child.lower_) if child.dep_ in ("cc", "advmod") else ""
        negations += bool(first) and _is_second(child, first)  # "weder … *noch*"
        if lexicon.cue("negation", child.lemma_, child.lower_):
            after = child.nbor(1) if child.i + 1 < len(child.doc) else child
            negations += not lexicon.cue("negation_off", after.lower_)  # "nicht nur"
        elif child.dep_ == "xcomp" and child.pos_ == "ADJ":  # "gab den Namen *nicht bekannt*"
            negations += any(_negates(c, lexicon) for c in child.children)
        elif child.dep_ in HELPING:  # "Er *hat nicht* vor, zu gehen", with "hat" for an auxiliary
            negations += any(lexicon.cue("negation", *syntax.words(c)) for c in child.children)
        elif child.dep_ == "advmod" and lexicon.cue("still", child.lower_):
            negations += any(lexicon.cue("negation", c.lower_) for c in child.children)  # "*nicht* mehr"
        elif child.dep_ in ("nsubj", "nsubj:pass", "obj", "obl:agent", "obl", "iobj"):
            if negations and child.i > predicate.i and child.left_edge.is_punct:
                continue  # only strengthens: "haben niemals Waffen verkauft, *weder direkt noch über Dritte*"
            own = [c for c in child.children if c.dep_ != "conj"]
            negations += any(_negates(c, lexicon) for c in own)
    # "Es wurden *keine* Soldaten entsandt und *keine* Waffen geliefert": the second word only says it again
    return negations % 2 == 1 or (not negations and _shares_nobody(predicate, lexicon))


def _is_second(other: Token, first: str) -> bool:
    """Whether the first word of a pair stands before, and is not of the same predicate, which it negates itself."""
    before = [t for t in other.sent if t.i < other.i and t.lower_ == first]
    if not before or before[-1].head.i == other.head.i:
        return False
    of = before[-1].head  # "*Weder Soldaten* noch Polizisten haben …": the first part is negated itself
    return of.head.i != other.head.i or of.dep_ not in SUBJECTS


def _is_without(predicate: Token, lexicon: Lexicon) -> bool:
    """As in "*ohne* anzugreifen", "*ohne dass* Schüsse fielen oder jemand *verletzt wurde*"."""
    first = predicate.head
    if predicate.dep_ == "conj" and not syntax.children(predicate, "mark"):
        runs_on = syntax.feature(first, "VerbForm") != "Inf" or not has_own_finite(predicate)
        return runs_on and _is_without(first, lexicon)
    return any(c.dep_ == "mark" and lexicon.cue("without", *syntax.words(c)) for c in predicate.children)


def _negates(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word before a noun negates; not "*nicht nur* in Kiew", nor "*keine zwei* Stunden später"."""
    if not lexicon.cue("negation", word.lemma_, word.lower_):
        return False
    after = word.nbor(1) if word.i + 1 < len(word.doc) else word
    measures = after.pos_ == "NUM" and word.head.dep_ == "obl"
    return not measures and not lexicon.cue("negation_off", after.lower_)


def is_denied(attribute: Token, lexicon: Lexicon) -> bool:
    """As in "der *nicht* zugelassene Wirkstoff"."""
    return any(c.dep_ == "advmod" and _negates(c, lexicon) for c in attribute.children)


def _shares_nobody(predicate: Token, lexicon: Lexicon) -> bool:
    """As in "dass keine Bürger entführt oder verletzt worden seien": the negated subject is that of both."""
    if predicate.dep_ != "conj" or syntax.own_subject(predicate) is not None:
        return False
    shared = syntax.own_subject(predicate.head)
    return shared is not None and any(
        lexicon.cue("negation", *syntax.words(t)) for t in (shared, *shared.children) if t.dep_ != "conj"
    )


def _phrases(predicate: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """Cues of several words in the clause, not in what is said: "Man werde *auf keinen Fall* verhandeln, sagte er"."""
    told = (c for c in predicate.children if c.dep_ in SAID or (c.dep_ in LOOSE and has_own_finite(c)))
    said = {t.i for c in told for t in c.subtree}
    own = [t for t in predicate.subtree if t.i not in said]
    # "unterzeichnete einen Pakt, der *im Falle* eines Angriffs …"; but "nach allem, *was man hört*"
    relative = {t.i for c in own if c.dep_ == "acl:relcl" and c.i != predicate.i for t in c.subtree}
    near = hints.phrases(predicate, [t for t in own if t.i not in relative], lexicon)
    heard = [row for row in hints.phrases(predicate, own, lexicon) if row[0] == HEARSAY] if relative else []
    return _by_phrases((*near, *(row for row in heard if row not in near)), found)


def _by_phrases(rows: Iterable[hints.Row], found: Judgement) -> Judgement:
    for kind, _, value in rows:
        if kind == "negation" and value == "-":
            found = found.turned()
        elif kind in ("hedge", "conditional", "purpose"):
            found = found.with_value(value)
        elif kind == HEARSAY:
            found = found.with_value(value)._replace(hearsay=True)
    return found


def _modal(predicate: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    helping = [c for c in predicate.children if c.dep_ in HELPING]
    for child in (*helping, predicate) if predicate.pos_ == "AUX" else helping:
        value = lexicon.cue("modal", child.lower_, child.lemma_) or lexicon.cue("plan", child.lemma_)
        if value == "U" and lexicon.cue("tried", predicate.lemma_):
            continue  # "muss sich vor Gericht verantworten": the trial is on
        if value and (purports(child, lexicon) or ("verb", predicate.lower_ + child.lemma_) in lexicon.claims):
            continue  # "*will* Schüsse gehört *haben*", "*will wissen*, dass …" are words of saying
        if not reported and _is_due(child, predicate, lexicon):
            value = lexicon.cue("due", child.lemma_)
        if lexicon.cue("future", child.lemma_) and not lexicon.cue("unreal", child.lower_):
            found = found.weakened("PR") if _is_future(child, predicate) else found
        elif value == "hearsay":
            found = _should(predicate, found, lexicon)
        elif value:
            found = found.with_value(value)
    joined = predicate.dep_ == "conj" and syntax.is_predicate(predicate.head)
    if joined and (not has_own_finite(predicate) or _is_perfect_infinitive(predicate, lexicon)):
        return _shared(predicate, found, lexicon, reported)
    return _fronted(predicate, found, lexicon) if joined else found


def _fronted(predicate: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """What a sentence begins with weakens all its verbs of one subject: "*Angeblich* schoss er und ist *geflohen*"."""
    head = predicate.head
    front = syntax.finite(head).i
    if head.left_edge.i >= front or syntax.own_subject(predicate) is not None:
        return found
    found = _before(head, front, found, lexicon)
    return found.weakened("U") if _is_turned(predicate, front, lexicon) else found


def _before(head: Token, front: int, found: Judgement, lexicon: Lexicon) -> Judgement:
    """What weakens a predicate before a place, by words and by phrases: "*in der Regel*"."""
    found = hedged(head, found, lexicon, before=front)
    if hints.PHRASE in hints.kinds(head, lexicon):
        found = _by_phrases(hints.phrases(head, [t for t in head.subtree if t.i < front], lexicon), found)
    return found


def _is_turned(predicate: Token, before: int, lexicon: Lexicon) -> bool:
    """Whether the first of two verbs is negated: "wurden *nicht* abgezogen oder verlegt"; not "…, sondern verlegt"."""
    before_it = (c for c in predicate.head.children if c.i < before and c.pos_ in PARTICLES)
    negated = any(lexicon.cue("negation", *syntax.words(c)) for c in before_it)
    return negated and not any(lexicon.cue("instead", c.lower_) for c in predicate.children)


def _is_due(modal: Token, predicate: Token, lexicon: Lexicon) -> bool:
    """As in "Bis Mai *muss* das Parlament abstimmen", which law or date asks; not "muss noch abstimmen"."""
    if not lexicon.cue("due", modal.lemma_) or syntax.feature(modal, "Tense") != "Pres":
        return False
    return syntax.feature(modal, "Mood") == "Ind" and not any(
        lexicon.cue("pending", c.lower_) for c in predicate.children
    )


def _shared(predicate: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """What a joined verb shares with the first: "soll festgenommen und verhört werden"."""
    head = predicate.head
    shared = _modal(head, CERTAIN, lexicon, reported)
    shared = shared.weakened("U") if is_unreal(head, lexicon) and not reported else shared
    found = found.weakened(shared.certainty)._replace(hearsay=found.hearsay or shared.hearsay)
    # "*Womöglich* ist er gesprungen und geflohen", "wurde *dem Vernehmen nach* verhaftet und verhört"
    found = _before(head, head.i, found, lexicon) if head.children and head.children[0].i < head.i else found
    return found.weakened("U") if _is_turned(predicate, head.i, lexicon) else found


def _is_perfect_infinitive(predicate: Token, lexicon: Lexicon) -> bool:
    """As in "soll bestochen und verlassen haben", where "haben" looks finite."""
    own = syntax.own_subject(predicate)
    return own is None and any(c.i > predicate.i and lexicon.cue("perfect", c.lower_) for c in predicate.children)


def has_own_finite(predicate: Token) -> bool:
    """Whether a predicate has its own finite verb, not that of the one it is joined to."""
    return syntax.mood(predicate) != "" or any(syntax.feature(c, "VerbForm") == "Fin" for c in predicate.children)


def _should(predicate: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """As in "soll": hearsay with a past infinitive ("soll getötet haben"), a plan without ("soll entsandt werden")."""
    joined = [t for t in syntax.coordinated(predicate) if t.i == predicate.i or _is_perfect_infinitive(t, lexicon)]
    after = [c for t in joined for c in t.children if c.dep_ in ("aux", "aux:pass", "cop")]
    past = any(lexicon.cue("perfect", c.lower_) for c in after)  # "soll geraubt und gemordet *haben*"
    later = any(lexicon.cue("later", c.lower_) for c in predicate.children)
    state = bool(lexicon.cue("state", predicate.lemma_)) and not later  # "soll sich in Haft befinden"
    return found.weakened("PR")._replace(hearsay=found.hearsay or past or state)


def _is_future(auxiliary: Token, predicate: Token) -> bool:
    """As in "werden" with an infinitive: "wird entsenden", "wird entsandt werden", but not "wird entsandt"."""
    if auxiliary.dep_ == "aux:pass":
        # "Danach werden die Parteien beraten": as the plural of the present, an infinitive looks like a participle
        infinitive = predicate.lower_ == predicate.lemma_ and syntax.feature(auxiliary, "Tense") == "Pres"
        return infinitive and not any(c.dep_ == "obl:agent" for c in predicate.children)
    infinitive = syntax.feature(predicate, "VerbForm") == "Inf" or predicate.lower_ == predicate.lemma_
    return infinitive or any(
        c.dep_ in ("aux:pass", "cop") and syntax.feature(c, "VerbForm") == "Inf" for c in predicate.children
    )


def _is_indirect_question(predicate: Token, lexicon: Lexicon) -> bool:
    """As in "*ob* sie kommt"."""
    return any(c.dep_ == "mark" and lexicon.cue("question", *syntax.words(c)) for c in predicate.children)


def _is_alternative(predicate: Token, lexicon: Lexicon) -> bool:
    """One of two: "wurde verhaftet oder entführt"."""
    joined = [predicate] if predicate.dep_ == "conj" and syntax.is_predicate(predicate.head) else []
    joined += [c for c in predicate.children if c.dep_ == "conj" and syntax.is_predicate(c)]
    return any(c.dep_ == "cc" and lexicon.cue("alternative", c.lower_) for j in joined for c in j.children)


def is_unmarked_report(clause: Token, lexicon: Lexicon) -> bool:
    """A clause in the subjunctive that the parser joined to a verb: "…, seine Truppen hätten geschossen"."""
    told = syntax.mood(clause) == "Sub" or lexicon.cue("unreal", syntax.finite(clause).lower_)
    return clause.dep_ in LOOSE and bool(told) and not syntax.children(clause, "cc", "mark")
