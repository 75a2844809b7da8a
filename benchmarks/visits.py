"""What visitors of a soak do: come, look around, move a lever now and then, and leave in one of three ways."""

from __future__ import annotations

import asyncio
import random
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.cable import Cable
from benchmarks.visitor import Visitor, visitor

OUTCOMES = ("wellbeing", "trust", "calm", "expression", "cost")
LEVERS = ("surveillance", "openness", "automation", "participation")
LOOKS: tuple[dict[str, Any], ...] = (
    *({"do": "focus", "outcome": outcome} for outcome in OUTCOMES),
    {"do": "panel", "panel": "report"},
    {"do": "panel", "panel": ""},
    {"do": "swap"},
    {"do": "undo"},
    {"do": "seek", "week": 260},
)
LEAVES = ("tab closed", "browser killed", "network cut")
ACTS = 6
"""Things a visitor does before leaving."""


@dataclass
class Tally:
    """What happened so far: visits by how they ended, failures by what they were, seconds to a curve."""

    left: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    waited: list[float] = field(default_factory=list)
    pulled: list[Cable] = field(default_factory=list)
    """Cables that were cut; they hang there until the end, and nobody tells the server."""


async def keep_visiting(port: int, seed: int, pause: float, until: float, tally: Tally) -> None:
    """Visit again and again until the time ``until``, about ``pause`` seconds between two acts."""
    chance = random.Random(seed)
    while time.monotonic() < until:
        leave = LEAVES[(seed + tally.left.total()) % len(LEAVES)]
        try:
            await _visit(port, chance, pause, until, leave, tally)
            tally.left[leave] += 1
        except (OSError, TimeoutError) as error:
            tally.failed[f"{type(error).__name__}: {error}"[:80]] += 1
            await asyncio.sleep(1.0)


async def _visit(
    port: int, chance: random.Random, pause: float, until: float, leave: str, tally: Tally
) -> None:
    cable = Cable(port)
    near = await cable.lay()
    try:
        async with visitor(f"http://127.0.0.1:{near}/") as one:
            await _timed(one, one.draw, tally)
            for _ in range(ACTS):
                await asyncio.sleep(chance.uniform(0.2, 1.8) * pause)
                if time.monotonic() > until:
                    break
                await _act(one, chance, tally)
            if leave == "tab closed":
                await asyncio.to_thread(close_tab, f"http://127.0.0.1:{port}/", one)
            elif leave == "network cut":
                cable.cut()
                tally.pulled.append(cable)
            one.drop()
    finally:
        if cable not in tally.pulled:
            await cable.take_up()


async def _act(one: Visitor, chance: random.Random, tally: Tally) -> None:
    """Look around; one time in four move a lever and wait for the curve."""
    if chance.random() < 0.75:
        await one.act(**chance.choice(LOOKS))
        return
    moved = {"do": "lever", "letter": "A", "name": chance.choice(LEVERS), "value": chance.random()}
    await _timed(one, lambda: one.act(**moved), tally)


async def _timed(one: Visitor, do: Callable[[], Any], tally: Tally) -> None:
    """Do something that brings a curve, and note the seconds until it is there."""
    frames, since = one.frames, time.monotonic()
    await do()
    await one.until(lambda: one.frames > frames)
    tally.waited.append(time.monotonic() - since)


def close_tab(address: str, one: Visitor) -> None:
    """Say what a browser says that closes a page."""
    asked = urllib.request.Request(
        f"{address}_solara/api/close/{one.kernel}?session_id={one.page}",
        data=b"",
        headers={"Cookie": one.cookie, "Origin": address.rstrip("/")},
    )
    urllib.request.urlopen(asked, timeout=60).close()


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value that ``share`` of ``values`` lie at or below; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
