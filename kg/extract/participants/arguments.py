"""Which phrases fill the roles of an event: the dependents of its verb or noun, by a row of a table."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from kg.extract import syntax
from kg.extract.participants.control import gets, is_depicted
from kg.extract.participants.hung import (
    behind_subject,
    doers,
    hosted,
    partitive,
    stray_agent,
    within_owner,
)
from kg.extract.participants.joined import (
    added,
    first_subject,
    is_description,
    is_whole,
    joined_subjects,
    together,
    whole,
)
from kg.extract.participants.members import members
from kg.extract.participants.objects import apart_from_voters, recipient, with_strays
from kg.extract.participants.partakers import who_is
from kg.extract.participants.restrictions import counted, is_actor, is_idiom, is_named_place, is_place, is_time
from kg.extract.participants.subjects import subject_and_objects
from kg.extract.tree import PLACE, once

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon, VerbFrame

Fillers: TypeAlias = "dict[str, list[Token]]"
"""Role to the heads of its phrases, in text order."""

TOWARDS = frozenset(("destination", "origin"))
LOCATION, TOPIC, PATIENT, PARTNER, ORIGIN = "location", "topic", "patient", "partner", "origin"
PERSON = "PER"
ALONE = frozenset(("advcl", "ccomp", "xcomp"))
FINITE = frozenset(("aux", "aux:pass", "nsubj", "nsubj:pass", "obj", "mark", "cop"))
"""Relations by which a participle is more than a clause alone."""
PHRASES = frozenset(("obl", "obl:arg", "nmod", "obl:agent"))


def verb_fillers(verb: Token, frame: VerbFrame, lexicon: Lexicon, understood: Token | None) -> Fillers:
    """The roles that the dependents of a verb fill; `understood` is the subject of an infinitive or a participle."""
    found: Fillers = defaultdict(list)
    by = _by(verb, lexicon)
    # "sind eingerückt" only looks like a passive; "wurde *ermordet* aufgefunden" is one
    passive = bool(by or syntax.is_passive(verb) or is_depicted(verb, lexicon)) and bool(frame.obj)
    subject, objects = subject_and_objects(verb, lexicon, understood)
    role = frame.obj if passive else frame.nsubj
    if subject is not None and role and not _undergoes(subject, verb, frame, lexicon):
        beside = (*joined_subjects(verb, subject), *together(verb, lexicon))
        people = [t for s in (*first_subject(verb, subject, lexicon), subject, *beside) for t in resolved(s, lexicon)]
        # of "beschuldigt Nordkorea, Raketen und Waffen zu liefern" only Nordkorea can act
        given = subject is not understood
        found[role] += [t for t in people if given or t.i == subject.i or is_actor(t, lexicon)]
    objects = with_strays(objects, verb, frame, understood, lexicon)
    if understood is not None and not objects and subject is not None and not is_actor(subject, lexicon):
        subject, objects = understood, [subject]  # "warf Kiew vor, Waffen zu liefern": weapons deliver nothing
    given_to = recipient(objects, frame, lexicon, found_obj=passive)
    found[frame.dative] += getting(verb, lexicon) if frame.dative else []
    for noun in objects:
        role = frame.dative if noun is given_to or not frame.obj else frame.obj
        if role and (not passive or noun is given_to or subject is None):
            found[role] += resolved(noun, lexicon)
    part = partitive(verb, subject) if passive else None
    _add_phrases(verb, frame, found, [*objects, part] if part is not None else objects, lexicon)
    for role, child in behind_subject(verb, subject, frame.obl, lexicon) if subject is not None else ():
        found[role] += resolved(child, lexicon) if not found.get(role) else []
    for noun in objects:
        for role, other in within_owner(noun, frame.obl, lexicon) if not is_actor(noun, lexicon) else ():
            both = role == PARTNER or frame.obl.get(other.adposition) == role  # "schlossen einen Vertrag *mit Kenia*"
            if both or not found.get(role):
                found[role] += resolved(other, lexicon)
    if passive and frame.nsubj and not found[frame.nsubj]:
        by = by or doers(verb, lexicon) or stray_agent(verb, lexicon)
        taken = {t.i for tokens in found.values() for t in tokens} | ({part.i} if part is not None else set())
        found[frame.nsubj] += [t for who in by if who.i not in taken for t in resolved(who, lexicon)]
    if frame.nsubj and frame.nsubj == frame.obj:
        chosen = [subject] if passive and subject is not None else objects
        apart_from_voters([t for noun in chosen for t in resolved(noun, lexicon)], frame.obj, found)
    return ordered(found, lexicon)


def _undergoes(subject: Token, verb: Token, frame: VerbFrame, lexicon: Lexicon) -> bool:
    """Whether the subject of a passive is none of the row: "*Ein Plan* wurde gemacht und nach Geldgebern gesucht"."""
    if subject.dep_ != "nsubj:pass" or frame.obj or not syntax.is_passive(verb):
        return False
    return any(c.dep_ == "aux:pass" and lexicon.cue("becoming", c.lemma_) for c in subject.head.children)


def _by(verb: Token, lexicon: Lexicon) -> list[Token]:
    """By whom, with a participle that is a clause alone: "Unterstützt *von zehn Ministern*, trat er an"."""
    if verb.dep_ not in ALONE or syntax.feature(verb, "VerbForm") != "Part":
        return []
    if any(c.dep_ in FINITE for c in verb.children):
        return []
    phrases = (c for c in verb.children if c.dep_ in PHRASES and lexicon.cue("passive_agent", c.adposition))
    return [c for c in phrases if is_actor(c, lexicon) or c.i == verb.i + 1]


def _add_phrases(verb: Token, frame: VerbFrame, found: Fillers, but: list[Token], lexicon: Lexicon) -> None:
    """The roles of phrases with an adposition, without some that have theirs."""
    for child in (*verb.children, *syntax.shared_phrases(verb), *hosted(verb, lexicon)):
        if child.dep_ in PHRASES and (adposition := child.adposition):
            # "vom Verdacht freigesprochen" has a row for "von"
            agent = child.dep_ == "obl:agent" and (adposition not in frame.obl or is_actor(child, lexicon))
            agent = agent and not is_time(child, lexicon) and not is_whole(child) and not child.text.isdigit()
            role = frame.nsubj if agent else prepositional_role(child, adposition, frame.obl, lexicon)
            if role and child not in but and not (role == PARTNER and child in together(verb, lexicon)):
                found[role] += resolved(child, lexicon)


def getting(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Who gets it done: "*Er* bekam eine Strafe auferlegt"."""
    who = syntax.subject(verb.head) if gets(verb, lexicon) else None
    return resolved(who, lexicon) if who is not None else []


def prepositional_role(noun: Token, adposition: str, table: dict[str, str], lexicon: Lexicon) -> str:
    """The role of a phrase with an adposition: a row of the table, else the place where it happens."""
    if is_time(noun, lexicon):
        return ""
    role = table.get(adposition, "")
    if role in TOWARDS and lexicon.cue("bare_destination", adposition) and any(c.dep_ == "det" for c in noun.children):
        return ""  # "nach Beirut", but "nach der Beratung"
    spatial = bool(lexicon.cue("place", adposition))
    arrives = lexicon.cue("arrives", noun.head.lemma_)  # "traf *in Kairo* ein"
    if role in TOWARDS and spatial and not arrives and phrase_case(noun, lexicon) == "Dat":
        role = LOCATION  # "in der Ukraine", but "in die Ukraine" with the accusative
    if spatial and (
        not role or (role == TOPIC and is_named_place(noun)) or (role == PATIENT and _is_scene(noun, lexicon))
    ):
        role = LOCATION  # "kooperiert in Asien"
    if role in (ORIGIN, LOCATION) and noun.ent_type_ == PERSON:
        return ""  # "gewann *vor Meier*", "die Freundin *von Meier* reiste ab"
    return "" if role in (*TOWARDS, LOCATION) and not is_place(noun, lexicon) else role


def _is_scene(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a place is where it happens, not what it happens to: "ein Anschlag auf *der Insel* Kos"."""
    if lexicon.cue("inside", syntax.preposition(noun)) and _is_dative(noun, lexicon):
        return True  # "feuerte *im Duell* aus allen Rohren"; but "feuerte *ins Haus*"
    named = is_named_place(noun) or any(c.dep_ in ("flat", "appos") and is_named_place(c) for c in noun.children)
    if not named or is_actor(noun, lexicon) != is_named_place(noun):
        return False
    if lexicon.cue("inside", syntax.preposition(noun)) and not any(c.dep_ == "det" for c in noun.children):
        return True  # "warf in Gera einen Stein in ein Auto"
    return any(c.dep_ == "det" for c in noun.children) and phrase_case(noun, lexicon) == "Dat"


def _is_dative(noun: Token, lexicon: Lexicon) -> bool:
    """Whether an article or contraction says so."""
    articled = any(c.dep_ == "det" or (c.dep_ == "case" and syntax.feature(c, "Definite")) for c in noun.children)
    return articled and phrase_case(noun, lexicon) == "Dat"


def phrase_case(noun: Token, lexicon: Lexicon) -> str:
    """Dat or Acc of a phrase with an adposition, by its article or contraction ("ins"), else as the parser has it."""
    for child in noun.children:
        if child.dep_ == "case" or child.dep_.startswith("det"):
            number = syntax.feature(noun, "Number")
            found = lexicon.cue("article_case_" + number.lower(), child.lower_) or lexicon.cue(
                "article_case", child.lower_
            )
            if found:
                return found
    bare = syntax.feature(noun, "Number") == "Plur" and not any(c.dep_ == "amod" for c in noun.children)
    if bare and not noun.ent_type_ and not noun.lower_.endswith(tuple(lexicon.cues.get("dative_plural_ending", ("",)))):
        return "Acc"  # "in Krankenhäuser"
    return syntax.case(noun)


@once
def resolved(token: Token, lexicon: Lexicon) -> list[Token]:
    """The joined phrases, a relative pronoun replaced by its noun; "man" is nobody."""
    if syntax.is_relative(token):
        noun = syntax.antecedent(token)
        noun = who_is(noun, lexicon) if noun is not None else None
        return syntax.coordinated(noun) if noun is not None and not is_time(noun, lexicon) else []
    if (of_whom := whole(token)) is not None:
        return resolved(of_whom, lexicon)
    things = counted(token, lexicon)  # "eine Reihe von Ministern und *Beamten*"
    others = syntax.coordinated(things)[1:] if things is not token else []
    joined = [*syntax.coordinated(token), *others, *members(token, lexicon), *added(token, lexicon)]
    if len(joined) == 1 and token.adposition and lexicon.cue("names_both", token.adposition):
        # "zwischen Anhängern des Klubs und *Polizisten*", joined to the genitive
        others = [c for noun in token.children if noun.dep_ == "nmod" for c in syntax.coordinated(noun)[1:]]
        joined += [c for c in others if syntax.case(c) == "Dat"]
    if len(joined) > 1 and not lexicon.nominal(token.lemma_)[0] and is_actor(token, lexicon):
        # "Angriffe auf Helfer und *Zusammenstöße*", badly joined
        joined = [t for t in joined if t is token or t.ent_type_ or not lexicon.nominal(t.lemma_)[0]]
    nobody = lexicon.cues.get("nobody", {})
    if len(joined) > 1:
        joined = [t for t in joined if t is token or not is_description(t, lexicon)]
    return [t for t in joined if t.pos_ not in syntax.PREDICATES and t.lower_ not in nobody]


def ordered(found: Fillers, lexicon: Lexicon) -> Fillers:
    """Roles by name, tokens in text order, each once; without roles that nothing fills, and idioms."""
    filled = [role for role, tokens in found.items() if tokens]
    if not filled:
        return {}
    kept: Fillers = {}
    for role in sorted(filled):
        tokens = found[role]
        if role == LOCATION:
            acting = found.get("agent", ())  # "*Neben den USA* beteiligt sich Kanada"
            tokens = [name for noun in tokens if noun not in acting for name in place_names(noun, lexicon)]
        elif role == "agent":  # "die *Unruhen* brachen aus": an event acts in no other, nor does a time
            undergo = found.get(PATIENT, ())  # "sechs wurden verletzt geborgen"
            tokens = [t for t in tokens if t not in undergo and not _is_event(t, lexicon)]
        tokens = [t for t in tokens if not is_idiom(t, lexicon)]
        if tokens:
            kept[role] = sorted(set(tokens), key=PLACE) if len(tokens) > 1 else tokens
    return kept


def _is_event(noun: Token, lexicon: Lexicon) -> bool:
    if noun.pos_ != "NOUN" or noun.ent_type_ or is_actor(noun, lexicon):
        return False
    rows, first = lexicon.nominal(noun.lemma_)  # the compound "Ministertreffen" stands for its first part
    return (bool(rows) and not first) or is_time(noun, lexicon)


def place_names(noun: Token, lexicon: Lexicon) -> list[Token]:
    """The named places of a phrase that has none itself: "auf Stützpunkten in Wladiwostok und Orten wie Chabarowsk"."""
    if noun.ent_type_ or noun.pos_ == "PROPN":
        return [noun]
    found = []
    for child in noun.children:
        adposition = syntax.preposition(child)
        if child.dep_ in ("nmod", "obl") and (lexicon.cue("place", adposition) or lexicon.cue("example", adposition)):
            for joined in syntax.coordinated(child):
                found += place_names(joined, lexicon)
    return found or [noun]
