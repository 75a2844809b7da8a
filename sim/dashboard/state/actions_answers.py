"""What a visitor can do with the six answers: open one, choose its year, a district, two outcomes, a point."""

from __future__ import annotations

from sim.answers.district import find_district
from sim.answers.question import HORIZONS
from sim.dashboard.state.actions import Data, action, given
from sim.dashboard.state.answers import ANSWER_PANELS
from sim.dashboard.state.cities import city_named
from sim.dashboard.state.cues import chosen_axes, seen_axes, seen_years
from sim.dashboard.state.room import with_room
from sim.dashboard.state.view_state import ViewState
from sim.debate.debate import YEAR
from sim.files import checks

LONGEST_DISTRICT = 80  # characters of what a visitor types


@action
def answer(state: ViewState, data: Data) -> ViewState:
    """Open the answer of a number, from any mode; the years stand still beneath it."""
    number = checks.whole_number(given(data, "number"), "answer", 1, len(ANSWER_PANELS))
    return state.still().change(panel=ANSWER_PANELS[number - 1], defined="", asked=number)


@action
def year(state: ViewState, data: Data) -> ViewState:
    """Look at one of the answers' years that may be seen, here and in the charts; under the curtain there is none."""
    chosen = checks.whole_number(given(data, "year"), "year", HORIZONS[0], HORIZONS[-1])
    if chosen not in seen_years(state.scene) or state.scene.covered:
        return state
    return state.show(week=chosen * YEAR).still()


@action
def district(state: ViewState, data: Data) -> ViewState:
    """Look at the district that is named, or begun with three letters."""
    name = str(given(data, "name"))[:LONGEST_DISTRICT]
    return state.change(district=find_district(name, city_named(state.scene.city).names), notice="")


@action
def axes(state: ViewState, data: Data) -> ViewState:
    """Choose one of the two outcomes of answer 6; the other's place is left to it if both were the same."""
    place = checks.whole_number(given(data, "place"), "place", 0, 1)
    axes = chosen_axes(state.scene, state.axes)
    if axes is None:
        return state
    chosen = checks.one_of(given(data, "outcome"), seen_axes(state.scene), "outcome to choose by")
    first, second = axes
    other = (second, first)[place]
    if chosen == other:
        return state.change(axes=(second, first))
    return state.change(axes=(chosen, other) if place == 0 else (other, chosen))


@action
def adopt(state: ViewState, data: Data) -> ViewState:
    """Load a point of answer 6 as the room's city: its levers, whichever they are."""
    return with_room(state, given(data, "levers"))
