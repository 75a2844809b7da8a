"""The real server behind a proxy, and in front of those who pretend to be one."""

from __future__ import annotations

import re
import signal
from pathlib import Path

from tests.counting import Count
from tests.served.conftest import Met
from tests.served.server import Served
from tests.served.test_public import ends

ASSET = re.compile(r'(?:src|href)="([^"]+\.(?:js|css)[^"]*)"')


def test_a_stranger_cannot_say_where_scripts_are_loaded_from(met: Met, count: Count) -> None:
    count("request that claims a path, a scheme or a host", 4, "dropped; later pages are as before")
    assert len(met.answers) == 3
    assert not any("evil.example" in answer for answer in met.answers)
    assert met.server.status("/", X_Forwarded_Proto="ftp", X_Forwarded_Host="evil.example") == 200
    assert "evil.example" not in met.server.text("/")


def test_a_page_at_a_path_works_after_a_health_check_came_first_until_it_is_asked_to_stop(
    tmp_path: Path, count: Count
) -> None:
    count("health check before the first visitor", 3, "every script is found, below the path")
    count("server asked to stop", 1, "browsers are told to come back, exit status 0")
    served = Served(tmp_path / "said.txt", "--root-path", "/cities", root="/cities/")
    try:
        for first in ("/readyz", "/", "/cities"):
            assert served.status(first) == 200
        assets = ASSET.findall(served.text("/cities/"))
        assert len(assets) > 3
        assert all(asset.startswith("/cities/") for asset in assets)
        assert {served.status(asset) for asset in assets} == {200}
        ends(served, signal.SIGTERM)
    finally:
        served.stop()
