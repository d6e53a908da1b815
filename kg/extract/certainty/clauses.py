"""What a clause itself says of its certainty: negation, modal verbs, mood, future, hedges, question, condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import hints, syntax
from kg.extract.attribution.cue import is_to_be_done, is_zu_infinitive
from kg.extract.attribution.purported import purports
from kg.extract.certainty.conditions import depends, is_condition, is_general, is_inverted_condition
from kg.extract.certainty.hedges import hedged
from kg.extract.certainty.judgement import CERTAIN, Judgement
from kg.extract.certainty.negation import HELPING, is_negated
from kg.extract.certainty.unreal import did_not_happen, is_only_thought, is_unreal
from kg.extract.tree import once

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
    if not kinds.isdisjoint(NEGATING) and is_negated(predicate, lexicon):
        found = found.turned()
    if "without" in kinds and _is_without(predicate, lexicon):
        found = found.turned()
    asks = "question" in kinds and _is_indirect_question(predicate, lexicon)
    asks = asks or (hints.ASKED in kinds and predicate.dep_ in MAIN)
    if asks or mood == "Imp" or depends(predicate, mood, lexicon) or is_general(predicate, lexicon):
        found = found.weakened("U")
    if found.positive and "alternative" in kinds and _is_alternative(predicate, lexicon):
        found = found.weakened("PS")
    if ("conditional" in kinds and is_condition(predicate, lexicon)) or is_inverted_condition(predicate, lexicon):
        found = found.supposed()
    return found


def _is_without(predicate: Token, lexicon: Lexicon) -> bool:
    """As in "*ohne* anzugreifen", "*ohne dass* Schüsse fielen oder jemand *verletzt wurde*"."""
    first = predicate.head
    if predicate.dep_ == "conj" and not syntax.children(predicate, "mark"):
        runs_on = syntax.feature(first, "VerbForm") != "Inf" or not has_own_finite(predicate)
        return runs_on and _is_without(first, lexicon)
    return any(c.dep_ == "mark" and lexicon.cue("without", *syntax.words(c)) for c in predicate.children)


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
    found = _helped(predicate, helping, found, lexicon, reported)
    if not reported and _is_open(predicate, helping, lexicon):
        found = found.weakened("U")
    if not helping and predicate.children and not has_own_finite(predicate):
        found = _lent(predicate, found, lexicon, reported)
    joined = predicate.dep_ == "conj" and syntax.is_predicate(predicate.head)
    if joined and (not has_own_finite(predicate) or _is_perfect_infinitive(predicate, lexicon)):
        return _shared(predicate, found, lexicon, reported)
    return _fronted(predicate, found, lexicon) if joined else found


def _helped(predicate: Token, helping: list[Token], found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """What modal and other helping verbs say."""
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
    return found


def _is_open(predicate: Token, helping: list[Token], lexicon: Lexicon) -> bool:
    """What can or must be: "Die Bilder *sind zu besichtigen*", "ist abzulehnen"; not "sind Angriffe *zu sehen*"."""
    told = predicate.lemma_ not in lexicon.verbs or ("verb", predicate.lemma_) in lexicon.claims
    return bool(helping) and is_to_be_done(predicate, lexicon) and not told


def _lent(predicate: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """What the last of joined verbs says of the first: "dass sie Gäste empfangen und Feste feiern *können*"."""
    joined = [c for c in predicate.children if c.dep_ == "conj" and c.i > predicate.i and syntax.is_predicate(c)]
    if not joined or syntax.own_subject(joined[-1]) is not None or is_zu_infinitive(predicate):
        return found
    last = joined[-1]
    lent = [c for c in syntax.children(last, "aux") if c.i > last.i and lexicon.cue("modal", c.lower_, c.lemma_)]
    return found.weakened(_helped(last, lent, CERTAIN, lexicon, reported).certainty)


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
    if auxiliary.dep_ == "aux:pass" and not _is_doubled(auxiliary, predicate):
        # "Danach werden die Parteien beraten": as the plural of the present, an infinitive looks like a participle
        infinitive = predicate.lower_ == predicate.lemma_ and syntax.feature(auxiliary, "Tense") == "Pres"
        return infinitive and not any(c.dep_ == "obl:agent" for c in predicate.children)
    infinitive = syntax.feature(predicate, "VerbForm") == "Inf" or predicate.lower_ == predicate.lemma_
    return infinitive or any(
        c.dep_ in ("aux:pass", "cop") and syntax.feature(c, "VerbForm") == "Inf" for c in predicate.children
    )


def _is_doubled(auxiliary: Token, predicate: Token) -> bool:
    """As in "*wird* gewählt *werden*", both taken for the passive's."""
    same = (c for c in predicate.children if c.dep_ == "aux:pass" and c.i != auxiliary.i)
    finite = syntax.feature(auxiliary, "VerbForm") == "Fin"
    return finite and any(c.lower_ == c.lemma_ == auxiliary.lemma_ for c in same)


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
