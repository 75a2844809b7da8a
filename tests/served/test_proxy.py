"""The real server behind a proxy, and in front of those who pretend to be one."""

from __future__ import annotations

import re
import urllib.request
from pathlib import Path

from benchmarks.visitor import visitor
from tests.counting import Count
from tests.dashboard.asgi import finished
from tests.served.server import Served

ASSET = re.compile(r'(?:src|href)="([^"]+\.(?:js|css)[^"]*)"')


def text_of(address: str, **headers: str) -> str:
    asked = urllib.request.Request(address, headers={k.replace("_", "-"): v for k, v in headers.items()})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return str(answer.read().decode())


def test_a_stranger_cannot_say_where_scripts_are_loaded_from(tmp_path: Path, count: Count) -> None:
    count("request that claims a path, a scheme or a host", 4, "dropped; later pages are as before")
    served = Served(tmp_path / "said.txt")
    try:
        for header in ("X_Script_Name", "Script_Name", "X_Forwarded_Prefix"):
            assert "evil.example" not in text_of(served.url, **{header: "//evil.example"})
        assert served.status("/", X_Forwarded_Proto="ftp", X_Forwarded_Host="evil.example") == 200
        assert "evil.example" not in text_of(served.url)
    finally:
        served.stop()


def test_a_page_at_a_path_works_after_a_health_check_came_first(tmp_path: Path, count: Count) -> None:
    count("health check before the first visitor", 3, "every script is found, below the path")
    served = Served(tmp_path / "said.txt", "--root-path", "/cities", root="/cities/")
    try:
        for first in ("/readyz", "/", "/cities"):
            assert served.status(first) == 200
        assets = ASSET.findall(text_of(served.url))
        assert len(assets) > 3
        assert all(asset.startswith("/cities/") for asset in assets)
        assert {served.status(asset) for asset in assets} == {200}
        finished(drawn(served.url))
    finally:
        served.stop()


async def drawn(address: str) -> None:
    async with visitor(address) as one:
        await one.draw()
