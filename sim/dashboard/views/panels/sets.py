"""The focus dial under every set of assumptions."""

from __future__ import annotations

from typing import Any

from sim.dashboard.desk import Desk
from sim.dashboard.messages import in_language, said
from sim.dashboard.messages.exports import SETS
from sim.dashboard.paired import RUNS_PER_SET, Paired
from sim.dashboard.panel import Content, Found, Panel
from sim.dashboard.scene import Scene
from sim.dashboard.views.values import number, years
from sim.dials import DIALS
from sim.scenario import list_assumption_sets, load_assumption_set


def sets(scene: Scene, paired: Paired | None) -> dict[str, Any]:
    """Return the focus dial under every set of assumptions, one row each."""
    words = said(SETS, scene.language)
    dial = DIALS[scene.focus]
    body: dict[str, Any] = {
        "note": words["note"].format(n=RUNS_PER_SET, years=years(scene.week, scene.language)),
        "pick": words["pick"],
        "waiting": "" if paired and paired.sets else words["waiting"],
        "dial": in_language(dial.label, scene.language),
        "letters": list(scene.letters),
        "rows": [],
    }
    if paired is None or not paired.sets:
        return body
    for name, values in zip(list_assumption_sets(), paired.sets, strict=True):
        means = Paired(paired.letters, values, ()).means(max(1, scene.week))
        shown = load_assumption_set(name)
        body["rows"].append(
            {
                "name": name,
                "title": in_language(shown.title, scene.language),
                "reason": in_language(shown.reason, scene.language),
                "chosen": name == scene.assumption_set,
                "values": [
                    number(means[letter][scene.focus] * dial.scale, scene.language)
                    for letter in scene.letters
                ],
            }
        )
    return body


def _content(desk: Desk, found: Found) -> Content:
    return sets(desk.scene, found.sets_of(desk.scene))


PANEL = Panel(SETS["title"], _content, doors={"more": 2, "understand": 2}, for_the_room=True, wide=True)
