"""What a stranger may send over a websocket, and how many may be open."""

from __future__ import annotations

import asyncio
import json
import struct
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.dashboard import sockets
from sim.dashboard.envelope import (
    KINDS,
    MOST_CHARACTERS,
    TOO_BIG,
    UNSUPPORTED,
    Refused,
    asks_for_page,
    read_envelope,
)
from sim.dashboard.refusal import POLICY
from sim.dashboard.sockets import MOST_EACH, Sockets
from tests.dashboard.asgi import Answer, ask, finished, page, socket
from tests.thorough import tries

COMM = "567d19e8aadf4676921102f35c607f23"


def envelope(kind: str = "comm_msg", **content: Any) -> dict[str, Any]:
    """Return a message as the page's script writes it."""
    header = {
        "msg_id": "9c304550-0b39",
        "msg_type": kind,
        "session": "0c2b",
        "username": "",
        "version": "5.2",
    }
    rest: dict[str, Any] = {"buffers": [], "channel": "shell", "metadata": {}, "parent_header": {}}
    return {"content": content, "header": header, **rest}


def event(**content: Any) -> dict[str, Any]:
    return envelope(comm_id=COMM, data={"method": "custom", "content": content})


ARGS = {"path": "/", "dark": False, "themes": {"light": {"primary": "#fff"}, "dark": {}}, "appName": None}
RUN = envelope(comm_id=COMM, data={"method": "run", "args": ARGS})


def run(**changed: Any) -> dict[str, Any]:
    return envelope(comm_id=COMM, data={"method": "run", "args": ARGS | changed})


SENT_BY_A_PAGE = [
    envelope("kernel_info_request"),
    envelope("comm_info_request", target_name="jupyter.widget"),
    envelope("comm_open", comm_id=COMM, target_name="solara.control", data={}),
    envelope("comm_open", comm_id=COMM, target_name="jupyter.widget.control", data={}),
    RUN,
    envelope(comm_id=COMM, data={"method": "app-status"}),
    envelope(comm_id=COMM, data={"method": "request_states"}),
    envelope(comm_id=COMM, data={"method": "update", "state": {"dark_effective": False}, "buffer_paths": []}),
    event(event="act", data={"do": "focus", "outcome": "trust"}),
    event(event="ack", data=-1),
    event(event="click", data={}),
    envelope("comm_close", comm_id=COMM, data={}),
    envelope("shutdown_request", restart=False),
]
IMPORTED = {"create_widget": ["antigravity", "geohash"], "props": {}, "id": "x"}
SENT_BY_NO_PAGE: dict[str, Any] = {
    "no JSON": "}{",
    "no object": "[]",
    "deeper than can be read": "[" * 100_000,
    "a number that is none": json.dumps(event(event="act", data=float("inf"))),
    "another kind": json.dumps(envelope("execute_request", code="1")),
    "a kind that is no text": json.dumps(envelope() | {"header": {"msg_type": [], "msg_id": ""}}),
    "no header": json.dumps({"content": {}}),
    "no comm": json.dumps(envelope(data={"method": "custom"})),
    "no method": json.dumps(envelope(comm_id=COMM, data={})),
    "another method": json.dumps(envelope(comm_id=COMM, data={"method": "evict"})),
    "a widget of its own": json.dumps(envelope("comm_open", comm_id=COMM, target_name="jupyter.widget")),
    "a module to import": json.dumps(event(**IMPORTED)),
    "a module to import beside an event": json.dumps(event(event="act", **IMPORTED)),
    "an attribute to set": json.dumps(event(update_ref={}, id="x", prop="y")),
    "a page at no address": json.dumps(run(path=7)),
    "another page": json.dumps(run(appName="other")),
    "colours that are none": json.dumps(run(themes={"light": {"primary": 7}})),
    "themes that are none": json.dumps(run(themes=[])),
    "neither dark nor light": json.dumps(run(dark=None)),
    "an event that is no name": json.dumps(event(event="__init__", data={})),
    "buffers in a text": json.dumps(RUN | {"buffers": ["x"]}),
    "paths to buffers": json.dumps(
        envelope(comm_id=COMM, data={"method": "update", "state": {}, "buffer_paths": [["a"]]})
    ),
}


@pytest.mark.parametrize("message", SENT_BY_A_PAGE, ids=lambda message: str(message["header"]["msg_type"]))
def test_what_the_page_sends_is_read(message: dict[str, Any]) -> None:
    assert read_envelope(json.dumps(message)) == message


@pytest.mark.parametrize("text", SENT_BY_NO_PAGE.values(), ids=SENT_BY_NO_PAGE)
def test_what_no_page_sends_cuts_the_socket_before_the_page_hears_it(text: str) -> None:
    answer = sent({"text": text}, {"text": json.dumps(RUN)})
    assert (answer.status, answer.code, answer.heard) == (101, POLICY, [])


@pytest.mark.parametrize("count", [2**31 - 1, 2**32 - 1, 20_000_000, 1, 0])
def test_a_count_of_buffers_is_never_believed(count: int) -> None:
    answer = sent({"bytes": struct.pack("!I", count) + bytes(8)})
    assert (answer.code, answer.heard) == (UNSUPPORTED, [])


def test_a_long_message_is_not_read() -> None:
    answer = sent({"text": " " * MOST_CHARACTERS + json.dumps(RUN)})
    assert (answer.code, answer.heard) == (TOO_BIG, [])


def test_after_a_refusal_nothing_more_is_heard() -> None:
    answer = sent({"text": json.dumps(RUN)}, {"text": "}"}, {"text": json.dumps(RUN)})
    assert [json.loads(message["text"]) for message in answer.heard] == [RUN]


ANY_FRAME = st.one_of(st.text(), st.binary(), st.recursive(st.none(), st.lists).map(json.dumps))


@settings(max_examples=tries(250))
@given(ANY_FRAME)
def test_any_frame_is_read_or_refused(frame: str | bytes) -> None:
    read_or_refused(frame)


@pytest.mark.slow
@settings(max_examples=2_000)
@given(ANY_FRAME)
def test_any_frame_is_read_or_refused_however_many(frame: str | bytes) -> None:
    read_or_refused(frame)


def read_or_refused(frame: str | bytes) -> None:
    try:
        message = read_envelope(frame)
    except Refused:
        return
    assert message["header"]["msg_type"] in KINDS


def mutations() -> st.SearchStrategy[dict[str, Any]]:
    """Messages of a page with one part of them replaced by anything."""
    anything = st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.just([]), st.just({})
    )
    places = [("header",), ("header", "msg_type"), ("header", "msg_id"), ("content",), ("buffers",)]
    places += [("content", "comm_id"), ("content", "data"), ("content", "data", "method")]
    places += [("content", "target_name"), ("content", "data", "content"), ("content", "data", "args")]
    return st.builds(_replaced, st.sampled_from(SENT_BY_A_PAGE), st.sampled_from(places), anything)


def _replaced(message: dict[str, Any], place: tuple[str, ...], value: Any) -> dict[str, Any]:
    copy = json.loads(json.dumps(message))
    at = copy
    for step in place[:-1]:
        at = at.get(step) if isinstance(at.get(step), dict) else at
    at[place[-1]] = value
    return dict(copy)


@settings(max_examples=tries(1_000))
@given(mutations())
def test_what_is_read_has_what_the_server_reads_of_it(message: dict[str, Any]) -> None:
    try:
        read = read_envelope(json.dumps(message))
    except Refused:
        return
    kind, content = read["header"]["msg_type"], read["content"]
    asks_for_page(read)
    if kind in ("comm_open", "comm_msg", "comm_close"):
        assert isinstance(content["comm_id"], str)
    if kind == "comm_msg":
        data = content["data"]
        assert isinstance(data["method"], str)
        assert data["method"] != "run" or isinstance(data["args"], dict)
        assert data["method"] != "custom" or set(data["content"]) <= {"event", "data"}


def sent(*frames: dict[str, Any]) -> Answer:
    return ask(Sockets(page, 5), socket(), [{"type": "websocket.receive", **frame} for frame in frames])


def test_a_socket_of_a_page_is_opened_and_forgotten_when_it_ends() -> None:
    guard = Sockets(page, 1)
    for _ in range(3):
        assert ask(guard, socket()).status == 101
    assert guard.open == 0


def test_sockets_are_capped_in_all_and_for_each_browser() -> None:
    async def opened(most: int, sessions: list[str]) -> list[int]:
        guard, statuses = Sockets(waiting, most), []
        tasks = []
        for session in sessions:
            asked = socket(cookie=f"solara-session-id={session}")
            tasks.append(asyncio.create_task(guard(asked, forever, note(statuses))))
            await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        return statuses

    assert finished(opened(3, list("abcd"))) == [101, 101, 101, 503]
    assert finished(opened(99, ["a"] * MOST_EACH + ["a", "b"])) == [101] * MOST_EACH + [503, 101]


async def waiting(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "websocket.accept"})
    await receive()


async def forever() -> dict[str, Any]:
    return await asyncio.get_running_loop().create_future()  # type: ignore[no-any-return]


def note(statuses: list[int]) -> Any:
    async def send(message: dict[str, Any]) -> None:
        if message["type"] in ("websocket.accept", "websocket.http.response.start"):
            statuses.append(message.get("status", 101))

    return send


def test_a_socket_that_asks_for_no_page_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "START_WITHIN", 0.0)
    codes: list[int] = []

    async def silent() -> None:
        async def send(message: dict[str, Any]) -> None:
            codes.append(message.get("code", 0))

        await Sockets(page, 5)(socket(), forever, send)

    finished(silent())
    assert POLICY in codes
