"""What privacy noise does: whom it protects, and what of the data's worth it leaves.

Noise added on each device (randomised response, Warner 1965, doi:10.1080/01621459.1965.10480775) hides from
whoever holds the data; noise added at the data centre (Dwork et al. 2006, doi:10.1007/11681878_14) hides only
from those who see what is published. Budgets are of one week and one district; that weeks add up
(composition) is not modelled.
"""

from __future__ import annotations

from math import isinf, tanh

from sim.engine.compile import bare_kernel
from sim.scenario.choice_codes import LOCAL


@bare_kernel
def hide_of(epsilon: float, curator: float) -> float:
    """Return the part of misuse by holders that noise prevents: 1 − tanh(ε/2) on each device, else 0.

    A randomised answer is e^ε times as likely to be true as false, so tanh(ε/2) is what it still tells.
    """
    return 1.0 - tanh(epsilon / 2.0) if curator == LOCAL and not isinf(epsilon) else 0.0


@bare_kernel
def shield_of(epsilon: float, half: float) -> float:
    """Return the part of harm by publishing that noise does not prevent: ε/(half + ε), 1 without noise."""
    return 1.0 if isinf(epsilon) else epsilon / (half + epsilon)


@bare_kernel
def clarity_of(epsilon: float, curator: float, half: float) -> float:
    """Return the part of the data's worth for learning and service that noise leaves; 1 without noise.

    tanh(ε/2) where it is added on each device, ε/(half + ε) at the data centre.
    """
    if isinf(epsilon):
        return 1.0
    return tanh(epsilon / 2.0) if curator == LOCAL else epsilon / (half + epsilon)
