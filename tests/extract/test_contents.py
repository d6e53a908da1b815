"""What is said: which time is the event's, and which words are the content's."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import extraction
from kg.model import Document, Event, Statement
from tests.extract.made import parsed

MAY, JUNE = "2024-05-01", "2024-06-02"
KILLED = "Moskau/=/PROPN/2/nsubj//LOC tötete/töten/VERB/0/ROOT/Fin.Ind.3 Rebellen/Rebell/NOUN/2/obj"


def contents(*sentences: str) -> list[Event | Statement]:
    made = parsed(*sentences)
    article = Document("x", made.text, (), date=date(2024, 10, 21), language="de")
    found = [claim.content for claim in extraction(article, made).claims]
    return [content for content in found if isinstance(content, Event | Statement)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (KILLED, None),
        (f"{KILLED} {MAY}/=/NOUN/2/obl", MAY),
        (f"{KILLED} {JUNE}/=/NOUN/2/obl {MAY}/=/NOUN/2/obl", JUNE),  # the nearest
        (  # of another clause
            f"{KILLED} ,/=/PUNCT/7/punct nachdem/=/SCONJ/7/mark {MAY}/=/NOUN/7/obl regnete/regnen/VERB/2/advcl/Fin.Ind",
            None,
        ),
        (  # in front of joined verbs
            f"{MAY}/=/NOUN/2/obl ging/gehen/VERB/0/ROOT/Fin.Ind Moskau/=/PROPN/2/nsubj//LOC und/=/CCONJ/5/cc "
            "tötete/töten/VERB/2/conj/Fin.Ind Rebellen/Rebell/NOUN/5/obj",
            MAY,
        ),
        (  # behind the first of them
            f"Moskau/=/PROPN/2/nsubj//LOC ging/gehen/VERB/0/ROOT/Fin.Ind {MAY}/=/NOUN/2/obl und/=/CCONJ/5/cc "
            "tötete/töten/VERB/2/conj/Fin.Ind Rebellen/Rebell/NOUN/5/obj",
            None,
        ),
    ],
)
def test_times(text: str, expected: str | None) -> None:
    (event,) = (content for content in contents(text) if isinstance(content, Event))
    assert expected == (event.time.begin if event.time else None)


def test_when_it_is_told_is_not_when_it_was() -> None:
    killing = "Tötung/=/NOUN/4/obj von/=/ADP/3/case Rebellen/Rebell/NOUN/1/nmod"
    told = f"{killing} bestätigte/bestätigen/VERB/0/ROOT/Fin.Past Kiew/=/PROPN/4/nsubj//LOC {MAY}/=/NOUN/4/obl"
    own = told.replace(f"{MAY}/=/NOUN/4/obl", f"{MAY}/=/NOUN/1/nmod")
    assert [None] == [e.time for e in contents(told) if isinstance(e, Event)]
    assert [MAY] == [e.time.begin for e in contents(own) if isinstance(e, Event) and e.time]


SAYS = "Kiew/=/PROPN/2/nsubj//LOC sagt/sagen/VERB/0/ROOT/Fin.Ind.3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # without comma and conjunction
            f"{SAYS} ,/=/PUNCT/6/punct dass/=/SCONJ/6/mark es/=/PRON/6/nsubj "
            "regnet/regnen/VERB/2/ccomp/Fin ./=/PUNCT/2/punct",
            "es regnet",
        ),
        (  # without the words of saying behind it
            "Es/es/PRON/2/nsubj regne/regnen/VERB/0/ROOT/Fin.Sub.3.Pres ,/=/PUNCT/4/punct "
            "sagt/sagen/VERB/2/parataxis/Fin.Ind.3 Kiew/=/PROPN/4/nsubj//LOC",
            "Es regne",
        ),
        (  # nor the source's phrase
            "Laut/laut/ADP/2/case Kiew/=/PROPN/4/obl//LOC regnet/=/ADV/4/advmod es/=/VERB/0/ROOT/Fin.Ind.3",
            "regnet es",
        ),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert [expected] == [content.text for content in contents(text) if isinstance(content, Statement)]


def test_full_clauses_are_a_content_each() -> None:
    first = "Oslo/=/PROPN/5/nsubj//LOC schlafe/schlafen/VERB/2/ccomp/Fin.Sub.3.Pres und/=/CCONJ/{0}/cc"
    own = "Rom/=/PROPN/8/nsubj//LOC ruhe/ruhen/VERB/5/conj/Fin.Sub.3.Pres"
    shared = "ruhe/ruhen/VERB/5/conj/Fin.Sub.3.Pres"
    texts = [
        [
            content.text
            for content in contents(f"{SAYS} ,/=/PUNCT/5/punct {first.format(head)} {second}")
            if isinstance(content, Statement)
        ]
        for head, second in ((8, own), (7, shared))
    ]
    assert [["Oslo schlafe", "Rom ruhe"], ["Oslo schlafe und ruhe"]] == texts
