"""What a visitor can do with the picture: the runs, the zoomed axis, the large stage, the cities' names."""

from __future__ import annotations

from sim.dashboard.state.actions import Data, action, given, turned_on
from sim.dashboard.state.scene import checked
from sim.dashboard.state.view_state import RUNS_SHOWN, Desk
from sim.dashboard.work.simulation import WEEKS
from sim.files import checks


@action
def runs(desk: Desk, data: Data) -> Desk:
    """Show the twenty runs as lines, then as dots, then no more; or as ``show`` says."""
    if desk.scene.covered:
        return desk
    follows = RUNS_SHOWN[(RUNS_SHOWN.index(desk.runs) + 1) % len(RUNS_SHOWN)]
    shown = checks.one_of(data.get("show", follows), RUNS_SHOWN, "way to show the runs")
    week = desk.scene.week or WEEKS  # at the choice itself there is nothing to count
    return desk.show(week=week if shown else desk.scene.week).change(runs=shown, playing=False)


@action
def zoom(desk: Desk, data: Data) -> Desk:
    """Cut the chart's axis to the part in use, or show all of it."""
    return desk.turn(zoom=not desk.scene.zoom).change(runs=desk.runs)


@action
def large(desk: Desk, data: Data) -> Desk:
    """Show chart and sentence alone, or what was shown before; here too if no stage window is open."""
    alone, scene = turned_on(data, "alone", True), desk.scene
    if scene.large and (scene.stage or not alone):
        return desk.show(large=False, stage=scene.stage and not desk.lifted).change(lifted=False)
    return desk.show(large=True, stage=scene.stage or alone).change(lifted=alone and not scene.stage)


@action
def rename(desk: Desk, data: Data) -> Desk:
    """Call city A or B as its camp does; an empty name gives the letter's back."""
    letter = str(data.get("letter", desk.scene.letter))
    return desk.turn(names=checked("names", {**desk.scene.names, letter: given(data, "name")}))
