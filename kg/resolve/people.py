"""Whom "der Präsident", "die Politikerin", "der 38-Jährige", "der Täter" mean: rules, the surest first."""

from __future__ import annotations

import re
from functools import cache

from kg.lang.lexicon import Lexicon
from kg.model import Mention
from kg.resolve.candidates import NEAR, PERSON, Candidate, Rule, ends, same_gender
from kg.resolve.given import gender

NUMBER = re.compile(r"\d+")


def rules(mention: Mention, kind: str, lexicon: Lexicon) -> tuple[Rule, ...]:
    """The rules that a noun for one person calls for, by its class; none for what is no person."""
    if is_age(mention, lexicon):
        return (_same_age, _of_some_age, _somebody)
    if lexicon.is_a(mention.head, ("official",)):
        anybody = lexicon.cue("any_office", _bare(mention.head))
        return (_same_office, _same_holder, _same_person, _alike_office(lexicon), *((_any_office,) if anybody else ()))
    if lexicon.cue("native", mention.head):
        return (_same_person, _known_otherwise, _native)
    if kind != PERSON or lexicon.is_a(mention.head, ("victim",)):
        return ()
    anyone: tuple[Rule, ...] = (_known_otherwise,)
    if is_called("suspect", mention, lexicon):
        anyone = (_only_private(lexicon), _suspected)
    elif is_called("anyone", mention, lexicon):
        anyone = (_only_private(lexicon),)
    aged = (_same_age,) if NUMBER.search(mention.span.text) else ()
    return (*aged, _same_person, *anyone)


def is_called(kind: str, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the noun is a cue of the kind, also without its ending: the lemmatiser makes "Angeklagt" of it."""
    return _is_cue(kind, mention.head, lexicon)


@cache
def _is_cue(kind: str, noun: str, lexicon: Lexicon) -> bool:
    endings = lexicon.cues.get("adjective_ending", ())
    return bool(lexicon.cue(kind, noun, *(noun + ending for ending in endings)))


def _same_age(mention: Mention, candidate: Candidate) -> bool:
    """As in "ein 38-jähriger Mann … Der 38-Jährige"."""
    years = NUMBER.findall(mention.span.text)
    return bool(years) and years[0] in NUMBER.findall(candidate.mention.span.text)


def _of_some_age(mention: Mention, candidate: Candidate) -> bool:
    """As in "Ulrike Meier … Die 58-Jährige": a person with a name and no office, close by."""
    near = mention.sentence - candidate.mention.sentence <= NEAR
    return near and not candidate.entity.role and bool(candidate.mention.name) and same_gender(mention, candidate)


def _somebody(mention: Mention, candidate: Candidate) -> bool:
    """As in "Minister Jan Meier trat zurück. Der 58-Jährige …": a named person close by whose first name fits."""
    near = mention.sentence - candidate.mention.sentence <= NEAR
    return near and bool(candidate.mention.name) and gender(candidate.entity.label) == mention.gender


def _known_otherwise(mention: Mention, candidate: Candidate) -> bool:
    """As in "Jan Meier lief davon. Der 23-jährige *Sportler* …": nothing behind the noun tells who it is."""
    last = mention.span.text.rpartition(" ")[2]
    return not mention.modifiers and ends(mention.head, last) and _of_some_age(mention, candidate)


def _native(mention: Mention, candidate: Candidate) -> bool:
    """As in "Trainer Jan Meier ging. Der *Berliner* …": a noun that tells nothing of what the person does."""
    return not mention.modifiers and _somebody(mention, candidate)


def _suspected(mention: Mention, candidate: Candidate) -> bool:
    """As in "Der Produzent Jan Meier soll … getötet haben. … *Der Angeklagte*": the one named suspect."""
    return bool(candidate.mention.name) and " " not in mention.span.text and same_gender(mention, candidate)


def _same_office(mention: Mention, candidate: Candidate) -> bool:
    """As in "Ministerpräsident Jan Meier … der Präsident", "der Sprecher"."""
    return bool(candidate.mention.name) and _has_office(mention, candidate)


def _same_holder(mention: Mention, candidate: Candidate) -> bool:
    """As in "der Kanzler und Parteichef Jan Meier … der Kanzler": a phrase without the name is known to mean him."""
    return candidate.entity.label != candidate.mention.span.text and _has_office(mention, candidate)


def _has_office(mention: Mention, candidate: Candidate) -> bool:
    if not same_gender(mention, candidate):
        return False
    office = _bare(mention.head)
    said = (candidate.mention.head,) if candidate.mention.form == "noun" else ()
    return ends(office, *said, *candidate.entity.role.split())


def _alike_office(lexicon: Lexicon) -> Rule:
    """As in "Ministerpräsident Jan Meier … *der Regierungschef*": another word for the same office."""

    def alike(mention: Mention, candidate: Candidate) -> bool:
        office = lexicon.cue("office_alike", _bare(mention.head))
        if not office or not same_gender(mention, candidate):
            return False
        words = map(_bare, (candidate.mention.head, *candidate.entity.role.split()))
        return any(lexicon.cue("office_alike", word) == office for word in words)

    return alike


def _bare(office: str) -> str:
    """Without what stands before a hyphen: "der SPD-Abgeordnete" is also a Landtagsabgeordneter."""
    return office.rpartition("-")[2]


def _any_office(mention: Mention, candidate: Candidate) -> bool:
    """As in "Außenministerin Eva Meier … *Die Politikerin*": a named person with any office."""
    named = bool(candidate.mention.name) and bool(candidate.entity.role)
    return named and same_gender(mention, candidate)


def _same_person(mention: Mention, candidate: Candidate) -> bool:
    """As in "ein betrunkener Fahrer … der Fahrer", "Torwart Jan Meier … der Torwart": nothing else is said of him."""
    if candidate.mention.number == "Plur" or " " in mention.span.text:
        return False
    same = candidate.mention.form == "noun" and ends(mention.head, candidate.mention.head)
    return same and same_gender(mention, candidate)


def _only_private(lexicon: Lexicon) -> Rule:
    """As in "Ein Taxifahrer erschoss … *Der Täter*", "Jan Meier … *Der Angeklagte*": one close by without an office."""

    def private(mention: Mention, candidate: Candidate) -> bool:
        own = candidate.mention.form == "noun" and not candidate.mention.name  # its role is the phrase itself
        person = (own or not candidate.entity.role) and " " not in mention.span.text
        near = mention.sentence - candidate.mention.sentence <= NEAR
        several = candidate.mention.number == "Plur" and candidate.mention.form != "name"
        official = candidate.mention.form == "noun" and lexicon.is_a(candidate.mention.head, ("official",))
        return person and near and not several and not official and same_gender(mention, candidate)

    return private


def is_age(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a noun names somebody by age: "die 58-Jährige"."""
    return mention.head.casefold().endswith(tuple(lexicon.cues.get("age_noun", ())))
