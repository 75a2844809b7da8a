"""Panels made of finished runs: all sets of assumptions in one table, one resident's two diaries."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.names import name_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.views.diary import RESIDENTS as LIVED
from sim.dashboard.views.diary import Year, sentences
from sim.dashboard.views.stage import FINE_BELOW
from sim.dashboard.work.paired import RESIDENTS, RUNS_PER_SET, Paired
from sim.locale.catalogue import translate, words
from sim.locale.numbers import number
from sim.outcomes import OUTCOMES
from sim.scenario.scenario import list_assumption_sets, load_assumption_set

YEAR = 52


def sets(scene: Scene, paired: Paired | None) -> dict[str, Any]:
    """Return the focus dial under every set of assumptions, one row each."""
    dial = OUTCOMES[scene.focus]
    body: dict[str, Any] = {
        "note": translate("sets-note", scene.language, n=RUNS_PER_SET, years=_years(scene)),
        "pick": translate("sets-pick", scene.language),
        "waiting": "" if paired and paired.sets else translate("shared-waiting", scene.language),
        "dial": dial.label.translate(scene.language),
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
                "title": shown.title.translate(scene.language),
                "reason": shown.reason.translate(scene.language),
                "chosen": name == scene.assumption_set,
                "values": [
                    number(means[letter][scene.focus] * dial.scale, scene.language)
                    for letter in scene.letters
                ],
            }
        )
    return body


def runs(scene: Scene, paired: Paired | None) -> dict[str, Any]:
    """Return the focus dial run by run, the mean gaps, and their range without one run at each end."""
    letters, language = scene.letters, scene.language
    pairs = [(a, b) for i, b in enumerate(letters) for a in letters[:i]]
    note = translate(
        "runs-note",
        language,
        dial=OUTCOMES[scene.focus].label.translate(language),
        years=_years(scene),
        residents=number(RESIDENTS, language),
    )
    gaps = [translate("runs-gap", language, a=a, b=b) for a, b in pairs]
    return {
        "note": note,
        "waiting": "" if paired else translate("shared-waiting", language),
        "head": [translate("runs-run", language), *letters, *gaps],
        "rows": _run_rows(scene, paired, pairs) if paired else [],
    }


def _years(scene: Scene) -> str:
    return number(scene.week / YEAR, scene.language, 0 if scene.week % YEAR == 0 else 1)


def _run_rows(scene: Scene, paired: Paired, pairs: list[tuple[str, str]]) -> list[list[str]]:
    dial, week, language = OUTCOMES[scene.focus], max(1, scene.week), scene.language
    digits = 1 if (dial.axis[1] - dial.axis[0]) * dial.scale <= FINE_BELOW else 0

    def written(value: float, more: int) -> str:
        return number(value * dial.scale, language, digits + more)

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


def resident(scene: Scene, diary: dict[str, list[Year]] | None) -> dict[str, Any]:
    """Return one resident's years in the cities, in sentences and as a line over the middle half."""
    columns = [
        {
            "letter": letter,
            "name": name_of(scene, letter),
            "years": sentences(diary[letter], scene.language),
            "line": [round(year.wellbeing, 3) for year in diary[letter]],
            "low": [round(year.low, 3) for year in diary[letter]],
            "high": [round(year.high, 3) for year in diary[letter]],
        }
        for letter in scene.letters
        if diary and letter in diary
    ]
    drawn = translate("diary-drawn", scene.language, residents=number(LIVED, scene.language))
    return {
        "diary": words("diary", scene.language) | {"drawn": drawn},
        "columns": columns,
        "drawn": scene.resident >= 0,
    }
