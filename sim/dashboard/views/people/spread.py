"""One state of all residents, in groups: by hardship, opinion, age of use or district, every city beside the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.dashboard.state.cities import city_named
from sim.dashboard.state.people import People
from sim.dashboard.state.scene import Scene
from sim.dashboard.views.diary import CLEARLY
from sim.dashboard.views.people.axis import Axis, axis_of
from sim.dashboard.views.people.parts import parts
from sim.dashboard.work.residents import ALWAYS, Residents
from sim.debate.debate import YEAR
from sim.locale.catalogue import translate

QUANTILES = (10, 25, 50, 75, 90)
THIRDS = ("least", "some", "most")
"""Of hardship."""
LONG_USE = 5
"""Years of use after which it is told as long."""

Marks = NDArray[np.bool_]
Groups = Iterator[tuple[str, Marks]]


def spread(scene: Scene, people: People, residents: Residents, year: int) -> dict[str, Any]:
    """Return, for each group and city, how many it has, their mean and the quantiles of the state.

    Beside well-being stand its parts.
    """
    axis, language = axis_of(people.state, residents), scene.language
    found = {letter: dict(_GROUPS[people.by](scene, residents, letter, year)) for letter in residents.years}
    names = list(dict.fromkeys(name for groups in found.values() for name in groups))
    beside = people.state == "wellbeing" and year > 0
    made_of = {letter: kept[year - 1] for letter, kept in residents.parts.items()} if beside else {}
    return {
        "parts": parts(made_of, language) if made_of else None,
        "ends": axis.ends(language),
        "note": translate(f"people-by-{people.by}.note", language),
        "groups": [
            {
                "label": name,
                "cities": [
                    _city(axis, letter, residents.state(letter, people.state, year)[groups[name]], language)
                    for letter, groups in found.items()
                ],
            }
            for name in names
        ],
    }


def _city(axis: Axis, letter: str, values: Any, language: str) -> dict[str, Any]:
    """Return one city's part of a group; an empty one has no mean and no quantiles."""
    if not len(values):
        return {"letter": letter, "n": 0, "mean": None, "marks": [], "text": "–"}
    mean = float(values.mean())
    marks = [] if axis.marks else axis.places(np.percentile(values, QUANTILES)).tolist()
    return {
        "letter": letter,
        "n": len(values),
        "mean": int(axis.places(mean)),
        "marks": marks,
        "text": axis.mean_written(mean, language),
    }


def _by_hardship(scene: Scene, residents: Residents, letter: str, year: int) -> Groups:
    for third, name in enumerate(THIRDS):
        yield translate(f"people-hardship-{name}", scene.language), residents.hardship_group == third


def _by_opinion(scene: Scene, residents: Residents, letter: str, year: int) -> Groups:
    opinion = residents.state(letter, "opinion", 0)
    parts = {
        "order": opinion < -CLEARLY,
        "both": np.abs(opinion) <= CLEARLY,
        "freedom": opinion > CLEARLY,
    }
    for name, marks in parts.items():
        yield translate(f"people-opinion-{name}", scene.language), marks


def _by_use(scene: Scene, residents: Residents, letter: str, year: int) -> Groups:
    since = residents.since[letter][year]
    used = year * YEAR - since
    parts = {
        "none": np.isnan(since),
        "new": (since > ALWAYS) & (used < LONG_USE * YEAR),
        "long": (since > ALWAYS) & (used >= LONG_USE * YEAR),
        "always": since == ALWAYS,
    }
    for name, marks in parts.items():
        yield translate(f"people-use-{name}", scene.language, years=LONG_USE), marks


def _by_district(scene: Scene, residents: Residents, letter: str, year: int) -> Groups:
    for number, name in enumerate(city_named(scene.city).names):
        yield name, residents.district == number


_GROUPS: dict[str, Callable[[Scene, Residents, str, int], Groups]] = {
    "hardship": _by_hardship,
    "opinion": _by_opinion,
    "use": _by_use,
    "district": _by_district,
}
