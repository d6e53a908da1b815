"""Runs the commands of README.md and guide.md and writes what they print below them: `python docs/refresh.py`.

`python docs/refresh.py quality` does so for quality.md, whose commands need the data in `../shared` and take minutes.

Commands are the lines of a `console` block that begin with "$ ", those that go on with "> ". Between the markers of
README.md go the figures of `benchmarks.rows`. Read what has changed before you commit it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "guide.md")
QUALITY = ROOT / "docs" / "quality.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
FIGURES = re.compile(r"(?<=<!-- rows -->\n).*?(?=<!-- /rows -->)", re.DOTALL)
MEASURED = re.compile(r"^(events|claims|roles) +P (\S+) +R (\S+) +F1 (\S+)$", re.MULTILINE)
FACTUALITY = re.compile(r"^factuality (\S+)", re.MULTILINE)
UNASSERTED = re.compile(r"^unasserted (\d+) of (\d+)", re.MULTILINE)


def steps(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a block with its marks ("$ ", "> "), and the output below it."""
    for step in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        lines = step.splitlines(keepends=True)
        count = next((i for i, line in enumerate(lines) if i and not line.startswith(">")), len(lines))
        if lines:
            yield "".join(lines[:count]), "".join(lines[count:])


def run(command: str, folder: Path) -> str:
    """What a command prints, on both streams, in a folder that has the examples."""
    examples = folder / "examples"
    if not examples.exists():  # the checkout has them
        examples.symlink_to(ROOT / "examples")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    script = "".join(re.sub(r"^[$>] ?", "", line) for line in command.splitlines(keepends=True))
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONWARNINGS": "ignore"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf8",
        check=False,
    )
    return "".join(line.rstrip() + "\n" for line in done.stdout.strip("\n").splitlines())


def figures(printed: str) -> str:
    """What `python -m benchmarks.rows` prints, for the README."""
    rows = [f"| {name} | {p} | {r} | {f1} |\n" for name, p, r, f1 in MEASURED.findall(printed)]
    right, wrong = FACTUALITY.search(printed), UNASSERTED.search(printed)
    if len(rows) != 3 or not right or not wrong:
        raise SystemExit(f"these are no figures:\n{printed}")
    return "".join(
        [
            "| | precision | recall | F1 |\n|---|---|---|---|\n",
            *rows,
            f"\nThe factuality of {100 * float(right[1]):.1f} % of the claims that match is right. ",
            f"Of {wrong[2]} sentences whose content must\nnot become a fact, {wrong[1]} do.\n",
        ]
    )


def refreshed(text: str, folder: Path) -> str:
    """A page with what its commands print in a folder."""
    return BLOCK.sub(lambda found: "".join(command + run(command, folder) for command, _ in steps(found[0])), text)


def measure() -> None:
    """Bring the figures of the benchmarks up to date."""
    QUALITY.write_text(refreshed(QUALITY.read_text(encoding="utf8"), ROOT), encoding="utf8")


def main() -> None:
    """Bring the README and the guide up to date."""
    printed = subprocess.run(
        [sys.executable, "-m", "benchmarks.rows", "de"], cwd=ROOT, capture_output=True, encoding="utf8", check=True
    ).stdout
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            text = refreshed(page.read_text(encoding="utf8"), Path(folder))
        page.write_text(FIGURES.sub(lambda _: figures(printed), text), encoding="utf8")


if __name__ == "__main__":
    measure() if "quality" in sys.argv[1:] else main()
