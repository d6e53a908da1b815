"""Events, claims and roles on the rows of `tests/lang/de`: `python -m benchmarks.rows de`.

Precision, recall and F1 of events (their type), of claims (class and source) and of roles (of the events that match);
how often the factuality of a matching claim is right; and what of the unasserted rows is asserted all the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import typer

from kg.build import extractions, stop
from kg.eval.report import Counts
from kg.lang.lexicon import NONE, rows
from kg.model import Claim, Document, Event, Extraction, Factuality, Participant, Speaker

PUBLISHED = date(2024, 10, 21)
FOLDER = Path(__file__).parent.parent / "tests" / "lang"
TABLES = ("events.tsv", "claims.tsv")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as a row has it."""

    type: str
    source: str
    factuality: str
    event: str = ""
    roles: tuple[tuple[str, str], ...] = ()


def read_rows(path: Path) -> dict[str, tuple[str, list[Said], str]]:
    """Sentence, claims and status of each id; a row of class "-" has no claim."""
    found: dict[str, tuple[str, list[Said], str]] = {}
    for row in rows(path):
        text, claims, status = found.setdefault(row["id"], (row["text"], [], row["status"]))
        del text, status
        if row["class"] != NONE:
            event = "" if row["event"] == NONE else row["event"]
            claims.append(Said(row["class"], row["source"], row["factuality"], event, tuple(_roles(row["roles"]))))
    return found


def _roles(cell: str) -> Iterator[Key]:
    for part in cell.split(";"):
        role, equals, values = part.strip().partition("=")
        for value in values.split("|") if equals else []:
            yield role.strip(), value.strip()


def analysed(texts: Iterable[str], language: str) -> list[Extraction]:
    """The extractions of single sentences."""
    documents = (
        Document(f"https://example.org/{i}", text, ((0, len(text)),), date=PUBLISHED, language=language)
        for i, text in enumerate(texts)
    )
    return list(extractions(documents, report=stop))


def predicted(extraction: Extraction) -> list[tuple[Said, Claim]]:
    """The claims as rows have them; words of a source beside an event of the same source count once."""
    found = [(_said(claim), claim) for claim in extraction.claims]
    events = {(s.type, s.source) for s, _ in found if s.event}
    kept: dict[Said, Claim] = {}
    for said, claim in found:
        if said.event or (said.type, said.source) not in events:
            kept.setdefault(said, claim)
    return list(kept.items())


def _said(claim: Claim) -> Said:
    event = claim.content if isinstance(claim.content, Event) else None
    return Said(claim.type, _source(claim.source), str(claim.factuality), event.type if event else "", ())


def _source(source: Participant | Speaker) -> str:
    if isinstance(source, Participant):
        return source.entity.label if source.entity else source.mention.span.text
    return source.name


def same_source(gold: str, claim: Claim) -> bool:
    """Whether a claim's source is the one of the row."""
    if not isinstance(claim.source, Participant):
        return gold == claim.source.name
    return same_phrase(gold, claim.source)


def same_phrase(gold: str, found: Participant) -> bool:
    """Whether a participant is what the row says: its label, or a phrase with the same words at its core."""
    mention = found.mention
    names = {mention.span.text.lower(), mention.name.lower(), found.entity.label.lower() if found.entity else ""}
    wanted = gold.lower()
    return wanted in names or any(n and (f" {n} " in f" {wanted} " or f" {wanted} " in f" {n} ") for n in names)


@dataclass(slots=True)
class Score:
    """What the rows say of the program."""

    events: Counts = field(default_factory=Counts)
    claims: Counts = field(default_factory=Counts)
    roles: Counts = field(default_factory=Counts)
    factuality: Counts = field(default_factory=Counts)
    errors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, gold: list[Said], extraction: Extraction) -> None:
        """Compare one sentence."""
        found = predicted(extraction)
        self._events(name, gold, found)
        left = list(found)
        for wanted in gold:
            match = _match(wanted, left)
            if match is None:
                self.errors[name].append(f"missing {wanted.type} {wanted.source} {wanted.event} {wanted.factuality}")
                continue
            left.remove(match)
            self.factuality.add(wanted.factuality == match[0].factuality, 1, 1)
            if wanted.factuality != match[0].factuality:
                self.errors[name].append(
                    f"{wanted.event or wanted.type}: {match[0].factuality} for {wanted.factuality}"
                )
            if wanted.event and isinstance(match[1].content, Event) and match[1].content.type == wanted.event:
                self._roles(name, wanted, match[1].content)
        self.claims.add(len(found) - len(left), len(found), len(gold))
        self.errors[name] += [f"wrong {s.type} {s.source} {s.event} {s.factuality}" for s, _ in left]

    def _events(self, name: str, gold: list[Said], found: list[tuple[Said, Claim]]) -> None:
        wanted = Counter(s.event for s in gold if s.event)
        unique = {(e.type, e.trigger) for _, c in found if isinstance(e := c.content, Event)}
        said = Counter(kind for kind, _ in unique)
        for kind in wanted:  # one event may have several sources
            wanted[kind] = min(wanted[kind], max(1, said[kind])) if _several(gold, kind) else wanted[kind]
        self.events.add((wanted & said).total(), said.total(), wanted.total())

    def _roles(self, name: str, wanted: Said, event: Event) -> None:
        said = [(role, person) for role, people in event.roles for person in people]
        sizes = {p.mention.quantity.size for _, p in said if p.mention.quantity}
        time = "/".join(dict.fromkeys((event.time.begin, event.time.end))) if event.time else ""
        self.roles.add(0, len(said) + bool(time), 0)
        for role, value in wanted.roles:
            hit = next((s for s in said if s[0] == role and same_phrase(value, s[1])), None)
            if role == "count":
                right = int(value) in sizes
            else:
                right = value == time if role == "time" else hit is not None
                self.roles.add(right, 0, 1)
            if hit is not None:
                said.remove(hit)
            if not right:
                self.errors[name].append(f"{wanted.event} lacks {role}={value}")
        self.errors[name] += [f"{wanted.event} has {role}={p.mention.span.text}" for role, p in said]


def _several(gold: list[Said], kind: str) -> bool:
    of_kind = [s for s in gold if s.event == kind]
    return len({s.roles for s in of_kind}) == 1 and len(of_kind) > 1


def _match(wanted: Said, found: list[tuple[Said, Claim]]) -> tuple[Said, Claim] | None:
    able = [f for f in found if f[0].type == wanted.type and same_source(wanted.source, f[1])]
    same = [f for f in able if f[0].event == wanted.event]
    best = [f for f in same if f[0].factuality == wanted.factuality]
    return next(iter(best or same or able), None)


def asserted(extraction: Extraction, event: str) -> list[Claim]:
    """What the narrator asserts of an event that the sentence only reports."""
    return [
        claim
        for claim in extraction.claims
        if claim.source is Speaker.NARRATOR
        and claim.factuality is Factuality.CT_PLUS
        and isinstance(claim.content, Event)
        and event in ("*", claim.content.type)
    ]


def scored(language: str) -> tuple[Score, dict[str, str]]:
    """The score of a language's rows, and the text of each."""
    score, texts = Score(), {}
    for table in TABLES:
        gold = read_rows(FOLDER / language / table)
        found = analysed((text for text, _, _ in gold.values()), language)
        for (name, (text, claims, _)), extraction in zip(gold.items(), found, strict=True):
            score.add(name, claims, extraction)
            texts[name] = text
    return score, texts


def record(path: Path, errors: dict[str, list[str]]) -> None:
    """Write what comes out wrong into the status of each row: a known gap, until it closes."""
    lines = path.read_text(encoding="utf8").splitlines()
    for i, line in enumerate(lines):
        cells = line.split("\t")
        if not line.startswith("#") and cells[0] != "id":
            wrong = errors.get(cells[0], [])
            cells[-1] = "xfail: " + "; ".join(wrong) if wrong else "ok"
            lines[i] = "\t".join(cells)
    path.write_text("\n".join(lines) + "\n", encoding="utf8")


def main(language: str, errors: bool = False, write: bool = False) -> None:
    """Print the figures of a LANGUAGE; --errors: what is wrong in each row; --write: into the rows' status."""
    folder = FOLDER / language
    score, texts = scored(language)
    for name, wrong in score.errors.items():
        if errors and wrong:
            typer.echo("\n    ".join([f"{name} {texts[name]}", *wrong]))
    for table in TABLES if write else ():
        record(folder / table, score.errors)
    held = rows(folder / "unasserted.tsv")
    asserting = [
        (row, found)
        for row, extraction in zip(held, analysed((r["text"] for r in held), language), strict=True)
        if (found := asserted(extraction, row["event"]))
    ]
    for row, found in asserting:
        typer.echo(
            f"ASSERTED {row['id']} {row['text']}: "
            + ", ".join(c.content.type for c in found if isinstance(c.content, Event))
        )
    for name in ("events", "claims", "roles"):
        counts: Counts = getattr(score, name)
        typer.echo(f"{name:<10} P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}")
    typer.echo(f"factuality {score.factuality.precision:.3f} of the claims that match")
    typer.echo(f"unasserted {len(asserting)} of {len(held)} asserted")


if __name__ == "__main__":
    typer.run(main)
