"""Addresses of the real server that no page asks for."""

from __future__ import annotations

from pathlib import Path

from tests.counting import Count
from tests.served.server import Served


def test_a_request_for_a_folder_of_scripts_leaves_the_folder(tmp_path: Path, count: Count) -> None:
    count("request for a folder of scripts", 1, "not found; the folder stays")
    script = tmp_path / "libraries" / "@scope" / "require@2" / "require.js"
    script.parent.mkdir(parents=True)
    script.write_text("1")
    served = Served(tmp_path / "said.txt", SOLARA_ASSETS_PROXY_CACHE_DIR=str(tmp_path / "libraries"))
    try:
        assert served.status("/_solara/cdn/@scope/require@2/require.js") == 200
        assert served.status("/_solara/cdn/@scope/require@2") == 404
        assert script.exists()
    finally:
        served.stop()
