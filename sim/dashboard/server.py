"""Starting the page: settings that keep it private, small and offline, and the web server itself."""

from __future__ import annotations

import os
import threading
import time
import webbrowser
from functools import cache

CULL_AFTER = "10m"
"""A closed page is forgotten after this; long enough for a dropped connection to come back."""
HOST = "localhost"


@cache
def configure() -> None:
    """Set the server's settings: no telemetry, nothing fetched, guarded, sessions culled early."""
    import solara.server.settings as settings
    import solara.server.starlette as web

    from sim.dashboard import assets, guard

    settings.telemetry.mixpanel_enable = False
    settings.kernel.cull_timeout = CULL_AFTER
    settings.theme.loader = "plain"
    settings.theme.show_banner = False
    settings.theme.title = "Two Cities"
    settings.assets.fontawesome_enabled = False
    assets.install(web.app.routes)
    guard.install(web.app.routes)


def serve(port: int = 8765, open_browser: bool = True, host: str = HOST) -> None:
    """Serve the page on ``host``:``port`` until interrupted, opening a browser if asked."""
    os.environ["SOLARA_APP"] = "sim.dashboard.page"
    os.environ.setdefault("SOLARA_TELEMETRY_MIXPANEL_ENABLE", "False")
    import uvicorn

    configure()
    server = uvicorn.Server(
        uvicorn.Config("solara.server.starlette:app", host=host, port=port, log_level="error")
    )
    url = f"http://{host}:{port}"
    print(f"Two Cities: {url}", flush=True)
    if open_browser:
        threading.Thread(target=_open, args=(server, url), daemon=True).start()
    server.run()


def _open(server: object, url: str) -> None:
    while not getattr(server, "started", False):
        time.sleep(0.1)
    webbrowser.open(url)
