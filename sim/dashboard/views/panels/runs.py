"""The focus dial run by run, the mean gaps, and their range without one run at each end."""

from __future__ import annotations

from typing import Any

from sim.dashboard.desk import Desk
from sim.dashboard.messages import in_language, said
from sim.dashboard.messages.exports import RUNS
from sim.dashboard.paired import RESIDENTS, Paired
from sim.dashboard.panel import Content, Found, Panel
from sim.dashboard.scene import Scene
from sim.dashboard.views.stage import FINE_BELOW
from sim.dashboard.views.values import number, years
from sim.dials import DIALS

NARROW = 4
"""More columns than these need a wide panel."""


def runs(scene: Scene, paired: Paired | None) -> dict[str, Any]:
    """Return the focus dial run by run, the mean gaps, and their range without one run at each end."""
    words, letters = said(RUNS, scene.language), scene.letters
    pairs = [(a, b) for i, b in enumerate(letters) for a in letters[:i]]
    note = words["note"].format(
        dial=in_language(DIALS[scene.focus].label, scene.language),
        years=years(scene.week, scene.language),
        residents=number(RESIDENTS, scene.language),
    )
    head = [words["run"], *letters, *(words["gap"].format(a=a, b=b) for a, b in pairs)]
    rows = _run_rows(scene, paired, pairs, words) if paired else []
    waiting = "" if paired else words["waiting"]
    return {"note": note, "waiting": waiting, "head": head, "rows": rows, "wide": len(head) > NARROW}


def _run_rows(
    scene: Scene, paired: Paired, pairs: list[tuple[str, str]], words: dict[str, str]
) -> list[list[str]]:
    dial, week = DIALS[scene.focus], max(1, scene.week)
    digits = 1 if (dial.axis[1] - dial.axis[0]) * dial.scale <= FINE_BELOW else 0

    def told(value: float, more: int) -> str:
        return number(value * dial.scale, scene.language, digits + more)

    levels = [paired.levels(scene.focus, week, letter) for letter in scene.letters]
    gaps = [paired.gaps(scene.focus, week, a, b) for a, b in pairs]
    columns = [*((one, 0) for one in levels), *((one, 1) for one in gaps)]
    rows = [[words["mean"], *(told(sum(one) / len(one), more) for one, more in columns)]]
    if paired.runs > 2:  # the lowest and the highest are left out
        ends = [(sorted(gap)[1], sorted(gap)[-2]) for gap in gaps]
        inner = [words["range"].format(low=told(low, 1), high=told(high, 1)) for low, high in ends]
        middle = words["middle"].format(k=paired.runs - 2, n=paired.runs)
        rows.append([middle, *("" for _ in levels), *inner])
    rows += [[str(i + 1), *(told(one[i], more) for one, more in columns)] for i in range(paired.runs)]
    return rows


def _content(desk: Desk, found: Found) -> Content:
    return runs(desk.scene, found.paired_of(desk.scene))


PANEL = Panel(RUNS["title"], _content, for_the_room=True)
