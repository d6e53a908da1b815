"""The fields of an article under the names that front matter, corpora and pages give them, and their values."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

_DAYS = (
    re.compile(r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)(?!\d)", re.ASCII),
    re.compile(r"(?P<day>\d\d?)\. ?(?P<month>\d\d?)\. ?(?P<year>\d{4})(?!\d)", re.ASCII),
)
_MAIL_DAY = re.compile(r"(\w{3}, )?\d\d? \w{3} \d{4}\b", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")
_WEB = re.compile(r"https?://[\w-]+(\.[\w-]+)*(:\d{1,5})?(?=[/?#]|\Z)", re.IGNORECASE)
# What has no place in an IRI, and all beyond U+FFFF, of which some has not:
# https://www.rfc-editor.org/rfc/rfc3987#section-2.2
_NOT_IN_IRI = re.compile(
    r'[\x00-\x20"<>\\^`{|}\[\]\x7f-\xa0\u2028\u2029\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\U00010000-\U0010ffff]'
    r"|%(?![0-9A-Fa-f]{2})"
)


def table(*place: str) -> Iterator[dict[str, str]]:
    """The rows of a table of the package, by its path below `kg`."""
    with files("kg").joinpath(*place).open(encoding="utf8") as file:
        lines = (line for line in file if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def _names() -> dict[str, tuple[str, int]]:
    return {row["name"]: (row["field"], int(row["rank"])) for row in table("read", "fields.tsv")}


def fields(record: Mapping[Any, object]) -> dict[str, object]:
    """The fields of a record that are known and not empty, under our names.

    >>> fields({"Headline": "Oslo schweigt", "pub_date": None, "date_published": "2024-10-21", "n": 3})
    {'title': 'Oslo schweigt', 'date': '2024-10-21'}
    """
    found: dict[str, tuple[int, object]] = {}
    for key, value in record.items():
        field, rank = _names().get(re.sub(r"[\s_-]", "", str(key)).casefold(), ("", 0))
        if field and value not in (None, "", [], {}) and (field not in found or rank < found[field][0]):
            found[field] = (rank, value)
    return {field: value for field, (_, value) in found.items()}


def scalar(value: object) -> str:
    """A value in one line: of a list the first, of an object its name (`"source": {"name": …}`).

    >>> scalar([{"@type": "Organization", "name": " Nord  Kurier"}])
    'Nord Kurier'
    """
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, Mapping):
        value = value.get("name", "")
    return whole(" ".join(str(value).split())) if isinstance(value, str | int | float) else ""


def whole(text: str) -> str:
    r"""Text that every encoding takes: half a surrogate pair ("\ud83d" alone in JSON) becomes U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def day(text: str) -> date | None:
    """The day that a date and time begins with, as written (no time zone moves it); None if it cannot be read.

    >>> [str(day(t)) for t in ("2024-10-21T00:30:00+02:00", "21.10.2024, 14.30 Uhr", "Mon, 21 Oct 2024 10:00:00 GMT")]
    ['2024-10-21', '2024-10-21', '2024-10-21']
    >>> day("10/11/2024")
    """
    try:
        for pattern in _DAYS:
            if match := pattern.match(text):
                return date(int(match["year"]), int(match["month"]), int(match["day"]))
        return parsedate_to_datetime(text).date() if _MAIL_DAY.match(text) else None
    except ValueError:
        return None


def address(text: str) -> str:
    """A web address, what no IRI may hold escaped; empty if it is none.

    >>> address("https://nord.example/a b?x=1#top"), address("Seite 3")
    ('https://nord.example/a%20b?x=1#top', '')
    """
    if not _WEB.match(text):
        return ""
    before, mark, fragment = text.partition("#")
    written = before + mark + fragment.replace("#", "%23")
    return _NOT_IN_IRI.sub(lambda match: quote(match[0], safe="", errors="replace"), written)
