"""An event to let loose, and those that are."""

from __future__ import annotations

from collections.abc import Mapping

from sim.dashboard.state.allowed import INJECTED, REFORMED
from sim.dashboard.state.names import name_of
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.dashboard.views.values import control, worded
from sim.dashboard.work.simulation import WEEKS
from sim.locale.catalogue import translate, words
from sim.parameters import CONSTANTS, LEVERS, Parameter, Value

REFORM_STEPS = 10
"""Into how many steps the range of a lever is cut that a reform sets anew."""
OUTAGE_WEEKS = round(float(CONSTANTS["outage_length"].default))


def _content(state: ViewState, found: Found) -> Content:
    scene, language = state.scene, state.scene.language
    week = 0 if scene.week >= WEEKS else scene.week
    when = translate("panel-event-when", language, when=translate("foot-week", language, n=week))
    cities = {"all": translate("panel-event-all", language)}
    cities |= {letter: name_of(scene, letter) for letter in scene.letters}
    return {
        "words": words("panel", language),
        "when": when if scene.week < WEEKS else translate("panel-event-first", language),
        "week": week,
        "cities": [{"name": name, "label": label} for name, label in cities.items()],
        "kinds": [
            {
                "kind": kind,
                "label": translate(f"event-{kind}", language),
                "help": translate(f"event-{kind}.help", language, weeks=OUTAGE_WEEKS),
            }
            for kind in INJECTED
        ],
        "levers": [_lever(LEVERS[name], scene.levers(scene.letter), language) for name in REFORMED],
        "listed": [
            {"index": index, "label": _told(event, cities, language)}
            for index, event in enumerate(scene.events)
        ],
    }


def _lever(lever: Parameter, own: Mapping[str, Value], language: str) -> Content:
    """Return a lever that a reform may set anew, with the values it is offered."""
    made = control(lever, own[lever.name], language)
    return {
        "name": lever.name,
        "label": made["label"],
        "value": made["value"],
        "options": made.get("options") or [_option(lever, value, language) for value in _values(made)],
    }


def _values(made: Content) -> list[Value]:
    if made["kind"] == "switch":
        return [False, True]
    low, high = made["low"], made["high"]
    return [round(low + (high - low) * step / REFORM_STEPS, 4) for step in range(REFORM_STEPS + 1)]


def _option(lever: Parameter, value: Value, language: str) -> Content:
    return {"value": value, "label": worded(lever, value, language)}


def _told(event: Mapping[str, Value], cities: Mapping[str, str], language: str) -> str:
    kind, city = str(event["kind"]), str(event["city"])
    week = translate("foot-week", language, n=event["week"])
    return f"{translate(f'event-{kind}', language)}, {week}, {cities.get(city, city)}"


PANEL = Panel(_content, "panel-title-event")
