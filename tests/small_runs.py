"""A server whose paired runs are small: what it does with its visitors is looked at, and not what they see.

``python -m tests.small_runs solara|two-cities WORDS``. The paired runs of a scene take a server nine seconds of
processor, those of few residents two. Their number, which the page tells, stays; and what is told of answers, which
is shipped, stays too.
"""

from __future__ import annotations

import sys
from importlib import import_module

import sim.dashboard.page  # noqa: F401 whoever takes the sizes by their names has the true ones
from sim.dashboard.work import paired

RESIDENTS = 400
RUNS_PER_SET = 1
PROGRAMS = {"solara": "solara.__main__", "two-cities": "sim.cli.main"}

if __name__ == "__main__":
    paired.RESIDENTS, paired.RUNS_PER_SET = RESIDENTS, RUNS_PER_SET
    del sys.argv[0]
    sys.exit(import_module(PROGRAMS[sys.argv[0]]).main())
