"""Check that nothing is tuned toward a camp.

Names, equal levers, couplings at rest, mirrored signs, and what each camp can lead. Takes some minutes.
"""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add --only, --out, --json and --quiet."""
    parser.add_argument("--only", metavar="LIST", help="properties to check, such as N1,N3 (default all)")
    parser.add_argument("--out", metavar="FILE", help="also write the table to this .md file")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--quiet", action="store_true", help="no progress bar and no notes on standard error")


def run(options: argparse.Namespace) -> int:
    """Check, print, write; 1 if a property does not hold."""
    from sim.cli.output import as_json, note
    from sim.evidence.neutrality import PROPERTIES, measure
    from sim.evidence.neutrality.report import write_report
    from sim.evidence.patterns.row import chosen_names, print_rows
    from sim.files.atomic import check_target

    names = chosen_names(options.only, PROPERTIES, "property")
    if options.out is not None:
        check_target(Path(options.out), (".md",))
    rows = measure(names, options.quiet)
    if options.json:
        print(as_json({"rows": [row.as_json() for row in rows]}))
    else:
        print_rows(rows)
    if options.out is not None:
        note(options, f"wrote {write_report(rows, Path(options.out))}")
    return 0 if all(row.passed for row in rows) else 1
