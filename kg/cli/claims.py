"""`kg claims`: the claims of articles as a table that a person reads, or as records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.inputs import Lang, Paths, Pipeline, Problems, Published, Strict, guarded, pipeline, published
from kg.errors import KGError

if TYPE_CHECKING:
    from kg.model import Claim, Event, Participant, Speaker

FORMATS = ("table", "jsonl")


def claims(
    paths: Paths,
    *,
    date: Published = "",
    lang: Lang = "",
    pipeline_: Pipeline = "",
    format_: Annotated[str, typer.Option("--format", help="table or jsonl.")] = "table",
    strict: Strict = False,
) -> None:
    """Print the claims of articles in text order: sentence, source, stance, factuality, content.

    Exit status: 0 if all went well, 1 if something was skipped, 2 for wrong usage.
    """

    def work(problems: Problems) -> None:
        from kg.build import extractions  # noqa: PLC0415  spaCy takes a second
        from kg.read import read  # noqa: PLC0415
        from kg.records import records  # noqa: PLC0415

        if format_ not in FORMATS:
            raise KGError(f"unknown format {format_!r}; there are: {', '.join(FORMATS)}")
        between = ""
        documents = read(paths, date=published(date), language=lang, report=problems)
        for extraction in extractions(documents, report=problems, pipeline=pipeline(pipeline_)):
            if format_ == "jsonl":
                for record in records(extraction):
                    typer.echo(json.dumps(record, ensure_ascii=False))
                continue
            sentence = -1
            for claim in extraction.claims:
                if claim.sentence.begin != sentence:
                    sentence = claim.sentence.begin
                    typer.echo(f"{between}{' '.join(claim.sentence.text.split())}")
                    between = "\n"
                typer.echo("  " + line(claim))

    guarded(work, strict)


def line(claim: Claim) -> str:
    """A claim in one line.

    >>> from kg.model import Claim, Factuality, Span, Speaker, Statement
    >>> words = Statement((Span(0, 5, "Nein."),))
    >>> line(Claim("Denial", Speaker.UNNAMED, words, Factuality.CT_MINUS, Span(0, 5, "Nein."), ""))
    '(unnamed)  Denial  CT-  “Nein.”'
    """
    from kg.model import Claim, Statement  # noqa: PLC0415

    via = "".join(f" via {_who(p)}" for p in claim.via)
    to = "".join(f" to {_who(p)}" for p in claim.addressee)
    content = claim.content
    if isinstance(content, Claim):
        what = f"[{line(content)}]"
    elif isinstance(content, Statement):
        what = f"“{' '.join(content.text.split())}”"
    else:
        what = _event(content)
    return f"{_who(claim.source)}{via}  {claim.type}{to}  {claim.factuality}  {what}"


def _who(source: Participant | Speaker) -> str:
    from kg.model import Participant, Speaker  # noqa: PLC0415

    if isinstance(source, Participant):
        return source.entity.label if source.entity else source.mention.span.text
    return "(the article)" if source is Speaker.NARRATOR else "(unnamed)"


def _event(event: Event) -> str:
    roles = []
    for role, people in event.roles:
        shown = []
        for person in people:
            size = person.mention.quantity
            shown.append(_who(person) + (f" [{size.size}]" if size else ""))
        roles.append(f"{role}={', '.join(shown)}")
    time = [f"time={'/'.join(dict.fromkeys((event.time.begin, event.time.end)))}"] if event.time else []
    return f"{event.type} {'; '.join([*roles, *time])}"
