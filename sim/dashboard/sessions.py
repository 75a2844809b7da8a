"""How many visitors one server takes, and what the next one reads."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

import solara

MOST_SESSIONS = int(os.environ.get("TWO_CITIES_SESSIONS", "60"))
FULL = (
    "All seats of this server are taken. Please try again in a few minutes.",
    "Toutes les places de ce serveur sont prises. Merci de réessayer dans quelques minutes.",
)

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
    """Return whether this visitor has a seat; it is freed when the page goes. To be called while rendering."""
    seated = solara.use_memo(take, [])

    def hold() -> Callable[[], None] | None:
        return leave if seated else None

    solara.use_effect(hold, [])
    return bool(seated)


def full_page() -> None:
    """Say politely that there is no seat."""
    with solara.v.Html(
        tag="main", style_="max-width:40rem;margin:20vh auto;font:20px/1.5 sans-serif;padding:1rem"
    ):
        for text in FULL:
            solara.v.Html(tag="p", children=[text])
