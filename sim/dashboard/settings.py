"""How the page is served: each setting is an option of `two-cities app` and an environment variable.

The option wins over the variable; `solara run app.py` knows the variables alone.
"""

from __future__ import annotations

import argparse
import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import SplitResult, urlsplit

from sim.city.source import SUFFIXES
from sim.dashboard.hosts import EVERYWHERE, LOCAL, name_of
from sim.dashboard.logs import LEVELS
from sim.debate.read import load_debate
from sim.files import checks
from sim.files.errors import InputError, brief


@dataclass(frozen=True)
class Settings:
    """How the page is served.

    ``seats``: how many visitors see the page at once.
    ``root_path`` is where a proxy shows the page, such as ``/cities``; empty at the top of a host.
    ``allowed_hosts`` are names it is answered under besides this machine's own for itself.
    ``trusted_proxies`` are the addresses or networks whose word for a visitor's scheme and address is taken.
    ``public``: in front of a room; nothing is written to disk. ``address``: what visitors type, shown by the
    server at /address. ``metrics``: figures are told at /metrics, to this machine alone.
    ``debate`` is the one that the page begins with, by its name or its file. ``city`` is the file of one's own that it
    opens on, ``table`` the figures to be joined to its boundaries. ``study`` is the folder of a study, or of a search,
    that visitors can look at.
    ``log_level`` is one of `logs.LEVELS`; with ``access_log`` every request is a line too.
    """

    seats: int = 60
    root_path: str = ""
    allowed_hosts: tuple[str, ...] = ()
    trusted_proxies: tuple[str, ...] = ()
    public: bool = False
    address: str = ""
    metrics: bool = False
    log_level: str = "warning"
    access_log: bool = False
    debate: str = ""
    city: str = ""
    table: str = ""
    study: str = ""

    def names(self) -> frozenset[str]:
        """Return all names the page is answered under."""
        return frozenset((*LOCAL, *self.allowed_hosts))

    @property
    def alone(self) -> bool:
        """Whether the page is meant for this machine alone: not for a room, a network or behind a proxy."""
        shared = self.public or self.address or self.trusted_proxies
        return not shared and self.names() <= frozenset(LOCAL)

    def served_on(self, host: str) -> Settings:
        """Return these settings for a page served on ``host``, answered under that name if it is one."""
        name = None if host in EVERYWHERE else name_of(host) or name_of(f"[{host}]")
        return self if name is None else replace(self, allowed_hosts=(*self.allowed_hosts, name))

    def found_at(self, address: str) -> Settings:
        """Return these settings for a page that visitors find at ``address``, and answered under its name."""
        return replace(self, address=address).served_on(urlsplit(address).hostname or "")


class Setting(NamedTuple):
    """One setting: its option and variable, and ``check(text, where)`` which returns its value.

    A ``switch`` takes no value as an option, and yes or no as a variable.
    """

    option: str
    variable: str
    metavar: str
    help: str
    check: Callable[[str, str], Any]
    several: bool = False
    switch: bool = False


_ROOT = re.compile(r"(/[A-Za-z0-9._~-]+)*/?")
MOST_SEATS = 1_000


def _seats(text: str, where: str) -> int:
    return checks.whole_number(checks.spelled_whole(text), where, 1, MOST_SEATS)


def _root_path(text: str, where: str) -> str:
    if not _ROOT.fullmatch(text) or len(text) > 200 or ".." in text:
        allowed = "allowed: / or a path like /cities, of letters, digits and . _ ~ -"
        raise InputError(f"{where} = {brief(text)} is no path on a server ({allowed})")
    return text.rstrip("/")


def _network(text: str, where: str) -> str:
    try:
        return str(ipaddress.ip_network(text.strip()))
    except ValueError:
        allowed = "allowed: one like 127.0.0.1, ::1 or 10.0.0.0/8"
        raise InputError(f"{where} = {brief(text)} is no address or network ({allowed})") from None


def _host(text: str, where: str) -> str:
    name = name_of(text) or name_of(f"[{text}]")
    if name is None:
        allowed = "allowed: one like cities.example.org, 192.168.1.20 or ::1"
        raise InputError(f"{where} = {brief(text)} is no name of a server ({allowed})")
    return name


def _address(text: str, where: str) -> str:
    parts = _parts(text)
    if parts is None or parts.scheme not in ("http", "https") or name_of(parts.netloc) is None:
        allowed = "allowed: one like https://cities.example.org or http://192.168.1.20:8765/cities"
        raise InputError(f"{where} = {brief(text)} is no address of a page ({allowed})")
    _root_path(parts.path, where)
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def _parts(text: str) -> SplitResult | None:
    try:
        return urlsplit(text)
    except ValueError:
        return None


def _debate(text: str, where: str) -> str:
    try:
        load_debate(text)
    except InputError as error:
        raise InputError(
            f"{where} = {brief(text)}: {error} (allowed: a shipped debate or a sound file)"
        ) from None
    return text


def _file(text: str, where: str) -> str:
    if not Path(text).is_file():
        allowed = f"allowed: the path of one that ends in {', '.join(SUFFIXES)}"
        raise InputError(f"{where} = {brief(text)} is no file that can be read ({allowed})")
    return text


def _study(text: str, where: str) -> str:
    from sim.studies.opened import check_folder

    try:
        check_folder(text)
    except InputError as error:
        allowed = "allowed: the folder of a study or of a search"
        raise InputError(f"{where} = {brief(text)}: {error} ({allowed})") from None
    return text


def _level(text: str, where: str) -> str:
    return checks.one_of(text.lower(), LEVELS, where)


_YES, _NO = ("1", "yes", "true", "on"), ("0", "no", "false", "off")


def _switch(text: str, where: str) -> bool:
    if text.lower() not in (*_YES, *_NO):
        raise InputError(f"{where} = {brief(text)} is neither yes nor no (allowed: yes, no, 1, 0)")
    return text.lower() in _YES


SETTINGS: dict[str, Setting] = {
    "seats": Setting(
        "--seats",
        "TWO_CITIES_SESSIONS",
        "N",
        f"visitors at once, 1 to {MOST_SEATS:,} (default 60); more stand in line",
        _seats,
    ),
    "root_path": Setting(
        "--root-path",
        "TWO_CITIES_ROOT_PATH",
        "PATH",
        "path at which a proxy shows the page, such as /cities (default /)",
        _root_path,
    ),
    "allowed_hosts": Setting(
        "--allowed-host",
        "TWO_CITIES_ALLOWED_HOSTS",
        "NAME",
        "answer under this name or address; may be repeated (always: localhost, and --host if it is a name)",
        _host,
        several=True,
    ),
    "trusted_proxies": Setting(
        "--trusted-proxy",
        "TWO_CITIES_TRUSTED_PROXIES",
        "ADDRESS",
        "take X-Forwarded-For and X-Forwarded-Proto from this address or network; may be repeated",
        _network,
        several=True,
    ),
    "public": Setting(
        "--public",
        "TWO_CITIES_PUBLIC",
        "",
        "for a room: serve on all addresses, show the one to type, write nothing to disk",
        _switch,
        switch=True,
    ),
    "address": Setting(
        "--address",
        "TWO_CITIES_ADDRESS",
        "URL",
        "what visitors type, where it is not this machine's address in its network; shown at /address",
        _address,
    ),
    "metrics": Setting(
        "--metrics",
        "TWO_CITIES_METRICS",
        "",
        "tell figures of the server at /metrics, to this machine alone",
        _switch,
        switch=True,
    ),
    "debate": Setting(
        "--debate",
        "TWO_CITIES_DEBATE",
        "DEBATE",
        "the debate that the page begins with: a shipped one, or a .toml file of your own",
        _debate,
    ),
    "city": Setting(
        "--city",
        "TWO_CITIES_CITY",
        "FILE",
        "open on a city of your own: a file of districts, as `two-cities validate FILE` takes it",
        _file,
    ),
    "table": Setting(
        "--table",
        "TWO_CITIES_TABLE",
        "FILE",
        "figures to be joined to the boundaries of --city",
        _file,
    ),
    "study": Setting(
        "--study",
        "TWO_CITIES_STUDY",
        "DIR",
        "show the results in this folder: of a study, finished or not, or of a search",
        _study,
    ),
    "log_level": Setting(
        "--log-level",
        "TWO_CITIES_LOG_LEVEL",
        "LEVEL",
        f"write what is at least this grave: {', '.join(LEVELS)} (default warning)",
        _level,
    ),
    "access_log": Setting(
        "--access-log", "TWO_CITIES_ACCESS_LOG", "", "write a line for every request", _switch, switch=True
    ),
}


def add_settings(parser: argparse._ActionsContainer) -> None:
    """Add an option for each setting; `read_settings` takes what was given."""
    for name, setting in SETTINGS.items():
        how: dict[str, Any] = {"action": "append" if setting.several else "store", "metavar": setting.metavar}
        if setting.switch:
            how = {"action": "store_const", "const": "yes"}
        parser.add_argument(setting.option, dest=name, help=setting.help, **how)


def read_settings(given: Mapping[str, Any], environment: Mapping[str, str]) -> Settings:
    """Return the settings from options by name (None: not given) and from the ``environment``.

    Raises InputError with one line that names the option or variable, its value and what is allowed.
    """
    values = {}
    for name, setting in SETTINGS.items():
        if given.get(name) is not None:
            values[name] = _checked(setting, given[name], setting.option)
        elif environment.get(setting.variable):
            text = environment[setting.variable]
            values[name] = _checked(setting, text.split(",") if setting.several else text, setting.variable)
    return Settings(**values)


def _checked(setting: Setting, value: Any, where: str) -> Any:
    if setting.several:
        return tuple(setting.check(text, where) for text in value)
    return setting.check(value, where)
