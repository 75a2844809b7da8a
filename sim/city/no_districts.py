"""Rows that are no districts, by kind: totals and parts of the city, averages, people of no known district, regions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sim.city.aggregates import averages, dominant, nowhere, subtotals, totals
from sim.city.geography import Floats
from sim.city.report import Report
from sim.city.table import Table
from sim.files.errors import brief
from sim.locale.text import message

FEW = 4  # districts of which one is often larger than the rest
REGION = 20.0  # times the people of all other rows, from which on a row is hardly a district


def no_districts(
    names: Sequence[str], population: Floats, figures: Sequence[Floats], title: str
) -> Iterator[tuple[str, str, list[int]]]:
    """Yield (why a row is left out, the note that tells it, the places of such rows), never all rows."""
    found = totals(names, population, figures, title)
    left = [row for row in range(len(names)) if row not in found]
    found = sorted([*found, *(left[i] for i in subtotals(population[left]))])
    yield "total", "reading-totals", found
    means = [row for row in averages(names) if row not in found]
    yield "total", "reading-averages", means
    unknown = [row for row in nowhere(names) if row not in found]
    if len(unknown) + len(means) + len(found) < len(names):
        yield "nowhere", "reading-nowhere", unknown


def tell_region(
    table: Table,
    column: str,
    rows: Sequence[int],
    names: Sequence[str],
    people: Floats,
    mapping: str,
    report: Report,
) -> None:
    """Say in ``report`` which of ``rows`` has more ``people`` than all others, a problem where it must be a region."""
    if (found := dominant(people[list(rows)])) is None:
        return
    row, times = rows[found[0]], found[1]
    if times > REGION:
        shown = {"name": brief(names[row]), "mapping": mapping}
        report.problem(message("problem-region", place=table.where(row, column), **shown))
    elif len(rows) > FEW:
        report.note("reading-dominant", name=names[row], quoted=brief(names[row]), mapping=mapping)
