"""Nouns that say what a name is: "Meier, *ein Abgeordneter*", "der *Vizekanzler* und Minister Jan Meier"."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kg.lang.lexicon import OFFICIAL, Lexicon
from kg.model import Mention, Span
from kg.resolve.candidates import ends

CLOSING = (",", ".", ":", "")
"""What ends a name that is set off."""


def appositions(mentions: Collection[Mention], text: str, lexicon: Lexicon) -> dict[Span, Mention]:
    """The names by the nouns that say what they are."""
    found: dict[Span, Mention] = {}
    names = {m.span.begin: m for m in mentions if m.label == "PER" and m.form == "name"}
    for mention in mentions:
        if mention.definite and (named := _set_off(mention, names, text, lexicon)) is not None:
            found[mention.span] = named
        for relation, other in mention.modifiers:
            if relation == "apposition" and _is_named_so(mention, other, text, lexicon):
                found[mention.span] = other
            if relation == "apposition" and mention.name and other.form == "noun" and not other.name:
                found[other.span] = mention
            if relation == "joined" and _is_also(mention, other, text, lexicon):
                found[mention.span] = other
    return found


def _set_off(mention: Mention, names: Mapping[int, Mention], text: str, lexicon: Lexicon) -> Mention | None:
    """The name between commas behind the office: "der Chef der Behörde für Arbeit, *Jan Meier*, sagte"."""
    if (
        not text.startswith(", ", mention.span.end)
        or mention.form != "noun"
        or mention.number != "Sing"
        or mention.name
    ):
        return None
    named = names.get(mention.span.end + 2)
    behind = not ends(mention.head, mention.span.text.split()[-1])  # not "der Berater des Ministers, Jan Meier"
    if named is None or not behind or not lexicon.is_a(mention.head, (OFFICIAL,)):
        return None
    return named if text[named.span.end : named.span.end + 1] in CLOSING else None


def _is_named_so(mention: Mention, other: Mention, text: str, lexicon: Lexicon) -> bool:
    """Whether another noun between commas names whom one means: "der Chef, *der frühere Senator Jan Meier*, sagte"."""
    if mention.name or mention.form != "noun" or not mention.definite or "Plur" in (mention.number, other.number):
        return False
    named = other.form == "noun" and other.label == "PER" and text[other.span.end : other.span.end + 1] in CLOSING
    return named and lexicon.is_a(mention.head, ("human",))


def _is_also(mention: Mention, other: Mention, text: str, lexicon: Lexicon) -> bool:
    """Whether an office is one more of whom is named behind "und"."""
    if mention.name or mention.number != "Sing" or other.form != "noun" or other.label != "PER":
        return False
    between = text[mention.span.end : other.span.begin].split()
    if len(between) != 1:
        return False
    # "*die Autorin* und Anwältin Eva Meier", with one article for one person
    one = mention.definite and mention.gender == other.gender and lexicon.is_a(mention.head, ("human",))
    return one or lexicon.is_a(mention.head, (OFFICIAL,))
