"""Open the page in a browser.

It is served to this machine only, unless --host says otherwise; nothing is sent out.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
from contextlib import suppress

from sim.dashboard.address import ALONE, own_address
from sim.dashboard.hosts import EVERYWHERE, address
from sim.dashboard.settings import Settings, add_settings, read_settings
from sim.files import checks
from sim.files.errors import InputError, brief

PORT, HOST = 8765, "localhost"
NO_BROWSER = ("CI", "NO_OPEN")  # environment variables


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add --port, --host, --no-open and the settings."""
    parser.add_argument("--port", default=str(PORT), metavar="N", help=f"1 to 65535 (default {PORT})")
    parser.add_argument("--host", metavar="NAME", help=f"address to serve on (default {HOST})")
    parser.add_argument(
        "--no-open",
        action="store_true",
        help="open no browser; so do the variables " + " and ".join(NO_BROWSER),
    )

    add_settings(parser.add_argument_group("serving others"))


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    port = checks.whole_number(checks.spelled_whole(options.port), "--port", 1, 65535)
    settings = read_settings(vars(options), os.environ)
    host = options.host or ("0.0.0.0" if settings.public else HOST)
    _check_free(host, port)
    settings = _reachable(settings, host, port)
    print("Starting the page ...", file=sys.stderr, flush=True)
    from sim.dashboard.work.compiling import COMPILING

    COMPILING.begin()
    from sim.dashboard.server import serve

    opens = not options.no_open and not any(os.environ.get(name) for name in NO_BROWSER)
    with suppress(KeyboardInterrupt):  # how a page is closed
        serve(settings, port, opens, host)
    return 0


def _reachable(settings: Settings, host: str, port: int) -> Settings:
    """Return ``settings`` with the names that visitors come by; say so where there is none."""
    settings = settings.served_on(host)
    if settings.address:
        return settings.found_at(settings.address)
    if settings.public:
        name = own_address() if host in EVERYWHERE else host
        if name == ALONE:
            print("This machine is in no network: only it can open the page.", file=sys.stderr)
        return settings.found_at(address(name, port, settings.root_path))
    if host in EVERYWHERE and not settings.allowed_hosts:
        print("Answered as localhost alone; --allowed-host NAME allows another name.", file=sys.stderr)
    return settings


def _check_free(host: str, port: int) -> None:
    """Refuse an address that cannot be had now, in one line rather than a traceback later."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except UnicodeError:
        said = "no machine is called so; the parts of a name have 63 characters at most"
        raise InputError(f"--host {brief(host)}: {said}") from None
    except OSError as error:
        raise InputError(f"--port {port} on {brief(host)}: {error.strerror}; try another --port") from None
