"""The command that gives an answer of the page again."""

from __future__ import annotations

import shlex

from sim.dashboard.state.cues import chosen_axes, year_of
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.exports import named_city
from sim.dashboard.work.asked import CHOICE, DISTRICT


def command_of_answer(state: ViewState, number: int) -> str:
    """Return what prints the answer of ``number`` to the outcome and the year shown.

    A changed city is given by its scenario file, as in the command of the sentence.
    """
    scene = state.scene
    letters = scene.letters if number == CHOICE else scene.letters[:2]
    words = ["two-cities", "frontier" if number == CHOICE else "explain"]
    words += [named_city(scene, letter) for letter in letters]
    axes = chosen_axes(scene, state.axes) or ()
    words += ["--outcomes", ",".join(axes)] if number == CHOICE else ["--outcome", scene.focus]
    words += ["--horizon", str(year_of(scene))]
    if number == DISTRICT and state.district:
        words += ["--district", state.district]
    words += ["--city", scene.city, "--assumptions", scene.assumption_set]
    for name, value in scene.assumptions.items():
        words += ["--set", f"{name}={value}"]
    return shlex.join(words)
