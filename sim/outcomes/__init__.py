"""The dials: what is measured, declared once. `sim.outcomes.measurement` computes them, in this order."""

from __future__ import annotations

from sim.files.errors import unknown
from sim.outcomes.data import DATA
from sim.outcomes.details import DETAILS
from sim.outcomes.first_seven import FIRST
from sim.outcomes.forces import FORCES
from sim.outcomes.record import GROUPS, UNITS, Dial, Direction
from sim.outcomes.residents import RESIDENTS

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
