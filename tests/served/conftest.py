"""One server for the tests that leave it as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.served.server import Served


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A page served with its defaults."""
    server = Served(tmp_path_factory.mktemp("served") / "said.txt")
    yield server
    server.stop()
