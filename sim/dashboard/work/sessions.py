"""How many visitors one server takes, and what the next one reads."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any

import solara

from sim.locale.catalogue import LANGUAGES, translate

MOST_SESSIONS = int(os.environ.get("TWO_CITIES_SESSIONS", "60"))
_lock = threading.Lock()
_taken = 0


def take() -> bool:
    """Take a seat if one is free."""
    global _taken
    with _lock:
        if _taken >= MOST_SESSIONS:
            return False
        _taken += 1
        return True


def leave() -> None:
    """Free a seat."""
    global _taken
    with _lock:
        _taken = max(0, _taken - 1)


def session_place() -> bool:
    """Return whether this visitor has a seat, freed when the page goes; to be called while rendering."""
    seated = solara.use_memo(take, [])

    def hold() -> Callable[[], None] | None:
        return leave if seated else None

    solara.use_effect(hold, [])
    return bool(seated)


def full_page() -> None:
    """Say politely that there is no seat."""
    _plain("server-full")


def broken_page(again: Callable[[], None]) -> None:
    """Say what happened without a traceback, with a button that tries ``again``."""
    with _plain("server-broken"):
        solara.Button(" / ".join(in_every_language("server-again")), on_click=again)


def in_every_language(key: str) -> list[str]:
    """Return message ``key`` in every language, once where some say the same: who asks is not known yet."""
    return list(dict.fromkeys(translate(key, language) for language in LANGUAGES))


def _plain(key: str) -> Any:
    paragraphs = [solara.v.Html(tag="p", children=[text]) for text in in_every_language(key)]
    style = "max-width:40rem;margin:20vh auto;font:20px/1.5 sans-serif;padding:1rem"
    return solara.v.Html(tag="main", style_=style, children=paragraphs)
