"""Who does what an infinitive or a participle says, by the word that governs it (control: PTB and UD `xcomp`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import is_zu_infinitive
from kg.extract.attribution.separated import whole_lemma
from kg.extract.participants.control import gets, is_depicted, let, lets_itself, owner, owner_before
from kg.extract.participants.restrictions import is_actor
from kg.extract.participants.subjects import is_oblique, subject_and_objects
from kg.lang.lexicon import REFLEXIVE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon


def understood_subject(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who does what an infinitive says.

    "Er versprach zu kommen": he. "Sie forderte ihn auf zu gehen": the addressee. "Soldaten, entsandt nach Mali": the
    noun. None where the governing word does not say.
    """
    governor = verb.head
    # not "*Ihm* wurde vorgeworfen, beteiligt gewesen zu sein", badly attached
    attribute = verb.dep_ in ("acl", "acl:relcl")
    stray = attribute and governor.pos_ == "VERB" and any(c.dep_ == "mark" for c in verb.children)
    infinitive = syntax.feature(verb, "VerbForm") == "Inf" or is_zu_infinitive(verb)  # "gelogen *zu haben*"
    if attribute and syntax.feature(verb, "VerbForm") == "Part" and not stray and not infinitive:
        # not "Täter, von denen zwei verletzt *wurden*"
        return governor if syntax.feature(syntax.finite(verb), "VerbForm") != "Fin" else None
    if verb.dep_ == "conj" and governor.dep_ in ("xcomp", "ccomp", "advcl"):
        return understood_subject(governor, lexicon)
    if (attribute or verb.dep_ in ("xcomp", "ccomp")) and governor.pos_ == "NOUN" and not syntax.is_predicate(governor):
        return owner(governor, lexicon) if infinitive else None
    if verb.dep_ == "csubj" and governor.pos_ == "ADJ" and syntax.feature(verb, "VerbForm") == "Inf":
        return _judging(governor, lexicon)
    if not (stray or verb.dep_ in ("xcomp", "ccomp", "advcl")) or not syntax.is_predicate(governor):
        return None
    if gets(verb, lexicon) or lets_itself(verb, lexicon):
        return let(verb, governor, lexicon)
    if is_depicted(verb, lexicon):
        return (
            syntax.subject(governor)
            if syntax.is_passive(governor)
            else next(iter(syntax.children(governor, "obj")), None)
        )
    if lexicon.cue("lets", governor.lemma_):
        return _let(verb, governor, lexicon)
    if any(c.dep_ == "mark" and lexicon.cue("adverbial_mark", c.lower_) for c in verb.children):
        # "forderte ihn auf, *um* Zeit zu gewinnen", "*statt* zu verhandeln, befahl er …": not the addressee
        return syntax.subject(governor) or understood_subject(governor, lexicon)
    if verb.dep_ == "xcomp" and (whose := owner_before(verb, governor, lexicon)) is not None:
        return whose
    if (control := _control(governor, lexicon)) != "source":
        return _addressee(governor, lexicon) if control == "addressee" else None
    subject = syntax.subject(governor)
    if subject is not None and lexicon.cue("nobody", subject.lower_):
        return _addressee(governor, lexicon)  # "Den Rebellen gelang es, …"
    return subject or understood_subject(governor, lexicon)


def _let(verb: Token, governor: Token, lexicon: Lexicon) -> Token | None:
    """Who does what somebody lets happen: "ließ *Flüchtlinge* ausreisen", "*Kiew* ließ ihn festnehmen"."""
    rows = lexicon.verbs.get(verb.lemma_, ())
    if rows and not any(row.obj for row in rows):
        acting = (c for c in (*verb.children, *governor.children) if c.dep_ == "obj" and is_actor(c, lexicon))
        if (who := next(acting, None)) is not None:
            return who
    return let(verb, governor, lexicon) or syntax.subject(governor) or understood_subject(governor, lexicon)


def _control(verb: Token, lexicon: Lexicon) -> str:
    """Who does what its infinitive says: "source", "addressee", or neither."""
    if lexicon.cue("object_controls", verb.lemma_):
        return "addressee"  # "hielten *den Minister* davon ab, zurückzutreten"
    whole = whole_lemma(verb, lexicon)  # "*legte* ihm *zur Last*, geschossen zu haben"
    told = [row.control for row in lexicon.claims.get(("verb", whole), ()) if row.control]
    if told and whole != verb.lemma_:
        return told[0]
    rows = lexicon.claims.get(("verb", verb.lemma_)) or lexicon.claims.get(("verb", REFLEXIVE + verb.lemma_))
    return rows[0].control if rows else "source"


def _addressee(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who is told to do it, also in front: "*Ihren Gegner* forderte sie auf zu gehen"."""
    subject = syntax.subject(verb) if syntax.is_passive(verb) else None
    if subject is not None and not lexicon.cue("nobody", subject.lower_):
        return subject  # but "*Ihm* wurde vorgeworfen, …"
    rows = lexicon.claims.get(("verb", verb.lemma_), ())
    by = {row.addressee for row in rows[:1]}  # "verlangt *vom Norden*, abzuziehen"
    told = next((c for c in verb.children if c.adposition in by and c.adposition and is_actor(c, lexicon)), None)
    if told is not None:
        return told
    _, objects = subject_and_objects(verb, lexicon, None)
    known = (o for o in objects if o.dep_ != "obl")
    return next(known, next((c for c in verb.children if c.dep_ in ("iobj", "obl:arg", "obj")), None))


def _judging(adjective: Token, lexicon: Lexicon) -> Token | None:
    """For whom it is so: "*Ihm* sei es wichtig, den Vertrag zu unterzeichnen"."""
    bare = (c for c in adjective.children if c.dep_ in ("iobj", "obl:arg", "obl") and not c.adposition)
    return next((c for c in bare if is_oblique(c, lexicon) and is_actor(c, lexicon)), None)
