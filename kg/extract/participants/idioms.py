"""Words that fill no role but make a verb mean its event: "um*s Leben* kommen", "*tot* aufgefunden"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.participants.restrictions import is_idiom, is_measured, is_word, spelled
from kg.extract.tree import SUBJECTS
from kg.lang.frames import GENITIVE, NAMING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.participants.arguments import Fillers
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon, VerbFrame

PARTICIPANTS = SUBJECTS | {"obj", "obl", "obl:arg", "iobj"}
"""Relations of nouns that have the end of their clause hung on them."""
HUNG = frozenset(("nmod", "conj", "appos"))
OWNERS = frozenset(("nmod", "nmod:poss", "det:poss"))
MEETING, VICTIM = "Meeting", "victim"
"""An event, and the class of nouns for the dead."""


def with_idioms(verb: Token, row: VerbFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The roles with the nouns that only make an idiom, which a row may ask for: "um*s Leben* kommen"."""
    found = roles
    for child in (*verb.children, *(_adrift(verb, row, lexicon) if row.bound else ())):
        if child.tag_ == tags.CORRELATE:  # "drohte *damit*, das Feuer zu eröffnen"
            places = {row.obl.get(lexicon.cue("prepositional", child.lower_), "")}
        elif _belongs(child, lexicon) or _is_named(child, row):
            bare = {row.obj, row.dative} if not child.adposition else set()
            if bare and child.dep_ in SUBJECTS and _is_named(child, row):
                bare.add(row.nsubj)  # "*Die Handschellen* klickten"
            places = {row.obl.get(child.adposition, ""), *bare}
        else:
            continue
        for role in places - {""}:
            found = {**found, role: [*found.get(role, ()), child]}
    return found


def goes_with(word: Token, rows: list[VerbFrame], lexicon: Lexicon) -> bool:
    """Whether it is no part of its verb, but of the phrase behind: "kam *zusammen* mit den Eltern in den Park"."""
    after = word.doc.tokens[min(word.i + 1, len(word.doc) - 1)]
    behind = word.dep_ == "advmod" and after.lower_ == lexicon.cue("verb_part", word.lower_)
    return behind and rows[0].event == MEETING  # but "arbeitete *zusammen* mit ihm" all the same


def _adrift(verb: Token, row: VerbFrame, lexicon: Lexicon) -> Iterator[Token]:
    """Idioms that the parser hung on the noun before them: "versetzte die Truppen *in Alarmbereitschaft*"."""
    nouns = [c for c in verb.children if c.dep_ in PARTICIPANTS]
    while nouns:
        noun = nouns.pop()
        for child in noun.children:
            if child.i > noun.i and child.dep_ in HUNG:
                nouns.append(child)
                own = child.adposition in row.obl and (is_idiom(child, lexicon) or _is_named(child, row))
                if own and child.dep_ == "nmod":
                    yield child


def _is_named(child: Token, row: VerbFrame) -> bool:
    """Whether a row itself names the word, as its own or as one that it bars: "vor den *Kopf* stoßen"."""
    return any(is_word(child, words) for _, classes in row.needs if (words := spelled(classes)))


def own_words(row: VerbFrame, roles: Fillers) -> list[Token]:
    """The words that a row itself names, which fill no role: "ging auf die *Barrikaden*"."""
    return [t for role, classes in row.needs for t in roles.get(role, ()) if is_word(t, classes)]


def naming(row: VerbFrame, words: list[Token]) -> Token | None:
    """That of a row's own words which names the event."""
    return next((t for _, classes in row.needs for t in words if is_word(t, _namers(classes))), None)


@cache
def _namers(classes: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in classes if name.startswith(NAMING))


def without(words: list[Token], row: VerbFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The roles without a row's own words, and whose they are: "schlug sich auf die *Seite der Anwohner*"."""
    if not words:
        return roles
    kept = {role: [t for t in tokens if t not in words] for role, tokens in roles.items()}
    role = row.obl.get(GENITIVE, "")
    if role and not kept.get(role):
        owners = (c for t in words for c in t.children if c.dep_ in OWNERS and _owns(c, lexicon))
        kept[role] = [t for owner in owners for t in syntax.coordinated(owner)]
    return {role: kept[role] for role in sorted(kept) if kept[role]}


def _owns(child: Token, lexicon: Lexicon) -> bool:
    return not child.adposition or bool(lexicon.cue("genitive", child.adposition))


def _belongs(child: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a part of what its verb means."""
    if is_idiom(child, lexicon):
        return True
    if child.pos_ == "ADJ":  # "wurde *tot* aufgefunden"
        return not child.adposition and lexicon.is_a(child.lemma_, (VICTIM,))
    if child.pos_ != "NOUN":
        return False
    tokens = child.doc.tokens  # "verurteilte ihn zu *drei Jahren* Haft"
    return is_measured(tokens[min(child.i + 1, len(tokens) - 1)], lexicon)
