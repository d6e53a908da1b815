"""What a noun phrase may be: the classes that a row of a table asks of the fillers of its roles."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract.tree import once
from kg.lang.frames import BARRED, WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.tree import Token
    from kg.lang.frames import Needs, VerbFrame
    from kg.lang.lexicon import Lexicon

NAMES = {
    "PER": frozenset(("person", "human", "official", "group", "actor")),
    "LOC": frozenset(("place", "state", "actor")),
    "ORG": frozenset(("organization", "actor")),
    "DEM": frozenset(("person", "human", "group", "crowd", "actor")),
}
"""Classes of what a name may be; "die Nordkoreaner" is tagged as a demonym."""
PRONOUNS = frozenset(("actor", "human", "person", "group", "official"))
ELLIPTIC = frozenset(("PRON", "DET", "ADJ", "NUM"))
"""Words that stand for a noun: "er", "fünf getötet und *weitere* verletzt"."""
PEOPLE = frozenset(("actor", "human", "force", "crowd"))
"""Classes of "weitere" and "110" without a noun."""
CROWD = frozenset(("actor", "human", "group", "crowd"))
"""Classes of "Tausende"."""
IDIOM = "idiom"
"""Nouns that make an idiom with their verb ("ums Leben kommen") have a class that begins so, and fill no role."""
PLACES = frozenset(("place", "state", "organization", "target"))
QUANTITY = "quantity"
"""The class of nouns that say how much of something: "Anzahl", "Tonne"."""
COUNTED = frozenset(("nmod", "appos", "flat", "compound"))
"""Relations of what is counted to its measure."""
HEADS = frozenset(("NOUN", "PROPN", "PRON", "ADJ"))
YEAR = 4
"""Digits of a year."""
FUNCTION = frozenset(("PUNCT", "ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "SPACE"))
"""Parts of speech of half of all words; their lemmas are of no class, also if they end like a noun ("zufolge")."""
ANYTHING = frozenset(("any",))
MEANT = {**NAMES, "PROPN": NAMES["PER"] | NAMES["ORG"], **dict.fromkeys(ELLIPTIC, PEOPLE | PRONOUNS)}
"""What a word may mean by its kind of name, without one by its part of speech: the recogniser misses some."""


def is_place(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun names or means a place, or where one can be (an embassy)."""
    return noun.ent_type_ in ("LOC", "ORG") or noun.pos_ == "PROPN" or lexicon.is_a(noun.lemma_, PLACES)


def is_named_place(noun: Token) -> bool:
    """Whether the noun is the name of a place."""
    return noun.ent_type_ == "LOC"


@once
def is_actor(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun names or means somebody."""
    whole = counted(noun, lexicon)
    if is_actor(whole, lexicon) if whole is not noun else _are_people(noun.text, noun.lemma_, lexicon):
        return True
    classes = lexicon.classes_of(noun.lemma_)
    if classes and not _is_person(noun) and not _is_body(noun, lexicon):
        return "actor" in classes
    return noun.ent_type_ in NAMES or noun.pos_ == "PRON"


def is_time(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun means a time, which is no role; also a year or day alone: "vom *4.* bis zum 6. Mai"."""
    if noun.pos_ == "ADJ" and noun.text[-1:] == ".":
        return bool(noun.adposition) and noun.text[:-1].isdigit()
    if noun.pos_ == "NUM":
        return bool(noun.adposition) and noun.text.isdigit() and len(noun.text) == YEAR
    return _means_time(noun.lemma_, noun.lower_, lexicon)


@cache
def _means_time(lemma: str, form: str, lexicon: Lexicon) -> bool:
    return lexicon.is_a(lemma, ("time",)) or bool(lexicon.cue("time", form))


def is_measured(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun only says of what a time before it is: "drei Jahre *Haft*"."""
    if noun.pos_ != "NOUN" or not _is_spent(noun.lemma_, lexicon) or noun.i == noun.sent.start:
        return False
    before = noun.nbor(-1)
    own = any(not c.is_punct for c in noun.children if c.i < noun.i)
    return not own and before.pos_ == "NOUN" and is_time(before, lexicon)


@cache
def _is_spent(lemma: str, lexicon: Lexicon) -> bool:
    """Whether a noun tells how one spends a time: not "vor drei Jahren *Raketen*"."""
    return bool(lexicon.cue("names_event", lexicon.noun_class(lemma)))


def is_idiom(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun only makes an idiom with its verb."""
    if noun.dep_ == "amod" or not _may_be_idiom(noun.lemma_, lexicon):
        return False  # "*polizeilich* gesucht", but "polizeiliche Ermittlungen"
    whole = counted(noun, lexicon)
    return whole.i == noun.i or not is_actor(whole, lexicon)  # "die Mehrheit der Häftlinge" are people


@cache
def _may_be_idiom(lemma: str, lexicon: Lexicon) -> bool:
    return lexicon.noun_class(lemma).startswith(IDIOM)


def _is_person(noun: Token) -> bool:
    """Whether the noun is a person's name, whatever else the word means ("Frau Stein", "Herr Koch")."""
    return noun.ent_type_ == "PER" and noun.pos_ == "PROPN"


def _is_body(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun is an organisation's name that only ends like a word: "Airbus"."""
    return noun.ent_type_ == "ORG" and noun.pos_ == "PROPN" and noun.lemma_ not in lexicon.classes


def fulfils(found: dict[str, list[Token]], needs: Needs, lexicon: Lexicon, first: str = "") -> bool:
    """Whether the roles that a row needs are filled by nouns of the classes that it names.

    `first` is the lemma of the first part of a compound, which fills its role ("Waffenlieferung": Waffe).
    """
    for role, classes in needs:  # noqa: SIM110  asked of each row of each event
        if not _meets(found.get(role, ()), classes, lexicon, first):
            return False
    return True


def lacking(found: dict[str, list[Token]], needs: Needs, lexicon: Lexicon, first: str = "") -> list[tuple[str, str]]:
    """The roles that a row needs and that are not filled so, each with the classes that it names, one by one."""
    unmet = [(role, classes) for role, classes in needs if not _meets(found.get(role, ()), classes, lexicon, first)]
    return [(role, name) for role, classes in unmet for name in sorted(classes)]


def may_fulfil(verb: Token, needs: Needs, lexicon: Lexicon) -> bool:
    """Whether the sentence of a verb has words of the classes that a row needs, wherever they stand.

    It is asked before the roles are filled, which takes long, and mostly for nothing.
    """
    if not needs:
        return True
    able = _all_classes(verb.doc.tokens[verb.sent.start], lexicon)
    wanted = [_split(classes)[0] for _, classes in needs]
    return all(not classes or not able.isdisjoint(classes) for classes in wanted)


def possible(verb: Token, rows: list[VerbFrame], lexicon: Lexicon) -> list[VerbFrame]:
    """The rows of a verb whose needs its sentence has the words for, and the prepositions."""
    if not rows:
        return []
    able = _all_classes(verb.doc.tokens[verb.sent.start], lexicon)
    return [row for row in rows if not any(map(able.isdisjoint, row.wanted)) and may_reach(verb, row, lexicon)]


def may_reach(verb: Token, row: VerbFrame, lexicon: Lexicon) -> bool:
    """Whether the sentence of a verb has the prepositions of the roles that a row needs and only a phrase fills."""
    if not row.bound:
        return True
    there = _prepositions(verb.doc.tokens[verb.sent.start], lexicon)
    found = {role for preposition, role in row.obl.items() if preposition in there}
    return found.issuperset(row.bound)


@once
def _prepositions(first: Token, lexicon: Lexicon) -> frozenset[str]:
    """The prepositions of a sentence, by its first token, also those in a word that points to a clause: "damit"."""
    within = lexicon.cues.get("prepositional", {})
    words = list(first.sent)
    return frozenset({t.adposition for t in words} | {within[t.lower_] for t in words if t.lower_ in within})


@once
def _all_classes(first: Token, lexicon: Lexicon) -> frozenset[str]:
    """All that `is_of` can find in the words of a sentence, by its first token, and maybe more."""
    words, known = list(first.sent), _known(lexicon)
    of_lemmas = [classes for t in words if t.pos_ not in FUNCTION and (classes := known[t.lemma_])]
    kinds = {t.ent_type_ or t.pos_ for t in words}
    return ANYTHING.union(*of_lemmas, *[MEANT[kind] for kind in kinds if kind in MEANT])


class _Known(dict[str, frozenset[str]]):
    """Classes and events of what a lemma may mean, each looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        rows = (row for frames in lexicon.verbs.values() for row in frames)
        self.words = frozenset(c for row in rows for classes in row.wanted for c in classes if c.startswith(WORDS))

    def __missing__(self, lemma: str) -> frozenset[str]:
        known = self.lexicon.classes_of(lemma) | self.lexicon.events_of(lemma)
        known |= {sign + lemma for sign in WORDS} & self.words
        found = self[lemma] = known | CROWD if QUANTITY in known else known
        return found


@cache
def _known(lexicon: Lexicon) -> _Known:
    return _Known(lexicon)


def _meets(fillers: Sequence[Token], classes: frozenset[str], lexicon: Lexicon, first: str) -> bool:
    wanted, against = _split(classes)
    met = not wanted
    for token in fillers:
        if against and (is_of(token, against, lexicon, first) or is_word(token, against)):
            return False
        met = met or is_of(token, wanted, lexicon, first) or is_word(token, wanted)
    return met


def is_word(token: Token, wanted: frozenset[str]) -> bool:
    """Whether a noun is one of the words that a row names, with the attributes: "machten *gemeinsame Sache*"."""
    for noun, attributes in _words(wanted):
        if token.lemma_ == noun and attributes <= {c.lemma_ for c in token.children}:
            return True
    return False


@cache
def _words(classes: frozenset[str]) -> tuple[tuple[str, frozenset[str]], ...]:
    """The words among the classes of a need: the noun, and its attributes."""
    told = [name[1:].split(" ") for name in sorted(classes) if name.startswith(WORDS)]
    return tuple((words[-1], frozenset(words[:-1])) for words in told)


@cache
def _split(classes: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Those of which a role needs one, and those that it must not have."""
    barred = frozenset(c for c in classes if c.startswith(BARRED))
    return classes - barred, frozenset(c.removeprefix(BARRED) for c in barred)


@cache
def spelled(classes: frozenset[str]) -> frozenset[str]:
    """The words among the classes of a need, those too that its role must not have."""
    return frozenset(word for name in classes if (word := name.removeprefix(BARRED)).startswith(WORDS))


def counted(noun: Token, lexicon: Lexicon) -> Token:
    """What a quantity is of: "40 Prozent *der Häftlinge*", "eine Gruppe von *Männern*", "drei Tonnen *Getreide*"."""
    if noun.pos_ != "NUM" and not _counts(noun.lemma_, noun.text, lexicon):  # "125 *der 308 Sitze*"
        return noun
    for child in noun.children:
        after = child.i > noun.i and child.dep_ in COUNTED and child.pos_ in HEADS
        if after and (not child.adposition or lexicon.cue("genitive", child.adposition)):
            return counted(child, lexicon)
    return noun


@cache
def _counts(lemma: str, form: str, lexicon: Lexicon) -> bool:
    """Whether a noun only says how much: a share, a number, a measure; no compound ("Start" is no Art)."""
    if any(lexicon.cue(kind, lemma, form) for kind in ("share", "multiplier", "several_of")):
        return True
    return lemma in lexicon.classes and lexicon.is_a(lemma, (QUANTITY,))


@cache
def _are_people(form: str, lemma: str, lexicon: Lexicon) -> bool:
    """Whether it goes without saying of what there are so many: "*Hunderttausende* fliehen", but not "*Millionen*"."""
    return bool(lexicon.cue("several_of", form)) and lexicon.is_a(lemma, (QUANTITY,))


def is_of(token: Token, classes: frozenset[str], lexicon: Lexicon, first: str = "") -> bool:
    """Whether a noun is of one of the classes; "any" is every noun, an event type the nouns of that event."""
    if "any" in classes:
        return True
    whole = token if first else counted(token, lexicon)
    if whole is not token:
        if is_of(whole, classes, lexicon):
            return True
    elif _are_people(token.text, token.lemma_, lexicon):
        return bool(classes & CROWD)
    if _is_person(token):
        return bool(classes & NAMES["PER"])
    lemma = first or token.lemma_
    if lexicon.is_a(lemma, classes) or not classes.isdisjoint(lexicon.events_of(lemma)):
        return True
    if token.pos_ in ELLIPTIC and not token.ent_type_ and not is_idiom(token, lexicon):  # "verurteilte es *scharf*"
        # "er zog sich zurück" is no withdrawal of troops, "sie werden eingesetzt" may be a deployment
        if token.pos_ not in ("PRON", "DET"):
            return bool(classes & PEOPLE)
        if lexicon.cue("fronted_object", token.lower_):
            return False  # "verurteilte *dies*": no convict
        plural = token.features.get("Number") == "Plur"
        return bool(classes & (PRONOUNS | {"force"} if plural else PRONOUNS))
    if not token.ent_type_ and token.pos_ == "PROPN" and token.text[:1].isupper():
        return bool(classes & (NAMES["PER"] | NAMES["ORG"]))  # a name that the recogniser missed
    return bool(classes & NAMES.get(token.ent_type_, frozenset()))
