"""Events: verbs and nouns of the tables with the phrases that fill their roles, whether they happened or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import SENTENTIAL
from kg.extract.frames import states
from kg.extract.frames.mutual import both, mutual, own_victims
from kg.extract.frames.nominals import event_noun
from kg.extract.participants.arguments import Fillers, verb_fillers
from kg.extract.participants.attributes import participle_fillers
from kg.extract.participants.completed import with_author, with_bodies, with_doer, without_things
from kg.extract.participants.far import with_far_phrases
from kg.extract.participants.idioms import goes_with, naming, own_words, with_idioms, without
from kg.extract.participants.matters import by_matter
from kg.extract.participants.restrictions import fulfils, may_fulfil, possible
from kg.extract.participants.subjects import is_done_by_office, is_reflexive, may_be_fronted
from kg.extract.participants.understood import understood_subject
from kg.lang.lexicon import Lexicon, NounFrame, VerbFrame, infinitives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Span, Token


NAMED = frozenset(("instrument", "topic"))
"""Roles that the noun does not fill which names the event of its verb."""
AGENT, DECISION = "agent", "Decision"
APART = frozenset(("xcomp", "advmod", "compound:prt"))
"""Relations of an adjective or adverb that is a part of its verb."""
TOLD_BY_CLAUSE = frozenset((DECISION, "Investigation"))
"""Events whose topic a clause may tell: "Es wird geprüft, *ob* …"."""
TELLING = frozenset(("NOUN", "VERB", "ADJ", "PROPN", "AUX", "ADV"))
"""Parts of speech that may tell of an event."""
HARMS = frozenset(("Killing", "Injury"))


@dataclass(frozen=True, slots=True)
class Frame:
    """An event as the syntax shows it: roles are filled by tokens, the heads of their phrases."""

    trigger: Token
    type: str
    roles: Fillers
    rule: str
    noun: Token | None = None
    """Of a verb that says little itself the noun that names the event: "saß in *Haft*", "forderte *Menschenleben*"."""
    likely: bool = False
    """Whether the rules refuse it, and it only looks like one (`likely`)."""


def find(sentence: Span, lexicon: Lexicon) -> list[Frame]:
    """The events of a sentence in text order; a word without a row, or whose needs are not met, is none."""
    found: dict[int, Frame] = {}
    for token in sentence:
        pos = token.pos_
        if pos not in TELLING:
            continue
        if pos == "NOUN" or (pos == "PROPN" and not token.ent_type_):  # "wird UN-Gesandter", which looks like a name
            told = _is_told_by_noun(token.text, token.lemma_, lexicon)
            frame = _state(token, lexicon) or _noun(token, lexicon) if told else None
        elif token.dep_ == "amod" and pos in ("ADJ", "VERB"):
            frame = _participle(token, lexicon)
        # "*muss* ins Gefängnis": a modal that is the verb of its clause
        elif pos == "VERB" or (pos == "AUX" and token.dep_ not in syntax.AUXILIARY):
            frame = _verb(token, lexicon)
        elif token.is_clause and pos in ("ADJ", "ADV") and any(c.dep_ == "cop" for c in token.children):
            frame = _state(token, lexicon)  # "sind *tot*"
        else:
            continue
        if frame is not None:
            known = found.setdefault(frame.trigger.i, frame)
            if known is not frame and known.type == frame.type and known.noun is None:
                found[frame.trigger.i] = replace(known, noun=frame.noun)  # "nahm sie als *Geisel*"
    return list(_apart(_merged(found, lexicon)).values()) if found else []


@cache
def _is_told_by_noun(form: str, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a table has rows of events for a noun."""
    return bool(states.of_noun(form, lemma, lexicon)) or bool(lexicon.nominal(lemma)[0])


def _apart(found: dict[int, Frame]) -> dict[int, Frame]:
    """Each of joined victims in its own event, and once: "gab Dutzende von Toten", "gab 2 Tote und 8 Verletzte"."""
    for place, frame in list(found.items()):
        own = frame.roles.get("patient", [])
        if frame.trigger.pos_ == "VERB" or frame.trigger.dep_ == "amod":
            others = [t.i for t in own if t.i in found and found[t.i].type != frame.type]
            kept = [t for t in own if t.i not in others]
            if others and kept:
                found[place] = replace(frame, roles={**frame.roles, "patient": kept})
            continue
        same = (g for g in found.values() if g.trigger.pos_ == "VERB" and g.type == frame.type)
        twin = next((g for g in same if own and own[0].i != place and g.roles.get("patient") == own), None)
        if twin is not None and syntax.within(frame.trigger, twin.trigger):
            found[twin.trigger.i] = replace(twin, noun=twin.noun or frame.trigger)
            del found[place]
    return found


def _merged(found: dict[int, Frame], lexicon: Lexicon) -> dict[int, Frame]:
    """One event of a verb and the noun that it only carries: "hielt ein Manöver ab".

    Where the verb says little, the noun names it: "belegte ihn mit *Sanktionen*", but "*unterzeichnete* den Vertrag".
    """
    for told in [f.noun.i for f in found.values() if f.noun is not None and f.noun.i != f.trigger.i]:
        found.pop(told, None)  # of "*Rückendeckung* bekam er" the noun names what the verb tells
    for place, frame in list(found.items()):
        head = frame.trigger.head.i
        carried = frame.trigger.dep_ in ("obj", "obl", "nsubj:pass") and head in found and head != place
        if carried and found[head].type == frame.type:
            upper = found[head]
            if AGENT in frame.roles and upper.roles.get(AGENT, frame.roles[AGENT]) != frame.roles[AGENT]:
                continue  # "verließen vor dem *Eintreffen der Retter* den Bus"
            naming = frame.trigger if lexicon.cue("bleached", upper.trigger.lemma_) else None
            # of "kamen zu einem *Treffen* zusammen" it is no topic
            own = {r: ts for r, ts in upper.roles.items() if r not in NAMED or naming is None or ts != [naming]}
            roles = {**frame.roles, **own}
            found[head] = replace(upper, roles=dict(sorted(roles.items())), noun=upper.noun or naming)
            del found[place]
    return found


def _verb(verb: Token, lexicon: Lexicon) -> Frame | None:
    rows = _rows(verb, lexicon)
    if not rows:
        return None
    reflexive = is_reflexive(verb)
    rows = [r for r in rows if r.reflexive == reflexive or (reflexive and (not r.obj or _has_object(verb)))]
    rows = possible(verb, rows, lexicon)
    understood = understood_subject(verb, lexicon) if rows else None
    for row in rows:
        for roles in _readings(verb, row, lexicon, understood):
            if AGENT not in roles and row.nsubj == AGENT and _is_said(verb, lexicon):
                continue
            whole = with_idioms(verb, row, roles, lexicon) if row.needs or not roles else roles
            told = bool(roles) or _tells_what(verb, row, lexicon) or _is_done(verb, whole)
            if told and fulfils(whole, row.needs, lexicon):
                words = own_words(row, whole)
                named = naming(row, words) if words else _naming(verb, row, whole, lexicon)
                kept = without(words, row, roles, lexicon)
                return Frame(verb, row.event, _of_verb(verb, row, kept, lexicon), row.rule, named)
    return None


def may_be_noun(token: Token) -> bool:
    """Whether a word may be an event noun, also one that looks like a name: "wird *UN-Gesandter*"."""
    return token.pos_ == "NOUN" or (token.pos_ == "PROPN" and not token.ent_type_)


def _is_said(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a word of saying has an event where its subject seems to be: "*Eine Reise* schloss der Minister aus"."""
    if ("verb", verb.lemma_) not in lexicon.claims or syntax.is_passive(verb):
        return False
    subject = syntax.own_subject(verb)
    return subject is not None and bool(lexicon.nominal(subject.lemma_)[0])


def _of_verb(verb: Token, row: VerbFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The roles as the kind of event has them."""
    fillers = by_matter(row.event, mutual(row.event, roles), lexicon)
    fillers = with_bodies(row.event, fillers, lexicon) if row.nsubj == AGENT else fillers
    fillers = both(verb, fillers) if row.reflexive else fillers
    fillers = without_things(fillers, lexicon) if row.event in HARMS else fillers
    return own_victims(verb, row, fillers)


def _rows(verb: Token, lexicon: Lexicon) -> list[VerbFrame]:
    """The rows of a verb, with the part that stands apart, by its form where the lemma is no word ("*mitgegangen*")."""
    parts = lexicon.cues.get("verb_part", {})
    if verb.dep_ in APART and verb.lower_ in parts and verb.lower_ + verb.head.lemma_ in lexicon.verbs:
        return []  # of "*gefangen* genommen" the other
    for child in verb.children:  # "stellte Waffen *sicher*", "wurde *bekannt* gegeben"
        if child.dep_ in APART and child.lower_ in parts:
            rows = lexicon.verbs.get(child.lower_ + verb.lemma_)
            if rows is not None and not goes_with(child, rows, lexicon):
                return rows
    rows = lexicon.verbs.get(verb.lemma_)
    if rows is not None or verb.lemma_ in infinitives(lexicon.language):
        return rows or []
    return lexicon.verbs.get(lexicon.verb_of(verb.lower_), [])


def _readings(verb: Token, row: VerbFrame, lexicon: Lexicon, understood: Token | None) -> Iterator[Fillers]:
    """The roles as the parser has them; then with the object in front: "*Das Anliegen* unterstützt eine Gruppe"."""
    roles = with_far_phrases(verb, row.obl, verb_fillers(verb, row, lexicon, understood), lexicon)
    given, taken = roles.get(row.nsubj, []), roles.get(row.obj, [])
    both = bool(given and taken) and is_done_by_office(given[0], taken[0], verb, row.event, lexicon)
    if both:
        yield dict(sorted({**roles, row.nsubj: taken, row.obj: given}.items()))
        return
    yield roles
    if len(given) == len(taken) == 1 and may_be_fronted(given[0], taken[0], verb, lexicon):
        yield dict(sorted({**roles, row.nsubj: taken, row.obj: given}.items()))


def _tells_what(verb: Token, row: VerbFrame, lexicon: Lexicon) -> bool:
    """Whether a clause says what is decided where no phrase fills a role: "Es wurde beschlossen, *zu gehen*".

    Also where there is nobody: "Verletzt wurde *niemand*", "*Niemand* streikte".
    """
    if row.event in TOLD_BY_CLAUSE and any(c.dep_ in SENTENTIAL for c in verb.children):
        return True
    return not row.needs and any(_is_no_one(c, lexicon) for c in verb.children)


def _is_done(verb: Token, whole: Fillers) -> bool:
    """Whether only that it happens is said: "Am Montag wurde über *die Klage* verhandelt", and no noun is the event."""
    return not whole and syntax.is_passive(verb)


def _is_no_one(child: Token, lexicon: Lexicon) -> bool:
    """Whether it is a pronoun that negates: "niemand", "keiner", not "man"."""
    return bool(lexicon.cue("nobody", child.lower_)) and bool(lexicon.cue("negation", child.lower_))


def _naming(verb: Token, row: VerbFrame, roles: Fillers, lexicon: Lexicon) -> Token | None:
    """The noun that a verb like "sitzen" needs for this meaning."""
    if not lexicon.cue("bleached", verb.lemma_):
        return None
    found = (t for role, _ in row.needs for t in roles.get(role, ()))
    needed = [t for t in found if t.head.i == verb.i or t.dep_ == "nmod"]  # "nahm den Täter *in Haft*", badly attached
    return next((t for t in needed if lexicon.cue("names_event", lexicon.noun_class(t.lemma_))), None)


def _has_object(verb: Token) -> bool:
    """Whether "sich" is not the only object: "erschoss *zwölf Menschen* und sich selbst"."""
    return any(c.dep_ == "obj" and c.pos_ != "PRON" for c in verb.children)


def _participle(participle: Token, lexicon: Lexicon) -> Frame | None:
    """An attribute: "die entsandten Soldaten"."""
    for row in _participle_rows(participle.lemma_, participle.lower_, lexicon):
        if not may_fulfil(participle, row.needs, lexicon):
            continue
        roles = participle_fillers(participle, row, lexicon)
        if roles and not row.reflexive and fulfils(with_idioms(participle, row, roles, lexicon), row.needs, lexicon):
            kept = without(own_words(row, roles), row, roles, lexicon)
            return Frame(participle, row.event, with_author(participle, row.event, kept, lexicon), row.rule)
    return None


@cache
def _participle_rows(lemma: str, form: str, lexicon: Lexicon) -> list[VerbFrame]:
    return next((lexicon.verbs[verb] for verb in (lemma, lexicon.verb_of(form)) if verb in lexicon.verbs), [])


def _state(noun: Token, lexicon: Lexicon) -> Frame | None:
    found = states.state(noun, lexicon)
    if found is None:
        return None
    row = found.row
    word = found.word if found.word.i != found.predicate.i else None
    return Frame(found.predicate, row.event, mutual(row.event, found.roles), row.rule, word)


def _noun(noun: Token, lexicon: Lexicon) -> Frame | None:
    found = event_noun(noun, lexicon)
    if found is None:
        return None
    return of_noun(noun, *found, lexicon)


def of_noun(noun: Token, row: NounFrame, roles: Fillers, lexicon: Lexicon) -> Frame:
    """The event of a noun, with its roles as the kind of event has them."""
    roles = with_doer(noun, row.event, roles, lexicon)
    return Frame(noun, row.event, by_matter(row.event, mutual(row.event, roles), lexicon), row.rule)
