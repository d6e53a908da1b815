"""Words of saying and thinking with their roles, by the rows of sayings.tsv."""

from __future__ import annotations

import pytest

from kg.extract.attribution import sayings
from tests.extract.made import DE, doc


def found(*sentences: str) -> str:
    """ "cue+particle: Role=words, …", one a word of saying."""
    parsed = doc(*sentences)

    def words(places: frozenset[int]) -> str:
        return " ".join(parsed[i].text for i in sorted(places))

    lines = []
    for u in sayings.find(parsed, DE):
        roles = ", ".join(f"{role}={words(places)}" for role, places in sorted(u.roles.items()))
        lines.append(words(u.cue) + (f"+{words(u.particles)}" if u.particles else "") + (f": {roles}" if roles else ""))
    return "; ".join(lines)


WIR = "Wir/wir/PRON/2/nsubj/Nom"
DASS = "dass/=/SCONJ/{h}/mark es/=/PRON/{h}/nsubj geht/gehen/VERB/{to}/ccomp/Fin.Ind"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{WIR} debattieren/=", "debattieren: Source=Wir"),  # no content is needed
        (f"{WIR} schlafen/=", ""),
        (
            f"{WIR} reden/= über/=/ADP/5/case den/der/DET/5/det Abzug/=/NOUN/2/obl",
            "reden: Source=Wir, Topic=über den Abzug",
        ),
        (
            f"{WIR} reden/= darüber/=/ADV/2/advmod " + "wie/=/ADV/6/advmod es/=/PRON/6/nsubj geht/gehen/VERB/2/ccomp",
            "reden: Source=Wir, Topic=darüber wie es geht",  # the clause has the role of what points to it
        ),
        (
            f"{WIR} sagen/= " + DASS.format(h=5, to=2),
            "sagen: Message=dass es geht, Source=Wir",
        ),
        (
            f"{WIR} sagen/= Ihnen/Sie/PRON/2/obl:arg/Dat :/=/PUNCT/2/punct "
            "Es/es/PRON/6/nsubj geht/gehen/VERB/2/parataxis",
            "sagen: Addr=Ihnen, Message=Es geht, Source=Wir",
        ),
        (
            f"{WIR} stimmen/zustimmen dem/der/DET/4/det Antrag/=/NOUN/2/obl:arg/Dat zu/=/ADP/2/compound:prt",
            "stimmen+zu: Message=dem Antrag, Source=Wir; Antrag",
        ),
        (f"{WIR} freuen/= uns/sich/PRON/2/obj/Yes//PRF", "freuen+uns: Source=Wir"),
        (
            "Das/der/DET/2/det Gesetz/=/NOUN/3/nsubj fordert/fordern Geld/=/NOUN/3/obj",
            "Gesetz; fordert: Medium=Das Gesetz, Message=Geld",  # a text speaks as a medium
        ),
        (
            "Die/der/DET/2/det Zahl/=/NOUN/3/nsubj zeigt/zeigen Wirkung/=/NOUN/3/obj",
            "zeigt: Evidence=Die Zahl, Message=Wirkung",  # what is no actor
        ),
        (
            f"{WIR} stellen/= Fragen/Frage/NOUN/2/obj",
            "stellen Fragen: Source=Wir",  # the noun with its verb
        ),
        (
            "Ihr/ihr/DET/2/det:poss Vorschlag/=/NOUN/3/nsubj scheiterte/scheitern",
            "Vorschlag: Source=Ihr",
        ),
        ("Die/der/DET/2/det Haushaltsdebatte/=/NOUN/3/nsubj endet/enden", "Haushaltsdebatte"),
        ("Die/der/DET/2/det Herausforderung/=/NOUN/3/nsubj bleibt/bleiben", ""),  # no Forderung
        (
            "Das/=/PRON/2/nsubj wissen/=/VERB/0/ROOT/Plur.Fin Sie/sie/PRON/2/obj/Plur//PPER",
            "wissen: Message=Das, Source=Sie",
        ),
        ("nach/=/ADP/3/case dem/der/DET/3/det Angriff/=/NOUN/4/obl ging/gehen er/=/PRON/4/nsubj", ""),
    ],
)
def test_a_word_has_the_roles_of_its_row(text: str, expected: str) -> None:
    assert found(text) == expected


def test_a_colon_at_the_end_opens_the_next_sentence() -> None:
    said = found(f"{WIR} sagen/= :/=/PUNCT/2/punct", "Es/=/PRON/2/nsubj geht/gehen ./=/PUNCT/2/punct")
    assert said == "sagen: Message=Es geht, Source=Wir"


def test_what_is_said_goes_on_behind_a_semicolon() -> None:
    first = f"{WIR} sagen/= :/=/PUNCT/2/punct Es/=/PRON/5/nsubj geht/gehen/VERB/2/parataxis ;/=/PUNCT/2/punct"
    assert found(first, "es/=/PRON/2/nsubj muss/müssen ./=/PUNCT/2/punct") == (
        "sagen: Message=Es geht ; es muss, Source=Wir"
    )


def test_nothing_is_said_between_dashes_but_what_stands_there() -> None:
    text = (
        "Das/=/PRON/8/nsubj -/=/PUNCT/4/punct ich/=/PRON/4/nsubj sage/sagen/VERB/8/parataxis :/=/PUNCT/4/punct "
        "alles/=/PRON/4/obj -/=/PUNCT/4/punct ging/gehen"
    )
    assert found(text) == "sage: Message=alles, Source=ich"


def test_who_is_only_called_says_nothing() -> None:
    text = (
        "Das/=/PRON/2/obj sagte/sagen ,/=/PUNCT/5/punct liebe/lieb/ADJ/5/amod Kollegen/Kollege/NOUN/2/nsubj "
        ",/=/PUNCT/5/punct er/=/PRON/2/obj"
    )
    assert found(text) == "sagte: Message=Das, Source=er"
