"""Panels made of finished runs: all sets of assumptions in one table, one resident's two diaries."""

from __future__ import annotations

from typing import Any

from sim.dashboard.diary import Year, told
from sim.dashboard.messages import in_language, said
from sim.dashboard.messages.diary import DIARY
from sim.dashboard.messages.exports import SETS
from sim.dashboard.paired import RUNS_PER_SET, Paired
from sim.dashboard.scene import Scene
from sim.dashboard.views.stage import plate
from sim.dashboard.views.values import number
from sim.dials import DIALS
from sim.scenario import list_assumption_sets, load_assumption_set

YEAR = 52


def sets(scene: Scene, paired: Paired | None) -> dict[str, Any]:
    """Return the focus dial under every set of assumptions, one row each."""
    words = said(SETS, scene.language)
    years = number(scene.week / YEAR, scene.language, 0 if scene.week % YEAR == 0 else 1)
    dial = DIALS[scene.focus]
    body: dict[str, Any] = {
        "note": words["note"].format(n=RUNS_PER_SET, years=years),
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


def resident(scene: Scene, diary: dict[str, list[Year]] | None) -> dict[str, Any]:
    """Return one resident's years in the cities, in sentences and as a line over the middle half."""
    columns = [
        {
            "letter": letter,
            "name": plate(scene, letter)["name"],
            "years": told(diary[letter], scene.language),
            "line": [round(year.wellbeing, 3) for year in diary[letter]],
            "low": [round(year.low, 3) for year in diary[letter]],
            "high": [round(year.high, 3) for year in diary[letter]],
        }
        for letter in scene.letters
        if diary and letter in diary
    ]
    return {"diary": said(DIARY, scene.language), "columns": columns, "drawn": scene.resident >= 0}
