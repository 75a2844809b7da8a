"""Parameters of one mechanism, at their defaults but for what a test sets."""

from __future__ import annotations

from typing import Any

from sim.engine.mechanism import Mechanism
from sim.scenario import encoding as values


def parameters_of(mechanism: Mechanism, **settings: Any) -> Any:
    """Return the mechanism's parameters for ``settings`` (named and written as in a scenario)."""
    return mechanism.parameters(values.encode(values.checked(settings)))
