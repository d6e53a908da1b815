"""Whether a name is a woman's or a man's: "Sie" does not mean Jan Meier."""

from __future__ import annotations

from functools import cache

from kg.lang import lexicon

FILE = lexicon.HERE / "given.tsv"


def gender(name: str) -> str:
    """The gender of a person by the first name, as Universal Dependencies has it; empty if it does not tell.

    >>> gender("Anke Meier"), gender("Meier"), gender("Kim Meier")
    ('Fem', '', '')
    """
    first, space, _ = name.partition(" ")
    return _genders().get(first, "") if space else ""


@cache
def _genders() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in lexicon.rows(FILE)}
