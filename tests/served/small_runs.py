"""`two-cities` whose paired runs are small: what a server does with its visitors is looked at, and not what they see.

The paired runs of a scene take nine seconds of processor, and each server that shows a page would begin with them.
"""

from __future__ import annotations

import sys

from sim.cli.main import main
from sim.dashboard.work import paired

RESIDENTS = 400
RUNS_PER_SET = 1

if __name__ == "__main__":
    paired.RESIDENTS, paired.RUNS_PER_SET = RESIDENTS, RUNS_PER_SET
    sys.exit(main())
