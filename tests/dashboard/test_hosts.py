"""Names the server answers under, and sites whose pages may not talk to it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.dashboard.hosts import Hosts, name_of, same_origin
from tests.dashboard.asgi import COOKIE, ask, page, scope, socket

NAMES = {
    "localhost": "localhost",
    "LocalHost:8765": "localhost",
    "127.0.0.1:8765": "127.0.0.1",
    "[::1]:8765": "::1",
    "[0:0::1]": "::1",
    "cities.example.org.": "cities.example.org",
    "localhost:http": None,
    "localhost:123456": None,
    "[::1": None,
    "[::1]x": None,
    "user@localhost": None,
    "localhost/x": None,
    "a" * 300: None,
    "": None,
    ".": None,
    "été": None,
}
HOSTS = {"localhost": 200, "[::1]": 200, "cities.example.org:443": 200, "evil.example": 421, "127.0.0.2": 421}
ORIGINS = {
    None: True,
    "http://localhost:8765": True,
    "HTTP://LOCALHOST:8765": True,
    "http://evil.example": False,
    "http://localhost:1": False,
    "http://localhost": False,
    "https://localhost": False,
    "file://localhost:8765": False,
    "null": False,
    "": False,
    "http://[": False,
    "http://localhost:8765@evil.example": False,
}


def guard() -> Hosts:
    return Hosts(page, ("localhost", "::1", "cities.example.org"))


@pytest.mark.parametrize(("authority", "name"), NAMES.items())
def test_a_host_is_read_or_known_as_malformed(authority: str, name: str | None) -> None:
    assert name_of(authority) == name


@pytest.mark.parametrize(("host", "status"), HOSTS.items())
def test_only_allowed_names_are_answered(host: str, status: int) -> None:
    assert ask(guard(), scope(host=host)).status == status
    opened = ask(guard(), socket(host=host, origin=f"http://{host}"))
    assert opened.status == {200: 101}.get(status, status)


def test_a_refusal_says_what_to_do() -> None:
    assert b"--allowed-host evil.example" in ask(guard(), scope(host="evil.example")).body


@pytest.mark.parametrize("headers", [[], [(b"host", b"localhost")] * 2, [(b"host", b"[")]])
def test_a_request_needs_one_host(headers: list[tuple[bytes, bytes]]) -> None:
    assert ask(guard(), scope() | {"headers": headers}).status == 400
    assert ask(guard(), socket() | {"headers": headers}).status == 400


def test_whether_the_server_runs_is_told_under_any_name() -> None:
    assert ask(guard(), scope(path="/readyz", host="10.0.0.7")).status == 200


@pytest.mark.parametrize(("origin", "allowed"), ORIGINS.items())
def test_only_pages_of_this_server_may_open_a_websocket_or_change_anything(
    origin: str | None, allowed: bool
) -> None:
    named = {} if origin is None else {"origin": origin}
    opening, closing = socket(**named), scope(path="/x", **(COOKIE | named)) | {"method": "POST"}
    assert same_origin(opening) is allowed
    assert ask(guard(), opening).status == (101 if allowed else 403)
    assert ask(guard(), closing).status == (200 if allowed else 403)


def test_two_origins_are_one_too_many() -> None:
    asked = socket(origin="http://localhost:8765")
    asked["headers"].append((b"origin", b"http://localhost:8765"))
    assert ask(guard(), asked).status == 403


@pytest.mark.parametrize(
    ("origin", "host"), [("https://a.example", "a.example"), ("http://a.example", "a.example:80")]
)
def test_the_port_of_a_scheme_may_be_left_out(origin: str, host: str) -> None:
    assert same_origin(socket(origin=origin, host=host))


HEADER = st.text(st.characters(max_codepoint=255), max_size=40)


@given(HEADER, HEADER)
def test_any_host_and_origin_is_answered(host: str, origin: str) -> None:
    def status(request: dict[str, Any]) -> int:
        return ask(guard(), request).status

    assert status(scope(host=host)) in (200, 400, 421)
    assert status(socket(host=host, origin=origin)) in (101, 400, 403, 421)
