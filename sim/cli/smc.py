"""Fit assumptions to a table of targets in rounds (ABC-SMC): each draws near what was kept before, and keeps less.

DESIGN says which assumptions vary and over which ranges. Every city lived stays in DIR; interrupted or killed, the same
command goes on, and comes to the same ranges.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.analyse import print_finding
from sim.cli.calibrate import FORETOLD, checked_table
from sim.cli.context import declare_model
from sim.cli.output import print_table
from sim.cli.parser import Parser
from sim.cli.sweep import AGAIN, add_running, read_running, terminating_as_interrupting
from sim.files import checks

if TYPE_CHECKING:
    from sim.studies.analysis.finding import Finding


def add_arguments(parser: Parser) -> None:
    """Add the design, the targets, the directory and how long to go on."""
    parser.add_argument("design", metavar="DESIGN")
    parser.add_argument(
        "--targets", metavar="FILE", required=True, help="a table of targets, by name or .toml file"
    )
    parser.add_argument("--out", metavar="DIR", required=True, help="the directory of all that is lived")
    parser.add_argument("--rounds", metavar="N", default="5", help="rounds (default 5)")
    parser.add_argument("--population", metavar="N", default="100", help="points kept in each (default 100)")
    parser.add_argument("--seed", metavar="N", default="1", help="of the drawing of points (default 1)")
    add_running(parser)


def run(options: argparse.Namespace) -> int:
    """Calibrate, write and print; return the exit status."""
    from sim.studies import Design
    from sim.studies.smc import Rounds, smc
    from sim.studies.targets import read_targets

    declare_model(options)
    design, targets = Design.read(options.design), read_targets(options.targets)
    asked = (checks.spelled_whole(getattr(options, name)) for name in Rounds._fields)
    try:
        with terminating_as_interrupting():
            finding = smc(design, targets, options.out, Rounds(*asked), read_running(options))  # type: ignore[arg-type]
    except KeyboardInterrupt:
        raise KeyboardInterrupt(AGAIN) from None
    written = finding.save(Path(options.out) / "analysis")
    print_finding(finding, written, options.quiet)
    if not options.quiet:
        _print_more(finding)
    return 0


def _print_more(finding: Finding) -> None:
    """Print what the points kept foretell of every target, and how the rounds went."""
    print()
    print_table(*checked_table(finding.tables["smc-foretold"].to_pylist()))
    print(f"  {FORETOLD}\n")
    rounds = finding.tables["smc-rounds"].to_pylist()
    rows = [
        [f"{row['round']}", f"{row['bound']:.3g}", f"{row['tried']}", f"{row['kept']}", f"{row['ess']:.1f}"]
        for row in rounds
    ]
    print_table(["round", "bound", "tried", "kept", "ess"], rows)
    print("  bound: the distance that a point kept may have; tried: points lived until enough were kept")
    print("  ess: effective sample size, how many points of one weight those kept are worth")
