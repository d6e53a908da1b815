"""Which phrases fill the roles of an event: the dependents of its verb or noun, by a row of a table."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from kg.extract import syntax
from kg.extract.participants.befallen import befallen
from kg.extract.participants.hung import (
    beside,
    doers,
    hosted,
    named_later,
    shared,
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
from kg.extract.participants.matters import is_matter
from kg.extract.participants.members import members
from kg.extract.participants.objects import apart_from_voters, recipient, with_strays
from kg.extract.participants.partakers import partaker, who_is
from kg.extract.participants.restrictions import counted, is_actor, is_idiom, is_named_place, is_place, is_time
from kg.extract.participants.sides import other_side
from kg.extract.participants.subjects import subject_and_objects
from kg.extract.tree import PLACE, SUBJECTS, once

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon, NounFrame, VerbFrame

Fillers: TypeAlias = "dict[str, list[Token]]"
"""Role to the heads of its phrases, in text order."""

TOWARDS = frozenset(("destination", "origin"))
LOCATION, TOPIC, PATIENT, PARTNER = "location", "topic", "patient", "partner"
PHRASES = frozenset(("obl", "obl:arg", "nmod", "obl:agent"))
OWNERS = frozenset(("nmod", "nmod:poss"))
OF_NOUN = frozenset(("amod", "appos", "det:poss", "flat", "nmod", "nmod:poss", "obl", "obl:arg"))
"""Relations of what fills a role of an event noun."""


def verb_fillers(verb: Token, frame: VerbFrame, lexicon: Lexicon, understood: Token | None) -> Fillers:
    """The roles that the dependents of a verb fill; `understood` is the subject of an infinitive or a participle."""
    found: Fillers = defaultdict(list)
    passive = syntax.is_passive(verb) and bool(frame.obj)  # "sind eingerückt" only looks like a passive
    subject, objects = subject_and_objects(verb, lexicon, understood)
    role = frame.obj if passive else frame.nsubj
    if subject is not None and role:
        beside = (*joined_subjects(verb, subject), *together(verb, lexicon))
        people = [t for s in (*first_subject(verb, subject, lexicon), subject, *beside) for t in resolved(s, lexicon)]
        # of "beschuldigt Nordkorea, Raketen und Waffen zu liefern" only Nordkorea can act
        given = subject is not understood
        found[role] += [t for t in people if given or t.i == subject.i or is_actor(t, lexicon)]
    objects = with_strays(objects, verb, frame, understood, lexicon)
    if understood is not None and not objects and subject is not None and not is_actor(subject, lexicon):
        subject, objects = understood, [subject]  # "warf Kiew vor, Waffen zu liefern": weapons deliver nothing
    given_to = recipient(objects, frame, lexicon, found_obj=passive)
    for noun in objects:
        role = frame.dative if noun is given_to or not frame.obj else frame.obj
        if role and (not passive or noun is given_to or subject is None):
            found[role] += resolved(noun, lexicon)
    for child in (*verb.children, *syntax.shared_phrases(verb), *hosted(verb, lexicon)):
        if child.dep_ in PHRASES and (adposition := child.adposition):
            # "vom Verdacht freigesprochen" has a row for "von"
            agent = child.dep_ == "obl:agent" and (adposition not in frame.obl or is_actor(child, lexicon))
            agent = agent and not is_time(child, lexicon) and not is_whole(child)
            role = frame.nsubj if agent else prepositional_role(child, adposition, frame.obl, lexicon)
            if role and child not in objects and not (role == PARTNER and child in together(verb, lexicon)):
                found[role] += resolved(child, lexicon)
    for noun in objects:
        for role, other in within_owner(noun, frame.obl, lexicon) if not is_actor(noun, lexicon) else ():
            if not found.get(role) or role == "partner":  # "schlossen einen Vertrag *mit Kenia*"
                found[role] += resolved(other, lexicon)
    if passive and frame.nsubj and not found[frame.nsubj]:
        by = doers(verb, lexicon) or stray_agent(verb, lexicon)
        found[frame.nsubj] += [t for who in by if not _filled(who, found) for t in resolved(who, lexicon)]
    if frame.nsubj and frame.nsubj == frame.obj:
        chosen = [subject] if passive and subject is not None else objects
        apart_from_voters([t for noun in chosen for t in resolved(noun, lexicon)], frame.obj, found)
    return ordered(found, lexicon)


def _filled(noun: Token, found: Fillers) -> bool:
    return any(t.i == noun.i for tokens in found.values() for t in tokens)


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
            tokens = [name for noun in tokens for name in place_names(noun, lexicon)]
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


def participle_fillers(participle: Token, frame: VerbFrame, lexicon: Lexicon) -> Fillers:
    """As in "die von Russland entsandten Soldaten", "streikende Arbeiter": the noun is in a role too."""
    active = syntax.feature(participle, "VerbForm") != "Part" and lexicon.is_active_participle(participle.lower_)
    role = frame.nsubj if active or not frame.obj else frame.obj
    found: Fillers = defaultdict(list)
    if role:
        found[role] += syntax.coordinated(participle.head)
    for child in participle.children:
        adposition = syntax.preposition(child)
        if not adposition or child.dep_ not in PHRASES:
            continue
        agent = child.dep_ == "obl:agent" or (not active and bool(lexicon.cue("passive_agent", adposition)))
        role = frame.nsubj if agent else prepositional_role(child, adposition, frame.obl, lexicon)
        if role:
            found[role] += resolved(child, lexicon)
    return ordered(found, lexicon)


def noun_fillers(noun: Token, frame: NounFrame, lexicon: Lexicon) -> Fillers:
    """The roles that the dependents of an event noun fill."""
    found: Fillers = defaultdict(list)
    for child in (*noun.children, *hosted(noun, lexicon), *beside(noun, frame.obl, lexicon), *shared(noun, lexicon)):
        role = _nominal_role(child, frame, lexicon) if child.dep_ in OF_NOUN else ""
        if role:
            found[role] += resolved(named_later(child, noun, lexicon), lexicon)
            for other, inner in within_owner(child, frame.obl, lexicon) if child.dep_ in OWNERS else ():
                found[other] += resolved(inner, lexicon)
    if frame.compound and lexicon.nominal(noun.lemma_)[1]:
        found[frame.compound].append(noun)
    others = [t for t in found["agent"] if frame.obl.get(syntax.preposition(t)) == "agent" and t.dep_ == "nmod"]
    if others == found["agent"]:
        by = other_side(noun, frame.obl, lexicon) if others else partaker(noun, frame.obl, lexicon)
        found["agent"] += [t for who in by for t in resolved(who, lexicon)]
    if not found[PATIENT] and PATIENT in (frame.genitive, *frame.obl.values()):
        found[PATIENT] += [t for who in befallen(noun, lexicon) for t in resolved(who, lexicon)]
    return ordered(found, lexicon)


def _nominal_role(child: Token, frame: NounFrame, lexicon: Lexicon) -> str:
    """The role of a child of an event noun with a relation `OF_NOUN`."""
    adposition = child.adposition
    if child.dep_ == "amod":
        return frame.adjective if child.ent_type_ == "DEM" else ""
    if child.dep_ == "det:poss":
        return frame.adjective
    if child.dep_ in ("flat", "appos") and child.ent_type_ in ("LOC", "ORG", "PER") and child.i == child.head.i + 1:
        # "die Bombardierung Mariupols", which the parser takes for a name
        return frame.genitive if child.dep_ == "flat" or _is_genitive(child, lexicon) else ""
    if child.dep_ in ("flat", "appos") or is_time(child, lexicon):
        return ""
    if not adposition:
        return frame.genitive if child.dep_ != "obl" and _is_genitive(child, lexicon) else ""
    if adposition not in frame.obl and lexicon.cue("agent", adposition):
        return "agent"
    if lexicon.cue("genitive", adposition):
        if frame.obl.get(adposition) == LOCATION:
            named = is_named_place(child) or (child.pos_ == "PROPN" and not child.ent_type_)
            return LOCATION if named else frame.genitive  # "das Massaker von Srebrenica"
        if adposition not in frame.obl:
            return frame.genitive
    role = prepositional_role(child, adposition, frame.obl, lexicon)
    thing = (bool(lexicon.noun_class(child.lemma_)) and not is_actor(child, lexicon)) or is_matter(child, lexicon)
    return "" if role == "agent" and thing else role  # "Gespräche *mit offenem Ausgang*"


def _is_genitive(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a bare name has the ending of the genitive: "Truppen Russland helfen" is badly attached."""
    if syntax.is_relative(noun):
        return noun.head.dep_ in SUBJECTS and not syntax.children(noun.head.head, "obj")  # "der Mann, dessen Tod …"
    if noun.pos_ != "PROPN":
        marked = any(c.dep_.startswith("det") or c.dep_ == "amod" for c in noun.children)
        counted = syntax.feature(noun, "Case") == "Gen" and bool(syntax.children(noun, "nummod"))  # "zweier Touristen"
        marked = marked or counted
        return marked or noun.lower_.endswith(tuple(lexicon.cues.get("genitive_ending", ("",))))
    if any(c.dep_.startswith("det") for c in noun.children):
        return True
    return noun.lower_.endswith(tuple(lexicon.cues.get("genitive_ending", ("",))))


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
