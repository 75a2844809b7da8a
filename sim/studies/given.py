"""What designs are given, in the forms that people write it; what is not allowed is refused in one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from numbers import Real
from pathlib import Path
from typing import Any

from sim.files import checks
from sim.files.errors import InputError, brief
from sim.parameters import CONTEXT
from sim.studies.quantity import EVENTS, LEVERS

MOST_SEEDS = 100_000


def distinct_seeds(given: Sequence[object], where: str) -> tuple[int, ...]:
    """Return ``given`` checked one by one; raise InputError for one that is not allowed or comes twice."""
    seeds = tuple(int(CONTEXT["seed"].check(value, where)) for value in given)
    if len(set(seeds)) < len(seeds):
        raise InputError(f"{where}: seeds = {brief(list(given))} names one twice")
    return seeds


def flat(vary: Mapping[str, Any]) -> dict[str, Any]:
    """Return [vary] with tables of tables, as of `levers.data = {...}`, under names with dots."""
    found: dict[str, Any] = {}
    for name, table in vary.items():
        if name in (EVENTS[:-1], LEVERS[:-1]) or (name.startswith(EVENTS) and name.count(".") == 1):
            if not isinstance(table, Mapping) or not all(isinstance(one, Mapping) for one in table.values()):
                raise InputError(
                    f"[vary] {name} = {brief(table)} must hold tables, e.g. {name}.data = {{...}}"
                )
            found |= flat({f"{name}.{key}": one for key, one in table.items()})
        else:
            found[name] = table
    return found


def period_of(given: object, weeks: int, where: str) -> tuple[int, int]:
    """Return the first and the last week that are kept of runs of ``weeks``."""
    if not isinstance(given, list | tuple) or len(given) != 2:
        raise InputError(
            f"{where}: period = {brief(given)} must be the first and the last week, e.g. [208, 259]"
        )
    first = checks.whole_number(given[0], f"{where}: period: first week", 0, weeks - 1)
    return first, checks.whole_number(given[1], f"{where}: period: last week", first, weeks - 1)


def listed(given: object, key: str, where: str) -> tuple[Any, ...]:
    """Return the list ``given``."""
    if not isinstance(given, list):
        raise InputError(f"{where}: {key} = {brief(given)} must be a list")
    return tuple(given)


def whole(table: Mapping[str, Any], key: str, default: int, low: int, high: int, where: str) -> int:
    """Return the whole number ``key`` of a table, ``default`` where it is missing."""
    return checks.whole_number(table.get(key, default), f"{where}: {key}", low, high)


def names_of(given: object, key: str, default: str, where: str) -> tuple[str, ...]:
    """Return names or paths, each once; ``default`` is an example for the message."""
    fit = isinstance(given, list | tuple) and given and all(isinstance(name, str | Path) for name in given)
    if not fit:
        raise InputError(f'{where}: {key} = {brief(given)} must be a list of names, e.g. ["{default}"]')
    names = tuple(map(str, given))  # type: ignore[call-overload]
    if len(set(names)) < len(names):
        raise InputError(f"{where}: {key} = {brief(given)} names one twice")
    return names


def seeds_of(given: object, where: str) -> tuple[int, ...]:
    """Return the seeds: those listed, or 1 to n for a number n."""
    if isinstance(given, Real) and not isinstance(given, bool):
        return tuple(range(1, checks.whole_number(given, f"{where}: seeds", 1, MOST_SEEDS) + 1))
    if isinstance(given, str | Mapping) or not isinstance(given, Iterable):
        raise InputError(f"{where}: seeds = {brief(given)} must be a number of seeds or a list of them")
    seeds = list(given)
    if not 1 <= len(seeds) <= MOST_SEEDS:
        raise InputError(f"{where}: {len(seeds)} seeds (allowed: 1 to {MOST_SEEDS})")
    return distinct_seeds(seeds, where)
