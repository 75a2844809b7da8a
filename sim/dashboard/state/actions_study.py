"""What a visitor can do with the study that is shown: choose a picture, load a point as the room's city."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.actions import Data, action, given
from sim.dashboard.state.letters import BASES, ROOM
from sim.dashboard.state.room import with_room
from sim.dashboard.state.study import PICTURES
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work.study import STUDY
from sim.files import checks
from sim.files.errors import InputError
from sim.locale.catalogue import translate
from sim.locale.text import message
from sim.scenario.scenario import list_scenarios, load_scenario

MOST_GROUPS = 9_999


@action
def study(state: ViewState, data: Data) -> ViewState:
    """Open the study, with another picture, outcome, year or group of cities where one is given."""
    chosen: dict[str, Any] = {"beyond": ()}
    if "picture" in data:
        chosen |= {"picture": checks.one_of(data["picture"], PICTURES, "picture"), "group": 0}
    for key in ("outcome", "second"):
        if key in data:
            chosen[key] = checks.one_of(data[key], _opened().sample.results.plan.outcomes, key)
    if "group" in data:
        chosen["group"] = checks.whole_number(data["group"], "group", 0, MOST_GROUPS)
    if "year" in data:
        years = _opened().sample.results.plan.years or [0]
        chosen["year"] = data["year"] and checks.whole_number(data["year"], "year", years[0], years[-1])
    return state.change(panel="study", study=state.study._replace(**chosen))


@action
def study_load(state: ViewState, data: Data) -> ViewState:
    """Load a point of the study as the room's city, where it is made of levers alone; else say what it is more."""
    from sim.studies.point import city_at

    part, row = _row(data)
    scenario, beyond = city_at(part.results.plan, row)
    name = scenario.name if scenario.name in list_scenarios() else BASES[ROOM]
    base = load_scenario(name)
    beyond += ("events",) if scenario.events != base.events and "events" not in beyond else ()
    beyond += ("off",) if scenario.off != base.off and "off" not in beyond else ()
    if beyond:
        return state.change(study=state.study._replace(beyond=beyond))
    after = with_room(state, dict(scenario.levers), name)
    return after.change(study=state.study._replace(beyond=()), notice=_otherwise(state, part, row))


def _row(data: Data) -> tuple[Any, int]:
    """Return the part of the study that a point is of, and the row of its first run in the city that is meant."""
    opened = _opened()
    part = opened.parts[checks.whole_number(given(data, "part"), "part", 0, len(opened.parts) - 1)]
    point = checks.whole_number(given(data, "point"), "point", 0, len(part.numbers) - 1)
    from sim.studies.analysis.outcome import city_of

    cities = city_of(part.results)
    city = checks.one_of(given(data, "city"), dict.fromkeys(cities), "city")
    points = part.results.plan.table.column("point").to_pylist()
    found = (row for row, mine in enumerate(zip(points, cities, strict=True)) if mine == (point, city))
    return part, next(found)


def _opened() -> Any:
    if STUDY.opened is None:
        raise InputError(message("studied-none"))
    return STUDY.opened


def _otherwise(state: ViewState, part: Any, row: int) -> str:
    """Return what else of the study is another than on the page: its city, its assumptions; empty if nothing is."""
    plan, scene = part.results.plan, state.scene
    assumed = plan.study["assumptions"][plan.run(row).assumptions]
    city = str(plan.study["context"]["city"])
    other = []
    if city != scene.city:
        other.append(translate("studied-other_city", scene.language, city=city))
    if any(assumed.get(name, value) != value for name, value in scene.assumed.items()):
        other.append(translate("studied-other_assumptions", scene.language, set=plan.run(row).assumptions))
    if not other:
        return ""
    return translate("studied-otherwise", scene.language, what=", ".join(other))
