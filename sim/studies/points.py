"""A table of points of one's own: rows of values, a column a factor, from CSV, Parquet or the design itself."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sim.files.errors import InputError, brief
from sim.files.text import read_text
from sim.parameters import Value
from sim.studies.factor import Factor
from sim.studies.quantity import Quantity, quantity

MOST_BYTES = 100_000_000
Row = Mapping[str, Value]
"""Factor -> value; a factor that is left as it is, is left out."""


def read_points(given: object, folder: Path, where: str) -> list[Row]:
    """Return the points ``given``: the path of a CSV or Parquet file, from ``folder``, or a list of tables.

    An empty cell leaves a factor as its scenario and assumptions have it. Raises InputError, with the row, for
    a name that cannot be varied or a value that is not allowed.
    """
    if isinstance(given, str):
        path = folder / given
        return _checked(_rows_of(path, where), str(path))
    if not isinstance(given, list) or not all(isinstance(row, Mapping) for row in given):
        raise InputError(
            f"{where}: points = {brief(given)} must be a .csv or .parquet file, or a list of tables"
        )
    return _checked(given, where)


def factors_of(rows: Sequence[Row]) -> tuple[Factor, ...]:
    """Return a factor for each column of ``rows``, whose options are the values that come in it, as they come."""
    names = dict.fromkeys(name for row in rows for name in row)
    return tuple(
        Factor(name, options=tuple(dict.fromkeys(row[name] for row in rows if name in row))) for name in names
    )


def positions_of(rows: Sequence[Row], factors: Sequence[Factor]) -> list[list[float]]:
    """Return the position of every factor at every point; nan where it is left as it is."""
    places = {
        factor.name: dict(zip(map(repr, factor.options), factor.steps(), strict=True)) for factor in factors
    }
    return [
        [places[one.name][repr(row[one.name])] if one.name in row else float("nan") for one in factors]
        for row in rows
    ]


def _rows_of(path: Path, where: str) -> list[dict[str, Any]]:
    match path.suffix.lower():
        case ".csv":
            reader = csv.DictReader(io.StringIO(read_text(path, MOST_BYTES)))
            rows: list[dict[str, Any]] = list(reader)
            if any(None in row for row in rows):
                raise InputError(f"{path}: a row has more cells than the header has names")
            return [{name: cell for name, cell in row.items() if cell not in (None, "")} for row in rows]
        case ".parquet":
            return _parquet(path)
    raise InputError(f"{where}: points = {brief(str(path))}: the ending must be .csv or .parquet")


def _parquet(path: Path) -> list[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        rows = pq.read_table(path).to_pylist()
    except (OSError, pa.ArrowInvalid) as error:
        raise InputError(f"{path}: cannot be read ({str(error).splitlines()[0][:100]})") from None
    return [{name: cell for name, cell in row.items() if cell is not None} for row in rows]


def _checked(rows: Sequence[Mapping[str, Any]], where: str) -> list[Row]:
    if not any(rows):
        raise InputError(f"{where}: holds no point")
    known = {name: quantity(name, where) for row in rows for name in row}
    return [
        {name: _cell(known[name], cell, f"{where}: point {place}") for name, cell in row.items()}
        for place, row in enumerate(rows)
    ]


def _cell(varied: Quantity, cell: object, where: str) -> Value:
    return varied.parse(cell, where) if isinstance(cell, str) else varied.check(cell, where)
