"""Articles to syntax: offsets, blocks, languages, pipelines of the user's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg import lang
from kg.build import stop
from kg.errors import InputError, KGError, Problem
from kg.model import Document
from kg.parse import LABELS, custom, masked, name_surnames, parse, prepared

TEXT = "WERBUNG\n\nMoskau schweigt\n\n\nKiew schweigt. WERBUNG"
FIRST, SECOND = (9, 24), (27, 41)
BLANK = spacy.blank("de")


def article(text: str = TEXT, blocks: Iterable[tuple[int, int]] = (FIRST, SECOND), **fields: str) -> Document:
    return Document("https://example.org/1", text, tuple(blocks), **fields)  # type: ignore[arg-type]


def test_what_is_no_article_is_white_space_of_the_same_length() -> None:
    text = masked(article())
    assert len(TEXT) == len(text)
    assert TEXT[slice(*FIRST)] == text[slice(*FIRST)]
    assert ["Moskau", "schweigt", "Kiew", "schweigt."] == text.split()


@given(st.text(max_size=30), st.lists(st.integers(0, 30), max_size=6))
def test_every_character_of_a_block_stays_in_its_place(text: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    blocks = tuple(zip(edges[::2], edges[1::2], strict=False))
    found = masked(article(text, blocks))
    assert len(text) == len(found)
    inside = {i for begin, end in blocks for i in range(begin, end)}
    assert all(found[i] == text[i] if i in inside else found[i].isspace() for i in range(len(text)))


def test_offsets_are_those_of_the_text() -> None:
    doc = prepared(BLANK, article())
    words = [t for t in doc if not t.is_space]
    assert all(TEXT[t.idx : t.idx + len(t.text)] == t.text for t in words)
    assert ["Moskau", "schweigt", "Kiew", "schweigt", "."] == [t.text for t in words]


def test_each_block_begins_a_sentence() -> None:
    doc = prepared(BLANK, article())
    assert ["Moskau", "Kiew"] == [t.text for t in doc if t.is_sent_start and not t.is_space]
    # also after the parser, that would join them without a full stop
    (pair,) = parse([article()], report=stop)
    assert ["Moskau schweigt", "Kiew schweigt."] == [s.text.strip() for s in pair[1].sents if s.text.strip()]


def test_the_language_is_the_documents_or_what_its_words_show() -> None:
    text = "Die Regierung hat das nicht bestätigt."
    whole = ((0, len(text)),)
    (found,) = parse([article(text, whole)], report=stop)
    assert ("de", "de") == (found[0].language, found[1].lang_)
    (given_,) = parse([article("Die.", [(0, 4)], language="de")], report=stop)
    assert "de" == given_[0].language


def test_the_words_of_boilerplate_do_not_count_for_the_language() -> None:
    text = "The cookies of the site and of the partners.\n\nDie Regierung schweigt dazu."
    (found,) = parse([article(text, [(46, len(text))])], report=stop)
    assert "de" == found[0].language


def test_a_language_without_tables_is_a_problem_and_the_others_go_on() -> None:
    problems: list[Problem] = []
    texts = [article("Kiew schweigt.", [(0, 14)], language=code, path=f"{code}.txt") for code in ("de", "xx", "de")]
    found = list(parse(texts, report=problems.append))
    assert ["de.txt", "de.txt"] == [document.path for document, _ in found]
    (problem,) = problems
    assert "xx.txt: no tables of events and claims for language 'xx'; there are: de" == str(problem)
    with pytest.raises(InputError):
        list(parse(texts, report=stop))


def test_a_text_that_is_too_long_is_a_problem_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BLANK, "max_length", 20)
    problems: list[Problem] = []
    texts = [article("Kiew." * n, [(0, 5)], language="de", path=f"{n}.txt") for n in (1, 5, 4)]
    found = list(parse(texts, report=problems.append, pipeline=BLANK))
    assert ["1.txt", "4.txt"] == [document.path for document, _ in found]
    assert ["5.txt: the text is too long (25 characters, at most 20)"] == [str(problem) for problem in problems]


def test_documents_come_out_in_order() -> None:
    texts = [article(f"Kiew {i}.", [(0, 7)], language="de") for i in range(5)]
    assert texts == [document for document, _ in parse(texts, report=stop, pipeline=BLANK)]


def test_a_pipeline_of_the_users_own_is_taken_for_all() -> None:
    (found,) = parse([article(language="xx")], report=stop, pipeline=BLANK)
    assert "de" == found[1].lang_


def test_a_pipeline_by_its_folder(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    parser = nlp.add_pipe("parser")
    for label in LABELS - {"root", "ROOT"}:
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path / "ud")
    assert ["parser"] == custom(str(tmp_path / "ud")).pipe_names
    assert custom(str(lang.pipeline("de"))).pipe_names == lang.load("de").pipe_names


@pytest.mark.parametrize("labels", [("sb", "oa", "mo"), ()])
def test_a_pipeline_with_other_labels_is_told(tmp_path: Path, labels: tuple[str, ...]) -> None:
    nlp = spacy.blank("de")
    if labels:
        parser = nlp.add_pipe("parser")
        for label in labels:
            parser.add_label(label)  # type: ignore[attr-defined]
        nlp.initialize()
    nlp.to_disk(tmp_path / "tiger")
    with pytest.raises(KGError, match="has no Universal Dependencies: its parser lacks ccomp, nmod, nsubj, obj, obl"):
        custom(str(tmp_path / "tiger"))


@pytest.mark.parametrize("name", ["nowhere", "de_no_such_package", "/"])
def test_no_pipeline_is_told_in_one_line(name: str) -> None:
    with pytest.raises(KGError, match="cannot load the pipeline") as error:
        custom(name)
    assert "\n" not in str(error.value)


def test_a_surname_that_the_recogniser_overlooked() -> None:
    words = ["Eva", "Papier", "klagt", ".", "So", "schreibt", "Papier", ".", "Das", "Papier", "schweigt", "."]
    pos = ["PROPN", "PROPN", "VERB", "PUNCT", "ADV", "VERB", "NOUN", "PUNCT", "DET", "NOUN", "VERB", "PUNCT"]
    heads = [2, 0, 2, 2, 5, 5, 5, 5, 9, 10, 10, 10]
    deps = ["nsubj", "flat", "ROOT", "punct", "advmod", "ROOT", "nsubj", "punct", "det", "nsubj", "ROOT", "punct"]
    kinds = ["B-PER", "I-PER", *["O"] * 10]
    doc = Doc(BLANK.vocab, words=words, pos=pos, heads=heads, deps=deps, ents=kinds)
    name_surnames(doc)
    assert [(e.start, e.text) for e in doc.ents] == [(0, "Eva Papier"), (6, "Papier")]  # not the paper
    bare = Doc(BLANK.vocab, words=words[4:], pos=pos[4:])
    name_surnames(bare)  # nobody is called so
    assert not bare.ents
