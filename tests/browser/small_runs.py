"""`solara` whose paired runs are small: how a page shows them is looked at, and not what they are.

The paired runs of a scene take the server nine seconds of processor, those of few residents two. Their number, which
the page tells, stays; and what is told of answers, which is shipped, stays too.
"""

from __future__ import annotations

import sys

from solara.__main__ import main

import sim.dashboard.page  # noqa: F401 whoever takes the sizes by their names has the true ones
from sim.dashboard.work import paired

RESIDENTS = 400
RUNS_PER_SET = 1

if __name__ == "__main__":
    paired.RESIDENTS, paired.RUNS_PER_SET = RESIDENTS, RUNS_PER_SET
    sys.exit(main())
