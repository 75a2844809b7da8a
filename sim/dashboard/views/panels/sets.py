"""One outcome under every set of assumptions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import FOCUS, Content, Found, Panel
from sim.dashboard.views.values import years
from sim.dashboard.work.paired import RUNS_PER_SET, Paired
from sim.locale.catalogue import translate
from sim.locale.numbers import number
from sim.outcomes import OUTCOMES
from sim.scenario.scenario import list_assumption_sets, load_assumption_set


def sets(scene: Scene, paired: Paired | None) -> dict[str, Any]:
    """Return the focus outcome under every set of assumptions, one row each."""
    outcome = OUTCOMES[scene.focus]
    body: dict[str, Any] = {
        "note": translate(
            "sets-note", scene.language, n=RUNS_PER_SET, years=years(scene.week, scene.language)
        ),
        "pick": translate("sets-pick", scene.language),
        "waiting": "" if paired and paired.sets else translate("shared-waiting", scene.language),
        "outcome": f"{outcome.label.translate(scene.language)}\u00a0· {outcome.unit_word.translate(scene.language)}",
        "letters": list(scene.letters),
        "rows": [],
    }
    if paired is None or not paired.sets:
        return body
    for name, values in zip(list_assumption_sets(), paired.sets, strict=True):
        means = paired._replace(values=values).means(max(1, scene.week))
        body["rows"].append(_row(scene, name, means))
    return body


def _row(scene: Scene, name: str, means: Mapping[str, Mapping[str, float]]) -> dict[str, Any]:
    """Return the row of the set called ``name``: its words, and the ``means`` of the focus outcome by city."""
    shown, scale = load_assumption_set(name), OUTCOMES[scene.focus].scale
    return {
        "name": name,
        "title": shown.title.translate(scene.language),
        "reason": shown.reason.translate(scene.language),
        "chosen": name == scene.assumption_set,
        "values": [number(means[letter][scene.focus] * scale, scene.language) for letter in scene.letters],
    }


def _content(state: ViewState, found: Found) -> Content:
    return sets(state.scene, found.sets_of(state.scene))


PANEL = Panel(
    _content,
    "panel-title-sets",
    doors={"more": 2, "understand": 2},
    for_the_room=True,
    wide=True,
    tells=FOCUS,
)
