"""Which events a sentence states so plainly that nothing is left to guess: only these become facts of the graph.

A claim may be right in most of its parts and still be kept with its source and sentence. A fact has neither: one that
is false costs more than ten that are missing. So whatever often misleads the parser or the tables is no fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import ontology
from kg.extract import syntax
from kg.extract.mentions import mention
from kg.extract.restrictions import is_named_place, is_time
from kg.extract.subjects import is_reflexive_pronoun

if TYPE_CHECKING:
    from kg.extract.events import Frame
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
        "Support",
        "Training",
    )
)
"""What the present tense says to be going on; of anything else it may tell what is usual, allowed or to come."""
BESIDE = frozenset(("acl:relcl", "conj", "parataxis"))
"""Arcs at which what a word of saying says ends: "sagte der Minister, *der zurückgetreten ist*"."""
MANY = 3
"""Joined phrases; the longer the list, the likelier that the parser lost its way."""
MISNAMED = {"crowd": ("PER",), "official": ("ORG", "LOC", "MISC")}
"""Names that no such noun has: "Anhänger Saddam Husseins" are not he, "Industrieminister al-Hassani" is no body."""
OPENING = "„“\"»«‚‘›‹'"
MARGIN = 8
"""Tokens at the begin of a sentence in which a colon ends the name of who speaks: "Meier: Ich denke, …"."""


def is_plain(frame: Frame, content: Event, sentence: Sentence) -> bool:
    """Whether nothing of the event is a guess: that it happened, and who took part."""
    lexicon = sentence.lexicon
    clause = syntax.clause(frame.trigger)
    if frame.trigger.dep_ == "amod" or _is_told(frame.trigger, sentence) or _is_spoken(sentence):
        return False  # "der von der CDU unterstützte Kandidat": whose participle it is, the parser guesses
    if frame.type not in LASTING and _in_present(clause, lexicon) and not _is_dated(content, sentence):
        return False  # "Danach legt die Kommission einen Entwurf vor", "Die Satzung verbietet einen Wechsel"
    if _has_negation(clause, lexicon) or _for_itself(frame.trigger) or _disagrees(clause) or _is_aside(clause):
        return False
    subjects, objects = (_first(frame, roles) for roles in ontology.direct_roles(frame.type))
    sides = 2 if frame.type in TWO_SIDED else 1
    return _are_clear(subjects, sides, sentence) and _are_clear(objects, sides, sentence)


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
    return time is not None and published is not None and time.end <= published.isoformat()[: len(time.end)]


def _is_aside(verb: Token) -> bool:
    """Whether the noun of a relative clause is only beside the event: "der Fall, *in dem* ihm Geld zustand"."""
    return any(syntax.is_relative(c) and syntax.preposition(c) for c in verb.children)


def _disagrees(verb: Token) -> bool:
    """Whether verb and subject do not fit: "hat den wegen Mordes *verurteilten* Schweizer begnadigt" as the verb."""
    if verb.pos_ != "VERB" or syntax.feature(verb, "VerbForm") != "Fin":
        return False
    if any(c.dep_ in syntax.AUXILIARY and syntax.feature(c, "VerbForm") == "Fin" for c in verb.children):
        return True
    subject = syntax.own_subject(verb)
    single = subject is not None and subject.pos_ == "PROPN" and not syntax.children(subject, "conj")
    return single and subject is not None and subject.ent_type_ == "PER" and syntax.feature(verb, "Number") == "Plur"


def _has_negation(node: Token, lexicon: Lexicon) -> bool:
    """Whether anything in the clause is negated: "legte die Bilanzen *nicht fristgerecht* vor"."""
    if lexicon.cue("negation", *syntax.words(node)):
        return True
    return any(_has_negation(c, lexicon) for c in node.children if c.dep_ not in syntax.CLAUSES and c.dep_ != "conj")


def _for_itself(verb: Token) -> bool:
    """As in "das Spiel für sich entscheiden", where the verb has another meaning."""
    return any(is_reflexive_pronoun(c) and syntax.preposition(c) for c in verb.children)


def _are_clear(fillers: list[Token], sides: int, sentence: Sentence) -> bool:
    """Whether the phrases of a role are so many as it has, each joined phrase by phrase, and none a stray word."""
    chains: list[list[int]] = []
    for token in fillers:
        if not any(token.i in chain for chain in chains):
            chains.append([t.i for t in syntax.coordinated(token)])
    if len(chains) > sides or len(fillers) > MANY or (len(chains) > 1 and len(fillers) > sides):
        return False
    return all(_is_clear(t, sentence) for t in fillers)


def _is_clear(token: Token, sentence: Sentence) -> bool:
    """Whether the phrase names or describes somebody or something, and nothing has strayed into it."""
    if (token.pos_ not in ("NOUN", "PROPN") and not token.ent_type_) or is_time(token, sentence.lexicon):
        return False  # "er", "beide", "410": who is meant would be a guess
    adposition = syntax.preposition(token)
    if token.dep_ == "conj" and adposition and adposition != syntax.preposition(token.head):
        return False  # "das Legen von Bränden zur Rodung und zur Gewinnung von Flächen verboten"
    for child in token.children:
        stray = child.dep_ in ("nmod", "obl", "appos", "flat") and (not syntax.preposition(child) or child.i < token.i)
        if stray and is_time(child, sentence.lexicon):
            return False  # "hat die Staatsanwaltschaft Mitte März Anklage erhoben"
        if is_named_place(token) and child.dep_ == "det" and syntax.feature(child, "Definite") == "Ind":
            return False  # "gegen einen Mittelfranken"
    if any(t.i < token.i and syntax.feature(t, "VerbForm") == "Fin" for t in token.subtree):
        return False  # "die Polizei ging am Sonntag gegen Demonstranten vor", all of it a phrase to the parser
    return _is_well_named(token, sentence)


def _is_well_named(token: Token, sentence: Sentence) -> bool:
    """Whether the phrase and the name in it are what they seem."""
    lexicon = sentence.lexicon
    phrase = mention(token, lexicon, sentence.number)
    text = phrase.span.text
    if phrase.form == "noun" and phrase.label in MISNAMED.get(lexicon.noun_class(token.lemma_), ()):
        return False
    if " " not in phrase.name and "-" in phrase.name and text != phrase.name:
        return False  # "Amtsgericht Berlin-Tiergarten", "Concepta-Entwickler Andreas Martin": half of the name
    if phrase.number == "Sing" and not phrase.name and lexicon.cue("troops", lexicon.head(token.lemma_)):
        return False  # "sprach den Soldaten frei": one soldier is not the troops
    return not text.endswith("-") and (text[:1].isalnum() or text[:1] in OPENING)
