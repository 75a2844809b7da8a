"""Rows that are no districts: totals of the others, and a boundary round the whole city."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from sim.city.coordinates import Shapes
from sim.city.geography import Floats
from sim.city.words import fold

_TOTALS = frozenset(
    {
        "total",
        "totals",
        "grand total",
        "city total",
        "subtotal",
        "sub total",
        "ensemble de la ville",
        "totaux",
        "somme",
    }
    | {
        "gesamt",
        "gesamtstadt",
        "insgesamt",
        "summe",
        "zusammen",
        "stadt gesamt",
        "totale",
        "totaal",
        "suma",
        "toplam",
    }
    | {
        "итого",
        "всего",
        "合計",
        "全市",
        "市計",
        "全体",
        "全区",
        "总数",
        "합계",
        "총계",
        "전체",
        "総数",
        "总计",
        "合计",
        "總計",
        "المجموع",
        "yhteensa",
        "i alt",
        "celkem",
        "razem",
        "osszesen",
    }
    | {"sammanlagt", "totalt"}
)
_AVERAGES = frozenset(
    {
        "average", "mean", "median", "minimum", "maximum", "min", "max", "std", "std dev", "standard deviation",
        "city average", "national average", "moyenne", "mediane", "ecart type", "mittelwert", "durchschnitt",
        "standardabweichung", "promedio", "mediana", "gemiddelde", "gemiddeld", "srednia", "media comunale",
    }
)  # fmt: skip
_AVERAGE = {"average", "moyenne", "durchschnitt", "mittelwert", "promedio", "gemiddelde", "srednia"}
"""Words that begin or end what such a row is called: "London average"."""
_PERHAPS = frozenset(
    {"all", "all districts", "sum", "city", "whole city", "ville", "ville entiere", "ensemble", "kaikki"}
)
_STARTS = (
    "total ",
    "totale ",
    "sub total ",
    "subtotal ",
    "ensemble ",
    "gesamt ",
    "summe ",
    "sum of ",
    "city of ",
)
_ENDS = (" total", " totals", " subtotal", " sub total", " sous total", " gesamt", " insgesamt", " summe")
_NOWHERE = frozenset(
    {
        "unknown", "not known", "not stated", "not specified", "unspecified", "unassigned", "no fixed address",
        "inconnu", "inconnue", "non renseigne", "non precise", "non localise", "sans domicile fixe",
        "unbekannt", "ohne angabe", "nicht zuordenbar", "ohne festen wohnsitz", "desconocido", "no consta",
        "sin especificar", "unallocated", "not allocated", "not assigned", "nicht zugeordnet", "keine zuordnung",
        "sin asignar", "non attribue", "non reparti", "non repartis", "non attribuito", "nao especificado",
        "niet toegewezen", "sconosciuto", "non specificato", "onbekend", "desconhecido", "nieznane", "okand", "ukjent",
    }
)  # fmt: skip
_FEWEST = 100  # people of a subtotal; smaller sums come about by chance
_ROUNDING = 0.002  # by which published parts and totals differ


def totals(names: Sequence[str], population: Floats, figures: Sequence[Floats], title: str) -> list[int]:
    """Return the rows that are totals: so called, or of as many people as all the others and nothing against it.

    A name that a district may bear too counts only where the people sum up, of all others or of those above.
    Without a telling name a total must stand first or last among four rows at least, or bear the name of the
    city (``title``), and hold in each of ``figures`` a value within the range of the others, as averages do.
    """
    named = [row for row, name in enumerate(names) if fold(name) in _TOTALS]
    for row, name in enumerate(names):  # in their order: a subtotal is of the rows since the last one
        if _perhaps(name) and _sums_up(row, named, population):
            named.append(row)
    if len(named) >= len(names) - 1:
        return []
    left = [row for row in range(len(names)) if row not in named]
    for row in (left[0], left[-1]):
        same_name = fold(names[row]) == fold(title)
        if (
            len(left) > (2 if same_name else 3)
            and _sums_up(row, named, population)
            and _averages(row, left, figures)
        ):
            return sorted([*named, row])
    return sorted(named)


def subtotals(population: Floats) -> list[int]:
    """Return the rows that each count the people of the rows below them up to the next such row, or of those above.

    Only where the whole table is made of two such blocks at least, each of a sum and two rows or more: what adds up to
    the last person everywhere is no chance.
    """
    last = len(population) - 1
    return _with_total(population) or sorted(last - row for row in _with_total(population[::-1]))


def _with_total(population: Floats) -> list[int]:
    """Return the rows that count those below them, with a first row that counts all of them."""
    heads = _heads(population)
    under = [row + 1 for row in _heads(population[1:])]
    return heads or ([0, *under] if under and population[under].sum() == population[0] else [])


def _heads(population: Floats) -> list[int]:
    heads, row = [], 0
    while row < len(population):
        end = _end_of_block(population, row)
        if end is None:
            return []
        heads.append(row)
        row = end
    return heads if len(heads) > 1 and population[heads].min() >= _FEWEST else []


def _end_of_block(population: Floats, head: int) -> int | None:
    """Return the first row behind those below ``head`` that sum up to it, None where none do."""
    total, people = 0.0, population[head]
    for row in range(head + 1, len(population)):
        total += population[row]
        if (
            total == people
            and row - head > 1
            and not (row + 1 < len(population) and population[row + 1] == 0)
        ):
            return row + 1
        if not total <= people:
            return None
    return None


def averages(names: Sequence[str]) -> list[int]:
    """Return the rows that are called an average, a median or an extreme of the others."""
    folded = [fold(name) for name in names]
    return [
        row
        for row, name in enumerate(folded)
        if name in _AVERAGES or {name.split(" ")[0], name.rpartition(" ")[2]} & _AVERAGE
    ]


def dominant(population: Floats) -> tuple[int, float] | None:
    """Return the row with more people than all others together, and how many times as many, else None."""
    if np.count_nonzero(population > 0) < 3:
        return None
    row = int(np.nanargmax(population))
    others = float(np.nansum(population)) - float(population[row])
    return (row, float(population[row]) / others) if 0 < others <= population[row] else None


def nowhere(names: Sequence[str]) -> list[int]:
    """Return the rows of people whose district is not known."""
    return [row for row, name in enumerate(names) if fold(name) in _NOWHERE]


def _perhaps(name: str) -> bool:
    folded = fold(name)
    if folded in _TOTALS:
        return False
    return not folded or folded in _PERHAPS or folded.startswith(_STARTS) or folded.endswith(_ENDS)


def _sums_up(row: int, named: Sequence[int], population: Floats) -> bool:
    """Return whether ``row`` has the people of all rows not ``named``, or of those above it since the last named."""
    others = [one for one in range(len(population)) if one != row and one not in named]
    since = max((one for one in named if one < row), default=-1)
    blocks = (others, [one for one in others if since < one < row])
    sums = [float(np.nansum(population[block])) for block in blocks if len(block) > 1]
    return any(total > 0 and abs(population[row] - total) <= _ROUNDING * total for total in sums)


def _averages(row: int, rows: Sequence[int], figures: Sequence[Floats]) -> bool:
    others = [one for one in rows if one != row]
    for values in figures:
        if not np.isnan(values[row]) and not np.nanmin(values[others]) <= values[row] <= np.nanmax(
            values[others]
        ):
            return False
    return True


def whole_city(shapes: Shapes) -> list[int]:
    """Return the rows whose boundary holds nearly all other districts and is about as large as they together."""
    known = np.flatnonzero([shape is not None for shape in shapes])
    if len(known) < 3:
        return []
    placed = shapes[known]
    area = shapely.area(placed)
    large = np.flatnonzero(area >= 0.9 * (area.sum() - area))
    points = shapely.point_on_surface(placed)
    return [
        int(known[one])
        for one in large
        if np.count_nonzero(shapely.intersects(placed[one], np.delete(points, one))) >= 0.9 * (len(known) - 1)
    ]
