"""Constitutions that evolve: institutions give way to what politics makes them feel, and it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.engine.array import Array
from sim.mechanisms import politics
from sim.model.time_series import EventRecord
from sim.model.uneventful import drifts
from sim.parameters import Value
from sim.scenario.encoding import decode

DRIFT_SHOWN = 0.005  # a lever that moved less in a year is not worth an entry


class City(Protocol):
    """What drifts."""

    week: int
    columns: dict[str, Array]
    values: dict[str, float]
    event_records: list[EventRecord]
    off: tuple[str, ...]

    @property
    def levers(self) -> dict[str, Value]:
        """Every lever's present value."""

    def hold(self, levers: Mapping[str, Value]) -> None:
        """Let institutions hold ``levers`` from now on."""


class Drift:
    """The drift of one city's levers, week by week."""

    def __init__(self, city: City) -> None:
        self._city = city
        self._shown = city.levers

    def follow(self) -> None:
        """Let institutions change the levers they hold after a week, where the constitution may evolve."""
        city = self._city
        if not drifts(city.values) or "politics" in city.off:
            return
        concession, order, capture = (
            float(city.columns[f"{name}_drift"][0]) for name in ("concession", "order", "capture")
        )
        self._give_way(politics.drift(city.values, concession, order, capture, city.values))
        outcome = float(city.columns["overthrown"][0])
        if outcome != politics.STAYS:
            kind = "reform" if outcome == politics.REFORM else "restoration"
            city.event_records.append(EventRecord(city.week - 1, kind, {"overthrow": True}))
            self._give_way(politics.overthrow(city.values, outcome, city.values))
        if city.week % WEEKS_PER_YEAR == 0:
            self._note_year()

    def _give_way(self, changes: Mapping[str, float]) -> None:
        city = self._city
        consent = city.levers["consent"]
        city.hold({name: decode(name, number) for name, number in changes.items()})
        if city.levers["consent"] != consent:
            details = {"lever": "consent", "value": city.levers["consent"], "drift": True}
            city.event_records.append(EventRecord(city.week - 1, "drift", details))

    def _note_year(self) -> None:
        before, now = self._shown, self._city.levers
        moved = {
            name: (before[name], now[name])
            for name in now
            if isinstance(now[name], float) and abs(float(now[name]) - float(before[name])) > DRIFT_SHOWN
        }
        if moved:
            self._city.event_records.append(EventRecord(self._city.week - 1, "drift", {"levers": moved}))
        self._shown = now
