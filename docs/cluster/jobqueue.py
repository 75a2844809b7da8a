"""A study on workers that dask-jobqueue asks a scheduler for: `python jobqueue.py DESIGN DIR [JOBS]`.

Needs `pip install dask-jobqueue` beside two-cities. Any other class of dask-jobqueue will do as well.
"""

from __future__ import annotations

import sys
from typing import Any

from sim.studies import Options, Outcome, sweep


def slurm() -> Any:
    """Return a cluster whose workers are jobs of one core each; nothing is asked for yet."""
    from dask_jobqueue import SLURMCluster

    return SLURMCluster(cores=1, processes=1, memory="2GB", walltime="04:00:00")


def run(cluster: Any, design: str, out: str, jobs: int) -> Outcome:
    """Sweep ``design`` into ``out``, a folder all workers see, on up to ``jobs`` workers of ``cluster``."""
    cluster.adapt(minimum=1, maximum=jobs)
    return sweep(design, out, Options(scheduler=cluster.scheduler_address, quiet=False))


if __name__ == "__main__":
    design, out, *jobs = sys.argv[1:]
    with slurm() as cluster:
        outcome = run(cluster, design, out, int(jobs[0]) if jobs else 16)
    sys.exit(1 if outcome.failures else 0)
