"""Starting the page: settings that keep it private, small and offline, and the web server itself."""

from __future__ import annotations

import os
import threading
import time
import webbrowser

from sim.dashboard.hosts import EVERYWHERE
from sim.dashboard.settings import Settings

PING_EVERY, PONG_WITHIN = 15.0, 20.0
"""Seconds after which a browser is asked whether it is still there, and in which it must answer."""
CULL_AFTER = 20
"""Seconds after which a page whose connection is gone is forgotten; one that comes back later is drawn again
from its address. With the two above a seat is free within a minute of a cut line."""
HOST = "localhost"


def configure(settings: Settings) -> None:
    """Set the server up: no telemetry, nothing fetched, guarded, sessions culled early."""
    import solara.server.settings as solara_settings
    import solara.server.starlette as web

    from sim.dashboard.work import guard
    from sim.dashboard.work.sessions import SEATS

    solara_settings.telemetry.mixpanel_enable = False
    solara_settings.kernel.cull_timeout = f"{CULL_AFTER}s"
    solara_settings.state.auto_remount = True  # the address holds the state of a page that comes back
    solara_settings.theme.loader = "plain"
    solara_settings.theme.show_banner = False
    solara_settings.theme.title = "Two Cities"
    solara_settings.assets.fontawesome_enabled = False
    solara_settings.main.root_path = settings.root_path
    solara_settings.main.base_url = f"http://{HOST}{settings.root_path}/"  # else the first request decides
    SEATS.most = settings.seats
    guard.install(web.app, settings, solara_settings.assets.proxy_cache_dir)


def serve(settings: Settings, port: int = 8765, open_browser: bool = True, host: str = HOST) -> None:
    """Serve the page on ``host``:``port`` until interrupted, opening a browser if asked."""
    os.environ["SOLARA_APP"] = "sim.dashboard.page"
    os.environ.setdefault("SOLARA_TELEMETRY_MIXPANEL_ENABLE", "False")
    import uvicorn

    from sim.dashboard.envelope import MOST_CHARACTERS

    configure(settings)
    server = uvicorn.Server(
        uvicorn.Config(
            "solara.server.starlette:app",
            host=host,
            port=port,
            log_level="error",
            server_header=False,
            ws_ping_interval=PING_EVERY,
            ws_ping_timeout=PONG_WITHIN,
            ws_max_size=4 * MOST_CHARACTERS,  # bytes, before anybody reads them
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=list(settings.trusted_proxies),
        )
    )
    url = address(host, port, settings.root_path)
    print(f"Two Cities: {url}", flush=True)
    if open_browser:
        threading.Thread(target=_open, args=(server, url), daemon=True).start()
    server.run()


def address(host: str, port: int, root_path: str = "") -> str:
    """Return where this machine finds the page that is served on ``host``."""
    name = HOST if host in EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}{root_path}"


def _open(server: object, url: str) -> None:
    while not getattr(server, "started", False):
        time.sleep(0.1)
    webbrowser.open(url)
