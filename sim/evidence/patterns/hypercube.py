"""Latin hypercubes over the explored assumptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sim.parameters import ASSUMPTIONS, Parameter, Value

BLOCKS: tuple[tuple[str, ...], ...] = (
    ("value_service", "trust_service"),
    ("value_autonomy", "value_privacy"),
    ("value_safety", "reassure", "safety_trust"),
)
"""Values whose weights move together: two weights drawn apart would vary less in sum than one alone."""


def latin_hypercube(samples: int, seed: int = 1) -> list[dict[str, Value]]:
    """Return ``samples`` readings of all assumptions, each stratified over its explored range, `BLOCKS` as one.

    McKay, Beckman & Conover (1979), doi:10.1080/00401706.1979.10489755.
    """
    from scipy.stats import qmc

    unit = qmc.LatinHypercube(len(ASSUMPTIONS), rng=seed).random(samples)
    place = {name: column for column, name in enumerate(ASSUMPTIONS)}
    for first, *others in BLOCKS:
        for name in others:
            unit[:, place[name]] = unit[:, place[first]]
    return [from_unit(row) for row in unit]


def from_unit(row: Sequence[float] | NDArray[np.float64]) -> dict[str, Value]:
    """Return every assumption's value at a place (A,) of the unit cube."""
    return {name: _value(p, float(u)) for (name, p), u in zip(ASSUMPTIONS.items(), row, strict=True)}


def to_unit(values: Mapping[str, Value]) -> NDArray[np.float64]:
    """Return the place (A,) in the unit cube of a reading of all assumptions."""
    return np.array([_place(p, values[name]) for name, p in ASSUMPTIONS.items()])


def _value(parameter: Parameter, u: float) -> Value:
    if parameter.kind == "choice":
        options = parameter.explored
        return options[min(int(u * len(options)), len(options) - 1)]
    low, high = (float(end) for end in parameter.explored)
    return min(low + u * (high - low), high)  # rounding may step over the end


def _place(parameter: Parameter, value: Value) -> float:
    if parameter.kind == "choice":
        return (list(parameter.explored).index(str(value)) + 0.5) / len(parameter.explored)
    low, high = (float(end) for end in parameter.explored)
    return (float(value) - low) / (high - low)
