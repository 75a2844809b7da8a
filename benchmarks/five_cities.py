"""The same pair of scenarios in every shipped city: ``python -m benchmarks.five_cities`` writes docs/cities.md's table.

What differs between the cities is their data alone: how hard life is, how unequally, and who borders whom.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from sim.city.city import City
from sim.city.load import list_cities, load_city
from sim.docs.markdown import table
from sim.files.atomic import write_whole
from sim.outcomes import FIRST_SEVEN, OUTCOMES
from sim.runs.compare import compare
from sim.runs.replications import Replications
from sim.runs.statistics import Difference, paired_difference

PAGE = Path(__file__).parents[1] / "docs" / "cities.md"
BEGIN, END = "<!-- begin five-cities -->", "<!-- end five-cities -->"
PAIR = ("emancipatory", "control")
SEEDS, RESIDENTS = 20, 10_000

Runs = Mapping[str, Replications]


def shipped() -> tuple[str, ...]:
    """Return the names of the real cities of this package."""
    return tuple(name for name in list_cities() if not load_city(name).invented)


def measure(cities: Sequence[str], seeds: int = SEEDS, residents: int = RESIDENTS, weeks: int = 520) -> Runs:
    """Return the runs of `PAIR` in each city under the same seeds."""
    return {city: compare(PAIR, seeds, city=city, residents=residents, weeks=weeks) for city in cities}


def section(runs: Runs) -> str:
    """Return the two tables: what the cities are like, and what came of the pair in each."""
    facts = ((load_city(name), name) for name in runs)
    cities = table(
        ["", "Districts", "Mean hardship", "Between districts", "Hardship"],
        [_facts(city) for city, _ in facts],
    )
    outcomes = table(
        ["Year 10", *(_title(load_city(name)) for name in runs), "Highest minus lowest"],
        [_row(runs, name, of) for name in FIRST_SEVEN for of in (PAIR[0], PAIR[1], "difference")],
    )
    return f"{cities}\n{outcomes}"


def _facts(city: City) -> list[str]:
    people = city.population
    mean = float(np.average(city.hardship, weights=people))
    spread = math.sqrt(float(np.average((city.hardship - mean) ** 2, weights=people)))
    return [_title(city), str(city.districts), f"{mean:.3f}", f"{spread:.3f}", city.hardship_basis]


def _title(city: City) -> str:
    return city.title.translate("en")


def _row(runs: Runs, name: str, of: str) -> list[str]:
    """Return one outcome of one scenario, or A minus B, city by city with 90 % intervals."""
    values = {city: _values(found, name, of) for city, found in runs.items()}
    told = [_told(paired_difference(own, np.zeros_like(own))) for own in values.values()]
    order = sorted(values.values(), key=np.mean)
    label = OUTCOMES[name].label.translate("en")
    which = {PAIR[0]: "A", PAIR[1]: "B"}.get(of, "A − B")
    return [f"{label}, {which}", *told, _told(paired_difference(order[-1], order[0]))]


def _values(found: Replications, name: str, of: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return an outcome in its own unit, a row a seed (S, 1)."""
    place = found.outcomes.index(name)
    values = found.values(of) if of in PAIR else found.values(PAIR[0]) - found.values(PAIR[1])
    return values[:, [place]] * OUTCOMES[name].scale


def _told(difference: Difference) -> str:
    mean, reach = float(difference.mean[0]), float(difference.high[0] - difference.mean[0])
    return f"{mean:.1f} ± {reach:.1f}".replace("-", "−")


def filled(page: str, written: str) -> str:
    """Return ``page`` with ``written`` between its markers."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n\n{written}\n{END}{rest.split(END)[1]}"


def main() -> None:
    """Run the pair in every city and write the tables."""
    page = PAGE.read_text("utf-8")
    write_whole(PAGE, filled(page, section(measure(shipped()))))


if __name__ == "__main__":
    main()
