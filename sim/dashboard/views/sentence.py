"""The one sentence: from finished paired runs, never from a draft, never naming a winner."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from sim.answers.numbers import band
from sim.dashboard.state.names import in_sentence
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import place_of
from sim.dashboard.state.tour_stops import tour_of
from sim.dashboard.views.values import least
from sim.dashboard.work.paired import Paired
from sim.dashboard.work.simulation import MAPPED, RunResult
from sim.debate.debate import YEAR
from sim.locale.catalogue import translate
from sim.locale.numbers import number
from sim.outcomes import OUTCOMES
from sim.parameters import DECLARATIONS
from sim.runs.size import Size, size_of
from sim.scenario.scenario import load_assumption_set

NOTHING: dict[str, Any] = {"parts": [], "small": ""}
"""What stands there where something lies over the charts."""
CENTRAL = Scene.assumption_set
ASKING = ("question", "vote", "room")
"""Steps at which the question of the cue stands where the sentence will be."""
_CITY_VALUE = re.compile(r"\{([ABC])\|([^}]*)\}")


def sentence(
    scene: Scene, run_result: RunResult | None, paired: Paired | None, playing: bool = False
) -> dict[str, Any]:
    """Return the sentence in parts, the cities' values marked with their letter, and a second, ``small`` line.

    The sentence has at most twenty words, so that it can be read in one breath; what else there is to say is small.
    While the years play, and until there is anything to tell, it says what is being looked at.
    """
    if scene.covered:
        return _line(_asked(scene), scene)
    if playing or run_result is None:
        return _line(OUTCOMES[scene.focus].help.translate(scene.language), scene)
    label = OUTCOMES[scene.focus].label.translate(scene.language)
    if scene.week == 0:
        return _line(translate("sentence-start", scene.language, outcome=label), scene)
    frame = {"outcome": label, "years": _time(scene.week, scene.language)}
    if paired is None:
        values = _values(scene, run_result.at(scene.week))
        text = translate("sentence-one_run", scene.language, values=values, **frame)
        return _line(text, scene, translate("sentence-draft", scene.language) + _assumed(scene))
    frame |= {
        "values": _values(scene, paired.means(scene.week)),
        "level": _room_level(scene, paired) if "C" in scene.bases else _level(scene, paired),
    }
    text = translate("sentence-runs", scene.language, **frame)
    runs = translate("sentence-all_runs", scene.language, n=paired.runs)
    return _line(text, scene, _small_line(scene, run_result, paired)) | {"runs": runs}


def _line(text: str, scene: Scene, small: str = "") -> dict[str, Any]:
    return {"parts": _parts(text, scene), "small": small}


def _asked(scene: Scene) -> str:
    """Return what is asked where ``scene`` stands, at the steps of a debate that ask and at a tour's question."""
    if scene.mode != "debate":
        taken = tour_of(scene)
        return taken.ask.translate(scene.language) if taken else ""
    place = place_of(scene)
    return place.cue.ask.translate(scene.language) if place.step.kind in ASKING else ""


def _small_line(scene: Scene, run_result: RunResult, paired: Paired) -> str:
    """Return what the second line says: how many runs and sets agree, what was before, and whence it came."""
    language = scene.language
    counted = translate("sentence-mean", language, n=paired.runs)
    told = (
        f"{counted}{_counts(scene, paired)}{_assumed(scene)}{_sets(scene, paired)}.",
        _before(scene, paired),
        _today(scene, run_result),
    )
    return " ".join(filter(None, told))


def broken(scene: Scene) -> dict[str, Any]:
    """Return the sentence for a simulation that failed."""
    return _line(translate("sentence-error", scene.language), scene)


def _values(scene: Scene, by_city: dict[str, dict[str, float]]) -> str:
    return ", ".join(f"{{{a}|{_number(scene, by_city[a][scene.focus])}}}" for a in scene.letters)


def _number(scene: Scene, value: float) -> str:
    outcome = OUTCOMES[scene.focus]
    if value != value:
        return "–"
    low, high = outcome.axis
    return number(value * outcome.scale, scene.language, 1 if (high - low) * outcome.scale <= 20 else 0)


def _level(scene: Scene, paired: Paired) -> str:
    """Return the word for the size of the difference, with how many runs bear it out where one city is higher."""
    a, b = scene.letters[:2]
    gaps = paired.gaps(scene.focus, scene.week, a, b)
    if not any(gaps):
        return translate("sentence-equal", scene.language, n=len(gaps))
    word = _size(scene, gaps)
    if word.sign:
        letter, count = _higher(scene, gaps)
        return translate("sentence-level", scene.language, letter=letter, k=count, n=len(gaps))
    if word is Size.ABOUT_EQUAL:
        return translate("sentence-small", scene.language, least=_least(scene))
    return translate("sentence-unclear" if word is Size.TOO_CLOSE else "sentence-undefined", scene.language)


def _counts(scene: Scene, paired: Paired) -> str:
    """Return in how many runs which city is higher, where the sentence itself does not say so."""
    if "C" in scene.bases:
        return ""
    a, b = scene.letters[:2]
    gaps = paired.gaps(scene.focus, scene.week, a, b)
    letter, count = _higher(scene, gaps)
    if not count or _size(scene, gaps).sign:
        return ""
    return translate("sentence-counts", scene.language, letter=letter, k=count, n=len(gaps))


def _higher(scene: Scene, gaps: list[float]) -> tuple[str, int]:
    """Return the city that is higher in more runs, and in how many."""
    a, b = scene.letters[:2]
    higher, lower = sum(gap > 0 for gap in gaps), sum(gap < 0 for gap in gaps)
    return (a, higher) if higher >= lower else (b, lower)


def _size(scene: Scene, gaps: list[float]) -> Size:
    """Return the word for the size of ``gaps``: against what is material in the outcome, and their interval."""
    return size_of(*band(np.array(gaps)), OUTCOMES[scene.focus].material)


def _least(scene: Scene) -> str:
    return least(OUTCOMES[scene.focus], scene.language)


def _before(scene: Scene, paired: Paired) -> str:
    """Return until which year the other city was higher, where it clearly was."""
    if "C" in scene.bases:
        return ""
    a, b = scene.letters[:2]
    now = _size(scene, paired.gaps(scene.focus, scene.week, a, b)).sign
    years = range(YEAR, scene.week, YEAR)
    other = [week for week in years if now * _size(scene, paired.gaps(scene.focus, week, a, b)).sign < 0]
    if not other:
        return ""
    letter = b if now > 0 else a
    return translate("sentence-before", scene.language, year=other[-1] // YEAR, letter=letter)


def _today(scene: Scene, run_result: RunResult) -> str:
    """Return what the level is to be held against: today's, and how far apart its districts are."""
    start = _number(scene, run_result.at(0)[scene.letters[0]][scene.focus])
    return translate("sentence-today", scene.language, value=start) + _thirds(scene, run_result) + "."


def _thirds(scene: Scene, run_result: RunResult) -> str:
    """Return how far apart the best and the worst third of districts are today, where districts are measured."""
    if scene.focus not in MAPPED:
        return ""
    today = run_result.maps[0, run_result.spec.burn_in - 1, MAPPED.index(scene.focus)]
    known = np.sort(today[np.isfinite(today)])
    third = len(known) // 3
    if not third:
        return ""
    apart = float(known[-third:].mean() - known[:third].mean())
    return translate("sentence-thirds", scene.language, apart=_number(scene, apart))


def _assumed(scene: Scene) -> str:
    """Return under which assumptions, unless they are the central ones, and without which mechanisms."""
    said = ""
    if scene.assumption_set != CENTRAL:
        title = load_assumption_set(scene.assumption_set).title.translate(scene.language)
        said = translate("sentence-assumed", scene.language, set=title)
    if scene.assumptions:
        said += translate("sentence-changed", scene.language, n=len(scene.assumptions))
    if scene.off:
        names = ", ".join(DECLARATIONS[name].title.translate(scene.language) for name in scene.off)
        said += translate("sentence-without", scene.language, names=names)
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
    near = [x for x in "AB" if _size(scene, paired.gaps(scene.focus, scene.week, "C", x)) is Size.ABOUT_EQUAL]
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
    return [part for part in (*parts, {"text": text[at:], "city": ""}) if part["text"]]
