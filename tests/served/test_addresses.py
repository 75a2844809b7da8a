"""Addresses of the real server that no page asks for."""

from __future__ import annotations

from tests.counting import Count
from tests.served.conftest import Met


def test_a_request_for_a_folder_of_scripts_leaves_the_folder(met: Met, count: Count) -> None:
    count("request for a folder of scripts", 1, "not found; the folder stays")
    script = met.libraries / "@scope" / "require@2" / "require.js"
    script.parent.mkdir(parents=True)
    script.write_text("1")
    assert met.server.status("/_solara/cdn/@scope/require@2/require.js") == 200
    assert met.server.status("/_solara/cdn/@scope/require@2") == 404
    assert script.exists()
