"""The bar at the top and the bar of time at the foot."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.answers import number_of
from sim.dashboard.state.links import write_link
from sim.dashboard.state.scene import MODES, THEMES, Scene
from sim.dashboard.state.view_state import SPEEDS, ViewState
from sim.dashboard.work.simulation import WEEKS
from sim.locale.catalogue import LANGUAGES, translate, words


def bar(state: ViewState) -> dict[str, Any]:
    """Return everything the bar at the top shows."""
    scene = state.scene
    return {
        "language": scene.language,
        "languages": [_language(one) for one in reversed(LANGUAGES)],
        "next_language": _language(_after(LANGUAGES, scene.language)),
        "words": words("bar", scene.language),
        "mode": scene.mode,
        "modes": modes(scene.language),
        "theme": scene.theme,
        "next_theme": _after(THEMES, scene.theme),
        "can_undo": bool(state.back),
        "can_redo": bool(state.ahead),
        "stage": scene.stage,
        "notice": state.notice,
        "link": write_link(scene),
        "place": place_told(scene),
        "answered": state.returns,
        "curtain": scene.covered,
        "keys": state.keys,
        "playing": state.playing,
        "week": scene.week,
        "answer": number_of(state.panel),
    }


def place_told(scene: Scene) -> str:
    """Return where the page stands, for the browser's history: a way in, in a debate with its cue and step."""
    return f"{scene.mode} {scene.cue}.{scene.step}" if scene.mode == "debate" else scene.mode


def modes(language: str) -> list[dict[str, str]]:
    """Return the ways into the page, by name and in words."""
    return [{"name": name, "label": translate(f"mode-{name}", language)} for name in MODES]


def _language(code: str) -> dict[str, str]:
    """Return a language as it names itself, and as its readers are asked to change to it."""
    return {
        "code": code,
        "name": translate("language-name", code),
        "switch": translate("language-switch", code),
    }


def _after(round_: tuple[str, ...], now: str) -> str:
    """Return what follows ``now`` in ``round_``, the first after the last."""
    return round_[(round_.index(now) + 1) % len(round_)]


def foot(state: ViewState, busy: bool) -> dict[str, Any]:
    """Return everything the bar of time shows."""
    scene = state.scene
    return {
        "language": scene.language,
        "words": words("foot", scene.language),
        "week": scene.week,
        "weeks": WEEKS,
        "playing": state.playing,
        "speed": state.speed,
        "speeds": list(SPEEDS),
        "marks": [{"week": event["week"], "kind": event["kind"]} for event in scene.events],
        "busy": busy,
        "stage": scene.stage,
        "covered": scene.covered,
    }
