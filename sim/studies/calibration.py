"""Calibration by rejection: keep the points of a study whose cities come nearest to a table of targets.

Rejection ABC (Pritchard et al. 1999, doi:10.1093/oxfordjournals.molbev.a026091): the points are draws from
the prior, which is the design; those kept are draws from an approximate posterior.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import tomli_w
from numpy.typing import NDArray

from sim.files import checks
from sim.files.atomic import check_target
from sim.files.disk import write_together
from sim.files.errors import InputError, unknown
from sim.locale.catalogue import LANGUAGES
from sim.locale.text import message
from sim.parameters import Value, find_parameter
from sim.studies.analysis.outcome import cells_of, refuse_pending
from sim.studies.goodness_of_fit import compared
from sim.studies.results import Results, open_results
from sim.studies.targets import Target

INTERVAL = (0.05, 0.95)
FEWEST_KEPT = 5
LEAST_KEPT = 0.0001  # of all points
PRIORS = ("latin-hypercube", "sobol", "grid")


class Posterior(NamedTuple):
    """What calibration leaves: the points kept, their distances, and a range for each factor.

    ``ranges`` holds the 5 % quantile, the median and the 95 % quantile of each factor; ``shrunk`` the width
    of that interval against the prior's own (1: nothing learned). ``left_out`` points, besides the ``points``
    compared, have a target's outcome in no seed: undefined, or failed. ``base`` are the assumptions that the study
    held at other than their default, ``design`` what it was planned from.
    """

    kept: Sequence[int]
    distances: Sequence[float]
    ranges: dict[str, tuple[float, float, float]]
    shrunk: dict[str, float]
    points: int
    left_out: int
    base: Mapping[str, Value]
    design: Mapping[str, Any]

    def save(self, path: str | Path, targets: Sequence[Target]) -> tuple[Path, Path]:
        """Write the medians as a set of assumptions at ``path``, and the ranges as a design beside it.

        Returns both paths; the set can be given as ``--assumptions``; the design, the study's own over the
        narrower ranges, swept and calibrated again.
        """
        target = Path(path)
        check_target(target, (".toml",))
        beside = target.with_name(f"{target.stem}-ranges.toml")
        medians = {name: middle for name, (_, middle, _) in self.ranges.items()}
        document = {"text": self._words(targets), "assumptions": {**self.base, **medians}}
        ends = {name: (low, high) for name, (low, _, high) in self.ranges.items()}
        vary = {name: {"low": low, "high": high} for name, (low, high) in ends.items() if low < high}
        fixed = {name: low for name, (low, high) in ends.items() if not low < high}
        design = {**self.design, "vary": vary, "set": {**self.design.get("set", {}), **fixed}}
        both = {target.name: tomli_w.dumps(document), beside.name: tomli_w.dumps(design)}
        write_together(target.parent, both)
        return target, beside

    def _words(self, targets: Sequence[Target]) -> dict[str, dict[str, str]]:
        texts = {
            "title": message("calibration-title"),
            "reason": message(
                "calibration-reason",
                kept=str(len(self.kept)),
                points=str(self.points),
                outcomes=", ".join(dict.fromkeys(target.outcome for target in targets)),
            ),
        }
        return {
            language: {key: text.translate(language) for key, text in texts.items()} for language in LANGUAGES
        }


def calibrate(results: Results | str | Path, targets: Sequence[Target], keep: float = 0.1) -> Posterior:
    """Return the posterior of the assumptions that a study varies, given ``targets``.

    The share ``keep`` of the points that come nearest is kept, and those as near as the last of them, such as
    all that meet every target; a point's distance is the root mean square over targets. Raises InputError for
    a study that is not done, varies something other than numbers among the assumptions, has too few points,
    or lacks what a target is about: its scenario, its district figures, its city's published column.
    """
    opened = results if isinstance(results, Results) else open_results(results)
    _check(opened, targets, keep)
    distances = _distances(opened, targets)
    order = np.argsort(distances, kind="stable")[: np.isfinite(distances).sum()]
    number = min(max(FEWEST_KEPT, round(keep * len(order))), len(order))
    kept = order[distances[order] <= distances[order[number - 1]]]  # points as near as the last are no worse
    ranges, shrunk = _learned(values_of(opened), kept)
    design = tomllib.loads(opened.plan.study["design"])
    design.pop("text", None)
    return Posterior(
        kept.tolist(),
        distances[kept].tolist(),
        ranges,
        shrunk,
        len(order),
        len(distances) - len(order),
        _base(opened),
        design,
    )


def _learned(
    values: Mapping[str, Any], kept: NDArray[np.intp]
) -> tuple[dict[str, tuple[float, float, float]], dict[str, float]]:
    """Return each factor's range over the points ``kept``, and its width against that of all points."""
    ranges: dict[str, tuple[float, float, float]] = {}
    shrunk: dict[str, float] = {}
    for name, column in values.items():
        low, middle, high = np.quantile(column[kept], (INTERVAL[0], 0.5, INTERVAL[1])).tolist()
        before = np.quantile(column, INTERVAL)
        ranges[name] = (low, middle, high)
        shrunk[name] = float((high - low) / (before[1] - before[0]))
    return ranges, shrunk


def _base(results: Results) -> dict[str, Value]:
    (chosen,) = results.plan.study["assumptions"].values()
    return {
        name: value
        for name, value in chosen.items()
        if (known := find_parameter(name)) and known.role == "assumption" and value != known.default
    }


def _check(results: Results, targets: Sequence[Target], keep: float) -> None:
    study = results.plan.study
    checks.number(keep, "keep", LEAST_KEPT, 1.0)
    if all(target.held_out for target in targets):
        raise InputError(f"{results.folder}: every target is held out; none is left to fit to")
    if study["method"] not in PRIORS or not results.plan.factors:
        raise InputError(
            f"{results.folder}: its design is {study['method']}; calibration needs {', '.join(PRIORS)}"
        )
    if len(study["assumptions"]) > 1:
        raise InputError(f"{results.folder}: has several sets of assumptions; calibration starts from one")
    for name in results.plan.factors:
        if (known := find_parameter(name)) is None or (known.role, known.kind) != ("assumption", "number"):
            raise InputError(
                f"{results.folder}: varies {name}; calibration is of assumptions that are numbers"
            )
    for target in targets:
        if target.scenario not in study["scenarios"]:
            raise unknown("scenario of a target", target.scenario, study["scenarios"])
    refuse_pending(results)
    if len(set(results.plan.table.column("point").to_pylist())) < 2 * FEWEST_KEPT:
        raise InputError(f"{results.folder}: has too few points (needs {2 * FEWEST_KEPT} or more)")


def _distances(results: Results, targets: Sequence[Target]) -> NDArray[np.float64]:
    """Return each point's distance; a point without what a target is about, in any seed, is infinitely far."""
    squares = [target.distance(measured(results, target)) ** 2 for target in targets if not target.held_out]
    distances: NDArray[np.float64] = np.sqrt(np.mean(squares, axis=0))
    distances[np.isnan(distances)] = np.inf
    if np.isinf(distances).all():
        raise InputError(f"{results.folder}: no point has what the targets are about")
    return distances


def measured(results: Results, target: Target) -> NDArray[np.float64]:
    """Return by point (points,) what ``target`` is about: a mean over seeds, or a comparison of maps."""
    if target.published:
        return compared(results, target)
    mean: NDArray[np.float64] = cells_of(results, target.outcome, target.year)[target.scenario].mean
    return mean


def values_of(results: Results) -> dict[str, Any]:
    """Return the value of each factor at each point."""
    table = results.plan.table.select(["point", *results.plan.factors]).to_pandas()
    points = table.drop_duplicates("point").sort_values("point")
    return {name: points[name].to_numpy() for name in results.plan.factors}
