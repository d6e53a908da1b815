"""Which events a sentence states so plainly that nothing is left to guess: only these become facts of the graph.

A claim may be right in most of its parts and still be kept with its source and sentence. A fact has neither: one that
is false costs more than ten that are missing. So whatever often misleads the parser or the tables is no fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import ontology
from kg.extract import hints, syntax
from kg.extract.attribution.cue import compound_head
from kg.extract.facts.clear import are_clear
from kg.extract.facts.foreign import is_quoted
from kg.extract.participants.fitting import fits
from kg.extract.participants.subjects import is_reflexive, is_reflexive_pronoun
from kg.extract.tree import SUBJECTS

if TYPE_CHECKING:
    from kg.extract.frames.events import Frame
    from kg.extract.sentence import Sentence
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon
    from kg.model import Event

TWO_SIDED = frozenset(("Meeting", "Negotiation", "Agreement", "Cooperation", "Combat", "Election"))
"""Events whose agents are two phrases: "*Er* traf *den Minister*", "*Das Parlament* wählte *Meier* zum Präsidenten"."""
LASTING = frozenset(
    (
        "Combat",
        "Cooperation",
        "Investigation",
        "Mobilization",
        "Negotiation",
        "Protest",
        "Sanction",
        "Stationing",
        "Training",
    )
)
"""What the present tense says to be going on; of anything else it may tell what is usual, allowed or to come."""
NESTED = frozenset(("nmod", "appos", "conj", "flat"))
"""Arcs between the nouns of one phrase."""
BESIDE = frozenset(("acl:relcl", "conj", "parataxis"))
"""Arcs at which what a word of saying says ends: "sagte der Minister, *der zurückgetreten ist*"."""
DAY = len("2024-10-21")
MARGIN = 8
"""Tokens at the begin of a sentence in which a colon ends the name of who speaks: "Meier: Ich denke, …"."""


def is_plain(frame: Frame, content: Event, sentence: Sentence) -> bool:
    """Whether nothing of the event is a guess: that it happened, and who took part."""
    lexicon = sentence.lexicon
    if frame.likely:
        return False  # the rules refuse it
    if lexicon.cue("literal", compound_head(frame.trigger.lemma_, "literal", lexicon)) != frame.type:
        return False  # "übernahm kurzerhand die Leitung", "brachte Wind in die Sache": a word of many meanings
    clause = syntax.clause(frame.trigger)
    if frame.trigger.dep_ == "amod" or _is_told(frame.trigger, sentence):
        return False  # "der von der CDU unterstützte Kandidat": whose participle it is, the parser guesses
    if frame.trigger.adposition and lexicon.cue("still_ahead", frame.trigger.adposition):
        return False  # "Vor dem Treffen mit Kim reiste Putin ab": it may never have come
    lasts = frame.type in LASTING and frame.trigger.pos_ == "VERB"  # "organisieren Kundgebungen, die … sollen"
    if not lasts and _in_present(clause, lexicon) and not _is_dated(content, sentence):
        return False  # "Danach legt die Kommission einen Entwurf vor", "Die Satzung verbietet einen Wechsel"
    negated = "negation" in hints.kinds(clause, lexicon) and _has_negation(clause, lexicon)
    if negated or _for_itself(frame.trigger) or _disagrees(clause) or _is_aside(clause):
        return False
    if not _is_finite(clause) or _has_two_subjects(clause) or _is_modal(clause, lexicon):
        return False
    if _has_other_meaning(frame, lexicon) or _is_misjoined(clause) or _is_of_another(clause):
        return False
    subjects, objects = (_first(frame, roles) for roles in ontology.direct_roles(frame.type))
    if _borrows(clause, (*subjects, *objects)) or not all(_is_here(t, clause) for t in (*subjects, *objects)):
        return False
    sides = 2 if frame.type in TWO_SIDED else 1
    if not are_clear(subjects, sides, sentence) or not are_clear(objects, sides, sentence):
        return False
    quoted = any(is_quoted(t) for t in (frame.trigger, *subjects, *objects))
    return fits(frame, subjects, objects, lexicon) and not quoted and not _is_spoken(sentence)


def _first(frame: Frame, roles: tuple[str, ...]) -> list[Token]:
    return next((frame.roles[role] for role in roles if role in frame.roles), [])


def _is_told(trigger: Token, sentence: Sentence) -> bool:
    """Whether it stands below a word of saying: "berichtete von Verlusten bei der Eroberung der Stadt"."""
    cues = {cue.token.i for cue in sentence.cues}
    node = trigger
    while node.head.i != node.i and node.dep_ not in BESIDE:
        if node.head.i in cues and node.dep_ != "advcl":
            return True
        node = node.head
    return False


def _is_spoken(sentence: Sentence) -> bool:
    """Whether somebody speaks for himself: "Meier: Ich denke, …", also without quotation marks."""
    start = sentence.span[:MARGIN]
    return any(t.text == ":" for t in start) or any(syntax.feature(t, "Person") == "1" for t in sentence.span)


def _in_present(clause: Token, lexicon: Lexicon) -> bool:
    finite = syntax.finite(clause)
    perfect = finite.i != clause.i and lexicon.cue("perfect", finite.lemma_)
    return syntax.feature(finite, "Tense") == "Pres" and not perfect


def _is_dated(content: Event, sentence: Sentence) -> bool:
    """Whether the text says when it was, so that a tense that the tagger mistook says nothing: "rief am Montag aus"."""
    time, published = content.time, sentence.published
    # a day: "gibt seit 2004 Zahlen heraus" is a habit; and before today: "stimmt heute ab" is to come
    return time is not None and published is not None and len(time.end) == DAY and time.end < published.isoformat()


def _is_aside(verb: Token) -> bool:
    """Whether the noun of a relative clause is only beside the event: "der Fall, *in dem* ihm Geld zustand"."""
    return any(c.adposition and syntax.is_relative(c) for c in verb.children)


def _disagrees(verb: Token) -> bool:
    """Whether verb and subject do not fit: "hat den wegen Mordes *verurteilten* Schweizer begnadigt" as the verb."""
    finite = syntax.finite(verb)
    if verb.pos_ != "VERB" or syntax.feature(finite, "VerbForm") != "Fin":
        return False
    if finite.i != verb.i and syntax.feature(verb, "VerbForm") == "Fin":
        return True
    subject = syntax.own_subject(verb)
    joined = subject is not None and len(syntax.coordinated(subject)) > 1
    if joined and syntax.feature(finite, "Number") == "Sing":
        return True  # "Die Sängerin und Malerin Anna Blum verteilte …" is one, not two
    single = subject is not None and subject.pos_ == "PROPN" and not syntax.children(subject, "conj")
    return single and subject is not None and subject.ent_type_ == "PER" and syntax.feature(finite, "Number") == "Plur"


def _has_negation(node: Token, lexicon: Lexicon) -> bool:
    """Whether anything in the clause is negated: "legte die Bilanzen *nicht fristgerecht* vor"."""
    if lexicon.cue("negation", *syntax.words(node)):
        return True
    return any(_has_negation(c, lexicon) for c in node.children if c.dep_ not in syntax.CLAUSES and c.dep_ != "conj")


def _for_itself(verb: Token) -> bool:
    """As in "das Spiel für sich entscheiden", where the verb has another meaning."""
    return any(c.adposition and is_reflexive_pronoun(c) for c in verb.children)


def _is_finite(clause: Token) -> bool:
    """Whether the clause has a finite verb, its own or that of the clause that it is joined to.

    One without is a headline ("Google wegen Patenten verklagt"), a clause that only says what for ("…, um ein
    Abkommen zu schließen"), or badly read ("wo die Sänger ihre Paten *besuchen*", as an infinitive).
    """
    node = clause
    while not syntax.mood(node) and node.dep_ == "conj" and syntax.is_predicate(node.head):
        node = node.head
    return bool(syntax.mood(node))


def _has_other_meaning(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the verb is reflexive and the row is not: "unter den Geiseln *befanden sich* Vater und Sohn"."""
    rows = [row for row in lexicon.verbs.get(frame.trigger.lemma_, ()) if row.event == frame.type]
    return bool(rows) and is_reflexive(frame.trigger) and not any(row.reflexive for row in rows)


def _is_modal(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a modal verb says that it could or had to be: "konnten die Pilger den Altar besichtigen"."""
    both = (clause, clause.head) if clause.dep_ == "conj" else (clause,)
    modals = [c for v in both for c in v.children if c.dep_ == "aux" and lexicon.cue("modal", c.lower_, c.lemma_)]
    return any(not lexicon.cue("future", c.lemma_) for c in modals)


def _has_two_subjects(clause: Token) -> bool:
    """Whether the parser found two: "die Länder Hessen und Bremen sowie *die Grünen*", torn apart."""
    subjects = [c for c in clause.children if c.dep_ in SUBJECTS and not syntax.is_relative(c)]
    return sum(c.pos_ in ("NOUN", "PROPN", "PRON") for c in subjects) > 1


def _is_misjoined(clause: Token) -> bool:
    """Whether the subject is that of another clause: "die Schule wurde angegriffen und dabei 140 Menschen ermordet"."""
    if clause.dep_ != "conj" or not syntax.is_predicate(clause.head) or syntax.own_subject(clause) is not None:
        return False
    return syntax.is_passive(clause) != syntax.is_passive(clause.head)


def _is_of_another(clause: Token) -> bool:
    """Whether a relative clause may be about another noun: "neben der *Politik* … das Konzept, *das*".

    "Gutachter der Firma, die die Halle prüften" or "einer von 90 Reisenden des Schiffs, das Waffen brachte": where two
    nouns stand before the pronoun, only the world tells whose it is.
    """
    while clause.dep_ == "conj" and syntax.is_predicate(clause.head):
        clause = clause.head
    if clause.dep_ != "acl:relcl":
        return False
    noun = clause.head
    if noun.dep_ in NESTED or any(c.dep_ in NESTED and c.i < clause.i for c in noun.children):
        return True
    pronouns = [c for c in clause.children if syntax.is_relative(c)]
    number = syntax.feature(syntax.finite(clause), "Number")
    acts = any(p.dep_ in SUBJECTS for p in pronouns)
    if acts and (not noun.ent_type_ or number != (syntax.feature(noun, "Number") or number)):
        return True  # "die Firma, die Generatoren liefert": which one it is, only the clause says
    return any(_differ(p, noun) for p in pronouns)


def _differ(pronoun: Token, noun: Token) -> bool:
    if "Plur" in (syntax.feature(pronoun, "Number"), syntax.feature(noun, "Number")):
        return False
    genders = {syntax.feature(pronoun, "Gender"), syntax.feature(noun, "Gender")} - {""}
    return len(genders) > 1 and noun.pos_ == "NOUN"


def _is_here(filler: Token, clause: Token) -> bool:
    """Whether it stands in the clause of the event: "sagte *Blum*, als ein Treffen mit Groß stattfand"."""
    if filler.i in (clause.head.i, clause.i):
        return True  # the noun of a relative clause
    here = {clause.i, clause.head.i} if clause.dep_ in ("conj", "acl:relcl", "xcomp") else {clause.i}
    return syntax.clause(filler).i in here


def _borrows(clause: Token, fillers: tuple[Token, ...]) -> bool:
    """Whether it takes more than the subject from the verb before: "von Ärzten untersucht und nach Hause gebracht"."""
    if clause.dep_ != "conj" or not syntax.is_predicate(clause.head):
        return False
    return any(t.head.i == clause.head.i and t.dep_ not in SUBJECTS for t in fillers)
