"""What a browser may send over its websocket: small, well-formed Jupyter messages of six kinds.

Solara and the widget libraries behind it trust what they are sent: a count of buffers is unpacked before
the length is looked at, and a widget's message may name a Python module to import. Each message is therefore
read here first, and refused unless the page's own script could have sent it. That script sends text alone.

Format: https://jupyter-client.readthedocs.io/en/stable/messaging.html
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from sim.dashboard.refusal import POLICY

MOST_CHARACTERS = 256_000
"""Length of the longest message; the page's own stay below 30,000."""
KINDS = frozenset(
    ("kernel_info_request", "comm_info_request", "comm_open", "comm_msg", "comm_close", "shutdown_request")
)
TARGETS = frozenset(("solara.control", "jupyter.widget.control"))
"""What a browser may open on the server; widgets are made by the server alone."""
METHODS = frozenset(("run", "app-status", "reload", "update", "custom", "request_state", "request_states"))
"""What a browser may ask of what is open."""
EVENT_FIELDS = frozenset(("event", "data"))
"""All that a widget's event may hold; ipyvue would import what ``create_widget`` names."""

UNSUPPORTED, TOO_BIG = 1003, 1009
"""Codes of a closed websocket (RFC 6455, 7.4.1)."""

_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_EVENT = re.compile(r"[a-z][a-z_.:]{0,63}")
_FIELDS = ("header", "parent_header", "metadata", "content")


class Refused(Exception):
    """A message that no page sends: the ``code`` its websocket is closed with, and why in a few words."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code, self.reason = code, reason


def is_id(text: object) -> bool:
    """Return whether ``text`` may be the identity of a kernel, page, session or comm."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def read_envelope(frame: str | bytes) -> dict[str, Any]:
    """Return the message in ``frame``; raises `Refused` when the page's script could not have sent it."""
    if isinstance(frame, bytes):
        raise Refused(UNSUPPORTED, "not text")
    if len(frame) > MOST_CHARACTERS:
        raise Refused(TOO_BIG, f"longer than {MOST_CHARACTERS:,} characters")
    message = _parsed(frame)
    if not isinstance(message, dict) or any(not isinstance(message.get(field), dict) for field in _FIELDS):
        _refuse("not a message")
    if message.get("buffers") != []:
        _refuse("buffers in a text")
    header = message["header"]
    if not _is_in(header.get("msg_type"), KINDS) or not isinstance(header.get("msg_id"), str):
        _refuse("unknown kind of message")
    if not _is_sound(header["msg_type"], message["content"]):
        _refuse(f"malformed {header['msg_type']}")
    return message


def asks_for_page(message: dict[str, Any]) -> bool:
    """Return whether ``message`` asks for the page to be drawn, or whether it still is."""
    data = message["content"].get("data")
    return isinstance(data, dict) and data.get("method") in ("run", "app-status")


def _refuse(reason: str) -> NoReturn:
    raise Refused(POLICY, reason)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        _refuse("not JSON")


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")  # Python alone would read NaN and Infinity


def _is_sound(kind: str, content: dict[str, Any]) -> bool:
    """Return whether ``content`` holds what is read of such a message without asking, and no more."""
    if not kind.startswith("comm_") or kind == "comm_info_request":
        return True
    data = content.get("data", {})
    if not is_id(content.get("comm_id")) or not isinstance(data, dict):
        return False
    if kind == "comm_open":
        return _is_in(content.get("target_name"), TARGETS)
    return kind == "comm_close" or (_is_in(data.get("method"), METHODS) and _is_sound_call(data))


def _is_in(value: object, legal: frozenset[str]) -> bool:
    return isinstance(value, str) and value in legal


def _is_sound_call(data: dict[str, Any]) -> bool:
    if data["method"] == "update":
        return isinstance(data.get("state"), dict) and not data.get("buffer_paths")
    if data["method"] == "run":
        return _is_sound_run(data.get("args"))
    return data["method"] != "custom" or _is_sound_event(data.get("content"))


def _is_sound_run(asked: object) -> bool:
    """Return whether a page is asked for at an address, with colours by theme and name."""
    if not isinstance(asked, dict) or not isinstance(asked.get("path"), str):
        return False
    themes = asked.get("themes", {})
    if asked.get("appName") is not None or not isinstance(asked.get("dark"), bool):
        return False
    return isinstance(themes, dict) and all(map(_is_theme, themes.values()))


def _is_theme(colours: object) -> bool:
    return isinstance(colours, dict) and all(isinstance(colour, str) for colour in colours.values())


def _is_sound_event(content: object) -> bool:
    if not isinstance(content, dict) or not content.keys() <= EVENT_FIELDS:
        return False
    event = content.get("event")
    return isinstance(event, str) and _EVENT.fullmatch(event) is not None
