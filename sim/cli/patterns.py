"""Measure the patterns P1 to P15 that the model must show: target, measured, pass or fail.

Takes some minutes. Writes the table and its figures to a folder (docs), unless --only asks for some patterns.
"""

from __future__ import annotations

import argparse
from pathlib import Path

REPORT = Path("docs")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add --only, --out, --json and --quiet."""
    parser.add_argument("--only", metavar="LIST", help="patterns to measure, such as P1,P4 (default all)")
    parser.add_argument(
        "--out",
        metavar="DIR",
        help=f"write patterns.md and its figures here (default {REPORT}; none with --only)",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--quiet", action="store_true", help="no progress bar and no notes on standard error")


def run(options: argparse.Namespace) -> int:
    """Measure, print, write; 1 if a pattern fails."""
    from sim.cli.output import as_json, note
    from sim.evidence.patterns import PATTERNS, Setting, measure
    from sim.evidence.patterns.chart import check_drawing
    from sim.evidence.patterns.report import write_report
    from sim.evidence.patterns.row import chosen_names, print_rows

    written = options.out is not None or options.only is None
    if written:
        check_drawing()
    setting = Setting(quiet=options.quiet)
    rows = measure(setting, chosen_names(options.only, PATTERNS, "pattern"))
    if options.json:
        print(as_json({"rows": [row.as_json() for row in rows]}))
    else:
        print_rows(rows)
    if written:
        note(options, f"wrote {write_report(rows, setting, Path(options.out or REPORT))}")
    return 0 if all(row.passed for row in rows) else 1
