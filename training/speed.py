"""Words a second on one core and peak memory of a pipeline: `python -m training.speed PIPELINE FILE` prints JSON.

FILE has one text a line. Each measurement is a process of its own, so that memory is the pipeline's.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def measure(pipeline: str, path: Path) -> dict[str, float]:
    """Load, warm up, annotate all texts; CPU time, in words a second, and memory in MB."""
    import spacy  # noqa: PLC0415  the threads must be set first

    nlp = spacy.load(pipeline)
    texts = path.read_text(encoding="utf8").splitlines()
    for _ in nlp.pipe(texts[:20]):
        pass
    started = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    seconds = time.process_time() - started
    return {
        "words": words,
        "words_per_second": round(words / seconds),
        "memory": _peak(),
    }


def _peak() -> int:
    """Peak memory of this process in MB; `ru_maxrss` would be that of the process which started it, if larger."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="utf8").splitlines())
    return round(int(status["VmHWM"].split()[0]) / 1024)


def compare(pipelines: Sequence[tuple[str, Path]], rounds: int = 3) -> list[dict[str, Any]]:
    """The best of some rounds for each pipeline with its texts, taken in turns."""
    environment = os.environ | dict.fromkeys(THREADS, "1")
    best: list[dict[str, Any]] = [{} for _ in pipelines]
    for _ in range(rounds):
        for i, (pipeline, path) in enumerate(pipelines):
            command = [sys.executable, "-m", "training.speed", pipeline, str(path)]
            out = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
            result = json.loads(out)
            if result["words_per_second"] > best[i].get("words_per_second", 0):
                best[i] = result
    return best


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
