"""`two-cities bench`: how fast this machine is, and how many residents its page can show smoothly."""

from __future__ import annotations

import argparse
from time import perf_counter

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
WEEKS = 520
SMOOTH = 1.2  # seconds in which a slider should show its full run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options beyond --help: the machine is what is asked about."""


def run(options: argparse.Namespace) -> int:
    """Time two cities of several sizes and suggest the largest that stays smooth."""
    from sim.model.warm_up import compile_first, warm_up
    from sim.runs.comparison import Comparison

    compile_first()
    warm_up()  # loads what is compiled, before anything is timed
    print(f"Two cities, 104 + {WEEKS} weeks, each on its own thread:")
    print(f"{'residents':>10} {'burn_in':>9} {'years after':>12}")
    best = SIZES[0]
    for residents in SIZES:
        start = perf_counter()
        twin = Comparison(["emancipatory", "control"], residents=residents, city="london", weeks=WEEKS, rng=1)
        built = perf_counter()
        twin.run()
        end = perf_counter()
        print(f"{residents:>10,} {built - start:>7.2f} s {end - built:>10.2f} s")
        if end - built > SMOOTH:
            break
        best = residents
    print(f"For a smooth page on this machine: {best:,} residents (a moved slider shows within {SMOOTH} s).")
    return 0
