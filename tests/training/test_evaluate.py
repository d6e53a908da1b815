from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from training import evaluate, package, scores, sources, speed, tables
from training.treebank import read


@pytest.mark.parametrize("language", ["de", "en"])
def test_only_measures_on_what_was_never_trained_on(language: str) -> None:
    named = [name for _, name, _ in (*evaluate.TREEBANKS[language], *evaluate.NAMES[language])]
    found = [s for s in sources.all_sources() if s.name in named]
    assert set(named) == {s.name for s in found}
    assert {("measure", language)} == {(s.use, s.language) for s in found}
    assert {s.form for s in found} <= {"treebank", *evaluate.READERS}


def test_markdown_leaves_cells_empty() -> None:
    table = evaluate.markdown("de", {"PUD": {"LAS": 81.5}, "EWT": {"UAS": 90.0}})
    assert ["| de | PUD | EWT |", "|---|---|---|", "| LAS | 81.5 |  |", "| UAS |  | 90.0 |"] == table.splitlines()


def test_table_has_every_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "ROOT", tmp_path)
    folder = tmp_path / "tests" / "lang" / "de"
    folder.mkdir(parents=True)
    rows = ["a-001\tx\tJa.\t-\t-\t1\tok", "a-002\tx\tJa.\t-\t-\t2\tok", "a-003\ty\tJa. Gut.\t-\t-\t2\txfail: z"]
    header = "id\tgroup\ttext\tarcs\tvalues\tsentences\tstatus"
    (folder / "constructions.tsv").write_text("\n".join([header, *rows]) + "\n", encoding="utf8")
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    figures = evaluate.table("de", nlp)
    assert {"checks, %", "rows, %"} == set(figures)
    assert {"all": 66.7, "x": 50.0, "y": 100.0} == figures["rows, %"]


def test_document_replaces_one_languages_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "HERE", tmp_path)
    path = tmp_path / "README.md"
    path.write_text("a\n<!-- de -->\nold\n<!-- end de -->\nb\n<!-- en -->\nkept\n<!-- end en -->\n", encoding="utf8")
    for _ in range(2):
        evaluate.document("de", {"syntax": {"PUD": {"LAS": 81.5}}})
    table = "| syntax | PUD |\n|---|---|\n| LAS | 81.5 |"
    wanted = f"a\n<!-- de -->\n{table}\n<!-- end de -->\nb\n<!-- en -->\nkept\n<!-- end en -->\n"
    assert wanted == path.read_text(encoding="utf8")


def test_entities_reads_each_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made.txt").write_text("Kiew S-LOC\nschweigt O\n", encoding="utf8")
    (source,) = [s for s in sources.all_sources() if s.name == "germeval-test"]
    made = sources.Source("made", source.form, "de", "measure", "made.txt", "-", "-", "-", "-")
    monkeypatch.setattr(sources, "all_sources", lambda: (made,))
    monkeypatch.setattr(evaluate, "NAMES", {"de": (("Made", "made", ("LOC",)),)})
    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Kiew"}])  # type: ignore[attr-defined]
    assert {"Made": {"all": 100.0, "LOC": 100.0}} == evaluate.entities("de", nlp, tmp_path)


def test_pace_compares_with_the_scale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paces = [{"words_per_second": 300, "memory": 1}, {"words_per_second": 200, "memory": 2}]
    asked: list[str] = []

    def compare(pairs: list[tuple[str, Path]]) -> list[dict[str, int]]:
        asked.extend(path.read_text(encoding="utf8").splitlines()[-1] for _, path in pairs)
        return paces

    monkeypatch.setattr(speed, "compare", compare)
    monkeypatch.setattr(scores, "treebank", lambda _, name: read_one(tmp_path, name))
    found = evaluate.pace("de", tmp_path)
    assert {"words_per_second": 1.5} == found["ratio"]
    assert paces == [found["kg de"], found["en_core_web_sm"]]
    assert ["pud-de", "pud-en"] == asked


def read_one(folder: Path, name: str) -> list[object]:
    path = folder / f"{name}.conllu"
    path.write_text(f"1\t{name}\tx\tX\tX\t_\t0\troot\t_\t_\n\n", encoding="utf8")
    return list(read(path, name, "en"))
