"""What a moderator can let happen to a city; mechanisms declare the kinds, and say what each does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim.files import checks
from sim.files.errors import InputError, brief
from sim.files.toml import NAME, refuse_unknown
from sim.parameters import CONSTANTS, CONTEXT, Value, event_kinds, known_parameters

ALL_CITIES = "all"


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its ``kind``, the ``week`` after the branch point (from 0), and the ``city`` it happens in.

    ``city`` is "all", a scenario's name or a city's letter. ``depth`` (share of income) and ``weeks`` belong
    to a budget cut, ``lever`` and its new ``value`` to a reform; other kinds may be declared to take them.
    """

    kind: str
    week: int
    city: str = ALL_CITIES
    depth: float = float(CONSTANTS["cut_depth"].default)
    weeks: int = int(CONSTANTS["cut_weeks"].default)
    lever: str = ""
    value: Value = 0.0

    def concerns(self, *names: str) -> bool:
        """Return whether the event happens in the city known by any of ``names``."""
        return self.city == ALL_CITIES or self.city in names

    def as_table(self) -> dict[str, Value]:
        """Return the event as a table of a scenario file."""
        table: dict[str, Value] = {"kind": self.kind, "week": self.week, "city": self.city}
        return table | {key: getattr(self, key) for key in event_kinds()[self.kind].keys}


def read_event(table: Mapping[str, Any], where: str = "event") -> Event:
    """Return the event of ``table``; raise InputError for a key that is missing, unknown or impossible."""
    kind = checks.one_of(_needed(table, "kind", where), event_kinds(), f"{where}: kind")
    place = f"{where} ({kind})"
    own_keys = event_kinds()[kind].keys
    refuse_unknown(table, ("kind", "week", "city", *own_keys), place)
    keys: dict[str, Any] = {"kind": kind, "week": _whole(_needed(table, "week", place), "week", 0, place)}
    if "city" in table:
        keys["city"] = _city(table["city"], place)
    if "depth" in table:
        keys["depth"] = checks.number(table["depth"], f"{place}: depth", 0, 1, "0 to 1 of income")
    if "weeks" in table:
        keys["weeks"] = _whole(table["weeks"], "weeks", 1, place)
    if "lever" in own_keys:
        levers = known_parameters(["lever"])
        keys["lever"] = checks.one_of(_needed(table, "lever", place), levers, f"{place}: lever")
        keys["value"] = levers[keys["lever"]].check(_needed(table, "value", place), place)
    return Event(**keys)


def _needed(table: Mapping[str, Any], key: str, where: str) -> Any:
    if key not in table:
        raise InputError(f"{where}: {key} is missing")
    return table[key]


def _whole(value: object, key: str, low: int, where: str) -> int:
    high = int(CONTEXT["weeks"].bounds[1])
    return checks.whole_number(value, f"{where}: {key}", low, high, f"{low} to {high} weeks")


def _city(value: object, where: str) -> str:
    if isinstance(value, str) and NAME.fullmatch(value):
        return value
    raise InputError(
        f"{where}: city = {brief(value)} must be {ALL_CITIES!r}, a scenario's name or a city's letter"
    )
