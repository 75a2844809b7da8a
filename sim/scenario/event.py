"""What a moderator can let happen to a city; mechanisms declare the kinds, and say what each does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim.files.errors import InputError, brief, nearest
from sim.files.toml import NAME, refuse_unknown
from sim.parameters import CONSTANTS, CONTEXT, Parameter, Value, event_kinds, known_parameters

ALL_CITIES = "all"


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its ``kind``, the ``week`` after the fork (from 0), and the ``city`` it happens in.

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
    kind = _kind(_needed(table, "kind", where), where)
    place = f"{where} ({kind})"
    own_keys = event_kinds()[kind].keys
    refuse_unknown(table, ("kind", "week", "city", *own_keys), place)
    keys: dict[str, Any] = {"kind": kind, "week": _whole(_needed(table, "week", place), "week", 0, place)}
    if "city" in table:
        keys["city"] = _city(table["city"], place)
    if "depth" in table:
        keys["depth"] = _depth(table["depth"], place)
    if "weeks" in table:
        keys["weeks"] = _whole(table["weeks"], "weeks", 1, place)
    if "lever" in own_keys:
        keys["lever"] = _lever(_needed(table, "lever", place), place)
        keys["value"] = _levers()[keys["lever"]].check(_needed(table, "value", place), place)
    return Event(**keys)


def _needed(table: Mapping[str, Any], key: str, where: str) -> Any:
    if key not in table:
        raise InputError(f"{where}: {key} is missing")
    return table[key]


def _kind(value: object, where: str) -> str:
    if isinstance(value, str) and value in event_kinds():
        return value
    raise _unknown("kind", value, tuple(event_kinds()), where)


def _lever(value: object, where: str) -> str:
    if isinstance(value, str) and value in _levers():
        return value
    raise _unknown("lever", value, tuple(_levers()), where)


def _levers() -> dict[str, Parameter]:
    return known_parameters(["lever"])


def _unknown(key: str, value: object, legal: tuple[str, ...], where: str) -> InputError:
    close = nearest(value, legal) if isinstance(value, str) else None
    hint = f"did you mean {close!r}?" if close else f"known: {', '.join(legal)}"
    return InputError(f"{where}: {key} = {brief(value)} is not known; {hint}")


def _whole(value: object, key: str, low: int, where: str) -> int:
    high = int(CONTEXT["weeks"].bounds[1])
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise InputError(
            f"{where}: {key} = {brief(value)} must be a whole number (allowed: {low} to {high} weeks)"
        )
    return value


def _depth(value: object, where: str) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not 0 <= value <= 1:  # type: ignore[operator]
        raise InputError(f"{where}: depth = {brief(value)} must be a number (allowed: 0 to 1 of income)")
    return float(value)  # type: ignore[arg-type]


def _city(value: object, where: str) -> str:
    if isinstance(value, str) and NAME.fullmatch(value):
        return value
    raise InputError(
        f"{where}: city = {brief(value)} must be {ALL_CITIES!r}, a scenario's name or a city's letter"
    )
