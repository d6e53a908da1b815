"""German grammar that a table cannot hold: what the parts of the pipeline only say together.

Each component comes after the parser, touches only what its rule decides, and keeps everything else.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis, Token

from kg.lang.de import adpositions as where
from kg.lang.de import first, perfects
from kg.lang.de.clauses import finite_of


def _rows(table: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / table).open(encoding="utf8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))


AUXILIARIES = frozenset(("aux", "aux:pass"))
AGENT_PREPOSITIONS = frozenset(row["lemma"] for row in _rows("grammar.tsv") if row["kind"] == "passive_agent")
SUBJUNCTIVE_ENDINGS = ("e", "ei")
ATTRIBUTIVE = "ADJA"
PRETERITE = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
THIRD_SINGULAR_PRESENT = {"Person": "3", "Number": "Sing", "Tense": "Pres"}


@Language.component("kg_participles", assigns=["token.pos", "token.morph"], requires=["token.pos", "token.dep"])
def participles(doc: Doc) -> Doc:
    """Make a participle with an auxiliary a verb: "haben dem Norden *vorgeworfen*", but not "ist krank gewesen".

    And what looks like an attribute but has a subject of its own: "In Rom *geißelte* der Bischof die Verhaftung".
    """
    for token in doc:
        relations = {child.dep_ for child in token.children} if token.pos_ == "ADJ" else set()
        if AUXILIARIES & relations and "cop" not in relations:
            token.pos_ = "VERB"
            token.set_morph(MorphAnalysis(doc.vocab, {"VerbForm": "Part"}))  # type: ignore[attr-defined]
        elif token.tag_ == ATTRIBUTIVE and token.dep_ == "ROOT" and {"nsubj", "obj"} <= relations:
            token.pos_ = "VERB"
            token.set_morph(MorphAnalysis(doc.vocab, PRETERITE))  # type: ignore[attr-defined]
    return doc


@Language.component("kg_infinitives", assigns=["token.dep", "token.morph"], requires=["token.dep", "token.morph"])
def infinitives(doc: Doc) -> Doc:
    """Let what looks like an infinitive depend on the participle before it: "haben ihm vorgeworfen, Waffen *liefern*".

    It cannot be joined to a participle; a plural in the present would have a subject or an "und".
    """
    perfects.gather(doc)
    for token in doc:
        if token.pos_ == "VERB" and perfects.is_participle(token):
            token.tag_ = perfects.PARTICIPLE
            token.set_morph(MorphAnalysis(doc.vocab, {"VerbForm": "Part"}))  # type: ignore[attr-defined]
        if token.dep_ != "conj" or token.pos_ != "VERB" or token.lower_ != token.lemma_:
            continue
        parts = {child.dep_ for child in token.children}
        if token.head.morph.to_dict().get("VerbForm") == "Part" and not parts & {"cc", "nsubj", *AUXILIARIES}:
            token.dep_ = "xcomp"
            token.set_morph(MorphAnalysis(doc.vocab, {"VerbForm": "Inf"}))  # type: ignore[attr-defined]
    return doc


WITH_OBJECT = {row["lemma"]: row["value"] for row in _rows("grammar.tsv") if row["kind"] == "with_object"}
"""Verbs that have no object, each with the one that has and shares a form."""


@Language.factory("kg_verb_lemmas", assigns=["token.lemma", "token.pos"], requires=["token.pos", "token.dep"])
def verb_lemmas(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make a component that corrects a verb's lemma by `verbs.tsv`: "griffen" is "greifen", whatever the model guessed.

    The model's lemma stays where the table has it for the form ("gehört": "gehören" or "hören") or lacks the form.
    """
    del nlp, name
    with (Path(__file__).parent / "verbs.tsv").open(encoding="utf8") as file:  # 95,000 rows: no record for each
        infinitives = dict(line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))

    def correct(doc: Doc) -> Doc:
        first.retag(doc, infinitives)
        for token in doc:
            known = infinitives.get(token.lower_, "").split() if token.pos_ == "VERB" else []
            if known and token.lemma_ not in known:
                token.lemma_ = known[0]
            if token.lemma_ in WITH_OBJECT and any(c.dep_ == "obj" for c in token.children):
                other = WITH_OBJECT[token.lemma_]
                token.lemma_ = other if other in known else token.lemma_  # "hat die Tat *gestanden*"
        return doc

    return correct


ENDINGS = ("", *(row["lemma"] for row in _rows("grammar.tsv") if row["kind"] == "plural_ending"))
UMLAUT = str.maketrans("äöüÄÖÜ", "aouAOU")


@Language.factory("kg_noun_lemmas", assigns=["token.lemma"], requires=["token.pos", "token.lemma"])
def noun_lemmas(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make a component that gives "Raketen" and "Verträge" the lemmas of the tables, where the model has "Raket".

    A lemma that no table of nouns knows becomes the first of the form's candidates that ends in a noun of the tables,
    whole or as the last part of a compound; else it stays.
    """
    del nlp, name
    known = {row["lemma"] for table in ("nouns.tsv", "nominals.tsv") for row in _rows(table)}
    known |= {row["lemma"] for row in _rows("claims.tsv") if row["pos"] == "noun"}

    @cache
    def lemma(form: str, guess: str) -> str:
        if _is_known(guess, known):
            return guess
        return next((c for c in _candidates(form, guess) if len(c) > 2 and _is_known(c, known)), guess)

    def correct(doc: Doc) -> Doc:
        for token in doc:
            if token.pos_ == "NOUN":
                token.lemma_ = lemma(token.text, token.lemma_)
        return doc

    return correct


def _is_known(lemma: str, known: set[str]) -> bool:
    """Whether the table has the word or an end of it: "Kampfjet", "Marineschiff"."""
    return lemma in known or any(lemma[i:].capitalize() in known for i in range(3, len(lemma) - 3))


def _candidates(form: str, guess: str) -> Iterator[str]:
    """What the singular may be: an ending off, an -e on, the last umlaut undone ("Verträge": "Vertrag")."""
    for word in (form, guess):
        for ending in ENDINGS:
            stem = word.removesuffix(ending)
            for base in (stem, stem + "e") if word.endswith(ending) else ():
                yield base
                yield base.replace("ß", "ss")
                place = max((i for i, letter in enumerate(base) if letter in "äöüÄÖÜ"), default=-1)
                if place >= 0:
                    yield base[:place] + base[place].translate(UMLAUT) + base[place + 1 :]


@Language.component("kg_separable_verbs", assigns=["token.lemma"], requires=["token.dep", "token.lemma"])
def separable_verbs(doc: Doc) -> Doc:
    """Give a separable verb its whole lemma: in "Kiew teilte das mit" the lemma of "teilte" is "mitteilen".

    The particle keeps its own. A verb in one word ("mitzuteilen") has its whole lemma already.
    """
    for token in doc:
        if token.dep_ == "compound:prt" and token.head.pos_ in ("VERB", "AUX"):
            particle = token.lower_
            verb = finite_of(token)
            if verb is not None:
                token.head = verb
            if not token.head.lemma_.startswith(particle):
                token.head.lemma_ = particle + token.head.lemma_
    return doc


@Language.component("kg_subjunctive", assigns=["token.morph"], requires=["token.morph"])
def subjunctive(doc: Doc) -> Doc:
    """Tell Konjunktiv I by its form: "Er sagte, sie plane nichts".

    The present indicative of the third person singular ends in -t or has a vowel of its own ("plant", "will"), never in
    -e or -ei ("plane", "wolle", "sei"). This decides 1,071 of the 1,072 such verbs of UD_German-GSD
    dev and test (not "möchte"). And the preterite of a weak verb, which the tagger takes for a present: "durchsuchten".
    """
    for token in doc:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        features = token.morph.to_dict()
        if features.get("Tense") == "Pres" and features.get("VerbForm") == "Fin" and is_weak_preterite(token):
            token.set_morph(MorphAnalysis(doc.vocab, {**features, "Tense": "Past"}))  # type: ignore[attr-defined]
            continue
        if not token.lower_.endswith(SUBJUNCTIVE_ENDINGS):
            continue
        if THIRD_SINGULAR_PRESENT.items() <= features.items():
            features["Mood"] = "Sub"
            token.set_morph(MorphAnalysis(doc.vocab, features))  # type: ignore[attr-defined]
    return doc


def is_weak_preterite(verb: Token) -> bool:
    """As in "durchsuchten" of durchsuchen, "teilte" of mitteilen: the stem with -te, -ten or -tet."""
    stem = verb.lemma_.removesuffix("n").removesuffix("e")
    endings = ("te", "ten", "tet", "ete", "eten", "etet")
    known = (verb.lower_.removesuffix(ending) for ending in endings if verb.lower_.endswith(ending))
    if verb.pos_ != "VERB" or verb.lower_ == verb.lemma_:
        return False  # "dürften" is a subjunctive
    return any(len(part) > 2 and stem.endswith(part) for part in known)


INFINITIVAL = "KOUI"


@Language.component("kg_adpositions", assigns=["token.head", "token.dep"], requires=["token.dep", "token.tag"])
def adpositions(doc: Doc) -> Doc:
    """Hang an adposition on its noun: "*nach* offiziell bestätigten Angaben", "Meldungen *nach* ist er frei".

    The parser gives the first to the adverb beside it and takes the second, behind its noun, for an adverb; either way
    the phrase is lost, and what it reports would look like a plain statement.
    """
    for token in doc:
        if token.dep_ == "case" and token.head.pos_ in ("ADV", "ADJ") and token.i < token.head.i:
            noun = next((a for a in token.head.ancestors if a.pos_ in ("NOUN", "PROPN")), None)
            if noun is not None and noun.i > token.head.i and token.head.head.pos_ in ("ADV", "ADJ", "NOUN", "PROPN"):
                token.head = noun
        elif token.dep_ == "case" and token.head.dep_ == "nmod" and token.head.i < token.head.head.i:
            where.free(token.head)
        elif token.dep_ == "case" and token.i > token.head.i and token.head.dep_.startswith(where.BARE):
            token.head.dep_ = "obl"  # "*Kiew zufolge* wurden 14 Menschen getötet": no second subject
        elif token.tag_ == INFINITIVAL and token.dep_ == "mark":
            where.begin_phrase(token)
        elif token.dep_ != "case" and token.i > token.sent.start and where.is_postposition(token):
            noun = token.nbor(-1)
            if noun.pos_ == "NOUN" and not any(child.dep_ == "case" for child in noun.children):
                if token.is_ancestor(noun):  # "Berichten zufolge" as two words that hang the other way round
                    if noun.head != token or token.head == token:
                        continue
                    noun.head, noun.dep_ = token.head, "obl"
                token.head, token.dep_ = noun, "case"
                noun.dep_ = "obl" if noun.dep_.startswith(where.BARE) else noun.dep_
    return doc


FINITE_TAGS = frozenset(("VVFIN", "VAFIN", "VMFIN"))
OPENING = frozenset(row["lemma"] for row in _rows("grammar.tsv") if row["kind"] == "said_by")
"""What may begin an insertion: "…, *so* glaubt er, …"."""
TOLD = frozenset(("conj", "ccomp", "parataxis", "xcomp"))
BEHIND = frozenset(("nsubj", "obj", "iobj", "obl:arg"))


@Language.component("kg_insertions", assigns=["token.head", "token.dep"], requires=["token.dep", "token.tag"])
def insertions(doc: Doc) -> Doc:
    """Give a clause back its first phrase, between commas from its verb: "*Die Armee*, glaubt er, *hat angegriffen*".

    The parser makes it the first of two subjects of "glaubt", so that the rest looks like a statement of its own.
    """
    for verb in doc:
        if verb.tag_ != "VVFIN" or verb.i < verb.sent.start + 2:
            continue
        comma = verb.nbor(-2) if verb.nbor(-1).lower_ in OPENING else verb.nbor(-1)
        fronted = [c for c in verb.lefts if c.i < comma.i and not c.is_punct]
        speaker = next((c for c in verb.rights if c.dep_ in BEHIND and c.left_edge.i == verb.i + 1), None)
        if comma.text != "," or speaker is None or not fronted or not all(map(_is_plain_phrase, fronted)):
            continue
        rest = _rest_of_clause(verb, speaker)
        if rest is None or any(t.text == "," for t in doc[fronted[0].left_edge.i : comma.i]):
            continue
        for phrase in fronted:
            phrase.head = rest
        speaker.dep_ = "nsubj"
        if rest.head == verb:
            rest.dep_ = "ccomp"
    return doc


def _is_plain_phrase(token: Token) -> bool:
    """As in "die Armee", "am Montag", "und"; not a clause: "Als er kam, sagte er, …"."""
    return token.pos_ not in ("VERB", "AUX") and not any(c.dep_ == "mark" for c in token.children)


def _rest_of_clause(verb: Token, speaker: Token) -> Token | None:
    """The predicate of what goes on with its finite verb behind the next comma, whichever of both is above."""
    for finite in verb.doc[speaker.i + 2 : verb.sent.end]:
        if finite.tag_ not in FINITE_TAGS or finite.nbor(-1).text != ",":
            continue
        rest = finite.head if finite.dep_ in (*AUXILIARIES, "cop") else finite
        if (rest.head == verb and rest.dep_ in TOLD) or (verb.head == rest and rest.i > verb.i):
            return rest
    return None


@Language.component("kg_passive_agents", assigns=["token.dep"], requires=["token.dep", "token.lemma"])
def passive_agents(doc: Doc) -> Doc:
    """Make the "von" phrase of a passive its agent: "wurden von der Polizei festgenommen" (`obl:agent`).

    Right for 26 of the 29 such phrases of UD_German-GSD dev and test; the treebanks have too few to learn it from.
    """
    for token in doc:
        noun = token.head
        is_agent = token.dep_ == "case" and token.lemma_ in AGENT_PREPOSITIONS and noun.dep_ == "obl"
        if is_agent and any(child.dep_ == "aux:pass" for child in noun.head.children):
            noun.dep_ = "obl:agent"
    return doc
