"""The options of choices as compiled code sees them: each is its place in the declaration.

Written here, not read there: compiled code is kept as long as the files that hold a ``@kernel`` stay the same
(`sim.engine.compile`), and would not notice a declaration whose order changed. A test holds both together.
"""

from __future__ import annotations

from sim.engine.compile import bare_kernel

OPT_IN, OPT_OUT, MANDATORY = 0.0, 1.0, 2.0  # of consent
CENTRAL, LOCAL = 0.0, 1.0  # of curator
EXACT, FLOOR, ROUND = 0.0, 1.0, 2.0  # of arrest_rounding

OPTIONS: dict[str, dict[str, float]] = {
    "consent": {"opt_in": OPT_IN, "opt_out": OPT_OUT, "mandatory": MANDATORY},
    "curator": {"central": CENTRAL, "local": LOCAL},
    "arrest_rounding": {"none": EXACT, "floor": FLOOR, "round": ROUND},
}


@bare_kernel
def is_mandatory(consent: float) -> bool:
    """Return whether data are shared by rule, nobody being asked."""
    return consent == MANDATORY
