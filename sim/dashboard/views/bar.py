"""The bar at the top and the bar of time at the foot."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.links import write_link
from sim.dashboard.state.scene import MODES, THEMES
from sim.dashboard.state.view_state import SPEEDS, Desk
from sim.dashboard.work.simulation import WEEKS
from sim.locale.messages import said
from sim.locale.messages.bar import BAR
from sim.locale.messages.time import TIME


def bar(desk: Desk) -> dict[str, Any]:
    """Return everything the bar at the top shows."""
    scene = desk.scene
    words = said(BAR, scene.language)
    return {
        "language": scene.language,
        "words": words,
        "mode": scene.mode,
        "modes": [{"name": name, "label": words[name]} for name in MODES],
        "theme": scene.theme,
        "next_theme": THEMES[(THEMES.index(scene.theme) + 1) % len(THEMES)],
        "can_undo": bool(desk.back),
        "can_redo": bool(desk.ahead),
        "stage": scene.stage,
        "notice": desk.notice,
        "link": write_link(scene),
        "keys": desk.keys,
        "playing": desk.playing,
        "week": scene.week,
    }


def foot(desk: Desk, busy: bool) -> dict[str, Any]:
    """Return everything the bar of time shows."""
    scene = desk.scene
    return {
        "language": scene.language,
        "words": said(TIME, scene.language),
        "week": scene.week,
        "weeks": WEEKS,
        "playing": desk.playing,
        "speed": desk.speed,
        "speeds": list(SPEEDS),
        "marks": [{"week": event["week"], "kind": event["kind"]} for event in scene.events],
        "busy": busy,
        "stage": scene.stage,
    }
