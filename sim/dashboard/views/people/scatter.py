"""Me here against me there: one dot a resident, its state in the first city across, in the second upwards."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.dashboard.state.names import name_of
from sim.dashboard.state.people import People
from sim.dashboard.state.scene import Scene
from sim.dashboard.views.people.axis import PLACES, Axis, axis_of
from sim.dashboard.work.residents import RESIDENTS, STRIDE, Residents
from sim.locale.catalogue import translate
from sim.locale.numbers import number

APART = 0.6
"""Of the distance between two counts: how far dots of the same count are spread."""


def scatter(scene: Scene, people: People, residents: Residents, year: int) -> dict[str, Any]:
    """Return the dots of the first two cities, and how many are higher in which."""
    axis, language = axis_of(people.state, residents), scene.language
    letters = list(scene.letters[:2])
    here, there = (residents.state(letter, people.state, year) for letter in letters)
    counts = {"here": int((here > there).sum()), "there": int((there > here).sum())}
    counts["same"] = len(here) - sum(counts.values())
    told = {key: number(count, language) for key, count in counts.items()}
    me = residents.row
    return {
        "ends": axis.ends(language),
        "letters": letters,
        "names": [name_of(scene, letter) for letter in letters],
        "x": _apart(axis, here, 1),
        "y": _apart(axis, there, 7),
        "me": me,
        "told": translate("people-counted", language, a=letters[0], b=letters[1], **told),
        "mine": translate(
            "people-mine",
            language,
            a=letters[0],
            b=letters[1],
            here=axis.written(float(here[me]), language),
            there=axis.written(float(there[me]), language),
        ),
        "jitter": translate("people-apart", language) if axis.counts else "",
    }


def _apart(axis: Axis, values: Any, turn: int) -> list[int]:
    """Return where ``values`` lie; whole numbers are spread a little, or hundreds would be one dot."""
    places = axis.places(values)
    if axis.counts:
        step = PLACES / (axis.high - axis.low + 1)
        turned = (np.arange(RESIDENTS) * STRIDE * turn % RESIDENTS) / RESIDENTS - 0.5
        middle = step / 2 + places * (1 - step / PLACES)  # half a step from both ends
        places = np.round(middle + APART * step * turned).astype(int)
    found: list[int] = places.tolist()
    return found
