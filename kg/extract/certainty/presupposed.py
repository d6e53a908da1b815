"""What the words take for granted, whatever is said of it: "nach dem Angriff auf Kiew", "die getöteten Soldaten".

Beaver and Geurts, "Presupposition" (Stanford Encyclopedia of Philosophy): definite phrases, attributes and questions
with "wie viele" keep what they presuppose under negation, question and modal verbs. The rules here are narrower: nobody
plans to be injured, but "die Entsendung der Truppen" may lie ahead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.certainty.clauses import clause
from kg.extract.certainty.conditions import has_past_form
from kg.extract.certainty.judgement import CERTAIN, Judgement
from kg.extract.participants.subjects import verb_words
from kg.extract.tree import SUBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

SUDDEN = frozenset(("Attack", "Combat", "Detention", "Flight", "Injury", "Killing"))
"""What is rarely spoken of in a definite phrase before it happens."""
PRINTED = "Publication"
"""What a report has behind it, whatever it says."""
SHOWN = "Protest"
"""What is done by coming together."""
DEFINITE = frozenset(("Def", "Dem", "Prs"))
CLAUSAL = frozenset(("ccomp", "xcomp", "obj", "dative", "genitive", "quote", "nsubj"))


def lasts(node: Token, trigger: Token, found: Judgement, event: str, lexicon: Lexicon) -> bool:
    """Whether what is known at this node of the walk holds whatever stands above it."""
    if not found.certainty:
        return False
    upper = node.head
    if node.dep_ == "acl:relcl" or (node.dep_ == "acl" and _is_where(node)):  # "die Stadt, die im Mai gefallen ist, …"
        told = syntax.mood(node) != "Ind" or is_told_elsewhere(node, lexicon)
        return not told and (_is_known(upper, lexicon) or (is_past(node, lexicon) and _exists(upper, event, lexicon)))
    if trigger.dep_ == "amod" and node.i == trigger.head.i:  # "die getöteten Soldaten"
        return _is_known(node, lexicon) or _exists(node, event, lexicon)
    if event == SHOWN and node.i == trigger.i and node.dep_ == "advcl":
        return _is_done_so(node, lexicon)
    if node.i != trigger.i or found.certainty != "CT" or not is_definite(node):
        return False
    if not found.positive:  # "eine Liste der *vereitelten* Anschläge"
        return any(
            lexicon.cue("implicative", lexicon.verb_of(c.lower_)) == "CT-" for c in syntax.children(node, "amod")
        )
    if _is_when(node, lexicon):
        return True
    attributes = [w for c in syntax.children(node, "amod") for w in (*syntax.words(c), c.lower_.rstrip("enrms"))]
    return bool(lexicon.cue("ongoing", *attributes)) or (event in SUDDEN and _takes_for_granted(node, lexicon))


def _is_where(clause_: Token) -> bool:
    """As in "das Dorf, *wo* ein Priester verhaftet wurde"."""
    return any(c.tag_ == tags.WHERE and c.dep_ == "advmod" for c in clause_.children)


def _is_when(noun: Token, lexicon: Lexicon) -> bool:
    """Whether it only says since or after when something is: "zum ersten Mal *seit der Annahme* des Vertrags"."""
    after = lexicon.cue("factive", syntax.preposition(noun)) and not lexicon.cue("ground", syntax.preposition(noun))
    if (
        not after
        or noun.dep_ != "nmod"
        or syntax.is_predicate(noun.head)
        or ("noun", noun.head.lemma_) in lexicon.claims
    ):
        return False
    if lexicon.nominal(noun.head.lemma_)[0] or lexicon.cue("implicative", noun.head.lemma_):
        return False
    return clause(syntax.clause(noun), CERTAIN, lexicon, reported=False) == CERTAIN


def _is_known(noun: Token, lexicon: Lexicon) -> bool:
    """A definite phrase for something that the text does not itself put in doubt: "der angebliche Angriff" does."""
    if noun.pos_ not in ("NOUN", "PROPN") or ("noun", noun.lemma_) in lexicon.claims or _is_cleft(noun, lexicon):
        return False
    attributes = [w for c in noun.children if c.dep_ == "amod" for w in syntax.words(c)]
    if lexicon.nominal(noun.lemma_)[0] or any(lexicon.cue(k, *attributes) for k in ("hedge", "hearsay", "negation")):
        return False
    return is_definite(noun) or bool(noun.ent_type_)


def _is_cleft(noun: Token, lexicon: Lexicon) -> bool:
    """As in "Es war nicht *die Polizei*, die schoss": of others it may be so, or of nobody."""
    it = any(c.dep_ in SUBJECTS and lexicon.cue("nobody", c.lower_) for c in noun.children)
    return it and any(lexicon.cue("negation", *syntax.words(c)) for c in noun.children)


def _is_done_so(purpose: Token, lexicon: Lexicon) -> bool:
    """Whether people did what they came for: "kamen in Oslo zusammen, *um* gegen den Bau *zu protestieren*"."""
    meant = any(lexicon.cue("purpose", *syntax.words(m)) for m in syntax.children(purpose, "mark"))
    upper = purpose.head
    if not meant or upper.dep_ != "ROOT" or not is_past(upper, lexicon):
        return False
    return clause(upper, CERTAIN, lexicon, reported=False) == CERTAIN


def _exists(noun: Token, event: str, lexicon: Lexicon) -> bool:
    """Whether a phrase that is not definite is of a clause that is plainly so: "Ärzte, die flohen, arbeiten …"."""
    adposition = syntax.preposition(noun)
    able = noun.dep_ in SUBJECTS or any(lexicon.cue(kind, adposition) for kind in ("place", "factive"))
    able = able or (noun.dep_ in ("obj", "obl", "obl:arg") and not _opens(noun.head, adposition, lexicon))
    if noun.pos_ not in ("NOUN", "PROPN") or not able or not syntax.is_predicate(noun.head):
        return False
    said = ("noun", noun.lemma_) in lexicon.claims and event != PRINTED  # "in einem gestern *veröffentlichten* Bericht"
    if lexicon.nominal(noun.lemma_)[0] or said or noun.head.dep_ != "ROOT":
        return False
    denied = any(lexicon.cue("negation", *syntax.words(c)) for c in noun.children)
    return not denied and clause(noun.head, CERTAIN, lexicon, reported=False) == CERTAIN


def _opens(verb: Token, adposition: str, lexicon: Lexicon) -> bool:
    """Whether what the verb takes need not exist: "plante einen Film, in dem …", "schilderte einen Anschlag, bei …"."""
    kinds = ("implicative", "plan", "raising", "modal")
    return may_say(verb, adposition, lexicon) or any(lexicon.cue(kind, *verb_words(verb)) for kind in kinds)


def _takes_for_granted(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the word above only speaks of an event, not of what became of it: "Hintergründe der Festnahme"."""
    upper, adposition = noun.head, syntax.preposition(noun)
    words = verb_words(upper) if upper.pos_ == "VERB" else syntax.words(upper)
    if any(lexicon.cue(kind, *words) for kind in ("implicative", "plan", "raising")) or noun.dep_ in ("conj", "appos"):
        return False
    if not adposition:
        named = upper.ent_type_  # not "bei Guben seiner Festnahme", badly attached
        return noun.dep_ == "nmod" and not named and ("noun", upper.lemma_) not in lexicon.claims
    if adposition in (lexicon.cue("partakes", upper.lemma_), lexicon.cue("shares", upper.lemma_)):
        return False  # "steckt hinter dem Anschlag" says who did it
    if lexicon.cue("ground", adposition) and lexicon.cue("blames", *words, lexicon.verb_of(upper.lower_)):
        return False  # "wegen Unterstützung einer Vereinigung verurteilt"
    if syntax.is_predicate(upper) and syntax.mood(upper) == "Sub":
        return False  # "Bei dem Angriff auf Taiwan würden …"
    if lexicon.cue("factive", adposition):
        return True
    says = may_say(upper, adposition, lexicon) or ("noun", upper.lemma_) in lexicon.claims
    return bool(lexicon.cue("presupposes", adposition)) and not says


def is_definite(noun: Token) -> bool:
    """As in "der Angriff", "beim Angriff", "sein Angriff", "Moskaus Angriff"."""
    found = False
    for child in noun.children:
        features = child.features
        if features.get("Definite") == "Ind":
            return False
        if child.dep_ == "det:poss":
            found = True
        elif child.dep_ == "det":
            found = found or features.get("Definite") in DEFINITE or features.get("PronType") in DEFINITE
        elif child.dep_ == "nmod":
            before = child.i < noun.i and child.pos_ == "PROPN" and not child.adposition
            found = found or before or features.get("Case") == "Gen"
        elif child.dep_ == "case":
            found = found or child.lower_ != child.lemma_.lower()
    return found


def is_scene(noun: Token, adposition: str, lexicon: Lexicon) -> bool:
    """Whether something happened at the event: "einigten sich *auf einem Treffen* darauf", "sagte *im Prozess* aus"."""
    upper = noun.head
    if not lexicon.cue("place", adposition) or syntax.case(noun) != "Dat" or may_say(upper, adposition, lexicon):
        return False
    return syntax.is_predicate(upper) and is_past(upper, lexicon)


def may_say(word: Token, adposition: str, lexicon: Lexicon) -> bool:
    """Whether a verb is a word of saying whose content may be the phrase with this adposition ("": a bare one)."""
    for lemma in verb_words(word):
        for row in lexicon.claims.get(("verb", lemma), ()):
            if adposition in row.content if adposition else not row.content.isdisjoint(CLAUSAL):
                return True
    return False


def shows(node: Token, lexicon: Lexicon) -> bool:
    """As in "Fotos, die Bewegungen zeigen": the document claims it."""
    subject = syntax.subject(node.head)
    if subject is not None and syntax.is_relative(subject):
        subject = syntax.antecedent(subject)
    return subject is not None and subject.i != node.i and lexicon.is_a(subject.lemma_, ("document",))


def is_told_elsewhere(relative: Token, lexicon: Lexicon) -> bool:
    """As in "die Zahlen des Instituts, nach denen 62 Prozent zustimmten": the noun tells it, not the article."""
    for child in relative.children:
        told = bool(lexicon.claims.get(("adposition", syntax.preposition(child))))
        if told and (syntax.is_relative(child) or any(map(syntax.is_relative, child.children))):
            return True
    return any(lexicon.cue("report", c.lower_) for c in relative.children)  # "Berichte, wonach …"


def tells_how(asking: Token, lexicon: Lexicon) -> bool:
    """As in "Unklar ist, wie viele Menschen getötet wurden": that they were is taken for granted."""
    first = next((t for t in asking.subtree if not t.is_punct), asking)
    if first.tag_ not in tags.ASKING or not lexicon.cue("how", first.lower_):
        return False
    return syntax.mood(asking) == "Ind" and is_past(asking, lexicon)


def is_past(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether a clause is in the past or perfect tense, without a modal verb."""
    finite = syntax.finite(predicate)
    if any(lexicon.cue("modal", c.lower_, c.lemma_) for c in predicate.children if _governs(c, lexicon)):
        return False
    if predicate.tag_ == tags.FINITE and syntax.feature(predicate, "VerbForm") == "Inf":
        return predicate.lower_ != predicate.lemma_ and finite.i == predicate.i
    return has_past_form(predicate, lexicon)


def _governs(child: Token, lexicon: Lexicon) -> bool:
    return child.dep_ == "aux" and not (lexicon.cue("perfect", child.lemma_) or lexicon.cue("future", child.lemma_))


def happened_so(clause_: Token, lexicon: Lexicon) -> bool:
    """A clause that tells what then happened: "bevor sie gingen", "so heftig, dass 20 verletzt wurden"."""
    if syntax.mood(clause_) == "Sub" or not is_past(clause_, lexicon):
        return False
    marks = syntax.children(clause_, "mark")
    begins = marks or [c for c in clause_.children if c.dep_ == "advmod" and c.i <= clause_.left_edge.i + 1]
    if any(lexicon.cue("until", *syntax.words(m)) for m in begins):
        return True  # also of "ehe", taken for an adverb
    return bool(marks) and any(_is_degree(t, lexicon) for t in clause_.head.subtree if t.i < clause_.left_edge.i)


def _is_degree(word: Token, lexicon: Lexicon) -> bool:
    """As "so" in "so heftig, dass …", "so sehr, dass …"."""
    return word.dep_ == "advmod" and bool(lexicon.cue("degree", word.lower_)) and word.head.pos_ in ("ADJ", "ADV")


def is_over(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether the tense says that the event lies in the past: "hat es *am Montag* Unruhen gegeben", of any Monday."""
    upper = trigger.head
    if trigger.dep_ == "amod":  # "der im Januar freigelassene Oberst"; not "die am Montag beginnenden Gespräche"
        return not lexicon.is_active_participle(trigger.lower_)
    if trigger.pos_ == "NOUN" and lexicon.cue("since", syntax.preposition(trigger)):
        return True  # "seit der Festnahme am Dienstag"
    carried = any(lexicon.cue(kind, upper.lemma_) for kind in ("light", "happen", "fails"))
    if carried and trigger.pos_ != "VERB" and _opens(upper, "", lexicon) and not lexicon.cue("fails", upper.lemma_):
        return False  # "hat die Wahl am 5. Mai angesetzt"
    # "hielt ihn davon ab, am Montag *zurückzutreten*": no matter of a day to come
    carried = carried or (trigger.dep_ == "xcomp" and lexicon.cue("implicative", upper.lemma_) == "CT-")
    predicate = upper if carried and (trigger.pos_ != "VERB" or trigger.dep_ == "xcomp") else trigger
    return predicate.pos_ in syntax.PREDICATES and is_past(predicate, lexicon)


def is_that_it_was(node: Token, lexicon: Lexicon) -> bool:
    """Whether a clause with "dass" is in the past or perfect tense."""
    marks = [c.lower_ for c in node.children if c.dep_ == "mark"]
    return len(marks) == 1 and lexicon.cue("that", *marks) != "" and is_past(node, lexicon)
