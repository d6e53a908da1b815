"""Speaker attribution in parliamentary debates: subtasks 1a and 1b of SpkAtt (GermEval 2023, Rehbein et al. 2023).

Data: umanlp/SpkAtt-2023, task 1: one JSON file a speech, with its tokens in sentences and, for each word of saying or
thinking, the tokens of the cue and of its roles (Source, Message, Topic, Addr, Medium, Evidence, PTC).

Of the training part, every tenth speech by name from the first on is held out (18 of 177) and is what is scored unless
another part is asked for; only the others may be looked at.

How it is scored. The organisers rank by a "proportional F1"; their script is not public, so that figures compare with
theirs only roughly. Here a system's cue is aligned with the gold cue that it shares most tokens with, one to one; of
two aligned spans (cues, or phrases of one role) the share of the system's tokens that are gold counts for precision,
the share of the gold tokens that were found for recall (the intersection of Johansson and Moschitti 2013). A span
without a partner counts nothing, and the roles of a cue without a partner have none. "roles" sums over the roles, of
which PTC (the separated part or the reflexive pronoun of a verb) is one, "cues + roles" over all spans. "tokens" counts
tokens with the right label instead of spans, as the script does that the authors published with the later GePaDe
corpus; "annotations" counts a cue with all its roles as one, by its share of tokens with the right label, much as the
Match-F1 of the best system (Ehrmanntraut 2023).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg import lang
from kg.errors import InputError, Problem
from kg.eval.files import files
from kg.eval.report import Counts, Error, Report
from kg.extract.attribution import sayings
from kg.extract.tree import Doc, tree
from kg.lang import lexicon as lexicons

LANGUAGE = "de"
CUE, PARTICLE = "Cue", "PTC"
ROLES = ("Source", "Message", "Topic", "Addr", "Medium", "Evidence", PARTICLE)
ROWS = ("cues", "roles", "cues + roles", *ROLES, "tokens", "annotations")
TENTH = 10
"""Every so many speeches one is held out."""
HELD_OUT, TRAIN = "held-out", "train"
PARTS = (HELD_OUT, TRAIN)
"""The speeches that are scored, and those that may be looked at."""
BATCH = 8

Spans = Mapping[str, frozenset[int]]
"""Label (Cue or a role) to numbers of tokens in the speech."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech with its gold annotation."""

    name: str
    words: list[str]
    starts: list[bool | int | None]
    """Whether a sentence begins at the word."""
    gold: Sequence[Spans]


def run(data: Path, part: str = HELD_OUT) -> Report:
    """Score the words of saying and thinking of a part of the speeches.

    Args:
        data: the folder or archive of task 1.
        part: one of PARTS.

    Raises:
        InputError: the data cannot be read or are not SpkAtt, or there is no such part.
    """
    if part not in PARTS:
        raise InputError(Problem(str(data), 0, f"no part {part!r} of the speeches; there are: {', '.join(PARTS)}"))
    report = Report(f"SpkAtt 2023, task 1: {part}")
    report.rows.update({row: Counts() for row in ROWS})
    speeches = list(chosen(read(data), part))
    for speech, doc in parsed(speeches):
        found = [spans(u) for u in sayings.find(doc, lexicons.load(LANGUAGE))]
        score(speech.gold, found, report)
        report.errors += errors(speech, found, doc)
    report.notes["speeches"] = str(len(speeches))
    return report


def read(data: Path) -> Iterator[Speech]:
    """The speeches, by name. Raises InputError if they cannot be read or are not SpkAtt."""
    for name, text in files(data, ".json"):
        try:
            yield speech_of(Path(name).stem, json.loads(text))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise InputError(Problem(f"{data}: {name}", 0, f"no speech of SpkAtt: {error!r}")) from error


def speech_of(name: str, content: dict[str, Any]) -> Speech:
    """A speech from its JSON; annotated tokens are written "sentence:token".

    >>> speech_of("a", {"Sentences": [{"Tokens": ["Er", "lügt"]}], "Annotations": [{"Cue": ["0:1"]}]}).gold
    [{'Cue': frozenset({1})}]
    """
    sentences = [sentence["Tokens"] for sentence in content["Sentences"]]
    offsets = [sum(map(len, sentences[:i])) for i in range(len(sentences))]
    gold = []
    for annotation in content["Annotations"]:
        places = {label: [p.split(":") for p in annotation.get(label, ())] for label in (CUE, *ROLES)}
        gold.append({label: frozenset(offsets[int(s)] + int(t) for s, t in ps) for label, ps in places.items() if ps})
    return Speech(
        name,
        [word for sentence in sentences for word in sentence],
        [place == 0 for sentence in sentences for place, _ in enumerate(sentence)],
        gold,
    )


def chosen(speeches: Iterable[Speech], part: str) -> Iterator[Speech]:
    """The speeches of a part: every tenth, or all others."""
    for number, speech in enumerate(speeches):
        if (number % TENTH == 0) == (part == HELD_OUT):
            yield speech


def parsed(speeches: Sequence[Speech]) -> Iterator[tuple[Speech, Doc]]:
    """The speeches with the syntax of their given tokens and sentences."""
    from spacy.tokens import Doc as SpacyDoc  # noqa: PLC0415  it takes a second

    nlp = lang.load(LANGUAGE)
    docs: Iterator[tuple[SpacyDoc, Speech]] = (
        (SpacyDoc(nlp.vocab, words=speech.words, sent_starts=speech.starts), speech) for speech in speeches
    )
    for doc, speech in nlp.pipe(docs, as_tuples=True, batch_size=BATCH):
        yield speech, tree(doc)


def spans(utterance: sayings.Utterance) -> Spans:
    """The cue and the roles of a word of saying as SpkAtt writes them."""
    found = {CUE: utterance.cue, PARTICLE: utterance.particles, **utterance.roles}
    return {label: places for label, places in found.items() if places}


def aligned(gold: Sequence[Spans], found: Sequence[Spans]) -> Iterator[tuple[Spans | None, Spans | None]]:
    """Pairs of gold and found annotations whose cues share most tokens, then those without a partner."""
    shared = [(len(g[CUE] & f[CUE]), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if g[CUE] & f[CUE]]
    left, right = set(range(len(gold))), set(range(len(found)))
    for _, i, j in sorted(shared, key=lambda s: (-s[0], s[1], s[2])):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield gold[i], found[j]
    yield from ((gold[i], None) for i in sorted(left))
    yield from ((None, found[j]) for j in sorted(right))


def score(gold: Sequence[Spans], found: Sequence[Spans], report: Report) -> None:
    """Add the counts of one speech."""
    for right, ours in aligned(gold, found):
        g, f = right or {}, ours or {}
        common = {label: g[label] & f[label] for label in g.keys() & f.keys()}
        for label in g.keys() | f.keys():
            sizes = [len(spans.get(label, ())) for spans in (common, f, g)]
            for row in ("cues", "cues + roles") if label == CUE else ("roles", label, "cues + roles"):
                _share(report, row, *sizes)
            report.counts("tokens").add(*sizes)
        _share(report, "annotations", *(sum(map(len, spans.values())) for spans in (common, f, g)))


def _share(report: Report, row: str, right: int, found: int, gold: int) -> None:
    """Count a span, or an annotation, as the share of its tokens that is right; the same for the gold one."""
    precise, complete = right / found if found else 0.0, right / gold if gold else 0.0
    report.counts(row).add(precise, bool(found), bool(gold), complete)


def errors(speech: Speech, found: Sequence[Spans], doc: Doc) -> Iterator[Error]:
    """The spans of a speech that are missing, extra or not wholly right."""
    for right, ours in aligned(speech.gold, found):
        g, f = right or {}, ours or {}
        cue = doc[min((g or f)[CUE])]
        for label in (CUE, *ROLES):
            pair = g.get(label, frozenset()), f.get(label, frozenset())
            if pair[0] != pair[1]:
                kind = "wrong" if all(pair) else "missing" if pair[0] else "extra"
                texts = [" ".join(doc[i].text for i in sorted(places)) for places in pair]
                yield Error(f"{kind} {label}", f"{speech.name}:{cue.i} [{cue.text}]", cue.sent.text, *texts)
