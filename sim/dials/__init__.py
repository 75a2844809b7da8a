"""The dials: what is measured, declared once. `sim.metrics` computes them, in this order."""

from __future__ import annotations

from sim.dials.data import DATA
from sim.dials.details import DETAILS
from sim.dials.first_seven import FIRST
from sim.dials.forces import FORCES
from sim.dials.record import GROUPS, UNITS, Dial, Direction
from sim.dials.residents import RESIDENTS
from sim.errors import unknown

DIALS: dict[str, Dial] = {
    dial.id: dial for family in (FIRST, RESIDENTS, DATA, FORCES, DETAILS) for dial in family
}
FIRST_SEVEN = tuple(dial.id for dial in FIRST)
"""The dials of the default view, the focus first."""

__all__ = ["DIALS", "FIRST_SEVEN", "GROUPS", "UNITS", "Dial", "Direction", "dial"]


def dial(name: str) -> Dial:
    """Return the dial called ``name``; an unknown name is an InputError with the nearest one."""
    if name not in DIALS:
        raise unknown("dial", name, DIALS)
    return DIALS[name]
