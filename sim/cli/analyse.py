"""Analyse the results of a directory by one of many methods.

Tables are written as CSV and Parquet, pictures as SVG and PNG. sobol needs a design of method "saltelli",
morris one of method "morris"; the others take any.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.cli.output import print_table
from sim.cli.sweep import read_number
from sim.files import checks
from sim.outcomes import FIRST_SEVEN
from sim.parameters import CONTEXT

if TYPE_CHECKING:
    from sim.studies.analysis.finding import Finding

METHODS = {
    "sobol": "sensitivity",
    "morris": "sensitivity",
    "pawn": "given_data",
    "delta": "given_data",
    "variance": "variance",
    "prim": "discovery",
    "paired": "paired",
    "robust": "robustness",
    "fan": "fan",
    "seeds": "seeds",
    "metamodel": "metamodel",
}
"""Method: its module in `sim.studies.analysis`."""
MOST_LINES = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the method, the directory and what is asked."""
    parser.add_argument("method", metavar="METHOD", help=", ".join(METHODS))
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument(
        "--outcome", action="append", metavar="NAME", help="an outcome (repeatable; default: the first seven)"
    )
    parser.add_argument("--all", action="store_true", help="every outcome")
    parser.add_argument(
        "--year", metavar="N", help="the year whose end is looked at (default: the end of the runs)"
    )
    parser.add_argument(
        "--above",
        metavar="LEVEL",
        help="prim: the first city's outcome is above this; robust: good enough is",
    )
    parser.add_argument("--below", metavar="LEVEL", help="prim, robust: likewise below")
    parser.add_argument(
        "--half-width", metavar="X", help="seeds: how far an interval may reach (default: material)"
    )
    parser.add_argument(
        "--without-failed", action="store_true", help="sobol, morris: leave blocks with a failed run out"
    )
    parser.add_argument("--out", metavar="DIR", help="where to write (default: DIR/analysis)")
    parser.add_argument("--quiet", action="store_true", help="print no table")


def run(options: argparse.Namespace) -> int:
    """Analyse, write and print; return the exit status."""
    checks.one_of(options.method, METHODS, "method")
    from sim.studies.receipt import write_analysis_receipt

    finding = _analyse(options)
    folder = Path(options.out or Path(options.folder) / "analysis")
    written = finding.save(folder)
    written.append(write_analysis_receipt(Path(options.folder), options.method, written, _command(options)))
    print_finding(finding, written, options.quiet)
    return 0


def print_finding(finding: Finding, written: Sequence[Path], quiet: bool) -> None:
    """Print the notes of ``finding`` and, unless ``quiet``, its first table and what was ``written``."""
    _note(finding.notes)
    if not quiet:
        _print(next(iter(finding.tables.values())))
        print("written:", ", ".join(path.name for path in written), "in", written[0].parent)


def _note(notes: Sequence[str]) -> None:
    for words in notes:
        print("note:", words, file=sys.stderr)


def _command(options: argparse.Namespace) -> str:
    """Return the command that repeats the analysis."""
    words = ["two-cities", "analyse", options.method, options.folder]
    for name, value in vars(options).items():
        if name in ("method", "folder", "out", "quiet") or value in (None, False):
            continue
        option = f"--{name.replace('_', '-')}"
        values = value if isinstance(value, list) else [value]
        words += [word for one in values for word in ([option] if one is True else [option, one])]
    return shlex.join(words)


def _analyse(options: argparse.Namespace) -> Finding:
    from sim.studies import open_results

    results = open_results(options.folder)
    left_out = "damaged, its runs are left out as not done; `two-cities resume` runs them again"
    _note([f"{path}: {left_out}" for path in results.damaged])
    names = results.plan.outcomes if options.all else options.outcome or FIRST_SEVEN
    outcomes = tuple(results.known(name) for name in names)
    year = read_number(options.year, "--year", 0.02, float(CONTEXT["weeks"].bounds[1]))
    asked: dict[str, Any] = {}
    if options.method in ("sobol", "morris"):
        asked = {"without_failed": options.without_failed}
    if options.method == "seeds":
        asked = {"half_width": read_number(options.half_width, "--half-width", 1e-12, 1e9)}
    if options.method in ("prim", "robust"):
        asked = {
            name: read_number(getattr(options, name), f"--{name}", -1e9, 1e9) for name in ("above", "below")
        }
    return _function(options.method)(results, outcomes, year, **asked)


def _function(method: str) -> Callable[..., Finding]:
    """Return the analysis called ``method``; only its own libraries are imported."""
    module = import_module(f"sim.studies.analysis.{METHODS[method]}")
    function: Callable[..., Finding] = getattr(module, method)
    return function


def _print(table: Any) -> None:
    rows = table.slice(0, MOST_LINES).to_pylist()
    print_table(table.column_names, [[_shown(value) for value in row.values()] for row in rows])
    if table.num_rows > MOST_LINES:
        print(f"... {table.num_rows - MOST_LINES} more rows in the files")


def _shown(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.4g}" if isinstance(value, float) else str(value)
