"""What a visitor can do with the picture: outcomes, runs, the zoomed axis, the large stage, names."""

from __future__ import annotations

from sim.dashboard.state.actions import Data, action, given, turned_on
from sim.dashboard.state.cues import may_choose
from sim.dashboard.state.scene import checked
from sim.dashboard.state.view_state import RUNS_SHOWN, ViewState
from sim.dashboard.work.simulation import WEEKS
from sim.files import checks


@action
def focus(state: ViewState, data: Data) -> ViewState:
    """Put an outcome that may be seen into the focus chart; a tile's outcome changes places with it."""
    name, scene = checked("focus", given(data, "outcome")), state.scene
    if not may_choose(scene, name):
        return state
    tiles = tuple(scene.focus if tile == name else tile for tile in scene.tiles)
    return state.turn(focus=name, tiles=tiles)


@action
def map_outcome(state: ViewState, data: Data) -> ViewState:
    """Colour the maps by an outcome that may be seen."""
    name = checked("map_outcome", given(data, "outcome"))
    return state.turn(map_outcome=name) if may_choose(state.scene, name) else state


@action
def runs(state: ViewState, data: Data) -> ViewState:
    """Show the twenty runs as lines, then as dots, then no more; or as ``show`` says."""
    if state.scene.covered:
        return state
    follows = RUNS_SHOWN[(RUNS_SHOWN.index(state.runs) + 1) % len(RUNS_SHOWN)]
    shown = checks.one_of(data.get("show", follows), RUNS_SHOWN, "way to show the runs")
    week = state.scene.week or WEEKS  # at the choice itself there is nothing to count
    return state.show(week=week if shown else state.scene.week).change(runs=shown, playing=False)


@action
def zoom(state: ViewState, data: Data) -> ViewState:
    """Cut the chart's axis to the part in use, or show all of it."""
    return state.turn(zoom=not state.scene.zoom).change(runs=state.runs)


@action
def large(state: ViewState, data: Data) -> ViewState:
    """Show chart and sentence alone, or what was shown before; here too if no stage window is open."""
    alone, scene = turned_on(data, "alone", True), state.scene
    if scene.large and (scene.stage or not alone):
        return state.show(large=False, stage=scene.stage and not state.lifted).change(lifted=False)
    return state.show(large=True, stage=scene.stage or alone).change(lifted=alone and not scene.stage)


@action
def rename(state: ViewState, data: Data) -> ViewState:
    """Call city A or B as its camp does; an empty name gives the letter's back."""
    letter = str(data.get("letter", state.scene.letter))
    return state.turn(names=checked("names", {**state.scene.names, letter: given(data, "name")}))
