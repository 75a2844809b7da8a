"""What a run changes besides parameters: its scenario blended, mixed, without mechanisms, with events; its context."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sim.parameters import Value, event_kinds
from sim.scenario.event import Event, read_event
from sim.scenario.scenario import Scenario, interpolate, mix
from sim.studies.quantity import BLEND, EVENTS, LEVERS, NONE, OFF, VARIED_CONTEXT

ADDRESS = ("kind", "week", "city")


def is_special(name: str) -> bool:
    """Return whether ``name`` is neither lever, assumption nor constant, so that a city does not take it as such."""
    return name in (BLEND, OFF, *VARIED_CONTEXT) or name.startswith((LEVERS, EVENTS))


def scenario_of(study: Mapping[str, Any], name: str, settings: Mapping[str, Value]) -> Scenario:
    """Return the scenario ``name`` of a study as a run with ``settings`` has it.

    Blended first, then with the lever groups, the mechanisms and the events that the run changes; it keeps its
    name, by which events address it. Raises InputError for an event that cannot be.
    """
    scenario = _read(name, study["scenarios"][name])
    if BLEND in settings:
        donor = study["blend_toward"]
        scenario = interpolate(scenario, _read(donor, study["donors"][donor]), float(settings[BLEND]))
    for group, donor in _named(settings, LEVERS).items():
        if donor != NONE:
            scenario = mix(scenario, _read(str(donor), study["donors"][donor]), [group])
    if settings.get(OFF, NONE) != NONE:
        scenario = scenario.without(str(settings[OFF]).split("+"))
    happen = (*scenario.events, *events_of(study.get("events", {}), settings))
    return replace(scenario, name=name, events=happen)


def events_of(named: Mapping[str, Mapping[str, Any]], settings: Mapping[str, Value]) -> list[Event]:
    """Return the events that a design names, as ``settings`` change them; those of kind "none" do not happen."""
    events = []
    for name, given in named.items():
        table = {**given, **_named(settings, f"{EVENTS}{name}.")}
        if table.get("kind") == NONE:
            continue
        if table.get("kind") in event_kinds():  # a size belongs to some of the kinds that a design varies
            taken = (*ADDRESS, *event_kinds()[table["kind"]].keys)
            table = {key: value for key, value in table.items() if key in taken}
        events.append(read_event(table, f"[events.{name}]"))
    return events


def donors_in(design: Any) -> list[str]:
    """Return the scenarios besides its own that a design takes levers from."""
    donors = [design.blend_toward] if design.blend_toward else []
    for factor in design.factors:
        if factor.name.startswith(LEVERS):
            donors += [str(value) for value in factor.options if value != NONE]
    return list(dict.fromkeys(donors))


def _named(settings: Mapping[str, Value], prefix: str) -> dict[str, Value]:
    """Return the settings whose names begin with ``prefix``, without it."""
    return {name.removeprefix(prefix): value for name, value in settings.items() if name.startswith(prefix)}


def _read(name: str, table: Mapping[str, Any]) -> Scenario:
    events = tuple(read_event(event) for event in table["events"])
    return Scenario(name, table["levers"], events, off=tuple(table.get("off", ())))
