"""How many visitors one server takes, and what the next one reads."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any

import solara

from sim.files import checks

_VARIABLE = "TWO_CITIES_SESSIONS"
MOST_SESSIONS = checks.whole_number(checks.spelled(os.environ.get(_VARIABLE, "60")), _VARIABLE, 1, 10_000)
FULL = (
    "All seats of this server are taken. Please try again in a few minutes.",
    "Toutes les places de ce serveur sont prises. Merci de réessayer dans quelques minutes.",
)

BROKEN = (
    "Something went wrong while drawing the page. It has been noted in the log.",
    "L’affichage a rencontré un problème. C’est noté au journal.",
)
AGAIN = "Try again / Réessayer"

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
    _plain(FULL)


def broken_page(again: Callable[[], None]) -> None:
    """Say what happened without a traceback, with a button that tries ``again``."""
    with _plain(BROKEN):
        solara.Button(AGAIN, on_click=again)


def _plain(texts: tuple[str, ...]) -> Any:
    paragraphs = [solara.v.Html(tag="p", children=[text]) for text in texts]
    style = "max-width:40rem;margin:20vh auto;font:20px/1.5 sans-serif;padding:1rem"
    return solara.v.Html(tag="main", style_=style, children=paragraphs)
