"""Which kinds of participants an event has where its word means that event: who chooses a club elects nobody.

The rows of the tables ask for no more than a claim needs; a fact needs more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.restrictions import is_actor, is_place
from kg.extract.tree import SUBJECTS

if TYPE_CHECKING:
    from kg.extract.frames.events import Frame
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

PERSON = "PER"
OFFICES = ("office", "official", "organization", "state")
"""What one can take or leave, by the classes of nouns.tsv; not "die dritte Runde", "ein regionaler Sieger"."""
SPEAKING = ("media", "police")
"""Who asks people without a meeting: "Der Sender sprach mit einem Augenzeugen", "Die Polizei sprach mit ihm"."""
ARMED = ("force", "police")
FIGHTING = (*ARMED, "crowd")
OBJECTS = {
    "Agreement": ("treaty", "document"),
    "Deployment": ARMED,
    "Mobilization": ARMED,
    "Movement": ARMED,
    "Publication": ("document",),
    "Supply": ("goods", "weapon", "craft", "ship"),
    "Withdrawal": ARMED,
}
"""What the event is done to, where the word means that event: "verlegte *Soldaten*", not "verlegte *Steine*"."""
TALKS = frozenset(("Meeting", "Negotiation"))
MUTUAL = TALKS | {"Agreement", "Cooperation", "Combat"}


def fits(frame: Frame, subjects: list[Token], objects: list[Token], lexicon: Lexicon) -> bool:
    """Whether those who take part are of a kind that the event has."""
    if len(subjects) == 1 and _is_where(subjects[0], lexicon):
        return False  # "im Staate Washington, der Ähnliches beschloss"; not "zwischen der Regierung und den Rebellen"
    if any(_is_scene(frame, t, lexicon) for t in objects) or any(_is_target(frame, t, lexicon) for t in subjects):
        return False
    if any(o.head.i == t.i and o.dep_ == "nmod" for t in subjects for o in objects):
        return False  # "von *Seiten* militanter Siedler wurde das Dorf beschossen"
    if frame.type in OBJECTS:
        return all(lexicon.is_a(t.lemma_, OBJECTS[frame.type]) for t in objects) and _is_public(frame, lexicon)
    if frame.type in TALKS:
        clubs = frame.type == "Meeting" and any(t.ent_type_ == "ORG" for t in subjects)  # "traf auf den FC Bayern"
        return not clubs and not any(lexicon.is_a(t.lemma_, SPEAKING) for t in subjects)
    if frame.type == "Combat":
        return all(lexicon.is_a(t.lemma_, FIGHTING) for t in (*subjects, *objects))
    if frame.type == "OfficeChange":
        return all(lexicon.is_a(t.lemma_, OFFICES) or t.ent_type_ == "ORG" for t in objects)
    if frame.type == "Decision":
        return not any(_is_decided_of_another(frame, t, lexicon) for t in objects)
    if frame.type == "Election":
        return (
            len(objects) < 2
            and not _is_elected(frame.trigger, subjects)
            and not (_chooses(frame.trigger, subjects, lexicon) and any(is_actor(t, lexicon) for t in objects))
        )
    if frame.type == "Investigation":
        # "Eva Klein untersuchte zwanzig Haie" is research, "Der Offizier legte Berufung ein" no inquiry of his
        return all(_inquires(t, lexicon) for t in subjects)
    if frame.type == "Protest":
        return not any(_by_words(t, lexicon) for t in subjects) and not any(is_place(t, lexicon) for t in objects)
    if frame.type in ("Sanction", "Threat"):
        return all(is_actor(t, lexicon) for t in objects)  # "Beamte konfiszierten ein Motorrad", "droht ein Minus"
    return frame.type != "Support" or _backs(frame.trigger, objects, lexicon)


def _is_scene(frame: Frame, object_: Token, lexicon: Lexicon) -> bool:
    """Whether the parser took the place for what it happened to: "schoss in der Stadt mit Tränengas"."""
    return _is_where(object_, lexicon) and any(t.i == object_.i for t in frame.roles.get("patient", ()))


def _is_public(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether it is more than words: "gab die Einigung bekannt" says that it is so."""
    return frame.type != "Publication" or ("verb", frame.trigger.lemma_) not in lexicon.claims


def _inquires(subject: Token, lexicon: Lexicon) -> bool:
    """Whether it is who inquires by law: an institute does research, a bishop goes to law, a firm seeks staff."""
    return lexicon.is_a(subject.lemma_, ("police",)) or (
        lexicon.is_a(subject.lemma_, ("force",)) and lexicon.kind(subject.lemma_) == "Group"  # "Polizisten"
    )


def _is_elected(trigger: Token, subjects: list[Token]) -> bool:
    """Whether it is who won: "Meier wurde zum Präsidenten gewählt" is true, "Meier elects the president" is not."""
    return trigger.pos_ != "VERB" or any(t.dep_ in SUBJECTS and syntax.is_passive(trigger) for t in subjects)


def _is_target(frame: Frame, subject: Token, lexicon: Lexicon) -> bool:
    """Whether a prepositional phrase of the verb was taken for who acts: "*gegen die Mieterin* wird ermittelt"."""
    own = frame.trigger.pos_ == "VERB" and subject.head.i == frame.trigger.i
    if frame.trigger.pos_ == "VERB" and subject.dep_ == "nmod" and lexicon.nominal(subject.head.lemma_)[0]:
        return True  # "trat nach der Ernennung *Maiers* zurück"
    adposition = syntax.preposition(subject)
    if not adposition or frame.type in MUTUAL:
        return False
    # "wurde nach Beratungen *mit Maier* beschlossen"
    return (own and subject.dep_ == "obl") or not lexicon.cue("passive_agent", adposition)


def _is_where(noun: Token, lexicon: Lexicon) -> bool:
    adposition = syntax.preposition(noun)
    return bool(lexicon.cue("place", adposition)) and syntax.case(noun) == "Dat" and is_place(noun, lexicon)


def _is_decided_of_another(frame: Frame, object_: Token, lexicon: Lexicon) -> bool:
    """Whether it only says what about: "sprach ihn *vom Vorwurf* frei", "vertagte die *Entscheidung*"."""
    trigger = frame.trigger
    if object_.ent_type_ or lexicon.is_a(object_.lemma_, ("money", "quantity")):
        return True  # "bewilligte 450 Millionen Dollar"
    blames = any(row.type == "Accusation" for row in lexicon.claims.get(("verb", trigger.lemma_), ()))
    if blames and lexicon.nominal(object_.lemma_)[0]:
        return True  # "Moskau verurteilte die Sanktionen" is a word of blame
    if lexicon.is_a(object_.lemma_, ("place", "street")) and not lexicon.is_a(object_.lemma_, ("organization",)):
        return True  # "sperrte die Straße"
    if trigger.pos_ == "NOUN" and is_actor(object_, lexicon) and syntax.preposition(object_):
        return True  # "eine Entscheidung der Kammer für Einwanderer"
    if trigger.pos_ == "VERB" and any(row.event == frame.type for row in lexicon.nominal(object_.lemma_)[0]):
        return True
    rows = [row for row in lexicon.verbs.get(trigger.lemma_, ()) if row.event == frame.type]
    return any(row.obj == "patient" for row in rows) and bool(syntax.preposition(object_))


def _by_words(subject: Token, lexicon: Lexicon) -> bool:
    """Whether it is one who only says so: "Der Abgeordnete protestiert gegen den Kompromiss"."""
    return subject.ent_type_ == PERSON or lexicon.is_a(subject.lemma_, ("official", "organization"))


def _chooses(verb: Token, subjects: list[Token], lexicon: Lexicon) -> bool:
    """Whether somebody chooses for himself: "Meier wählte den Verein"; not "Meier wurde gewählt"."""
    active = verb.pos_ == "VERB" and not syntax.is_passive(verb)
    return active and any(t.ent_type_ == PERSON or lexicon.is_a(t.lemma_, ("human",)) for t in subjects)


def _backs(trigger: Token, objects: list[Token], lexicon: Lexicon) -> bool:
    """Whether it is more than a word of approval: "unterstützte den *Vorschlag*" is one, "die *Rebellen*" is not."""
    stance = ("verb", trigger.lemma_) in lexicon.claims
    return not stance or all(is_actor(t, lexicon) for t in objects)
