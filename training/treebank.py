"""Universal Dependencies treebanks as harmonised sentences.

The treebanks disagree in details that a parser would otherwise have to guess: see `harmonise` and `labels.tsv`.
Format: https://universaldependencies.org/format.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import conllu

from training import tables

UNKNOWN = "_"
"""A label or feature that the treebank leaves open: neither trained on nor scored."""

FEATURES = (
    "Case", "Definite", "Degree", "Gender", "Mood", "Number", "Person", "Polarity", "Poss", "PronType", "Reflex",
    "Tense", "VerbForm", "Voice",
)  # fmt: skip
"""The morphological features that are trained (UD names)."""


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word. `head` counts from 1, 0 is the root; `deprel` may be `UNKNOWN`."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: tuple[tuple[str, str], ...]
    head: int
    deprel: str
    space: bool = True

    def feat(self, name: str) -> str:
        """The value of a feature, empty where it has none, `UNKNOWN` where the treebank leaves it open."""
        return dict(self.feats).get(name, "")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `source` is the name of its file in `sources.tsv`, `language` an ISO 639-1 code."""

    source: str
    language: str
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The surface text with its white space."""
        return "".join(t.form + " " * t.space for t in self.tokens).rstrip()


def read(path: Path, source: str, language: str, *, repair: bool = True) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file, contractions merged and labels harmonised; to measure on, without `repair`.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open(encoding="utf8") as file:
        for tokens in conllu.parse_incr(file):
            yield Sentence(source, language, harmonise(merge_contractions(tokens), source, language, repair))


def merge_contractions(tokens: Iterable[conllu.Token]) -> tuple[Token, ...]:
    """One token for a contraction whose parts do not spell it: "zum" is "zu" + "dem", but "don't" is "do" "n't".

    spaCy's tokens are pieces of the text. The merged token takes the head of the part that is attached outside.
    """
    rows = [t for t in tokens if not isinstance(t["id"], tuple) or t["id"][1] == "-"]
    words = {t["id"]: t for t in rows if isinstance(t["id"], int)}
    groups: list[tuple[str, list[conllu.Token], bool]] = []
    done = 0
    for row in rows:
        if isinstance(row["id"], tuple):
            first, _, last = row["id"]
            parts = [words[i] for i in range(first, last + 1)]
            if "".join(p["form"] for p in parts) == row["form"]:
                groups += [(p["form"], [p], False) for p in parts[:-1]]
                groups.append((parts[-1]["form"], parts[-1:], _space(row)))
            else:
                groups.append((row["form"], parts, _space(row)))
            done = last
        elif row["id"] > done:
            groups.append((row["form"], [row], _space(row)))
    place = {p["id"]: i for i, (_, parts, _) in enumerate(groups, 1) for p in parts}
    return tuple(_merge(form, parts, space, place) for form, parts, space in groups)


def _space(row: conllu.Token) -> bool:
    return (row["misc"] or {}).get("SpaceAfter") != "No"


def _merge(form: str, parts: list[conllu.Token], space: bool, place: dict[int, int]) -> Token:
    own = {p["id"] for p in parts}
    outer = next((p for p in parts if p["head"] not in own), parts[0])
    feats: dict[str, str] = {}
    for part in reversed(parts):
        feats |= part["feats"] or {}
    return Token(
        form=form,
        lemma=parts[0]["lemma"],
        upos=parts[0]["upos"],
        xpos="APPRART" if len(parts) > 1 else parts[0]["xpos"] or UNKNOWN,
        feats=tuple(sorted((k, v) for k, v in feats.items() if k in FEATURES)),
        head=place.get(outer["head"], 0),
        deprel=outer["deprel"],
        space=space,
    )


def harmonise(tokens: tuple[Token, ...], source: str, language: str, repair: bool) -> tuple[Token, ...]:
    """One set of labels for all treebanks of a language.

    * `labels.tsv` maps labels and tags that only one treebank has ("flat:name", "PAV").
    * A clause with a relative pronoun is `acl:relcl`: GSD and HDT write `acl`.
    * HDT calls every argument `obj`: with a preposition it is `obl`, in the dative `obl:arg`.
    * What `repairs.tsv` names by its tag and its head's tag: GSD's `dep` between article and noun is `det`.
    """
    deprels = tables.mapping("labels.tsv", language, "deprel")
    tags = tables.mapping("labels.tsv", language, "xpos")
    out = [replace(t, deprel=deprels.get(t.deprel, t.deprel), xpos=tags.get(t.xpos, t.xpos)) for t in tokens]
    if language == "de" and repair:
        out = [replace(t, deprel=_repair(t, out), feats=_feats(t, source)) for t in out]
    return tuple(out)


def _repair(token: Token, tokens: list[Token]) -> str:
    place = next(i for i, t in enumerate(tokens, 1) if t is token)
    dependents = [t for t in tokens if t.head == place]
    if token.deprel == "acl" and _is_relative(dependents, tokens):
        return "acl:relcl"
    if token.deprel == "obj" and any(t.deprel == "case" for t in dependents):
        return "obl"
    if token.deprel == "obj" and token.feat("Case") == "Dat":
        return "obl:arg"
    if token.deprel == "det" and token.xpos == "PPOSAT":
        return "det:poss"
    head = tokens[token.head - 1].xpos if token.head else ""
    return tables.repairs().get((token.deprel, token.xpos, head), token.deprel)


def _is_relative(dependents: list[Token], tokens: list[Token]) -> bool:
    places = {i for i, t in enumerate(tokens, 1) if any(t is d for d in dependents)}
    below = dependents + [t for t in tokens if t.head in places]
    return any(t.feat("PronType") == "Rel" or t.xpos in ("PRELS", "PRELAT") for t in below)


def _feats(token: Token, source: str) -> tuple[tuple[str, str], ...]:
    if source == "hdt":  # gives adjectives no case and calls every finite verb indicative, "sei" and "hätte" too
        feats = dict(token.feats) | {"Mood": UNKNOWN}
        return tuple((feats if token.feat("Case") or token.upos != "ADJ" else feats | {"Case": UNKNOWN}).items())
    return token.feats
