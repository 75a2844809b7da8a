"""The one sentence: from finished paired runs, never from a draft, never naming a winner."""

from __future__ import annotations

import re
from typing import Any

from sim.dashboard.state.names import in_sentence
from sim.dashboard.state.scene import Scene
from sim.dashboard.views.values import number
from sim.dashboard.work.paired import Paired
from sim.dashboard.work.simulation import Trajectory
from sim.locale.messages import in_language, said
from sim.locale.messages.sentence import SENTENCE
from sim.outcomes import OUTCOMES
from sim.scenario.scenario import load_assumption_set

YEAR = 52
CENTRAL = Scene.assumption_set
CLEAR_SHARE = 0.8
CLEAR_POINTS = 2.0
_CITY_VALUE = re.compile(r"\{([ABC])\|([^}]*)\}")


def sentence(scene: Scene, trajectory: Trajectory | None, paired: Paired | None) -> dict[str, Any]:
    """Return the sentence in parts, the cities' values marked with their letter."""
    words = said(SENTENCE, scene.language)
    dial = OUTCOMES[scene.focus]
    label = in_language(dial.label, scene.language)
    if trajectory is None or scene.covered:
        return {"parts": []}
    if scene.week == 0:
        return {"parts": _parts(words["start"].format(dial=label), scene)}
    frame = {
        "dial": label,
        "years": _time(scene.week, words, scene.language),
        "assumed": _assumed(scene, words),
    }
    if paired is None:
        values = _values(scene, trajectory.at(scene.week))
        return {"parts": _parts(words["one_run"].format(values=values, **frame), scene)}
    level = _room_level(scene, paired, words) if "C" in scene.bases else _level(scene, paired, words)
    values = _values(scene, paired.means(scene.week))
    told = {"sets": _sets(scene, paired, words), "before": _before(scene, paired, words)}
    text = words["runs"].format(values=values, level=level, **told, **frame)
    return {
        "parts": _parts(text, scene),
        "why": words["why"],
        "runs": words["all_runs"].format(n=paired.runs),
    }


def broken(scene: Scene) -> dict[str, Any]:
    """Return the sentence for a simulation that failed."""
    return {"parts": _parts(in_language(SENTENCE["error"], scene.language), scene)}


def _values(scene: Scene, by_city: dict[str, dict[str, float]]) -> str:
    return ", ".join(f"{{{a}|{_number(scene, by_city[a][scene.focus])}}}" for a in scene.letters)


def _number(scene: Scene, value: float) -> str:
    dial = OUTCOMES[scene.focus]
    if value != value:
        return "–"
    low, high = dial.axis
    return number(value * dial.scale, scene.language, 1 if (high - low) * dial.scale <= 20 else 0)


def _level(scene: Scene, paired: Paired, words: dict[str, str]) -> str:
    a, b = scene.letters[:2]
    gaps = paired.gaps(scene.focus, scene.week, a, b)
    higher = sum(gap > 0 for gap in gaps)
    lower = sum(gap < 0 for gap in gaps)
    if higher == lower == 0:
        return words["equal"].format(n=len(gaps))
    letter, count = (a, higher) if higher >= lower else (b, lower)
    frame = "unclear" if count < CLEAR_SHARE * len(gaps) else "small" if _small(gaps) else "level"
    return words[frame].format(letter=letter, k=count, n=len(gaps), least=_least(scene))


def _small(gaps: list[float]) -> bool:
    """Return whether cities ``gaps`` apart on average are closer than a reader should make anything of."""
    return abs(sum(gaps) / len(gaps)) < CLEAR_POINTS / 100


def _least(scene: Scene) -> str:
    """Return the smallest gap worth a word, in the units shown."""
    return (
        number(CLEAR_POINTS * OUTCOMES[scene.focus].scale / 100, scene.language, 2).rstrip("0").rstrip(".,")
    )


def _before(scene: Scene, paired: Paired, words: dict[str, str]) -> str:
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
    frame = words["before_small" if _small(gaps) else "before"]
    return frame.format(year=other[-1] // YEAR, letter=letter, least=_least(scene))


def _side(gaps: list[float]) -> int:
    """Return 1 if the first city is higher in enough runs to say so, -1 if the second is, else 0."""
    enough = CLEAR_SHARE * len(gaps)
    return int(sum(gap > 0 for gap in gaps) >= enough) - int(sum(gap < 0 for gap in gaps) >= enough)


def _assumed(scene: Scene, words: dict[str, str]) -> str:
    """Return under which assumptions, unless they are the central ones."""
    title = in_language(load_assumption_set(scene.assumption_set).title, scene.language)
    told = "" if scene.assumption_set == CENTRAL else words["assumed"].format(set=title)
    if not (changed := len(scene.assumptions)):
        return told
    return told + words["changed_one" if changed == 1 else "changed"].format(n=changed)


def _sets(scene: Scene, paired: Paired, words: dict[str, str]) -> str:
    if not paired.sets or "C" in scene.bases:
        return ""
    a, b = scene.letters[:2]
    higher = sum(gap > 0 for gap in paired.gaps(scene.focus, scene.week, a, b)) * 2 >= paired.runs
    under = paired.set_gaps(scene.focus, scene.week, a, b)
    return words["sets"].format(v=sum((gap > 0) == higher for gap in under), m=len(under))


def _room_level(scene: Scene, paired: Paired, words: dict[str, str]) -> str:
    near = [x for x in "AB" if _small(paired.gaps(scene.focus, scene.week, "C", x))]
    if near:
        letters = words["and"].format(a="A", b="B") if len(near) == len("AB") else near[0]
        return words["near"].format(letters=letters, least=_least(scene))
    places = paired.places(scene.focus, scene.week)
    place = max(places, key=lambda name: places[name])
    return words["room"].format(place=words[place], k=places[place], n=paired.runs)


def _time(week: int, words: dict[str, str], language: str) -> str:
    if week % YEAR == 0:
        years = week // YEAR
        return words["year"] if years == 1 else words["years"].format(n=years)
    if week < YEAR:
        return words["week"] if week == 1 else words["weeks"].format(n=week)
    return words["years"].format(n=number(week / YEAR, language, 1))


def _parts(text: str, scene: Scene) -> list[dict[str, str]]:
    """Split ``text`` at the cities' values, written {A|71}, and put their names before them."""
    parts, at = [], 0
    for match in _CITY_VALUE.finditer(text):
        value = f"{in_sentence(scene, match[1])} {match[2]}"
        parts += [{"text": text[at : match.start()], "city": ""}, {"text": value, "city": match[1]}]
        at = match.end()
    return [*parts, {"text": text[at:], "city": ""}]
