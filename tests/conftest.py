"""What the tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).parent.parent.parent / "shared" / "data"


@pytest.fixture(scope="session")
def data() -> Path:
    """The evaluation data, which is nobody's to commit."""
    if not DATA.exists():
        pytest.skip(f"needs the data in {DATA}")
    return DATA
