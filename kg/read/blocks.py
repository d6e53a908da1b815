"""Which parts of a text are the article: paragraphs, headlines and list items, without markup and boilerplate.

A blank line ends a block. So does a line that is none of the article: boilerplate, a rule ("-", "***", "===="), an
address, a picture. Lines that follow each other are either paragraphs (one a line, as from a web page) or pieces of one
paragraph (hard-wrapped, as from an editor or mail), and the whole text decides which:

- A line surely goes on in the next one if it has no full stop and the next begins with a small letter. The longest of
  these lines is the width of the text.
- The text is hard-wrapped if some line surely goes on, and at least half of the lines that another follows look cut
  off: no full stop, and at least six tenths of the width.
- In a hard-wrapped text, those lines go on that surely do, and those that are full: the first word of the next line
  had made them longer than the width. So a headline right above its paragraph stays alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kg.read.boilerplate import boilerplate, plain

Block = tuple[int, int]

_CUT_OFF_LINES = 1 / 2
_CUT_OFF_WIDTH = 0.6
_NAME_WORDS = 3
_LONGEST_HEADLINE = 160
_FULL_STOPS = ".!?…"
_ENDS = _FULL_STOPS + ":;,"
# Not U+0085, which str.splitlines takes too: in damaged text it is an ellipsis.
_BREAK = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")
_LINE = re.compile(rf"[^\n\r\v\f\u2028\u2029]*(?:{_BREAK.pattern}|\Z)")
_BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u200c\u200d\u2060\ufeff\u00ad"
# List bullets, Markdown headings and quotations, "+++ Kiew meldet Angriff +++". No numbers: a line may begin with
# "8. Oktober".
_MARK = re.compile(r"(?:(?:[-*•▪‣◦·►]|\++|#{1,6})\s+|>\s*)*+")
_CLOSING_MARK = re.compile(r"#{1,6}|\+{2,3}")
_NO_TEXT = re.compile(
    r"[\W_]*"  # a rule, a lone "-"
    r"|!\[[^\]]*\]\([^)]*\)"  # a picture in Markdown
    r"|\[[^\]]+\]:\s*\S+.*"  # the target of a link in Markdown
    r"|<?(?:https?://|www\.)\S+>?"  # an address
    r"|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}"  # a site: "tagesschau.de"
)


class Line(NamedTuple):
    """A line that is part of the article, without the marks around it; `width` is that of the whole line."""

    begin: int
    end: int
    width: int
    first: str
    last: str
    item: bool


def cut(text: str, begin: int = 0, *, one_a_line: bool = False, publisher: str = "") -> tuple[Block, ...]:
    r"""The blocks of a text from an offset on; with `one_a_line` it is known not to be hard-wrapped.

    >>> text = "DayFR Deutsch\n\nOslo weist die Vorwürfe zurück\n\n-\n\nMan habe dort nie\nTruppen gehabt.\n\nWERBUNG\n"
    >>> [text[begin:end] for begin, end in cut(text)]
    ['Oslo weist die Vorwürfe zurück', 'Man habe dort nie', 'Truppen gehabt.']
    """
    groups = _groups(text, begin)
    width = 0 if one_a_line else _width(groups)
    blocks = [block for group in groups for block in _join(group, width)]
    blocks = [(begin, end) for begin, end in blocks if not boilerplate(text[begin:end])]
    names = _names([text[begin:end] for begin, end in blocks], publisher)
    return tuple((begin, end) for begin, end in blocks if text[begin:end] not in names)


def headline(text: str) -> bool:
    """Whether a block can be a headline: one short line that does not end as sentences do.

    >>> headline("Oslo weist Vorwürfe zurück"), headline("Oslo wies die Vorwürfe zurück.")
    (True, False)
    """
    return 0 < len(text) <= _LONGEST_HEADLINE and text[-1] not in _ENDS and not _BREAK.search(text)


def _names(texts: list[str], publisher: str) -> set[str]:
    """The blocks that only name the site: "DayFR Deutsch" above the headline.

    These are the publisher's name; and at most three words, each with a capital and nothing but letters (so no German
    verb), that stand there more than once, or, at most two, as the first block with a longer headline below.
    """
    names = {text for text in texts if publisher and plain(text) == plain(publisher)}
    short = Counter(text for text in texts if len(text.split()) <= _NAME_WORDS and all(map(_capital, text.split())))
    names |= {text for text, count in short.items() if count > 1}
    if len(texts) > 1 and texts[0] in short and len(texts[0].split()) < _NAME_WORDS < len(texts[1].split()):
        names |= {texts[0]} if headline(texts[1]) else set()
    return names


def _capital(word: str) -> bool:
    return word[0].isupper() and word.replace("-", "").isalnum()


def _groups(text: str, begin: int) -> list[list[Line]]:
    """The lines of the article, those together that nothing separates."""
    groups: list[list[Line]] = [[]]
    for found in _LINE.finditer(text, begin):
        mark, start, content = _content(found[0])
        # In "Länder wollen Kosten\nteilen" the second line is no button.
        goes_on = bool(groups[-1]) and _goes_on(groups[-1][-1], content)
        separates = _NO_TEXT.fullmatch(content) or (boilerplate(content) and not goes_on)
        if separates or (mark and not _dash(mark, groups[-1])):
            groups.append([])
        if not separates:
            at, first = found.start() + start, mark or content.split(None, 1)[0]
            groups[-1].append(Line(at, at + len(content), len(found[0].rstrip()), first, content[-1], bool(mark)))
            if "#" in mark:
                groups.append([])
    return [group for group in groups if group]


def _dash(mark: str, above: list[Line]) -> bool:
    """Whether "-" begins no list item but goes on with the line above: "Der Minister" / "- seit Mai im Amt -"."""
    return mark == "-" and bool(above) and not above[0].item and above[-1].last not in _ENDS


def _content(raw: str) -> tuple[str, int, str]:
    """The mark of a list item or heading (no quotation's), where the content of a line begins, and the content."""
    line = raw.rstrip(_BLANKS)
    start = len(line) - len(line.lstrip(_BLANKS))
    mark = _MARK.match(line, start)
    begin = mark.end() if mark else start
    content = line[begin:].lstrip(_BLANKS)
    begin = len(line) - len(content)
    body, _, last = content.rpartition(" ")
    if begin > start and _CLOSING_MARK.fullmatch(last):
        content = body.rstrip(_BLANKS)
    return line[start:begin].strip(_BLANKS + ">"), begin, content


def _goes_on(line: Line, below: str) -> bool:
    """Whether a line surely goes on in the next one."""
    return below[:1].islower() and line.last not in _FULL_STOPS


def _width(groups: list[list[Line]]) -> int:
    """The width of a hard-wrapped text, 0 of any other."""
    pairs = [pair for group in groups for pair in pairwise(group)]
    width = max((line.width for line, below in pairs if _goes_on(line, below.first)), default=0)
    cut_off = [line for line, _ in pairs if line.last not in _FULL_STOPS and line.width >= _CUT_OFF_WIDTH * width]
    return width if len(cut_off) >= _CUT_OFF_LINES * len(pairs) else 0


def _join(group: list[Line], width: int) -> Iterator[Block]:
    """The blocks of lines that follow each other."""
    begin = group[0].begin
    for line, below in pairwise(group):
        if not width or not (_goes_on(line, below.first) or line.width + 1 + len(below.first) > width):
            yield begin, line.end
            begin = below.begin
    yield begin, group[-1].end
