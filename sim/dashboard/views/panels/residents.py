"""All residents of the cities: how a state is spread, here against there, in one district, and one of them by week."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sim.dashboard.state.cities import city_named
from sim.dashboard.state.people import GROUPINGS, PICTURES, STATES, People
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.dashboard.views.people.magnifier import magnifier
from sim.dashboard.views.people.scatter import scatter
from sim.dashboard.views.people.spread import spread
from sim.dashboard.views.people.watched import watched
from sim.dashboard.work.residents import RESIDENTS, Residents
from sim.debate.debate import YEAR
from sim.locale.catalogue import translate, words
from sim.locale.numbers import number

_PICTURES: Mapping[str, Callable[[Scene, People, Residents, int], dict[str, Any]]] = {
    "spread": spread,
    "scatter": scatter,
    "district": magnifier,
    "watched": watched,
}


def _content(state: ViewState, found: Found) -> Content:
    """Return the picture chosen; those of other cities are not shown, and nothing is under the curtain."""
    scene, language, people = state.scene, state.scene.language, state.people
    people = people._replace(place=min(people.place, city_named(scene.city).districts - 1))
    residents = found.residents
    there = residents is not None and residents.spec == scene.spec() and not scene.covered
    year = max(0, scene.week // YEAR)
    common: Content = {
        "words": words("people", language),
        "diary": words("diary", language),
        "picture": people.picture,
        "state": people.state,
        "by": people.by,
        "label": translate(f"state-{people.state}", language),
        "pictures": [_option(one, translate(f"people-picture-{one}", language)) for one in PICTURES],
        "states": [_option(one, translate(f"state-{one}", language)) for one in STATES],
        "groupings": [_option(one, translate(f"people-by-{one}", language)) for one in GROUPINGS],
        "note": translate(
            "people-note", language, n=number(RESIDENTS, language), years=number(year, language)
        ),
        "waiting": ""
        if there
        else translate("people-covered" if scene.covered else "diary-living", language),
    }
    if not there or residents is None:
        return common | {"drawn": None}
    return common | {"drawn": _PICTURES[people.picture](scene, people, residents, year)}


def _option(value: str, label: str) -> dict[str, str]:
    return {"value": value, "label": label}


PANEL = Panel(_content, "panel-title-residents", doors={"understand": 7}, full=True)
