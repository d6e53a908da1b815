"""Parsed sentences made by hand, so that a rule is tested without the pipeline's mistakes.

A token is `form/lemma/POS/head/relation/features/name/tag`, what is at its end may be missing; `=` is a lemma like the
form, heads count from 1, the root's is 0; features are their values with points between ("Fin.Ind.3.Pres"), a name is
LOC, or +LOC for its later words; ⏎ is a line break.

>>> [(t.text, t.lemma_, t.dep_, t.head.text, t.ent_type_) for t in doc("Oslo/=/PROPN/2/nsubj//LOC schweigt/schweigen")]
[('Oslo', 'Oslo', 'nsubj', 'schweigt', 'LOC'), ('schweigt', 'schweigen', 'ROOT', 'schweigt', '')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc as SpacyDoc

from kg.extract.frames import events
from kg.extract.tree import Doc, tree
from kg.lang import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.tree import Token

DE = lexicon.load("de")
VOCAB = spacy.blank("de").vocab
FIELDS = ("=", "VERB", "0", "ROOT", "", "", "")
"""What a token has that says no more than its form."""
VALUES = {
    "Case": "Nom Gen Dat Acc",
    "Number": "Sing Plur",
    "Gender": "Masc Fem Neut",
    "VerbForm": "Fin Inf Part",
    "Mood": "Ind Sub Imp",
    "Tense": "Pres Past",
    "Person": "1 2 3",
    "Definite": "Def",
    "PronType": "Art Rel Dem Prs Neg",
    "Reflex": "Yes",
}
FEATURES = {value: f"{name}={value}" for name, values in VALUES.items() for value in values.split()} | {
    "Indef": "Definite=Ind"
}


def doc(*sentences: str) -> Doc:
    """The sentences as one document, as the extractors read it."""
    return tree(parsed(*sentences))


def parsed(*sentences: str) -> SpacyDoc:
    """The sentences as one document, as a pipeline makes it."""
    rows: list[list[str]] = []
    heads: list[int] = []
    for sentence in sentences:
        begin = len(rows)
        for place, written in enumerate(sentence.split()):
            form, *given = written.split("/")
            row = [form.replace("⏎", "\n"), *given, *FIELDS[len(given) :]]
            heads.append(begin + int(row[3]) - 1 if row[3] != "0" else begin + place)
            rows.append(row)
    words, lemmas, pos, _, deps, features, names, tags = (list(column) for column in zip(*rows, strict=True))
    return SpacyDoc(
        VOCAB,
        words=words,
        lemmas=[word if lemma == "=" else lemma for word, lemma in zip(words, lemmas, strict=True)],
        pos=pos,
        heads=heads,
        deps=deps,
        morphs=["|".join(FEATURES[value] for value in cell.split(".") if value) for cell in features],
        ents=[("I-" if name.startswith("+") else "B-") + name.lstrip("+") if name else "O" for name in names],
        tags=[tag or "-" for tag in tags],
    )


def token(doc: Doc, form: str) -> Token:
    """The first token with the form."""
    return next(t for t in doc if t.text == form)


def forms(tokens: Iterable[Token | None]) -> str:
    """The forms in one string; - is no token."""
    return " ".join("-" if t is None else t.text for t in tokens)


def roles(fillers: dict[str, list[Token]]) -> str:
    """Roles with the heads of their phrases in one string: "agent=Kiew; patient=Soldaten Panzer"."""
    return "; ".join(f"{role}={forms(tokens)}" for role, tokens in fillers.items())


def found_events(text: str) -> list[str]:
    """Each event of a sentence as "Type trigger: roles"."""
    return [f"{f.type} {f.trigger.text}: {roles(f.roles)}" for s in doc(text).sents for f in events.find(s, DE)]
