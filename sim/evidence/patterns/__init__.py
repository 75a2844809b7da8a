"""The patterns the model must show, each measured in its standard setting (P1 to P15).

`PATTERNS` lists them; `measure` runs those asked for. Assumptions may be calibrated against these patterns
only: `docs/calibration.md` records every change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sim.evidence.patterns.camps import leading, spread_of_leads
from sim.evidence.patterns.holders import holding
from sim.evidence.patterns.knowledge import knowing
from sim.evidence.patterns.london import boroughs
from sim.evidence.patterns.people import adoption_curve, chilling, sharing, ties, trust
from sim.evidence.patterns.prices import pricing
from sim.evidence.patterns.row import Check, Row
from sim.evidence.patterns.scale import scaling
from sim.evidence.patterns.setting import Setting
from sim.evidence.patterns.unrest import bursts, drifting
from sim.evidence.patterns.words import words

PATTERNS: Mapping[str, Callable[[Setting], Row]] = {
    "P1": adoption_curve,
    "P2": sharing,
    "P3": chilling,
    "P4": bursts,
    "P5": trust,
    "P6": knowing,
    "P7": ties,
    "P8": boroughs,
    "P9": leading,
    "P10": spread_of_leads,
    "P11": scaling,
    "P12": drifting,
    "P13": holding,
    "P14": pricing,
    "P15": words,
}


def measure(setting: Setting, names: Iterable[str] = tuple(PATTERNS)) -> list[Row]:
    """Return the rows of the patterns called ``names``, measured in ``setting``."""
    return [PATTERNS[name](setting) for name in names]


__all__ = ["PATTERNS", "Check", "Row", "Setting", "measure"]
