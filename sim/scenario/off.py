"""Mechanisms that are switched off from the branch point on: their names as users give them, checked."""

from __future__ import annotations

from collections.abc import Iterable

from sim.files import checks
from sim.files.errors import InputError, brief
from sim.parameters import CONTEXT, DECLARATIONS, OWN


def switchable() -> list[str]:
    """Return the names of the mechanisms that say what off means."""
    return [name for name, one in (DECLARATIONS | OWN).items() if one.off is not None]


def check_burn_in(off: Iterable[str], burn_in: int, where: str = "off") -> None:
    """Refuse to switch mechanisms off where there is no past that they could leave something of."""
    if named := ", ".join(off):
        checks.whole_number(burn_in, f"{where} = {named}: burn_in", 1, int(CONTEXT["burn_in"].bounds[1]))


def check_off(value: object, where: str = "off") -> tuple[str, ...]:
    """Return the names of mechanisms in ``value``, one name or a list of them, each once.

    Raises InputError, with the nearest name, for one that is not known or cannot be switched off.
    """
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, Iterable):
        raise InputError(f'{where} = {brief(value)} must be a list of mechanisms, e.g. ["mobilisation"]')
    legal = switchable()
    return tuple(dict.fromkeys(checks.one_of(name, legal, where) for name in names if name != ""))
