"""The parts of well-being, beside the sum: what each adds to, or takes from, that which well-being moves toward.

From the pieces of the compiled rule (`sim.mechanisms.wellbeing`), after a week; no result depends on what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.engine.array import Array
from sim.mechanisms import wellbeing

Floats = NDArray[np.float64]

PARTS = (
    *("common", "income", "services", "ties", "say", "privacy", "safety", "ease", "time", "detention"),
    *("harm", "resentment"),
)
"""Their names, in the order of the equation; ``common`` is the base, money given back, and rents of one's data."""


def wellbeing_parts(columns: Mapping[str, Array], values: Mapping[str, float]) -> Floats:
    """Return `PARTS` (parts, residents) from the ``columns`` of a city after a week, under encoded ``values``.

    Their sum, held between 0 and 1, is what well-being moves toward. Opinions have moved on since by one week, at most
    by what they move in a week.
    """
    p = wellbeing.MECHANISM.parameters(values)
    c: dict[str, Any] = {name: columns[name].astype(np.float64) for name in wellbeing.MECHANISM.reads}
    unsafe: Any = c["unsafe"][columns["district"]]
    nobody: Any = np.zeros(len(unsafe))
    found: list[Any] = [
        nobody + wellbeing.common_part(c["saved"][0], c["share_rate"][0], p),
        wellbeing.income_part(c["hardship"], p),
        p.value_service * c["satisfaction"],
        p.value_ties * c["tie_worth"],
        wellbeing.self_part(c["opinion"], c["agency"], nobody, p),
        wellbeing.self_part(c["opinion"], nobody, c["privacy_lost"], p),
        wellbeing.safety_part(c["opinion"], unsafe, p),
        wellbeing.ease_of(c["ai_quality"][0], p) * c["adopted"],
        -wellbeing.time_part(c["agency"], p),
        -p.wellbeing_detained * (c["detention"] > 0),
        -p.harm_cost * (c["harm_weeks"] > 0),
        -wellbeing.resentment_of(p) * (1.0 - c["willing"]) * c["shares"],
    ]
    return np.stack(found)
