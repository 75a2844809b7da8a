"""What answers tell the browser to allow, and the session's cookie."""

from __future__ import annotations

import re
from typing import Any

from sim.dashboard.headers import EVERYWHERE, NO_PAGE, SafeHeaders
from tests.dashboard.asgi import Answer, ask, scope

COOKIES = [
    "solara-session-id=a-b; expires=Fri, 01 Jan 2038 00:00:00 GMT; Path=/; SameSite=none; Secure",
    "solara-session-id-lax=a-b; expires=Fri, 01 Jan 2038 00:00:00 GMT; Path=/; SameSite=lax",
]
HTML = [b"<html><script>1</script><script ", b'src="x"></script><p>scripted</p></html>']


def answering(content_type: str, *parts: bytes) -> Any:
    """Return an application that answers ``parts`` and sets Solara's cookies, and notes what it was asked."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        scope["heard"].append(dict(scope["headers"]))
        headers = [(b"content-type", content_type.encode()), (b"content-length", b"7")]
        headers += [(b"set-cookie", cookie.encode()) for cookie in COOKIES]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        for part in parts:
            await send({"type": "http.response.body", "body": part, "more_body": part != parts[-1]})

    return app


def page(root_path: str = "", **request: Any) -> Answer:
    asked = scope(accept_encoding="gzip") | request
    return ask(SafeHeaders(answering("text/html; charset=utf-8", *HTML), root_path), asked)


def policy(answer: Answer) -> dict[str, list[str]]:
    (text,) = answer.values("content-security-policy")
    parts = (part.split() for part in text.split(";"))
    return {name: values for name, *values in parts}


def test_every_answer_says_what_is_allowed() -> None:
    script = ask(SafeHeaders(answering("text/javascript", b"1"), ""), scope(path="/static/x.js"))
    for answer in (page(), script):
        assert all(answer.values(name.lower()) == [value] for name, value in EVERYWHERE.items())
    assert script.values("content-security-policy") == [NO_PAGE]
    assert script.body == b"1"


def test_a_page_runs_no_script_but_its_own() -> None:
    answer = page()
    (nonce,) = set(re.findall(rb'nonce="([^"]+)"', answer.body))
    assert answer.body.count(b"<script nonce=") == 2
    assert b"<p>scripted</p>" in answer.body
    assert policy(answer)["script-src"] == ["'self'", f"'nonce-{nonce.decode()}'", "'unsafe-eval'"]
    assert answer.values("content-length") == [str(len(answer.body))]


def test_a_page_may_not_be_framed_and_talks_to_its_server_alone() -> None:
    allowed = policy(page())
    assert allowed["default-src"] == allowed["frame-ancestors"] == allowed["base-uri"] == ["'none'"]
    assert allowed["connect-src"] == ["'self'", "ws://localhost:8765"]
    assert policy(page(scheme="https"))["connect-src"] == ["'self'", "wss://localhost:8765"]


def test_a_number_is_used_once_and_not_stored() -> None:
    first, second = page(), page()
    assert policy(first)["script-src"] != policy(second)["script-src"]
    assert first.values("cache-control") == ["no-store"]


def test_the_page_is_asked_for_as_it_is() -> None:
    assert b"accept-encoding" not in page().heard[0]
    asked = scope(path="/static/x.js", accept_encoding="gzip")
    script = ask(SafeHeaders(answering("text/javascript", b"1"), ""), asked)
    assert script.heard[0][b"accept-encoding"] == b"gzip"


def test_the_cookie_ends_with_the_browser_and_is_hidden_from_scripts() -> None:
    assert page().values("set-cookie") == ["solara-session-id=a-b; Path=/; HttpOnly; SameSite=Lax"]
    behind = page("/cities", scheme="https")
    assert behind.values("set-cookie") == [
        "solara-session-id=a-b; Path=/cities/; HttpOnly; SameSite=Lax; Secure"
    ]
