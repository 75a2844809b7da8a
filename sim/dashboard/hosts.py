"""Under which names the server answers, and from whose pages.

A page of another site can reach a server on this machine by a name that leads here (DNS rebinding). The name
in its request tells it apart, so only names that are allowed are answered.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable

from starlette.types import ASGIApp, Receive, Scope, Send

from sim.dashboard.refusal import Refusal, refuse

LOCAL = ("localhost", "127.0.0.1", "::1")
"""Names of this machine for itself."""
EVERYWHERE = ("0.0.0.0", "::", "")
"""Addresses to serve on that are no names to ask for."""
ASKED_BY_MACHINES = ("/readyz", "/healthz")
"""Answered under any name: who asks whether the server runs often asks by its address."""
LONGEST = 253

_AUTHORITY = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::(\d{1,5}))?")
_PORTS = {"http": "80", "https": "443"}


def name_of(authority: str) -> str | None:
    """Return the host in ``authority``, as in ``localhost:8765`` or ``[::1]``, or None if it is malformed."""
    found = _AUTHORITY.fullmatch(authority.lower()) if len(authority) <= LONGEST + 6 else None
    if found is None:
        return None
    name = found[1].strip("[]").rstrip(".")
    try:
        return str(ipaddress.ip_address(name))  # one spelling for each
    except ValueError:
        return None if ":" in name else name or None


def address(host: str, port: int, root_path: str = "") -> str:
    """Return where this machine finds a page that is served on ``host``."""
    name = LOCAL[0] if host in EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}{root_path}"


class Hosts:
    """Answers requests under ``allowed`` names; websockets and changes only from this server's own pages."""

    def __init__(self, app: ASGIApp, allowed: Iterable[str]) -> None:
        self.app, self.allowed = app, frozenset(allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        refusal = self._refusal(scope) if scope["type"] in ("http", "websocket") else None
        if refusal is None:
            await self.app(scope, receive, send)
        else:
            await refuse(refusal, scope, receive, send)

    def _refusal(self, scope: Scope) -> Refusal | None:
        if scope["type"] == "http" and scope["path"] in ASKED_BY_MACHINES:
            return None
        named = _values(scope, b"host")
        name = name_of(named[0]) if len(named) == 1 else None
        if name is None:
            return Refusal(400, "one well-formed Host is needed")
        if name not in self.allowed:
            return Refusal(
                421, f"not answered under this name; two-cities app --allowed-host {name} allows it"
            )
        changes = scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD")
        if changes and not same_origin(scope):
            return Refusal(403, "asked by a page of another site")
        return None


def same_origin(scope: Scope) -> bool:
    """Return whether the request comes from a page of this server, or from no page at all."""
    origins, hosts = _values(scope, b"origin"), _values(scope, b"host")
    if not origins:
        return True
    if len(origins) > 1 or len(hosts) != 1:
        return False
    scheme, _, authority = origins[0].lower().partition("://")
    theirs, ours = _with_port(authority, scheme), _with_port(hosts[0].lower(), scheme)
    return theirs is not None and theirs == ours


def _with_port(authority: str, scheme: str) -> tuple[str, str] | None:
    """Return host and port of ``authority``, or None if it or the scheme it came with is none of the web."""
    found, name = _AUTHORITY.fullmatch(authority), name_of(authority)
    if found is None or name is None or scheme not in _PORTS:
        return None
    return name, found[2] or _PORTS[scheme]


def _values(scope: Scope, header: bytes) -> list[str]:
    return [value.decode("latin-1") for name, value in scope["headers"] if name.lower() == header]
