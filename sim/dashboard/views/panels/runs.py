"""One outcome run by run, the mean gaps, and their range without one run at each end."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import FOCUS, Content, Found, Panel
from sim.dashboard.views.stage import FINE_BELOW
from sim.dashboard.views.values import years
from sim.dashboard.work.paired import RESIDENTS, Paired
from sim.locale.catalogue import translate
from sim.locale.numbers import number
from sim.outcomes import OUTCOMES

NARROW = 4
"""More columns than these need a wide panel."""


def runs(scene: Scene, paired: Paired | None) -> dict[str, Any]:
    """Return the focus outcome run by run, the mean gaps, and their range without one run at each end."""
    letters, language = scene.letters, scene.language
    pairs = [(a, b) for i, b in enumerate(letters) for a in letters[:i]]
    note = translate(
        "runs-note",
        language,
        outcome=OUTCOMES[scene.focus].label.translate(language),
        years=years(scene.week, language),
        residents=number(RESIDENTS, language),
    )
    gaps = [translate("runs-gap", language, a=a, b=b) for a, b in pairs]
    head = [translate("runs-run", language), *letters, *gaps]
    return {
        "note": note,
        "waiting": "" if paired else translate("shared-waiting", language),
        "head": head,
        "rows": _run_rows(scene, paired, pairs) if paired else [],
        "wide": len(head) > NARROW,
    }


def _run_rows(scene: Scene, paired: Paired, pairs: list[tuple[str, str]]) -> list[list[str]]:
    outcome, week, language = OUTCOMES[scene.focus], max(1, scene.week), scene.language
    digits = 1 if (outcome.axis[1] - outcome.axis[0]) * outcome.scale <= FINE_BELOW else 0

    def written(value: float, more: int) -> str:
        return number(value * outcome.scale, language, digits + more)

    levels = [paired.levels(scene.focus, week, letter) for letter in scene.letters]
    gaps = [paired.gaps(scene.focus, week, a, b) for a, b in pairs]
    columns = [*((one, 0) for one in levels), *((one, 1) for one in gaps)]
    rows = [
        [translate("runs-mean", language), *(written(sum(one) / len(one), more) for one, more in columns)]
    ]
    if paired.runs > 2:  # the lowest and the highest are left out
        ends = [(sorted(gap)[1], sorted(gap)[-2]) for gap in gaps]
        inner = [
            translate("runs-range", language, low=written(low, 1), high=written(high, 1))
            for low, high in ends
        ]
        middle = translate("runs-middle", language, k=paired.runs - 2, n=paired.runs)
        rows.append([middle, *("" for _ in levels), *inner])
    rows += [[str(i + 1), *(written(one[i], more) for one, more in columns)] for i in range(paired.runs)]
    return rows


def _content(state: ViewState, found: Found) -> Content:
    return runs(state.scene, found.paired_of(state.scene))


PANEL = Panel(_content, "panel-title-runs", for_the_room=True, tells=FOCUS)
