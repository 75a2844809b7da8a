"""Say what produced the results of a directory, and whether they, and what was made of them, are still so.

Exits with 1 where results, a table or a picture are not as their receipt says.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the directory and the form."""
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument("--json", action="store_true", help="print the receipt as it is kept")


def run(options: argparse.Namespace) -> int:
    """Print the receipt and what differs from it; return the exit status."""
    from sim.studies.receipt import as_lines, differences, read_receipt

    folder = Path(options.folder)
    receipt = read_receipt(folder)
    if options.json:
        print(json.dumps(receipt, ensure_ascii=False, indent=1))
    else:
        for name, words in as_lines(receipt).items():
            print(f"{name:13} {words}")
    wrong = differences(folder)
    for words in wrong:
        print("two-cities:", words, file=sys.stderr)
    return 1 if wrong else 0
