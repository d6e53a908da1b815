"""Our own claim gold: `kg eval claims ARTICLES --gold tests/gold/de/develop-articles.jsonl`, or a file of sentences.

Rows of the report:

- event: type and trigger (they overlap) in the same sentence; the types one by one below.
- event + agent + patient: besides, the same agents and the same patients, none missing and none more. Names are the
  same up to endings, or if one is part of the other (`kg.eval.gold.same`); times are the same or not.
- agent, patient, …: fillers of the roles of the events that match.
- class + source: claims whose content overlaps, with the same class and source; each of two nested claims counts.
- factuality: of the claims that match in class and source, those with the same value.
- asserted events: those that the article itself states as certain, here and in the gold.

"false assertions" are the direct triples ("agent kg:deploys patient") whose event the gold does not give to the
narrator as CT+ in that sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import eq
from pathlib import Path
from typing import TypeAlias

import networkx as nx

from kg.build import extractions
from kg.errors import KGError
from kg.eval import gold as terms
from kg.eval.gold import NARRATOR, Happening, Place, Stance
from kg.eval.report import Error, Report
from kg.eval.units import Sentence, articles, compared, own_sentences, place

ROLES = ("agent", "patient", "recipient", "origin", "destination", "location", "instrument", "topic", "partner", "time")
CERTAIN = ("Assertion", "CT+")
Pairs: TypeAlias = "nx.Graph[tuple[str, int]]"
"""What of ours may be what of the gold, with how well it fits."""


def run(data: Path, gold: Path | None = None, second: Path | None = None) -> Report:
    """Extract the articles of the gold, or its sentences, and score the claims.

    Args:
        data: the articles of the quotation dataset (folder or archive), or a .jsonl file of sentences.
        gold: the gold of the articles.
        second: another annotation of the same articles, to be scored instead of our claims: the agreement.

    Raises:
        InputError: a file cannot be read, or the gold and the articles do not fit.
        KGError: articles without their gold.
    """
    if data.suffix == ".jsonl":
        documents, sentences = own_sentences(data)
    elif gold is None:
        raise KGError("which gold? Name it with --gold (tests/gold/de/develop-articles.jsonl)")
    else:
        documents, sentences = articles(data, gold)
    if second is not None:
        return score(compared(data, sentences, second))
    for made, units in zip(extractions(documents, report=lambda _: None), sentences, strict=True):
        place(made, units)
    return score([unit for units in sentences for unit in units])


def score(sentences: Iterable[Sentence]) -> Report:
    """The figures of sentences that have both kinds of stances."""
    report = Report("claims of our own gold")
    for row in ("event", "event + agent + patient", "class + source", "factuality", "asserted events", *ROLES):
        report.counts(row)
    false: Counter[bool] = Counter()
    confused: Counter[str] = Counter()
    for sentence in sentences:
        _score_events(sentence, report)
        _score_claims(sentence, report, confused)
        _score_asserted(sentence, report, false)
    total = false[True] + false[False]
    share = f" ({100 * false[True] / total:.1f} %)" if total else ""
    report.notes["false assertions"] = f"{false[True]} of {total} direct triples{share}"
    report.notes["confused factualities"] = ", ".join(f"{pair} {n}" for pair, n in confused.most_common(8)) or "none"
    return report


def _overlap(a: Place, b: Place) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _at(place: Place, sentence: Sentence) -> Place:
    """Where a stance is; what it refers to may stand in an earlier sentence: then anywhere in this one."""
    return place if _overlap(place, sentence.place) else sentence.place


def stated(stances: Iterable[Stance]) -> list[Happening]:
    """The events of claims, each once; one word may name several: "nicht A, sondern B wurde festgenommen"."""
    found: list[Happening] = []
    for stance in stances:
        if stance.event is not None and stance.event not in found:
            found.append(stance.event)
    return found


def _score_events(sentence: Sentence, report: Report) -> None:
    ours, theirs = stated(sentence.found), stated(sentence.gold)
    graph: Pairs = nx.Graph()
    for i, mine in enumerate(ours):
        for j, other in enumerate(theirs):
            if mine.type == other.type and _overlap(_at(mine.trigger, sentence), other.trigger):
                graph.add_edge(("ours", i), ("gold", j), weight=1 + _whole(mine, other))
    pairs = _pairs(graph)
    for i, mine in enumerate(ours):
        report.counts("event").add(i in pairs, 1, 0, 0)
        report.counts(mine.type).add(i in pairs, 1, 0, 0)
        if i not in pairs:
            _note(report, "extra event", sentence, found=_shown(mine, sentence))
    for j, other in enumerate(theirs):
        matched = j in pairs.values()
        report.counts("event").add(0, 0, 1, matched)
        report.counts(other.type).add(0, 0, 1, matched)
        if not matched:
            _note(report, "missing event", sentence, gold=_shown(other, sentence))
    whole = sum(_whole(ours[i], theirs[j]) for i, j in pairs.items())
    report.counts("event + agent + patient").add(whole, len(ours), len(theirs))
    for i, j in pairs.items():
        _score_roles(ours[i], theirs[j], sentence, report)


def _pairs(graph: Pairs) -> dict[int, int]:
    """Which of ours goes with which of the gold."""
    return {dict(pair)["ours"]: dict(pair)["gold"] for pair in nx.max_weight_matching(graph)}


def _whole(mine: Happening, other: Happening) -> bool:
    """Whether agents and patients are the same."""
    for role in ("agent", "patient"):
        ours, theirs = mine.roles.get(role, ()), other.roles.get(role, ())
        if len(fitting(ours, theirs)) != max(len(ours), len(theirs)):
            return False
    return True


def fitting(
    ours: Sequence[frozenset[str]],
    theirs: Sequence[frozenset[str]],
    same: Callable[[frozenset[str], frozenset[str]], bool] = terms.same,
) -> dict[int, int]:
    """Which of our participants is which of the gold, each at most once."""
    graph: Pairs = nx.Graph()
    for i, mine in enumerate(ours):
        for j, other in enumerate(theirs):
            if same(mine, other):
                graph.add_edge(("ours", i), ("gold", j), weight=1)
    return _pairs(graph)


def _score_roles(mine: Happening, other: Happening, sentence: Sentence, report: Report) -> None:
    for role in ROLES:
        ours, theirs = mine.roles.get(role, ()), other.roles.get(role, ())
        right = len(fitting(ours, theirs, eq if role == "time" else terms.same))
        report.counts(role).add(right, len(ours), len(theirs))
        if right < max(len(ours), len(theirs)):
            shown = ("; ".join("|".join(sorted(names)) for names in people) for people in (theirs, ours))
            _note(report, f"wrong {role}", sentence, *(f"{mine.type}: {text}" for text in shown))


def _score_claims(sentence: Sentence, report: Report, confused: Counter[str]) -> None:
    ours, theirs = sentence.found, sentence.gold
    graph: Pairs = nx.Graph()
    for i, mine in enumerate(ours):
        for j, other in enumerate(theirs):
            if _overlap(_at(mine.place, sentence), other.place) and _agree(mine, other):
                graph.add_edge(("ours", i), ("gold", j), weight=2 + (_kind(mine) == _kind(other)))
    pairs = _pairs(graph)
    report.counts("class + source").add(len(pairs), len(ours), len(theirs))
    for i, j in pairs.items():
        right = ours[i].factuality == theirs[j].factuality
        report.counts("factuality").add(right, 1, 1)
        if not right:
            confused[f"{theirs[j].factuality} as {ours[i].factuality}"] += 1
            _note(report, "wrong factuality", sentence, _said(theirs[j], sentence), _said(ours[i], sentence))
    for i, mine in enumerate(ours):
        if i not in pairs:
            _note(report, "extra claim", sentence, found=_said(mine, sentence))
    for j, other in enumerate(theirs):
        if j not in pairs.values():
            _note(report, "missing claim", sentence, gold=_said(other, sentence))


def _agree(mine: Stance, other: Stance) -> bool:
    return mine.type == other.type and terms.same(mine.source, other.source)


def _kind(stance: Stance) -> str:
    """The type of its event; empty for words."""
    return stance.event.type if stance.event is not None else ""


def _asserted(stances: Iterable[Stance]) -> Iterator[Happening]:
    for stance in stances:
        if (stance.type, stance.factuality) == CERTAIN and stance.source == {NARRATOR} and stance.event is not None:
            yield stance.event


def _score_asserted(sentence: Sentence, report: Report, false: Counter[bool]) -> None:
    theirs = list(_asserted(sentence.gold))

    def is_stated(event: Happening | None) -> bool:
        return event is not None and any(e.type == event.type and _overlap(e.trigger, event.trigger) for e in theirs)

    ours = list(_asserted(sentence.found))
    right = sum(map(is_stated, ours))
    report.counts("asserted events").add(right, len(ours), len(theirs), min(right, len(theirs)))
    for fact in sentence.facts:
        wrong = not is_stated(fact.event)
        false[wrong] += 1
        if wrong:
            _note(report, "false assertion", sentence, found=_said(fact, sentence))


def _note(report: Report, kind: str, sentence: Sentence, gold: str = "", found: str = "") -> None:
    report.errors.append(Error(kind, sentence.where, sentence.text, gold, found))


def _shown(event: Happening, sentence: Sentence) -> str:
    roles = (
        f"{role}={'|'.join(min(names, key=len) for names in people)}" for role, people in event.roles.items() if people
    )
    return f"{event.type} ({_text(event.trigger, sentence)}) {'; '.join(roles)}"


def _said(stance: Stance, sentence: Sentence) -> str:
    who = min(stance.source, key=len, default="(unnamed)")
    what = _shown(stance.event, sentence) if stance.event else _text(stance.place, sentence)
    return f"{who} {stance.type} {stance.factuality} {what}"


def _text(place: Place, sentence: Sentence) -> str:
    begin = sentence.place[0]
    return sentence.text[max(place[0] - begin, 0) : max(place[1] - begin, 0)]
