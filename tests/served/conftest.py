"""Servers for the tests that leave them as they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.served.server import Served


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A page served with its defaults."""
    server = Served(tmp_path_factory.mktemp("served") / "said.txt")
    yield server
    server.stop()


class Met(NamedTuple):
    """A server whose first visitors were strangers, what it answered them, and where its libraries lie."""

    server: Served
    answers: list[str]
    libraries: Path


@pytest.fixture(scope="session")
def met(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Met]:
    """A server that was first asked for its page below paths of strangers' own: a first request settles much."""
    folder = tmp_path_factory.mktemp("met")
    libraries = folder / "libraries"
    server = Served(folder / "said.txt", SOLARA_ASSETS_PROXY_CACHE_DIR=str(libraries))
    headers = ("X_Script_Name", "Script_Name", "X_Forwarded_Prefix")
    yield Met(server, [server.text("/", **{name: "//evil.example"}) for name in headers], libraries)
    server.stop()
