"""Cities by month, of which many are kept: moving a lever of one city leaves the runs of the others as they are."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from sim.dashboard.work.simulation import MAPPED, Floats, RunResult, key_of, run
from sim.runs.months import by_month
from sim.runs.recent import Recent
from sim.runs.spec import RunSpec

BYTES_KEPT = 64_000_000
"""Some four hundred cities of London's districts: those of ten moves of a lever under every seed and set."""


class Months(NamedTuple):
    """Cities by month, each a mean of four weeks: ``values`` (cities, months, outcomes) and ``maps``."""

    values: Floats
    maps: Floats

    @property
    def size(self) -> int:
        """Bytes."""
        return int(self.values.nbytes + self.maps.nbytes)


def months_of(spec: RunSpec, wanted: Callable[[], bool]) -> Months | None:
    """Return the months of the cities of ``spec`` under its first seed; None as soon as ``wanted`` says no.

    Only cities that are not kept are run, one after the other.
    """
    keys = [key_of(spec, city) for city in spec.cities]
    found = {key: city for key in keys if (city := _MONTHS.get(key)) is not None}
    missing = {key: city for key, city in zip(keys, spec.cities, strict=True) if key not in found}
    if missing:
        some = replace(spec, cities=tuple(missing.values()))
        result = run(some, spec.residents, wanted, alone=False)
        if result is None:
            return None
        for place, key in enumerate(missing):
            found[key] = _months(result, place)
            _MONTHS.put(key, found[key])
    return Months(np.stack([found[key].values for key in keys]), np.stack([found[key].maps for key in keys]))


def _months(result: RunResult, place: int) -> Months:
    """Return the months since the choice of one city of ``result``."""
    since = result.spec.burn_in
    weekly = result.series[place, since:], result.maps[place, since:, : len(MAPPED)]
    return Months(*(by_month(one[None])[0].astype(np.float32) for one in weekly))


_MONTHS: Recent[Hashable, Months] = Recent(BYTES_KEPT, size=lambda months: months.size)
