"""What tests of studies begin with."""

from __future__ import annotations

import pytest


@pytest.fixture
def short_files(monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many runs a file takes here: ten in place of a hundred, so that small studies have several."""
    for module in ("plan", "run", "tasks"):
        monkeypatch.setattr(f"sim.studies.{module}.RUNS_PER_FILE", 10)
    return 10
