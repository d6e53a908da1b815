"""Which sentences become facts of the graph, and which stay claims: our own sentences, read as an article is."""

from __future__ import annotations

from datetime import date

import pytest

from kg.build import extractions, stop
from kg.graph.direct import facts
from kg.model import Document

PLAIN = (
    "Die Polizei hat am Montag einen Mann verhaftet.",
    "Das Gericht hat die Räumung des Platzes angeordnet.",
    "Die Staatsanwaltschaft Braunschweig ermittelt gegen Peter Lenz.",
    "Im März wurde Eva Maler zur Ministerin ernannt.",
    "Das Parlament hat am Montag ein neues Gesetz verabschiedet.",
)
NO_FACT = (
    pytest.param("Ähnliche Signale kamen vor dem Treffen zwischen Emmanuel Macron und Angela Merkel.", id="ahead"),
    pytest.param("Danach legt die Kommission einen eigenen Entwurf vor.", id="present tense: to come"),
    pytest.param("Die Europäische Union erlaubt nur eine geringe Verschuldung.", id="present tense: a rule"),
    pytest.param("Der Verein legte die Bilanzen nicht fristgerecht vor.", id="part of it negated"),
    pytest.param("Die Kanzlerin griff den Iran mit ungewöhnlich scharfen Worten an.", id="attacked by words"),
    pytest.param("Er verhaftete gestern den Bürgermeister.", id="who is meant is a guess"),
    pytest.param("Die Mannschaft hatte die Spiele für sich entschieden.", id="another meaning"),
    pytest.param("Der von der CDU unterstützte Sebastian Maler verlor.", id="participle"),
    pytest.param("Der Sender berichtete von Verlusten bei der Eroberung der Stadt durch die Armee.", id="reported"),
    pytest.param("Alphatel wegen Patenten von der Betanet AG verklagt", id="a headline"),
    pytest.param("Im Mai konnten die Pilger den Altar besuchen.", id="a modal verb"),
    pytest.param("Sechs Polizisten Xu Wen, einen Anwalt, und Li Bo, einen Maler, nahmen fest.", id="torn list"),
    pytest.param("Eva Maler untersuchte im Mai zwanzig Haie.", id="research"),
    pytest.param("Der Stürmer Peter Lenz wählte im Mai den FC Bayern.", id="chose"),
    pytest.param("Peter Lenz kam wegen des Streits mit Karl Maler in die Schlagzeilen.", id="no combat"),
    pytest.param("Das Parlament stimmt heute über das Gesetz ab.", id="present tense: today"),
    pytest.param("Unter den Geiseln befanden sich der Vater und der Sohn Maler.", id="another verb"),
    pytest.param("Moskau verurteilte die Sanktionen scharf.", id="blame"),
    pytest.param("Der Läufer übernahm im Mai kurzerhand die Leitung des Rettungsdienstes.", id="no office"),
    pytest.param("Die Gärtner verlegten am Montag 300 Pflastersteine.", id="a verb of many meanings"),
    pytest.param("Die Regierung hat am Montag alle Kundgebungen untersagt.", id="decides what it forbids"),
    pytest.param("Anna Maler wurde am Montag zur Präsidentin gewählt.", id="who won elects nobody"),
    pytest.param("Ein Anwalt der Polizei, die Peter Lenz verhaftete, sprach am Montag.", id="relative clause"),
    pytest.param("Die Polizisten erschossen am Montag einen Demonstranten.", id="one of many"),
    pytest.param("Das Institut sucht im Mai nach Blutspendern.", id="seeks, but does not inquire"),
    pytest.param("Die Polizei oder die Armee verhaftete am Montag Peter Lenz.", id="one or the other"),
    pytest.param("Ein deutscher Offizier ordnete am Montag die Räumung der Stadt an.", id="some officer of a state"),
    pytest.param("Anna Maler: Ich denke, Nordkorea hat eine Rakete verlegt.", id="an interview"),
)


def found(text: str) -> int:
    document = Document("https://example.org/plain", text, ((0, len(text)),), date=date(2024, 10, 21), language="de")
    (extraction,) = extractions([document], report=stop)
    return sum(len(list(facts(claim))) for claim in extraction.claims)


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_statement_is_a_fact(text: str) -> None:
    assert found(text) == 1


@pytest.mark.parametrize("text", NO_FACT)
def test_what_may_be_misread_is_no_fact(text: str) -> None:
    assert not found(text)
