"""Lines of news pages that are not the article: `boilerplate.tsv` of every language, whose is not known yet.

A line is compared without case, Markdown, and signs around it: "- Anzeige -", "[Anzeige](/werben)" and "ANZEIGE :" are
all the row "anzeige". A line of several rows is one too: "Teilen | Drucken", "dpa/AFP". "Anzeige." is not: it may be
the last line of a paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kg.read.fields import table

_LONGEST = 300
_WORDS_OF_CREDIT = 8
_EDGES = " \u200b\u200c\u200d\u2060\ufeff\u00ad-–—―*+|•·▪▸►»«›‹<>[](){}#=_~…:→"
_LINK = re.compile(r"!?\[([^\][]*)\]\([^()]*\)")
_BETWEEN = r"[\s/|,;•·&+–-]+"


class Patterns(NamedTuple):
    """All rows of one kind of match in one pattern."""

    exact: re.Pattern[str]
    prefix: re.Pattern[str]
    suffix: re.Pattern[str]


def boilerplate(line: str) -> bool:
    """Whether a line is none of the article.

    >>> [boilerplate(line) for line in ("Related News :", "Foto: dpa", "(dpa/lno)", "Anzeige gegen Kim erstattet")]
    [True, True, True, False]
    """
    if len(line) > _LONGEST:
        return False
    start = _strip("prefix", plain(line))
    core = _strip("exact", start)
    rows = _patterns()
    prefix = rows.prefix.match(start)
    # Not a sentence that lost its own line: "Foto: dpa Die Armee hat am Montag in Kiew die Brücke gesperrt."
    sentence = core.endswith((".", "!", "?")) and len(core.split()) > _WORDS_OF_CREDIT
    return bool(
        rows.exact.fullmatch(core)
        or (prefix and not (sentence and prefix[0].endswith(":")))
        or rows.suffix.search(core)
        # Initials beside an agency ("dpa/lno", "mka/dpa"): a line without a blank is no sentence.
        or (" " not in core and "/" in core and any(map(rows.exact.fullmatch, core.split("/"))))
    )


def plain(line: str) -> str:
    """A line as lines are compared: Unicode NFC, no case, single spaces, of a Markdown link its text."""
    return " ".join(unicodedata.normalize("NFC", _LINK.sub(r"\1", line)).casefold().split())


def _strip(match: str, line: str) -> str:
    """A line without the signs around it; what begins a line may end with one ("foto:")."""
    return line.lstrip(_EDGES) if match == "prefix" else line.strip(_EDGES)


@cache
def _patterns() -> Patterns:
    rows: dict[str, list[str]] = {"exact": [], "prefix": [], "suffix": []}
    for folder in sorted(files("kg").joinpath("lang").iterdir(), key=lambda folder: folder.name):
        if folder.joinpath("boilerplate.tsv").is_file():
            for row in table("lang", folder.name, "boilerplate.tsv"):
                rows[row["match"]].append(_strip(row["match"], plain(row["line"])))
    # Longest first, and atomic: of "mehr" and "mehr zum thema" the second, and no trying of all ways to split a line.
    exact, prefix, suffix = ("|".join(map(_row, sorted(rows[kind], key=len, reverse=True))) for kind in rows)
    return Patterns(
        re.compile(rf"(?>{exact})(?:{_BETWEEN}(?>{exact}))*+"),
        re.compile(f"(?:{prefix})"),
        re.compile(f"(?:{suffix})$"),
    )


def _row(line: str) -> str:
    """A row as a pattern that does not end or begin within a word."""
    return (r"(?<!\w)" if line[0].isalnum() else "") + re.escape(line) + (r"(?!\w)" if line[-1].isalnum() else "")
