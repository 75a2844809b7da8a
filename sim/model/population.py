"""The state of one city in columns: allocated once, copied at the branch point."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from sim.city.city import Settlement
from sim.engine.array import Array
from sim.engine.mechanism import key_of
from sim.engine.tie_slots import SLOTS
from sim.model.start import START
from sim.model.state import COLUMNS, STRUCTURE, TRAITS
from sim.parameters.column import Column


def allocate(
    settlement: Settlement,
    neighbour_offsets: Array,
    neighbours: Array,
    declared: Mapping[str, Column] = COLUMNS,
) -> dict[str, Array]:
    """Return the ``declared`` columns by name: (N,) per resident, (D,) per district, (1,) for the city.

    All are zero but those that are declared to begin elsewhere.

    What never changes (homes, members, borders) is shared with ``settlement``, not copied.
    """
    residents, districts = len(settlement.district), len(settlement.offsets) - 1
    sizes = {"resident": residents, "district": districts, "city": 1}
    columns: dict[str, Array] = {
        name: np.zeros(sizes[column.entity], column.dtype) for name, column in declared.items()
    }
    for name, column in declared.items():
        if column.start:
            columns[name][:] = column.start
    columns["district"] = settlement.district
    columns["population"] = np.diff(settlement.offsets).astype(np.float64)
    columns["ties"] = np.zeros((residents, SLOTS), np.uint32)
    columns["seen"] = np.zeros(residents + 1, np.uint64)
    columns["member_offsets"] = settlement.offsets
    columns["members"] = settlement.members
    columns["neighbour_offsets"] = neighbour_offsets
    columns["neighbours"] = neighbours
    return columns


def populate(
    columns: dict[str, Array], hardship: NDArray[np.float64], values: dict[str, float], seed: int
) -> None:
    """Fill zeroed ``columns`` with the start; ``hardship`` is per district (D,)."""
    view = START.view(columns | {"district_hardship": hardship})
    START.weekly(view, START.parameters(values), key_of(seed), 0)
    columns["hardship_group"][:] = terciles(columns["hardship"])


def terciles(hardship: Array) -> Array:
    """Return each resident's third by rank of hardship (0 least, 2 most), ties by resident number."""
    ranks = np.empty(len(hardship), np.int64)
    ranks[np.argsort(hardship, kind="stable")] = np.arange(len(hardship))
    return (ranks * 3 // len(hardship)).astype(np.uint8)


FIXED = frozenset((*STRUCTURE[2:], *TRAITS))
"""Columns that no mechanism changes: cities that share a past share them too."""


def copy(columns: dict[str, Array]) -> dict[str, Array]:
    """Return an independent state of the same city: changing columns copied, fixed ones shared."""
    return {name: array if name in FIXED else array.copy() for name, array in columns.items()}


def bytes_per_resident(columns: dict[str, Array]) -> float:
    """Return the memory of all columns divided by the number of residents."""
    return sum(array.nbytes for array in columns.values()) / len(columns["district"])
