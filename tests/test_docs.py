"""The pages: commands run and print what stands there, options and links exist, no command or field is left out."""

from __future__ import annotations

import doctest
import importlib.util
import re
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
import typer
from typer.core import TyperGroup

import kg
from kg.cli import app
from kg.graph import named_queries

ROOT = Path(__file__).parent.parent
README, GUIDE = ROOT / "README.md", ROOT / "docs" / "guide.md"
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "examples").glob("*/*.md")),
    ROOT / "ontology" / "README.md",
    ROOT / "training" / "README.md",
]
LINK = re.compile(r"\]\(([^)\s]+)\)")
COMMAND = re.compile(r"\bkg ([a-z]+)\b([^|`\n]*)")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
FIELD = re.compile(r"`(\w+)`")
VOLATILE = re.compile(r"[0-9a-f]{20}|[0-9]+")
"""Counts and hashes, which another row of a table changes without making the page wrong."""


@cache
def refresh() -> ModuleType:
    """`docs/refresh.py`, which is no part of a package."""
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs" / "refresh.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def options() -> dict[str, set[str]]:
    """The options of each command."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return {name: {o for p in command.params for o in (*p.opts, "--help")} for name, command in group.commands.items()}


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def stable(line: str) -> str:
    """A line without what changes with the tables, and without the blanks and rules that fit columns to it."""
    return " ".join(re.sub("-{2,}", "-", VOLATILE.sub("#", line)).split())


@pytest.mark.parametrize("page", [README, GUIDE], ids=relative)
def test_commands_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    blocks = refresh().BLOCK.findall(page.read_text(encoding="utf8"))
    commands = [step for block in blocks for step in refresh().steps(block)]
    assert commands
    for command, written in commands:
        printed = {stable(line) for line in refresh().run(command, tmp_path).splitlines()}
        missing = [line for line in written.splitlines() if stable(line) not in printed]
        assert [] == missing, f"{command}run python docs/refresh.py, and read what has changed"


@pytest.mark.parametrize("page", [README, GUIDE], ids=relative)
def test_python_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    assert doctest.testfile(str(page), module_relative=False).failed == 0


def test_each_command_and_option_is_in_the_guide() -> None:
    guide = GUIDE.read_text(encoding="utf8")
    for command, known in options().items():
        assert f"kg {command}" in guide
        hidden = {"--help", *(option for option in known if not option.startswith("-"))}
        assert [] == [o for o in sorted(known - hidden) if not re.search(rf"(?<![\w-]){o}\b", guide)], command


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_commands_and_their_options_exist(page: Path) -> None:
    for name, rest in COMMAND.findall("\n".join(code(page.read_text(encoding="utf8")))):
        assert name in options()
        assert [] == [option for option in OPTION.findall(rest) if option not in options()[name]], f"kg {name}{rest}"


def code(text: str) -> list[str]:
    """Blocks and spans of code; a span may be broken over two lines."""
    fenced = re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^```\w*\n.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^ {4}(\S.*)$", rest, re.MULTILINE)
    return [*fenced, *indented, *(" ".join(span.split()) for span in re.findall(r"`([^`]+)`", rest))]


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_links_lead_to_files(page: Path) -> None:
    links = [link.partition("#")[0] for link in LINK.findall(page.read_text(encoding="utf8")) if "://" not in link]
    assert [] == [link for link in links if link and not (page.parent / link).exists()]


def test_the_guide_names_every_query() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \|", GUIDE.read_text(encoding="utf8"), re.MULTILINE)
    assert set(named_queries()) <= set(rows)


def test_the_guide_names_every_field_of_a_record() -> None:
    section = GUIDE.read_text(encoding="utf8").partition("## Reading claims")[2].partition("## Asking")[0]
    articles = kg.read([ROOT / "examples"], date=date(2024, 10, 21), language="de", report=lambda problem: None)
    german = (article for article in articles if not article.path.endswith(".md"))
    fields = {name for said in kg.extractions(german, report=kg.stop) for r in kg.records(said) for name in names(r)}
    assert fields > {"doc", "rule", "trigger"}
    assert set() == fields - set(FIELD.findall(section)) - {"narrator", "unnamed"}


def names(record: object) -> set[str]:
    """The names of all fields, but for the roles, which are the ontology's."""
    if isinstance(record, list):
        return {name for part in record for name in names(part)}
    if not isinstance(record, dict):
        return set()
    below = {n for key, value in record.items() if key != "roles" for n in names(value)}
    people = {n for value in record.get("roles", {}).values() for n in names(value)}
    return {*record, *below, *people}


def test_the_readme_has_figures() -> None:
    found = refresh().FIGURES.search(README.read_text(encoding="utf8"))
    assert found and re.findall(r"^\| (events|claims|roles) \|( [01]\.\d+ \|){3}$", found[0], re.MULTILINE)


def test_the_readme_fits_a_reader() -> None:
    lines = README.read_text(encoding="utf8").splitlines()
    assert len(lines) <= 220
    assert next(i for i, line in enumerate(lines) if line.startswith("    ")) < 15
