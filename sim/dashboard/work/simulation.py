"""What the page asks of the simulation; the only place of the page that runs it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.dashboard.state.cities import city_named
from sim.dashboard.work.compiling import COMPILING
from sim.model.city_model import MODEL_VERSION, CityModel
from sim.model.time_series import REPORTED_WEEKS, EventRecord
from sim.model.uneventful import PIECE
from sim.outcomes import OUTCOMES
from sim.outcomes.maps import DISTRICT_OUTCOMES
from sim.parameters import CONTEXT
from sim.runs.branch import BurnIns
from sim.runs.comparison import Comparison
from sim.runs.recent import Recent
from sim.runs.spec import CitySpec, RunSpec

Floats = NDArray[np.floating[Any]]

NO_CHANGE = "N"
BURN_IN = int(CONTEXT["burn_in"].default)
WEEKS = int(CONTEXT["weeks"].default)
MAPPED = DISTRICT_OUTCOMES[: DISTRICT_OUTCOMES.index("active")]
"""Outcomes that exist by district and so can colour a map."""

PASTS_KEPT = 48
BYTES_KEPT = 64_000_000
"""Of cities' weeks: a megabyte each on London, two hundred where there are ten thousand districts."""

__all__ = ["BURN_IN", "MAPPED", "MODEL_VERSION", "NO_CHANGE", "WEEKS", "RunResult", "run"]


class CityEventRecord(NamedTuple):
    """Something that happened in the city called ``letter``, in ``week``."""

    week: int
    letter: str
    kind: str
    details: Mapping[str, Any]


class RunResult(NamedTuple):
    """Every week of every city, from the start of the common past to the horizon.

    ``series`` (cities, weeks, outcomes) follows `sim.outcomes.OUTCOMES`; ``maps``
    (cities, weeks, kinds, districts) follows `sim.outcomes.maps.DISTRICT_OUTCOMES`. Undefined: nan.
    """

    spec: RunSpec
    residents: int
    series: Floats
    maps: Floats
    event_records: tuple[CityEventRecord, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """The cities' letters, in the order of the arrays."""
        return self.spec.labels

    def at(self, week: int) -> dict[str, dict[str, float]]:
        """Return every outcome per city after ``week`` weeks: the mean of the four weeks that end there."""
        end = self.spec.burn_in + week
        values = self.series[:, max(0, end - REPORTED_WEEKS) : end].mean(axis=1)
        return {
            a: dict(zip(OUTCOMES, map(float, values[i]), strict=True)) for i, a in enumerate(self.letters)
        }


def run(
    spec: RunSpec, residents: int, wanted: Callable[[], bool] = lambda: True, alone: bool = True
) -> RunResult | None:
    """Return the run result of ``spec`` under its first seed, or None as soon as ``wanted`` says no.

    Only cities that have not been run before are run: moving a lever of one city leaves the others as they are.
    They run at once, a thread each. One of many runs, not ``alone``, runs them one after the other, since every core
    has a seed to run already, and leaves it to the caller to keep what is needed of its weeks.
    """
    spec = spec.at(residents)
    keys = [key_of(spec, city) for city in spec.cities]
    results = {key: city for key in keys if (city := _RESULTS.get(key)) is not None}
    missing = {key: city for key, city in zip(keys, spec.cities, strict=True) if key not in results}
    if missing:
        found = _run_cities(replace(spec, cities=tuple(missing.values())), wanted, alone)
        if found is None:
            return None
        results |= zip(missing, found, strict=True)
        for key in missing if alone else ():
            _RESULTS.put(key, results[key])
    cities = [results[key] for key in keys]
    outcomes, maps = (np.stack([getattr(city, name) for city in cities]) for name in ("outcomes", "maps"))
    return RunResult(spec, residents, outcomes, maps, _event_records(spec.labels, cities))


def _run_cities(spec: RunSpec, wanted: Callable[[], bool], at_once: bool) -> list[_CityResult] | None:
    """Return the weeks of every city of ``spec``, or None as soon as ``wanted`` says no."""
    comparison = _comparison(spec)
    piece = max(1, PIECE // spec.residents)
    for _ in range(0, spec.weeks, piece):
        if not wanted():
            return None
        comparison.run(piece, at_once)
    return [_CityResult.of(model) for model in comparison.cities]


def _event_records(letters: Sequence[str], cities: Sequence[_CityResult]) -> tuple[CityEventRecord, ...]:
    """Return what happened in all ``cities``, week by week."""
    found = [
        CityEventRecord(one.week, letter, one.kind, one.details)
        for letter, city in zip(letters, cities, strict=True)
        for one in city.event_records
    ]
    return tuple(sorted(found, key=lambda one: one.week))


def weekly(spec: RunSpec, residents: int) -> Iterator[dict[str, CityModel]]:
    """Yield the cities of ``spec`` by letter at the choice and after every week; read them, do not keep them."""
    comparison = _comparison(spec.at(residents))
    cities = dict(zip(spec.labels, comparison.cities, strict=True))
    yield cities
    for _ in range(spec.weeks):
        comparison.step()
        yield cities


def _comparison(spec: RunSpec) -> Comparison:
    """Return the cities of ``spec`` at the branch point; a burn-in known already is not run again."""
    COMPILING.wait()
    read_once = replace(spec, city=city_named(str(spec.city)))
    branch_point = _BURN_INS.of((spec.seed, spec.burn_in_key), read_once.burn_in_settings(spec.seed))
    return Comparison.of(read_once, spec.seed, branch_point)


class _CityResult(NamedTuple):
    """One city's weeks."""

    outcomes: Floats
    maps: Floats
    event_records: tuple[EventRecord, ...]

    @classmethod
    def of(cls, model: CityModel) -> _CityResult:
        """Return the weeks that ``model`` has run."""
        series, filled = model.series, model.series.filled
        return cls(series.values[:filled], series.maps[:filled], tuple(model.event_records))

    @property
    def size(self) -> int:
        """Bytes of its weeks."""
        return int(self.outcomes.nbytes + self.maps.nbytes)


def key_of(spec: RunSpec, city: CitySpec) -> Hashable:
    """Return all that one city's weeks depend on; its letter is not among it."""
    return (city.levers, city.events, city.off, spec.events, spec.off, spec.seed, spec.burn_in_key)


_BURN_INS = BurnIns(PASTS_KEPT)
_RESULTS: Recent[Hashable, _CityResult] = Recent(BYTES_KEPT, size=lambda city: city.size)
