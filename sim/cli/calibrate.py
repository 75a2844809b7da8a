"""Fit the assumptions that a study varies to a table of targets, by rejection.

DIR holds the results of a design (latin-hypercube, sobol or grid) that varies assumptions. The points nearest
to the targets are kept: their medians are written as a set of assumptions, their ranges as a design beside.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.cli.context import add_model, declare_model
from sim.cli.output import print_table
from sim.cli.sweep import read_number

if TYPE_CHECKING:
    from sim.studies.calibration import Posterior

FORETOLD = "wanted: the target; inside: share of the points kept that meet it; held out: not fitted to"
COVERAGE = "About 90 % is sound; with fewer, the ranges promise more than they know."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the directory, the targets and what is kept."""
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument(
        "--targets", metavar="FILE", required=True, help="a table of targets, by name or .toml file"
    )
    parser.add_argument("--keep", metavar="SHARE", help="the share of points to keep (default 0.1)")
    parser.add_argument("--out", metavar="FILE", required=True, help="the set of assumptions to write, .toml")
    add_model(parser)
    parser.add_argument("--quiet", action="store_true", help="print nothing")


def run(options: argparse.Namespace) -> int:
    """Calibrate, write and print; return the exit status."""
    from sim.studies import calibrate, open_results
    from sim.studies.plan import load_plan
    from sim.studies.predictive import coverage, predicted
    from sim.studies.targets import read_targets

    declare_model(options)
    load_plan(Path(options.folder))  # the study's own outcomes are known from then on
    targets = read_targets(options.targets)
    keep = read_number(options.keep, "--keep", 0.0001, 1.0)
    posterior = calibrate(options.folder, targets, 0.1 if keep is None else keep)
    written = posterior.save(options.out, targets)
    if not options.quiet:
        results = open_results(options.folder)
        _print(posterior)
        print_table(*checked_table(predicted(results, posterior.kept, targets)))
        print(f"  {FORETOLD}\n")
        for name, share in coverage(results, targets, 0.1 if keep is None else keep).items():
            print(f"  {name:20} {share:.0%} of known truths lie in their 90 % ranges")
        print(f"  {COVERAGE}")
        print("written:", *written)
    return 0


def checked_table(rows: Sequence[Mapping[str, Any]]) -> tuple[list[str], list[list[str]]]:
    """Return header and lines of what the kept points foretell of each target."""
    header = ["target", "role", "wanted", "5 %", "median", "95 %", "inside"]
    lines = []
    for row in rows:
        numbers = [f"{row[name]:.3g}" for name in ("q05", "q50", "q95")]
        wanted = f"{row['low']:.3g} to {row['high']:.3g}"
        lines.append([row["target"], row["role"], wanted, *numbers, f"{row['inside']:.0%}"])
    return header, lines


def _print(posterior: Posterior) -> None:
    farthest, met = max(posterior.distances), posterior.distances.count(0.0)
    print(
        f"{len(posterior.kept)} of {posterior.points} points kept, at distances up to {farthest:.3g}; "
        f"{met} of them meet every target"
    )
    if met == posterior.points:
        print("Every point meets every target fitted to: they tell nothing about what is varied.")
    if posterior.left_out:
        print(f"{posterior.left_out} points left out: a target undefined, or its runs failed, in every seed")
    print(
        "\nMedian of the points kept (5 to 95 %; that width against the prior's own, 100 %: nothing learned):\n"
    )
    for name, (low, middle, high) in posterior.ranges.items():
        width = f"{posterior.shrunk[name]:.0%} of the prior's width"
        print(f"  {name:20} {middle:8.4g}  ({low:.4g} to {high:.4g}; {width})")
    print("\nWhat the points kept foretell of every target:\n")
