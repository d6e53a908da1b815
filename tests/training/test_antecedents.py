"""Weights of coreference, learned from a handful of choices."""

from __future__ import annotations

from benchmarks.coreference import RULES, Annotated, agreement, compare, parsed, read
from kg.eval.report import Counts
from kg.lang.weights import Weights
from kg.model import Document
from training.antecedents import UNSURE, Choice, choices, fitted

TEXT = "Eva Maler leitet den Verband Nord. Sie besuchte ihren Bruder. Der Verband schweigt."
ENTITIES = {TEXT.index(word): number for word, number in [("Maler", "1"), ("Sie", "1"), ("ihren", "1")]}
ENTITIES |= {TEXT.index("Verband"): "2", TEXT.rindex("Verband"): "2"}


def article() -> Annotated:
    return Annotated(Document("https://example.org/1", TEXT, ((0, len(TEXT)),), language="de"), ENTITIES)


def toy(right: str, wrong: str, times: int) -> list[Choice]:
    return [Choice([([right, "near"], True), ([wrong, "near"], False)])] * times


def test_what_was_meant_gets_weight() -> None:
    table = fitted(toy("agrees", "differs", 30))
    assert table["agrees"] > 0 > table["differs"]
    assert table.score(["agrees", "near"]) > 0


def test_where_nobody_is_meant_nobody_is_likely() -> None:
    none = [Choice([(["far"], False), (["far"], False)])] * 30
    assert fitted(none)["far"] < 0


def test_a_noun_that_repeats_nothing_has_to_be_likelier() -> None:
    assert all(weight < 0 for name, weight in fitted(toy("a", "b", 5)).items() if name in UNSURE)


def test_the_same_choices_give_the_same_whole_numbers() -> None:
    first, second = (fitted(toy("a", "b", 9)) for _ in range(2))
    assert dict(first) == dict(second)
    assert all(isinstance(weight, int) for weight in first.values())


def test_choices_of_an_article() -> None:
    ((text, doc),) = parsed([article()])
    made = list(choices(read(text.document, doc, RULES), text.entities))
    right = [[features for features, is_it in choice.options if is_it] for choice in made]
    assert len([r for r in right if r]) >= 2  # "sie", "ihren"
    assert all("bias" in features for choice in made for features, _ in choice.options)


def test_links_are_counted() -> None:
    ((text, doc),) = parsed([article()])
    counts: dict[str, Counts] = {form: Counts() for form in ("pronoun", "possessive", "noun")}
    compare(read(text.document, doc, Weights({"bias": -999})), text.entities, counts)
    assert (counts["pronoun"].gold, counts["pronoun"].found) == (1, 0)
    compare(read(text.document, doc, RULES), text.entities, counts)
    assert counts["pronoun"].right_found == 1
    assert counts["noun"].found == counts["noun"].gold == 2


def test_readers_agree_in_links() -> None:
    first, second = {1: "a", 5: "a", 9: "a"}, {1: "x", 5: "x", 9: "y", 12: "y"}
    counts = agreement([(first, second)])
    assert (counts.right_found, counts.found, counts.gold) == (1, 2, 2)
