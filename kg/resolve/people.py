"""Whom "der Präsident", "die Politikerin", "der 38-Jährige", "der Täter" mean: rules, the surest first."""

from __future__ import annotations

from functools import cache

from kg.lang.lexicon import Lexicon
from kg.model import Mention
from kg.resolve.candidates import NEAR, NUMBER, PERSON, Candidate, Phrase, Rule, bare, ends, same_gender
from kg.resolve.given import gender

PRIVATE = ("", PERSON, "Group")
"""Kinds of nouns that tell what somebody does: "Rentner", not "die Verwaltung Meier"."""


def rules(phrase: Phrase, kind: str, lexicon: Lexicon) -> tuple[Rule, ...] | None:
    """The rules that a noun for one person calls for, by its class; None for what is no person."""
    noun = phrase.head
    if is_age(noun, lexicon):
        return (_same_age, _of_some_age(lexicon), _somebody)
    same: tuple[Rule, ...] = (_same_person,) if phrase.alone else ()
    if lexicon.is_a(noun, ("official",)):
        office = lexicon.cue("office_alike", bare(noun))
        alike = (_alike_office(office, lexicon),) if office else ()
        return (_same_office, _same_holder, *same, *alike, *((_any_office,) if _is_any(noun, lexicon) else ()))
    otherwise = (_known_otherwise(lexicon),) if phrase.bare else ()
    if lexicon.cue("native", noun):
        return (*same, *otherwise, *((_native,) if phrase.bare else ()))
    if kind != PERSON or lexicon.is_a(noun, ("victim",)):
        return None
    aged = (_same_age,) if phrase.numbered else ()
    if is_called("suspect", noun, lexicon):
        return (*aged, *same, *((_only_private(lexicon), _suspected) if phrase.alone else ()))
    if is_called("anyone", noun, lexicon):
        return (*aged, *same, *((_only_private(lexicon),) if phrase.alone else ()))
    return (*aged, *same, *otherwise)


def _is_any(office: str, lexicon: Lexicon) -> bool:
    """Whether any office may be meant: "die Politikerin"."""
    return bool(lexicon.cue("any_office", bare(office)))


@cache
def is_called(kind: str, noun: str, lexicon: Lexicon) -> bool:
    """Whether the noun is a cue of the kind, also without its ending: the lemmatiser makes "Angeklagt" of it."""
    endings = lexicon.cues.get("adjective_ending", ())
    return bool(lexicon.cue(kind, noun, *(noun + ending for ending in endings)))


def _same_age(mention: Mention, candidate: Candidate) -> bool:
    """As in "ein 38-jähriger Mann … Der 38-Jährige"."""
    years = NUMBER.findall(mention.span.text)
    return bool(years) and years[0] in NUMBER.findall(candidate.mention.span.text)


def _of_some_age(lexicon: Lexicon) -> Rule:
    """As in "Ulrike Meier … Die 58-Jährige": a person with a name and no office, close by."""

    def private(mention: Mention, candidate: Candidate) -> bool:
        near = mention.sentence - candidate.mention.sentence <= NEAR
        named = bool(candidate.mention.name) and not _holds_office(candidate, lexicon)
        return near and named and same_gender(mention, candidate)

    return private


def _holds_office(candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a person has an office, as the noun before the name tells: "Minister Meier", not "der Rentner Kunz"."""
    noun = candidate.mention.head
    if candidate.mention.form == "noun" and lexicon.kind(noun) in PRIVATE:
        return lexicon.is_a(noun, ("official",))
    return bool(candidate.entity.role)


def _somebody(mention: Mention, candidate: Candidate) -> bool:
    """As in "Minister Jan Meier trat zurück. Der 58-Jährige …": a named person close by whose first name fits."""
    near = mention.sentence - candidate.mention.sentence <= NEAR
    return near and bool(candidate.mention.name) and gender(candidate.entity.label) == mention.gender


def _known_otherwise(lexicon: Lexicon) -> Rule:
    """As in "Jan Meier lief davon. Der 23-jährige *Sportler* …": nothing behind the noun tells who it is."""
    private = _of_some_age(lexicon)

    def otherwise(mention: Mention, candidate: Candidate) -> bool:
        return private(mention, candidate) and ends(mention.head, mention.span.text.rpartition(" ")[2])

    return otherwise


def _native(mention: Mention, candidate: Candidate) -> bool:
    """As in "Trainer Jan Meier ging. Der *Berliner* …": a noun that tells nothing of what the person does."""
    return _somebody(mention, candidate)


def _suspected(mention: Mention, candidate: Candidate) -> bool:
    """As in "Der Produzent Jan Meier soll … getötet haben. … *Der Angeklagte*": the one named suspect."""
    return bool(candidate.mention.name) and same_gender(mention, candidate)


def _same_office(mention: Mention, candidate: Candidate) -> bool:
    """As in "Ministerpräsident Jan Meier … der Präsident", "der Sprecher"."""
    return bool(candidate.mention.name) and _has_office(mention, candidate)


def _same_holder(mention: Mention, candidate: Candidate) -> bool:
    """As in "der Kanzler und Parteichef Jan Meier … der Kanzler": a phrase without the name is known to mean him."""
    return candidate.entity.label != candidate.mention.span.text and _has_office(mention, candidate)


def _has_office(mention: Mention, candidate: Candidate) -> bool:
    said = (candidate.mention.head,) if candidate.mention.form == "noun" else ()
    return ends(bare(mention.head), *said, *candidate.entity.role.split()) and same_gender(mention, candidate)


def _alike_office(office: str, lexicon: Lexicon) -> Rule:
    """As in "Ministerpräsident Jan Meier … *der Regierungschef*": another word for the same office."""

    def alike(mention: Mention, candidate: Candidate) -> bool:
        if not same_gender(mention, candidate):
            return False
        words = map(bare, (candidate.mention.head, *candidate.entity.role.split()))
        return any(lexicon.cue("office_alike", word) == office for word in words)

    return alike


def _any_office(mention: Mention, candidate: Candidate) -> bool:
    """As in "Außenministerin Eva Meier … *Die Politikerin*": a named person with any office."""
    named = bool(candidate.mention.name) and bool(candidate.entity.role)
    return named and same_gender(mention, candidate)


def _same_person(mention: Mention, candidate: Candidate) -> bool:
    """As in "ein betrunkener Fahrer … der Fahrer", "Torwart Jan Meier … der Torwart": nothing else is said of him."""
    if candidate.mention.number == "Plur" or candidate.mention.form != "noun":
        return False
    return ends(mention.head, candidate.mention.head) and same_gender(mention, candidate)


def _only_private(lexicon: Lexicon) -> Rule:
    """As in "Ein Taxifahrer erschoss … *Der Täter*", "Jan Meier … *Der Angeklagte*": one close by without an office."""

    def private(mention: Mention, candidate: Candidate) -> bool:
        if mention.sentence - candidate.mention.sentence > NEAR:
            return False
        several = candidate.mention.number == "Plur" and candidate.mention.form != "name"
        return not several and not _holds_office(candidate, lexicon) and same_gender(mention, candidate)

    return private


def is_age(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun names somebody by age: "die 58-Jährige"."""
    return noun.casefold().endswith(tuple(lexicon.cues.get("age_noun", ())))
