"""What a student can do with the residents: choose what is looked at, and whom to watch."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.actions import Data, action
from sim.dashboard.state.allowed import MOST_DRAWN
from sim.dashboard.state.cities import city_named
from sim.dashboard.state.people import GROUPINGS, PICTURES, STATES
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work.residents import RESIDENTS, number_of_row
from sim.dashboard.work.simulation import WEEKS
from sim.files import checks

_CHOICES = {"picture": PICTURES, "state": STATES, "by": GROUPINGS}


@action
def people(state: ViewState, data: Data) -> ViewState:
    """Open the residents, with another picture, state, grouping, district or week where one is given."""
    chosen: dict[str, Any] = {
        key: checks.one_of(data[key], allowed, key) for key, allowed in _CHOICES.items() if key in data
    }
    if "place" in data:
        last = city_named(state.scene.city).districts - 1
        chosen["place"] = checks.whole_number(data["place"], "district", 0, last)
    if "week" in data:
        chosen["week"] = checks.whole_number(data["week"], "week", 1, WEEKS)
    return state.change(panel="residents", people=state.people._replace(**chosen))


@action
def watch(state: ViewState, data: Data) -> ViewState:
    """Watch the resident of a row, week by week; with no row, the next of the fixed sequence."""
    if "row" in data:
        number = number_of_row(checks.whole_number(data["row"], "resident", 0, RESIDENTS - 1))
    else:
        number = (state.scene.resident + 1) % MOST_DRAWN
    after = state.turn(resident=number)
    return after.change(panel="residents", people=state.people._replace(picture="watched"))
