"""What of a text is the article."""

from __future__ import annotations

import pytest

from kg.read.blocks import cut

WRAPPED = """Oslo weist Vorwürfe zurück
Die norwegische Regierung hat am Dienstag bestritten, dass ihre
Marine vor der Küste Litauens ein Frachtschiff gestoppt habe. Das
sagte eine Sprecherin des Ministeriums in Oslo, die Reeder hätten am
8. Oktober davon gehört.
    Litauen bleibt bei seiner Darstellung: Die Besatzung sei drei
Stunden lang verhört worden.

Die Reederei schwieg zunächst.
"""

# (text, its blocks)
ROWS = [
    ("Oslo schweigt.", ["Oslo schweigt."]),
    ("  Oslo schweigt. \r\n\r\n\tKiew nicht.\r\n", ["Oslo schweigt.", "Kiew nicht."]),
    ("\u00a0\nOslo schweigt.\u200b\n\u00a0\nKiew nicht.", ["Oslo schweigt.", "Kiew nicht."]),
    # one paragraph a line
    ("Oslo weist Vorwürfe zurück\nDas Ministerium bestritt alles.\nDie Marine schwieg.", 3),
    ("Oslo weist Vorwürfe zurück\n" + "Die Regierung bestritt das. " * 20 + "\nKiew schwieg.\nRiga auch.\nvon dpa", 5),
    # hard-wrapped, a headline right above, a paragraph without a blank line before
    (
        WRAPPED,
        [
            "Oslo weist Vorwürfe zurück",
            "Die norwegische Regierung hat am Dienstag bestritten, dass ihre\n"
            "Marine vor der Küste Litauens ein Frachtschiff gestoppt habe. Das\n"
            "sagte eine Sprecherin des Ministeriums in Oslo, die Reeder hätten am\n8. Oktober davon gehört.",
            "Litauen bleibt bei seiner Darstellung: Die Besatzung sei drei\nStunden lang verhört worden.",
            "Die Reederei schwieg zunächst.",
        ],
    ),
    ("Der Minister schwieg, obwohl Oslo\n- seit Mai im Rat - ihn gefragt\nhatte, was er wusste.", 1),
    ("- Oslo will\n  mehr Soldaten\n- und Kiew nicht", ["Oslo will\n  mehr Soldaten", "und Kiew nicht"]),
    ("Oslo will:\n- mehr Soldaten\n- mehr Geld", ["Oslo will:", "mehr Soldaten", "mehr Geld"]),
    ("Kiew\u0085schweigt.", 1),
    ("Länder wollen Kosten\nteilen", ["Länder wollen Kosten\nteilen"]),  # no share button
    ("The ministry denied the report on\nMonday and declined to\ncomment.", 1),
    # what separates
    ("Oslo schweigt.\n-\nKiew nicht.\n* * *\nRiga auch.\n______\nBonn nie.", 4),
    ("Oslo schweigt.\nWERBUNG\nKiew nicht.", ["Oslo schweigt.", "Kiew nicht."]),
    ("Kiew meldet Angriff\n\nhttps://nord.example/kiew\n\nwww.nord.example\n\nNord-Kurier.example", 1),
    ("Kiew meldet Angriff\n===================\n\nMoskau schweigt.", ["Kiew meldet Angriff", "Moskau schweigt."]),
    # marks
    ("# Kiew meldet Angriff #\nMoskau schweigt.", ["Kiew meldet Angriff", "Moskau schweigt."]),
    (
        "- Kiew schweigt.\n- Oslo auch.\n* Riga\n  nicht.\n+ Bonn.",
        ["Kiew schweigt.", "Oslo auch.", "Riga\n  nicht.", "Bonn."],
    ),
    ("• Kiew schweigt.\n\n> „Nein.“", ["Kiew schweigt.", "„Nein.“"]),
    ("+++ Kiew meldet Angriff +++", ["Kiew meldet Angriff"]),
    ("![Panzer](a.png)\n\n[1]: https://nord.example\n\nKiew schweigt [1].", ["Kiew schweigt [1]."]),
    ("#Ukraine bleibt.", ["#Ukraine bleibt."]),
    ("-20 Grad in Kiew.", ["-20 Grad in Kiew."]),
    # names of sites
    ("Nord Kurier\n\nKiew meldet einen schweren Angriff\n\nMoskau schweigt.", 2),
    ("Nord Kurier\n\nMoskau schweigt.", 2),  # no headline below: it may be one
    ("Moskau schweigt\n\nKiew meldet einen schweren Angriff\n\nRiga auch.", 3),  # a verb
    ("Kiew meldet Angriff\n\nNord Kurier Online\n\nMoskau schweigt.\n\nNord Kurier Online", 2),
    ("Kiew meldet Angriff\n\nDer Überblick\n\nMoskau schweigt.", 3),
    # nothing
    ("", []),
    ("\n \n\u00a0\n", []),
    ("-\n\n…\n\n***", []),
    ("WERBUNG\n\nLesen Sie auch: Was war", []),
]


@pytest.mark.parametrize(("text", "blocks"), ROWS)
def test_cut(text: str, blocks: list[str] | int) -> None:
    found = [text[begin:end] for begin, end in cut(text)]
    assert blocks == (len(found) if isinstance(blocks, int) else found), found


def test_cut_begins_at_an_offset() -> None:
    text = "---\ntitle: Kiew\n---\nOslo schweigt."
    assert ((20, 34),) == cut(text, 20)


def test_cut_one_a_line() -> None:
    text = "Oslo hat der Armee\nden Einsatz erlaubt\nund schweigt."
    assert (1, 3) == (len(cut(text)), len(cut(text, one_a_line=True)))


def test_cut_drops_the_publisher() -> None:
    text = "Kiew meldet Angriff\n\nNORD Kurier\n\nMoskau schweigt."
    assert (3, 2) == (len(cut(text)), len(cut(text, publisher="Nord Kurier")))
