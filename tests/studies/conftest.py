"""What tests of studies begin with."""

from __future__ import annotations

from functools import cache

import pytest

from sim.studies import receipt, runner

WARM_UP = cache(runner.warm_up)
VERSIONS = cache(receipt._versions)


@pytest.fixture(autouse=True)
def _once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Warm up and look up the versions of libraries once: each study does, and here hundreds are run in one process."""
    monkeypatch.setattr(runner, "warm_up", WARM_UP)
    monkeypatch.setattr(receipt, "_versions", lambda: dict(VERSIONS()))


@pytest.fixture
def short_files(monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many runs a file takes here: ten in place of a hundred, so that small studies have several."""
    for module in ("plan", "run", "tasks"):
        monkeypatch.setattr(f"sim.studies.{module}.RUNS_PER_FILE", 10)
    return 10
