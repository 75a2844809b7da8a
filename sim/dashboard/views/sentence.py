"""The one sentence: from finished paired runs, never from a draft, never naming a winner."""

from __future__ import annotations

import re
from typing import Any

from sim.dashboard.state.names import in_sentence
from sim.dashboard.state.scene import Scene
from sim.dashboard.work.paired import Paired
from sim.dashboard.work.simulation import RunResult
from sim.locale.catalogue import translate
from sim.locale.numbers import number, trimmed
from sim.outcomes import OUTCOMES
from sim.scenario.scenario import load_assumption_set

YEAR = 52
CENTRAL = Scene.assumption_set
CLEAR_SHARE = 0.8
CLEAR_POINTS = 2.0
_CITY_VALUE = re.compile(r"\{([ABC])\|([^}]*)\}")


def sentence(scene: Scene, run_result: RunResult | None, paired: Paired | None) -> dict[str, Any]:
    """Return the sentence in parts, the cities' values marked with their letter."""
    language = scene.language
    label = OUTCOMES[scene.focus].label.translate(language)
    if run_result is None or scene.covered:
        return {"parts": []}
    if scene.week == 0:
        return {"parts": _parts(translate("sentence-start", language, outcome=label), scene)}
    frame = {"outcome": label, "years": _time(scene.week, language), "assumed": _assumed(scene)}
    if paired is None:
        values = _values(scene, run_result.at(scene.week))
        return {"parts": _parts(translate("sentence-one_run", language, values=values, **frame), scene)}
    frame |= {
        "values": _values(scene, paired.means(scene.week)),
        "level": _room_level(scene, paired) if "C" in scene.bases else _level(scene, paired),
        "sets": _sets(scene, paired),
    }
    sentences = (translate("sentence-runs", language, **frame), _before(scene, paired))
    return {
        "parts": _parts(" ".join(filter(None, sentences)), scene),
        "why": translate("shared-why", language),
        "runs": translate("sentence-all_runs", language, n=paired.runs),
    }


def broken(scene: Scene) -> dict[str, Any]:
    """Return the sentence for a simulation that failed."""
    return {"parts": _parts(translate("sentence-error", scene.language), scene)}


def _values(scene: Scene, by_city: dict[str, dict[str, float]]) -> str:
    return ", ".join(f"{{{a}|{_number(scene, by_city[a][scene.focus])}}}" for a in scene.letters)


def _number(scene: Scene, value: float) -> str:
    outcome = OUTCOMES[scene.focus]
    if value != value:
        return "–"
    low, high = outcome.axis
    return number(value * outcome.scale, scene.language, 1 if (high - low) * outcome.scale <= 20 else 0)


def _level(scene: Scene, paired: Paired) -> str:
    a, b = scene.letters[:2]
    gaps = paired.gaps(scene.focus, scene.week, a, b)
    higher = sum(gap > 0 for gap in gaps)
    lower = sum(gap < 0 for gap in gaps)
    if higher == lower == 0:
        return translate("sentence-equal", scene.language, n=len(gaps))
    letter, count = (a, higher) if higher >= lower else (b, lower)
    key = "sentence-small" if _small(gaps) else "sentence-level"
    if count < CLEAR_SHARE * len(gaps):
        key = "sentence-unclear"
    return translate(key, scene.language, letter=letter, k=count, n=len(gaps), least=_least(scene))


def _small(gaps: list[float]) -> bool:
    """Return whether cities ``gaps`` apart on average are closer than a reader should make anything of."""
    return abs(sum(gaps) / len(gaps)) < CLEAR_POINTS / 100


def _least(scene: Scene) -> str:
    """Return the smallest gap worth a word, in the units shown."""
    least = CLEAR_POINTS * OUTCOMES[scene.focus].scale / 100
    return trimmed(number(least, scene.language, 2), scene.language)


def _before(scene: Scene, paired: Paired) -> str:
    """Return until which year the other city was higher, where it clearly was; a hall has no room for it."""
    if "C" in scene.bases or scene.stage:
        return ""
    a, b = scene.letters[:2]
    now = _side(paired.gaps(scene.focus, scene.week, a, b))
    years = range(YEAR, scene.week, YEAR)
    other = [week for week in years if now * _side(paired.gaps(scene.focus, week, a, b)) < 0]
    if not other:
        return ""
    gaps = paired.gaps(scene.focus, other[-1], a, b)
    letter = a if _side(gaps) > 0 else b
    key = "sentence-before_small" if _small(gaps) else "sentence-before"
    return translate(key, scene.language, year=other[-1] // YEAR, letter=letter, least=_least(scene))


def _side(gaps: list[float]) -> int:
    """Return 1 if the first city is higher in enough runs to say so, -1 if the second is, else 0."""
    enough = CLEAR_SHARE * len(gaps)
    return int(sum(gap > 0 for gap in gaps) >= enough) - int(sum(gap < 0 for gap in gaps) >= enough)


def _assumed(scene: Scene) -> str:
    """Return under which assumptions, unless they are the central ones."""
    said = ""
    if scene.assumption_set != CENTRAL:
        title = load_assumption_set(scene.assumption_set).title.translate(scene.language)
        said = translate("sentence-assumed", scene.language, set=title)
    if scene.assumptions:
        said += translate("sentence-changed", scene.language, n=len(scene.assumptions))
    return said


def _sets(scene: Scene, paired: Paired) -> str:
    if not paired.sets or "C" in scene.bases:
        return ""
    a, b = scene.letters[:2]
    higher = sum(gap > 0 for gap in paired.gaps(scene.focus, scene.week, a, b)) * 2 >= paired.runs
    under = paired.set_gaps(scene.focus, scene.week, a, b)
    alike = sum((gap > 0) == higher for gap in under)
    return translate("sentence-sets", scene.language, v=alike, m=len(under))


def _room_level(scene: Scene, paired: Paired) -> str:
    near = [x for x in "AB" if _small(paired.gaps(scene.focus, scene.week, "C", x))]
    if near:
        both = translate("sentence-and", scene.language, a="A", b="B")
        letters = both if len(near) == len("AB") else near[0]
        return translate("sentence-near", scene.language, letters=letters, least=_least(scene))
    places = paired.places(scene.focus, scene.week)
    place = max(places, key=lambda name: places[name])
    said = translate(f"place-{place}", scene.language)
    return translate("sentence-room", scene.language, place=said, k=places[place], n=paired.runs)


def _time(week: int, language: str) -> str:
    """Return weeks in the first year, then years, with a decimal where they are not whole."""
    if week < YEAR:
        return translate("sentence-weeks", language, n=week)
    if week % YEAR == 0:
        return translate("sentence-years", language, n=week // YEAR)
    years = round(week / YEAR, 1)
    return translate("sentence-decimal_years", language, n=years, written=number(years, language, 1))


def _parts(text: str, scene: Scene) -> list[dict[str, str]]:
    """Split ``text`` at the cities' values, written {A|71}, and put their names before them."""
    parts, at = [], 0
    for match in _CITY_VALUE.finditer(text):
        value = f"{in_sentence(scene, match[1])} {match[2]}"
        parts += [{"text": text[at : match.start()], "city": ""}, {"text": value, "city": match[1]}]
        at = match.end()
    return [*parts, {"text": text[at:], "city": ""}]
