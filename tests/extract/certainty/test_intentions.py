"""What somebody means to do: the class of the claim and its modal verb."""

from __future__ import annotations

import pytest

from kg.extract.certainty import intentions
from kg.extract.frames import events
from tests.extract.made import DE, doc, token

WARSAW = "Warschau/=/PROPN/4/nsubj//LOC"
GUNS = "Haubitzen/Haubitze/NOUN/4/obj/Acc.Plur"
SEND = "entsenden/=/VERB/0/ROOT/Inf"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{WARSAW} will/wollen/AUX/4/aux/Fin.Ind.3.Pres {GUNS} {SEND}", ("Announcement", "will")),
        (f"{WARSAW} wollte/wollen/AUX/4/aux/Fin.Ind.3.Past {GUNS} {SEND}", None),  # a plan given up, or an attempt
        (f"{WARSAW} kann/können/AUX/4/aux/Fin.Ind.3.Pres {GUNS} {SEND}", None),
        (  # of himself: "will nichts gesehen haben"
            f"{WARSAW} will/wollen/AUX/4/aux/Fin.Ind.3.Pres {GUNS} entsandt/entsenden/VERB/0/ROOT/Part "
            "haben/=/AUX/4/aux/Inf",
            None,
        ),
    ],
)
def test_intention(text: str, expected: tuple[str, str] | None) -> None:
    found = [intentions.intention(f, DE) for s in doc(text).sents for f in events.find(s, DE)]
    assert [expected] == [None if meant is None else (meant[0], meant[1].text) for meant in found]


def test_joined_infinitives_share_the_modal_verb() -> None:
    made = doc(
        "Kiew/=/PROPN/3/nsubj//LOC will/wollen/AUX/3/aux/Fin.Ind.3.Pres verhandeln/=/VERB/0/ROOT/Inf "
        "und/=/CCONJ/5/cc unterschreiben/=/VERB/3/conj/Inf"
    )
    meant = intentions.modal_of_intention(token(made, "unterschreiben"), DE)
    assert meant is not None
    assert ("Announcement", "will") == (meant[0], meant[1].text)


@pytest.mark.parametrize(("negation", "expected"), [("", True), (" nicht/=/PART/4/advmod", False)])
def test_meant_then(negation: str, expected: bool) -> None:
    made = doc(
        "Verband/=/NOUN/4/nsubj/Nom.Sing wollte/wollen/AUX/4/aux/Fin.Ind.3.Past Fest/=/NOUN/4/obj/Acc.Sing "
        f"feiern/=/VERB/0/ROOT/Inf{negation}"
    )
    assert expected is (intentions.meant_then(token(made, "feiern"), DE) is not None)
