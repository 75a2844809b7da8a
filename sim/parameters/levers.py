"""What a city chooses: the levers. Their defaults are the status quo."""

from __future__ import annotations

from collections.abc import Mapping

from sim.files.errors import InputError
from sim.parameters.levers_data import DATA
from sim.parameters.levers_rules import OPTIMISATION, POLITICS, STREET, TIES
from sim.parameters.parameter import Parameter, Value

LEVERS_IN_ORDER: tuple[Parameter, ...] = DATA + OPTIMISATION + STREET + TIES + POLITICS

SHARES: dict[str, tuple[str, ...]] = {
    "own": ("own_residents", "own_commons", "own_municipality", "own_platform", "own_state"),
    "aim": ("aim_wellbeing", "aim_cost", "aim_order"),
}


def check_shares(levers: Mapping[str, Value], where: str = "") -> None:
    """Refuse levers whose owners' shares, or whose aims, are all zero: they cannot be normalised."""
    place = f"{where}: " if where else ""
    for prefix, names in SHARES.items():
        if all(levers[name] == 0 for name in names):
            raise InputError(
                f"{place}{', '.join(names)} are all 0 (allowed: at least one {prefix}_ share above 0)"
            )
