"""Malformed requests to the real server: each is answered, none by a fault of the server."""

from __future__ import annotations

import socket
import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.counting import Count
from tests.served.server import Served
from tests.thorough import tries

SOCKET = f"/jupyter/api/kernels/{uuid.uuid4()}/channels"
CLOSE = f"/_solara/api/close/{uuid.uuid4()}"
HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}
OPENED = {"Cookie": "solara-session-id=a"} | HANDSHAKE
KNOWN: dict[str, tuple[str, str, dict[str, str], int]] = {
    "a malformed Origin": ("GET", f"{SOCKET}?session_id=x", OPENED | {"Origin": "http://["}, 403),
    "a socket without a page": ("GET", SOCKET, OPENED, 400),
    "a socket without a session": ("GET", f"{SOCKET}?session_id=x", HANDSHAKE, 403),
    "an end without a page": ("POST", CLOSE, {}, 400),
    "the end of a page that is not there": ("POST", f"{CLOSE}?session_id=x", {}, 404),
    "another server's name": ("GET", "/", {"Host": "evil.example"}, 421),
    "a malformed name": ("GET", "/", {"Host": "[::1"}, 400),
    "a scheme that is none": ("GET", "/", {"X-Forwarded-Proto": "ftp", "X-Forwarded-Host": "a"}, 200),
    "a malformed version": ("GET", "/static/main.js?v=%ff", {}, 200),
}


@pytest.mark.parametrize(("method", "path", "headers", "status"), KNOWN.values(), ids=KNOWN)
def test_each_fault_of_a_request_has_its_answer(
    served: Served, count: Count, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    count("malformed request", 1, "a status of its own, never 500")
    assert status_of(served, method, path, {"Host": "localhost"} | headers) == status


PATHS = st.one_of(
    st.sampled_from(["/", SOCKET, CLOSE, "/static/", "/_solara/cdn/", "/jupyter/nbextensions/", "/readyz"]),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=30).map(lambda text: f"/{text}"),
)
QUERIES = st.one_of(st.just(""), st.text(st.characters(min_codepoint=33, max_codepoint=255), max_size=30))
NAMES = st.sampled_from(
    ["Origin", "Cookie", "X-Script-Name", "X-Forwarded-Proto", "Accept-Encoding", "Range", "If-None-Match"]
)

EXAMPLES = tries(1_000)
VALUES = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=30)


def test_malformed_requests_are_no_fault_of_the_server(served: Served, count: Count) -> None:
    tried: list[int] = []

    @settings(max_examples=EXAMPLES, database=None)
    @given(
        st.sampled_from(["GET", "POST", "HEAD"]), PATHS, QUERIES, st.dictionaries(NAMES, VALUES, max_size=4)
    )
    def ask(method: str, path: str, query: str, headers: dict[str, str]) -> None:
        upgrade = OPENED if "channels" in path else {}
        tried.append(status_of(served, method, f"{path}?{query}", {"Host": "localhost"} | upgrade | headers))
        assert tried[-1] < 500

    try:
        ask()
    finally:
        count("malformed request", len(tried), "a status of its own, never 500")
    assert len(tried) >= EXAMPLES


def status_of(served: Served, method: str, path: str, headers: dict[str, str]) -> int:
    """Return the status of the answer to a request that no client's library would send."""
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    with socket.create_connection(("localhost", served.port), timeout=240) as line:
        line.sendall("\r\n".join(lines).encode("latin-1"))
        answer = line.makefile("rb").readline()
    return int(answer.split()[1])
