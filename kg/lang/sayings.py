"""Words of saying and thinking with the roles of what stands around them: typed rows of sayings.tsv.

Other than a row of claims.tsv, one here makes no claim: "darüber wurde debattiert" names speech without saying what was
said. The roles are those of SpkAtt (Rehbein et al. 2023).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from kg.lang.lexicon import HERE, NONE, ClaimFrame, rows

SOURCE, MESSAGE, TOPIC, ADDRESSEE, MEDIUM, EVIDENCE = "Source", "Message", "Topic", "Addr", "Medium", "Evidence"
ROLES = (SOURCE, MESSAGE, TOPIC, ADDRESSEE, MEDIUM, EVIDENCE)
"""What a phrase may be to a word of saying."""
NEVER = "never"
"""Among what a row needs: nothing is enough; a word of claims.tsv that does not speak of speech by itself."""
JOINED = "joined"
"""Among what a row needs: the word that is part of the cue ("*zur Kenntnis* nehmen")."""
DEFAULT = "*"
"""The lemma of the row with the roles that hold unless the row of a word says otherwise."""
CLAUSES = frozenset(("ccomp", "xcomp", "quote"))
"""Places of claims.tsv that are clauses."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A row of sayings.tsv: which roles the dependents of a word of saying fill."""

    lemma: str
    pos: str
    roles: dict[str, tuple[str, str]]
    """Place to the role of an actor and that of anything else there: "subject:Source/Evidence"."""
    needs: frozenset[str] = frozenset()
    """Places of which one must be filled; none: the word always speaks of speech or thought."""
    joins: frozenset[str] = frozenset()
    """Lemmas that belong to the cue with it: "eine *Frage stellen*", "*aus* meiner *Sicht*"."""


@dataclass(frozen=True, slots=True)
class Sayings:
    """The table of a language."""

    words: dict[tuple[str, str], list[Saying]]
    """By part of speech and lemma, in the order of the table."""
    defaults: dict[str, dict[str, tuple[str, str]]]
    """By part of speech."""

    def of_claim(self, row: ClaimFrame) -> Saying:
        """The row that a word of claims.tsv has without one of its own: it needs its content."""
        roles = dict(self.defaults.get(row.pos, {}))
        if row.addressee:
            roles["object" if row.addressee == "obj" else row.addressee] = (ADDRESSEE, ADDRESSEE)
        places = frozenset("clause" if c in CLAUSES else "object" if c == "obj" else c for c in row.content)
        for place in places - roles.keys():
            roles[place] = (MESSAGE, MESSAGE)
        return Saying(row.lemma, row.pos, roles, places)


def _roles(cell: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for part in cell.split(",") if cell != NONE else ():
        place, role = part.split(":", 1)
        actor, _, other = role.partition("/")
        found[place] = (actor.strip(NONE), (other or actor).strip(NONE))
    return found


def _words(cell: str) -> frozenset[str]:
    return frozenset(cell.split(",")) - {NONE}


@cache
def load(language: str) -> Sayings:
    """The table of a language, read once; empty if the language has none.

    >>> load("de").words["verb", "debattieren"][0].roles["über"]
    ('Topic', 'Topic')

    Raises:
        OSError: the table cannot be read.
    """
    path = HERE / language / "sayings.tsv"
    table = rows(path) if path.exists() else []
    defaults = {row["pos"]: _roles(row["roles"]) for row in table if row["lemma"] == DEFAULT}
    words: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for row in table:
        if row["lemma"] != DEFAULT:
            roles = {**defaults.get(row["pos"], {}), **_roles(row["roles"])}
            saying = Saying(row["lemma"], row["pos"], roles, _words(row["needs"]), _words(row["joins"]))
            words[row["pos"], row["lemma"]].append(saying)
    return Sayings(dict(words), defaults)
