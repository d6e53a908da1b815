"""Lines that are none of the article, and the tables that say so."""

from __future__ import annotations

import unicodedata

import pytest

from kg.read.boilerplate import boilerplate, plain
from kg.read.fields import table

LANGUAGES = ("de", "en")

JUNK = [
    "WERBUNG",
    "Anzeige",
    "- Anzeige -",
    "[ANZEIGE]",
    "*** Werbung ***",
    "Related News :",
    "Mehr zum Thema",
    "Mehr zum Thema:",
    "Mehr zum Thema: Was in Kiew geschah",
    "[Mehr zum Thema](https://nord.example/kiew)",
    "**Mehr zum Thema**",
    "Lesen Sie auch: Moskau bestreitet Angriff.",
    "Lesen  Sie\u00a0auch, was in Kiew geschah",
    "Teilen | Drucken | Merken",
    "Facebook X WhatsApp E-Mail",
    "Foto: dpa",
    "(Foto: Ada Muster/dpa)",
    "Photo by Ada Muster",
    "(dpa)",
    "(dpa/AFP)",
    "dpa/lno",
    "mka/dpa",
    "AFP, Reuters",
    "Diese Website verwendet Cookies, um Ihnen alles zu zeigen.",
    "We use cookies to improve your experience.",
    "4 Minuten Lesezeit",
    "3 min read",
    "© 2024 Nord-Kurier",
    "Alle Rechte vorbehalten.",
    "Nord-Kurier. All rights reserved",
    "(Reporting by Ada Muster; Editing by Max Muster)",
    "Stand: 21.10.2024, 14.30 Uhr",
    "ADVERTISEMENT",
    "Share this article",
    "Das ko\u0308nnte Sie auch interessieren",
]
ARTICLE = [
    "Anzeige.",  # the last line of: … erstattete das Ministerium
    "Anzeige gegen Unbekannt erstattet",
    "Die Werbung",
    "Mehr zum Thema sagte der Minister nicht.",
    "Das könnte sie auch interessieren, sagte er.",
    "Fotografen festgenommen",
    "Fotos zeigen Panzer an der Grenze.",
    "Die Agentur dpa meldete den Angriff zuerst.",
    "Kiew (dpa) - Die Armee meldet einen Angriff.",
    "Reuters meldet Angriff auf Kiew",
    "Oslo/Riga",
    "Facebook sperrt Konten der Partei",
    "Related questions remain open.",
    "Shares fell after the attack.",
    "Adopted",
    "An dieser Stelle befindet sich ein Massengrab.",
    "Der Kreml teilt mit",
    "Read more slowly, she said.",
    "Foto",
    "Foto: dpa Die Armee hat am Montag in Kiew die Brücke gesperrt.",
    "",
    "Foto: " + "sehr " * 100,  # too long for a credit
]


@pytest.mark.parametrize("line", JUNK)
def test_boilerplate(line: str) -> None:
    assert boilerplate(line)


@pytest.mark.parametrize("line", ARTICLE)
def test_article(line: str) -> None:
    assert not boilerplate(line)


def test_boilerplate_takes_no_longer_for_lines_of_many_rows() -> None:
    assert not boilerplate("mehr zum thema mehr " * 14 + "oslo")


@pytest.mark.parametrize("language", LANGUAGES)
def test_table(language: str) -> None:
    rows = list(table("lang", language, "boilerplate.tsv"))
    keys = [row["line"] for row in rows]
    assert keys == sorted(set(keys))
    assert {"exact", "prefix", "suffix"} == {row["match"] for row in rows}
    assert all(
        unicodedata.is_normalized("NFC", cell) and cell == cell.strip() != "" for row in rows for cell in row.values()
    )
    assert keys == [key.lower() for key in keys]
    assert all(boilerplate(key) for key in keys)


def test_tables_do_not_repeat_each_other() -> None:
    assert len({plain(row["line"]) for name in LANGUAGES for row in table("lang", name, "boilerplate.tsv")}) == sum(
        1 for name in LANGUAGES for _ in table("lang", name, "boilerplate.tsv")
    )


def test_fields_table() -> None:
    rows = list(table("read", "fields.tsv"))
    keys = [(row["field"], row["rank"]) for row in rows]
    assert keys == sorted(set(keys))
    assert len(rows) == len({row["name"] for row in rows})
    assert all(row["name"] == row["name"].casefold() and all(row.values()) for row in rows)
