"""Plain text and Markdown, with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO
from warnings import catch_warnings

from srsly.ruamel_yaml import YAML
from srsly.ruamel_yaml.error import YAMLError

from kg.errors import InputError, Problem
from kg.model import Document
from kg.read.article import Place, Report, article
from kg.read.encoding import decode
from kg.read.fields import fields

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_LONGEST = 10_000
"""Characters of front matter; more between two rules is an article, for which a YAML parser takes minutes."""
_NAME = re.compile(r"[\w-]+")
_BEGIN = re.compile(r"---[ \t]*\r?\n")
_FIELD = re.compile(rf"\s*{_NAME.pattern}:(?:\s|\Z)")


def documents(file: BinaryIO, path: str, report: Report) -> Iterator[Document]:
    """The one document of a file; front matter stays in its text, before the first block."""
    try:
        text = decode(file.read(), path)
    except InputError as error:
        report(error.problem)
        return
    known, begin = _front_matter(text, path, report)
    document = article(text, known, Place(path, 0, path), report, begin=begin)
    if document:
        yield document


def _front_matter(text: str, path: str, report: Report) -> tuple[dict[str, object], int]:
    """The fields of the YAML between `---` lines at the very start, and where the text goes on.

    What is no mapping of words is text between two rules. YAML's own types are not used: it moves
    `2024-10-21T00:30:00+02:00` to the day before.
    """
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, _unclosed(text, path, report)
    if len(match["yaml"]) > _LONGEST:
        return {}, 0
    yaml = YAML(typ="base", pure=True)
    yaml.allow_duplicate_keys = True
    try:
        with catch_warnings(action="ignore"):  # of an anchor that is used twice
            record = yaml.load(match["yaml"])
    except (YAMLError, RecursionError) as error:
        if not _FIELD.match(match["yaml"]):
            return {}, 0
        report(_problem(error, path))
        return {}, match.end()
    if isinstance(record, list) and all(isinstance(item, Mapping) for item in record):
        report(Problem(path, 2, "front matter: a list; write each field as name: value"))
        return {}, match.end()
    # "Was Kiew sagt: nichts." is a mapping to YAML.
    if not isinstance(record, Mapping) or not all(_NAME.fullmatch(str(name)) for name in record):
        return {}, 0
    return fields(record), match.end()


def _unclosed(text: str, path: str, report: Report) -> int:
    """Where the text goes on after fields that no second `---` ends: each line that is one is passed over.

    "---" above an article is a rule, also where its first words are "Kiew: nichts."; a name that we know is a field.
    """
    start = _BEGIN.match(text)
    end = start.end() if start else 0
    known: dict[str, object] = {}
    for line in text[end:].splitlines(keepends=True) if start else ():
        name, colon, value = line.partition(":")
        if not colon or not _NAME.fullmatch(name):
            break
        known |= fields({name: value.strip()})
        end += len(line)
    if not known:
        return 0
    report(Problem(path, 1, "front matter: no line --- ends it; its fields are not read"))
    return end


def _problem(error: Exception, path: str) -> Problem:
    """What is wrong, and where: the YAML begins on the second line."""
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "no YAML"
    return Problem(path, mark.line + 2 if mark else 1, f'front matter: {reason}; a value with ": " in it needs quotes')
