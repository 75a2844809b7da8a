"""Neutrality: nothing in the model is tuned toward a camp (N1 to N5), each property measured.

`PROPERTIES` lists them, each with the setting it needs; `measure` runs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from sim.evidence.neutrality.bundles import equal_levers_give_equal_cities, names_do_not_matter
from sim.evidence.neutrality.couplings import ties_at_rest
from sim.evidence.neutrality.leads import each_camp_leads
from sim.evidence.neutrality.signs import mirrored_signs_matter
from sim.evidence.patterns.row import Row
from sim.evidence.patterns.setting import Setting


class Property(NamedTuple):
    """One property: how it is checked, and in what setting."""

    check: Callable[[Setting], Row]
    setting: Setting


EXACT = Setting(
    residents=2_000, city="synthetic:16", seeds=(1, 2, 3)
)  # equal to the last bit: any size will do
SIGNS = Setting(residents=1_500, seeds=tuple(range(1, 13)))  # small effects: more luck, fewer residents
PROPERTIES: Mapping[str, Property] = {
    "N1": Property(names_do_not_matter, EXACT),
    "N2": Property(equal_levers_give_equal_cities, EXACT),
    "N3": Property(ties_at_rest, EXACT),
    "N4": Property(mirrored_signs_matter, SIGNS),
    "N5": Property(each_camp_leads, Setting()),
}


def measure(names: Iterable[str] = tuple(PROPERTIES), quiet: bool = True) -> list[Row]:
    """Return the rows of the properties called ``names``."""
    chosen = [PROPERTIES[name] for name in names]
    return [one.check(replace(one.setting, quiet=quiet)) for one in chosen]
