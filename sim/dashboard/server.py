"""Starting the page: settings that keep it private, small and offline, and the web server itself."""

from __future__ import annotations

import os
import signal
import sys
import threading
import webbrowser
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from sim.dashboard import logs, process, scratch
from sim.dashboard.address import drawn_in_letters
from sim.dashboard.hosts import address
from sim.dashboard.settings import Settings

if TYPE_CHECKING:
    import uvicorn

PING_EVERY, PONG_WITHIN = 15.0, 20.0
"""Seconds after which a browser is asked whether it is still there, and in which it must answer."""
CULL_AFTER = 20
"""Seconds after which a page whose connection is gone is forgotten; one that comes back later is drawn again
from its address. With the two above a seat is free within a minute of a cut line."""
FAREWELL = 10
"""Seconds a stopping server waits for its visitors' connections to end."""
HOST = "localhost"


# Long: a setting a line
def configure(settings: Settings) -> None:
    """Set the server up: no telemetry, nothing fetched, guarded, sessions culled early."""
    import solara.server.settings as solara_settings
    import solara.server.starlette as web

    from sim.dashboard import assets, outbox, recovery, shell
    from sim.dashboard.state import cities, debates
    from sim.dashboard.state.lesson import SERVED
    from sim.dashboard.work import guard, kept_arrays
    from sim.dashboard.work.sessions import SEATS
    from sim.dashboard.work.study import STUDY

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
    SERVED.address = settings.address
    assets.install(web.app.routes)
    kept_arrays.WRITES = not settings.public
    cities.PICKS = settings.alone
    if settings.debate:
        debates.offer(settings.debate)
    if settings.city or settings.table:
        cities.offer(settings.city, settings.table)
    if settings.study:
        STUDY.open(settings.study)
    recovery.install()
    outbox.install()
    shell.install()
    guard.install(web.app, settings, solara_settings.assets.proxy_cache_dir)
    process.keep_what_is_loaded()


def serve(settings: Settings, port: int = 8765, open_browser: bool = True, host: str = HOST) -> None:
    """Serve the page on ``host``:``port`` until interrupted, opening a browser if asked."""
    os.environ["SOLARA_APP"] = "sim.dashboard.page"
    os.environ.setdefault("SOLARA_TELEMETRY_MIXPANEL_ENABLE", "False")
    scratch.provide()
    process.prepare()
    logs.set_up(settings.log_level, settings.access_log)
    configure(settings)
    here = address(host, port, settings.root_path)
    server = _server(settings, port, host, partial(_tell, settings, here, open_browser))
    signal.signal(signal.SIGTERM, _leave)  # as the server's last act, when it has said farewell to all
    server.run()


def _server(settings: Settings, port: int, host: str, ready: Callable[[], None]) -> uvicorn.Server:
    import uvicorn

    from sim.dashboard.connections import Connection
    from sim.dashboard.envelope import MOST_CHARACTERS
    from sim.dashboard.web_server import WebServer

    config = uvicorn.Config(
        "solara.server.starlette:app",
        host=host,
        port=port,
        http=Connection,
        log_config=None,
        access_log=settings.access_log,
        server_header=False,
        ws_ping_interval=PING_EVERY,
        ws_ping_timeout=PONG_WITHIN,
        ws_max_size=4 * MOST_CHARACTERS,  # bytes, before anybody reads them
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        timeout_graceful_shutdown=FAREWELL,
    )
    return WebServer(config, ready)


def _tell(settings: Settings, here: str, open_browser: bool) -> None:
    _say_where(settings, here)
    if open_browser:  # which takes its time, or all of it where it draws in the terminal
        threading.Thread(target=webbrowser.open, args=(here,), daemon=True).start()


def _say_where(settings: Settings, here: str) -> None:
    """Tell this machine where the page is, and a room what to type."""
    print(f"Two Cities: {settings.address or here}", flush=True)
    if not settings.address:
        return
    if sys.stdout.isatty():
        print(drawn_in_letters(settings.address))
    print(f"The same, large, for the screen of the room: {here}/address", flush=True)


def _leave(signal_number: int, frame: object) -> NoReturn:
    sys.exit(0)
