"""The record of a factuality under construction (FactBank: Saurí and Pustejovsky 2009)."""

from __future__ import annotations

from typing import NamedTuple

from kg.model import Factuality

ORDER = ("CT", "PR", "PS", "U", "")
"""From certain to unknown; the weakest on the way counts."""

VALUES = {str(value): value for value in Factuality}
"""The values of FactBank, as tables write them."""


class Judgement(NamedTuple):
    """Certainty ("" is unknown) and polarity; whether the text gives it as hearsay ("soll", "angeblich")."""

    certainty: str = "CT"
    positive: bool = True
    hearsay: bool = False
    conditional: bool = False
    presupposed: bool = False
    """Whether it holds whatever is said of it: "bestritt, die getöteten Männer zu kennen"."""

    def weakened(self, certainty: str) -> Judgement:
        """At most so certain."""
        if ORDER.index(certainty) <= ORDER.index(self.certainty):
            return self
        return Judgement(certainty, self.positive, self.hearsay, self.conditional, self.presupposed)

    def turned(self) -> Judgement:
        """The other polarity."""
        return Judgement(self.certainty, not self.positive, self.hearsay, self.conditional, self.presupposed)

    def with_value(self, value: str) -> Judgement:
        """After a word of the tables: "CT-" turns, "PR+" weakens, "U" leaves open."""
        if value.endswith("-") and value != "-":
            return self.weakened(value[:2]).turned()
        return self.weakened(value.rstrip("+") if value else "")

    def supposed(self) -> Judgement:
        """As open as what stands under a condition."""
        return self.weakened("U")._replace(conditional=True)

    @property
    def factuality(self) -> Factuality | None:
        """The value of FactBank, or None where the extractor abstains."""
        if not self.certainty:
            return None
        return VALUES["U" if self.certainty == "U" else self.certainty + ("+" if self.positive else "-")]


CERTAIN = Judgement()
"""What nothing weakens."""
