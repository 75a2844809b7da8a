"""What a visitor reads who has no seat yet, or whose page could not be drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import solara

from sim.dashboard.seats import Seats
from sim.locale.catalogue import in_every_language

SEATS = Seats(60)
"""The process's own; `server.configure` sets how many there are."""


def place_in_line() -> int:
    """Return this visitor's number in line, 0 when seated; to be called while rendering.

    The page is drawn again when the number changes, and the seat is free again when the page goes.
    """
    turns = solara.use_reactive(0)

    def tell() -> None:
        turns.value += 1

    place = solara.use_memo(lambda: SEATS.enter(tell), [])
    solara.use_effect(lambda: lambda: SEATS.leave(place), [])
    return SEATS.number(place) if turns.value >= 0 else 0  # reading the turns is what subscribes to them


def waiting_page(number: int) -> None:
    """Say politely that there is no seat yet, and how many come before."""
    _plain(in_every_language("server-waiting", n=number))


def broken_page(again: Callable[[], None]) -> None:
    """Say what happened without a traceback, with a button that tries ``again``."""
    with _plain(in_every_language("server-broken")):
        solara.Button(" / ".join(in_every_language("server-again").values()), on_click=again)


def _plain(said: Mapping[str, str]) -> Any:
    paragraphs = [
        solara.v.Html(tag="p", attributes={"lang": language}, children=[text])
        for language, text in said.items()
    ]
    style = "max-width:40rem;margin:20vh auto;font:20px/1.5 sans-serif;padding:1rem"
    return solara.v.Html(tag="main", style_=style, children=paragraphs)
