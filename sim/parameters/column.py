"""One column of state, declared beside the mechanism that writes it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Entity = Literal["resident", "district", "city"]
ENTITIES: tuple[Entity, ...] = ("resident", "district", "city")


class Column(NamedTuple):
    """A column. ``dtype`` is NumPy's short name; values begin at ``start`` and stay in [low, high]."""

    name: str
    entity: Entity
    dtype: str
    low: float
    high: float
    meaning: str
    start: float = 0.0
