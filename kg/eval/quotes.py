"""German news quotation attribution (Petersen-Frey and Biemann 2024, https://arxiv.org/abs/2404.16764).

Data: https://github.com/uhh-lt/german-news-quotation-attribution-2024, one JSON file an article with the tokens of each
quotation and of its speaker, cue, frame and addressee.

Score, as in the authors' `eval/eval.py` ("macro"): the quotations of one article are matched one to one to those of
the gold so that the sum of the F1 of their quote tokens is greatest; the same type adds 0.01. A pair without a common
quote token is no pair (theirs may make one). Then, for each role, every quotation that has the role counts once,
whatever its length: the share of its tokens that the partner has too is its true positive. Precision is the mean of
these shares over our quotations, recall over those of the gold; a quotation without partner has the share 0. Rows:

- quote, speaker, cue, frame, addressee: the roles.
- joint: all five together, as in the paper; quote + speaker + cue: these three together.
- the types: quote tokens of the quotations of a type (precision: of our type, recall: of the gold's). Its partner may
  be of another type.
- type: share of our quotations, and of the gold's, whose partner is of the same type.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx

from kg.eval.files import files
from kg.eval.report import Error, Report
from kg.extract import attributed
from kg.model import Attribution, Document, Span
from kg.parse import parse
from kg.read.blocks import cut

ROLES = ("quote", "speaker", "cue", "frame", "addressee")
JOINT = {"joint": ROLES, "quote + speaker + cue": ROLES[:3]}
SAME_TYPE = 0.01
DATE = re.compile(r"\((\d{4}-\d\d-\d\d)\)")
NO_DATE = "0001-01-01"
Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with the token numbers of its roles."""

    type: str
    roles: Mapping[str, Tokens]

    def __getitem__(self, role: str) -> Tokens:
        """The tokens of a role; none if the text does not say it."""
        return self.roles.get(role, frozenset())


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the gold."""

    name: str
    text: str
    tokens: tuple[tuple[int, int], ...]
    """Offsets of each token."""
    sentences: tuple[tuple[int, int], ...]
    """First token and end of each sentence."""
    gold: tuple[Quotation, ...]

    def words(self, tokens: Tokens) -> str:
        """The text of tokens."""
        return " ".join(self.text[slice(*self.tokens[i])] for i in sorted(tokens))

    def sentence(self, tokens: Tokens) -> str:
        """The sentences of tokens."""
        kept = [(b, e) for b, e in self.sentences if any(b <= i < e for i in tokens)]
        return " ".join(self.text[self.tokens[b][0] : self.tokens[e - 1][1]] for b, e in kept)


def run(data: Path) -> Report:
    """Score the attributions of the articles of a folder or archive.

    Raises InputError if there is none.
    """
    articles = [article(name, json.loads(text)) for name, text in files(data, ".json")]
    documents = (document(a) for a in articles)
    found = attributed(parse(documents, report=_ignore))
    return score(zip(articles, found, strict=True))


def _ignore(problem: object) -> None:
    """All articles are German."""


def score(pairs: Iterator[tuple[Article, Sequence[Attribution]]]) -> Report:
    """The figures of articles with the attributions that were found in them."""
    report = Report("German news quotation attribution")
    for row in (*JOINT, *ROLES):
        report.counts(row)
    for article, attributions in pairs:
        ours = list(quotations(attributions, article))
        for mine, gold in matched(ours, article.gold):
            _count(report, mine, gold)
            report.errors += _errors(article, mine, gold)
    return report


def article(name: str, record: Mapping[str, Any]) -> Article:
    """The article of a JSON file."""
    text = record["originalText"]
    tokens = []
    place = 0
    for sentence in record["sentences"]:
        for token in sentence["tokens"]:
            place = text.index(token, place)
            tokens.append((place, place + len(token)))
            place += len(token)
    gold = []
    for made in record["annotations"]:
        roles = {role: frozenset(made[role]["tokenIds"]) for role in ROLES if made.get(role)}
        gold.append(Quotation(made["type"], roles))
    sentences = tuple((s["begin"], s["end"]) for s in record["sentences"])
    return Article(record.get("documentName", name), text, tuple(tokens), sentences, tuple(gold))


def document(article: Article) -> Document:
    """The article as the extractors read it; its date is in its name, 0001-01-01 if it has none."""
    day = DATE.search(article.name)
    return Document(
        iri=article.name,
        text=article.text,
        blocks=cut(article.text, one_a_line=True),
        date=date.fromisoformat(day[1]) if day and day[1] > NO_DATE else None,
        language="de",
    )


def quotations(attributions: Sequence[Attribution], article: Article) -> Iterator[Quotation]:
    """Our attributions in the terms of the gold.

    There, a reported quotation is a whole sentence that sums up a statement of somebody named ("Kiew forderte den
    Abzug."), without cue and frame; a stance that is no statement (approval, refusal) is none, nor is a word of saying
    in a subordinate clause, nor a name with a colon. Free quotations have no cue and frame either. "Demnach" is its
    own speaker.
    """
    for made in attributions:
        points_back = made.speech == "indirect" and made.cue == made.frame  # "Demnach starben zwei Menschen."
        roles = {
            "quote": made.content,
            "speaker": made.source or (made.cue if points_back else ()),
            "cue": made.cue,
            "frame": made.frame,
            "addressee": made.addressee,
        }
        if made.type in STANCES or any(span.text == COLON for span in made.cue):
            continue
        if made.speech == "reported":
            if not _sums_up(made, attributions, article):
                continue
            roles = {"quote": made.clause, "speaker": made.source, "addressee": made.addressee}
        yield Quotation(TYPES[made.speech], {role: tokens(spans, article) for role, spans in roles.items()})


TYPES = {
    "direct": "Direct",
    "indirect": "Indirect",
    "reported": "Reported",
    "free": "IndirectFreeIndirect",
    "hearsay": "FreeIndirect",
}
COLON = ":"
STANCES = frozenset(("Approval", "Refusal"))
"""Classes of claims that tell no statement, even with a clause: "weigert sich, abzuziehen"."""
SUMMED_UP = frozenset(("Assertion", "Accusation", "Announcement", "Demand", "Expectation", "Warning"))
"""Classes of claims that a sentence without a clause of what is said may sum up."""


def _sums_up(made: Attribution, others: Sequence[Attribution], article: Article) -> bool:
    """Whether a reported quotation is a whole sentence in which nothing else is said."""
    if not made.source or made.type not in SUMMED_UP:
        return False
    begin, end = made.clause[0].begin, made.clause[-1].end
    for other in others:
        if other is not made and not other.nested:
            around = any(s.begin <= begin and end <= s.end for s in other.content)
            within = other.speech != "reported" and any(begin <= s.begin and s.end <= end for s in other.content)
            if around or within:
                return False
    places = tokens(made.clause, article)
    return any(b in places and len(places) >= e - b - 1 for b, e in article.sentences)


def tokens(spans: Sequence[Span], article: Article) -> Tokens:
    """The gold tokens that stretches of text touch."""
    return frozenset(
        i for i, (begin, end) in enumerate(article.tokens) if any(s.begin < end and begin < s.end for s in spans)
    )


def matched(
    ours: Sequence[Quotation], gold: Sequence[Quotation]
) -> Iterator[tuple[Quotation | None, Quotation | None]]:
    """Pairs of quotations with the greatest sum of F1 of the quote tokens; then those without a partner."""
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    for i, mine in enumerate(ours):
        for j, theirs in enumerate(gold):
            overlap = _f1(mine["quote"], theirs["quote"])
            if overlap:
                graph.add_edge(("ours", i), ("gold", j), weight=overlap + SAME_TYPE * (mine.type == theirs.type))
    pairs = {dict((a, b))["ours"]: dict((a, b))["gold"] for a, b in nx.max_weight_matching(graph)}
    for i, mine in enumerate(ours):
        yield mine, gold[pairs[i]] if i in pairs else None
    yield from ((None, theirs) for j, theirs in enumerate(gold) if j not in pairs.values())


def _f1(mine: Tokens, theirs: Tokens) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine & theirs else 0.0


EMPTY = Quotation("", {})


def _count(report: Report, mine: Quotation | None, gold: Quotation | None) -> None:
    for role in ROLES:
        a, b = (mine or EMPTY)[role], (gold or EMPTY)[role]
        right = (len(a & b) / len(a) if a else 0.0, float(bool(a)), float(bool(b)), len(a & b) / len(b) if b else 0.0)
        for row in (role, *(name for name, parts in JOINT.items() if role in parts)):
            report.counts(row).add(*right)
        if role == "quote" and mine:
            report.counts(mine.type).add(right[0], 1, 0, 0)
        if role == "quote" and gold:
            report.counts(gold.type).add(0, 0, 1, right[3])
    same = bool(mine and gold and mine.type == gold.type)
    report.counts("type").add(float(same), float(mine is not None), float(gold is not None))


def _errors(article: Article, mine: Quotation | None, gold: Quotation | None) -> Iterator[Error]:
    """Quotations without a partner; of the others, roles of which not half of the tokens agree."""
    some = mine or gold or EMPTY
    where = f"{article.name}:{min(some['quote'], default=0)}"
    if mine is None or gold is None:
        kind = "extra" if gold is None else "missing"
        shown = " | ".join(f"{role}: {article.words(some[role])}" for role in ROLES if some[role] and role != "frame")
        texts = {"found": shown} if gold is None else {"gold": shown}
        yield Error(f"{kind} {some.type}", where, article.sentence(some["quote"]), **texts)
        return
    sentence = article.sentence(gold["quote"] | gold["cue"])
    if mine.type != gold.type:
        yield Error(f"type {gold.type} as {mine.type}", where, sentence, article.words(gold["quote"]))
    for role in ROLES:
        if (mine[role] or gold[role]) and _f1(mine[role], gold[role]) < 0.5:
            yield Error(f"wrong {role}", where, sentence, article.words(gold[role]), article.words(mine[role]))
