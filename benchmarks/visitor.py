"""A visitor without a browser: opens the page, takes its frames, acts; dozens cost less than one browser.

It speaks what the page's script speaks: Jupyter messages over one websocket, see `sim.dashboard.envelope`.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import struct
import urllib.request
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import pairwise
from typing import Any, TypeVar
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

PATIENCE = 240.0  # seconds; the machine may be busy
MOST_RECEIVED = 16 << 20  # bytes of one message of the server
Model = dict[str, Any]
Kind = TypeVar("Kind", bound="Visitor")


def fetch_session(address: str) -> str:
    """Open the page as a browser does and return the cookie it is given."""
    trusted = ssl.create_default_context()  # now: Python 3.12 asks whom to trust at its first request only
    with urllib.request.urlopen(address, timeout=60, context=trusted) as answer:
        answer.read()
        given = answer.headers.get_all("Set-Cookie") or []
    return "; ".join(cookie.split(";")[0] for cookie in given)


def socket_address(address: str, kernel: str, page: str) -> str:
    """Return where the page at ``address`` opens its websocket."""
    parts = urlsplit(address)
    scheme = {"http": "ws", "https": "wss"}[parts.scheme]
    return f"{scheme}://{parts.netloc}{parts.path}jupyter/api/kernels/{kernel}/channels?session_id={page}"


def envelope(kind: str, **content: Any) -> str:
    """Return one message of the page's script."""
    header = {"msg_id": str(uuid.uuid4()), "msg_type": kind, "session": "", "username": "", "version": "5.2"}
    metadata = {"version": "1.0.0"}  # of the widgets' control protocol
    rest: Model = {"buffers": [], "channel": "shell", "metadata": metadata, "parent_header": {}}
    return json.dumps({"header": header, "content": content, **rest})


class Visitor:
    """One open page: ``models`` holds the state of its widgets by identity, as a browser would hold it.

    ``frames`` counts the curves it was sent, ``full`` says whether one of them was no draft; ``states`` collects
    the answers to ``request_states``.
    """

    def __init__(self, line: ClientConnection, kernel: str, page: str, cookie: str) -> None:
        self.line, self.kernel, self.page, self.cookie = line, kernel, page, cookie
        self.models: dict[str, Model] = {}
        self.states: list[Model] = []
        self.frames = 0
        self.full = False
        self.received = 0
        self._heard = asyncio.Condition()
        self._reading = asyncio.create_task(self._read())

    async def draw(self) -> None:
        """Ask for the page and wait until its charts have a curve."""
        await self.ask()
        await self.until(lambda: self.frames > 0)

    async def ask(self) -> None:
        """Ask for the page."""
        control = uuid.uuid4().hex
        await self.line.send(envelope("kernel_info_request"))
        await self.line.send(envelope("comm_open", comm_id=control, target_name="solara.control", data={}))
        asked = {"path": "/", "dark": False, "themes": {"light": {}, "dark": {}}, "appName": None}
        await self.call(control, "run", args=asked)

    async def listen(self) -> str:
        """Open the line on which the server tells the states of all widgets; return its identity."""
        line = uuid.uuid4().hex
        await self.line.send(
            envelope("comm_open", comm_id=line, target_name="jupyter.widget.control", data={})
        )
        return line

    async def act(self, **action: Any) -> None:
        """Do what a visitor does: ``act(do="focus", outcome="trust")``."""
        await self.until(lambda: self.charts is not None)
        await self.call(str(self.charts), "custom", content={"event": "act", "data": action})

    async def call(self, comm: str, method: str, **fields: Any) -> None:
        """Send one message to a widget, or to the server's control."""
        await self.line.send(envelope("comm_msg", comm_id=comm, data={"method": method, **fields}))

    @property
    def charts(self) -> str | None:
        """The identity of the widget that draws the charts, or None before it is there."""
        return next((name for name, m in self.models.items() if "ack" in m.get("events", ())), None)

    async def until(self, state: Callable[[], bool]) -> None:
        """Wait for a state of the page.

        Raises ConnectionError when the server hangs up before, TimeoutError after `PATIENCE`.
        """
        async with asyncio.timeout(PATIENCE), self._heard:
            while not state():
                if self.is_cut_off:
                    raise ConnectionError("the server hung up")
                await self._heard.wait()

    def view(self, key: str) -> Any:
        """Return a value that some widget shows, such as ``link``, or None."""
        return next((shown(m, key) for m in self.models.values() if key in m.get("view", {})), None)

    @property
    def sentence(self) -> str:
        """The sentence that compares the cities; empty until its runs are done."""
        told = next((m["sentence"] for m in self.models.values() if "sentence" in m), {})
        return "".join(part["text"] for part in told.get("parts", ()))

    @property
    def text(self) -> str:
        """All words that stand in plain elements, as those of the page that asks for patience."""
        children = [child for model in self.models.values() for child in model.get("children") or ()]
        return "\n".join(child for child in children if isinstance(child, str))

    @property
    def is_cut_off(self) -> bool:
        """Whether the server has ended the connection."""
        return self._reading.done()

    async def close(self) -> None:
        """End the connection as a browser does that leaves."""
        await self.line.close()
        await self._reading

    def drop(self) -> None:
        """Break the connection without a word, as a killed browser does."""
        self.line.transport.abort()

    async def _read(self) -> None:
        try:
            async for text in self.line:
                self.received += len(text)
                await self._take(text)
        except (ConnectionClosed, OSError):
            pass
        finally:
            async with self._heard:
                self._heard.notify_all()

    async def _take(self, text: str | bytes) -> None:
        message, buffers = _parts(text)
        content, data = message["content"], message["content"].get("data", {})
        if message["header"]["msg_type"] == "comm_open":
            self.models[content["comm_id"]] = {}
        if "state" in data and content["comm_id"] in self.models:
            for path, buffer in zip(data.get("buffer_paths", ()), buffers, strict=False):
                _place(data["state"], path, buffer)
            self.models[content["comm_id"]] |= data["state"]
            await self._answer(content["comm_id"], data["state"].get("frame"))
        if data.get("method") == "update_states":
            self.states.append(data["states"])
        async with self._heard:
            self._heard.notify_all()

    async def _answer(self, comm: str, frame: bytes | None) -> None:
        if frame:
            self.frames += 1
            header = json.loads(frame[4 : 4 + struct.unpack_from("<I", frame)[0]])
            self.full = self.full or not header["draft"]
            await self.call(comm, "custom", content={"event": "ack", "data": header["number"]})


def shown(model: Model, key: str) -> Any:
    """Return what a widget shows under ``key``: of the whole it was sent, with what has changed since."""
    value = model["view"][key]
    for (first, *path), changed in model.get("changed", ()):
        if first == key:
            value = _with(value, path, changed)
    return value


def _with(value: Any, path: list[Any], changed: Any) -> Any:
    """Return a copy of ``value`` with ``changed`` at ``path``."""
    if not path:
        return changed
    copy = value.copy()
    copy[path[0]] = _with(value[path[0]], path[1:], changed)
    return copy


def _parts(text: str | bytes) -> tuple[Model, list[bytes]]:
    if isinstance(text, str):
        return json.loads(text), []
    count = struct.unpack_from("!I", text)[0]
    offsets = [*struct.unpack_from(f"!{count}I", text, 4), len(text)]
    first, *rest = [text[low:high] for low, high in pairwise(offsets)]
    return json.loads(first), rest


def _place(state: Any, path: list[Any], value: bytes) -> None:
    for step in path[:-1]:
        state = state[step]
    state[path[-1]] = value


@asynccontextmanager
async def visitor(
    address: str, kind: type[Kind] = Visitor, wire: type[ClientConnection] = ClientConnection
) -> AsyncIterator[Kind]:
    """Open a page at ``address``, which ends with a slash, over a ``wire``, and leave it at the end."""
    cookie = await asyncio.to_thread(fetch_session, address)
    kernel, page = str(uuid.uuid4()), str(uuid.uuid4())
    headers = {"Cookie": cookie, "Origin": "{0.scheme}://{0.netloc}".format(urlsplit(address))}
    where = socket_address(address, kernel, page)
    limits = {"max_size": MOST_RECEIVED, "open_timeout": 60}
    async with connect(where, additional_headers=headers, create_connection=wire, **limits) as line:
        one = kind(line, kernel, page, cookie)
        yield one
        await one.close()
