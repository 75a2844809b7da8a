"""Drive a city from a SALib loop: sample, run, analyse. Run with `python docs/examples/salib_loop.py`."""

from __future__ import annotations

import numpy as np
from SALib.analyze import sobol as analyse
from SALib.sample import sobol as sample

from sim import CityModel
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS

NAMES = ["gain", "chilling", "loss_weight"]
PROBLEM = {
    "num_vars": len(NAMES),
    "names": NAMES,
    "bounds": [list(ASSUMPTIONS[name].explored) for name in NAMES],
}


def trust_at_end(values: np.ndarray) -> float:
    """Return trust at the end of one run under the assumptions ``values``."""
    settings = dict(zip(NAMES, map(float, values), strict=True))
    city = CityModel("control", city="synthetic:4", residents=200, burn_in=4, weeks=26, rng=7, **settings)
    return float(city.run().series.at_end()[list(OUTCOMES).index("trust")])


def total_effects(samples: int) -> dict[str, float]:
    """Return the total effect of each assumption on trust."""
    points = sample.sample(PROBLEM, samples, calc_second_order=False, seed=1)
    outcome = np.array([trust_at_end(point) for point in points])
    found = analyse.analyze(PROBLEM, outcome, calc_second_order=False, seed=1)
    return dict(zip(NAMES, found["ST"].tolist(), strict=True))


if __name__ == "__main__":
    for name, effect in total_effects(64).items():
        print(f"{name:12} {effect:.2f}")
