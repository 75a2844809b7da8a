"""Calibration in rounds: ABC-SMC by pyABC, every city it lives kept in the store.

The first round draws from the design's priors, each later one near the points kept before, with a smaller distance.
It draws with a fixed seed, so that begun again it asks for the same points, finds those it has had, and goes on.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import tomli_w
from numpy.typing import NDArray

from sim.files import checks
from sim.files.atomic import make_folder, replace_file
from sim.files.errors import InputError, unknown
from sim.parameters import Value, find_parameter
from sim.studies.analysis.finding import Finding, table_of
from sim.studies.analysis.threads import one_thread
from sim.studies.calibration import INTERVAL, measured
from sim.studies.design import Design
from sim.studies.hints import ROUNDS
from sim.studies.lock import locked
from sim.studies.options import Options
from sim.studies.predictive import row_of
from sim.studies.results import open_results
from sim.studies.run import SAME, sweep, writable
from sim.studies.targets import Target

NAME = ROUNDS
FAR = 1e9
"""The distance of a point without what a target is about: it is kept in no round but by lack of others."""

FEW = 0.5
"""Share of the points kept below which their effective number is small: there particle filters resample,
and Del Moral et al. (2012, doi:10.1007/s11222-011-9271-y) do so in ABC-SMC."""

Numbers = NDArray[np.float64]


class Rounds(NamedTuple):
    """How long to go on: ``rounds`` of ``population`` points each, drawn with ``seed``."""

    rounds: int = 5
    population: int = 100
    seed: int = 1

    def check(self) -> Rounds:
        """Return these as whole numbers; raise InputError for what is not allowed."""
        return Rounds(
            checks.whole_number(self.rounds, "rounds", 1, 100),
            checks.whole_number(self.population, "population", 10, 100_000),
            checks.whole_number(self.seed, "seed", 0, 2**31 - 1),
        )


def smc(
    design: Design,
    targets: Sequence[Target],
    out: str | Path,
    rounds: Rounds | None = None,
    options: Options | None = None,
) -> Finding:
    """Fit the assumptions that ``design`` varies to ``targets``, in the directory ``out``.

    The design's ranges and scales are the priors; its method is not used. Source: Toni et al. (2009),
    doi:10.1098/rsif.2008.0172, with the median of a round's distances as the next one's bound. Returns the last
    round's ranges beside the prior's, what its points foretell of every target, and the rounds. Raises InputError
    for a design that varies other than assumptions that are numbers, and as `sweep` does.
    """
    chosen = (rounds or Rounds()).check()
    _check(design, targets)
    folder = Path(out)
    make_folder(folder)
    with writable(folder, SAME), locked(folder, bool(options and options.wait)):
        _begin(design, targets, chosen, folder)
        return _finding(design, targets, *_run(design, targets, chosen, folder, options or Options()))


def _check(design: Design, targets: Sequence[Target]) -> None:
    if not design.factors or len(design.assumptions) > 1:
        raise InputError(
            f"{design.name}: calibration varies something, and starts from one set of assumptions"
        )
    for factor in design.factors:
        known = find_parameter(factor.name)
        if known is None or (known.role, known.kind) != ("assumption", "number") or factor.options:
            raise InputError(
                f"{design.name}: varies {factor.name}; calibration is of assumptions over ranges"
            )
    if all(target.held_out for target in targets):
        raise InputError(f"{design.name}: every target is held out; none is left to fit to")
    for target in targets:
        if target.scenario not in [Path(name).stem for name in design.scenarios]:
            raise unknown("scenario of a target", target.scenario, design.scenarios)


def _begin(design: Design, targets: Sequence[Target], rounds: Rounds, folder: Path) -> None:
    fitted = [{key: value for key, value in vars(one).items() if value is not None} for one in targets]
    text = tomli_w.dumps({**design.as_document(), "smc": rounds._asdict(), "targets": fitted})
    path = folder / NAME
    if path.is_file() and path.read_text("utf-8") != text:
        raise InputError(f"{folder}: holds another calibration; choose another --out")
    replace_file(path, text)


class _Lived:
    """The model as pyABC calls it: a point in positions of the priors, to what the targets measure of it."""

    def __init__(self, design: Design, targets: Sequence[Target], folder: Path, options: Options) -> None:
        self._design = design
        self._targets = targets
        self._folder = folder
        self._options = options._replace(workers=options.workers or 1, quiet=True, again=SAME)

    def __call__(self, positions: Mapping[str, float]) -> dict[str, float]:
        row = values_at(self._design, positions)
        name = hashlib.blake2b(json.dumps(row, sort_keys=True).encode(), digest_size=8).hexdigest()
        folder = self._folder / "points" / name
        study = replace(
            self._design, method="table", factors=(), rows=(row,), positions=(), constraints=(), source=""
        )
        sweep(study, folder, self._options)
        results = open_results(folder)
        return {str(place): float(measured(results, one)[0]) for place, one in enumerate(self._targets)}


def values_at(design: Design, positions: Mapping[str, float]) -> dict[str, Value]:
    """Return the value of every factor at ``positions``, from 0 to 1 of its prior."""
    return {factor.name: factor.value(float(positions[f"x{k}"])) for k, factor in enumerate(design.factors)}


@one_thread("pyabc")
def _run(
    design: Design, targets: Sequence[Target], rounds: Rounds, folder: Path, options: Options
) -> tuple[Any, Any, list[dict[str, Any]]]:
    """Return the last round's points and weights, what they measure, and how each round went."""
    import pyabc

    logging.getLogger("ABC").setLevel(logging.WARNING)
    before = np.random.get_state()
    np.random.seed(rounds.seed)  # pyABC draws from NumPy's own stream
    try:
        prior = pyabc.Distribution(
            **{f"x{k}": pyabc.RV("uniform", 0.0, 1.0) for k in range(len(design.factors))}
        )
        fit = pyabc.ABCSMC(
            _Lived(design, targets, folder, options),
            prior,
            lambda simulated, _: distance(targets, simulated),
            population_size=rounds.population,
            sampler=pyabc.sampler.SingleCoreSampler(),
        )
        fit.new("sqlite://", {str(place): 0.0 for place in range(len(targets))})
        rounds_done = fit.run(max_nr_populations=rounds.rounds)
    finally:
        np.random.set_state(before)
    points, weights = rounds_done.get_distribution(m=0)
    _, measurements = rounds_done.get_weighted_sum_stats(t=rounds_done.max_t)
    return (points, np.asarray(weights)), measurements, _rounds(rounds_done)


def _rounds(history: Any) -> list[dict[str, Any]]:
    """Return how each round went, by pyABC's ``history``."""
    return [
        {
            "round": int(row.t),
            "bound": float(row.epsilon),
            "tried": int(row.samples),
            "kept": int(row.particles),
            "ess": effective_size(history.get_distribution(m=0, t=int(row.t))[1]),
        }
        for row in history.get_all_populations().itertuples()
        if row.t >= 0
    ]


def effective_size(weights: Any) -> float:
    """Return how many points of one weight ``weights`` (points,) are worth: (sum w)^2 / sum w^2 (Kong 1992).

    It is the number of points where all weigh alike, and 1 where one has all the weight.
    """
    given = np.asarray(weights, float)
    return float(given.sum() ** 2 / (given**2).sum())


def distance(targets: Sequence[Target], simulated: Mapping[str, float]) -> float:
    """Return the root mean square distance of what was ``simulated``, by place, from the targets fitted to."""
    found = np.array(
        [
            float(target.distance(np.array(simulated[str(place)])))
            for place, target in enumerate(targets)
            if not target.held_out
        ]
    )
    return FAR if np.isnan(found).any() else float(np.sqrt((found**2).mean()))


def _finding(
    design: Design,
    targets: Sequence[Target],
    last: Any,
    measurements: Any,
    rounds: Sequence[Mapping[str, Any]],
) -> Finding:
    points, weights = last
    ranges = []
    for k, factor in enumerate(design.factors):
        values = np.array([factor.value(float(place)) for place in points[f"x{k}"]], float)
        low, middle, high = _weighted(values, weights)
        prior = np.array([factor.value(place) for place in INTERVAL], float)
        shrunk = float((high - low) / (prior[1] - prior[0]))
        ranges.append({"factor": factor.name, "low": low, "median": middle, "high": high, "shrunk": shrunk})
    foretold = []
    for place, target in enumerate(targets):
        values = np.array([float(one[str(place)]) for one in measurements])
        foretold.append(row_of(target, values[~np.isnan(values)]))
    tables = {"smc": table_of(ranges), "smc-foretold": table_of(foretold), "smc-rounds": table_of(rounds)}
    return Finding(tables, {}, _few(rounds))


def _few(rounds: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return a note where some round's effective sample size is small against the points that it kept."""
    few = [str(row["round"]) for row in rounds if row["ess"] < FEW * row["kept"]]
    if not few:
        return []
    last = rounds[-1]
    small = f"effective sample size below half of the points kept in round {', '.join(few)}"
    end = f"at the end {last['ess']:.0f} of {last['kept']}"
    return [f"{small}; {end}: few points carry the weight; take a larger --population, or fewer --rounds"]


def _weighted(values: Numbers, weights: Numbers) -> tuple[float, float, float]:
    """Return the 5 %, 50 % and 95 % quantiles of weighted values."""
    order = np.argsort(values)
    share = np.cumsum(weights[order]) / weights.sum()
    low, middle, high = (
        float(values[order][np.searchsorted(share, q)]) for q in (INTERVAL[0], 0.5, INTERVAL[1])
    )
    return low, middle, high
