"""Rows that say a district twice: the same row again, and tables with a row for each year or kind of people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sim.city.table import Table
from sim.files.errors import brief
from sim.locale.text import Text, message

MOST_KINDS = 200  # different cells of a column that may tell the rows of one district apart


def same_rows(table: Table, names: Sequence[str], rows: Sequence[int]) -> list[int]:
    """Return those of ``rows`` in which every cell and the boundary are as in one before of the same name."""
    often = Counter(names[row] for row in rows)
    seen: set[tuple[object, ...]] = set()
    again = []
    for row in (row for row in rows if often[names[row]] > 1):
        shape = None if table.shapes is None or table.shapes[row] is None else table.shapes[row].wkb
        said = (shape, *(str(table.cells[column][row]) for column in table.columns))
        if said in seen:
            again.append(row)
        seen.add(said)
    return again


def long_table(table: Table, names: Sequence[str], rows: Sequence[int], mapping: str) -> Text | None:
    """Return the problem that each name stands in as many ``rows``, one for each cell of another column; else None."""
    often = Counter(names[row] for row in rows)
    times = set(often.values())
    if len(often) < 2 or len(times) != 1 or 1 in times:
        return None
    number = times.pop()
    columns = {column: kinds for column in table.columns if (kinds := _kinds(table, column, names, rows))}
    if not columns:
        return None
    column = next(iter(columns))
    shown = {
        "columns": ", ".join(map(brief, columns)),
        "column": brief(column),
        "value": brief(columns[column]),
        "mapping": mapping,
    }
    return message("problem-long-table", file=table.file, times=number, **shown)


def _kinds(table: Table, column: str, names: Sequence[str], rows: Sequence[int]) -> str:
    """Return the last cell of ``column`` where its cells are the same for each name, all different; else ""."""
    by_name: dict[str, list[str]] = {}
    for row in rows:
        by_name.setdefault(names[row], []).append(str(table.cells[column][row]))
    kinds = sorted(next(iter(by_name.values())))
    alike = len(set(kinds)) == len(kinds) <= MOST_KINDS and all(
        sorted(own) == kinds for own in by_name.values()
    )
    return kinds[-1] if alike else ""
