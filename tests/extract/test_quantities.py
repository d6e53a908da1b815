"""How many: numbers, number words, multipliers and what stands before them."""

from __future__ import annotations

import pytest

from kg.extract import quantities
from kg.model import Quantity
from tests.extract.made import DE, doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("300/=/NUM/2/nummod Soldaten/Soldat/NOUN/0", (300, "exactly")),
        ("1.500/=/NUM/2/nummod Soldaten/Soldat/NOUN/0", (1500, "exactly")),
        ("1500/=/NUM/2/nummod Soldaten/Soldat/NOUN/0", (1500, "exactly")),
        ("12.345.678/=/NUM/2/nummod Soldaten/Soldat/NOUN/0", (12345678, "exactly")),
        ("zwölf/=/NUM/2/nummod Soldaten/Soldat/NOUN/0", (12, "exactly")),
        ("Drei/drei/NUM/2/nummod Soldaten/Soldat/NOUN/0", (3, "exactly")),
        ("1,2/=/NUM/2/nummod Millionen/Million/NOUN/3/nummod Euro/=/NOUN/0", (1200000, "exactly")),
        ("zwei/=/NUM/2/nummod Millionen/Million/NOUN/3/nummod Euro/=/NOUN/0", (2000000, "exactly")),
        ("Millionen/Million/NOUN/2/nummod Euro/=/NOUN/0", (1000000, "atLeast")),
        ("rund/=/ADV/2/advmod 300/=/NUM/3/nummod Soldaten/Soldat/NOUN/0", (300, "about")),
        ("rund/=/ADV/3/advmod 300/=/NUM/3/nummod Soldaten/Soldat/NOUN/0", (300, "about")),
        ("mindestens/=/ADV/2/advmod 300/=/NUM/3/nummod Soldaten/Soldat/NOUN/0", (300, "atLeast")),
        ("mehr/=/ADV/3/advmod als/=/ADP/3/case 300/=/NUM/4/nummod Soldaten/Soldat/NOUN/0", (300, "atLeast")),
        ("bis/=/ADP/3/case zu/=/ADP/3/case 300/=/NUM/4/nummod Soldaten/Soldat/NOUN/0", (300, "atMost")),
        ("über/=/ADP/3/case 300/=/NUM/3/nummod Soldaten/Soldat/NOUN/0", (300, "atLeast")),
        # none
        ("viele/viel/DET/2/det Soldaten/Soldat/NOUN/0", None),
        ("300/=/NUM/2/nmod Soldaten/Soldat/NOUN/0", None),  # another relation
        ("beide/=/NUM/2/nummod Soldaten/Soldat/NOUN/0", None),  # no known number
        ("G20/=/NUM/2/nummod Staaten/Staat/NOUN/0", None),
        ("2024/=/NUM/2/nummod Ukraine/=/PROPN/0/ROOT//LOC", None),  # a year beside a name
        ("2024/=/NUM/2/nummod Soldaten/Soldat/NOUN/0", (2024, "exactly")),  # but not beside a noun
        # the tokenizer splits at the space, also at a narrow one that does not break
        ("1/=/NUM/3/nummod 500/=/NUM/3/nummod Soldaten/Soldat/NOUN/0", (1500, "exactly")),
        ("Rund/=/ADJ/2/advmod 10/=/NUM/3/nummod 000/=/NUM/4/nummod Soldaten/Soldat/NOUN/0", (10000, "about")),
        # words
        ("fünfundzwanzig/=/NUM/2/nummod Soldaten/Soldat/NOUN/0", (25, "exactly")),
        ("hundertfünfzig/=/ADJ/2/amod Soldaten/Soldat/NOUN/0", (150, "exactly")),
        ("rund/=/ADJ/4/advmod ein/=/DET/4/det Dutzend/=/ADJ/4/amod Soldaten/Soldat/NOUN/0", (12, "about")),
        ("Dutzende/=/ADJ/2/amod Soldaten/Soldat/NOUN/0", (12, "atLeast")),
        ("Dutzende/=/NOUN/0 von/=/ADP/3/case Soldaten/Soldat/NOUN/1/nmod", (12, "atLeast")),
        ("Mehrere/mehrere/DET/2/det Hundert/=/NOUN/3/nummod Soldaten/Soldat/NOUN/0", (100, "atLeast")),
        ("eine/=/DET/4/det halbe/=/ADJ/3/amod Million/=/NOUN/4/nummod Soldaten/Soldat/NOUN/0", (500000, "exactly")),
        # ranges: at least the lower bound
        ("30/=/NUM/4/nummod bis/=/ADP/3/case 40/=/NUM/4/nummod Soldaten/Soldat/NOUN/0", (30, "atLeast")),
        (
            "zwischen/=/ADP/2/case 30/=/NUM/5/nummod und/=/CCONJ/4/cc 40/=/NUM/2/conj Soldaten/Soldat/NOUN/0",
            (30, "atLeast"),
        ),
        (
            "Zwei/=/NUM/5/nsubj bis/=/ADP/5/case drei/=/NUM/5/nummod Dutzend/=/NOUN/5/amod Soldaten/Soldat/NOUN/0",
            (24, "atLeast"),
        ),
        (
            "nicht/=/PART/4/advmod mehr/=/ADV/4/advmod als/=/ADP/4/case 20/=/NUM/5/nummod Soldaten/Soldat/NOUN/0",
            (20, "atMost"),
        ),
        ("An/an/ADP/4/case die/der/DET/4/det 300/=/NUM/4/nummod Soldaten/Soldat/NOUN/0", (300, "about")),
        ("40/=/NUM/2/nummod Prozent/=/NOUN/0 der/=/DET/4/det Soldaten/Soldat/NOUN/2/nmod", None),  # a share
        ("Soldaten/Soldat/NOUN/0 300/=/NUM/1/nummod", (300, "exactly")),
    ],
)
def test_quantity(text: str, expected: tuple[int, str] | None) -> None:
    noun = next(t for t in doc(text) if t.dep_ == "ROOT")
    assert (Quantity(*expected) if expected else None) == quantities.quantity(noun, DE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,5/=/NUM", None),  # no number of things
        ("0,75/=/NUM/2/nummod Millionen/Million/NOUN/0", 750000),
        ("3/=/NUM/2/nummod Milliarden/Milliarde/NOUN/0", 3000000000),
    ],
)
def test_number(text: str, expected: int | None) -> None:
    noun = next(t for t in doc(text) if t.dep_ == "ROOT")
    assert expected == quantities.number(noun, DE)
