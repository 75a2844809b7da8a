"""Pack a study, with all it was made of, in one archive that others can run again.

In the folder where it is unpacked, `python reproduce.py` does so and compares the results.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the directory and the archive."""
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument("--out", metavar="FILE", required=True, help="the archive to write, .zip")
    parser.add_argument("--quiet", action="store_true", help="print nothing")


def run(options: argparse.Namespace) -> int:
    """Pack and say so; return the exit status."""
    from sim.studies.package import write_package

    path = write_package(options.folder, options.out)
    if not options.quiet:
        print(f"written: {path} ({path.stat().st_size / 1e6:.1f} MB)")
    return 0
