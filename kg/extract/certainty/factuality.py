"""How certain a source is of an event: what stands between the event and the source's word of saying, or the root.

FactBank (Saurí and Pustejovsky 2009): certainty (certain, probable, possible, uncommitted) and polarity. The walk goes
from the event up the tree; each step may weaken the certainty or turn the polarity. A step that no table knows leaves
the event open (U); where the parse is suspect, or somebody else may be the one who says it, the extractor abstains.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.attribution.behind import follows_colon
from kg.extract.attribution.circumstances import is_fronted_content
from kg.extract.attribution.cue import asks, is_apart, is_zu_infinitive
from kg.extract.attribution.datives import is_bare_dative
from kg.extract.attribution.purported import viewers
from kg.extract.certainty.adverbials import adverbial, is_adverbial_clause
from kg.extract.certainty.clauses import clause, has_own_finite, is_unmarked_report
from kg.extract.certainty.governed import is_awaited, is_charge
from kg.extract.certainty.hedges import hedged, rated
from kg.extract.certainty.implied import DATIVE, implied, own_words
from kg.extract.certainty.judgement import CERTAIN, Judgement
from kg.extract.certainty.negation import is_denied
from kg.extract.certainty.nouns import is_among_victims, is_only_named, nominal
from kg.extract.certainty.presupposed import (
    happened_so,
    is_definite,
    is_past,
    is_scene,
    is_that_it_was,
    is_told_elsewhere,
    lasts,
    may_say,
    shows,
    tells_how,
)
from kg.extract.certainty.supposed import is_open
from kg.extract.certainty.unreal import is_unreal
from kg.extract.participants.control import is_had_done
from kg.extract.participants.subjects import verb_words
from kg.extract.tree import SUBJECTS
from kg.lang.lexicon import Lexicon

if TYPE_CHECKING:
    from kg.extract.tree import Token

VERBAL = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass"))
NOUNS = frozenset(("NOUN", "PROPN"))
OFFICE = "OfficeChange"
PLANNED = frozenset(
    ("Deployment", "Meeting", "Movement", "Release", "Supply", "Visit", "Withdrawal", "Election", OFFICE)
)
"""Events of which one speaks long before they happen: "Der Abzug kostet Milliarden"; not "Der Angriff kostet …"."""
GOVERNING = ("implicative", "raising", "plan")


def judge(trigger: Token, roots: Collection[int], lexicon: Lexicon, event: str = "") -> Judgement:
    """The factuality of what `trigger` says, up to one of the tokens `roots` (of a reported content), or the root.

    Args:
        trigger: the word of an event, or a word of saying.
        roots: the heads of the content that it is part of.
        lexicon: the words of its language.
        event: the type of the event; some presuppose more than others.
    """
    reported = bool(roots)
    found = CERTAIN
    node = trigger
    if trigger.pos_ in NOUNS:
        found = nominal(node, found, lexicon)
        if syntax.is_predicate(node):  # "Es war kein Angriff"
            found = clause(node, _once(node, found, lexicon), lexicon, reported)
    elif trigger.dep_ == "amod":
        found = hedged(node, found, lexicon)
        found = found.turned() if is_denied(node, lexicon) else found
    else:
        found = clause(node, found, lexicon, reported)
    ended = False
    while node.i not in roots and node.head.i != node.i and found.certainty and not ended and not is_apart(node):
        ended = lasts(node, trigger, found, event, lexicon)
        if not ended:
            found, node = _step(node, found, lexicon, reported)
    if ended:
        found = found._replace(presupposed=True)
    if event in PLANNED and found == CERTAIN and trigger.i not in roots and is_only_named(trigger, lexicon):
        found = found.weakened("U")
    if event == OFFICE and not reported and _becomes(syntax.clause(trigger), lexicon):
        found = found.weakened("PR")
    told = syntax.mood(trigger) == "Sub" and not is_unreal(trigger, lexicon)
    if told and not reported and not ended and found.certainty == "CT":
        found = found.weakened("")  # "der Scherz, sie *sei* zurückgetreten": somebody says so, and nobody is seen
    if not reported and (ended or node.head.i == node.i) and is_open(node.sent, trigger, lexicon):
        found = found.supposed()
    return found


def _becomes(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether somebody is to be something: "Nachfolger *wird* Emil Groß", in the present, said of what is to come."""
    verbs = [predicate, *(c for c in predicate.children if c.dep_ == "cop")]
    return any(t.pos_ in syntax.PREDICATES and lexicon.cue("future", t.lemma_) and _is_present(t) for t in verbs)


def _is_present(verb: Token) -> bool:
    return syntax.feature(verb, "Tense") == "Pres"


def _step(node: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> tuple[Judgement, Token]:
    """One arc up, with what the arc and the upper word do to the certainty."""
    upper = node.head
    dep = node.dep_
    if (dep in VERBAL and not is_adverbial_clause(node, lexicon)) or (
        dep == "advcl" and is_fronted_content(node, lexicon)
    ):
        return _embedded(node, found, lexicon, reported), upper
    if dep == "advcl" or dep in VERBAL:
        return adverbial(node, found, lexicon, reported), upper
    if dep in ("acl:relcl", "acl"):
        return _attributive(node, found, lexicon), upper
    if dep == "conj" and is_zu_infinitive(node) and not is_zu_infinitive(upper):
        return _embedded(node, found, lexicon, reported), upper  # a content that the parser joined to its verb
    noun = node.pos_ in NOUNS
    stray = dep == "conj" or (dep in ("parataxis", "list") and not node.is_clause)
    if noun and (dep in ("appos", "flat", "dep") or (stray and upper.pos_ == "VERB")):
        return found.weakened(""), upper  # "bestritt die Festnahme und die Durchsuchung", badly attached
    if dep == "conj" and ("verb", upper.lemma_) in lexicon.claims and (not has_own_finite(node) or _runs_on(node)):
        return found.weakened(""), upper  # "Nie habe man, versicherte er, jemanden entführt", badly attached
    if dep == "conj" and not reported and is_unmarked_report(node, lexicon):  # "… von dem Bericht, er habe geschossen"
        return found.weakened(""), upper
    if dep == "parataxis" and follows_colon(node) and not reported:
        if upper.pos_ == "ADJ" and syntax.own_subject(upper) is None:
            return _embedded(node, found, lexicon, reported), upper  # "Falsch ist: *Sie griffen an*"
        if syntax.mood(upper) in ("Imp", "Sub"):
            return found.weakened("U"), upper  # "Man stelle sich vor: *Sie greifen an*"
    if dep in ("conj", "parataxis", "list", "amod", "appos", "flat", "cop", "root", "ROOT"):
        return found, upper
    return _argument(node, found, lexicon, reported), upper


def _runs_on(clause_: Token) -> bool:
    """As in "meldeten Sender Oslo habe entschieden", where the comma is missing: what is said, not what they did."""
    return not syntax.children(clause_, "cc") and not any(t.is_punct for t in clause_.doc[clause_.head.i : clause_.i])


def _embedded(node: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """A clause under a verb that is no word of saying: "versuchten zu fliehen", "gelang es"."""
    upper = node.head
    if tells_how(node, lexicon) or (happened_so(node, lexicon) and not may_say(upper, "", lexicon)):
        return found
    words = own_words(upper)
    if lexicon.cue("evident", *words):
        return _evident(node, found, lexicon, reported)
    if lexicon.cue("judges_fact", *words) and is_that_it_was(node, lexicon):
        return found  # "Es ist ein Skandal, dass er freigelassen wurde", "nicht gut, dass …"
    value = "CT+" if is_had_done(node, lexicon) else rated(upper, lexicon)
    value = value or next((v for kind in GOVERNING if (v := lexicon.cue(kind, *words))), "")
    value = value or lexicon.cue("modal", upper.lemma_)
    if value == "CT-" and has_own_finite(node) and lexicon.cue("takes", *words):
        value = ""  # "Es ist abzusehen, dass …"; but "sah davon ab, zu …"
    if not value or value == "hearsay":
        return _left_open(node, found, lexicon)
    return clause(upper, found.with_value(value), lexicon, reported)


def _evident(node: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """As in "Klar ist, dass sie kamen": so it is; not "klar ist, *ob* …", nor "*nicht* klar ist, dass …"."""
    beside = node.head.children
    if any(viewers(beside, c.adposition, lexicon) for c in beside if c.adposition):
        return found.weakened("")  # "*Für die Witwe* ist klar, dass …": for her, not for the article
    asked = any(lexicon.cue("question", *syntax.words(c)) for c in node.children if c.dep_ == "mark") or asks(node)
    around = clause(node.head, CERTAIN, lexicon, reported)
    return found.weakened("U") if asked or not around.positive else found.weakened(around.certainty)


def _left_open(node: Token, found: Judgement, lexicon: Lexicon, adposition: str = "") -> Judgement:
    """A step that no table knows: the event may be so or not; what a word of saying says may be somebody else's."""
    if may_say(node.head, adposition, lexicon) or ("noun", node.head.lemma_) in lexicon.claims:
        return found.weakened("")
    return found.weakened("U")


def _attributive(node: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """A relative clause or a participle says its own; an infinitive under a noun is as open as the noun ("Versuch")."""
    noun = node.head
    if any(lexicon.cue(kind, *syntax.words(c)) for c in noun.children for kind in ("negation", "invented")):
        return found.weakened("U")  # "*kein* Land, das …", "einen *fiktiven* Gegner, der …"
    if is_told_elsewhere(node, lexicon):
        return found.weakened("")
    if node.dep_ == "acl" and syntax.feature(node, "VerbForm") != "Part":
        value = lexicon.cue("implicative", noun.lemma_) or lexicon.cue("plan", noun.lemma_)
        return found.with_value(value) if value else _left_open(node, found, lexicon)
    return found


def _argument(node: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """An event noun under a verb or a noun: "verhinderte den Angriff", "der Beginn des Angriffs"."""
    upper = node.head
    adposition = syntax.preposition(node)
    if not adposition and (node.dep_ in ("iobj", "obl:arg") or is_bare_dative(node, lexicon)):
        words = verb_words(upper)
        if lexicon.cue("takes", *words) == DATIVE:  # "*entging* der Festnahme"
            return clause(upper, found.with_value(lexicon.cue("implicative", *words)), lexicon, reported)
        return _left_open(node, found, lexicon)  # "stimmte der Entsendung zu", "erteilte einem Beitritt eine Absage"
    if _is_torn(upper):
        return found.weakened("")
    value = implied(node, adposition, lexicon) or (rated(upper, lexicon) if node.dep_ in SUBJECTS else "")
    found = _once(node, found, lexicon) if syntax.is_predicate(upper) else found
    if value:
        open_ = _cancelled(found).with_value(value) if value == "CT-" else found.with_value(value)
        return clause(upper, open_, lexicon, reported) if syntax.is_predicate(upper) else open_
    if adposition:
        return _prepositional(node, adposition, found, lexicon, reported)
    if not syntax.is_predicate(upper):
        accused = any(row.type == "Accusation" for row in lexicon.claims.get(("noun", upper.lemma_), ())[:1])
        there = is_definite(node) and upper.ent_type_ == "" and not accused
        return found if there else _left_open(node, found, lexicon)
    if may_say(upper, "", lexicon) or shows(node, lexicon):
        return found.weakened("")  # what stands by a word of saying may be what is said, whatever the parser thinks
    around = clause(upper, CERTAIN, lexicon, reported)
    known = lexicon.own_rows(upper.lemma_) or lexicon.cue("implicative", *verb_words(upper))
    if lexicon.cue("light", upper.lemma_):
        return clause(upper, found, lexicon, reported)  # "ein Verfahren wurde nie eröffnet"
    if around.hearsay:
        return found.weakened(around.certainty)._replace(hearsay=True)
    if around != CERTAIN:
        return found.weakened("U" if not around.positive else around.certainty if is_definite(node) else "U")
    return found if known or is_definite(node) else _left_open(node, found, lexicon)


def _is_torn(predicate: Token) -> bool:
    """Whether the parser took a participle for the subject: "*Vereitelt* wurde der Angriff, für den … bereitlag"."""
    return any(c.dep_ in SUBJECTS and c.tag_ == tags.PARTICIPLE for c in predicate.children)


def _cancelled(found: Judgement) -> Judgement:
    """Of what was planned and called off it is certain that it did not happen: "Der geplante Besuch wurde abgesagt"."""
    planned = found.certainty == "PR" and found.positive and not found.hearsay
    return found._replace(certainty="CT") if planned else found


def _once(node: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """Without the noun's own negation, which the clause counts too: "Es fand kein Treffen statt"."""
    if found.positive:
        return found
    own = any(c.dep_ != "case" and lexicon.cue("negation", *syntax.words(c)) for c in node.children)
    return found.turned() if own else found


def _prepositional(node: Token, adposition: str, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """As in "nach dem Angriff": it happened; "über einen Angriff": who knows."""
    upper = node.head
    if syntax.is_predicate(upper) and is_among_victims(node, adposition, lexicon):
        return clause(upper, found, lexicon, reported)
    if adposition == lexicon.cue("happen", upper.lemma_):
        # "es kam zu Kämpfen"; "Zu dem geplanten Treffen kam es nicht"
        done = clause(upper, CERTAIN, lexicon, reported)
        return clause(upper, found if done.positive else _cancelled(found), lexicon, reported)
    if adposition == lexicon.cue("shares", upper.lemma_) and (reported or is_definite(node)):
        return found  # "lehnten jede Verantwortung *für den Angriff* ab"; "die Beteiligung an dem Putsch"
    around = clause(upper, CERTAIN, lexicon, reported) if syntax.is_predicate(upper) else CERTAIN
    if adposition == lexicon.cue("partakes", upper.lemma_):
        # "beteiligten sich *nicht* an dem Streik": it was held, but not by them
        shared = around if around.positive or (reported and is_definite(node)) else Judgement("U")
        return found.weakened(shared.certainty)._replace(hearsay=found.hearsay or around.hearsay)
    if lexicon.cue("without", adposition):
        # "endeten ohne Einigung"; but "Ohne Einigung gelten ab Mai höhere Zölle"
        present = syntax.feature(syntax.finite(upper), "Tense") == "Pres" and not is_past(upper, lexicon)
        ahead = present and syntax.is_predicate(upper) and node.i < syntax.finite(upper).i
        if ahead:
            return found.supposed()
        return found.weakened("U") if around != CERTAIN else found
    held = lexicon.cue("factive", adposition) or lexicon.cue("course", node.lemma_)
    if not held and not is_scene(node, adposition, lexicon):
        return _left_open(node, found, lexicon, adposition)
    if is_charge(node, adposition, lexicon):
        return found.weakened("U")
    if is_awaited(node, adposition, lexicon):
        return found.weakened("")
    ahead = around.certainty in ("PR", "U") and not around.hearsay
    if is_definite(node):
        return found.weakened(around.certainty) if ahead else found  # "beim Treffen in Genf soll beraten werden"
    if lexicon.cue("in_case", adposition) and around.certainty in ("PR", "PS") and not around.hearsay:
        return found.supposed()  # "Bei einem Abzug könnten sie zurückkehren"
    return found.weakened(around.certainty)
