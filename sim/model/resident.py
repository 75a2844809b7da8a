"""One resident by attribute, and all of them as a table: the columns as users of Mesa expect agents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sim.engine.array import Array
from sim.engine.tie_slots import EMPTY
from sim.files import checks
from sim.parameters.column import Column

if TYPE_CHECKING:
    import pandas as pd


class Resident:
    """A view of resident ``number``: every column of residents is an attribute, as it is now.

    ``ties`` are the residents they know; ``district`` is the number of the home district. Nothing can be set:
    residents change by what mechanisms do.
    """

    __slots__ = ("_columns", "_declared", "number")

    def __init__(self, number: int, columns: Mapping[str, Array], declared: Mapping[str, Column]) -> None:
        object.__setattr__(self, "number", number)
        object.__setattr__(self, "_columns", columns)
        object.__setattr__(self, "_declared", declared)

    @property
    def ties(self) -> list[Resident]:
        """The residents this one is tied to, in the order of the slots."""
        slots = self._columns["ties"][self.number]
        return [Resident(int(other), self._columns, self._declared) for other in slots if other != EMPTY]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in resident_columns(self._declared):
            raise AttributeError(f"a resident has no {name!r}")
        return self._columns[name][self.number].item()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name!r} of a resident cannot be set; a mechanism changes it")

    def __dir__(self) -> list[str]:
        return ["number", "ties", *resident_columns(self._declared)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Resident) and other._columns is self._columns and other.number == self.number

    def __hash__(self) -> int:
        return hash((id(self._columns), self.number))

    def __repr__(self) -> str:
        return f"Resident({self.number})"


def resident_columns(declared: Mapping[str, Column]) -> list[str]:
    """Return the names of the columns that hold a value for each resident."""
    return [name for name, column in declared.items() if column.entity == "resident"]


def residents_frame(
    columns: Mapping[str, Array], declared: Mapping[str, Column], names: Iterable[str] = ()
) -> pd.DataFrame:
    """Return a copy of the columns ``names`` (all by default) of residents, a row each.

    Raises InputError, with the nearest name, for one that is not a column of residents.
    """
    import pandas as pd

    known = resident_columns(declared)
    chosen = [checks.one_of(name, known, "column") for name in names] or known
    rows = pd.RangeIndex(len(columns["district"]), name="resident")
    return pd.DataFrame({name: columns[name].copy() for name in chosen}, rows)
