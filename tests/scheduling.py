"""Which worker runs what: tests that share a server or a browser stay together, and the longest begin first."""

from __future__ import annotations

from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

LONG = ("tests/browser/", "tests/served/")
"""Folders whose files share servers; a worker that takes a file of theirs starts its own."""
BROWSERS = 2
"""On so many workers browsers are started: on one they would still run when all else is done."""


class Together(LoadFileScheduling):
    """A file's tests on one worker, as ``--dist loadfile`` has it, and files that share a server too."""

    def _split_scope(self, nodeid: str) -> str:
        file = str(super()._split_scope(nodeid))
        if file.startswith(LONG[0]):
            return f"{LONG[0]}{len(file) % BROWSERS}"
        return LONG[1] if file.startswith(LONG[1]) else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together | None:
    """Schedule so wherever files would be kept whole."""
    if config.getvalue("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False  # else files of many tests come first, and those are short
    return Together(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest first: what is left for the end is short, so that no worker waits for another."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))
