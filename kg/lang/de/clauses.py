"""Arcs of the parser that no German clause can have: a component that sets them right.

An interposed clause parts what belongs together, and the parser ties the rest to the wrong verb. What it does is read
off the order of the words: a subordinate clause ends with its verb, an infinitive has no subject, two finite verbs have
each their own objects behind them.
"""

from __future__ import annotations

import csv
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis, Token

from kg.lang.de.infinitives import infinitive_behind, infinitive_of
from kg.lang.de.relatives import relative_pronoun

FINITE, AUXILIARY, PARTICIPLE, RELATIVE = "VVFIN", "VAFIN", "VVPP", "PRELS"
TENSE = frozenset(("VAPP", "VAINF"))
"""Tags of "worden" and "werden" behind a participle."""
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
PHRASES = frozenset(("obj", "iobj", "obl", "obl:arg", "advmod", "compound:prt"))
"""Relations of what stands by a verb and is no clause."""
INFINITIVES = frozenset(("ccomp", "xcomp"))
SUBORDINATE = frozenset(("acl:relcl", "advcl"))
APART = frozenset(("acl:relcl", "ccomp", "conj", "xcomp"))
"""Relations of a participle that the parser gave to another verb than its auxiliary."""
PRESENT = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
HELPING = frozenset(("haben", "sein", "werden"))
FORM = "Fin"
HAVE, PASSIVE = "haben", "werden"
WHOSE = frozenset(("dessen", "deren"))
NOUN, NAME = "NN", "NE"
JOINED = frozenset(("appos", "conj"))
SUPERLATIVE, HIGHEST = "ste", (["auf", "das"], ["aufs"])
SIBILANTS = ("s", "x", "z", "ß", "'", "’")
"""What genitives of names end in."""
GENITIVE, GENITIVE_ARTICLES = "s", frozenset(("des", "der"))
COMMA, BEEN = ",", "worden"


def _of_saying() -> frozenset[str]:
    with (Path(__file__).parent / "claims.tsv").open(encoding="utf8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return frozenset(row["lemma"].removeprefix("sich ") for row in rows if row["pos"] == "verb")


SAYING = _of_saying()


@Language.component(
    "kg_clauses", assigns=["token.head", "token.dep", "token.morph"], requires=["token.dep", "token.tag"]
)
def clauses(doc: Doc) -> Doc:
    """Give each verb what is its own."""
    for token in doc:
        relation = token.dep_
        if relation in SUBORDINATE:
            relative_pronoun(token)
            _end_clause(token)
            _make_finite(token)
            infinitive_behind(token)
        elif relation in SUBJECTS:
            _no_subject(token)
            infinitive_behind(token)
        elif relation == "conj" and token.tag_ == FINITE:
            _take_own(token)
        elif relation in INFINITIVES:
            infinitive_of(token)
            infinitive_behind(token)
        elif relation == "appos":
            _whose(token)
        if relation in JOINED and token.tag_ == NAME:
            _join_owner(token)
        elif relation == "nmod" and token.tag_ == NAME:
            _receive(token)
        elif relation == "nmod" and token.lower_.endswith(SUPERLATIVE):
            _heighten(token)
        if token.tag_ == AUXILIARY and token.lemma_ in HELPING and relation not in ("aux", "aux:pass", "cop"):
            _close(token)
    return doc


def _join_owner(name: Token) -> None:
    """A name after a plural's genitive is a genitive too: "die Außenminister Frankreichs, *Polens* und *des Sudan*"."""
    noun = name.head
    if noun.tag_ != NOUN or noun.morph.to_dict().get("Number") != "Plur" or any(c.dep_ == "case" for c in name.lefts):
        return
    marked = name.lower_.endswith(GENITIVE) or any(c.lower_ in GENITIVE_ARTICLES for c in name.lefts)
    owners = [c for c in noun.rights if c.dep_ == "nmod" and c.tag_ == NAME and c.i < name.i]
    if not marked or not owners or any(c.dep_ == "case" for c in owners[0].lefts):
        return
    between = name.doc[owners[0].i + 1 : name.left_edge.i]
    if all(t.is_punct or t.dep_ in ("cc", "det") or t.tag_ == NAME for t in between):
        name.head, name.dep_ = owners[0], "conj"


def _heighten(degree: Token) -> None:
    """A superlative says how it is done, not to whom: "verurteilt den Angriff *auf das Schärfste*"."""
    noun = degree.head
    before = [c.lower_ for c in degree.lefts]
    if noun.i < degree.i and before in HIGHEST and noun.head.pos_ == "VERB":
        degree.head, degree.dep_ = noun.head, "obl"


def _receive(name: Token) -> None:
    """A name without a genitive's ending in front of an object is another: "liefern *Saudi-Arabien* Waffen"."""
    noun = name.head
    if noun.i < name.i or noun.dep_ != "obj" or noun.tag_ != NOUN or name.lower_.endswith(SIBILANTS):
        return
    own = any(c.dep_ == "case" for c in name.children) or any(c.dep_.startswith("det") for c in noun.lefts)
    if not own and noun.head.pos_ == "VERB":
        name.head, name.dep_ = noun.head, "obl:arg"


def _end_clause(verb: Token) -> None:
    """Nothing but a clause follows the last verb of a clause and its comma: "*schob* ihn, der dort lebt, *ab*"."""
    end = max([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "aux:pass"))])
    if end + 1 >= len(verb.doc) or verb.doc[end + 1].text != COMMA:
        return
    opened = any(c.dep_ == "mark" or RELATIVE in (c.tag_, *(g.tag_ for g in c.children)) for c in verb.lefts)
    strays = [c for c in verb.rights if c.i > end + 1 and c.dep_ in PHRASES]
    first = verb.left_edge.i
    uppers = (t for t in verb.ancestors if t.pos_ == "VERB" and t.i < first) if opened and strays else iter(())
    upper = next(uppers, verb)
    for stray in strays:
        stray.head = upper


def _make_finite(verb: Token) -> None:
    """A relative clause ends with a finite verb, also one that looks like a participle: "gegen den sie *ermittelt*"."""
    stem = verb.lemma_.removesuffix("n").removesuffix("e")
    if verb.tag_ != PARTICIPLE or verb.lower_ not in (stem + "t", stem + "et") or verb.i + 1 >= len(verb.doc):
        return
    joined = any(c.dep_.startswith(("aux", "cop")) or c.dep_ in ("conj", "parataxis") for c in verb.children)
    opened = any(c.tag_ == RELATIVE for c in verb.lefts)
    if opened and not joined and verb.nbor().is_punct:
        verb.tag_ = FINITE
        verb.set_morph(MorphAnalysis(verb.doc.vocab, PRESENT))  # type: ignore[attr-defined]


def _no_subject(noun: Token) -> None:
    """The object of what has no subject: "*die Frau* beraubt und erwürgt zu haben", "hat … und *zwei* verletzt"."""
    verb = noun.head
    if any(c.dep_ == "obj" for c in verb.children) or noun.tag_ == RELATIVE:
        return
    if verb.tag_ == PARTICIPLE and noun.i < verb.i and (_is_infinitive(verb) or _shares_have(verb)):
        noun.dep_ = "obj"
    elif noun.i > verb.i and noun.pos_ != "PRON" and _goes_on(verb) and not _is_nominative(noun):
        noun.dep_, verb.dep_ = "obj", "conj"


def _is_infinitive(verb: Token) -> bool:
    """As in "gebracht zu haben", also of the first of joined ones."""
    joined = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == PARTICIPLE]
    auxiliaries = [c for part in (verb, *joined) for c in part.children if c.dep_ == "aux"]
    return bool(auxiliaries) and all(c.lemma_ == HAVE and c.tag_ == "VAINF" for c in auxiliaries)


def _shares_have(verb: Token) -> bool:
    """As in "*hat* vier erfasst und zwei *verletzt*"."""
    if verb.dep_ != "conj" or any(c.dep_.startswith("aux") for c in verb.children):
        return False
    auxiliaries = [c for c in verb.head.children if c.dep_.startswith("aux")]
    return verb.head.tag_ == PARTICIPLE and [c.lemma_ for c in auxiliaries] == [HAVE]


def _goes_on(verb: Token) -> bool:
    """Whether a verb in front is the second of three with one subject: "Er kam, *bedrohte* die Frau und floh"."""
    first = verb.head
    if verb.dep_ != "parataxis" or verb.tag_ != FINITE or verb.lemma_ in SAYING:
        return False
    if verb.i == 0 or verb.nbor(-1).text != COMMA:
        return False
    own = any(c.dep_ == "nsubj" and c.i < first.i for c in first.children) and first.tag_ == FINITE
    third = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == FINITE]
    ended = [c for c in third if any(g.dep_ == "cc" for g in c.children)]
    return own and bool(ended) and not any(c.dep_ in SUBJECTS for c in ended[0].children)


def _is_nominative(noun: Token) -> bool:
    """Whether the article of a masculine says so: "der", "ein"."""
    return any(
        c.dep_.startswith("det") and "Masc" in c.morph.get("Gender", []) and "Sing" in c.morph.get("Number", [])
        for c in noun.children
    )


def _take_own(verb: Token) -> None:
    """What stands behind a second finite verb is its own: "drang ein und inhaftierte *die Täter*"."""
    first = verb.head
    if first.tag_ != FINITE or first.i > verb.i:
        return
    later = [c.i for c in first.children if c.dep_ == "conj" and c.i > verb.i]
    for child in list(first.rights):
        if child.i > verb.i and child.dep_ in PHRASES and not any(i < child.i for i in later):
            child.head = verb


def _whose(noun: Token) -> None:
    """The subject of a relative clause that begins with it: "Der Mann, *dessen Bruder* getötet wurde, verlangt …"."""
    upper = noun.head
    verb, begin = upper.head, next((t for t in noun.subtree if not t.is_punct), noun)
    if begin.lower_ not in WHOSE or begin.head != noun or upper.dep_ not in SUBJECTS or verb.i < noun.i:
        return
    main = verb.head
    if main == verb or main.i < verb.i or main.pos_ != "VERB" or any(c.dep_ in SUBJECTS for c in main.children):
        return
    noun.dep_, upper.dep_, verb.dep_ = upper.dep_, "nsubj", "acl:relcl"
    upper.head = main
    noun.head = verb
    verb.head = upper


def _close(auxiliary: Token) -> None:
    """Give an auxiliary its participle behind a clause: "*hatten* den Lehrer, weil er ging, *beschimpft*"."""
    verb = next((t for t in auxiliary.doc[auxiliary.i + 1 : auxiliary.sent.end] if _is_apart(t, auxiliary)), None)
    if verb is None:
        return
    rest = [c for c in auxiliary.children if c != verb]
    relation = auxiliary.dep_
    verb.head = verb if auxiliary.head == auxiliary else auxiliary.head
    verb.dep_ = relation
    for child in rest:
        child.head = verb
    auxiliary.head = verb
    joined = [verb, *(c for c in verb.children if c.dep_ == "conj")]
    passive = any(g.lower_ == BEEN for c in joined for g in c.children)
    auxiliary.dep_ = "aux:pass" if passive or auxiliary.lemma_ == PASSIVE else "aux"


def _is_apart(verb: Token, auxiliary: Token) -> bool:
    """Whether it is a participle at the end of its clause, without an auxiliary, tied to what is no part of it."""
    if verb.tag_ != PARTICIPLE or verb.dep_ not in APART or verb.i + 1 >= len(verb.doc):
        return False
    if not (auxiliary.is_ancestor(verb) or (verb.head == auxiliary.head and verb.dep_ == auxiliary.dep_)):
        return False
    if verb.dep_ == "conj" and verb.head.tag_ != FINITE:
        return False
    after = verb.nbor()
    ends = after.is_punct or after.dep_ == "cc" or after.tag_ in TENSE
    helped = any(c.dep_.startswith(("aux", "cop")) and c.tag_ not in TENSE for c in verb.children)
    return ends and not helped and not any(c.tag_ in (RELATIVE, "PTKZU") for c in verb.children)


def finite_of(particle: Token) -> Token | None:
    """The finite verb of a particle hung on an infinitive: "*wies* den Vorwurf, gelogen zu haben, *zurück*".

    Only a finite verb in second place has its particle apart, and behind the infinitive it belongs to that.
    """
    verb = particle.head
    if FORM in verb.morph.get("VerbForm", []) or particle.i < verb.i:
        return None
    found = next((t for t in verb.ancestors if t.pos_ == "VERB" and FORM in t.morph.get("VerbForm", [])), None)
    if found is None or found.i > verb.i or any(c.dep_ == "compound:prt" for c in found.children):
        return None
    return found
