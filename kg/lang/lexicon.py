"""The words of a language: typed rows of the tables in its folder."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lang.compounds import done_by_name, done_by_owner
from kg.lang.frames import ClaimFrame, NounFrame, VerbFrame
from kg.lang.tables import HERE, NONE, Table, rows

__all__ = [
    "HERE",
    "KEPT",
    "NONE",
    "OFFICIAL",
    "REFLEXIVE",
    "ClaimFrame",
    "Lexicon",
    "NounFrame",
    "VerbFrame",
    "infinitives",
    "load",
    "rows",
    "wider",
]

KEPT = 100_000
"""How many words are remembered with what the tables say of them, at most."""
OFFICIAL = "official"
"""The class of nouns for one person with an office or profession."""
REFLEXIVE = "sich "
"""How a claim verb that needs its reflexive pronoun begins: "sich weigern"."""


def _pairs(cell: str) -> dict[str, str]:
    return dict(part.split(":", 1) for part in cell.split(",") if part != NONE)


def _needs(cell: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((role, frozenset(classes.split("/"))) for role, classes in _pairs(cell).items())


def _cell(value: str) -> str:
    return "" if value == NONE else value


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All tables that the extractors read."""

    language: str
    verbs: dict[str, list[VerbFrame]]
    nouns: dict[str, list[NounFrame]]
    classes: dict[str, str]
    """Noun lemma to its class (force, weapon, official, …)."""
    kinds: dict[str, str]
    """Noun lemma to the class of the ontology that an unnamed mention gets."""
    claims: dict[tuple[str, str], list[ClaimFrame]]
    """By part of speech and lemma."""
    cues: dict[str, dict[str, str]]
    """By kind, then lemma: the value."""
    phrases: dict[str, list[tuple[str, str, str]]]
    """Cues of several words by their first one, in lower case: kind, cue and value."""

    def cue(self, kind: str, word: str = "", *others: str) -> str:
        """The value of the first word that is a cue of the kind, else the empty string."""
        try:
            table = self.cues[kind]
        except KeyError:  # the rare case: a language without such words
            return ""
        if word in table:
            return table[word]
        for other in others:
            if other in table:
                return table[other]
        return ""

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def nominal(self, lemma: str) -> tuple[list[NounFrame], str]:
        """The rows of an event noun; for a compound those of its last part, with the first part if it fills a role."""
        if lemma in self.nouns:
            return self.nouns[lemma], ""
        if lemma in self.classes and self.is_a(lemma, ("actor",)):
            return [], ""  # "Arbeiterbewegung" is no movement of workers
        for begin in range(3, len(lemma) - 3):
            tail = lemma[begin:].lstrip("-").capitalize()
            if tail not in self.nouns:
                continue
            name = lemma[:begin].rstrip("-")
            events = self.cue("doer", name) if len(name) < len(lemma) - len(tail) else ""
            if events and (done := done_by_name(self.nouns[tail], events)):
                return done, name
            rows = [row for row in self.nouns[tail] if row.compound]
            first = self._stem(lemma[:begin]) if rows else ""
            if first:
                return done_by_owner(rows), first
            if self.cue("event_end", tail) or rows:
                # "Massenprotest", but not "Vorschlag", which the table of nouns has
                known = self.head(lemma)
                own = self.classes.get(known, "") if len(known) > len(tail) else ""
                open_end = self.cue("event_end", tail) and own in ("", self.classes.get(tail))
                return (self.nouns[tail] if open_end else []), ""
        return [], ""

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def events_of(self, lemma: str) -> frozenset[str]:
        """The events that a noun may mean."""
        return frozenset(row.event for row in self.nominal(lemma)[0])

    def _stem(self, part: str) -> str:
        """The lemma of a first part with its linking element ("Waffen-": Waffe, "Truppen-": Truppe)."""
        part = part if self.classes.get(part := part.rstrip("-")) else part.capitalize()  # "EU-", but "-bundes-"
        for cut in ("", "s", "es", "n", "en", "er", "e"):
            if part.endswith(cut) and self.classes.get(part[: len(part) - len(cut)]):
                return part[: len(part) - len(cut)]
        return ""

    def own_rows(self, verb: str) -> list[VerbFrame]:
        """The rows of what a verb tells by itself, not only with a word of an idiom."""
        return [row for row in self.verbs.get(verb, ()) if not row.is_idiom]

    def phrases_in(self, words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        """The cues of several words in a text of words in lower case: kind, cue, value."""
        if not self.phrases.keys().isdisjoint(words):
            begun = [found for word in words for found in self.phrases.get(word, ())]
            text = f" {' '.join(words)} "
            yield from (found for found in dict.fromkeys(begun) if f" {found[1].lower()} " in text)

    @lru_cache(maxsize=KEPT)  # noqa: B019  a lexicon lives as long as the program
    def head(self, lemma: str) -> str:
        """The longest end of a compound that the noun table has ("Marineschiff": "Schiff"), else the lemma.

        The end may be a suffix of the table ("18-Jähriger": "-jährig") and that of a participle ("Wartender": "-nd").
        """
        if lemma not in self.classes and (found := self._participle_end(lemma)):
            return found
        endings = self.cues.get("noun_ending", {})  # the lemmatiser leaves some plurals: "Kampfjets"
        for ending, wanted in (("", NONE), *endings.items()):
            stem = lemma.removesuffix(ending)
            for begin in (0, *range(2, len(stem) - 2)) if stem != lemma or not ending else ():
                found = self._row(stem[begin:], suffix=begin > 0)
                if found and (wanted == NONE or wanted in wider(self.classes[found])):
                    return found  # "Wählerin" is a Wähler, "Termin" no Term
        return lemma

    def _row(self, end: str, *, suffix: bool) -> str:
        """The row of the noun table for a word or the end of one, or the empty string."""
        tail = end.lstrip("-")
        word = tail[:1].upper() + tail[1:]
        if word in self.classes:
            return word
        ending = f"-{tail.lower()}" if suffix else ""
        return ending if ending in self.classes else ""

    def _participle_end(self, lemma: str) -> str:
        """The row for "Wartende": the end of the participle of a verb, unless the word has a row ("Legende")."""
        marks = self.cues.get("active_participle", ())
        for ending in self.cues.get("adjective_ending", ()):
            stem = lemma.removesuffix(ending)
            if stem == lemma:
                continue
            mark = next((m for m in marks if stem.endswith(m)), "")
            if f"-{mark}" not in self.classes:
                continue
            for begin in (0, *range(2, len(stem) - 4)):
                row = self._row(lemma[begin:], suffix=False) or self._row(stem[begin:], suffix=False)
                verb = stem[begin:].lower().removesuffix(mark[1:])  # "wartend": warten
                if row or verb in infinitives(self.language).get(verb, ()):
                    return row or f"-{mark}"
        return ""

    def is_active_participle(self, form: str) -> bool:
        """Whether an attribute is a present participle ("streikende")."""
        return any(form.rstrip("enrms").endswith(ending) for ending in self.cues.get("active_participle", ()))

    def has_infinitive_mark(self, form: str) -> bool:
        """Whether an attribute is made of an infinitive with "zu" in it ("abzuberufende": abberufen)."""
        forms = infinitives(self.language)
        stems = {form.removesuffix(ending).removesuffix("d") for ending in self.cues.get("adjective_ending", ())}
        return any(stem not in forms[stem] for stem in stems if stem in forms)

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def verb_of(self, form: str) -> str:
        """The infinitive of an inflected participle ("stationierten": stationieren), or the empty string."""
        forms = infinitives(self.language)
        for ending in ("", *self.cues.get("adjective_ending", ())):
            stem = form.removesuffix(ending)
            found = forms.get(stem) or forms.get(stem.removesuffix("d"))
            if found and (stem != form or not ending):
                return next((verb for verb in found if verb in self.verbs), found[0])
        return ""

    def is_a(self, lemma: str, wanted: Collection[str]) -> bool:
        """Whether a noun is of one of the classes, or of a narrower one."""
        return not self.classes_of(lemma).isdisjoint(wanted)

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def classes_of(self, lemma: str) -> frozenset[str]:
        """The class of a noun with those that it is a kind of."""
        return wider(self.noun_class(lemma))

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def noun_class(self, lemma: str) -> str:
        """The class of a noun, by its own row or by the end of the compound."""
        return self.classes.get(self.head(lemma), "")

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def kind(self, lemma: str) -> str:
        """The ontology class of what an unnamed noun refers to, or the empty string."""
        return self.kinds.get(self.head(lemma), "")


@cache
def infinitives(language: str) -> dict[str, tuple[str, ...]]:
    """Forms of verbs with their infinitives, where the language has such a table."""
    path = HERE / language / "verbs.tsv"
    if not path.exists():
        return {}
    with path.open(encoding="utf8") as file:
        pairs = (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
        return {form: tuple(verbs.split()) for form, verbs in pairs}


@cache
def wider(name: str) -> frozenset[str]:
    """A class of nouns with those that it is a kind of.

    >>> sorted(wider("official"))
    ['actor', 'human', 'official']
    """
    above = (r["wider"] for r in _classes() if r["class"] == name)
    return frozenset((name,)).union(*map(wider, above)) - {""}


@cache
def _classes() -> Table:
    """The table of classes, read once for all of them."""
    return rows(HERE / "classes.tsv")


def _phrases(cues: dict[str, dict[str, str]]) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for kind, table in cues.items():
        for lemma, value in table.items():
            if " " in lemma:
                found[lemma.split()[0].lower()].append((kind, lemma, value))
    return dict(found)


@cache
def load(language: str) -> Lexicon:
    """The tables of a language, read once.

    >>> load("de").verbs["entsenden"][0].event
    'Deployment'

    Raises:
        OSError: the language has no such tables.
    """
    folder = HERE / language
    verbs: dict[str, list[VerbFrame]] = defaultdict(list)
    for r in rows(folder / "events.tsv"):
        dependents = (_cell(r["nsubj"]), _cell(r["obj"]), _cell(r["dative"]), _pairs(r["obl"]), _needs(r["needs"]))
        verbs[r["lemma"]].append(VerbFrame(r["lemma"], r["reflexive"] != NONE, r["event"], *dependents))
    nouns: dict[str, list[NounFrame]] = defaultdict(list)
    for r in rows(folder / "nominals.tsv"):
        places = (_cell(r["genitive"]), _cell(r["adjective"]), _cell(r["compound"]), _pairs(r["obl"]))
        nouns[r["lemma"]].append(NounFrame(r["lemma"], r["event"], *places, _needs(r["needs"])))
    claims: dict[tuple[str, str], list[ClaimFrame]] = defaultdict(list)
    for r in rows(folder / "claims.tsv"):
        content = frozenset(r["content"].split(",")) - {NONE}
        last = (_cell(r["control"]), _cell(r["negated"]), _cell(r["object"]))
        frame = ClaimFrame(
            r["lemma"], r["pos"], r["class"], r["factuality"], _cell(r["source"]), _cell(r["addressee"]), content, *last
        )
        claims[r["pos"], r["lemma"]].append(frame)
    cues: dict[str, dict[str, str]] = defaultdict(dict)
    for r in (*rows(folder / "grammar.tsv"), *rows(folder / "cues.tsv")):
        cues[r["kind"]][r["lemma"]] = r["value"]
    table = rows(folder / "nouns.tsv")
    classes, kinds = ({r["lemma"]: _cell(r[column]) for r in table} for column in ("class", "ontology"))
    for r in rows(folder / "offices.tsv"):
        if r["kind"] != "title":
            classes.setdefault(r["lemma"].removeprefix("-").capitalize(), OFFICIAL)
            kinds.setdefault(r["lemma"].removeprefix("-").capitalize(), "Person")
    found = Lexicon(language, dict(verbs), dict(nouns), classes, kinds, dict(claims), dict(cues), _phrases(cues))
    gc.freeze()  # like the pipeline, no garbage as long as the program lives
    return found
