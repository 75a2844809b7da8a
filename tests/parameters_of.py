"""Parameters of one mechanism, at their defaults but for what a test sets."""

from __future__ import annotations

from typing import Any

from sim import values
from sim.mechanisms.mechanism import Mechanism


def parameters_of(mechanism: Mechanism, **settings: Any) -> Any:
    """Return the mechanism's parameters for ``settings`` (named and written as in a scenario)."""
    return mechanism.parameters(values.encode(values.checked(settings)))
