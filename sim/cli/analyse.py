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
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.cli.output import print_table
from sim.cli.parser import Parser
from sim.cli.sweep import read_number
from sim.files import checks
from sim.files.disk import write_together
from sim.outcomes import FIRST_SEVEN
from sim.parameters import CONTEXT

if TYPE_CHECKING:
    from sim.studies.analysis.finding import Finding
    from sim.studies.results import Results


class Method(NamedTuple):
    """An analysis: its module in `sim.studies.analysis`, and the options that it takes besides what all take."""

    module: str
    options: tuple[str, ...] = ()


METHODS = {
    "runs": Method("runs"),
    "sobol": Method("sensitivity", ("without_failed",)),
    "morris": Method("sensitivity", ("without_failed",)),
    "pawn": Method("given_data"),
    "delta": Method("given_data"),
    "variance": Method("variance"),
    "prim": Method("discovery", ("above", "below", "threshold")),
    "paired": Method("paired"),
    "robust": Method("robustness", ("above", "below")),
    "fan": Method("fan"),
    "seeds": Method("seeds", ("half_width",)),
    "metamodel": Method("metamodel"),
}
FOR_ALL = ("outcome", "all", "year", "out", "quiet")
LEVEL = (-1e9, 1e9)
BOUNDS = {"above": LEVEL, "below": LEVEL, "threshold": (0.0, 1.0), "half_width": (1e-12, 1e9)}
"""Option of some methods that is a number: between which two."""
MOST_LINES = 40


def add_arguments(parser: Parser) -> None:
    """Add the method, the directory and what is asked."""
    parser.add_argument("method", metavar="METHOD", help=", ".join(METHODS))
    parser.add_argument("folder", metavar="DIR")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--outcome", action="append", metavar="NAME", help="an outcome (repeatable; default: the first seven)"
    )
    which.add_argument("--all", action="store_true", help="every outcome")
    parser.add_argument(
        "--year", metavar="N", help="the year whose end is looked at (default: the end of the runs)"
    )
    _add_of_some(parser)
    parser.add_argument("--out", metavar="DIR", help="where to write (default: DIR/analysis)")
    parser.add_argument("--quiet", action="store_true", help="print no table")
    uses = {name: (*FOR_ALL, *method.options) for name, method in METHODS.items()}
    parser.declare_uses(lambda options: str(options.method), uses)


def _add_of_some(parser: Parser) -> None:
    """Add the options that some methods take, each said beside them."""
    level = "the first city's outcome (prim), or that of each (robust), is of interest or good enough"
    helps = {
        "above": ("LEVEL", f"{level} above this"),
        "below": ("LEVEL", "likewise below; with both, between"),
        "threshold": ("SHARE", "how dense in cases of interest the box is to be (default: 0.8)"),
        "half_width": ("X", "how far an interval may reach (default: material)"),
    }
    for name, (metavar, words) in helps.items():
        parser.add_argument(_flag(name), metavar=metavar, help=f"{_users(name)}: {words}")
    words = f"{_users('without_failed')}: leave blocks with a failed run out"
    parser.add_argument(_flag("without_failed"), action="store_true", help=words)


def _flag(name: str) -> str:
    return "--" + name.replace("_", "-")


def _users(name: str) -> str:
    return ", ".join(method for method, one in METHODS.items() if name in one.options)


def run(options: argparse.Namespace) -> int:
    """Analyse, write and print; return the exit status."""
    checks.one_of(options.method, METHODS, "method")
    from sim.studies.analysis.columns import heading
    from sim.studies.partial import lacking
    from sim.studies.receipt import with_receipt

    results, outcomes, year = _asked(options)
    own = {name: _read(name, options) for name in METHODS[options.method].options}
    finding = _function(options.method)(results, outcomes, year, **own)
    _note([words] if (words := lacking(results)) else [])
    study = Path(options.folder)
    contents = with_receipt(study, options.method, finding.contents(), _command(options))
    written = write_together(Path(options.out or study / "analysis"), contents)
    if not options.quiet:
        weekly = options.method == "fan"
        print(heading(results, year, weekly))
    print_finding(finding, written, options.quiet, outcomes)
    return 0


def print_finding(
    finding: Finding, written: Sequence[Path], quiet: bool, outcomes: Sequence[str] = ()
) -> None:
    """Print the notes of ``finding``; unless ``quiet`` its first table, what that says, and what was ``written``."""
    from sim.studies.analysis.columns import legend, units

    _note(finding.notes)
    if quiet:
        return
    name, table = next(iter(finding.tables.items()))
    _print(table)
    print()
    for words in legend(name, table.column_names):
        print(f"  {words}")
    if outcomes:
        print(f"  {units(outcomes)}")
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
        option = _flag(name)
        values = value if isinstance(value, list) else [value]
        words += [word for one in values for word in ([option] if one is True else [option, one])]
    return shlex.join(words)


def _asked(options: argparse.Namespace) -> tuple[Results, tuple[str, ...], float | None]:
    """Return the results, the outcomes and the year asked for, checked; what is damaged is noted."""
    from sim.studies import open_results
    from sim.studies.hints import to_resume

    results = open_results(options.folder)
    left_out = f"damaged, its runs are left out as not done; {to_resume(results)} runs them again"
    _note([f"{path}: {left_out}" for path in results.damaged])
    names = results.plan.outcomes if options.all else options.outcome or FIRST_SEVEN
    year = read_number(options.year, "--year", 0.02, float(CONTEXT["weeks"].bounds[1]))
    return results, tuple(results.known(name) for name in names), year


def _read(name: str, options: argparse.Namespace) -> Any:
    """Return the checked value of an option of some methods."""
    value = getattr(options, name)
    return read_number(value, _flag(name), *BOUNDS[name]) if name in BOUNDS else value


def _function(method: str) -> Callable[..., Finding]:
    """Return the analysis called ``method``; only its own libraries are imported."""
    module = import_module(f"sim.studies.analysis.{METHODS[method].module}")
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
